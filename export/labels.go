package export

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"deputydesk/annotate/registry"
)

// A LabelKind names the paper that labels are printed on.
type LabelKind string

// The kinds.
const (
	SmallLabels LabelKind = "60x40"
	LargeLabels LabelKind = "70x50"
	SheetLabels LabelKind = "3x8" // A4, three by eight
)

// ErrLabels is why labels of an unknown kind are not printed.
var ErrLabels = errors.New("no such label paper")

// Labels are stickers for the files: number, title, lead deputy, host, code.
func Labels(entries []registry.Entry, kind LabelKind, o Staff) (Book, error) {
	var paper Paper
	columns, height := 1, 0.0
	switch kind {
	case SmallLabels:
		paper, height = Label60, 40
	case LargeLabels:
		paper, height = Label70, 50
	case SheetLabels:
		paper, columns, height = LabelSheet, 3, 297.0/8
	default:
		return Book{}, fmt.Errorf("labels: %q: %w", kind, ErrLabels)
	}
	w := o.words()
	var all []Label
	for _, e := range entries {
		p := e.Proposal
		host, _ := e.MainUnit()
		all = append(all, Label{
			Number: cmp.Or(e.NumberText(), w.say(wordUnnumbered)) + "　" + form(e),
			Title:  tidy(p.Title),
			Lead:   strings.TrimSpace(tidy(p.Deputy.Name) + "　" + tidy(p.Deputy.Delegation)),
			Host:   w.sayf(wordHost, host),
			Code:   Code(p),
			Square: symbol(p, cmp.Or(e.Digest, Digest(p))),
		})
	}
	var blocks []Block
	for i := 0; i < len(all); i += columns {
		blocks = append(blocks, LabelRow{Labels: all[i:min(i+columns, len(all))], Columns: columns, Height: height})
	}
	b := o.paper(w.say(wordLabels), entries, blocks)
	b.Duplex, b.Paper = false, paper
	return b, nil
}
