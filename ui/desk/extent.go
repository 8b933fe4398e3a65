package desk

import (
	"deputydesk/assets"
	"deputydesk/seeds/report"
)

// MissingBefore says that the text begins later than the report did, in one
// sentence; "" for a report whose beginning is there.
func MissingBefore(w assets.Words, r *report.Report) string {
	switch from := report.From(r); {
	case r.Fragment.Before == "":
		return ""
	case from == "":
		return w.Text("desk.missing.before.somewhere", "mark", r.Fragment.Before)
	default:
		return w.Text("desk.missing.before", "from", from)
	}
}

// MissingAfter says how far the text goes, in one sentence; "" for a report whose
// end is there.
func MissingAfter(w assets.Words, r *report.Report) string {
	switch upTo := report.UpTo(r); {
	case r.Fragment.After == "":
		return ""
	case upTo == "":
		return w.Text("desk.missing.after.somewhere", "mark", r.Fragment.After)
	default:
		return w.Text("desk.missing.after", "upto", upTo)
	}
}

// Missing is both, one after the other.
func Missing(w assets.Words, r *report.Report) string {
	return MissingBefore(w, r) + MissingAfter(w, r)
}
