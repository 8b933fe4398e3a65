package desk

import (
	"strconv"
	"strings"

	"deputydesk/annotate"
)

// An Insertion is something that can be put into the text at the caret.
type Insertion struct {
	Kind  string // "cite", "target" or "note"
	Label string // a few words of it, for a menu
	Text  string // what goes in
}

// labelled is how many characters of an insertion a menu shows.
const labelled = 22

// Insertions are what can be put into the open draft: each quotation with its
// place and edition, the targets it states as a line of their own, and the
// notes on the reports it quotes.
func (d *Desk) Insertions() []Insertion {
	if d.draft == nil {
		return nil
	}
	var all []Insertion
	add := func(kind, label, text string) {
		if r := []rune(strings.Join(strings.Fields(label), " ")); len(r) > labelled {
			label = string(r[:labelled]) + "…"
		} else {
			label = string(r)
		}
		all = append(all, Insertion{kind, label, text})
	}
	for _, c := range d.draft.Cites {
		add("cite", c.Anchor.Quote, d.quotation(c))
	}
	for _, c := range d.draft.Cites {
		t, _, ok := d.Target(c.Target)
		if !ok {
			continue
		}
		line := "报告目标：" + t.Quote
		if t.Deadline != "" && !strings.Contains(line, t.Deadline) {
			line += "（" + t.Deadline + "）"
		}
		if c.Ask != "" {
			line += "；本建议请求" + string(c.Ask)
		}
		add("target", t.Quote, line+"。")
	}
	for _, n := range d.Notes() {
		if strings.TrimSpace(n.Text) != "" {
			add("note", n.Text, strings.TrimSpace(n.Text))
		}
	}
	return all
}

// quotation is a citation as it stands in a text: the words, where they stand,
// and in which edition.
func (d *Desk) quotation(c annotate.Citation) string {
	var about []string
	if r := d.Find(c.Anchor.Report); r != nil {
		about = append(about, "《"+strings.Trim(r.Title, "《》")+"》"+c.Anchor.Locator(r))
	}
	if c.Page > 0 {
		where := "印发本第" + strconv.Itoa(c.Page) + "页"
		if c.Line > 0 {
			where += "第" + strconv.Itoa(c.Line) + "行"
		}
		about = append(about, where)
	}
	if e := c.Anchor.Edition.Short(); e != "" {
		about = append(about, "文本版本 "+e)
	}
	quote := strings.TrimRight(c.Anchor.Quote, "。；，")
	if len(about) == 0 {
		return "报告提出“" + quote + "”"
	}
	return "报告提出“" + quote + "”（" + strings.Join(about, "，") + "）"
}

// A Match is where the looked-for words stand in the text of a draft: bytes
// [Start, End) of a part.
type Match struct {
	Part       Part
	Start, End int
}

// Matches are the places of words in the text of the open draft, in reading
// order, without overlaps. Letters match in either case.
func (d *Desk) Matches(words string) []Match {
	if words == "" || d.draft == nil || d.draft.Form == annotate.Revision {
		return nil
	}
	var all []Match
	for _, t := range Parts {
		text := lowered(d.PartText(t))
		for at := 0; ; {
			i := strings.Index(text[at:], lowered(words))
			if i < 0 {
				break
			}
			at += i
			all = append(all, Match{t, at, at + len(words)})
			at += len(words)
		}
	}
	return all
}

// lowered is text with its ASCII letters in lower case; no byte moves.
func lowered(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, text)
}

// ReplaceAll writes one text for another throughout the open draft, as one step
// that can be undone, and returns how often.
func (d *Desk) ReplaceAll(words, by string) int {
	all := d.Matches(words)
	if len(all) == 0 {
		return 0
	}
	d.change(func(p *annotate.Proposal) {
		for i := len(all) - 1; i >= 0; i-- {
			m := all[i]
			text := m.Part.of(p)
			*text = (*text)[:m.Start] + by + (*text)[m.End:]
		}
	})
	return len(all)
}

// NumberPart counts the paragraphs of a part in the given way, as one step that
// can be undone.
func (d *Desk) NumberPart(t Part, by annotate.Numbering) {
	d.change(func(p *annotate.Proposal) { *t.of(p) = annotate.Numbered(*t.of(p), by) })
}
