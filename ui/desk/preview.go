package desk

import (
	"cmp"
	"context"
	"image"
	"slices"
	"strconv"
	"sync/atomic"
	"time"

	"deputydesk/annotate/registry"
	"deputydesk/export"
	"deputydesk/export/pdf"
)

// A Preview is a paper laid out to be looked at before it is saved: the very
// runs that the file will hold.
type Preview struct {
	Name    string // what its file is called unless the user says otherwise
	Missing string // characters no font has; printed as 〓
	NoFang  bool   // 仿宋 was not found
	Archive bool   // 归档版 is wanted, not 签字版
	Choice  bool   // there are both
	Made    Paper  // what was saved of it last; its File is "" if nothing

	pages   []previewPage
	painter *pdf.Painter
	before  func() error // on the owner's goroutine, before save; may be nil
	save    func(ctx context.Context, path string, archive bool, laid func(pages int)) (Paper, error)
}

// A previewPage is one page and what it is called.
type previewPage struct {
	page  export.Page
	paper export.Paper
	label string
}

// Len is how many pages there are.
func (p *Preview) Len() int { return len(p.pages) }

// Label is what page i is called: "3", "II", "封面".
func (p *Preview) Label(i int) string { return p.pages[i].label }

// Size is how wide and high page i is, in points.
func (p *Preview) Size(i int) (wide, high float64) {
	return p.pages[i].paper.Width, p.pages[i].paper.Height
}

// Picture draws page i with so many pixels to a point.
func (p *Preview) Picture(i int, scale float64) (image.Image, error) {
	return p.painter.Picture(p.pages[i].page, p.pages[i].paper, scale)
}

// At is the page that is called label, or -1.
func (p *Preview) At(label string) int {
	return slices.IndexFunc(p.pages, func(g previewPage) bool { return g.label == label })
}

// previewing is the paper that is being looked at.
type previewing struct {
	open   *Preview
	busy   bool
	cancel context.CancelFunc
	laid   atomic.Int64 // pages so far, counted by the work
	asked  int
}

// Preview is the paper that is being looked at, or nil.
func (d *Desk) Preview() *Preview { return d.previewing.open }

// Laying says how many pages are laid of a paper that is being made, and
// whether one is.
func (d *Desk) Laying() (pages int, busy bool) {
	return int(d.previewing.laid.Load()), d.previewing.busy
}

// StopLaying gives up the paper that is being made; nothing is written.
func (d *Desk) StopLaying() {
	if d.previewing.cancel != nil {
		d.previewing.cancel()
	}
}

// ClosePreview puts the paper away.
func (d *Desk) ClosePreview() {
	d.StopLaying()
	d.previewing.asked++
	d.previewing.open, d.previewing.busy = nil, false
	d.changed(Previewed)
}

// ChooseArchive says whether 归档版 is wanted.
func (d *Desk) ChooseArchive(archive bool) {
	if p := d.previewing.open; p != nil && p.Choice && p.Archive != archive {
		p.Archive, p.Made = archive, Paper{} // what was made is the other one
		d.changed(Previewed)
	}
}

// PreviewDraft lays out the paper of the open draft.
func (d *Desk) PreviewDraft() Action {
	if d.draft == nil {
		return Action{Off: ErrNoDraft}
	}
	return Action{Do: func() {
		if err := d.Flush(); err != nil {
			d.tell(err)
			return
		}
		draft := *d.draft
		p := &Preview{Name: export.FileName(draft), Choice: true}
		p.before = func() error {
			if err := d.revise("printed"); err != nil { // the paper bears its number
				return err
			}
			draft.Revision = d.draft.Revision
			return nil
		}
		p.save = func(_ context.Context, path string, archive bool, _ func(int)) (Paper, error) {
			return d.sheet(draft, path, archive)
		}
		d.layDocument(p, export.Sheet(d.Ordered(draft), d.Find, d.wording))
	}}
}

// PreviewOutline lays out the speech outline.
func (d *Desk) PreviewOutline() Action {
	if len(d.speech.outline.Points) == 0 {
		return Action{Off: &Refusal{"desk.outline.empty", nil, ErrNoPoint}}
	}
	return Action{Do: func() {
		if err := d.endOutline(); err != nil {
			d.tell(err)
			return
		}
		fonts, err := d.paperFonts()
		if err != nil {
			d.tell(err)
			return
		}
		doc := d.paperOutline().Document()
		p := &Preview{Name: d.OutlineName()}
		p.save = func(_ context.Context, path string, _ bool, _ func(int)) (Paper, error) {
			return savePDF(doc, path, fonts)
		}
		d.layDocument(p, doc)
	}}
}

// PreviewPaper lays out a paper of the staff. It takes a while for many
// proposals: Laying says how far it is, StopLaying gives it up.
func (d *Desk) PreviewPaper(entries []registry.Entry, o Order) Action {
	if len(entries) == 0 {
		return Action{Off: ErrNoProposals}
	}
	return Action{Do: func() {
		book, err := d.bind(entries, o)
		if err != nil {
			d.tell(err)
			return
		}
		p := &Preview{Name: plainName(cmp.Or(o.Name, string(o.Paper), book.Title)) + ".pdf", Archive: o.Archive, Choice: true}
		p.save = func(ctx context.Context, path string, archive bool, laid func(int)) (Paper, error) {
			order := o
			order.Archive = archive
			b, err := d.WritePaper(ctx, entries, order, path, laid)
			return Paper{File: b.File, Pages: b.Pages, Missing: b.Missing, NoFang: b.NoFang}, err
		}
		d.lay(p, func(ctx context.Context) error { return p.takeBook(ctx, book, &d.previewing.laid) })
	}}
}

func (d *Desk) layDocument(p *Preview, doc export.Document) {
	d.lay(p, func(context.Context) error { return p.takeDocument(doc) })
}

// lay does the work of a preview in the background and shows it.
func (d *Desk) lay(p *Preview, work func(context.Context) error) {
	fonts, err := d.paperFonts()
	if err == nil {
		p.painter, err = pdf.NewPainter(fonts)
	}
	if err != nil {
		d.tell(err)
		return
	}
	p.NoFang = fonts.NoFang()
	d.work(func(ctx context.Context) (func(), error) {
		err := work(ctx)
		return func() { d.previewing.open = p }, err
	})
}

// work runs do in the background; what it returns is done when it has ended
// well and nobody has closed the preview or asked for another one meanwhile.
func (d *Desk) work(do func(context.Context) (func(), error)) {
	v := &d.previewing
	d.StopLaying()
	ctx, cancel := context.WithCancel(context.Background())
	v.asked++
	asked := v.asked
	v.cancel, v.busy = cancel, true
	v.laid.Store(0)
	d.changed(Previewed)
	d.tickPreview(asked)
	d.set.Background(func() {
		then, err := do(ctx)
		d.set.Post(func() {
			cancel()
			if asked != v.asked {
				return
			}
			v.busy = false
			switch {
			case ctx.Err() != nil && err != nil:
				// The user gave it up; nothing is to be said.
			case err != nil:
				d.tell(err)
			default:
				then()
			}
			d.changed(Previewed)
		})
	})
}

// previewTick is how often the count of pages is shown anew.
const previewTick = 200 * time.Millisecond

func (d *Desk) tickPreview(asked int) {
	if !d.previewing.busy || asked != d.previewing.asked {
		return
	}
	d.set.After(previewTick, func() {
		if d.previewing.busy && asked == d.previewing.asked {
			d.changed(Previewed)
			d.tickPreview(asked)
		}
	})
}

func (p *Preview) takeDocument(doc export.Document) error {
	pages, missing := export.Lay(doc, p.painter.Fonts())
	for i, g := range pages.Pages {
		p.pages = append(p.pages, previewPage{g, pages.Paper, strconv.Itoa(i + 1)})
	}
	p.miss(missing)
	return nil
}

func (p *Preview) takeBook(ctx context.Context, book export.Book, laid *atomic.Int64) error {
	var parts [3][]previewPage
	err := book.Lay(p.painter.Fonts(), func(s export.Sheaf) error {
		for i, g := range s.Pages.Pages {
			label := strconv.Itoa(s.First + i)
			switch s.Part {
			case export.CoverPart:
				label = "封面"
			case export.FrontPart:
				label = export.Roman(s.First + i)
			}
			parts[s.Part] = append(parts[s.Part], previewPage{g, s.Paper, label})
		}
		laid.Add(int64(len(s.Pages.Pages)))
		p.miss(s.Missing)
		return ctx.Err()
	})
	p.pages = slices.Concat(parts[:]...)
	return err
}

func (p *Preview) miss(all []export.Missing) {
	for _, m := range all {
		if !slices.Contains([]rune(p.Missing), m.Rune) {
			p.Missing += string(m.Rune)
		}
	}
}

// SavePreview saves the paper that is being looked at as a PDF at path. A volume
// takes a while: Laying and StopLaying are for it, too.
func (d *Desk) SavePreview(path string) {
	p := d.previewing.open
	if p == nil {
		return
	}
	if p.before != nil {
		if err := p.before(); err != nil {
			d.tell(err)
			return
		}
	}
	laid, archive := &d.previewing.laid, p.Archive
	d.work(func(ctx context.Context) (func(), error) {
		made, err := p.save(ctx, path, archive, func(pages int) { laid.Store(int64(pages)) })
		return func() {
			p.Made = made
			if p.before != nil {
				d.written = made
				d.changed(Edited)
			}
		}, err
	})
}
