package desk

import (
	"errors"
	"fmt"
	"testing"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
)

// Back and forward lead through the places like a browser: a new jump forgets
// what was ahead.
func TestBackAndForwardFollowTheJumps(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	all := d.Report().Paragraphs()
	at := func(i int) report.ParagraphID { return all[i].ID }
	jump := func(i int) { // and the window tells where it is then
		d.Go(at(i), report.Span{})
		d.Stood(at(i), 0)
	}
	walk := func(a Action) {
		t.Helper()
		press(t, d, a)
		if d.Page() == Reading {
			d.Stood(d.Place().Paragraph, d.Place().Span.Start)
		}
	}
	where := func() string { return fmt.Sprint(d.Page(), " ", d.Place().Paragraph, " ", d.Place().Span.Start) }

	if d.Back().Off == nil || d.Forward().Off == nil {
		t.Error("before the first jump there is somewhere to go")
	}
	d.Stood(at(1), 30)
	jump(8)
	jump(12)
	d.Stood(at(13), 6) // read on
	for _, tt := range []struct {
		name string
		do   func() Action
		want string
	}{
		{"back", d.Back, fmt.Sprint(Reading, " ", at(8), " ", 0)},
		{"back again, to the line", d.Back, fmt.Sprint(Reading, " ", at(1), " ", 30)},
		{"forward", d.Forward, fmt.Sprint(Reading, " ", at(8), " ", 0)},
		{"forward, to where the reader had read on", d.Forward, fmt.Sprint(Reading, " ", at(13), " ", 6)},
	} {
		if walk(tt.do()); where() != tt.want {
			t.Errorf("%s: at %s, want %s", tt.name, where(), tt.want)
		}
	}
	if err := d.Forward().Off; !errors.Is(err, ErrNothingAhead) {
		t.Errorf("at the end: %v", err)
	}
	walk(d.Back())
	jump(3)
	if err := d.Forward().Off; !errors.Is(err, ErrNothingAhead) {
		t.Errorf("after a new jump: %v", err)
	}
}

// From a target, a note or a citation Back leads to the page it was on.
func TestBackLeadsToThePageOfTheJump(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	first := d.Report().Paragraphs()[0].ID
	d.Stood(first, 0)
	target := d.Targets(d.Report())[40]
	d.Select(target.Paragraph, target.Span)
	press(t, d, d.Comment("每个区县各建多少？"))
	press(t, d, d.WriteOnTarget(target.ID, annotate.Suggestion))
	cite := d.Draft().Cites[0].Anchor
	for _, tt := range []struct {
		name string
		page Page
		jump func()
	}{
		{"target", Aims, func() { d.GoToTarget(target.ID) }},
		{"note", Margin, func() { d.GoToNote(d.Notes()[0].ID) }},
		{"citation", Drafting, func() { d.GoToQuote(cite) }},
	} {
		d.Turn(tt.page)
		tt.jump()
		if d.Page() != Reading || d.Place().Paragraph != target.Paragraph {
			t.Errorf("%s: on page %s at %s", tt.name, d.Page(), d.Place().Paragraph)
		}
		d.Stood(target.Paragraph, 0)
		if press(t, d, d.Back()); d.Page() != tt.page {
			t.Errorf("%s: back leads to %s", tt.name, d.Page())
		}
	}
}

// A search that jumps to a hit in another report comes back to this one.
func TestBackOpensTheReportAgain(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	here := d.Report()
	take(t, d, county)
	there := d.Find("county-2024")
	d.OpenReport(here.ID)
	d.Stood(here.Paragraphs()[2].ID, 0)
	d.OpenReport(there.ID)
	d.Stood(there.Paragraphs()[0].ID, 0)
	press(t, d, d.Back())
	if d.Report() != here || d.Place().Paragraph != here.Paragraphs()[2].ID || !d.Place().Top {
		t.Errorf("back leads to %s, %+v", d.Report().ID, d.Place())
	}
}
