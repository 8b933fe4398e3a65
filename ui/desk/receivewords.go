package desk

import (
	"slices"
	"strings"

	"deputydesk/annotate/registry"
	"deputydesk/assets"
)

// SayRow says in the user's words why a row has its verdict.
func SayRow(w assets.Words, r registry.Row) string {
	if r.Err != nil {
		return Tell(w, r.Err)
	}
	said := w.Text("staff.why." + string(r.Why))
	list := func(key string, names []string) {
		var all []string
		for _, f := range names {
			if f = SayField(w, f); !slices.Contains(all, f) {
				all = append(all, f)
			}
		}
		if len(all) > 0 {
			said += w.Text(key, "fields", strings.Join(all, w.Text("finder.comma")))
		}
	}
	switch r.Why {
	case registry.Twice, registry.OtherCopy:
		list("staff.differ", r.Fields)
	case registry.Invisible:
		list("staff.hidden", r.Hidden)
	case registry.Same, registry.SignedCopy, registry.SignedElse, registry.ScanOnly:
	default:
		list("staff.unsure", unsure(r.Guesses))
		list("staff.lacks", r.Lacks)
	}
	return said
}

// SayField is a field of FILE.toml in words; one that has none is named as it
// stands there.
func SayField(w assets.Words, field string) string {
	key, _, _ := strings.Cut(field, "[")
	if w.Has("check.field." + key) {
		return w.Text("check.field." + key)
	}
	return field
}

// SayGuess says of one field of a copy from what it was read, "代表姓名：没有标签，看位置是
// “乙县代表团 钱样张”"; "" for one that nobody needs to look at.
func SayGuess(w assets.Words, g registry.Guess) string {
	if g.Sure {
		return ""
	}
	said := w.Text("staff.guess." + g.Why)
	if g.Words != "" {
		said = w.Text("staff.guess.words", "why", said, "words", g.Words)
	}
	if g.Field == "" {
		return said
	}
	return w.Text("staff.guess.field", "field", SayField(w, g.Field), "said", said)
}

// SaySummary says what came of all rows in one line: what a person wants to know
// first.
func SaySummary(w assets.Words, rows []registry.Row) string {
	n := Summary(rows)
	return w.Text("staff.summary", "all", len(rows), "new", n[registry.New], "revised", n[registry.Revised], "incomplete", n[registry.Incomplete],
		"review", n[registry.Review], "duplicate", n[registry.Duplicate], "conflict", n[registry.Conflict], "error", n[registry.Damaged])
}

// SayArrived says of rows that are not taken in yet what a person wants to know
// first: "420件：312可收，96待核，12重复。原件未改动，可撤销本批。"
func SayArrived(w assets.Words, rows []registry.Row) string {
	n := Summary(rows)
	var parts []string
	for _, part := range []struct {
		key string
		n   int
	}{
		{"ready", n[registry.New] + n[registry.Revised]}, {"incomplete", n[registry.Incomplete]}, {"review", n[registry.Review]},
		{"conflict", n[registry.Conflict]}, {"duplicate", n[registry.Duplicate]}, {"error", n[registry.Damaged]},
	} {
		if part.n > 0 {
			parts = append(parts, w.Text("intakes.count."+part.key, "n", part.n))
		}
	}
	if len(parts) == 0 {
		return w.Text("intakes.count.none")
	}
	return w.Text("intakes.summary", "all", len(rows), "parts", strings.Join(parts, w.Text("intakes.count.comma")))
}
