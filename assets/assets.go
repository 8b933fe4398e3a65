// Package assets holds what the program shows and prints with, as bytes: words
// for people in two languages, fonts for the window and for paper, and the icon.
//
// It is the lowest room: it imports nothing of ours, knows no report and no
// toolkit, and everything in it is fixed when the program is built. What it
// returns from the embedded files belongs to all callers; nobody writes into it.
package assets
