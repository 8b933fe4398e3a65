package export

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// An Outline is what a deputy will say, on paper that can be read standing.
type Outline struct {
	Title  string
	Date   string // civil date
	Points []OutlinePoint
}

// An OutlinePoint is one thing to be said, and the words of the report that it
// is about.
type OutlinePoint struct {
	Line    string // "" if only the quote is to be read
	Quote   string
	Locator string // "" if the words are not found
}

// charactersAMinute is how fast people speak who want to be understood in a
// large room, in Chinese characters.
const charactersAMinute = 200

// Characters is how many characters of o are spoken: letters and digits of its
// lines and quotes, no marks.
func (o Outline) Characters() int {
	n := 0
	for _, p := range o.Points {
		for _, r := range p.Line + p.Quote {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				n++
			}
		}
	}
	return n
}

// Minutes is how long o takes to say, in whole minutes rounded up.
func (o Outline) Minutes() int {
	return (o.Characters() + charactersAMinute - 1) / charactersAMinute
}

// about is the line above the points.
func (o Outline) about() string {
	return fmt.Sprintf("约%d分钟（连同引文%d字，按每分钟%d字） · 共%d点 · %s",
		o.Minutes(), o.Characters(), charactersAMinute, len(o.Points), o.Date)
}

// Document is o in large type; a point is not divided between pages if a page
// holds it.
func (o Outline) Document() Document {
	d := Document{Title: o.Title, Subject: "发言提纲", Date: o.Date}
	d.Blocks = append(d.Blocks, Title{Text: tidy(o.Title)}, Space{4}, Speech{Kind: SpeechNote, Centre: true, Text: o.about()}, Space{14})
	for i, p := range o.Points {
		number, quote := strconv.Itoa(i+1)+".", tidy(p.Quote)
		for s := range strings.SplitSeq(strings.ReplaceAll(p.Line, "\r\n", "\n"), "\n") {
			if s = tidy(s); s != "" {
				d.Blocks = append(d.Blocks, Speech{Kind: SpeechLine, Number: number, Text: s, Follows: number == ""})
				number = ""
			}
		}
		if quote != "" {
			d.Blocks = append(d.Blocks, Speech{Kind: SpeechQuote, Number: number, Text: "“" + quote + "”", Follows: number == ""})
		}
		if p.Locator != "" {
			d.Blocks = append(d.Blocks, Speech{Kind: SpeechNote, Text: tidy(p.Locator), Follows: true})
		}
		d.Blocks = append(d.Blocks, Space{20})
	}
	return d
}

// A SpeechKind says how a Speech is set.
type SpeechKind int

// The kinds.
const (
	SpeechLine  SpeechKind = iota // to be said: 仿宋, 22 points
	SpeechQuote                   // words of the report: 楷体, 18 points
	SpeechNote                    // for the eye only: 仿宋, 14 points
)

// A Speech is a paragraph in type to be read at arm's length, flush left with
// its number in the margin of the text, if it has one.
type Speech struct {
	Kind    SpeechKind
	Number  string
	Text    string
	Centre  bool
	Follows bool // what stands before it stays on its page
}

func (Speech) block() {}

// The type of a speech. A line of 22 points holds 18 characters beside the
// number; lines stand so far apart that the eye finds the next one while the
// head goes up and down.
var (
	speechStyle = style{Fang, 22, 22}
	quoteStyle  = style{Kai, 18, 18}
	asideStyle  = style{Fang, 14, 14}
)

const (
	speechPitch = 38.0
	quotePitch  = 31.0
	asidePitch  = 24.0
	speechLeft  = 40.0 // room for the number
)

func (l *layout) speech(b Speech) {
	st, high, left := speechStyle, speechPitch, speechLeft
	switch b.Kind {
	case SpeechQuote:
		st, high = quoteStyle, quotePitch
	case SpeechNote:
		st, high = asideStyle, asidePitch
	}
	if b.Centre {
		left = 0
	}
	all := l.pieces([]Span{{Text: b.Text}}, st, l.paper.Wide-left)
	if len(all) == 0 {
		return
	}
	if b.Follows {
		l.keepLast(1)
	}
	kind := "P"
	if b.Kind == SpeechQuote {
		kind = "BlockQuote"
	}
	tag := l.element(kind, -1)
	lines := breakLines(all, 0, l.paper.Wide-left)
	if b.Centre {
		lines = balance(all, l.paper.Wide)
	}
	from := len(l.slabs)
	for _, ln := range lines {
		shift := left
		if b.Centre {
			shift = (l.paper.Wide - ln.width()) / 2
		}
		l.lines([]line{ln}, tag, high, 0, shift, false)
		l.slabs[len(l.slabs)-1].tag = Furniture
	}
	l.slabs[from].tag = tag
	l.numbered(from, b.Number, tag)
	// Nobody turns the page in the middle of a point, unless it fills one.
	keep(l.slabs[from : len(l.slabs)-1])
}

// numbered draws a number left of the line that slab at is.
func (l *layout) numbered(at int, number string, tag int) {
	all := l.pieces([]Span{{Text: number}}, speechStyle.in(Hei), speechLeft)
	if len(all) == 0 {
		return
	}
	draw, high := l.slabs[at].draw, l.slabs[at].height
	l.slabs[at].draw = func(p *Page, top float64) {
		line{pieces: all, last: true}.place(p, l.paper.Left, top+high/2+lowered*speechStyle.size, tag)
		draw(p, top)
	}
}
