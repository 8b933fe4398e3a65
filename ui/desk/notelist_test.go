package desk

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
)

// shelfOfNotes has five notes of every sort; they are known by their text.
func shelfOfNotes(t *testing.T) *Desk {
	t.Helper()
	d := open(t, t.TempDir())
	t.Cleanup(func() { shut(t, d) })
	day := 20
	d.set.Now = func() time.Time { return time.Date(2024, 2, day, 23, 30, 0, 0, annotate.Beijing) }
	for _, n := range []struct {
		words, text string
		colour      annotate.Colour
		kind        annotate.Kind
		tags        string
		share       bool
	}{
		{"新建公共充电桩580个", "甲", annotate.Green, annotate.Question, "交通 资金", false},
		{"新增拆墙透绿119处", "乙", annotate.Yellow, annotate.Remark, "", true},
		{"生产总值", "丙", annotate.Yellow, annotate.Agree, "资金", false},
		{"城镇新增就业", "丁", annotate.Pink, annotate.Remark, "民生", false},
	} {
		made := note(t, d, n.words, n.text)
		ids := []annotate.NoteID{made.ID}
		press(t, d, d.ColourNotes(ids, n.colour))
		press(t, d, d.KindNotes(ids, n.kind))
		press(t, d, d.TagNotes(ids, ReadTags(n.tags)))
		press(t, d, d.ShareNotes(ids, n.share))
		day++
	}
	lost := annotate.Annotation{Anchor: annotate.Anchor{Report: d.Report().ID, Quote: "建成月球中转站", Sentence: "建成月球中转站。"},
		Colour: annotate.Blue, Kind: annotate.Verify, Text: "戊"}
	if _, err := d.TakeNotes([]annotate.Annotation{lost}); err != nil {
		t.Fatal(err)
	}
	return d
}

// shownBy are the texts of the notes that v shows, in order.
func shownBy(d *Desk, v NoteView) string {
	var all []string
	for _, r := range d.NoteRows(v) {
		all = append(all, r.Note.Text)
	}
	return strings.Join(all, "")
}

func TestNotesAreFiltered(t *testing.T) {
	d := shelfOfNotes(t)
	city := SectionKey{d.Report().ID, "三/(四)"}
	for _, tt := range []struct {
		name string
		view NoteView
		want string
	}{
		{"all, by place", NoteView{}, "丁丙甲乙戊"},
		{"all, by date", NoteView{ByDate: true}, "戊丁丙乙甲"},
		{"a colour", NoteView{Colour: annotate.Yellow}, "丙乙"},
		{"a kind", NoteView{Kind: annotate.Remark}, "丁乙"},
		{"a tag", NoteView{Tag: "资金"}, "丙甲"},
		{"a section", NoteView{Section: city}, "甲乙"},
		{"a part of the report with its sections", NoteView{Section: SectionKey{d.Report().ID, "三"}}, "甲乙"},
		{"the whole report", NoteView{Section: SectionKey{Report: d.Report().ID}}, "丁丙甲乙戊"},
		{"another report", NoteView{Section: SectionKey{Report: "elsewhere"}}, ""},
		{"words of the note", NoteView{Text: "甲"}, "甲"},
		{"words of the report", NoteView{Text: "公共 充电桩"}, "甲"},
		{"words of a tag", NoteView{Text: "民生"}, "丁"},
		{"since a day", NoteView{Since: "2024-02-22"}, "丁丙戊"},
		{"until a day, late in the evening", NoteView{Until: "2024-02-21"}, "甲乙"},
		{"on one day", NoteView{Since: "2024-02-21", Until: "2024-02-21"}, "乙"},
		{"shared", NoteView{Shared: true}, "乙"},
		{"to be looked for", NoteView{Lost: true}, "戊"},
		{"two at once", NoteView{Tag: "资金", Colour: annotate.Green}, "甲"},
	} {
		if got := shownBy(d, tt.view); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	f := d.NoteFacets()
	if got := fmt.Sprint(f.Kinds, f.Tags, f.Lost); got != "[批注 疑问 赞成 待核] [资金 交通 民生] 1" {
		t.Errorf("offered: %s", got)
	}
	if !slices.ContainsFunc(f.Sections, func(s NoteSection) bool { return s.Key == city && s.Depth == 2 }) {
		t.Errorf("sections: %v", f.Sections)
	}
}

func TestTagsAsTyped(t *testing.T) {
	for _, tt := range []struct {
		typed string
		want  string
	}{
		{"交通 资金", "交通|资金"},
		{"#交通、资金，资金； 民生", "交通|资金|民生"},
		{"  ", ""},
		{"这是很长的一句话不应当作为一个标签来使用的话", "这是很长的一句话不应当作为一个标签来使用"},
	} {
		if got := strings.Join(ReadTags(tt.typed), "|"); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.typed, got, tt.want)
		}
	}
}

// Each thing done to several notes is one step.
func TestManyNotesAtOnceIsOneStep(t *testing.T) {
	d := shelfOfNotes(t)
	var ids []annotate.NoteID
	for _, r := range d.NoteRows(NoteView{}) {
		ids = append(ids, r.Note.ID)
	}
	ids = append(ids, "gone long ago")
	for _, tt := range []struct {
		name string
		do   Action
		view NoteView
		want string
	}{
		{"colour", d.ColourNotes(ids, annotate.Violet), NoteView{Colour: annotate.Violet}, "丁丙甲乙戊"},
		{"kind", d.KindNotes(ids, annotate.Disagree), NoteView{Kind: annotate.Disagree}, "丁丙甲乙戊"},
		{"tag", d.TagNotes(ids, []string{"资金"}), NoteView{Tag: "资金"}, "丁丙甲乙戊"},
		{"tag off", d.UntagNotes(ids, "资金"), NoteView{Tag: "资金"}, ""},
		{"share", d.ShareNotes(ids, true), NoteView{Shared: true}, "丁丙甲乙戊"},
		{"delete", d.DeleteNotes(ids), NoteView{}, ""},
	} {
		before, all := shownBy(d, tt.view), state(t, d)
		press(t, d, tt.do)
		after := state(t, d)
		if got := shownBy(d, tt.view); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
		press(t, d, d.Undo())
		if got := state(t, d); got != all {
			t.Errorf("%s, undone: shows %s, want %s", tt.name, shownBy(d, tt.view), before)
		}
		press(t, d, d.Redo())
		if got := state(t, d); got != after {
			t.Errorf("%s, done again: shows %s", tt.name, shownBy(d, tt.view))
		}
		press(t, d, d.Undo())
	}
	press(t, d, d.ChoosePoints(ids))
	if got := lines(d); got != "丁|丙|甲|乙|戊" {
		t.Errorf("outline: %s", got)
	}
	press(t, d, d.Undo())
	if got := lines(d); got != "" {
		t.Errorf("outline, undone: %s", got)
	}
	if d.ColourNotes(nil, annotate.Pink).Off == nil || d.DeleteNotes([]annotate.NoteID{"gone"}).Off == nil {
		t.Error("something may be done to no note")
	}
}

// state is everything a person wrote here, to be compared.
func state(t *testing.T, d *Desk) string {
	t.Helper()
	notes := append([]annotate.Annotation{}, d.notes...)
	for i := range notes {
		notes[i].Changed = time.Time{}
		if len(notes[i].Tags) == 0 {
			notes[i].Tags = nil
		}
	}
	slices.SortFunc(notes, func(a, b annotate.Annotation) int { return strings.Compare(string(a.ID), string(b.ID)) })
	data, err := json.Marshal([]any{notes, d.speech.outline.Title, append([]Point{}, d.speech.outline.Points...)})
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// A hundred and fifty steps of every sort are taken back one by one and done
// again.
func TestAHundredAndFiftyStepsBackAndForth(t *testing.T) {
	const steps = 150
	d := open(t, t.TempDir())
	defer shut(t, d)
	random := rand.New(rand.NewPCG(5, 1))
	paragraphs := d.Report().Paragraphs()
	states := []string{state(t, d)}
	for tries := 0; len(states) <= steps && tries < 20*steps; tries++ {
		var ids []annotate.NoteID
		for _, n := range d.notes {
			if random.IntN(3) == 0 {
				ids = append(ids, n.ID)
			}
		}
		one := annotate.NoteID("")
		if len(d.notes) > 0 {
			one = d.notes[random.IntN(len(d.notes))].ID
		}
		p := paragraphs[random.IntN(len(paragraphs))]
		word := fmt.Sprintf("第%d句", tries)
		var a Action
		switch random.IntN(12) {
		case 0, 1:
			d.SelectSentence(p.ID, 0, false)
			a = d.Mark(annotate.Colours[random.IntN(5)])
		case 2, 3:
			d.SelectSentence(p.ID, len(p.Text)/2/3*3, false)
			a = d.Comment(word)
		case 4:
			a = d.ColourNotes(ids, annotate.Colours[random.IntN(5)])
		case 5:
			a = d.KindNotes(ids, NoteKinds[random.IntN(len(NoteKinds))])
		case 6:
			a = d.TagNotes(ids, []string{word})
		case 7:
			a = d.RetagNote(one, []string{"改", word})
		case 8:
			a = d.ChoosePoints(ids)
		case 9:
			a = d.MovePoint(one, random.IntN(5)-2)
		case 10:
			a = Action{Do: func() { d.JotPoint(one, word); d.EndPoint() }}
		case 11:
			if len(ids) > 2 {
				a = d.DeleteNotes(ids[:1])
			} else {
				a = Action{Do: func() {
					n := d.newNote(annotate.AnchorAt(d.Report(), p, report.Span{Start: 0, End: 12}), annotate.Pink, word)
					if _, err := d.TakeNotes([]annotate.Annotation{n, d.newNote(n.Anchor, annotate.Blue, word+"乙")}); err != nil {
						t.Fatal(err)
					}
				}}
			}
		}
		had := len(d.done)
		if a.Off == nil {
			press(t, d, a)
		}
		if len(d.done) > had {
			states = append(states, state(t, d))
		}
	}
	if len(states) <= steps {
		t.Fatalf("only %d steps", len(states)-1)
	}
	for i := len(states) - 2; i >= 0; i-- {
		if press(t, d, d.Undo()); state(t, d) != states[i] {
			t.Fatalf("%d steps taken back: not as it was", len(states)-1-i)
		}
	}
	if d.Undo().Off == nil {
		t.Error("there is more to take back")
	}
	for i := 1; i < len(states); i++ {
		if press(t, d, d.Redo()); state(t, d) != states[i] {
			t.Fatalf("%d steps done again: not as it was", i)
		}
	}
}
