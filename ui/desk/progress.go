package desk

import (
	"time"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// readingSpeed is how many characters of a text in view are taken as read in a
// second. A quick reader of Chinese takes in ten; the allowance is for the eye
// that runs ahead. What is scrolled past is not read.
const readingSpeed = 12

// lookAgain is how long after the view has come to rest it is counted, and then
// again as long as something in it is unread.
const lookAgain = 5 * time.Second

// A Glance is the part of one paragraph that is in view.
type Glance struct {
	Paragraph report.ParagraphID
	Span      report.Span
}

// progress is what of the reports has been read, by sentences.
type progress struct {
	edition report.Edition
	read    map[report.ParagraphID]string // a sign for each sentence: "1" is read
	dirty   bool
	seen    map[report.Path]int // characters of each section that have been read
	whole   map[report.Path]int // and that it has

	view   []Glance  // in view since
	since  time.Time // zero: nothing is
	left   float64   // characters read beyond the last whole sentence
	cancel func()    // of the next count
}

// readKey is the setting that keeps what was read of an edition.
func readKey(e report.Edition) string { return "read:" + string(e) }

// Look tells what of the open report is in view now; nothing while another page
// is in front. It costs little, and may be called with every step of the wheel.
func (d *Desk) Look(view []Glance) {
	d.count()
	d.progress.view = append(d.progress.view[:0], view...)
	d.progress.since = d.set.Now()
	if d.progress.cancel == nil && len(view) > 0 {
		d.lookLater()
	}
}

func (d *Desk) lookLater() {
	d.progress.cancel = d.set.After(lookAgain, func() {
		d.progress.cancel = nil
		more := d.count()
		d.keepProgress()
		d.keepPlace()
		if more {
			d.lookLater()
		}
	})
}

// count takes as read, from the top of the view, what a reader can have read of
// it since the last count. It reports whether something in view is unread.
func (d *Desk) count() (more bool) {
	p := &d.progress
	d.openProgress()
	if p.since.IsZero() || len(p.view) == 0 {
		return false
	}
	now := d.set.Now()
	p.left += max(0, now.Sub(p.since).Seconds()) * readingSpeed
	p.since = now
	changed := false
	for _, g := range p.view {
		some, rest := d.readOn(g)
		changed = changed || some
		if rest {
			more = true
			break // it is read from top to bottom
		}
	}
	if !more {
		p.left = 0 // time at a text that has been read is not saved up for the next
	}
	if changed {
		p.dirty = true
		d.changed(Read)
	}
	return more
}

// readOn takes as read what time is left for of the sentences of g that end in
// view. It says whether that was some, and whether there is a rest.
func (d *Desk) readOn(g Glance) (some, rest bool) {
	para, ok := d.open.Paragraph(g.Paragraph)
	if !ok {
		return false, false
	}
	p := &d.progress
	marks := []byte(p.read[g.Paragraph])
	for i, s := range para.Sentences() {
		for len(marks) <= i {
			marks = append(marks, '0')
		}
		if s.End <= g.Span.Start || s.End > g.Span.End || marks[i] == '1' {
			continue
		}
		n := float64(utf8.RuneCountInString(s.Of(para.Text)))
		if n > p.left {
			rest = true
			break
		}
		p.left -= n
		marks[i], some = '1', true
		for _, path := range upTo(para.Section) {
			p.seen[path] += int(n)
		}
	}
	if some {
		p.read[g.Paragraph] = string(marks)
	}
	return some, rest
}

// openProgress has at hand what was read of the open report.
func (d *Desk) openProgress() {
	p := &d.progress
	if p.read != nil && p.edition == d.open.Edition {
		return
	}
	d.keepProgress()
	d.progress = progress{edition: d.open.Edition, read: map[report.ParagraphID]string{}, cancel: p.cancel}
	if d.store != nil {
		if _, err := d.store.Setting(readKey(d.open.Edition), &d.progress.read); err != nil {
			d.tell(err)
		}
	}
	d.sumUp()
}

// sumUp counts the characters of the sections, once a report: its sentences
// take milliseconds to find.
func (d *Desk) sumUp() {
	p := &d.progress
	p.seen, p.whole = map[report.Path]int{}, map[report.Path]int{}
	for _, para := range d.open.Paragraphs() {
		marks := p.read[para.ID]
		for i, s := range para.Sentences() {
			n := utf8.RuneCountInString(s.Of(para.Text))
			for _, path := range upTo(para.Section) {
				p.whole[path] += n
				if i < len(marks) && marks[i] == '1' {
					p.seen[path] += n
				}
			}
		}
	}
}

// keepPlace notes where the reader is, for whoever is cut off: the window does
// so when it is closed.
func (d *Desk) keepPlace() {
	if d.store == nil || d.page != Reading || d.travels.at == "" {
		return
	}
	v := d.View()
	v.Paragraph, v.Offset = d.travels.at, d.travels.offset
	d.KeepView(v)
}

// keepProgress writes to disk what was read.
func (d *Desk) keepProgress() {
	p := &d.progress
	if d.store == nil || !p.dirty {
		return
	}
	p.dirty = false
	d.tell(d.store.SetSetting(readKey(p.edition), p.read))
}

// Progress is how much of each section of the open report has been read, in
// percent of its characters; of a section with parts, of all of them.
func (d *Desk) Progress() map[report.Path]int {
	d.openProgress()
	percent := map[report.Path]int{}
	for path, n := range d.progress.whole {
		percent[path] = d.progress.seen[path] * 100 / max(n, 1)
	}
	return percent
}

// upTo is a section and the one it is part of.
func upTo(path report.Path) []report.Path {
	if top := path.Top(); top != path {
		return []report.Path{path, top}
	}
	return []report.Path{path}
}
