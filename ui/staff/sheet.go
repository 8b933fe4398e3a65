package staff

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/export"
	"deputydesk/ui/desk"
)

// A Field is one field of the sheet of an entry.
type Field struct {
	Key      string // as in FILE.toml
	Was, Now string // as handed in, and as the staff put it right
	Mendable bool
	Lacking  bool // it was missing or malformed when the proposal came
}

// Fields are the fields of the sheet that say something, that are missing, or
// that the staff may put right. The words of the proposal are not among them.
func Fields(e registry.Entry) []Field {
	was := map[string]string{}
	keys := slices.Clone(registry.Mendable)
	for _, d := range desk.Differences(annotate.Proposal{}, e.Proposal) {
		own := d.Field == "title" || d.Field == "cites" || d.Field == "amendments" || strings.HasPrefix(d.Field, "body.")
		if own || d.Field == "attachments" {
			continue
		}
		was[d.Field] = d.Now
		if !slices.Contains(keys, d.Field) {
			keys = append(keys, d.Field)
		}
	}
	for _, lack := range e.Lacks {
		if !slices.Contains(keys, lack) {
			keys = append(keys, lack)
		}
	}
	sheet := e.Sheet()
	var all []Field
	for _, key := range keys {
		f := Field{Key: key, Was: was[key], Now: was[key], Lacking: slices.Contains(e.Lacks, key)}
		if slices.Contains(registry.Mendable, key) {
			f.Mendable, f.Was, f.Now = true, registry.Field(e.Proposal, key), registry.Field(sheet, key)
		}
		all = append(all, f)
	}
	return all
}

// Unpack writes an attachment into a folder of this machine's for passing things
// and returns where, so that the system's own program can open it.
func (o *Office) Unpack(f annotate.File) (path string, err error) {
	data, err := o.desk.FileBytes(f.SHA256)
	if err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp("", "deputydesk-")
	if err != nil {
		return "", err
	}
	path = filepath.Join(dir, export.SafeName(f.Name))
	return path, os.WriteFile(path, data, 0o600)
}

// SayChange is a line of a journal as a sentence: what went over into what.
func (o *Office) SayChange(w assets.Words, c registry.Change) string {
	field, from, to := o.SayFieldOf(w, c.Field), c.From, c.To
	switch c.Field {
	case "into":
		from, to = o.named(from), o.named(to)
	case string(registry.New), string(registry.Revised), string(registry.Incomplete), string(registry.Review):
		if to == "" {
			return w.Text("entries.change.review")
		}
		return w.Text("entries.change.received", "verdict", field, "file", to)
	}
	switch {
	case from == "":
		return w.Text("entries.change.set", "field", field, "to", to)
	case to == "":
		return w.Text("entries.change.cleared", "field", field, "from", from)
	}
	return w.Text("entries.change", "field", field, "from", from, "to", to)
}

// SayFieldOf is a field of the register or of the sheet in words.
func (o *Office) SayFieldOf(w assets.Words, field string) string {
	for _, key := range []string{"entries.field." + field, "staff.verdict." + field} {
		if text := w.Text(key); text != key {
			return text
		}
	}
	return desk.SayField(w, field)
}

// named is an entry as a journal names it: its number, else its title.
func (o *Office) named(id string) string {
	r, ok := o.Row(annotate.ProposalID(id))
	switch {
	case !ok:
		return id
	case r.Number != "":
		return r.Number
	}
	return r.Title
}
