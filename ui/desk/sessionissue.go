package desk

import (
	"encoding/json"
	"errors"
	"path/filepath"

	"deputydesk/annotate"
	"deputydesk/export"
	"deputydesk/seeds/rules"
)

// ErrNoMeeting is why there is nothing to send to deputies.
var ErrNoMeeting = errors.New("no session is in force")

// MeetingFileName is the file name that is offered for the session package.
func (d *Desk) MeetingFileName() string {
	if d.meeting == nil {
		return "会议包.dbs"
	}
	return plainName(d.meeting.Session.Name) + "_会议包.dbs"
}

// IssueMeeting 发给代表 writes the session package of the session in force to out:
// the open report with the targets and the places of the print that staff looked
// at, the rule pack, the roster, the deadlines and the committee's key.
func (d *Desk) IssueMeeting(out string) (Packed, error) {
	if d.meeting == nil {
		return Packed{}, &Refusal{"desk.session.none", nil, ErrNoMeeting}
	}
	s := d.meeting.Session
	s.Issued = d.set.Now()
	var done Packed
	var err error
	if s.Report, err = d.reportToSend(); err != nil {
		return done, err
	}
	s.Doubts, s.Corrections = nil, nil
	if s.Report != nil {
		done.Report = d.open
		for _, m := range d.Doubts() {
			p, ok := d.open.Paragraph(m.Paragraph)
			if !ok || m.Heading != "" {
				continue
			}
			at := m.Span.Runes(p.Text)
			s.Doubts = append(s.Doubts, export.Misprint{Paragraph: m.Paragraph, Start: at[0], End: at[1], Text: m.Text, Suggestion: m.Suggestion, Why: string(m.Why)})
		}
	}
	if all := d.correctionsOf(d.open); len(all) > 0 {
		if s.Corrections, err = annotate.WriteCorrections(all); err != nil {
			return done, err
		}
	}
	if s.Rules == nil && d.ownRules != nil {
		if s.Rules, err = rules.Write(d.ownRules.pack); err != nil {
			return done, err
		}
	}
	pkg, err := export.NewSession(s)
	if err != nil {
		return done, err
	}
	data, err := pkg.Bytes()
	if err != nil {
		return done, err
	}
	// What deputies are going to read is read once before it leaves.
	if _, err := readOffer(filepath.Base(out), data); err != nil {
		return done, err
	}
	done.Meeting = Meeting{pkg.Manifest.ID, s}
	done.File, err = save(out, data)
	return done, err
}

// reportToSend is the open report as it was imported; nil for one that every
// program has.
func (d *Desk) reportToSend() (*export.SessionReport, error) {
	r := d.open
	if d.store == nil || !d.Imported(r) {
		return nil, nil
	}
	kept, err := d.store.Report(importID(r))
	if err != nil {
		return nil, err
	}
	sent := &export.SessionReport{
		File: "report" + filepath.Ext(kept.Name), ID: r.ID, Title: r.Title, Body: r.Body, Session: r.Session, Year: r.Year,
		Delivered: r.Delivered, Source: r.Source, Data: kept.Source,
	}
	if len(kept.Meta.Fixes) > 0 {
		if sent.Layout, err = json.Marshal(kept.Meta.Fixes); err != nil {
			return nil, err
		}
	}
	if filepath.Ext(kept.Name) == "" {
		sent.File += ".txt" // what was pasted has no name
	}
	return sent, nil
}
