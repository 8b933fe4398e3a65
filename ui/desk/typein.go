package desk

import (
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/export"
)

// What keeps something from being entered.
var (
	ErrNothingArrived = errors.New("nothing was handed in")
	ErrNotTaken       = errors.New("this row cannot be taken in")
	ErrTypedLacks     = errors.New("name and title are needed")
	ErrCode           = errors.New("no eight characters 0-9 A-F")
)

// A Typing 录入 is what a person typed from a paper that holds no data.
type Typing struct {
	Code      string // the eight characters of the draft code, as printed or without the dash; may be empty
	Deputy    annotate.Deputy
	Form      annotate.Form
	Title     string
	Category  string
	Cosigners string // names between commas, or how many there are
	Scan      string // path of a picture or PDF of the paper; may be empty
	File      string // by which name people know it while there is no scan
}

// PlainCode is a draft code without dash and revision, upper-case: the eight
// characters that stand on the sheet.
func PlainCode(code string) (string, error) {
	text, _, _ := strings.Cut(strings.ToUpper(strings.TrimSpace(code)), "/")
	text = strings.NewReplacer("-", "", "－", "", " ", "", "—", "").Replace(text)
	if len(text) != 8 || strings.Trim(text, "0123456789ABCDEF") != "" {
		return "", ErrCode
	}
	return text, nil
}

// Typed is an arrival of what was typed: a proposal whose text is on paper alone,
// or, where the code is that of an entry, the scan for this entry.
func (d *Desk) Typed(t Typing) (*Arrival, error) {
	a := &Arrival{Files: 1}
	got := registry.Received{File: t.File, Origin: registry.Typed}
	if t.Scan != "" {
		name, data, err := readWhole(t.Scan)
		if err != nil {
			return nil, err
		}
		p := paperOf(name, data)
		a.papers, got.Files, got.File = []paper{p}, []annotate.File{p.file}, filepath.Base(t.Scan)
	}
	if t.Code != "" {
		code, err := PlainCode(t.Code)
		if err != nil {
			return nil, err
		}
		if e, ok := d.Coded(code); ok && t.Title == "" && t.Scan != "" {
			got.Origin, got.Proposal = registry.Scanned, annotate.Proposal{ID: e.Proposal.ID, Title: e.Proposal.Title, Deputy: e.Proposal.Deputy}
			got.Printed = registry.Printed{ID: e.Proposal.ID, Code: code, Revision: e.Proposal.Revision, Hash: e.Digest}
			a.Received = []registry.Received{got}
			return a, nil
		}
		got.Printed.Code = code
	}
	p := d.typed(t)
	if p.Deputy.Name == "" || p.Title == "" {
		return nil, ErrTypedLacks
	}
	r := d.receiver()
	full := r.received(got.File, p, "", "")
	full.Origin, full.Files, full.Printed = got.Origin, got.Files, got.Printed
	full.Source = full.Digest // of the words typed
	full.Guesses = []registry.Guess{{Field: "body", Why: "missing"}}
	full.Lacks = slices.DeleteFunc(full.Lacks, func(f string) bool { return strings.HasPrefix(f, "body") })
	a.Received = []registry.Received{full}
	return a, nil
}

// typed is the proposal of what was typed; its id is always the same for the same
// deputy and title.
func (d *Desk) typed(t Typing) annotate.Proposal {
	form := t.Form
	if form == "" {
		form = annotate.Suggestion
	}
	name, title := strings.TrimSpace(t.Deputy.Name), strings.TrimSpace(t.Title)
	p := annotate.New(annotate.CopyID("typed\n"+name+"\n"+t.Deputy.Number+"\n"+title), form)
	p.Title, p.Category, p.Deputy = title, strings.TrimSpace(t.Category), t.Deputy
	p.Deputy.Name, p.Date = name, d.set.Now().In(annotate.Beijing).Format("2006-01-02")
	if m := d.Meeting(); m != nil {
		p.Session = m.Session.Name
	}
	list := strings.TrimSpace(t.Cosigners)
	if n, err := strconv.Atoi(list); err == nil && n >= 0 && n < 1000 {
		p.Cosigners = make([]annotate.Deputy, n)
		return p
	}
	for _, name := range Names(list) {
		who := annotate.Deputy{Name: name}
		if all := d.Roster(name); len(all) == 1 && all[0].Name == name {
			who = all[0]
		}
		p.Cosigners = append(p.Cosigners, who)
	}
	return p
}

// Coded is the entry whose sheet bears a code, as PlainCode writes it.
func (d *Desk) Coded(code string) (registry.Entry, bool) {
	b, err := d.Book()
	if err != nil {
		return registry.Entry{}, false
	}
	for _, e := range b.Entries {
		if plain, err := PlainCode(export.Code(e.Proposal)); err == nil && plain == code {
			return e, true
		}
	}
	return registry.Entry{}, false
}

// CodeOf is the draft code of a proposal as it is printed.
func CodeOf(p annotate.Proposal) string { return export.Code(p) }
