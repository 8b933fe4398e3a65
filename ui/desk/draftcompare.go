package desk

import (
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/store"
	"deputydesk/export"
)

// Marked is words with how they are marked; Struck is what went and Under what
// came.
type Marked = export.Span

// The marks of a comparison.
const (
	Struck = export.Struck
	Under  = export.Under
)

// A Difference is what one field of the sheet says in two versions.
type Difference struct {
	Field    string   // key in FILE.toml: "title", "body.situation"
	Was, Now string   // lines separated by "\n"
	Spans    []Marked // the two in one: what went is struck, what came underlined
}

// Current stands for the draft as it is now where a revision is asked for.
const Current = 0

// CompareRevisions returns what differs between two revisions of the open draft, in the
// order of the sheet; Current is the draft as it is.
func (d *Desk) CompareRevisions(was, now int) []Difference {
	a, okA := d.version(was)
	b, okB := d.version(now)
	if !okA || !okB {
		return nil
	}
	return Differences(a, b)
}

func (d *Desk) version(n int) (annotate.Proposal, bool) {
	if d.draft == nil {
		return annotate.Proposal{}, false
	}
	if n == Current {
		return *d.draft, true
	}
	all := d.Revisions()
	at := slices.IndexFunc(all, func(r store.Revision) bool { return r.N == n })
	if at < 0 {
		return annotate.Proposal{}, false
	}
	return all[at].Proposal, true
}

// Differences compares two versions of a proposal, field by field.
func Differences(was, now annotate.Proposal) []Difference {
	var all []Difference
	add := func(field, a, b string) {
		if a != b {
			all = append(all, Difference{field, a, b, compared(a, b)})
		}
	}
	add("kind", string(was.Form), string(now.Form))
	add("title", was.Title, now.Title)
	for _, t := range Parts {
		add(t.Key(now.Form), *t.of(&was), *t.of(&now))
	}
	add("cites", cited(was), cited(now))
	add("amendments", amended(was), amended(now))
	for _, row := range sheetRows {
		add(row.key, strings.Join(row.get(&was), "\n"), strings.Join(row.get(&now), "\n"))
	}
	return all
}

// cited are the quotations of p, a line each.
func cited(p annotate.Proposal) string {
	var lines []string
	for _, c := range p.Cites {
		lines = append(lines, strings.TrimSpace("“"+c.Anchor.Quote+"” "+string(c.Ask)))
	}
	return strings.Join(lines, "\n")
}

// amended are the amendments of p, a line each.
func amended(p annotate.Proposal) string {
	var lines []string
	for _, a := range p.Amends {
		lines = append(lines, strings.TrimSpace(string(a.Op)+"“"+a.Anchor.Quote+"”→“"+a.To+"” "+a.Reason))
	}
	return strings.Join(lines, "\n")
}

// compared shows two texts in one. Paragraphs that stand in both are left
// alone; between them the words are compared, so that a long text with a small
// change shows the small change.
func compared(was, now string) []Marked {
	a, b := strings.Split(was, "\n"), strings.Split(now, "\n")
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if common[i][j] = max(common[i+1][j], common[i][j+1]); a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			}
		}
	}
	var spans []Marked
	put := func(more ...export.Span) {
		for _, s := range more {
			if n := len(spans); n > 0 && spans[n-1].Mark == s.Mark {
				spans[n-1].Text += s.Text
				continue
			}
			spans = append(spans, s)
		}
	}
	i, j, from, to := 0, 0, 0, 0
	changed := func() {
		if from == i && to == j {
			return
		}
		end := ""
		if i < len(a) || j < len(b) {
			end = "\n"
		}
		lines := func(all []string) string {
			if len(all) == 0 {
				return ""
			}
			return strings.Join(all, "\n") + end
		}
		put(export.Diff(lines(a[from:i]), lines(b[to:j]))...)
	}
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			changed()
			line := a[i]
			if i+1 < len(a) || j+1 < len(b) {
				line += "\n"
			}
			put(export.Span{Text: line})
			i, j = i+1, j+1
			from, to = i, j
		case common[i+1][j] >= common[i][j+1]:
			i++
		default:
			j++
		}
	}
	i, j = len(a), len(b)
	changed()
	return spans
}
