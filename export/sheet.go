package export

import (
	"fmt"
	"strings"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
)

// A sheet is a Document in the making.
type sheet struct {
	p     annotate.Proposal
	find  func(report.ID) *report.Report
	words func(key string, args ...any) string
	doc   Document
}

// Sheet returns the paper on which p is handed in: a cover with the fields of
// the form and the boxes that staff fill, then the text with the places of the
// report it rests on, and lines for the pen. Nothing is signed or numbered
// here; what p leaves empty stays an empty place on the paper.
//
// find returns a report of the library, or nil; it may be nil itself. words
// may replace any wording of the form: it is asked with the built-in wording
// as its key, and an empty answer or a nil words keeps that. For the choices of
// a field the key is its ChoiceKey, and the answer has one on each line.
func Sheet(p annotate.Proposal, find func(report.ID) *report.Report, words func(key string, args ...any) string) Document {
	s := &sheet{p: p, find: find, words: words}
	s.doc = Document{
		Title:   tidy(p.Title),
		Author:  tidy(p.Deputy.Name),
		Subject: s.form(),
		Date:    p.Date,
		Code:    Code(p),
		Hash:    Digest(p),
	}
	for _, k := range []string{p.Session, p.Category} {
		if k = tidy(k); k != "" {
			s.doc.Keywords = append(s.doc.Keywords, k)
		}
	}
	s.cover()
	s.add(Break{})
	s.add(Title{Text: s.doc.Title}, Gap{1})
	if p.Form == annotate.Revision {
		s.amendments()
	} else {
		s.body()
	}
	s.basis()
	s.sign()
	if len(p.Cosigners) > 0 || p.Form == annotate.Motion && !p.AsDelegation {
		s.signers()
	}
	return s.doc
}

func (s *sheet) add(blocks ...Block) { s.doc.Blocks = append(s.doc.Blocks, blocks...) }

// say returns the wording for key.
func (s *sheet) say(key string) string {
	if s.words != nil {
		if w := s.words(key); w != "" {
			return w
		}
	}
	return key
}

// sayf returns the wording for format, filled in with args.
func (s *sheet) sayf(format string, args ...any) string {
	if s.words != nil {
		if w := s.words(format, args...); w != "" && w != format {
			return w
		}
	}
	return fmt.Sprintf(format, args...)
}

// form is the name of the form.
func (s *sheet) form() string {
	switch s.p.Form {
	case annotate.Motion:
		return s.say(wordFormMotion)
	case annotate.Revision:
		return s.say(wordFormAmend)
	}
	return s.sayf(wordForm, string(s.p.Form))
}

// parts returns the headings of the body.
func (s *sheet) parts() [3]string {
	if s.p.Form == annotate.Motion {
		return partsOfMotion
	}
	return partsOfProposal
}

// body sets the three parts under 一、二、三、. A part that is empty still has
// its heading: an empty place is seen, a missing one is not.
func (s *sheet) body() {
	texts := []string{s.p.Body.Situation, s.p.Body.Analysis, s.p.Body.Proposal}
	for i, name := range s.parts() {
		s.add(Heading{Level: 1, Text: ordinals[i] + "、" + s.say(name)})
		blocks := Prose(texts[i])
		if len(blocks) == 0 {
			blocks = []Block{Gap{1}}
		}
		s.add(blocks...)
	}
}

// basis quotes the places of the report.
func (s *sheet) basis() {
	if len(s.p.Cites) == 0 {
		return
	}
	at := 3
	if s.p.Form == annotate.Revision {
		at = 0
	}
	s.add(Heading{Level: 1, Text: ordinals[at] + "、" + s.say(wordBasis)})
	for i, c := range s.p.Cites {
		var about []string
		r := s.report(c.Anchor.Report)
		if r != nil {
			if where := c.Anchor.Locator(r); where != "" {
				about = append(about, strings.TrimSpace(r.Title+" "+where))
			}
		}
		if c.Ask != "" {
			about = append(about, s.sayf(wordAsk, string(c.Ask)))
		}
		if e := c.Anchor.Edition.Short(); e != "" {
			about = append(about, s.sayf(wordEdition, e))
		}
		if where := s.booklet(c.Page, c.Line); where != "" {
			about = append(about, where)
		}
		if w := s.reserve(r); w != "" {
			about = append(about, w)
		}
		source := ""
		if len(about) > 0 {
			source = strings.Join(about, "；") + "。"
		}
		s.add(Quote{Text: fmt.Sprintf("%d.“%s”", i+1, tidy(c.Anchor.Quote)), Source: source})
	}
}

func (s *sheet) report(id report.ID) *report.Report {
	if s.find == nil {
		return nil
	}
	return s.find(id)
}

// booklet names a place of the printed booklet, "大会印发本第12页第3行".
func (s *sheet) booklet(page, line int) string {
	where := ""
	if page > 0 {
		where += s.sayf(wordPage, page)
	}
	if line > 0 {
		where += s.sayf(wordLine, line)
	}
	if where == "" {
		return ""
	}
	return s.say(wordBooklet) + where
}

// reserve is the sentence that goes with words from a fragment: which page of
// a newspaper it was, if the print says so, "(上接01版)".
func (s *sheet) reserve(r *report.Report) string {
	if r == nil || !r.Fragment.Missing() {
		return ""
	}
	var before, after int
	if _, err := fmt.Sscanf(digits(r.Fragment.Before), "%d", &before); err != nil {
		before = 0
	}
	if _, err := fmt.Sscanf(digits(r.Fragment.After), "%d", &after); err != nil {
		after = 0
	}
	switch {
	case before > 0 && (after == 0 || after == before+2):
		return s.sayf(wordPaperPage, before+1)
	case before == 0 && after > 1:
		return s.sayf(wordPaperPage, after-1)
	}
	return s.say(wordLoose)
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// sign leaves room for the pen.
func (s *sheet) sign() {
	label := wordSign
	if s.p.AsDelegation {
		label = wordSignFor
	}
	s.add(Gap{1}, Signature{Label: s.say(label), Dated: true})
}
