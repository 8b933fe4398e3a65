package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// An UnboundQuote is a quotation that Bind could not find.
type UnboundQuote struct {
	Amendment bool      // else a citation
	Index     int       // in Cites or Amends
	Report    report.ID // as the proposal names it
	Quote     string
	NoReport  bool // there is no such report; else the words are not in it
}

// Bind finds the quoted words of p in their reports and fills in the anchors:
// at their first exact occurrence, or else at the first that differs only in
// white space. The quote is then spelled as the report spells it. An anchor
// that already knows its place is left alone, and so is one that cannot be
// found; those are returned.
//
// find returns the report called id, or nil. It is asked for "" when the
// proposal names none, and may answer with the report that is open.
func (p *Proposal) Bind(find func(id report.ID) *report.Report) []UnboundQuote {
	var lost []UnboundQuote
	bind := func(a *Anchor, amendment bool, index int) {
		r := find(a.Report)
		if r != nil && a.bind(r) {
			return
		}
		lost = append(lost, UnboundQuote{Amendment: amendment, Index: index, Report: a.Report, Quote: a.Quote, NoReport: r == nil})
	}
	for i := range p.Cites {
		bind(&p.Cites[i].Anchor, false, i)
	}
	for i := range p.Amends {
		bind(&p.Amends[i].Anchor, true, i)
	}
	return lost
}

func (a *Anchor) bind(r *report.Report) bool {
	if old, ok := r.Paragraph(a.Paragraph); ok && a.Edition == r.Edition && a.Quote != "" {
		if (report.Span{Start: a.Offset, End: a.Offset + len(a.Quote)}).Of(old.Text) == a.Quote {
			return true
		}
	}
	p, span, ok := FindQuote(r, a.Quote)
	if ok {
		*a = AnchorAt(r, p, span)
	}
	return ok
}

// FindQuote returns where quote first stands in r: letter by letter, or else
// with white space left out on both sides. It never guesses at other words.
func FindQuote(r *report.Report, quote string) (report.Paragraph, report.Span, bool) {
	quote = strings.TrimSpace(quote)
	bare := dropSpace(quote)
	if bare == "" {
		return report.Paragraph{}, report.Span{}, false
	}
	for _, s := range r.Sections {
		for _, p := range s.Paragraphs {
			if i := strings.Index(p.Text, quote); i >= 0 {
				return p, report.Span{Start: i, End: i + len(quote)}, true
			}
		}
	}
	for _, s := range r.Sections {
		for _, p := range s.Paragraphs {
			if span, ok := indexBare(p.Text, bare); ok {
				return p, span, true
			}
		}
	}
	return report.Paragraph{}, report.Span{}, false
}

// AnchorsOf anchors every place of r at which quote stands letter by letter, or
// if there is none the first that differs in white space.
func AnchorsOf(r *report.Report, quote string) []Anchor {
	quote = strings.TrimSpace(quote)
	var all []Anchor
	for _, p := range r.Paragraphs() {
		for at := 0; quote != ""; {
			i := strings.Index(p.Text[at:], quote)
			if i < 0 {
				break
			}
			all = append(all, AnchorAt(r, p, report.Span{Start: at + i, End: at + i + len(quote)}))
			at += i + len(quote)
		}
	}
	if len(all) > 0 {
		return all
	}
	if p, span, ok := FindQuote(r, quote); ok {
		return []Anchor{AnchorAt(r, p, span)}
	}
	return nil
}

// dropSpace returns s without white space and zero-width characters.
func dropSpace(s string) string {
	return strings.Map(func(r rune) rune {
		if blank(r) {
			return -1
		}
		return r
	}, s)
}

func blank(r rune) bool {
	return unicode.IsSpace(r) || r >= 0x200B && r <= 0x200D || r == 0xFEFF
}

// indexBare returns the first span of text that equals bare once white space
// is left out; bare itself holds none.
func indexBare(text, bare string) (report.Span, bool) {
	at := strings.Index(dropSpace(text), bare)
	if at < 0 {
		return report.Span{}, false
	}
	span := report.Span{Start: -1}
	kept := 0 // bytes of text so far that are not blank
	for i, r := range text {
		if blank(r) {
			continue
		}
		if kept == at {
			span.Start = i
		}
		kept += utf8.RuneLen(r)
		if kept == at+len(bare) {
			span.End = i + utf8.RuneLen(r)
			return span, true
		}
	}
	return report.Span{}, false
}
