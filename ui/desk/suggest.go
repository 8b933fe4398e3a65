package desk

import (
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/assets"
	"deputydesk/search"
	"deputydesk/seeds/report"
	"deputydesk/seeds/rules"
)

// A Suggestion is a category or a unit and the words of the text that speak for
// it.
type Suggestion struct {
	Name  string   `json:"name"`
	Words []string `json:"words"`
}

// A Mention is a sentence of the report on the matter of a proposal that it
// does not cite.
type Mention struct {
	Report    report.ID          `json:"report"`
	Paragraph report.ParagraphID `json:"paragraph"`
	Span      report.Span        `json:"-"`
	Text      string             `json:"text"`
	Words     []string           `json:"words"` // for which it was found
}

// A Reference is what may help with a proposal, each thing with its reason. It
// is offered and never filled in unasked.
type Reference struct {
	Categories []Suggestion `json:"categories"`
	Hosts      []Suggestion `json:"hosts"`
	Similar    []Similar    `json:"similar"`
	Mentions   []Mention    `json:"mentions"`
}

// Empty reports whether there is nothing in it.
func (r Reference) Empty() bool {
	return len(r.Categories)+len(r.Hosts)+len(r.Similar)+len(r.Mentions) == 0
}

// mostMentions is how many sentences of the report are put forward.
const mostMentions = 5

// Reference looks for what may help with p.
func (d *Desk) Reference(p annotate.Proposal) Reference {
	categories, hosts := d.Belongs(p)
	r := Reference{
		Categories: categories,
		Hosts:      hosts,
		Similar:    append([]Similar{}, d.Similar(p)...),
		Mentions:   []Mention{},
	}
	if words := d.matter(p); len(words) > 0 {
		r.Mentions = append(r.Mentions, d.mentions(p, words)...)
	}
	return r
}

// Belongs says which categories and which units the words of p point to, the best
// first.
func (d *Desk) Belongs(p annotate.Proposal) (categories, hosts []Suggestion) {
	body := suggestText(p)
	return suggested(d.pack.Classify(p.Title, body)), suggested(d.pack.Hosts(p.Title, body))
}

// DraftReference is the Reference of the open draft, without what it says
// already.
func (d *Desk) DraftReference() Reference {
	if d.draft == nil {
		return Reference{}
	}
	r := d.Reference(*d.draft)
	if d.draft.Category != "" {
		r.Categories = nil
	}
	if d.draft.Host != "" {
		r.Hosts = nil
	}
	return r
}

// suggestText is what of a proposal beside its title points to categories and
// units.
func suggestText(p annotate.Proposal) string {
	text := strings.Join([]string{p.Body.Situation, p.Body.Analysis, p.Body.Proposal}, "\n")
	for _, c := range p.Cites {
		text += "\n" + c.Anchor.Quote
	}
	for _, a := range p.Amends {
		text += "\n" + a.Anchor.Quote + a.To
	}
	return text
}

// mostReasons is how many words are given for a suggestion.
const mostReasons = 4

// leastShare is how many times the score of a suggestion must make up that of
// the best; what is further behind is noise.
const leastShare = 3

func suggested(all []rules.Match) []Suggestion {
	some := []Suggestion{}
	for _, m := range all[:min(len(all), suggestions)] {
		if leastShare*m.Score < all[0].Score {
			break
		}
		some = append(some, Suggestion{m.Name, m.Words[:min(len(m.Words), mostReasons)]})
	}
	return some
}

// mostWords is how many words the report is searched for.
const mostWords = 4

// matter are the words that say what a proposal is about: the subjects of the
// targets it cites, and what its title holds of the words of the rule pack.
func (d *Desk) matter(p annotate.Proposal) []string {
	var words []string
	add := func(w string) {
		covered := func(have string) bool { return strings.Contains(have, w) }
		if len([]rune(w)) >= 2 && len(words) < mostWords && !slices.ContainsFunc(words, covered) {
			words = append(words, w)
		}
	}
	for _, c := range p.Cites {
		if t, _, ok := d.Target(c.Target); ok && c.Target != "" {
			add(t.Subject)
		}
	}
	for _, all := range [][]rules.Match{d.pack.Hosts(p.Title, ""), d.pack.Classify(p.Title, "")} {
		for _, m := range all[:min(len(all), 2)] {
			for _, w := range m.Words {
				add(w)
			}
		}
	}
	return words
}

// tooMany is in how many paragraphs a word may stand to say anything: 社区 stands
// everywhere.
const tooMany = 5

// mentions searches the report for sentences with one of words, the most telling
// word first.
func (d *Desk) mentions(p annotate.Proposal, words []string) []Mention {
	r := d.open
	for _, c := range p.Cites {
		if cited := d.Find(c.Anchor.Report); cited != nil {
			r = cited
			break
		}
	}
	var all []Mention
	for _, word := range words {
		answer, err := d.Ask(search.Query{Text: word, Kinds: []search.Kind{search.Reports}, Reports: []string{string(r.ID)}, Limit: tooMany + 1})
		if err != nil || len(answer.Hits) > tooMany {
			continue // a word of a rule pack that is no query finds nothing
		}
		for _, h := range answer.Hits {
			all = sentencesWith(all, p, r, report.ParagraphID(h.ID), word)
		}
	}
	all = slices.DeleteFunc(all, func(m Mention) bool { return !speaks(m, words[0]) })
	return all[:min(len(all), mostMentions)]
}

// speaks says whether a sentence is put forward for more than a short word that
// stands everywhere: by the best word, by a long one, or by two.
func speaks(m Mention, best string) bool {
	long := func(w string) bool { return w == best || len([]rune(w)) >= 3 }
	return len(m.Words) > 1 || slices.ContainsFunc(m.Words, long)
}

// sentencesWith adds the sentences of a paragraph that hold word to all.
func sentencesWith(all []Mention, p annotate.Proposal, r *report.Report, id report.ParagraphID, word string) []Mention {
	para, ok := r.Paragraph(id)
	if !ok {
		return all
	}
	for _, s := range para.Sentences() {
		m := Mention{Report: r.ID, Paragraph: id, Span: s, Text: strings.TrimSpace(s.Of(para.Text)), Words: []string{word}}
		if !strings.Contains(m.Text, word) || cites(p, m) {
			continue
		}
		if i := slices.IndexFunc(all, func(a Mention) bool { return a.Paragraph == id && a.Span == s }); i >= 0 {
			all[i].Words = append(all[i].Words, word)
			continue
		}
		all = append(all, m)
	}
	return all
}

// cites says whether p quotes a sentence already.
func cites(p annotate.Proposal, m Mention) bool {
	in := func(a annotate.Anchor) bool {
		return a.Report == m.Report && a.Paragraph == m.Paragraph && a.Offset < m.Span.End && a.Offset+len(a.Quote) > m.Span.Start
	}
	return slices.ContainsFunc(p.Cites, func(c annotate.Citation) bool { return in(c.Anchor) }) ||
		slices.ContainsFunc(p.Amends, func(a annotate.Amendment) bool { return in(a.Anchor) })
}

// Because says in one phrase which words speak for something; key is its
// pattern.
func Because(w assets.Words, key string, words []string) string {
	return w.Text(key, "words", strings.Join(words, w.Text("suggest.comma")))
}

// GoToMention turns to a sentence of the report.
func (d *Desk) GoToMention(m Mention) {
	d.openReport(m.Report)
	d.Select(m.Paragraph, m.Span)
	d.Go(m.Paragraph, m.Span)
}
