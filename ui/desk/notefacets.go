package desk

import (
	"cmp"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
)

// NoteKinds are the kinds of note in the order they are offered; the one that
// nobody has to choose comes first.
var NoteKinds = []annotate.Kind{annotate.Remark, annotate.Question, annotate.Agree, annotate.Disagree, annotate.Verify}

// NoteFacets are by what the notes can be told apart: only what some note has.
type NoteFacets struct {
	Kinds    []annotate.Kind
	Tags     []string // the most used first
	Sections []NoteSection
	Lost     int // notes whose words somebody must look for
}

// A NoteSection is a section that notes stand in.
type NoteSection struct {
	Key   SectionKey
	Name  string // its heading; of the whole report its title
	Depth int    // 0 for a report, which is only listed if there are several
}

// NoteFacets tells them apart.
func (d *Desk) NoteFacets() NoteFacets {
	var f NoteFacets
	kinds, tags := map[annotate.Kind]bool{}, map[string]int{}
	paths := map[report.ID]map[report.Path]bool{}
	for _, n := range d.notes {
		kinds[n.Kind] = true
		for _, t := range n.Tags {
			tags[t]++
		}
		r := d.Find(n.Anchor.Report)
		if r == nil {
			continue
		}
		if paths[r.ID] == nil {
			paths[r.ID] = map[report.Path]bool{}
		}
		found, g := d.Where(n.Anchor, r), d.guide(r)
		if uncertain(found.Status) {
			f.Lost++
		}
		if i, ok := g.places[found.Paragraph]; ok {
			paths[r.ID][g.lines[i].section] = true
			paths[r.ID][g.lines[i].section.Top()] = true
		}
	}
	for _, k := range NoteKinds {
		if kinds[k] {
			f.Kinds = append(f.Kinds, k)
		}
	}
	for t := range tags {
		f.Tags = append(f.Tags, t)
	}
	slices.SortFunc(f.Tags, func(a, b string) int { return cmp.Or(tags[b]-tags[a], cmp.Compare(a, b)) })
	for _, r := range d.reports {
		if paths[r.ID] == nil {
			continue
		}
		if len(paths) > 1 {
			f.Sections = append(f.Sections, NoteSection{SectionKey{Report: r.ID}, reportName(r), 0})
		}
		for _, s := range r.Sections {
			if paths[r.ID][s.Path] && s.Heading != "" {
				f.Sections = append(f.Sections, NoteSection{SectionKey{r.ID, s.Path}, s.Heading, s.Path.Depth()})
			}
		}
	}
	return f
}

// mostTag is how long a tag may be, in characters: a sentence is no tag.
const mostTag = 20

// ReadTags are the tags that somebody typed, parted by blanks or signs, each
// once.
func ReadTags(text string) []string {
	var tags []string
	for _, t := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" 　\t\n,，、;；#＃", r) }) {
		if runes := []rune(t); len(runes) > mostTag {
			t = string(runes[:mostTag])
		}
		if !slices.Contains(tags, t) {
			tags = append(tags, t)
		}
	}
	return tags
}
