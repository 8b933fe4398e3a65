package annotate

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/pelletier/go-toml/v2"

	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// FILE.toml, a proposal as text.
//
// One UTF-8 TOML file holds one proposal, so that staff can write one by hand
// and two versions can be compared by line. The keys are the fields of the type
// file below, spelled as in the JSON of Proposal; every other key is refused by
// name and line. A missing key is no error here: annotate/check says what a
// proposal lacks.
//
//	id       a UUID; empty: made from the deputy's number and the title, so
//	         that the same file always gives the same proposal
//	date     a TOML local date, 2024-02-22, or "" for none
//	[[cite]] holds the quoted words only. Where they stand is found by Bind.
//	[[amendment]] speaks of the report that the first cite names, unless it
//	         names its own.
//
// What a file does not hold: the state of the draft and its times.

// A FileError says where in a file what is wrong. It is the only error that
// ReadFile returns.
type FileError struct {
	Name   string // of the file
	Line   int    // from 1; 0 if the fault has no line
	Reason string
}

// Error returns `x.toml: line 7: unknown key "titel"`.
func (e *FileError) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.Name, e.Reason)
	}
	return fmt.Sprintf("%s: line %d: %s", e.Name, e.Line, e.Reason)
}

// proposals is the name space of ids made from a deputy's number and a title.
// Changing it would give every hand-written file a second identity.
var proposals = uuid.MustParse("6f0e9c1a-57a3-5d0b-9d56-2f8d1c6a4b70")

type file struct {
	ID            string     `toml:"id"`
	Revision      int        `toml:"revision"`
	Kind          Form       `toml:"kind"`
	Title         string     `toml:"title"`
	Session       string     `toml:"session"`
	When          string     `toml:"when"`
	Category      string     `toml:"category"`
	MotionType    string     `toml:"motion_type"`
	AsDelegation  bool       `toml:"as_delegation"`
	Host          string     `toml:"host"`
	Cohosts       []string   `toml:"cohosts"`
	Open          string     `toml:"open"`
	OpenReason    string     `toml:"open_reason"`
	Confidential  bool       `toml:"confidential"`
	Formed        []string   `toml:"formed"`
	Repeated      string     `toml:"repeated"`
	EarlierNumber string     `toml:"earlier_number"`
	Contact       []string   `toml:"contact"`
	Reply         string     `toml:"reply"`
	Cosign        bool       `toml:"cosign"`
	Attachments   []string   `toml:"attachments"`
	Date          any        `toml:"date"` // toml.LocalDate or string
	Hour          string     `toml:"hour"`
	Deputy        fileDeputy `toml:"deputy"`
	Cosigners     []fileSign `toml:"cosigner"`
	Body          fileBody   `toml:"body"`
	Cites         []fileCite `toml:"cite"`
	Amends        []fileEdit `toml:"amendment"`
}

type fileDeputy struct {
	Name       string `toml:"name"`
	Number     string `toml:"number"`
	Delegation string `toml:"delegation"`
	Post       string `toml:"post"`
	Phone      string `toml:"phone"`
	Address    string `toml:"address"`
	Postcode   string `toml:"postcode"`
}

type fileSign struct {
	Name       string `toml:"name"`
	Number     string `toml:"number"`
	Delegation string `toml:"delegation"`
	Post       string `toml:"post"`
}

// fileBody has two names for each part, those of a motion and those of
// everything else; a file may use either.
type fileBody struct {
	Situation string `toml:"situation"`
	Analysis  string `toml:"analysis"`
	Proposal  string `toml:"proposal"`
	Reason    string `toml:"reason"`
	Basis     string `toml:"basis"`
	Plan      string `toml:"plan"`
}

type fileCite struct {
	Report  string `toml:"report"`
	Edition string `toml:"edition"`
	Quote   string `toml:"quote"`
	Target  string `toml:"target"`
	Ask     string `toml:"ask"`
	Page    int    `toml:"page"`
	Line    int    `toml:"line"`
}

type fileEdit struct {
	Report string `toml:"report"`
	Quote  string `toml:"quote"`
	Op     Op     `toml:"op"`
	To     string `toml:"to"`
	Reason string `toml:"reason"`
	Page   int    `toml:"page"`
	Line   int    `toml:"line"`
}

// Limits of FILE.toml. A proposal has some 10 kB of text and rarely ten tables.
const (
	mostText   = 1 << 20 // bytes
	mostTables = 2_000   // co-signers, citations and amendments together
)

// ReadFile reads a proposal from the text of a FILE.toml; name stands in its
// errors, which are *FileError. The quotes are not bound to any report yet; see
// Bind.
func ReadFile(name string, data []byte) (Proposal, error) {
	if len(data) > mostText {
		return Proposal{}, &FileError{Name: name, Reason: fmt.Sprintf("%d bytes: larger than any proposal", len(data))}
	}
	if n := bytes.Count(data, []byte("[[")); n > mostTables {
		return Proposal{}, &FileError{Name: name, Reason: fmt.Sprintf("%d tables: more than any proposal has", n)}
	}
	var f file
	// An editor of Windows may have ended the lines in its way; in a text of several
	// lines that would be another text.
	plain := bytes.ReplaceAll(bytes.TrimPrefix(data, []byte("\uFEFF")), []byte("\r\n"), []byte("\n"))
	d := toml.NewDecoder(bytes.NewReader(plain))
	if err := d.DisallowUnknownFields().Decode(&f); err != nil {
		return Proposal{}, fileError(name, err)
	}
	date, err := civil(f.Date)
	if err != nil {
		return Proposal{}, &FileError{Name: name, Line: lineOf(data, "date"), Reason: err.Error()}
	}
	p := f.proposal()
	p.Date = date
	if f.ID == "" {
		p.ID = IDFor(p.Deputy.Number, p.Title)
		return p, nil
	}
	id, err := uuid.Parse(f.ID)
	if err != nil {
		return Proposal{}, &FileError{Name: name, Line: lineOf(data, "id"), Reason: fmt.Sprintf("id %q is not a UUID", f.ID)}
	}
	p.ID = ProposalID(id.String())
	return p, nil
}

// IDFor returns the id of a proposal that was written without one: the UUIDv5
// of the deputy's number and the title.
func IDFor(number, title string) ProposalID {
	return ProposalID(uuid.NewSHA1(proposals, []byte(number+"\n"+title)).String())
}

// copies is the name space of ids made from what stands on a paper.
var copies = uuid.MustParse("0b7c2c5e-8a1d-5e43-9f0e-3c6d1a9b4e27")

// CopyID returns the id of a proposal that was copied from a paper: the UUIDv5 of
// the hash of what stands there, so that the same paper is the same proposal.
func CopyID(hash string) ProposalID {
	return ProposalID(uuid.NewSHA1(copies, []byte(hash)).String())
}

func (f file) proposal() Proposal {
	p := Proposal{
		Revision:      max(1, f.Revision),
		Form:          f.Kind,
		Title:         f.Title,
		Session:       f.Session,
		When:          f.When,
		Category:      f.Category,
		MotionType:    f.MotionType,
		AsDelegation:  f.AsDelegation,
		Host:          f.Host,
		Cohosts:       f.Cohosts,
		Open:          f.Open,
		OpenReason:    f.OpenReason,
		Confidential:  f.Confidential,
		Formed:        f.Formed,
		Repeated:      f.Repeated,
		EarlierNumber: f.EarlierNumber,
		Contact:       f.Contact,
		Reply:         f.Reply,
		Cosign:        f.Cosign,
		Attachments:   f.Attachments,
		Hour:          f.Hour,
		Deputy:        Deputy(f.Deputy),
		Body: Body{
			Situation: first(f.Body.Situation, f.Body.Reason),
			Analysis:  first(f.Body.Analysis, f.Body.Basis),
			Proposal:  first(f.Body.Proposal, f.Body.Plan),
		},
		State: Drafting,
	}
	for _, s := range f.Cosigners {
		p.Cosigners = append(p.Cosigners, Deputy{Name: s.Name, Number: s.Number, Delegation: s.Delegation, Post: s.Post})
	}
	var named report.ID
	for _, c := range f.Cites {
		if named == "" {
			named = report.ID(c.Report)
		}
		p.Cites = append(p.Cites, Citation{
			Anchor: Anchor{Report: report.ID(c.Report), Edition: report.Edition(c.Edition), Quote: c.Quote},
			Target: target.ID(c.Target),
			Ask:    Ask(c.Ask),
			Page:   c.Page,
			Line:   c.Line,
		})
	}
	for _, a := range f.Amends {
		p.Amends = append(p.Amends, Amendment{
			Anchor: Anchor{Report: report.ID(first(a.Report, string(named))), Quote: a.Quote},
			Op:     a.Op,
			To:     a.To,
			Reason: a.Reason,
			Page:   a.Page,
			Line:   a.Line,
		})
	}
	return p
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// civil returns the civil date that a TOML value holds, "" for none.
func civil(v any) (string, error) {
	switch v := v.(type) {
	case nil:
		return "", nil
	case toml.LocalDate:
		return v.String(), nil
	case string:
		if v == "" {
			return "", nil
		}
		if _, err := time.Parse(time.DateOnly, v); err == nil {
			return v, nil
		}
		return "", fmt.Errorf("date %q is not a date like 2024-02-22", v)
	}
	return "", fmt.Errorf("date %v is not a date like 2024-02-22", v)
}

// fileError words what the TOML reader found. Several unknown keys are named
// in one sentence, since the line that follows is usually wrong for the same
// reason.
func fileError(name string, err error) *FileError {
	var missing *toml.StrictMissingError
	if errors.As(err, &missing) && len(missing.Errors) > 0 {
		var out *FileError
		for i := range missing.Errors {
			e := &missing.Errors[i]
			line, _ := e.Position()
			reason := fmt.Sprintf("unknown key %q", shortened(strings.Join(e.Key(), ".")))
			if out == nil {
				out = &FileError{Name: name, Line: line, Reason: reason}
				continue
			}
			if i >= namedKeys {
				out.Reason += fmt.Sprintf("; and %d more", len(missing.Errors)-i)
				break
			}
			out.Reason += fmt.Sprintf("; line %d: %s", line, reason)
		}
		return out
	}
	var syntax *toml.DecodeError
	if errors.As(err, &syntax) {
		line, _ := syntax.Position()
		return &FileError{Name: name, Line: line, Reason: shortened(strings.TrimPrefix(syntax.Error(), "toml: "))}
	}
	return &FileError{Name: name, Reason: shortened(strings.TrimPrefix(err.Error(), "toml: "))}
}

// shortened is text that fits into a message.
func shortened(text string) string {
	const most = 120
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// namedKeys is how many unknown keys a message names.
const namedKeys = 5

// lineOf returns the line on which key stands before the first table, or 0.
func lineOf(data []byte, key string) int {
	for i, line := range strings.Split(string(data), "\n") {
		name, _, found := strings.Cut(line, "=")
		if found && strings.TrimSpace(name) == key {
			return i + 1
		}
		if strings.HasPrefix(strings.TrimSpace(line), "[") {
			return 0
		}
	}
	return 0
}
