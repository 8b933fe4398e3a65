package export

import (
	"bytes"
	_ "embed" // for the example
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
	"deputydesk/seeds/rules"
)

// session.toml, the plan of a session package.
//
// Staff write it; it lies in one folder with the other sources of the package.
// The keys are the fields of the type plan below, and session.toml beside this
// file is the specimen. Refused, by line: an unknown key, a newer schema, and
// whatever a package may not say.

//go:embed session.toml
var sessionExample []byte

// SessionExample is a session.toml to fill in, with a comment on every key.
func SessionExample() []byte { return sessionExample }

type plan struct {
	Schema      int             `toml:"schema"`
	Name        string          `toml:"name"`
	Issued      string          `toml:"issued"` // layout rules.Moment; "": when it is packed
	Begins      any             `toml:"begins"` // toml.LocalDate or string
	Ends        any             `toml:"ends"`
	Key         string          `toml:"key"`
	Delegations []string        `toml:"delegations"`
	Deadlines   planDeadlines   `toml:"deadlines"`
	Report      planReport      `toml:"report"`
	Units       []SessionUnit   `toml:"unit"`
	Categories  []SessionMatter `toml:"category"`
}

type planDeadlines struct {
	Motion     string `toml:"motion"`
	Suggestion string `toml:"suggestion"`
}

type planReport struct {
	ID        string `toml:"id"`
	Title     string `toml:"title"`
	Body      string `toml:"body"`
	Session   string `toml:"session"`
	Year      int    `toml:"year"`
	Delivered any    `toml:"delivered"`
	Source    string `toml:"source"`
}

// ReadPlan reads a session.toml; name stands in its errors, which are
// *rules.Fault. The Report of the session has no file yet: it is what the plan
// says about it. A plan without time of issue is issued now.
func ReadPlan(name string, data []byte, now time.Time) (Session, error) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	var p plan
	if err := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields().Decode(&p); err != nil {
		return Session{}, planFault(name, err)
	}
	if p.Schema < 1 || p.Schema > sessionSchema {
		return Session{}, &rules.Fault{Name: name, Line: planLine(data, "schema", 1),
			Reason: fmt.Sprintf("schema %d, this program reads %d", p.Schema, sessionSchema)}
	}
	s := Session{
		Name: strings.TrimSpace(p.Name), Issued: now.In(annotate.Beijing).Truncate(time.Second), Begins: planDate(p.Begins), Ends: planDate(p.Ends),
		Motion: p.Deadlines.Motion, Suggestion: p.Deadlines.Suggestion, Key: strings.TrimSpace(p.Key),
		Delegations: p.Delegations, Units: p.Units, Categories: p.Categories,
	}
	if p.Issued != "" {
		at, err := time.ParseInLocation(rules.Moment, p.Issued, annotate.Beijing)
		if err != nil {
			return Session{}, &rules.Fault{Name: name, Line: planLine(data, "issued", 1),
				Reason: fmt.Sprintf("issued %q is not a time like 2024-02-20 09:00", p.Issued)}
		}
		s.Issued = at
	}
	r := p.Report
	s.Report = &SessionReport{
		ID: report.ID(r.ID), Title: r.Title, Body: r.Body, Session: r.Session, Year: r.Year, Delivered: planDate(r.Delivered), Source: r.Source,
	}
	if s.Report.Session == "" {
		s.Report.Session = s.Name
	}
	if err := s.check(); err != nil {
		fault := &rules.Fault{Name: name, Reason: err.Error()}
		var f *flaw
		if errors.As(err, &f) && f.key != "" {
			fault.Line = planLine(data, f.key, f.nth)
		}
		return Session{}, fault
	}
	return s, nil
}

// planDate is a date that a plan gives bare or as a text; what is neither stays
// what it is, for the check to refuse.
func planDate(date any) string {
	if date == nil {
		return ""
	}
	return fmt.Sprint(date)
}

func planFault(name string, err error) error {
	var missing *toml.StrictMissingError
	if errors.As(err, &missing) && len(missing.Errors) > 0 {
		e := &missing.Errors[0]
		line, _ := e.Position()
		return &rules.Fault{Name: name, Line: line, Reason: fmt.Sprintf("unknown key %q", strings.Join(e.Key(), "."))}
	}
	fault := &rules.Fault{Name: name, Reason: strings.TrimPrefix(err.Error(), "toml: ")}
	var syntax *toml.DecodeError
	if errors.As(err, &syntax) {
		fault.Line, _ = syntax.Position()
	}
	return fault
}

var planHead = regexp.MustCompile(`^\s*(\[[^#]*\]|[^=#\s]+)`)

// planLine returns the number of the nth line that begins with key, a key or the
// head of a table, or 0.
func planLine(data []byte, key string, nth int) int {
	n := 0
	for line := range bytes.Lines(data) {
		n++
		if m := planHead.FindSubmatch(line); m == nil || string(m[1]) != key {
			continue
		}
		if nth--; nth == 0 {
			return n
		}
	}
	return 0
}
