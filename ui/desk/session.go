package desk

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/store"
	"deputydesk/export"
	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
	"deputydesk/seeds/rules"
)

// A Meeting is what the session package (会议包) in force has set up. The report
// is in the library; here is only what the package says about it.
type Meeting struct {
	ID      string // of the package
	Session export.Session
}

// Fingerprint is that of the committee's key, "" if there is none.
func (m *Meeting) Fingerprint() string { return export.Fingerprint(m.Session.Key) }

// A Refusal is why a file was not opened, as one sentence for people.
type Refusal struct {
	Key  string // of the catalogue
	Args []any  // for its gaps
	Why  error  // for logs and for who asks what kind it is
}

// Error is what a log says.
func (r *Refusal) Error() string { return r.Why.Error() }

// Unwrap is the cause.
func (r *Refusal) Unwrap() error { return r.Why }

// What callers may want to tell apart.
var (
	ErrOlderPackage = errors.New("an older package of the session")
	ErrOtherKey     = errors.New("another key than the one accepted before")
	ErrNoOffer      = errors.New("no key waits for an answer")
	ErrSignsAlready = errors.New("signs already")
)

// The records of the store: every session's last package, which of them is in
// force, and the keys that were accepted.
const (
	meetingKind = "meeting"
	nowKind     = "meeting-now"
	keyKind     = "committee-key"
)

// A keptMeeting is a Meeting in the store; the parts that have entries of their
// own in a package have fields of their own here.
type keptMeeting struct {
	ID          string            `json:"id"`
	Session     export.Session    `json:"session"`
	Rules       []byte            `json:"rules,omitempty"`
	Roster      []export.Member   `json:"roster,omitempty"`
	Doubts      []export.Misprint `json:"doubts,omitempty"`
	Corrections []byte            `json:"corrections,omitempty"`
}

func keep(m Meeting) keptMeeting {
	s := m.Session
	return keptMeeting{m.ID, s, s.Rules, s.Roster, s.Doubts, s.Corrections}
}

func (k keptMeeting) meeting() Meeting {
	s := k.Session
	s.Rules, s.Roster, s.Doubts, s.Corrections = k.Rules, k.Roster, k.Doubts, k.Corrections
	return Meeting{k.ID, s}
}

type nowMeeting struct {
	Session string `json:"session"`
}

type acceptedKey struct {
	Key      string    `json:"key"`
	Accepted time.Time `json:"accepted"`
}

// An offer is a package that was read and waits to be set in force.
type offer struct {
	name     string // of the file
	pkg      export.SessionPackage
	report   *report.Report // nil: the package has none
	meta     intake.Meta    // of it, with the layout that staff checked
	warnings []intake.Warning
	targets  []annotate.Correction // the targets that staff confirmed
	pinned   []acceptedKey
}

// Meeting is what the session package in force has set up, nil if none.
func (d *Desk) Meeting() *Meeting { return d.meeting }

// CommitteeKey is the age recipient to which proposals are encrypted, "" if none.
func (d *Desk) CommitteeKey() string {
	if d.meeting == nil {
		return ""
	}
	return d.meeting.Session.Key
}

// OpenSession sets up the program by the session package at path. It asks
// nothing and replaces nothing that the user typed. A package that is older than
// the one in force is refused; one with another key than those accepted waits as
// an offer, see KeyOffered.
func (d *Desk) OpenSession(path string) {
	d.set.Background(func() {
		data, err := readSource(path)
		var o offer
		if err == nil {
			o, err = readOffer(filepath.Base(path), data)
		}
		d.set.Post(func() {
			if err != nil {
				d.tell(refuse(filepath.Base(path), err))
				return
			}
			d.consider(o)
		})
	})
}

// readOffer reads a package and the report in it.
func readOffer(name string, data []byte) (offer, error) {
	pkg, err := export.ReadSession(name, data)
	if err != nil {
		return offer{}, err
	}
	o := offer{name: name, pkg: pkg}
	if r := pkg.Session.Report; r != nil {
		if o.meta, err = reportMeta(r); err != nil {
			return o, fmt.Errorf("%s: layout: %w: %w", name, export.ErrSession, err)
		}
		if o.report, o.warnings, err = readReport(o.meta, r.File, r.Data); err != nil {
			return o, fmt.Errorf("%s: %s: %w: %w", name, r.File, export.ErrSession, err)
		}
	}
	if c := pkg.Session.Corrections; len(c) > 0 {
		if o.targets, err = annotate.ReadCorrections(name, c); err != nil {
			return o, fmt.Errorf("%w: %w", export.ErrSession, err)
		}
	}
	return o, nil
}

// ShowSession reads the package at path and sets nothing up.
func ShowSession(path string) (*Meeting, error) {
	data, err := readSource(path)
	if err != nil {
		return nil, err
	}
	pkg, err := export.ReadSession(filepath.Base(path), data)
	if err != nil {
		return nil, err
	}
	return &Meeting{pkg.Manifest.ID, pkg.Session}, nil
}

func reportMeta(r *export.SessionReport) (m intake.Meta, err error) {
	m = intake.Meta{ID: r.ID, Title: r.Title, Body: r.Body, Session: r.Session, Year: r.Year, Delivered: r.Delivered, Source: r.Source}
	if len(r.Layout) > 0 {
		m.Fixes, err = intake.ReadFixes(r.Layout)
	}
	return m, err
}

// consider sets the package in force unless it is older or its key is new.
func (d *Desk) consider(o offer) {
	if d.store == nil {
		d.tell(d.trouble)
		return
	}
	d.offer = nil
	s := o.pkg.Session
	all, err := store.Records[keptMeeting](d.store, meetingKind)
	if err != nil {
		d.tell(err)
		return
	}
	for _, k := range all {
		if k.Session.Name == s.Name && s.Issued.Before(k.Session.Issued) {
			d.tell(&Refusal{"desk.session.older", []any{
				"session", s.Name, "issued", moment(s.Issued), "have", moment(k.Session.Issued),
			}, fmt.Errorf("%s: issued %s, in force is that of %s: %w", o.name, moment(s.Issued), moment(k.Session.Issued), ErrOlderPackage)})
			return
		}
	}
	if o.pinned, err = store.Records[acceptedKey](d.store, keyKind); err != nil {
		d.tell(err)
		return
	}
	if len(o.pinned) > 0 && !slices.ContainsFunc(o.pinned, func(k acceptedKey) bool { return k.Key == s.Key }) {
		d.offer = &o
		d.tell(d.otherKey())
		return
	}
	d.tell(d.setUp(o))
}

// otherKey is the question that the offer asks.
func (d *Desk) otherKey() *Refusal {
	s, last := d.offer.pkg.Session, d.offer.pinned[len(d.offer.pinned)-1]
	had, key := export.Fingerprint(last.Key), "desk.session.otherkey"
	if s.Key == "" {
		key = "desk.session.nokey"
	}
	return &Refusal{key, []any{"session", s.Name, "key", export.Fingerprint(s.Key), "had", had},
		fmt.Errorf("%s: key %q, accepted was %q: %w", d.offer.name, export.Fingerprint(s.Key), had, ErrOtherKey)}
}

// KeyOffered is the fingerprint of the key that a package brought and nobody has
// accepted, and whether there is such a package; the fingerprint is "" for a
// package without a key.
func (d *Desk) KeyOffered() (fingerprint string, ok bool) {
	if d.offer == nil {
		return "", false
	}
	return export.Fingerprint(d.offer.pkg.Session.Key), true
}

// AcceptKey sets the package in force that waits with another key.
func (d *Desk) AcceptKey() Action {
	if d.offer == nil {
		return Action{Off: &Refusal{"desk.session.nooffer", nil, ErrNoOffer}}
	}
	return Action{Do: func() {
		o := *d.offer
		d.offer = nil
		d.tell(d.setUp(o))
	}}
}

// DeclineKey forgets the package that waits with another key; nothing of it was
// set up.
func (d *Desk) DeclineKey() {
	d.offer = nil
	d.Dismiss()
}

// setUp puts the report into the library and the package in force, and returns
// what there is to tell.
func (d *Desk) setUp(o offer) error {
	m := Meeting{o.pkg.Manifest.ID, o.pkg.Session}
	pack, err := d.packWith(m.Session)
	if err != nil {
		return err
	}
	again := d.meeting != nil && d.meeting.ID == m.ID
	if o.report != nil {
		if err := d.takeWith(o.report, m.Session.Report.File, m.Session.Report.Data, o.warnings, o.meta.Fixes); !GoodNews(err) {
			return err
		}
	}
	older, err := d.olderRulings(m.Session)
	if err != nil {
		return err
	}
	kept := keep(m)
	records := []store.Record{
		{Kind: meetingKind, ID: m.Session.Name, Value: kept},
		{Kind: nowKind, ID: "now", Value: nowMeeting{m.Session.Name}},
	}
	if m.Session.Key != "" && !slices.ContainsFunc(o.pinned, func(k acceptedKey) bool { return k.Key == m.Session.Key }) {
		records = append(records, store.Record{Kind: keyKind, ID: m.Fingerprint(), Value: acceptedKey{m.Session.Key, d.set.Now()}})
	}
	if err := d.store.SaveRecords(records...); err != nil {
		return err
	}
	d.inForce(kept.meeting(), pack)
	d.changed(Everything)
	fates, err := d.takeSent(older, o.targets)
	if err != nil {
		return err
	}
	if again {
		return &Outcome{"desk.session.known", []any{"session", m.Session.Name}}
	}
	key := "desk.session.opened"
	if o.report == nil {
		key = "desk.session.opened.noreport"
	}
	return &Outcome{key, []any{
		"session", m.Session.Name, "deputies", len(m.Session.Roster), "delegations", len(pack.Delegations),
		"targets", CountFates(fates)[Taken],
	}}
}

// inForce makes m the meeting of this desk.
func (d *Desk) inForce(m Meeting, pack *rules.Pack) {
	d.meeting, d.pack = &m, pack
	if r := m.Session.Report; r != nil {
		d.takeDoubts(r.ID, m.Session.Doubts)
	}
	d.tick()
}

// takeDoubts shows the misprints that staff looked at in place of those that the
// program finds, as far as they stand in a text of the report.
func (d *Desk) takeDoubts(id report.ID, all []export.Misprint) {
	if len(all) == 0 {
		return
	}
	for _, r := range d.editions[id] {
		var doubts []intake.Doubt
		for _, m := range all {
			p, ok := r.Paragraph(m.Paragraph)
			if !ok {
				continue
			}
			text := []rune(p.Text)
			if m.Start < 0 || m.End > len(text) || m.Start >= m.End || string(text[m.Start:m.End]) != m.Text {
				continue
			}
			start := len(string(text[:m.Start]))
			doubts = append(doubts, intake.Doubt{
				Paragraph: p.ID, Span: report.Span{Start: start, End: start + len(m.Text)},
				Text: m.Text, Suggestion: m.Suggestion, Why: intake.DoubtKind(m.Why),
			})
		}
		if len(doubts) == len(all) {
			d.doubts[r.Edition] = doubts
		}
	}
}

// loadMeeting puts the package in force that was in force before.
func (d *Desk) loadMeeting() {
	now, err := store.Records[nowMeeting](d.store, nowKind)
	if err != nil || len(now) == 0 {
		d.tell(err)
		return
	}
	all, err := store.Records[keptMeeting](d.store, meetingKind)
	if err != nil {
		d.tell(err)
		return
	}
	for _, k := range all {
		if k.Session.Name != now[0].Session {
			continue
		}
		m := k.meeting()
		pack, err := d.packWith(m.Session)
		if err != nil {
			d.tell(err)
			return
		}
		d.inForce(m, pack)
		if m.Session.Report != nil && d.Find(m.Session.Report.ID) != nil {
			d.open = d.Find(m.Session.Report.ID)
		}
	}
}

// refuse says of a file that could not be opened why not.
func refuse(name string, err error) error {
	for _, r := range []struct {
		err error
		key string
	}{
		{export.ErrClosed, "desk.session.closed"},
		{export.ErrCritical, "desk.session.newer"},
		{export.ErrAltered, "desk.session.altered"},
		{export.ErrTooLarge, "desk.session.large"},
		{intake.ErrTooLarge, "desk.session.large"},
		{export.ErrSession, "desk.session.bad"},
		{export.ErrPacket, "desk.session.bad"},
	} {
		if errors.Is(err, r.err) {
			return &Refusal{r.key, []any{"file", name, "detail", err}, err}
		}
	}
	return fmt.Errorf("%s: %w", name, err)
}

// moment is a time as people read it, to the minute.
func moment(t time.Time) string { return t.In(annotate.Beijing).Format(rules.Moment) }
