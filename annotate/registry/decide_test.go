package registry

import (
	"errors"
	"slices"
	"testing"
	"time"

	"deputydesk/annotate"
)

// twoKinds is a book of two proposals and a motion.
func twoKinds() Book {
	var b Book
	for i, form := range []annotate.Form{annotate.Suggestion, annotate.Motion, annotate.Suggestion} {
		p := annotate.New(annotate.ProposalID(string(rune('a'+i))+"0000000-0000-4000-8000-000000000000"), form)
		p.Deputy = annotate.Deputy{Name: "测试代表甲", Phone: "13800000000"}
		p.Cosigners = []annotate.Deputy{{Name: "测试代表乙", Number: "0002"}}
		b.Entries = append(b.Entries, Entry{Proposal: p, State: Registered})
	}
	return b
}

var byHand = Decision{Who: "测试经办", At: time.Date(2024, 2, 22, 9, 0, 0, 0, time.UTC)}

func TestNumbersArePrintedAsThePlaceWritesThem(t *testing.T) {
	for _, tt := range []struct {
		name string
		n    Numbering
		want []string // a proposal, a motion, a proposal
	}{
		{"nothing said", Numbering{}, []string{"第001号", "第001号", "第002号"}},
		{"a prefix", Numbering{Prefix: "八届三次"}, []string{"八届三次第001号", "八届三次第001号", "八届三次第002号"}},
		{"one for each kind", Numbering{Prefix: "建", Motions: "议", Width: 4, Pattern: "〔{n}〕"}, []string{"建〔0001〕", "议〔0001〕", "建〔0002〕"}},
	} {
		b := twoKinds()
		if given := b.GiveNumbers(byHand, tt.n); given != 3 {
			t.Errorf("%s: %d given", tt.name, given)
		}
		var got []string
		for _, e := range b.Entries {
			got = append(got, e.NumberText())
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestASheetIsMendedBesideWhatWasHandedIn(t *testing.T) {
	b := twoKinds()
	id := string(b.Entries[0].Proposal.ID)
	for _, m := range [][2]string{{"deputy.name", "测试代表嘉"}, {"deputy.phone", "13900000000"}, {"cosigners", "测试代表乙、测试代表丙"}} {
		if err := b.Mend(byHand, id, m[0], m[1]); err != nil {
			t.Fatal(err)
		}
	}
	e := b.Entries[0]
	if e.Proposal.Deputy.Name != "测试代表甲" || len(e.Proposal.Cosigners) != 1 {
		t.Errorf("what was handed in changed: %+v", e.Proposal.Deputy)
	}
	sheet := e.Sheet()
	if sheet.Deputy.Name != "测试代表嘉" || len(sheet.Cosigners) != 2 || sheet.Cosigners[0].Number != "0002" {
		t.Errorf("the sheet reads %+v %+v", sheet.Deputy, sheet.Cosigners)
	}
	if got := e.Journal[0]; got.Field != "deputy.name" || got.From != "测试代表甲" || got.To != "测试代表嘉" || got.Who != "测试经办" {
		t.Errorf("the journal says %+v", got)
	}
	for _, own := range []string{"title", "body.proposal", "open"} {
		if err := b.Mend(byHand, id, own, "别的话"); !errors.Is(err, ErrWords) {
			t.Errorf("%s: %v", own, err)
		}
	}
	for _, back := range [][2]string{{"deputy.name", "测试代表甲"}, {"deputy.phone", "13800000000"}, {"cosigners", "测试代表乙"}} {
		if err := b.Mend(byHand, id, back[0], back[1]); err != nil {
			t.Fatal(err)
		}
	}
	if b.Entries[0].Mended != nil {
		t.Errorf("what reads as handed in is still noted: %v", b.Entries[0].Mended)
	}
}

func TestHostsOfPartsAndSupervision(t *testing.T) {
	b := twoKinds()
	id := string(b.Entries[0].Proposal.ID)
	if err := b.Assign(byHand, id, "市教育局", nil, "", ""); err != nil {
		t.Fatal(err)
	}
	if err := b.Divide(byHand, id, []Part{{"市公安局", "第二条"}, {" ", "空"}, {"市教育局", ""}}); err != nil {
		t.Fatal(err)
	}
	if err := b.Supervise(byHand, id, true, "测试主任"); err != nil {
		t.Fatal(err)
	}
	e := b.Entries[0]
	if got := e.Units(); !slices.Equal(got, []string{"市教育局", "市公安局"}) || len(e.Parts) != 2 {
		t.Errorf("units %q, parts %v", got, e.Parts)
	}
	if !e.Focus || e.Leader != "测试主任" {
		t.Errorf("supervised %v by %q", e.Focus, e.Leader)
	}
	if err := b.Supervise(byHand, id, false, "测试主任"); err != nil {
		t.Fatal(err)
	}
	if e = b.Entries[0]; e.Focus || e.Leader != "" {
		t.Errorf("still supervised: %v %q", e.Focus, e.Leader)
	}
	var fields []string
	for _, c := range e.Journal {
		fields = append(fields, c.Field)
	}
	if want := []string{"host", "parts", "focus", "leader", "focus", "leader"}; !slices.Equal(fields, want) {
		t.Errorf("journal %q, want %q", fields, want)
	}
}
