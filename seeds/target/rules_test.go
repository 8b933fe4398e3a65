package target

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"deputydesk/seeds/report"
)

// planOf is a report of 2024 whose plan says text.
func planOf(text string) *report.Report {
	return &report.Report{ID: "r", Year: 2024, Sections: []report.Section{{
		Path: "三", Heading: "三、2024年重点工作",
		Paragraphs: []report.Paragraph{{ID: "r/三/1", Section: "三", Text: text}},
	}}}
}

// say writes a target as a reviewer reads it: subject, sign, value with unit, ↑
// for a growth, ◇ before a milestone, the due day unless it is the year's end.
func say(t Target) string {
	s := t.Subject
	if t.Kind == Milestone {
		s = "◇" + s
	} else {
		s += " " + string(t.Comparator) + strconv.FormatFloat(t.Value, 'f', -1, 64) + t.Unit
	}
	if t.Measure == Growth {
		s += "↑"
	}
	if t.Due != "2024-12-31" {
		s += " @" + t.Due
	}
	return s
}

// sayAll reads text as a plan and writes its targets, and the traps that
// refused a figure: ✗scope 168个.
func sayAll(text string) string {
	var all []string
	for _, c := range clausesOf(text, 2024, false) {
		c.when = whenIn(c)
		c.figures = figuresOf(text, c.start, c.end)
		for i, f := range c.figures {
			if t := refused(c, i); t != nil {
				all = append(all, fmt.Sprintf("✗%s %s", t.name, text[f.number.start:f.unitEnd]))
			}
		}
	}
	for _, t := range Of(planOf(text)) {
		all = append(all, say(t))
	}
	return strings.Join(all, "；")
}

// Every trap and every reading has at least one row of its own.
func TestRules(t *testing.T) {
	tested := map[string]bool{}
	for _, tt := range ruleRows {
		tested[tt.rule] = true
		if got := sayAll(tt.text); got != tt.want {
			t.Errorf("%s: %s\n got %s\nwant %s", tt.rule, tt.text, got, tt.want)
		}
	}
	for _, r := range traps {
		if !tested["trap "+r.name] || r.says == "" {
			t.Errorf("trap %s has no row or no sentence", r.name)
		}
	}
	for _, r := range readings {
		if !tested["reading "+r.name] || r.says == "" {
			t.Errorf("reading %s has no row or no sentence", r.name)
		}
	}
}

// A report that a person could have written, one line of it at a time.
func TestPhrases(t *testing.T) {
	for _, tt := range phraseRows {
		if got := sayAll(tt.text); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}
