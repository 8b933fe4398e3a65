package desk

import (
	"slices"
	"strings"
	"unicode"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
)

// A Shape says how a field of the sheet is filled in.
type Shape int

// The shapes.
const (
	Line    Shape = iota // one line of words
	Combo                // one line of words, some of which are offered
	Choice               // one of the offered words
	Choices              // some of the offered words
	Lines                // one value a line
	Yes                  // yes or no: "yes", or no value
)

// yes is the value of a field of shape Yes that is ticked.
const yes = "yes"

// A Field is one field of the sheet beside the text.
type Field struct {
	Key     string // as in FILE.toml: "deputy.phone"
	Shape   Shape
	Offered []string // the words to choose from, the rule pack's
}

// Fields are the fields of the sheet for the open draft: first those it still
// asks for, then the rest, which have something in them or may stay empty.
func (d *Desk) Fields() (asked, rest []Field) {
	if d.draft == nil {
		return nil, nil
	}
	lacking := map[string]bool{}
	for _, f := range d.Check(*d.draft) {
		if f.Rule == check.Required && f.Code == "empty" {
			lacking[f.Field] = true
		}
	}
	for _, row := range sheetRows {
		if len(row.forms) > 0 && !slices.Contains(row.forms, d.draft.Form) {
			continue
		}
		f := Field{Key: row.key, Shape: row.shape, Offered: d.offered(row.key)}
		if f.Shape == Choice && len(f.Offered) == 0 {
			f.Shape = Line
		}
		if lacking[row.key] || row.first && len(row.get(d.draft)) == 0 {
			asked = append(asked, f)
		} else {
			rest = append(rest, f)
		}
	}
	return asked, rest
}

// Field returns what the open draft has in the field called key: no value if
// it is empty, several for a list.
func (d *Desk) Field(key string) []string {
	row, ok := rowOf(key)
	if !ok || d.draft == nil {
		return nil
	}
	return row.get(d.draft)
}

// SetField fills in the field called key of the open draft. The page that asks
// shows it already, so nobody is told.
func (d *Desk) SetField(key string, values ...string) {
	row, ok := rowOf(key)
	if !ok || d.draft == nil {
		return
	}
	var filled []string
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			filled = append(filled, v)
		}
	}
	if slices.Equal(row.get(d.draft), filled) {
		return
	}
	d.Edit(func(p *annotate.Proposal) { row.set(p, filled) })
}

// Suggested are the words that the text of the open draft points to for an
// empty field, the best first: categories and units.
//
// For the deputy's name and the co-signers they are the people of the roster
// whose name begins as the last words typed.
func (d *Desk) Suggested(key string) []string {
	if d.draft == nil || d.draft.IsFrozen() {
		return nil
	}
	if key == "deputy.name" || key == "cosigner" {
		var names []string
		for _, who := range d.offeredPeople(key) {
			names = append(names, personLine(who))
		}
		return names
	}
	if len(d.Field(key)) > 0 {
		return nil
	}
	p := d.draft
	text := strings.Join([]string{p.Body.Situation, p.Body.Analysis, p.Body.Proposal}, "\n")
	for _, c := range p.Cites {
		text += "\n" + c.Anchor.Quote
	}
	var names []string
	switch key {
	case "category":
		for _, m := range suggested(d.pack.Classify(p.Title, text)) {
			names = append(names, m.Name)
		}
	case "host":
		for _, m := range suggested(d.pack.Hosts(p.Title, text)) {
			names = append(names, m.Name)
		}
	}
	return names[:min(len(names), suggestions)]
}

// offeredPeople are the people of the roster for a field that holds names.
func (d *Desk) offeredPeople(key string) []annotate.Deputy {
	typed := ""
	if lines := d.Field(key); len(lines) > 0 {
		typed = lines[len(lines)-1]
	}
	if typed == "" {
		return nil // the whole roster is no help
	}
	all := d.Roster(typed)
	if len(all) == 1 && (key == "deputy.name" && all[0].Number == d.draft.Deputy.Number || personLine(all[0]) == typed) {
		return nil // that is who stands there
	}
	return all[:min(len(all), 2*suggestions)]
}

// personLine is a deputy in one line: name, number, delegation.
func personLine(who annotate.Deputy) string {
	return strings.Join(strings.Fields(who.Name+" "+who.Number+" "+who.Delegation), " ")
}

// Take fills a field with a word that Suggested put forward: a person of the
// roster fills the whole card, or signs with the writer.
func (d *Desk) Take(key, name string) {
	for _, who := range d.offeredPeople(key) {
		if personLine(who) != name {
			continue
		}
		if key == "deputy.name" {
			d.Press(d.BeDeputy(who))
			return
		}
		lines := d.Field(key)
		d.SetField(key, lines[:len(lines)-1]...) // the words that were typed to find them
		d.Press(d.Cosign(who))
		return
	}
	d.SetField(key, name)
}

// suggestions is how many words are put forward for a field; a fourth is never
// read.
const suggestions = 3

// offered are the words the rule pack offers for a field.
func (d *Desk) offered(key string) []string {
	c := d.pack.Choices
	switch key {
	case "deputy.delegation":
		return d.pack.Delegations
	case "category":
		var names []string
		for _, k := range d.pack.Categories {
			names = append(names, k.Name)
		}
		return names
	case "host":
		var names []string
		for _, u := range d.pack.Units {
			names = append(names, u.Name)
		}
		return names
	case "when":
		return c.When
	case "motion_type":
		return c.MotionType
	case "open":
		return c.Open
	case "formed":
		return c.Formed
	case "repeated":
		return c.Repeated
	case "contact":
		return c.Contact
	case "reply":
		return c.Reply
	}
	return nil
}

// people reads lines of cosigners: name, number, delegation and post with
// blanks between them. The number is the word with digits; what stands before
// it is the name, so that 张　三 stays one person.
func people(lines []string) []annotate.Deputy {
	var all []annotate.Deputy
	for _, l := range lines {
		words := strings.Fields(l)
		if len(words) == 0 {
			continue
		}
		digits := slices.IndexFunc(words, func(w string) bool { return strings.ContainsFunc(w, unicode.IsDigit) })
		var p annotate.Deputy
		switch {
		case digits > 0:
			p.Name, p.Number = strings.Join(words[:digits], ""), words[digits]
			words = words[digits+1:]
		default:
			p.Name, words = words[0], words[1:]
		}
		if len(words) > 0 {
			p.Delegation, p.Post = words[0], strings.Join(words[1:], " ")
		}
		all = append(all, p)
	}
	return all
}

// peopleLines writes cosigners as people reads them.
func peopleLines(all []annotate.Deputy) []string {
	var lines []string
	for _, p := range all {
		lines = append(lines, strings.Join(strings.Fields(strings.Join([]string{p.Name, p.Number, p.Delegation, p.Post}, " ")), " "))
	}
	return lines
}
