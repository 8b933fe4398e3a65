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
	Unsure   bool // of a copy: it was guessed and nobody has looked yet

	Why string // of Unsure: from what it was guessed, a key behind "staff.guess."
}

// Fields are the fields of the sheet that say something, that are missing, or
// that the staff may put right. The words of the proposal are among them only in a
// copy, which somebody or something else wrote down.
func Fields(e registry.Entry) []Field {
	was := map[string]string{}
	keys := slices.Clone(registry.Mendable)
	for _, d := range desk.Differences(annotate.Proposal{}, e.Proposal) {
		if d.Field == "cites" || d.Field == "amendments" || d.Field == "attachments" || words(d.Field) && e.Origin == registry.Packed {
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
	unsure := map[string]string{}
	for _, g := range e.Guesses {
		if !g.Sure && g.Field != "" {
			unsure[g.Field] = g.Why
			if !slices.Contains(keys, g.Field) {
				keys = append(keys, g.Field)
			}
		}
	}
	sheet := e.Sheet()
	var all []Field
	for _, key := range keys {
		why, guessed := unsure[key]
		f := Field{Unsure: guessed, Why: why, Key: key, Was: was[key], Now: was[key], Lacking: slices.Contains(e.Lacks, key)}
		if slices.Contains(registry.Mendable, key) {
			f.Mendable, f.Was, f.Now = true, registry.Field(e.Proposal, key), registry.Field(sheet, key)
		} else if words(key) {
			f.Mendable = e.Origin != registry.Packed
		}
		all = append(all, f)
	}
	return all
}

// words reports whether a field holds the words of a proposal.
func words(key string) bool { return key == "title" || strings.HasPrefix(key, "body.") }

// Confirm says that guessed fields of an entry are right as they stand.
func (o *Office) Confirm(id annotate.ProposalID, fields ...string) error {
	return o.each([]annotate.ProposalID{id}, func(b *registry.Book, by registry.Decision, id string) error {
		for _, f := range fields {
			if err := b.Confirm(by, id, f); err != nil {
				return err
			}
		}
		return nil
	})
}

// Recopy puts the words of a copy right: its title, or a part of its text.
func (o *Office) Recopy(id annotate.ProposalID, key, value string) error {
	e, ok := o.Entry(id)
	if !ok {
		return registry.ErrNoEntry
	}
	p := e.Proposal
	if key == "title" {
		p.Title = strings.TrimSpace(value)
	}
	for _, part := range desk.Parts {
		if part.Key(p.Form) == key {
			part.Put(&p, strings.TrimSpace(value))
		}
	}
	digest := export.Digest(p)
	return o.each([]annotate.ProposalID{id}, func(b *registry.Book, by registry.Decision, id string) error {
		return b.Recopy(by, id, p, digest)
	})
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
	case "confirmed":
		return w.Text("entries.change.confirmed", "field", o.SayFieldOf(w, to))
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
