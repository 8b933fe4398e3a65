package widgets

import (
	"strings"
	"unicode/utf8"
)

// mostUndo is how many steps can be undone. A step is a clause of typing, about
// ten characters, so that this is an afternoon of work.
const mostUndo = 1000

// An edit is one step that can be undone: at a spot, one text was replaced by
// another.
type edit struct {
	at                spot
	removed, inserted string
	caret, anchor     spot // before the edit
	kind              editKind
	open              bool // the next character may become part of it
}

// editKind says what may be joined to a step.
type editKind int

const (
	change    editKind = iota // pasting, cutting: stands alone
	typing                    // characters one after the other
	erasing                   // backwards
	deletions                 // forwards
)

// clauseEnds close a step of typing: one undo takes back a clause.
const clauseEnds = "，。；：！？、,.;:!? \n"

// put replaces the selection, or the text between two spots, and moves the
// caret behind what was put.
func (m *manuscript) put(from, to spot, text string, kind editKind) {
	if from == to && text == "" {
		return
	}
	removed := m.between(from, to)
	caret, anchor := m.caret, m.anchor
	end := m.splice(from, to, text)
	m.caret, m.anchor, m.trail = end, end, false
	m.undone = nil
	if n := len(m.done); n > 0 && m.done[n-1].join(from, removed, text, kind) {
		return
	}
	if len(m.done) == mostUndo {
		m.done = append(m.done[:0], m.done[mostUndo/10:]...)
	}
	m.done = append(m.done, edit{at: from, removed: removed, inserted: text, caret: caret, anchor: anchor,
		kind: kind, open: kind != change && !strings.ContainsAny(text, clauseEnds)})
}

// join adds a following edit to e if both are one thing for the writer.
func (e *edit) join(from spot, removed, text string, kind editKind) bool {
	if !e.open || e.kind != kind {
		return false
	}
	switch kind {
	case typing:
		if removed != "" || from != after(e.at, e.inserted) {
			return false
		}
		e.inserted += text
		e.open = !strings.ContainsAny(text, clauseEnds)
	case erasing:
		if after(from, removed) != e.at {
			return false
		}
		e.at, e.removed = from, removed+e.removed
	case deletions:
		if from != e.at {
			return false
		}
		e.removed += removed
	default:
		return false
	}
	return true
}

// seal ends the step that is being typed: the caret has moved.
func (m *manuscript) seal() {
	if n := len(m.done); n > 0 {
		m.done[n-1].open = false
	}
}

// undo takes back one step; false if there is none.
func (m *manuscript) undo() bool {
	n := len(m.done)
	if n == 0 {
		return false
	}
	e := m.done[n-1]
	m.done = m.done[:n-1]
	m.splice(e.at, after(e.at, e.inserted), e.removed)
	m.caret, m.anchor, m.trail = e.caret, e.anchor, false
	e.open = false
	m.undone = append(m.undone, e)
	return true
}

// redo does again what was undone last; false if there is nothing.
func (m *manuscript) redo() bool {
	n := len(m.undone)
	if n == 0 {
		return false
	}
	e := m.undone[n-1]
	m.undone = m.undone[:n-1]
	end := m.splice(e.at, after(e.at, e.removed), e.inserted)
	m.caret, m.anchor, m.trail = end, end, false
	m.done = append(m.done, e)
	return true
}

// typed puts one rune in the place of the selection.
func (m *manuscript) typed(r rune) {
	if r < ' ' && r != '\n' && r != '\t' || r == utf8.RuneError || r == 0x7f {
		return
	}
	from, to := m.selection()
	if from != to {
		m.seal()
	}
	m.put(from, to, string(r), typing)
}

// insert puts a text in the place of the selection, as one step.
func (m *manuscript) insert(text string) {
	from, to := m.selection()
	m.put(from, to, plain(text), change)
}

// erase takes away the selection, or what lies between the caret and a spot.
func (m *manuscript) erase(to spot) {
	from, end := m.selection()
	kind := change
	switch {
	case from != end:
	case to.before(m.caret):
		from, kind = to, erasing
	default:
		end, kind = to, deletions
	}
	m.put(from, end, "", kind)
}
