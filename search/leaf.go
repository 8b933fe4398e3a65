package search

import (
	"strings"
	"sync"

	"deputydesk/search/hanzi"
)

// A leaf is a Doc with its text made comparable. The forms are made when they
// are first needed and kept; the way back to the source is made anew for the
// few leaves that are shown.
type leaf struct {
	doc   Doc
	once  sync.Once
	plain string // hanzi.Fold(doc.Text)
	canon string // hanzi.Canon(doc.Text)
	head  string // hanzi.Canon(doc.Heading)
}

func (l *leaf) fold() {
	l.once.Do(func() {
		l.plain, l.canon = hanzi.Forms(l.doc.Text)
		_, l.head = hanzi.Forms(l.doc.Heading)
	})
}

// text returns the form of l that p counts in.
func (l *leaf) text(p place) string {
	if p.canon {
		return l.canon
	}
	return l.plain
}

func (l *leaf) isHeading() bool { return l.doc.isHeading() }

// isHeading reports whether d is a heading that is filed for itself: nothing
// stands above it but headings and itself.
func (d *Doc) isHeading() bool {
	return d.Text != "" && strings.HasSuffix(d.Heading, d.Text)
}

// inSection reports whether path lies in the section named want: the whole
// path, its beginning, or one of its ordinals.
func inSection(path, want string) bool {
	path, want = hanzi.Fold(path).Text, strings.Trim(want, "/")
	if path == want || strings.HasPrefix(path, want+"/") {
		return true
	}
	for _, part := range strings.Split(path, "/") {
		if part == want || part == "("+want+")" {
			return true
		}
	}
	return false
}

// spans turns places into ranges of the source, in order and merged where they
// touch or overlap.
func (l *leaf) spans(places []place) []Span {
	if len(places) == 0 {
		return nil
	}
	var plain, canon hanzi.Folded
	all := make([]Span, 0, len(places))
	for _, p := range places {
		from := &plain
		if p.canon {
			from = &canon
		}
		if from.Text == "" && p.canon {
			canon = hanzi.Canon(l.doc.Text)
		} else if from.Text == "" {
			plain = hanzi.Fold(l.doc.Text)
		}
		if i, j := from.Source(p.i, p.j); i < j {
			all = append(all, Span{i, j})
		}
	}
	return mergeSpans(all)
}
