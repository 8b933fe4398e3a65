package intake

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// A Proof is a report beside the source it was read from, for a person who
// checks the one against the other (核对版式). Every character of the source
// stands in one of its Lines; every word of the report in one of its Pieces, or
// in one that was dropped.
type Proof struct {
	Report *report.Report
	Lines  []SourceLine
	Pieces []Piece

	name  string
	meta  Meta
	paper sheet
	ink   ink
}

// A SourceLine is one line of the source as it came.
type SourceLine struct {
	Text   string        // with the blanks at its start
	Page   int           // from 1; 0 if unknown
	Apart  bool          // a blank line, or the room of one, stands before it
	Extra  bool          // the page adds it to the text: a header, a page number
	Joined bool          // its end in the file was taken for an accident, and joined
	Out    []report.Span // what of Text was taken out
	Spaces int           // how many blanks inside words were taken out of it
	at     span          // of the source; empty for Extra
}

// A PieceKind says what the program took a piece of the source for.
type PieceKind string

// The kinds of piece.
const (
	FrontLine PieceKind = "front"   // title, speaker, date
	HeadLine  PieceKind = "heading" // a heading on a line of its own
	TextBlock PieceKind = "text"    // a paragraph; with a Heading, one that begins with it
	PrintOnly PieceKind = "print"   // page numbers and pointers alone
	Dropped   PieceKind = "dropped" // a person left it out
	TailNotes PieceKind = "tail"    // the notes of a web page behind the text
)

// A Piece is one heading, paragraph or line of the front.
type Piece struct {
	Kind      PieceKind
	At        int    // characters of the source before it, blank ones left out: the place of a Fix
	Level     int    // of the heading, 1 or 2; 0 if it is none
	Text      string // as it is shown
	Heading   string // the heading it is or begins with; "" for none
	Paragraph report.ParagraphID
	Section   report.Path
	Page      int // from 1; 0 if unknown
	Repairs   []report.Repair
	Fixed     []FixOp // what a person said at its place
	at        span
	cuts      []cut
}

// proofs notes the pieces while a report is put together. A nil one notes
// nothing.
type proofs struct{ pieces []Piece }

func (p *proofs) note(u span, piece Piece, cuts []cut) {
	if p == nil {
		return
	}
	piece.at, piece.cuts = u, cuts
	p.pieces = append(p.pieces, piece)
}

// Proofread is File for a person who checks what became of the source.
func Proofread(meta Meta, name string, data []byte) (*Proof, error) {
	base := filepath.Base(strings.ReplaceAll(name, `\`, "/"))
	if meta.Source == "" {
		meta.Source = base
	}
	paper, _, err := open(data)
	if err != nil {
		return nil, fmt.Errorf("intake: %s: %w", base, err)
	}
	return proofOf(meta, base, paper)
}

func proofOf(meta Meta, name string, paper sheet) (*Proof, error) {
	p := &Proof{name: name, meta: meta, paper: paper}
	notes := &proofs{}
	var err error
	if p.Report, err = compose(meta, paper, notes); err != nil {
		return nil, fmt.Errorf("intake: %s: %w: %w", name, ErrNotReport, err)
	}
	if !speaks(p.Report) {
		return nil, fmt.Errorf("intake: %s: %w", name, ErrNotReport)
	}
	text := newlines(paper.text)
	p.Pieces, p.ink = notes.pieces, inkOf(text)
	slices.SortStableFunc(p.Pieces, func(a, b Piece) int { return a.at.start - b.at.start })
	if _, tail := cutTail(text); strings.TrimFunc(tail, blank) != "" {
		inside := strings.TrimLeftFunc(tail, blank)
		p.Pieces = append(p.Pieces, Piece{Kind: TailNotes, Text: strings.TrimFunc(tail, blank), at: span{len(text) - len(inside), len(text)}})
	}
	p.dress()
	p.cutLines(text)
	return p, nil
}

// With is the proof of the same source with other fixes.
func (p *Proof) With(all []Fix) (*Proof, error) {
	meta := p.meta
	meta.Fixes = all
	return proofOf(meta, p.name, p.paper)
}

// Meta is what was known of the source, with the fixes whose places are there,
// each as this reader counts it.
func (p *Proof) Meta() Meta {
	meta := p.meta
	meta.Fixes = nil
	for _, f := range p.meta.Fixes {
		if at, ok := p.ink.find(f); ok {
			n := p.ink.before(at)
			meta.Fixes = append(meta.Fixes, Fix{f.Op, n, p.ink.words(n)})
		}
	}
	return meta
}

// dress says of each piece where it stands in the source and in the report.
func (p *Proof) dress() {
	said := map[int][]FixOp{}
	for _, f := range p.meta.Fixes {
		if at, ok := p.ink.find(f); ok {
			said[at] = append(said[at], f.Op)
		}
	}
	paragraphs := p.Report.Paragraphs()
	path := report.Path("")
	for i := range p.Pieces {
		piece := &p.Pieces[i]
		piece.At = p.ink.before(piece.at.start)
		piece.Page = p.paper.page(piece.at.start)
		piece.Fixed = said[piece.at.start]
		if piece.Kind == TextBlock && len(paragraphs) > 0 {
			piece.Paragraph, path = paragraphs[0].ID, paragraphs[0].Section
			piece.Section = path
			paragraphs = paragraphs[1:]
		}
	}
	for i := len(p.Pieces) - 1; i >= 0; i-- { // a heading stands in the section it opens
		if p.Pieces[i].Kind == TextBlock {
			path = p.Pieces[i].Section
		} else if p.Pieces[i].Kind == HeadLine {
			p.Pieces[i].Section = path
		}
	}
}

// cutLines cuts the source into the lines it came in.
func (p *Proof) cutLines(text string) {
	ends, extra := p.paper.rows, p.paper.added
	apart := true
	for at := 0; at <= len(text); {
		for len(extra) > 0 && extra[0].at <= at {
			p.addExtra(extra[0])
			extra, apart = extra[1:], true
		}
		end, next := len(text), len(text)+1
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end, next = at+i, at+i+1
		}
		for len(ends) > 0 && ends[0] <= at {
			ends = ends[1:]
		}
		if len(ends) > 0 && ends[0] < end { // a line of the page, joined when it was read
			end, next = ends[0], ends[0]
		}
		if strings.TrimFunc(text[at:end], blank) != "" {
			l := p.line(text, span{at, end})
			l.Joined = l.Joined && next > end // the page ends every line; that is no repair
			l.Apart, apart = apart, false
			p.Lines = append(p.Lines, l)
		} else {
			apart = true
		}
		at = next
	}
	for _, a := range extra {
		p.addExtra(a)
	}
}

func (p *Proof) addExtra(a added) {
	for l := range strings.Lines(a.was) {
		l = strings.TrimRight(l, "\n")
		if strings.TrimFunc(l, blank) == "" {
			continue
		}
		p.Lines = append(p.Lines, SourceLine{
			Text: l, Page: p.paper.page(max(a.at-1, 0)), Apart: true, Extra: true, Out: []report.Span{{Start: 0, End: len(l)}}, at: span{a.at, a.at},
		})
	}
}

// line is the line of the source at s, with what became of it.
func (p *Proof) line(text string, s span) SourceLine {
	l := SourceLine{Text: strings.TrimRightFunc(text[s.start:s.end], blank), Page: p.paper.page(s.start), at: s}
	for i := p.first(s.start); i < len(p.Pieces) && p.Pieces[i].at.start < s.end; i++ {
		piece := &p.Pieces[i]
		l.Joined = piece.at.end > s.end
		out := func(from, to int) {
			from, to = max(from, s.start)-s.start, min(to, s.start+len(l.Text))-s.start
			if from < to {
				l.Out = append(l.Out, report.Span{Start: from, End: to})
			}
		}
		switch piece.Kind {
		case PrintOnly, Dropped, TailNotes:
			out(piece.at.start, piece.at.end)
			l.Joined = false
		}
		for k, r := range piece.Repairs {
			from := piece.at.start + piece.raw(r.At, k)
			switch {
			case r.Kind == report.Furniture:
				out(from, from+len(r.Was))
			case (r.Kind == report.Spaces || r.Kind == report.Invisible) && from >= s.start && from < s.end:
				l.Spaces++
			}
		}
	}
	return l
}

// first is the first piece that ends behind byte at of the source.
func (p *Proof) first(at int) int {
	i, _ := slices.BinarySearchFunc(p.Pieces, at, func(piece Piece, at int) int {
		if piece.at.end <= at {
			return -1
		}
		return 1
	})
	return i
}

// raw is where in its source the k-th repair of piece, at byte at of its text,
// took something out.
func (piece *Piece) raw(at, k int) int {
	if k >= len(piece.cuts) {
		return 0
	}
	c := piece.cuts[k]
	return c.raw + at - c.text
}

// LinesOf returns the first line of the source that holds of piece i, and the
// last; ok is false if there is none.
func (p *Proof) LinesOf(i int) (first, last int, ok bool) {
	if i < 0 || i >= len(p.Pieces) {
		return 0, 0, false
	}
	at := p.Pieces[i].at
	for n, l := range p.Lines {
		if l.Extra || l.at.end <= at.start || l.at.start >= at.end {
			continue
		}
		if !ok {
			first, ok = n, true
		}
		last = n
	}
	return first, last, ok
}

// OnLine returns which bytes of line n belong to piece i.
func (p *Proof) OnLine(i, n int) report.Span {
	l, at := p.Lines[n], p.Pieces[i].at
	from, to := max(at.start, l.at.start), min(at.end, l.at.start+len(l.Text))
	if l.Extra || from >= to {
		return report.Span{}
	}
	return report.Span{Start: from - l.at.start, End: to - l.at.start}
}

// PieceAt returns the piece that byte offset of line n belongs to, -1 for none.
func (p *Proof) PieceAt(n, offset int) int {
	if n < 0 || n >= len(p.Lines) || p.Lines[n].Extra {
		return -1
	}
	at := p.Lines[n].at.start + offset
	i := p.first(at)
	if i == len(p.Pieces) || p.Pieces[i].at.start >= p.Lines[n].at.end {
		return -1
	}
	return i
}

// PieceOf returns the piece at whose place a Fix works, -1 for none.
func (p *Proof) PieceOf(at int) int {
	return slices.IndexFunc(p.Pieces, func(piece Piece) bool { return piece.At == at })
}

// Fix is op at byte offset of the text of piece i; only SplitHere has another
// offset than 0.
func (p *Proof) Fix(op FixOp, i, offset int) Fix {
	piece := &p.Pieces[i]
	at := piece.At
	if op == SplitHere && piece.cuts != nil {
		at = p.ink.before(piece.source(offset))
	}
	return Fix{Op: op, At: at, Words: p.ink.words(at)}
}

// source is the byte of the source at which byte offset of the text stood; of
// a repair, the end.
func (piece *Piece) source(offset int) int {
	c := piece.cuts[0]
	for _, next := range piece.cuts {
		if next.text > offset {
			break
		}
		c = next
	}
	return min(piece.at.start+c.raw+offset-c.text, piece.at.end)
}

// Splits reports whether a paragraph can begin at byte offset of piece i: there
// are words on both sides.
func (p *Proof) Splits(i, offset int) bool {
	piece := &p.Pieces[i]
	if piece.cuts == nil || offset <= 0 || offset >= len(piece.Text) || !utf8.RuneStart(piece.Text[offset]) {
		return false
	}
	at := p.ink.before(piece.source(offset))
	return at > piece.At && at < p.ink.before(piece.at.end)
}
