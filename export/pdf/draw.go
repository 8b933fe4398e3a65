package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jung-kurt/gofpdf"

	"deputydesk/export"
)

// A use is what one face contributes to a file: the characters drawn with it,
// by the code under which the font keeps them.
type use map[rune]rune

// A leaf is one page as it goes into the file.
type leaf struct {
	content []byte // compressed
	marks   []int  // marked content i belongs to this element
	links   []export.Link
	paper   export.Paper
}

// A sheaf is leaves that are bound together and the elements on them.
type sheaf struct {
	part     export.Part
	leaves   []leaf
	elements []export.Element
}

// batchPages is how many pages the page writer holds at a time: it keeps all
// of them as plain text until it writes its file, some 8 kB each.
const batchPages = 1000

// A drawing is pages on their way into a file.
type drawing struct {
	fonts   *Fonts
	uses    map[export.Face]use
	sheaves []*sheaf

	images []image.Image // by the number of their name in the file

	most    int          // pages in a batch
	w       *gofpdf.Fpdf // nil: no batch is open
	open    map[export.Face]bool
	waiting []*leaf // the pages of the batch
	batches int
	last    map[int]object // the file of the last batch
	z       *zlib.Writer
	zipped  bytes.Buffer
}

func newDrawing(fonts *Fonts) *drawing {
	return &drawing{most: batchPages, fonts: fonts, uses: map[export.Face]use{}, z: zlib.NewWriter(nil)}
}

// faces are the faces that were used, in a fixed order.
func (d *drawing) faces() []export.Face {
	all := make([]export.Face, 0, len(d.uses))
	for f := range d.uses {
		all = append(all, f)
	}
	slices.Sort(all)
	return all
}

// begin opens a batch.
func (d *drawing) begin() {
	d.w = gofpdf.New("P", "pt", "A4", "")
	d.w.SetCompression(false) // the drawing does that, with one writer for all pages
	d.w.SetAutoPageBreak(false, 0)
	d.w.SetCatalogSort(true)
	epoch := time.Unix(0, 0).UTC()
	d.w.SetCreationDate(epoch)
	d.w.SetModificationDate(epoch)
	d.open = map[export.Face]bool{}
	d.batches++
}

// font makes a face ready in the open batch.
func (d *drawing) font(face export.Face) error {
	if d.open[face] {
		return nil
	}
	// The page writer changes the bytes it is given.
	d.w.AddUTF8FontFromBytes(string(face), "", bytes.Clone(d.fonts.faces[face].data))
	d.w.SetFont(string(face), "", 16)
	if err := d.w.Error(); err != nil {
		return fmt.Errorf("pdf: font %s: %w", face, err)
	}
	d.open[face] = true
	return nil
}

// add draws a sheaf.
func (d *drawing) add(part export.Part, pages export.Pages) error {
	s := &sheaf{part: part, elements: pages.Elements, leaves: make([]leaf, len(pages.Pages))}
	for i, p := range pages.Pages {
		if len(d.waiting) >= d.most {
			if err := d.flush(); err != nil {
				return err
			}
		}
		if d.w == nil {
			d.begin()
		}
		l := &s.leaves[i]
		l.links, l.paper = p.Links, pages.Paper
		d.w.AddPageFormat("P", gofpdf.SizeType{Wd: pages.Paper.Width, Ht: pages.Paper.Height})
		if err := d.page(p, l); err != nil {
			return err
		}
		d.waiting = append(d.waiting, l)
	}
	d.sheaves = append(d.sheaves, s)
	return nil
}

// page draws one page and notes its marks: the runs of one element in sequence
// are one stretch of marked content, lines and squares are artifacts.
func (d *drawing) page(p export.Page, l *leaf) error {
	w := d.w
	if len(p.Rules)+len(p.Squares) > 0 {
		w.RawWriteStr("/Artifact BMC")
		for _, r := range p.Rules {
			w.SetLineWidth(r.Width)
			w.Line(r.X1, r.Y1, r.X2, r.Y2)
		}
		grey := 0.0
		for _, s := range p.Squares {
			if s.Grey != grey {
				grey = s.Grey
				w.RawWriteStr(fmt.Sprintf("%.2f g", grey))
			}
			w.RawWriteStr(fmt.Sprintf("%.2f %.2f %.2f %.2f re f", s.X, l.paper.Height-s.Y-s.Height, s.Width, s.Height))
		}
		if grey != 0 {
			w.RawWriteStr("0 g")
		}
		w.RawWriteStr("EMC")
	}
	for _, m := range p.Images {
		d.place(m, l)
	}
	open := false
	for i, r := range p.Runs {
		if r.Face == "" {
			return fmt.Errorf("pdf: %q: no face for it, nor for 〓", r.Text)
		}
		if err := d.font(r.Face); err != nil {
			return err
		}
		if i == 0 || r.Tag != p.Runs[i-1].Tag {
			if open {
				w.RawWriteStr("EMC")
			}
			open = true
			if r.Tag == export.Furniture {
				w.RawWriteStr("/Artifact BMC")
			} else {
				w.RawWriteStr("/Span <</MCID " + strconv.Itoa(len(l.marks)) + ">> BDC")
				l.marks = append(l.marks, r.Tag)
			}
		}
		w.SetFont(string(r.Face), "", r.Size)
		w.RawWriteStr(strconv.FormatFloat(r.Tc, 'f', 3, 64) + " Tc")
		w.Text(r.X, r.Y, d.coded(r.Face, r.Text))
	}
	if open {
		w.RawWriteStr("EMC")
	}
	return nil
}

// coded returns text as the fonts keep it, below U+10000, and notes its use.
func (d *drawing) coded(face export.Face, text string) string {
	u := d.uses[face]
	if u == nil {
		u = use{}
		d.uses[face] = u
	}
	return strings.Map(func(r rune) rune {
		c, _ := d.fonts.code(r)
		if _, ok := u[c]; !ok {
			u[c] = r
		}
		return c
	}, text)
}

var (
	kidRef  = regexp.MustCompile(`(\d+) 0 R`)
	kids    = regexp.MustCompile(`/Kids \[([^\]]*)\]`)
	content = regexp.MustCompile(`/Contents (\d+) 0 R`)
)

// output writes the file of the open batch and reads it back.
func (d *drawing) output() (map[int]object, error) {
	var out bytes.Buffer
	if err := d.w.Output(&out); err != nil {
		return nil, fmt.Errorf("pdf: page writer: %w", err)
	}
	d.w = nil
	all, err := readObjects(out.Bytes())
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return all, nil
}

// flush ends the batch and takes the contents of its pages.
func (d *drawing) flush() error {
	if d.w == nil {
		return nil
	}
	draft, err := d.output()
	if err != nil {
		return err
	}
	list := kids.FindStringSubmatch(draft[1].body)
	if list == nil {
		return fmt.Errorf("pdf: no page tree: %w", errDraft)
	}
	pages := kidRef.FindAllStringSubmatch(list[1], -1)
	if len(pages) != len(d.waiting) {
		return fmt.Errorf("pdf: %d pages for %d: %w", len(pages), len(d.waiting), errDraft)
	}
	number := func(m []string) int {
		if m == nil {
			return 0
		}
		n, err := strconv.Atoi(m[1])
		if err != nil {
			return 0
		}
		return n
	}
	for i, m := range pages {
		c := number(content.FindStringSubmatch(draft[number(m)].body))
		if draft[c].stream == nil {
			return fmt.Errorf("pdf: page %d has no contents: %w", i+1, errDraft)
		}
		d.waiting[i].content = d.pack(draft[c].stream)
	}
	d.waiting, d.last = nil, draft
	return nil
}

// pack compresses the contents of a page.
func (d *drawing) pack(data []byte) []byte {
	d.zipped.Reset()
	d.z.Reset(&d.zipped)
	if _, err := d.z.Write(data); err != nil {
		panic(err) // writing to memory cannot fail
	}
	if err := d.z.Close(); err != nil {
		panic(err)
	}
	return bytes.Clone(d.zipped.Bytes())
}

// end closes the drawing and returns a file of the page writer's that holds the
// subset of every face, and nothing else that matters.
func (d *drawing) end() (map[int]object, error) {
	if err := d.flush(); err != nil {
		return nil, err
	}
	if d.batches == 1 {
		return d.last, nil
	}
	d.last = nil
	d.begin()
	d.w.AddPage()
	for _, face := range d.faces() {
		if err := d.font(face); err != nil {
			return nil, err
		}
		d.w.SetFont(string(face), "", 16)
		d.w.Text(0, 0, string(sorted(d.uses[face])))
	}
	return d.output()
}
