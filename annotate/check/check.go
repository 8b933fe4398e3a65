// Package check applies the rules of a place to a proposal.
//
// It returns what it found as codes and values; the words for people stand in
// the catalogues under "check.<rule>.<code>". It advises and never refuses: an
// error is what staff would send back, a warning what a colleague would
// mention, a hint a question that only the deputy can answer.
//
// The room is pure: the same proposal, pack and reports give the same findings
// in the same order, and it asks no clock.
package check

import (
	"fmt"
	"strconv"
	"strings"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
	"deputydesk/seeds/rules"
	"deputydesk/seeds/target"
)

// A Severity says how much a finding matters.
type Severity string

// The severities, the gravest first.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Hint    Severity = "hint"
)

// A Rule names what was checked. The names are used by scripts and only grow.
type Rule string

// The rules, in the order in which findings are listed.
const (
	Required      Rule = "required"
	TitleForm     Rule = "title-form"
	OneMatter     Rule = "one-matter"
	ThreeParts    Rule = "three-parts"
	MeasuresShare Rule = "measures-share"
	Length        Rule = "length"
	Excluded      Rule = "excluded"
	Cosigners     Rule = "cosigners"
	CosignerTwice Rule = "cosigner-twice"
	TooManyUnits  Rule = "too-many-units"
	Wording       Rule = "wording"
	FigureDiffers Rule = "figure-differs"
	QuoteMissing  Rule = "quote-missing"
	PhoneForm     Rule = "phone-form"
	NumberForm    Rule = "number-form"
	Scope         Rule = "scope"
	Deadline      Rule = "deadline"
	GlyphMissing  Rule = "glyph-missing"
	NameTitle     Rule = "name-title"

	AsksContradict Rule = "asks-contradict"
)

// A Finding is one thing to look at.
type Finding struct {
	Rule     Rule              `json:"rule"`
	Severity Severity          `json:"severity"`
	Field    string            `json:"field"` // key in FILE.toml: "deputy.phone", "cite[0].quote"; "" for the whole
	Code     string            `json:"code"`
	Args     map[string]string `json:"args,omitempty"` // values for the words
}

// Key names the words of f in the catalogues: "check.required.empty".
func (f Finding) Key() string { return "check." + string(f.Rule) + "." + f.Code }

// Text says f in words. text looks a key up in a catalogue and fills its gaps
// from names and values; beside the values of f it gets "field", the words for
// the field, and "n", the number of the entry in a list, from 1.
func (f Finding) Text(text func(key string, args ...any) string) string {
	label, n := f.Field, ""
	if start := strings.IndexByte(label, '['); start >= 0 {
		end := strings.IndexByte(label, ']')
		if i, err := strconv.Atoi(label[start+1 : end]); err == nil {
			n = strconv.Itoa(i + 1)
		}
		label = label[:start] + label[end+1:]
	}
	pairs := []any{"field", text("check.field." + label), "n", n}
	for name, value := range f.Args {
		pairs = append(pairs, name, value)
	}
	return text(f.Key(), pairs...)
}

// Proposal checks p against pack. find returns the report called id or nil, and
// targets what that report commits to; without them (nil) the quotations stay
// unchecked. Findings come in the order of the rules.
func Proposal(p annotate.Proposal, pack *rules.Pack, find func(report.ID) *report.Report, targets func(report.ID) []target.Target) []Finding {
	c := &checker{p: p, pack: pack, find: find, targets: targets}
	for _, r := range all {
		c.rule = r.name
		r.run(c)
	}
	return c.found
}

// all is the table of rules. A rule that holds for some kinds of proposal only
// asks for the kind itself. GlyphMissing is not among them: see Glyphs.
var all = []struct {
	name Rule
	run  func(c *checker)
}{
	{Required, (*checker).required},
	{TitleForm, (*checker).title},
	{OneMatter, (*checker).oneMatter},
	{ThreeParts, (*checker).threeParts},
	{MeasuresShare, (*checker).measuresShare},
	{Length, (*checker).length},
	{Excluded, (*checker).excluded},
	{Cosigners, (*checker).cosigners},
	{CosignerTwice, (*checker).cosignerTwice},
	{SignedBefore, (*checker).signedBefore},
	{TooManyUnits, (*checker).units},
	{Wording, (*checker).wording},
	{FigureDiffers, (*checker).figures},
	{QuoteMissing, (*checker).quotes},
	{PhoneForm, (*checker).phones},
	{NumberForm, (*checker).numbers},
	{Scope, (*checker).scope},
	{Deadline, (*checker).deadline},
	{NameTitle, (*checker).names},
	{AsksContradict, (*checker).contradict},
}

// A checker is one run over one proposal.
type checker struct {
	p       annotate.Proposal
	pack    *rules.Pack
	find    func(report.ID) *report.Report
	targets func(report.ID) []target.Target
	rule    Rule
	found   []Finding
	folded  map[*report.Report][]string // paragraphs as they count in quotations
	plain   map[*report.Report][]string // the same with numbers in plain digits
}

// add records a finding of the running rule; args are names and values.
func (c *checker) add(s Severity, field, code string, args ...any) {
	f := Finding{Rule: c.rule, Severity: s, Field: field, Code: code}
	for i := 0; i+1 < len(args); i += 2 {
		if f.Args == nil {
			f.Args = map[string]string{}
		}
		f.Args[fmt.Sprint(args[i])] = fmt.Sprint(args[i+1])
	}
	c.found = append(c.found, f)
}

// report returns the report that an anchor speaks of, or nil.
func (c *checker) report(id report.ID) *report.Report {
	if c.find == nil {
		return nil
	}
	return c.find(id)
}

// A part is one part of the text with its key in FILE.toml.
type part struct{ field, text string }

// parts returns the three parts of the body, by the names of the proposal's kind.
func (c *checker) parts() []part {
	b := c.p.Body
	if c.p.Form == annotate.Motion {
		return []part{{"body.reason", b.Situation}, {"body.basis", b.Analysis}, {"body.plan", b.Proposal}}
	}
	return []part{{"body.situation", b.Situation}, {"body.analysis", b.Analysis}, {"body.proposal", b.Proposal}}
}

// written returns all that is free text: the title, the parts of the body and
// the reasons of amendments.
func (c *checker) written() []part {
	all := append([]part{{"title", c.p.Title}}, c.parts()...)
	for i, a := range c.p.Amends {
		all = append(all, part{index("amendment", i, "to"), a.To}, part{index("amendment", i, "reason"), a.Reason})
	}
	return all
}

// body is the text of all parts, one below the other.
func (c *checker) body() string {
	b := c.p.Body
	return strings.Join([]string{b.Situation, b.Analysis, b.Proposal}, "\n")
}

// count is the length of text in characters, white space left out.
func count(text string) int {
	n := 0
	for range report.Squeeze(text) {
		n++
	}
	return n
}
