package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jung-kurt/gofpdf"

	"deputydesk/export"
)

// A use is what one face contributes to a file: the characters drawn with it,
// by the code under which the font keeps them.
type use map[rune]rune

// mark is where marked content begins on a page: MCID i of page p belongs to
// marks[p][i], an element of the structure.
type marks [][]int

// A drawing is gofpdf's file and what it does not say about itself.
type drawing struct {
	file  []byte
	uses  map[export.Face]use
	faces []export.Face // in the order they were added
	marks marks
}

// draw puts pages into a file of gofpdf's making. Positions are points.
func draw(pages export.Pages, fonts *Fonts) (*drawing, error) {
	d := &drawing{uses: map[export.Face]use{}}
	for _, p := range pages.Pages {
		for _, r := range p.Runs {
			if r.Face == "" {
				return nil, fmt.Errorf("pdf: %q: no face for it, nor for 〓", r.Text)
			}
			u := d.uses[r.Face]
			if u == nil {
				u = use{}
				d.uses[r.Face] = u
				d.faces = append(d.faces, r.Face)
			}
			for _, c := range r.Text {
				code, _ := fonts.code(c)
				u[code] = c
			}
		}
	}
	slices.Sort(d.faces)

	w := gofpdf.New("P", "pt", "A4", "")
	w.SetAutoPageBreak(false, 0)
	w.SetCatalogSort(true)
	epoch := time.Unix(0, 0).UTC()
	w.SetCreationDate(epoch)
	w.SetModificationDate(epoch)
	for _, face := range d.faces {
		// The page writer changes the bytes it is given.
		w.AddUTF8FontFromBytes(string(face), "", bytes.Clone(fonts.faces[face].data))
		w.SetFont(string(face), "", 16)
		if err := w.Error(); err != nil {
			return nil, fmt.Errorf("pdf: font %s: %w", face, err)
		}
	}
	for _, p := range pages.Pages {
		w.AddPage()
		d.marks = append(d.marks, d.page(w, p, fonts))
	}
	var out bytes.Buffer
	if err := w.Output(&out); err != nil {
		return nil, fmt.Errorf("pdf: page writer: %w", err)
	}
	d.file = out.Bytes()
	return d, nil
}

// page draws one page and returns its marks: the runs of one element in
// sequence are one stretch of marked content, lines and squares are artifacts.
func (d *drawing) page(w *gofpdf.Fpdf, p export.Page, fonts *Fonts) []int {
	var marks []int
	artifact := func(f func()) {
		w.RawWriteStr("/Artifact BMC")
		f()
		w.RawWriteStr("EMC")
	}
	if len(p.Rules)+len(p.Squares) > 0 {
		artifact(func() {
			for _, r := range p.Rules {
				w.SetLineWidth(r.Width)
				w.Line(r.X1, r.Y1, r.X2, r.Y2)
			}
			for _, s := range p.Squares {
				w.RawWriteStr(fmt.Sprintf("%.2f %.2f %.2f %.2f re f", s.X, export.PageHeight-s.Y-s.Height, s.Width, s.Height))
			}
		})
	}
	open := false
	for i, r := range p.Runs {
		if i == 0 || r.Tag != p.Runs[i-1].Tag {
			if open {
				w.RawWriteStr("EMC")
			}
			open = true
			if r.Tag == export.Furniture {
				w.RawWriteStr("/Artifact BMC")
			} else {
				w.RawWriteStr(fmt.Sprintf("/Span <</MCID %d>> BDC", len(marks)))
				marks = append(marks, r.Tag)
			}
		}
		w.SetFont(string(r.Face), "", r.Size)
		w.RawWriteStr(fmt.Sprintf("%.3f Tc", r.Tc))
		w.Text(r.X, r.Y, coded(r.Text, fonts))
	}
	if open {
		w.RawWriteStr("EMC")
	}
	return marks
}

// coded returns text as the fonts keep it, below U+10000.
func coded(text string, fonts *Fonts) string {
	return strings.Map(func(r rune) rune {
		c, _ := fonts.code(r)
		return c
	}, text)
}
