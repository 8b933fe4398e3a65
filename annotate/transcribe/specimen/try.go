package specimen

import (
	"fmt"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/transcribe"
	"deputydesk/seeds/intake"
	"deputydesk/seeds/rules"
)

// A Mark is how one field of one file was read.
type Mark struct {
	Paper, Kind string
	Field       string
	Want, Got   string
	Sure        bool // nobody is asked to look
	Blind       bool
}

// Right reports whether the field was read as a clerk would copy it. Blanks do
// not count.
func (m Mark) Right() bool { return squeeze(m.Want) == squeeze(m.Got) }

// Silent reports whether the field is wrong and nobody is asked to look.
func (m Mark) Silent() bool { return !m.Right() && m.Sure }

// Try reads every file of every paper. A field counts where the paper has it or
// something was read for it.
func Try(all []Paper, pack *rules.Pack) ([]Mark, error) {
	var marks []Mark
	for _, p := range all {
		for _, kind := range p.Kinds {
			data, err := p.File(kind)
			if err != nil {
				return nil, err
			}
			leaf, err := intake.Open(p.Name+"."+kind, data)
			if err != nil {
				return nil, fmt.Errorf("specimen: %s: %w", p.Name, err)
			}
			read := transcribe.Read(leaf, pack)
			for i, gold := range p.Gold {
				var one transcribe.Reading
				if i < len(read) {
					one = read[i]
				}
				marks = append(marks, compare(p, kind, gold, one)...)
			}
			for _, more := range read[min(len(read), len(p.Gold)):] {
				marks = append(marks, Mark{Paper: p.Name, Kind: kind, Field: "more", Got: more.Proposal.Title, Sure: more.Certain(), Blind: p.Blind})
			}
		}
	}
	return marks, nil
}

func compare(p Paper, kind string, gold map[string]string, read transcribe.Reading) []Mark {
	got := values(read.Proposal)
	var fields []string
	for f := range gold {
		fields = append(fields, f)
	}
	for f, v := range got {
		if _, both := gold[f]; !both && v != "" {
			fields = append(fields, f)
		}
	}
	slices.Sort(fields)
	var marks []Mark
	for _, f := range fields {
		sure := read.Certain() // else somebody looks at the proposal as a whole
		for _, g := range read.Guesses {
			if g.Field == f {
				sure = g.Sure
			}
		}
		marks = append(marks, Mark{p.Name, kind, f, gold[f], got[f], sure && !read.Parted, p.Blind})
	}
	return marks
}

// values are the fields of a proposal as the papers give them.
func values(p annotate.Proposal) map[string]string {
	v := map[string]string{}
	for _, f := range transcribe.Fields() {
		v[f] = transcribe.Value(p, f)
	}
	return v
}

func squeeze(text string) string { return strings.Join(strings.Fields(text), "") }

// A Score counts marks.
type Score struct {
	Files, Fields, Right int
	Silent               int // wrong, and nobody is asked to look
}

// Tell counts the marks.
func Tell(marks []Mark) Score {
	var s Score
	files := map[string]bool{}
	for _, m := range marks {
		files[m.Paper+m.Kind] = true
		s.Fields++
		if m.Right() {
			s.Right++
		}
		if m.Silent() {
			s.Silent++
		}
	}
	s.Files = len(files)
	return s
}
