// Package desk is the state of one window and what may be done in it, without
// a toolkit. The window draws a Desk and calls its methods; the command line
// calls the same methods, so that the two cannot differ.
//
// A Desk belongs to one goroutine, in the window the UI's. Slow work leaves it
// through Background and comes back through Post; time comes in through Now
// and After. Nothing here has a colour or a size.
package desk

import (
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/annotate/store"
	"deputydesk/export/pdf"
	"deputydesk/search"
	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
	"deputydesk/seeds/rules"
	"deputydesk/seeds/target"
)

// A Topic says what has changed, so that a page redraws only what shows it.
type Topic int

// The topics.
const (
	Pages      Topic = iota // another page is in front
	Text                    // another report is open
	Place                   // the reader should go somewhere
	Selected                // other words are selected
	Answered                // search results
	Noted                   // notes
	Drafted                 // the list of drafts
	Edited                  // the open draft
	Saved                   // the state of saving
	Notices                 // something to tell
	Indexed                 // how far the index has come
	Aimed                   // what a person says of the targets
	Ticked                  // a minute has passed: the countdown
	Steps                   // what can be taken back
	Ruled                   // the rule pack
	Compared                // what drafts are compared with
	Read                    // how much of the report has been read
	Previewed               // the paper that is looked at before it is saved
	Booked                  // the register of the staff
	Working                 // how far long work is
	Arrived                 // what was handed in and is not taken in yet
	Everything              // all of the above
)

// Settings of a Desk. The zero value of a field takes its default.
type Settings struct {
	// Folder holds everything the user owns: store and index. "" for a desk
	// that keeps nothing.
	Folder string

	// Secret is the passphrase of a sealed folder, or its recovery code.
	Secret string

	// Background runs f away from the owner's goroutine, Post back on it. Nil
	// calls f at once.
	Background, Post func(f func())

	// After calls f on the owner's goroutine when d has passed; the returned
	// function cancels. Nil never calls f.
	After func(d time.Duration, f func()) (cancel func())

	// Safe takes defaults in the place of what was kept of looks, place and fonts,
	// and no index from the disk; nothing of what was kept is changed by it.
	Safe bool

	// Fonts are the folders where fonts of this machine are looked for; nil
	// for the system's.
	Fonts []string

	// Now is the clock; nil is the system's, in Beijing time.
	Now func() time.Time
}

// A Desk is the state of one window.
type Desk struct {
	// Changed is called after something changed. May be nil.
	Changed func(Topic)

	set Settings

	store   *store.Store
	trouble error // why there is no store, or why it is not whole

	index       *search.Index
	reports     []*report.Report // the newest edition of each
	editions    map[report.ID][]*report.Report
	doubts      map[report.Edition][]intake.Doubt
	revisedText *Revised // of the last report asked about
	targets     map[report.ID][]target.Target
	pack        *rules.Pack
	alike       comparison                // what proposals are compared with
	past        pasts                     // archived sessions
	book        *registry.Book            // as it is kept; nil before it was read
	ownRules    *keptRules                // the rule pack chosen here; nil if none
	fonts       atomic.Pointer[pdf.Fonts] // of the paper; nil until asked for
	localFonts  atomic.Bool               // 使用本机字体; work in the background asks, too
	previewing  previewing
	tasking     tasking
	taking      bool         // an intake is being kept
	badRules    rules.Faults // of the file that was not taken
	beforeRules Page         // from which the rule pack was opened
	finders     map[report.Edition]*annotate.Finder
	where       map[placed]annotate.Found
	imported    map[report.ID]bool      // what the store has, by importID
	refitted    map[report.Edition]bool // a person changed the layout
	proofing    proofing
	guides      map[*report.Report]*guide

	manuals   manuals // what of the manual is being read
	page      Page
	role      Role // "" before anybody chose
	open      *report.Report
	warnings  []intake.Warning // of the last import
	selection Selection
	place     Destination
	travels   travels // back and forward
	progress  progress

	inquiry  inquiry
	recent   []string // queries, the newest first; nil before they were read
	synonyms synonyms
	indexed  int // percent of the index that is built; -1 if there is nothing to say

	keys    keyring
	meeting *Meeting // what the 会议包 in force set up; nil if none
	offer   *offer   // a 会议包 with a key that nobody has accepted yet
	ticking func()   // cancels the next minute of the countdown; nil if it stands

	aims    aims // what a person says of the targets
	notes   []annotate.Annotation
	jotting *jotting // the note being typed; nil if none
	speech  speaking // 发言提纲

	attached map[string][]byte // attachments by hash, on a desk without a store

	drafts  []annotate.Proposal
	draft   *annotate.Proposal // the open one
	dirty   bool
	saved   time.Time
	cancel  func() // of the pending autosave
	written Paper  // the last paper made

	notice error
	done   []step
	undone []step
}

// ErrNothingKept is why nothing can be saved on a desk without a store.
var ErrNothingKept = errors.New("no data folder")

// Open opens the desk. It always returns one: if the folder cannot be used the
// reports can still be read, Trouble says why, and nothing can be saved.
func Open(set Settings) *Desk {
	if set.Background == nil {
		set.Background = func(f func()) { f() }
	}
	if set.Post == nil {
		set.Post = func(f func()) { f() }
	}
	if set.After == nil {
		set.After = func(time.Duration, func()) func() { return func() {} }
	}
	if set.Now == nil {
		set.Now = func() time.Time { return time.Now().In(annotate.Beijing).Truncate(time.Second) }
	}
	d := &Desk{set: set, page: Reading, inquiry: inquiry{now: -1}, indexed: -1, targets: map[report.ID][]target.Target{},
		editions: map[report.ID][]*report.Report{}, doubts: map[report.Edition][]intake.Doubt{},
		finders: map[report.Edition]*annotate.Finder{}, where: map[placed]annotate.Found{}, guides: map[*report.Report]*guide{},
		imported: map[report.ID]bool{}, refitted: map[report.Edition]bool{}}
	d.openLibrary()
	d.openStore()
	if set.Folder != "" {
		d.record(d.trouble)
	}
	d.openIndex()
	return d
}

func (d *Desk) openStore() {
	if d.set.Folder == "" {
		d.trouble = ErrNothingKept
		return
	}
	s, recovery, err := store.Open(d.set.Folder, store.With(d.set.Secret))
	if err != nil {
		d.trouble = fmt.Errorf("data folder: %w", err)
		if errors.Is(err, store.ErrFull) {
			d.trouble = fmt.Errorf("data folder: %w: %w", ErrNoRoom, err)
		}
		return
	}
	d.store, d.set.Secret = s, ""
	d.restoreFonts()
	if recovery != nil {
		d.trouble = recovery
	}
	if d.notes, err = s.AllNotes(); err != nil {
		d.tell(err)
	}
	if d.drafts, err = s.Drafts(); err != nil {
		d.tell(err)
	}
	d.loadKeys()
	d.loadRole()
	d.loadAims()
	d.loadOutline()
	d.loadImports()
	d.loadRules()
	d.loadMeeting()
	d.copyAway()
	d.warnOfFolder()
}

// Trouble is why the data folder cannot be used, or what was lost of it; nil
// if all is well.
func (d *Desk) Trouble() error { return d.trouble }

// Safe reports whether defaults stand in the place of what was kept.
func (d *Desk) Safe() bool { return d.set.Safe }

// Keeps reports whether what is typed is being saved.
func (d *Desk) Keeps() bool { return d.store != nil }

// Close saves what is open and lets go of the data folder.
func (d *Desk) Close() error {
	d.StopTask()
	d.tasking.asked++
	d.stopTicking()
	d.stopAsking()
	d.Look(nil)
	d.keepProgress()
	err := errors.Join(d.endJotting(), d.endOutline(), d.Flush())
	if d.store != nil {
		if d.draft != nil {
			err = errors.Join(err, d.store.Revise(d.draft.ID, "closed"))
		}
		err = errors.Join(err, d.store.Close())
		d.store = nil
	}
	return errors.Join(err, d.index.Close())
}

// Notice is what the user should be told now; nil if nothing.
func (d *Desk) Notice() error { return d.notice }

// Dismiss takes the notice away.
func (d *Desk) Dismiss() {
	d.notice = nil
	d.changed(Notices)
}

// Tell tells the user what a page met with.
func (d *Desk) Tell(err error) { d.tell(err) }

// Notify tells the window that t has changed.
func (d *Desk) Notify(t Topic) { d.changed(t) }

// Setting reads a setting that was kept; value stays as it is if there is none.
func (d *Desk) Setting(name string, value any) error {
	if d.store == nil {
		return nil
	}
	_, err := d.store.Setting(name, value)
	return err
}

// KeepSetting keeps a setting; on a desk that keeps nothing, nothing.
func (d *Desk) KeepSetting(name string, value any) error {
	if d.store == nil {
		return nil
	}
	return d.store.SetSetting(name, value)
}

func (d *Desk) tell(err error) {
	if err == nil {
		return
	}
	d.record(err)
	d.notice = err
	d.changed(Notices)
}

func (d *Desk) changed(t Topic) {
	if d.Changed != nil {
		d.Changed(t)
	}
}
