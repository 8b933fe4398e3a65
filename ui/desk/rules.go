package desk

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"deputydesk/annotate/store"
	"deputydesk/export"
	"deputydesk/export/pdf"
	"deputydesk/export/xlsx"
	"deputydesk/seeds/rules"
)

// ErrBundledRules is why there is nothing to go back to.
var ErrBundledRules = errors.New("the bundled rule pack is in force")

// An Origin says where a rule pack comes from.
type Origin string

// The origins. A pack that was chosen here counts before that of the session it
// was chosen in; the next session's counts before it.
const (
	Bundled Origin = "bundled"
	Session Origin = "session"
	Chosen  Origin = "chosen"
)

// Rules is the rule pack in force and where it comes from.
type Rules struct {
	Pack   *rules.Pack
	Origin Origin
	From   string    // the session or the file; "" for the bundled one
	Since  time.Time // when it was chosen; zero otherwise
}

// rulesKind is the record of the pack that was chosen here.
const rulesKind, rulesID = "rules", "chosen"

// keptRules is a chosen pack in the store.
type keptRules struct {
	File    string    `json:"file"`
	Data    []byte    `json:"data"`    // TOML
	Session string    `json:"session"` // that was in force then; "" if none
	Since   time.Time `json:"since"`

	pack *rules.Pack
}

// Rules is the rule pack in force.
func (d *Desk) Rules() Rules {
	switch {
	case d.ownRules != nil && d.choiceCounts():
		return Rules{d.pack, Chosen, d.ownRules.File, d.ownRules.Since}
	case d.meeting != nil && len(d.meeting.Session.Rules) > 0:
		return Rules{d.pack, Session, d.meeting.Session.Name, time.Time{}}
	}
	return Rules{d.pack, Bundled, "", time.Time{}}
}

// choiceCounts says whether the pack chosen here goes before that of the session.
func (d *Desk) choiceCounts() bool {
	return d.meeting == nil || len(d.meeting.Session.Rules) == 0 || d.ownRules.Session == d.meeting.Session.Name
}

// packWith is the pack that s puts in force beside the one chosen here.
func (d *Desk) packWith(s export.Session) (*rules.Pack, error) {
	if d.ownRules == nil || len(s.Rules) > 0 && d.ownRules.Session != s.Name {
		return s.Pack(rules.Default())
	}
	own := d.ownRules.pack
	s.Rules = nil
	if d.ownRules.Session == s.Name { // who chose it knew the session's lists
		if len(own.Delegations) > 0 {
			s.Delegations = nil
		}
		if len(own.Units) > 0 {
			s.Units = nil
		}
		if len(own.Categories) > 0 {
			s.Categories = nil
		}
	}
	return s.Pack(own)
}

// reweigh works out anew which pack is in force.
func (d *Desk) reweigh() error {
	var s export.Session
	if d.meeting != nil {
		s = d.meeting.Session
	}
	pack, err := d.packWith(s)
	if err != nil {
		return err
	}
	d.pack = pack
	d.changed(Ruled)
	return nil
}

// ReadRules reads a rule pack: a filled-in template or a TOML file. All that is
// wrong with it comes as one rules.Faults.
func ReadRules(path string) (*rules.Pack, error) {
	data, err := readSource(path)
	if err != nil {
		return nil, err
	}
	return readRules(filepath.Base(path), data)
}

func readRules(name string, data []byte) (*rules.Pack, error) {
	if !bytes.HasPrefix(data, []byte("PK")) && !strings.EqualFold(filepath.Ext(name), ".xlsx") {
		return rules.Read(name, data)
	}
	grids, err := xlsx.Read(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	book := make([]rules.Sheet, len(grids))
	for i, g := range grids {
		book[i] = rules.Sheet{Name: g.Name, Rows: g.Rows}
	}
	return rules.ReadSheets(name, book)
}

// UseRules puts the pack at path in force and keeps it; Undo takes it back. A
// file with faults changes nothing and is told with all of them.
func (d *Desk) UseRules(path string) error {
	if d.store == nil {
		return d.trouble
	}
	pack, err := ReadRules(path)
	if err != nil {
		return err
	}
	data, err := rules.Write(pack)
	if err != nil {
		return err
	}
	now := &keptRules{File: filepath.Base(path), Data: data, Since: d.set.Now(), pack: pack}
	if d.meeting != nil {
		now.Session = d.meeting.Session.Name
	}
	return d.chooseRules(now)
}

// TakeRules is UseRules, and tells; RulesFaults lists what is wrong.
func (d *Desk) TakeRules(path string) {
	d.badRules = nil
	if err := d.UseRules(path); err != nil {
		errors.As(err, &d.badRules)
		d.changed(Ruled)
		d.tell(err)
		return
	}
	d.tell(&Outcome{"rules.used", []any{"name", d.pack.Name, "file", d.ownRules.File}})
}

// RulesFaults is all that is wrong with the file that TakeRules read last, and
// its name; none if it was taken.
func (d *Desk) RulesFaults() (file string, all rules.Faults) {
	if len(d.badRules) == 0 {
		return "", nil
	}
	return d.badRules[0].Name, d.badRules
}

// Rulebook is the page that shows the rule pack. It is none of DeputyPages: it
// is opened from the menu.
const Rulebook Page = "rulebook"

// ShowRules brings that page to the front.
func (d *Desk) ShowRules() Action {
	return Action{Do: func() {
		if d.page != Rulebook {
			d.beforeRules = d.page
		}
		d.Turn(Rulebook)
	}}
}

// CloseRules goes back to the page from which it was opened.
func (d *Desk) CloseRules() {
	d.badRules = nil
	if d.beforeRules == "" {
		d.beforeRules = Reading
	}
	d.Turn(d.beforeRules)
}

// RestoreRules puts the bundled pack, or that of the session, in force again.
func (d *Desk) RestoreRules() Action {
	if d.ownRules == nil {
		return Action{Off: ErrBundledRules}
	}
	return Action{Do: func() {
		d.badRules = nil
		if err := d.chooseRules(nil); err != nil {
			d.tell(err)
			return
		}
		d.tell(&Outcome{"rules.restored", []any{"name", d.pack.Name}})
	}}
}

// chooseRules makes now the chosen pack, nil for none, as a step.
func (d *Desk) chooseRules(now *keptRules) error {
	was := d.ownRules
	turn := func(to *keptRules) func() error {
		return func() error {
			record := store.Record{Kind: rulesKind, ID: rulesID}
			if to != nil {
				record.Value = to
			}
			if err := d.store.SaveRecords(record); err != nil {
				return err
			}
			d.ownRules = to
			return d.reweigh()
		}
	}
	if err := turn(now)(); err != nil {
		return err
	}
	d.did(step{undo: turn(was), redo: turn(now)})
	return nil
}

// loadRules reads the pack that was chosen before. It is called before the
// session is put in force.
func (d *Desk) loadRules() {
	all, err := store.Records[*keptRules](d.store, rulesKind)
	if err != nil || len(all) == 0 {
		d.tell(err)
		return
	}
	k := all[0]
	if k.pack, err = rules.Read(k.File, k.Data); err != nil {
		d.tell(err)
		return
	}
	d.ownRules = k
	d.tell(d.reweigh())
}

// ApplyRules puts a pack in force for this run only: nothing is kept.
func (d *Desk) ApplyRules(p *rules.Pack) { d.pack = p }

// RulesName is the file name that is offered for the pack in force.
func (d *Desk) RulesName() string { return "规则包_" + plainName(d.pack.Name) + ".xlsx" }

// WriteRules saves the pack in force at path: as a template that staff fill in,
// or, when path ends in .toml, as TOML.
func (d *Desk) WriteRules(path string) error {
	data, err := rulesFileOf(d.pack, path)
	if err != nil {
		return err
	}
	return pdf.Save(path, data)
}

// SaveRules is WriteRules, and tells.
func (d *Desk) SaveRules(path string) {
	if err := d.WriteRules(path); err != nil {
		d.tell(err)
		return
	}
	d.tell(&Outcome{"rules.saved", []any{"file", filepath.Base(path)}})
}

func rulesFileOf(p *rules.Pack, path string) ([]byte, error) {
	if strings.EqualFold(filepath.Ext(path), ".toml") {
		return rules.Write(p)
	}
	var tables []xlsx.Table
	for _, s := range rules.Sheets(p, export.FormWords()) {
		t := xlsx.Table{Name: s.Name, Title: s.Name, Form: true, Choices: s.Picks}
		for c, head := range s.Rows[0] {
			t.Columns = append(t.Columns, xlsx.Column{Head: head, Width: widthOf(s, c)})
		}
		for _, row := range s.Rows[1:] {
			cells := make([]any, len(row))
			for c, cell := range row {
				cells[c] = cell
			}
			t.Rows = append(t.Rows, cells)
		}
		tables = append(tables, t)
	}
	return xlsx.Write(tables...)
}

// The widths of the columns of a template, in characters of the default font; a
// Chinese character takes two.
const narrowest, widestColumn = 12, 72

// widthOf is how wide a column of a template is: as its longest cell, in bounds.
func widthOf(s rules.Sheet, column int) float64 {
	widest := narrowest
	for _, row := range s.Rows {
		if column < len(row) {
			widest = max(widest, 2*len([]rune(row[column]))+2)
		}
	}
	return float64(min(widest, widestColumn))
}
