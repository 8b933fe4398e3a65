package rules

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Kinds are the kinds of proposal that there are; a pack may offer fewer.
var Kinds = []string{"建议", "批评", "意见", "议案", "修改意见"}

// prepare compiles the patterns and returns what types cannot say is wrong.
func (p *Pack) prepare() []problem {
	if p.Schema < 1 || p.Schema > schema {
		return []problem{{spot{key: "schema"}, "schema", []string{"schema", strconv.Itoa(p.Schema), "reads", strconv.Itoa(schema)}}}
	}
	v := &verdict{p: p}
	if strings.TrimSpace(p.Name) == "" {
		v.add("", 0, "name", "no-name")
	}
	v.thresholds()
	v.lengths()
	v.titles()
	v.forms()
	v.deadlines()
	v.requirements()
	v.names()
	if n := p.Register.Number; n != "" && !strings.Contains(n, "{n}") {
		v.add("register", 1, "number", "register", "value", n, "n", "{n}")
	}
	return v.found
}

// A verdict gathers the problems of a pack.
type verdict struct {
	p     *Pack
	found []problem
}

func (v *verdict) add(table string, nth int, key, code string, args ...string) {
	v.found = append(v.found, problem{spot{table, nth, key}, code, args})
}

var share = regexp.MustCompile(`^[1-9][0-9]*/[1-9][0-9]*$`)

func (v *verdict) thresholds() {
	for i, t := range v.p.Thresholds {
		switch {
		case t.Signers < 0:
			v.add("threshold", i+1, "signers", "negative", "value", strconv.Itoa(t.Signers))
		case t.Share != "" && !share.MatchString(t.Share):
			v.add("threshold", i+1, "share", "share", "value", t.Share)
		case t.Signers == 0 && t.Share == "":
			v.add("threshold", i+1, "signers", "no-signers")
		}
	}
	if _, ok := v.p.Threshold("议案"); !ok && len(v.p.Thresholds) > 0 {
		v.add("", 0, "level", "level", "level", v.p.Level)
	}
}

func (v *verdict) lengths() {
	l, d := v.p.Lengths, v.p.Deadlines
	for _, n := range []struct {
		table, key string
		value      int
	}{
		{"lengths", "title", l.Title}, {"lengths", "body", l.Body}, {"lengths", "least", l.Least}, {"lengths", "part", l.Part},
		{"lengths", "units", l.Units}, {"lengths", "attachments", l.Attachments},
		{"deadlines", "return_workdays", d.ReturnWorkdays}, {"deadlines", "reassign_workdays", d.ReassignWorkdays},
		{"deadlines", "cohost_months", d.CohostMonths}, {"deadlines", "answer_months", d.AnswerMonths},
		{"deadlines", "complex_months", d.ComplexMonths}, {"deadlines", "feedback_workdays", d.FeedbackWorkdays},
		{"deadlines", "redo_months", d.RedoMonths}, {"register", "digits", v.p.Register.Digits},
	} {
		if n.value < 0 {
			v.add(n.table, 1, n.key, "negative", "value", strconv.Itoa(n.value))
		}
	}
	if l.Measures < 0 || l.Measures > 100 {
		v.add("lengths", 1, "measures_percent", "percent", "value", strconv.Itoa(l.Measures))
	}
}

func (v *verdict) titles() {
	for i := range v.p.Titles {
		t := &v.p.Titles[i]
		v.kinds("title", i+1, t.Kinds)
		form, err := regexp.Compile(t.Pattern)
		if err != nil {
			v.add("title", i+1, "pattern", "pattern", "value", t.Pattern, "detail", err.Error())
			continue
		}
		t.form = form
		if t.Example != "" && !t.Fits(t.Example) {
			v.add("title", i+1, "example", "example", "example", t.Example, "value", t.Pattern)
		}
	}
}

func (v *verdict) kinds(table string, nth int, kinds []string) {
	for _, k := range kinds {
		if !slices.Contains(Kinds, k) {
			v.add(table, nth, "kinds", "unknown-kind", "value", k)
		}
	}
}

func (v *verdict) forms() {
	f := &v.p.Forms
	f.compiled = map[string]*regexp.Regexp{}
	for _, one := range []struct{ key, pattern string }{
		{"number", f.Number}, {"mobile", f.Mobile}, {"landline", f.Landline},
		{"postcode", f.Postcode}, {"hour", f.Hour}, {"earlier", f.Earlier},
	} {
		if one.pattern == "" {
			continue
		}
		form, err := regexp.Compile(one.pattern)
		if err != nil {
			v.add("forms", 1, one.key, "pattern", "value", one.pattern, "detail", err.Error())
			continue
		}
		f.compiled[one.key] = form
	}
}

func (v *verdict) deadlines() {
	d := v.p.Deadlines
	for _, one := range []struct{ key, when string }{{"motion", d.Motion}, {"suggestion", d.Suggestion}} {
		if _, err := time.Parse(Moment, one.when); one.when != "" && err != nil {
			v.add("deadlines", 1, one.key, "moment", "value", one.when)
		}
	}
	if _, err := time.Parse("01-02", d.YearlyReport); d.YearlyReport != "" && err != nil {
		v.add("deadlines", 1, "yearly_report", "day", "value", d.YearlyReport)
	}
}

func (v *verdict) requirements() {
	for i, r := range v.p.Required {
		v.kinds("required", i+1, r.Kinds)
		for _, f := range r.Fields {
			if fieldName(f) == "" {
				v.add("required", i+1, "fields", "unknown-field", "value", f)
			}
		}
		for _, f := range r.Advised {
			if fieldName(f) == "" {
				v.add("required", i+1, "advised", "unknown-field", "value", f)
			}
		}
		if field, _, ok := strings.Cut(r.When, "="); r.When != "" && (!ok || fieldName(field) == "") {
			v.add("required", i+1, "when", "condition", "value", r.When)
		}
	}
}

// names finds entries without a name, names that occur twice, and units of no
// known system.
func (v *verdict) names() {
	p := v.p
	v.list("category", "name", len(p.Categories), func(i int) string { return p.Categories[i].Name })
	v.list("unit", "name", len(p.Units), func(i int) string { return p.Units[i].Name })
	v.list("exclusion", "id", len(p.Exclusions), func(i int) string { return p.Exclusions[i].ID })
	v.list("scope", "id", len(p.Scope), func(i int) string { return p.Scope[i].ID })
	v.list("wording", "write", len(p.Wording), func(i int) string { return p.Wording[i].Write })
	for i, w := range p.Wording {
		v.kinds("wording", i+1, w.Kinds)
	}
	v.list("label", "printed", len(p.Labels), func(i int) string { return p.Labels[i].Printed })
	v.list("threshold", "act", len(p.Thresholds), func(i int) string {
		if p.Thresholds[i].Act == "" || p.Thresholds[i].Level == "" {
			return ""
		}
		return fmt.Sprintf("%s %s", p.Thresholds[i].Act, p.Thresholds[i].Level)
	})
	for i, u := range p.Units {
		if s := p.Register.Systems; len(s) > 0 && u.System != "" && !slices.Contains(s, u.System) {
			v.add("unit", i+1, "system", "unknown-system", "value", u.System)
		}
	}
}

func (v *verdict) list(table, key string, n int, name func(int) string) {
	seen := map[string]bool{}
	for i := range n {
		switch name := strings.TrimSpace(name(i)); {
		case name == "":
			v.add(table, i+1, key, "nameless", "table", table)
		case seen[name]:
			v.add(table, i+1, key, "twice", "name", name)
		default:
			seen[name] = true
		}
	}
}
