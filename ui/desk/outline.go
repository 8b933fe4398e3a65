package desk

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/store"
	"deputydesk/export"
	"deputydesk/seeds/report"
)

// A Point is one thing to be said in a speech. It keeps the words of the report
// that it is about, so that it outlives its note.
type Point struct {
	Note   annotate.NoteID `json:"note"`
	Anchor annotate.Anchor `json:"anchor"`
	Line   string          `json:"line"` // what is to be said; at first the words of the note
}

// A SpeechOutline is the 发言提纲: what is to be said, in order.
type SpeechOutline struct {
	Title  string  `json:"title"` // "" until the user gives one
	Points []Point `json:"points"`
}

// A PointRow is a point as it is shown.
type PointRow struct {
	Point
	Locator string // where its words stand; "" if they are not found
}

// ErrNoPoint is why nothing is printed, or moved: there is no such point.
var ErrNoPoint = errors.New("no such point of the outline")

const (
	outlineRecord = "outline"
	outlineID     = "speech" // there is one outline
	outlineTitle  = "审议发言提纲"
)

// A speaking is the outline and what of it is still to be saved.
type speaking struct {
	outline SpeechOutline
	was     SpeechOutline // before typing began
	typing  bool
	dirty   bool
	cancel  func() // of the pending save
}

func (d *Desk) loadOutline() {
	all, err := store.Records[SpeechOutline](d.store, outlineRecord)
	if err != nil {
		d.tell(err)
		return
	}
	if len(all) > 0 {
		d.speech.outline = all[len(all)-1]
	}
}

// OutlineTitle is what stands above the points.
func (d *Desk) OutlineTitle() string {
	if t := strings.TrimSpace(d.speech.outline.Title); t != "" {
		return t
	}
	return outlineTitle
}

// OutlineRows are the points in order.
func (d *Desk) OutlineRows() []PointRow {
	rows := []PointRow{}
	for _, p := range d.speech.outline.Points {
		row := PointRow{Point: p}
		if r := d.Find(p.Anchor.Report); r != nil {
			if para, ok := r.Paragraph(d.Where(p.Anchor, r).Paragraph); ok {
				row.Locator = report.Locator(r, para)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// InOutline reports whether a note was chosen.
func (d *Desk) InOutline(id annotate.NoteID) bool { return d.pointAt(id) >= 0 }

func (d *Desk) pointAt(id annotate.NoteID) int {
	return slices.IndexFunc(d.speech.outline.Points, func(p Point) bool { return p.Note == id })
}

// ChoosePoint puts a note at the end of the outline.
func (d *Desk) ChoosePoint(id annotate.NoteID) Action {
	n, ok := d.Note(id)
	switch {
	case d.store == nil:
		return Action{Off: d.trouble}
	case !ok:
		return Action{Off: ErrNoNote}
	}
	return d.reoutline(func(all []Point) []Point {
		if slices.ContainsFunc(all, func(p Point) bool { return p.Note == id }) {
			return all
		}
		return append(all, Point{id, n.Anchor, n.Text})
	})
}

// DropPoint takes a point out of the outline.
func (d *Desk) DropPoint(id annotate.NoteID) Action {
	if i := d.pointAt(id); i >= 0 {
		return d.reoutline(func(all []Point) []Point { return slices.Delete(all, i, i+1) })
	}
	return Action{Off: ErrNoPoint}
}

// MovePoint moves a point by so many places; it stops at the ends.
func (d *Desk) MovePoint(id annotate.NoteID, by int) Action {
	i := d.pointAt(id)
	to := min(max(0, i+by), len(d.speech.outline.Points)-1)
	if i < 0 || to == i {
		return Action{Off: ErrNoPoint}
	}
	return d.reoutline(func(all []Point) []Point {
		p := all[i]
		return slices.Insert(slices.Delete(all, i, i+1), to, p)
	})
}

// reoutline changes the points as one step that can be undone.
func (d *Desk) reoutline(change func([]Point) []Point) Action {
	if d.store == nil {
		return Action{Off: d.trouble}
	}
	return Action{Do: func() {
		d.EndPoint()
		was := d.speech.outline
		now := SpeechOutline{was.Title, change(slices.Clone(was.Points))}
		if err := d.putOutline(now); err != nil {
			d.tell(err)
			return
		}
		d.did(step{
			undo: func() error { return d.putOutline(was) },
			redo: func() error { return d.putOutline(now) },
		})
	}}
}

func (d *Desk) putOutline(o SpeechOutline) error {
	if d.store == nil {
		return d.trouble
	}
	if err := d.store.SaveRecords(store.Record{Kind: outlineRecord, ID: outlineID, Value: o}); err != nil {
		return err
	}
	d.speech.outline = o
	d.saved = d.set.Now()
	d.changed(Noted)
	return nil
}

// JotPoint takes the words typed into the line of a point so far; they are on
// disk within two seconds, or at once when the keyboard leaves (EndPoint).
func (d *Desk) JotPoint(id annotate.NoteID, text string) {
	if i := d.pointAt(id); i >= 0 && d.speech.outline.Points[i].Line != text {
		d.jotOutline(func(o *SpeechOutline) { o.Points[i].Line = text })
	}
}

// JotTitle takes the words typed into the title so far. The plain title, which
// nobody typed, changes nothing.
func (d *Desk) JotTitle(text string) {
	if d.speech.outline.Title != text && d.OutlineTitle() != text {
		d.jotOutline(func(o *SpeechOutline) { o.Title = text })
	}
}

func (d *Desk) jotOutline(change func(*SpeechOutline)) {
	s := &d.speech
	if d.store == nil {
		d.tell(d.trouble)
		return
	}
	if !s.typing {
		s.was, s.typing = s.outline, true
	}
	s.outline.Points = slices.Clone(s.outline.Points)
	change(&s.outline)
	s.dirty = true
	if s.cancel == nil {
		s.cancel = d.set.After(autosaveAfter, func() {
			s.cancel = nil
			d.tell(d.keepOutline())
		})
	}
}

// keepOutline writes what was typed to disk and goes on with it.
func (d *Desk) keepOutline() error {
	s := &d.speech
	if !s.dirty {
		return nil
	}
	if err := d.store.SaveRecords(store.Record{Kind: outlineRecord, ID: outlineID, Value: s.outline}); err != nil {
		return err
	}
	s.dirty = false
	d.saved = d.set.Now()
	d.changed(Saved)
	return nil
}

// EndPoint is called when the keyboard leaves a line or the title: what was
// typed is on disk when it returns, and is one step to undo.
func (d *Desk) EndPoint() { d.tell(d.endOutline()) }

func (d *Desk) endOutline() error {
	s := &d.speech
	if !s.typing {
		return nil
	}
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
	if err := d.keepOutline(); err != nil {
		return err // it stays, and is tried again
	}
	s.typing = false
	was, now := s.was, s.outline
	if was.Title == now.Title && slices.Equal(was.Points, now.Points) {
		return nil
	}
	d.did(step{
		undo: func() error { return d.putOutline(was) },
		redo: func() error { return d.putOutline(now) },
	})
	return nil
}

// paperOutline is the outline for the press.
func (d *Desk) paperOutline() export.Outline {
	o := export.Outline{Title: d.OutlineTitle(), Date: d.set.Now().Format("2006-01-02")}
	for _, r := range d.OutlineRows() {
		o.Points = append(o.Points, export.OutlinePoint{Line: r.Line, Quote: r.Anchor.Quote, Locator: r.Locator})
	}
	return o
}

// SpeakingTime is how long the outline takes to say, in minutes, and how many
// characters that are.
func (d *Desk) SpeakingTime() (minutes, characters int) {
	o := d.paperOutline()
	return o.Minutes(), o.Characters()
}

// PrintOutline makes the paper of the outline at path.
func (d *Desk) PrintOutline(path string) (Paper, error) {
	if err := d.endOutline(); err != nil {
		return Paper{}, err
	}
	if len(d.speech.outline.Points) == 0 {
		return Paper{}, &Refusal{"desk.outline.empty", nil, ErrNoPoint}
	}
	fonts, err := d.paperFonts()
	if err != nil {
		return Paper{}, err
	}
	return savePDF(d.paperOutline().Document(), path, fonts)
}

// OutlineName is what the paper of the outline is called unless the user says
// otherwise.
func (d *Desk) OutlineName() string {
	return plainName(d.OutlineTitle()) + "_" + d.set.Now().Format("2006-01-02") + ".pdf"
}

// plainName is s without what no file may be called.
func plainName(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return ' '
		}
		return r
	}, s)
}

// SaveOutline is PrintOutline, and tells; done gets the file, to be opened.
func (d *Desk) SaveOutline(path string, done func(file string)) {
	paper, err := d.PrintOutline(path)
	if err != nil {
		d.tell(err)
		return
	}
	key := "desk.outline.saved"
	if paper.Missing != "" {
		key += ".missing"
	}
	d.tell(&Outcome{key, []any{"file", filepath.Base(paper.File), "pages", paper.Pages, "characters", paper.Missing}})
	if done != nil {
		done(paper.File)
	}
}
