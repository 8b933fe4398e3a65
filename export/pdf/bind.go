package pdf

import (
	"fmt"
	"slices"
	"strings"

	"deputydesk/export"
)

// An annot is a link on a page and the element it belongs to.
type annot struct {
	self    ref
	page    int
	element int
}

// bind puts the sheaves in the order of their parts and counts their pages and
// elements through.
func (f *finisher) bind() {
	slices.SortStableFunc(f.drawing.sheaves, func(a, b *sheaf) int { return int(a.part) - int(b.part) })
	f.places = map[string]int{}
	for _, s := range f.drawing.sheaves {
		page, base := len(f.bound), len(f.elements)
		for _, e := range s.elements {
			if e.Parent >= 0 {
				e.Parent += base
			}
			if e.Page >= 0 {
				e.Page += page
			}
			if e.Name != "" && e.Page >= 0 {
				f.places[e.Name] = len(f.elements)
			}
			f.elements = append(f.elements, e)
		}
		for _, l := range s.leaves {
			for i := range l.marks {
				l.marks[i] += base
			}
			for i := range l.links {
				l.links[i].Tag += base
			}
			f.bound = append(f.bound, l)
			f.parts = append(f.parts, s.part)
		}
	}
	f.drawing.sheaves = nil
}

// kidsPerNode is how many pages one node of the page tree has.
const kidsPerNode = 256

// writePages writes the pages under a new page tree, and their links.
func (f *finisher) writePages(tree ref, resources string) {
	for range f.bound {
		f.leaves = append(f.leaves, f.reserve())
	}
	var nodes []string
	parent := tree
	for i, l := range f.bound {
		if len(f.bound) > kidsPerNode && i%kidsPerNode == 0 {
			end := min(i+kidsPerNode, len(f.bound))
			parent = f.add(fmt.Sprintf("<</Type /Pages /Parent %v /Kids [%s] /Count %d>>", tree, refs(f.leaves[i:end]), end-i))
			nodes = append(nodes, parent.String())
		}
		links := ""
		for _, k := range l.links {
			to, ok := f.places[k.To]
			if !ok {
				continue
			}
			e := f.elements[to]
			a := f.add(fmt.Sprintf("<</Type /Annot /Subtype /Link /Rect [%.2f %.2f %.2f %.2f] /Border [0 0 0] /F 4 /StructParent %d /Dest [%v /XYZ 0 %.2f null]>>",
				k.X, l.paper.Height-k.Y-k.Height, k.X+k.Width, l.paper.Height-k.Y, len(f.bound)+len(f.annots), f.leaves[e.Page], f.bound[e.Page].paper.Height-e.Y))
			f.annots = append(f.annots, annot{a, i, k.Tag})
			links += " " + a.String()
		}
		if links != "" {
			links = " /Annots [" + links[1:] + "]"
		}
		f.set(f.leaves[i], fmt.Sprintf("<</Type /Page /Parent %v /MediaBox [0 0 %.2f %.2f] /Resources <<%s>> /Contents %v /StructParents %d /Tabs /S%s>>",
			parent, l.paper.Width, l.paper.Height, resources, f.stored(" /Filter /FlateDecode", l.content), i, links))
		f.bound[i].content = nil
	}
	list := strings.Join(nodes, " ")
	if nodes == nil {
		list = refs(f.leaves)
	}
	f.set(tree, fmt.Sprintf("<</Type /Pages /Kids [%s] /Count %d>>", list, len(f.bound)))
}

func refs(all []ref) string {
	var b strings.Builder
	for i, r := range all {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(r.String())
	}
	return b.String()
}

// pageLabels are what a viewer calls the pages: 封面, then Roman figures, then
// numbers from 1.
func (f *finisher) pageLabels() string {
	var b strings.Builder
	for i, part := range f.parts {
		if i > 0 && part == f.parts[i-1] {
			continue
		}
		style := "/S /D"
		switch part {
		case export.CoverPart:
			style = "/P " + text("封面")
		case export.FrontPart:
			style = "/S /R"
		}
		fmt.Fprintf(&b, "%d <<%s>> ", i, style)
	}
	return strings.TrimSpace(b.String())
}
