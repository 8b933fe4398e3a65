package pdf

import (
	"crypto/md5"
	"fmt"
	"strings"

	"deputydesk/export"
)

// A finisher writes the new file around what is taken from the draft.
type finisher struct {
	builder
	draft   map[int]object
	drawing *drawing
	doc     export.Document
	o       Options
	fonts   *Fonts

	bound    []leaf           // all pages in the order they are bound
	parts    []export.Part    // of each of them
	elements []export.Element // of all of them; pages count from the first of all
	places   map[string]int   // element of each named place

	leaves []ref   // the pages
	annots []annot // their links
	when   stamp
}

// finish writes a file around a drawing: doc says what it is.
func finish(d *drawing, doc export.Document, o Options) ([]byte, error) {
	draft, err := d.end()
	if err != nil {
		return nil, err
	}
	f := &finisher{draft: draft, drawing: d, doc: doc, o: o, fonts: d.fonts, when: stampOf(doc.Date)}
	f.bind()
	root, tree := f.reserve(), f.reserve()
	resources, err := f.resources()
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	f.draft = nil
	f.writePages(tree, resources)
	info := f.add(f.info())
	cat := []string{
		"/Type /Catalog",
		"/Pages " + tree.String(),
		"/Lang (zh-CN)",
		"/MarkInfo <</Marked true>>",
		"/StructTreeRoot " + f.structure().String(),
		"/ViewerPreferences <</DisplayDocTitle true>>",
		"/PageLabels <</Nums [" + f.pageLabels() + "]>>",
		"/Metadata " + f.metadata().String(),
		"/OutputIntents [" + f.intent().String() + "]",
	}
	if outline, ok := f.outline(); ok {
		cat = append(cat, "/Outlines "+outline.String())
	}
	version := "1.4"
	if o.Preset == ForSigning {
		version = "1.7"
		if o.Data != nil {
			spec := f.attachment()
			cat = append(cat, "/AF ["+spec.String()+"]",
				"/Names <</EmbeddedFiles <</Names ["+text(f.dataName())+" "+spec.String()+"]>>>>")
		}
	}
	f.set(root, "<<"+strings.Join(cat, "\n")+">>")
	return f.file(version, root, info), nil
}

func (f *finisher) dataName() string {
	if f.o.DataName != "" {
		return f.o.DataName
	}
	return "建议.dbz"
}

// attachment embeds the data as the source of this paper.
func (f *finisher) attachment() ref {
	sum := md5.Sum(f.o.Data) // what the format prescribes for /CheckSum
	params := fmt.Sprintf("/Size %d /CheckSum <%x>", len(f.o.Data), sum)
	if f.when.pdf != "" {
		params += " /ModDate (" + f.when.pdf + ")"
	}
	file := f.stream(" /Type /EmbeddedFile /Subtype /application#2Fzip /Params <<"+params+">>", f.o.Data)
	return f.add(fmt.Sprintf("<</Type /Filespec /F (proposal.dbz) /UF %s /Desc %s /AFRelationship /Source /EF <</F %v /UF %v>>>>",
		text(f.dataName()), text("本件的数据，可由代表案头读入"), file, file))
}

// outline lists the headings.
func (f *finisher) outline() (ref, bool) {
	type node struct {
		element export.Element
		self    ref
		level   int
		kids    []int
		parent  int
	}
	var nodes []node
	stack := []int{} // open nodes, by level
	var top []int
	for _, e := range f.elements {
		if e.Outline == "" || e.Page < 0 || len(e.Kind) != 2 || e.Kind[0] != 'H' {
			continue
		}
		n := node{element: e, self: f.reserve(), level: int(e.Kind[1] - '0'), parent: -1}
		for len(stack) > 0 && nodes[stack[len(stack)-1]].level >= n.level {
			stack = stack[:len(stack)-1]
		}
		at := len(nodes)
		if len(stack) > 0 {
			n.parent = stack[len(stack)-1]
			nodes[n.parent].kids = append(nodes[n.parent].kids, at)
		} else {
			top = append(top, at)
		}
		nodes = append(nodes, n)
		stack = append(stack, at)
	}
	if len(top) == 0 {
		return 0, false
	}
	root := f.reserve()
	link := func(all []int) {
		for k, i := range all {
			n := nodes[i]
			parent := root
			if n.parent >= 0 {
				parent = nodes[n.parent].self
			}
			body := fmt.Sprintf("<</Title %s /Parent %v /Dest [%v /XYZ 0 %.2f null]", text(n.element.Outline), parent,
				f.leaves[n.element.Page], f.bound[n.element.Page].paper.Height-n.element.Y)
			if k > 0 {
				body += fmt.Sprintf(" /Prev %v", nodes[all[k-1]].self)
			}
			if k+1 < len(all) {
				body += fmt.Sprintf(" /Next %v", nodes[all[k+1]].self)
			}
			if len(n.kids) > 0 {
				body += fmt.Sprintf(" /First %v /Last %v /Count %d", nodes[n.kids[0]].self, nodes[n.kids[len(n.kids)-1]].self, len(n.kids))
			}
			f.set(n.self, body+">>")
		}
	}
	link(top)
	for _, n := range nodes {
		link(n.kids)
	}
	f.set(root, fmt.Sprintf("<</Type /Outlines /First %v /Last %v /Count %d>>", nodes[top[0]].self, nodes[top[len(top)-1]].self, len(nodes)))
	return root, true
}
