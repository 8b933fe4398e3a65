package desk

import (
	"testing"

	"deputydesk/annotate"
)

func TestNotesAreQuotedInADraft(t *testing.T) {
	folder := t.TempDir()
	d := open(t, folder)
	a := note(t, d, "新建公共充电桩580个", "资金从哪里来？")
	b := note(t, d, "新增拆墙透绿119处", "")
	c := note(t, d, "城镇新增就业", "各县区各多少？")
	press(t, d, d.QuoteNotes([]annotate.NoteID{a.ID, b.ID}, ""))
	p := d.Drafts()[0]
	press(t, d, d.QuoteNotes([]annotate.NoteID{a.ID, c.ID}, p.ID))
	if err := d.SaveAll(); err != nil {
		t.Fatal(err)
	}
	shut(t, d)
	d = open(t, folder)
	defer shut(t, d)
	if len(d.Drafts()) != 1 {
		t.Fatalf("%d drafts", len(d.Drafts()))
	}
	p = d.Drafts()[0]
	if p.Body.Situation != "资金从哪里来？\n各县区各多少？" {
		t.Errorf("情况: %q", p.Body.Situation)
	}
	if len(p.Cites) != 3 || p.Cites[0].Anchor.Quote != "新建公共充电桩580个" || p.Cites[0].Target == "" || p.Cites[0].Anchor.Sentence == "" {
		t.Errorf("cites: %+v", p.Cites)
	}
	if d.QuoteNotes([]annotate.NoteID{"gone"}, "").Off == nil {
		t.Error("a note that is gone may be quoted")
	}
}

// Who writes a proposal on a sentence finds there what was noted on it, also
// the words that were typed a moment ago.
func TestTheNoteGoesAlong(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	p, span, ok := annotate.FindQuote(d.Report(), "新建公共充电桩580个")
	if !ok {
		t.Fatal("the report does not say it")
	}
	d.Select(p.ID, span)
	press(t, d, d.Jot("每个区县各建多少？"))
	press(t, d, d.WriteOnSelection(annotate.Suggestion))
	if got := d.Draft(); got.Body.Situation != "每个区县各建多少？" || len(got.Cites) != 1 {
		t.Errorf("情况 %q, %d citations", got.Body.Situation, len(got.Cites))
	}
	d.Turn(Reading)
	press(t, d, d.WriteOnSelection(annotate.Revision))
	if got := d.Draft().Body.Situation; got != "" {
		t.Errorf("an amendment begins with %q", got)
	}
}
