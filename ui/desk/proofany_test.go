package desk

import (
	"math/rand"
	"slices"
	"testing"

	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
)

// inkOf is every character of the open report, what was taken out included, in
// no order.
func inkOf(r *report.Report) string {
	text := ""
	for _, l := range r.Front {
		text += l
	}
	for _, s := range r.Sections {
		if len(s.Paragraphs) == 0 || len(s.Heading) == 0 || len(s.Paragraphs[0].Text) < len(s.Heading) || s.Paragraphs[0].Text[:len(s.Heading)] != s.Heading {
			text += s.Heading
		}
		for _, p := range s.Paragraphs {
			text += p.Text
			for _, rep := range p.Repairs {
				text += rep.Was
			}
		}
	}
	all := []rune(report.Squeeze(text))
	slices.Sort(all)
	return string(all)
}

// Whatever a person clicks, in whatever order: no character is lost, and 撤销
// leads back step by step to how it was.
func TestAnyFixesCanBeTakenBack(t *testing.T) {
	ops := []intake.FixOp{intake.MergeUp, intake.SplitHere, intake.AsHeading1, intake.AsHeading2, intake.AsText, intake.DropHere}
	for seed := range int64(3) {
		rnd := rand.New(rand.NewSource(seed))
		d := scanned(t, t.TempDir())
		press(t, d, d.CheckLayout())
		all := inkOf(d.Report())
		was := []string{layout(d)}
		for range 40 {
			p, err := d.Proof()
			if err != nil {
				t.Fatal(err)
			}
			i := rnd.Intn(len(p.Pieces))
			a := d.FixLayout(ops[rnd.Intn(len(ops))], i, 3*rnd.Intn(1+len(p.Pieces[i].Text)/3))
			switch rnd.Intn(8) {
			case 0:
				a = d.RestorePiece(i)
			case 1:
				a = d.LastFix()
			case 2:
				if len(was) > 1 {
					a = Action{Off: ErrIsSo}
					press(t, d, d.Undo())
					if was = was[:len(was)-1]; layout(d) != was[len(was)-1] {
						t.Fatalf("seed %d: taken back to\n%s\nwant\n%s", seed, layout(d), was[len(was)-1])
					}
				}
			}
			if a.Off != nil {
				continue
			}
			if a.Do(); d.Notice() != nil { // it would have been no report
				d.Dismiss()
				continue
			}
			was = append(was, layout(d))
			if got := inkOf(d.Report()); got != all {
				t.Fatalf("seed %d: the report holds\n%s\nwant\n%s", seed, got, all)
			}
		}
		for len(was) > 1 {
			press(t, d, d.Undo())
			if was = was[:len(was)-1]; layout(d) != was[len(was)-1] {
				t.Fatalf("seed %d: taken back to\n%s\nwant\n%s", seed, layout(d), was[len(was)-1])
			}
		}
	}
}
