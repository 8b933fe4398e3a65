package desk

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"deputydesk/annotate"
	"deputydesk/export"
	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
	"deputydesk/seeds/rules"
)

// The files from which staff pack a session package.
const (
	planFile        = "session.toml"
	rosterFile      = "roster.csv"
	rulesFile       = "rules.toml"
	doubtsFile      = "doubts.json"
	correctionsFile = "corrections.json"
	layoutFile      = "layout.json"
)

var rulesFiles = []string{rulesFile, "rules.xlsx", "规则包.xlsx"}

var reportFiles = []string{"report.txt", "report.docx", "report.pdf"}

// rosterHead begins a roster. The mark tells spreadsheets that it is UTF-8.
const rosterHead = "\uFEFF姓名,代表证号,代表团,职务\r\n"

// NewSessionFolder writes the files from which a session package is packed, to be
// filled in, and returns their paths. It overwrites nothing.
func NewSessionFolder(dir string) ([]string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	var written []string
	for _, f := range []struct {
		name string
		data []byte
	}{{planFile, export.SessionExample()}, {rosterFile, []byte(rosterHead)}} {
		path := filepath.Join(dir, f.name)
		file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return written, err
		}
		_, err = file.Write(f.data)
		if err = errors.Join(err, file.Close()); err != nil {
			return written, err
		}
		written = append(written, path)
	}
	return written, nil
}

// A Packed is a session package that was written.
type Packed struct {
	File     string
	Meeting  Meeting
	Report   *report.Report // as it was read; nil if the package has none
	Dropped  []string       // heads of columns of the roster that were left out
	Warnings []intake.Warning
}

// PackSession writes the session package that the files of dir make to out. A
// fault is told with file, line and reason, and then nothing is written.
func PackSession(dir, out string, now time.Time) (Packed, error) {
	done, err := gather(dir, now)
	if err != nil {
		return Packed{}, err
	}
	pkg, err := export.NewSession(done.Meeting.Session)
	if err != nil {
		return Packed{}, err
	}
	done.Meeting.ID = pkg.Manifest.ID
	data, err := pkg.Bytes()
	if err != nil {
		return Packed{}, err
	}
	// What deputies are going to read is read once before it leaves.
	if _, err := readOffer(filepath.Base(out), data); err != nil {
		return Packed{}, err
	}
	done.File, err = save(out, data)
	return done, err
}

// gather reads the files of dir.
func gather(dir string, now time.Time) (Packed, error) {
	data, err := readSource(filepath.Join(dir, planFile))
	if err != nil {
		return Packed{}, err
	}
	s, err := export.ReadPlan(planFile, data, now)
	if err != nil {
		return Packed{}, err
	}
	var done Packed
	for _, read := range []func(dir string, s *export.Session, done *Packed) error{
		gatherRoster, gatherRules, gatherReport, gatherDoubts, gatherCorrections,
	} {
		if err := read(dir, &s, &done); err != nil {
			return Packed{}, err
		}
	}
	done.Meeting.Session = s
	return done, nil
}

// optional reads a file of dir; nil if there is none.
func optional(dir, name string) ([]byte, error) {
	data, err := readSource(filepath.Join(dir, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

func gatherRoster(dir string, s *export.Session, done *Packed) error {
	data, err := optional(dir, rosterFile)
	if err != nil || data == nil {
		return err
	}
	text, _, err := intake.Decode(data)
	if err != nil {
		return &rules.Fault{Name: rosterFile, Line: 1, Reason: err.Error()}
	}
	if s.Roster, done.Dropped, err = export.ReadRoster(rosterFile, text, s.Delegations); err != nil {
		return err
	}
	if len(s.Delegations) > 0 {
		return nil
	}
	for _, m := range s.Roster {
		if m.Delegation != "" && !slices.Contains(s.Delegations, m.Delegation) {
			s.Delegations = append(s.Delegations, m.Delegation)
		}
	}
	return nil
}

// gatherRules takes the rule pack, as TOML or as the template that staff filled
// in; in the package it is TOML.
func gatherRules(dir string, s *export.Session, _ *Packed) error {
	found := ""
	for _, name := range rulesFiles {
		data, err := optional(dir, name)
		if err != nil {
			return err
		}
		if data == nil {
			continue
		}
		if found != "" {
			return fmt.Errorf("%s: there is %s as well, and a session has one rule pack", name, found)
		}
		found = name
		pack, err := readRules(name, data)
		if err != nil {
			return err
		}
		if name != rulesFile {
			if data, err = rules.Write(pack); err != nil {
				return err
			}
		}
		s.Rules = data
	}
	return nil
}

func gatherReport(dir string, s *export.Session, done *Packed) error {
	layout, err := optional(dir, layoutFile)
	if err != nil {
		return err
	}
	if layout != nil {
		fixes, err := intake.ReadFixes(bytes.TrimPrefix(layout, []byte("\uFEFF")))
		if err != nil {
			return jsonFault(layoutFile, layout, err)
		}
		if s.Report.Layout, err = json.Marshal(fixes); err != nil {
			return err
		}
	}
	meta, err := reportMeta(s.Report)
	if err != nil {
		return err
	}
	layout = s.Report.Layout
	s.Report = nil
	found := ""
	for _, name := range reportFiles {
		data, err := optional(dir, name)
		if err != nil {
			return err
		}
		if data == nil {
			continue
		}
		if found != "" {
			return fmt.Errorf("%s: there is %s as well, and a session has one report", name, found)
		}
		found = name
		r, warnings, err := readReport(meta, name, data)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		done.Report, done.Warnings = r, warnings
		s.Report = &export.SessionReport{
			File: name, ID: r.ID, Title: r.Title, Body: r.Body, Session: r.Session, Year: r.Year,
			Delivered: r.Delivered, Source: r.Source, Layout: layout, Data: data,
		}
	}
	return nil
}

// gatherDoubts takes the misprints that staff looked at, else those that the
// program finds.
func gatherDoubts(dir string, s *export.Session, done *Packed) error {
	data, err := optional(dir, doubtsFile)
	if err != nil {
		return err
	}
	if data != nil {
		if err := json.Unmarshal(data, &s.Doubts); err != nil {
			return jsonFault(doubtsFile, data, err)
		}
		return nil
	}
	if done.Report == nil {
		return nil
	}
	for _, d := range intake.Doubts(done.Report) {
		p, ok := done.Report.Paragraph(d.Paragraph)
		if !ok || d.Heading != "" {
			continue // a file names places in paragraphs; the receiver finds headings again
		}
		at := d.Span.Runes(p.Text)
		s.Doubts = append(s.Doubts, export.Misprint{
			Paragraph: d.Paragraph, Start: at[0], End: at[1], Text: d.Text, Suggestion: d.Suggestion, Why: string(d.Why),
		})
	}
	return nil
}

func gatherCorrections(dir string, s *export.Session, _ *Packed) error {
	data, err := optional(dir, correctionsFile)
	if err != nil || data == nil {
		return err
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	var any json.RawMessage
	if err := json.Unmarshal(data, &any); err != nil {
		return jsonFault(correctionsFile, data, err)
	}
	if _, err := annotate.ReadCorrections(correctionsFile, data); err != nil {
		return err
	}
	s.Corrections = data
	return nil
}

// jsonFault names the line where JSON goes wrong.
func jsonFault(name string, data []byte, err error) error {
	fault := &rules.Fault{Name: name, Reason: strings.TrimPrefix(err.Error(), "json: ")}
	at := int64(-1)
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		at = syntax.Offset
	case errors.As(err, &kind):
		at = kind.Offset
	}
	if at >= 0 && at <= int64(len(data)) && utf8.Valid(data) {
		fault.Line = bytes.Count(data[:at], []byte("\n")) + 1
	}
	return fault
}
