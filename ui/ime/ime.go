// Package ime stands between the input method and the window, where the toolkit
// does nothing: one file a platform.
//
// Its law: a key that the input method took is not the program's. Backspace,
// Enter, an arrow, the space bar or a digit that is meant for the composition
// must not touch the text, submit a field or fire a shortcut; whoever breaks
// that loses words the person had already written. What the input method hands
// over, finished words or a key it did not want, arrives like any other typing.
//
// The second duty is the place of the window with the candidates: it stands at
// the caret. No page has to tell its steps: the caret is asked for, wherever it
// is, when keys and buttons are let go or a composition begins, so that
// scrolling, zooming and moving to another field cannot leave it behind.
//
//	X11      keys are filtered, and the place is told, between Xlib and the
//	         toolkit; tried by `make ime` with fcitx5-pinyin
//	Windows  the toolkit leaves the keys of a composition alone by itself; the
//	         place is told through imm32
//	macOS    the methods of the toolkit's view are wrapped
//
// What of this has been run where, and what to try by hand, is in HANDTEST.md.
package ime

import "fyne.io/fyne/v2"

// A Caret is where the next character will stand: the top of the caret, in
// pixels (on macOS: points) from the top left of the window's content.
type Caret struct{ X, Y, Height int }

// A Composition is what is being composed and stands in no text yet. Only macOS
// leaves it to the program to show it; the others have a window for it.
type Composition func(text string)

// where is the caret of the one window of the program; nil before Follow.
var where func() (Caret, bool)

// Follow lets the input method of w ask for the caret and, where it is ours to
// show, tell what is being composed. It is called once, on the UI goroutine,
// when w is on the screen; both functions are called there too. The first says
// false while nothing is written in.
func Follow(w fyne.Window, caret func() (Caret, bool), show Composition) {
	where = caret
	attach(w, show)
}

// asked returns where the caret is.
func asked() (c Caret, ok bool) {
	if where == nil {
		return Caret{}, false
	}
	return where()
}
