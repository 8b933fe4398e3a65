package export

import (
	"errors"
	"fmt"
	"runtime"
	"strconv"
)

// A Book is many papers bound in one: a cover without a number, front matter
// numbered in Roman figures, chapters numbered from 1. Its Document holds what
// the file's properties say; Blocks there is unused.
type Book struct {
	Document
	Cover    []Block
	Front    []Block // contents: its Entries may lead to every place
	Chapters []Chapter
	Duplex   bool // every chapter begins on a right-hand page, margins are mirrored
}

// A Chapter begins on a new page.
type Chapter struct {
	Blocks []Block
	Late   bool // its Entries lead to the chapters that are not Late
}

// A Sheaf is pages of a Book that belong together. Elements count their pages
// from the first one of the sheaf.
type Sheaf struct {
	Pages
	Missing []Missing
	Part    Part
	First   int // number of its first page, from 1
}

// A Part is a stretch of a Book with page numbers of its own.
type Part int

// The parts, in the order they are bound.
const (
	CoverPart Part = iota
	FrontPart
	BodyPart
)

// mirror is how far the area of an even page stands to the left of that of an
// odd one in a book printed on both sides, so that 订口 is 28 mm on both.
const mirror = 2 * mm

// A binder lays a Book.
type binder struct {
	book   Book
	faces  Faces
	out    func(Sheaf) error
	next   int               // number of the next page of the body
	places map[string]string // page numbers as printed
}

// Lay lays the book and hands its sheaves to out: the chapters in order, those
// that are Late at their end, then the front matter and the cover, which have
// to be bound before them. Chapters are laid side by side. A sheaf is not kept;
// an error of out ends the work and is returned.
func (b Book) Lay(faces Faces, out func(Sheaf) error) error {
	n := &binder{book: b, faces: faces, out: out, next: 1, places: map[string]string{}}
	var early, late []Chapter
	for _, c := range b.Chapters {
		if c.Late {
			late = append(late, c)
		} else {
			early = append(early, c)
		}
	}
	if err := n.chapters(early); err != nil {
		return err
	}
	for _, c := range late {
		if err := n.body(n.lay(c.Blocks)); err != nil {
			return err
		}
	}
	front := n.lay(b.Front)
	if len(b.Front) > 0 {
		if err := n.send(front, FrontPart, 1); err != nil {
			return err
		}
	}
	if len(b.Cover) > 0 {
		return n.send(n.lay(b.Cover), CoverPart, 1)
	}
	return nil
}

func (n *binder) lay(blocks []Block) *layout {
	return layBound(n.book.Paper, blocks, n.faces, func(name string) string { return n.places[name] })
}

// layBound lays blocks as part of a book: headings below the titles of its
// papers stand one level deeper and not in the outline.
func layBound(paper Paper, blocks []Block, faces Faces, at func(string) string) *layout {
	l := lay(paper, blocks, faces, at)
	for i := range l.out.Elements {
		e := &l.out.Elements[i]
		if e.heading {
			e.Kind, e.Outline = "H"+string(e.Kind[1]+1), ""
		}
	}
	return l
}

// errLayout is wrapped when a chapter could not be laid.
var errLayout = errors.New("the layout gave up")

// chapters lays chapters side by side and sends them in order. No more are laid
// ahead than there are processors.
func (n *binder) chapters(all []Chapter) error {
	type result struct {
		l   *layout
		err error
	}
	ahead := make(chan chan result, runtime.GOMAXPROCS(0))
	stop := make(chan struct{})
	go func() {
		defer close(ahead)
		for _, c := range all {
			done := make(chan result, 1)
			select {
			case ahead <- done:
			case <-stop:
				return
			}
			go func() {
				defer func() {
					if r := recover(); r != nil {
						done <- result{err: fmt.Errorf("%w: %v", errLayout, r)}
					}
				}()
				done <- result{l: layBound(n.book.Paper, c.Blocks, n.faces, nil)}
			}()
		}
	}()
	var err error
	for done := range ahead {
		r := <-done
		if err == nil {
			if err = r.err; err == nil {
				err = n.body(r.l)
			}
			if err != nil {
				close(stop)
			}
		}
	}
	return err
}

// body sends a chapter, after a blank page if it would begin on a left-hand one.
func (n *binder) body(l *layout) error {
	if n.book.Duplex && n.next%2 == 0 {
		blank := Sheaf{Pages: Pages{Paper: l.paper, Pages: []Page{{}}}, Part: BodyPart, First: n.next}
		n.next++
		if err := n.out(blank); err != nil {
			return err
		}
	}
	for _, e := range l.out.Elements {
		if e.Name != "" && e.Page >= 0 {
			n.places[e.Name] = strconv.Itoa(n.next + e.Page)
		}
	}
	first := n.next
	n.next += len(l.out.Pages)
	return n.send(l, BodyPart, first)
}

// send numbers the pages of l and hands them out. Front parts of a book printed
// on both sides end with a left-hand page.
func (n *binder) send(l *layout, part Part, first int) error {
	for i := range l.out.Pages {
		if part != CoverPart && !l.paper.Bare {
			l.number(i, first+i, part == FrontPart)
		}
		if n.book.Duplex && (first+i)%2 == 0 {
			l.out.Pages[i].shift(-mirror)
		}
	}
	if n.book.Duplex && part != BodyPart && len(l.out.Pages)%2 == 1 {
		l.out.Pages = append(l.out.Pages, Page{})
	}
	return n.out(Sheaf{Pages: l.out, Missing: l.missing, Part: part, First: first})
}

// shift moves everything on p to the right.
func (p *Page) shift(by float64) {
	for i := range p.Runs {
		p.Runs[i].X += by
	}
	for i := range p.Rules {
		p.Rules[i].X1 += by
		p.Rules[i].X2 += by
	}
	for i := range p.Squares {
		p.Squares[i].X += by
	}
	for i := range p.Links {
		p.Links[i].X += by
	}
}
