// Package widgets is what Fyne lacks: a look of our own, a pane for reading
// long Chinese text, an editor for writing it, and a few flat pieces the pages
// are made of.
//
// It knows no domain. A widget here is given state by its Set methods and tells
// wishes by its On fields; it decides nothing, and it holds no words for
// people: every label is handed in. All of it belongs to the UI goroutine.
//
// Places in a text are byte offsets on rune boundaries, as everywhere in the
// program; lengths on the screen are Fyne's device independent pixels.
package widgets
