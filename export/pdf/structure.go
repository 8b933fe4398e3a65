package pdf

import (
	"fmt"
	"strings"
)

// structure writes the logical structure: Document, headings, paragraphs,
// quotes and tables in reading order, each pointing at its marked content.
func (f *finisher) structure() ref {
	root, document := f.reserve(), f.reserve()
	elements := make([]ref, len(f.elements))
	for i := range elements {
		elements[i] = f.reserve()
	}
	content := make([][]string, len(elements)) // of each element
	var parents []string
	for page, l := range f.bound {
		var owners []string
		for id, tag := range l.marks {
			content[tag] = append(content[tag], fmt.Sprintf("<</Type /MCR /Pg %v /MCID %d>>", f.leaves[page], id))
			owners = append(owners, elements[tag].String())
		}
		parents = append(parents, fmt.Sprintf("%d [%s]", page, strings.Join(owners, " ")))
	}
	for i, a := range f.annots {
		content[a.element] = append(content[a.element], fmt.Sprintf("<</Type /OBJR /Obj %v /Pg %v>>", a.self, f.leaves[a.page]))
		parents = append(parents, fmt.Sprintf("%d %v", len(f.bound)+i, elements[a.element]))
	}
	var top []string
	for i, e := range f.elements {
		if e.Parent < 0 {
			top = append(top, elements[i].String())
		} else {
			content[e.Parent] = append(content[e.Parent], elements[i].String())
		}
	}
	for i, e := range f.elements {
		parent := document
		if e.Parent >= 0 {
			parent = elements[e.Parent]
		}
		body := fmt.Sprintf("<</Type /StructElem /S /%s /P %v /K [%s]", e.Kind, parent, strings.Join(content[i], " "))
		if e.Alt != "" {
			body += " /Alt " + text(e.Alt)
		}
		attributes := ""
		if e.Scope != "" {
			attributes += " /Scope /" + e.Scope
		}
		if e.Columns > 1 {
			attributes += fmt.Sprintf(" /ColSpan %d", e.Columns)
		}
		if attributes != "" {
			body += " /A <</O /Table" + attributes + ">>"
		}
		f.set(elements[i], body+">>")
	}
	f.set(document, fmt.Sprintf("<</Type /StructElem /S /Document /P %v /K [%s]>>", root, strings.Join(top, " ")))
	tree := f.add("<</Nums [" + strings.Join(parents, " ") + "]>>")
	f.set(root, fmt.Sprintf("<</Type /StructTreeRoot /K [%v] /ParentTree %v /ParentTreeNextKey %d>>", document, tree, len(parents)))
	return root
}
