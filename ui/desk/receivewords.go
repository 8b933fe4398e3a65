package desk

import (
	"strings"

	"deputydesk/annotate/registry"
	"deputydesk/assets"
)

// SayRow says in the user's words why a row has its verdict.
func SayRow(w assets.Words, r registry.Row) string {
	if r.Err != nil {
		what, hint := Explain(w, r.Err)
		return what + hint
	}
	said := w.Text("staff.why." + string(r.Why))
	names, key := r.Fields, "staff.differ"
	switch r.Why {
	case registry.Twice:
	case registry.Invisible:
		names = r.Hidden
		key = "staff.hidden"
	default:
		names, key = r.Lacks, "staff.lacks"
	}
	if len(names) == 0 {
		return said
	}
	var all []string
	for _, f := range names {
		all = append(all, SayField(w, f))
	}
	return said + w.Text(key, "fields", strings.Join(all, w.Text("finder.comma")))
}

// SayField is a field of FILE.toml in words; one that has none is named as it
// stands there.
func SayField(w assets.Words, field string) string {
	key, _, _ := strings.Cut(field, "[")
	if text := w.Text("check.field." + key); text != "check.field."+key {
		return text
	}
	return field
}

// SaySummary says what came of all rows in one line: what a person wants to know
// first.
func SaySummary(w assets.Words, rows []registry.Row) string {
	n := Summary(rows)
	return w.Text("staff.summary", "all", len(rows), "new", n[registry.New], "revised", n[registry.Revised], "incomplete", n[registry.Incomplete],
		"review", n[registry.Review], "duplicate", n[registry.Duplicate], "conflict", n[registry.Conflict], "error", n[registry.Damaged])
}
