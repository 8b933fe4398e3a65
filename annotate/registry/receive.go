package registry

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"deputydesk/annotate"
)

// A Received is one proposal as it was handed in.
type Received struct {
	File     string // the name by which people know it
	Proposal annotate.Proposal
	Digest   string   // of what the proposal says
	Packet   string   // lower-case hex hash of the packet; "" for a file typed by hand
	Key      string   // lower-case hex public key that signed the packet; "" unsigned
	Lacks    []string // fields that are missing or malformed
	Hidden   []string // fields with characters that nobody sees: see Unseen
	Err      error    // why the file could not be read; nothing else counts then

	Origin  Origin          // Packed unless it is a copy
	Source  string          // of a copy: lower-case hex hash of what stands on the paper
	Guesses []Guess         // of a copy: how its fields were read
	Printed Printed         // what a paper of ours says of itself
	Files   []annotate.File // of a copy: the file it was made from
}

// A Verdict 行状态 is what becomes of a received proposal.
type Verdict string

// The verdicts.
const (
	New        Verdict = "new"        // 新件
	Revised    Verdict = "revised"    // 修订
	Duplicate  Verdict = "duplicate"  // 重复
	Conflict   Verdict = "conflict"   // 冲突
	Incomplete Verdict = "incomplete" // 缺项
	Review     Verdict = "review"     // 待核
	Damaged    Verdict = "error"      // 损坏
)

// A Row says of one received proposal what becomes of it and why.
type Row struct {
	Received
	Verdict Verdict
	Why     Why
	Fields  []string            // of a conflict: what differs
	Like    annotate.ProposalID // the entry that it seems to belong to; "" if none, or its own

	Choice Choice    // what was decided about a conflict
	Apart  *Received // the same under an id of its own; of TakeApart alone
}

// A Why is the reason of a verdict: a key for catalogues.
type Why string

// The reasons.
const (
	Fresh      Why = "fresh"      // nobody has handed this in before
	Lacking    Why = "lacking"    // fields are missing
	Newer      Why = "newer"      // a later revision of an entry
	OtherHand  Why = "other-key"  // signed with another key than this deputy's earlier ones
	Same       Why = "same"       // the same text is there already
	Older      Why = "older"      // a later revision is there already
	Twice      Why = "twice"      // another text under the same id and revision
	Invisible  Why = "invisible"  // fields hold characters that nobody sees
	Unreadable Why = "unreadable" // see Err
	Closed     Why = "closed"     // it was withdrawn or returned
	Settled    Why = "settled"    // it was decided before that another text counts
)

// Taken reports whether a row goes into the book when all that can is taken.
func (r Row) Taken() bool {
	return r.Verdict == New || r.Verdict == Revised || r.Verdict == Incomplete || r.Verdict == Review
}

// Judge says what becomes of each of the received proposals, without changing
// the book. The order in which they are given does not matter; the rows come in
// the order in which they would be entered: by delegation, deputy and title.
func (b *Book) Judge(received []Received) []Row {
	sorted := slices.Clone(received)
	slices.SortStableFunc(sorted, func(x, y Received) int {
		p, q := x.Proposal, y.Proposal
		return cmp.Or(cmp.Compare(p.Deputy.Delegation, q.Deputy.Delegation), cmp.Compare(p.Deputy.Number, q.Deputy.Number),
			cmp.Compare(p.Title, q.Title), cmp.Compare(x.Origin, y.Origin), cmp.Compare(p.ID, q.ID), cmp.Compare(p.Revision, q.Revision), cmp.Compare(x.Digest, y.Digest), cmp.Compare(x.File, y.File))
	})
	after := Book{Entries: slices.Clone(b.Entries)}
	known := after.index()
	rows := make([]Row, 0, len(sorted))
	for _, r := range sorted {
		row := after.judge(r, known)
		if row.Enters() {
			after.enter(row, time.Time{}, known)
		}
		rows = append(rows, row)
	}
	return rows
}

// judge says what becomes of one.
func (b *Book) judge(r Received, known *index) Row {
	row := func(v Verdict, why Why) Row { return Row{Received: r, Verdict: v, Why: why} }
	if r.Err != nil {
		return row(Damaged, Unreadable)
	}
	if r.Origin != Packed {
		return b.judgeCopy(r, known)
	}
	at := known.find(r.Proposal.ID)
	if at < 0 {
		switch like := b.copyOf(r.Proposal, known); {
		case like != "":
			out := row(Review, Doubles)
			out.Like = like
			return out
		case known.otherKey(r):
			return row(Review, OtherHand)
		case len(r.Hidden) > 0:
			return row(Review, Invisible)
		case len(r.Lacks) > 0:
			return row(Incomplete, Lacking)
		}
		return row(New, Fresh)
	}
	e := b.Entries[at]
	switch {
	case r.Digest == e.Digest:
		return row(Duplicate, Same)
	case slices.ContainsFunc(e.Earlier, func(v Version) bool { return v.Digest == r.Digest }):
		return row(Duplicate, Older)
	case slices.Contains(e.Decided, r.Digest):
		return row(Duplicate, Settled)
	case e.Origin == Scanned || e.Origin == Stripped:
		return row(Revised, Arrived)
	case r.Proposal.Revision < e.Proposal.Revision:
		for _, v := range e.Earlier {
			if v.Proposal.Revision == r.Proposal.Revision && v.Digest != r.Digest {
				return conflict(r, v.Proposal)
			}
		}
		return row(Duplicate, Older)
	case r.Proposal.Revision == e.Proposal.Revision:
		return conflict(r, e.Proposal)
	case !e.Live():
		return row(Review, Closed)
	case e.Key != "" && r.Key != e.Key:
		return row(Review, OtherHand)
	case len(r.Hidden) > 0:
		return row(Review, Invisible)
	}
	return row(Revised, Newer)
}

func conflict(r Received, there annotate.Proposal) Row {
	return Row{Received: r, Verdict: Conflict, Why: Twice, Fields: Differ(there, r.Proposal)}
}

// attaches reports whether a row adds a file to an entry and no words.
func (r Row) attaches() bool { return r.Why == SignedCopy || r.Why == SignedElse }

// entry is the proposal whose entry a row belongs to.
func (r Row) entry() annotate.ProposalID {
	if r.attaches() {
		return r.Like
	}
	return r.Proposal.ID
}

// Take enters the rows that can be entered as one batch and returns it; rows
// that cannot are passed over. at is the hour of receipt.
func (b *Book) Take(id, who string, rows []Row, at time.Time) Batch {
	batch := Batch{ID: id, At: at, Who: who}
	known, touched := b.index(), map[annotate.ProposalID]bool{}
	for _, row := range rows {
		if !row.Enters() {
			continue
		}
		id := row.entry()
		where := known.find(id)
		if row.attaches() && where < 0 {
			continue // the entry has gone meanwhile
		}
		if where < 0 {
			batch.Added = append(batch.Added, id)
		} else if !touched[id] {
			batch.Before = append(batch.Before, clone(b.Entries[where]))
		}
		touched[id] = true
		if row.Verdict == Conflict && where >= 0 {
			if row.Choice == TakeApart {
				batch.Added = append(batch.Added, row.Apart.Proposal.ID)
			}
			b.decide(row, at, who, where, known)
			continue
		}
		e := b.enter(row, at, known)
		if row.attaches() {
			e.note(at, who, string(row.Why), "", row.File)
			continue
		}
		e.note(at, who, string(row.Verdict), "", row.File)
		if row.Origin != Packed {
			e.note(at, who, string(row.Origin), strings.Join(e.Unsure(), " "), row.File)
		}
	}
	for _, id := range append(slices.Clone(batch.Added), ids(batch.Before)...) {
		batch.After = append(batch.After, mark(b.Entries[known.find(id)]))
	}
	if len(batch.After) > 0 {
		b.Batches = append(b.Batches, batch)
	}
	return batch
}

// enter puts a row into the book; what a revision replaces is kept with it. The
// entry that it returns is good until the next is entered.
func (b *Book) enter(row Row, at time.Time, known *index) *Entry {
	where := known.find(row.entry())
	if row.attaches() {
		e := &b.Entries[where]
		e.attach(row.Files)
		e.Review = e.Review || row.Why == SignedElse
		return e
	}
	if where < 0 {
		b.Entries = append(b.Entries, Entry{State: Registered})
		where = len(b.Entries) - 1
	} else {
		e := &b.Entries[where]
		known.count(e, -1)
		e.Earlier = append(slices.Clone(e.Earlier), Version{Proposal: e.Proposal, Digest: e.Digest, Packet: e.Packet, Received: e.Received, Origin: e.Origin, Source: e.Source})
	}
	e := &b.Entries[where]
	e.Proposal, e.Digest, e.Packet, e.Received, e.Lacks = row.Proposal, row.Digest, row.Packet, at, row.Lacks
	e.Signature = Unsigned
	if row.Key != "" {
		e.Signature, e.Key = Valid, row.Key
	}
	if row.Why == OtherHand {
		e.Signature = OtherKey
	}
	e.Review = row.Verdict == Review
	e.Origin, e.Source, e.Guesses = row.Origin, row.Source, row.Guesses
	e.attach(row.Files)
	known.put(where, e)
	return e
}

// Unseen reports whether text holds characters that are not seen on screen or
// paper and make other text of it: marks of writing direction, of zero width, and
// controls.
func Unseen(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return unicode.Is(unicode.Cf, r) || unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r'
	})
}

// mark is a digest of everything an entry holds.
func mark(e Entry) string {
	data, err := json.Marshal(e)
	if err != nil {
		panic("registry: mark: " + err.Error()) // an Entry is strings, numbers and times
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// clone is a copy that shares nothing that is ever changed in place.
func clone(e Entry) Entry {
	e.Earlier, e.Journal, e.Lacks, e.Cohosts = slices.Clone(e.Earlier), slices.Clone(e.Journal), slices.Clone(e.Lacks), slices.Clone(e.Cohosts)
	e.Parts, e.Mended = slices.Clone(e.Parts), maps.Clone(e.Mended)
	e.Decided = slices.Clone(e.Decided)
	e.Guesses, e.Papers = slices.Clone(e.Guesses), slices.Clone(e.Papers)
	return e
}

// Differ names the fields of FILE.toml in which two proposals differ, in
// alphabetical order.
func Differ(a, b annotate.Proposal) []string {
	x, y := fields(a.Bare()), fields(b.Bare())
	var all []string
	for name := range x {
		if x[name] != y[name] {
			all = append(all, name)
		}
	}
	for name := range y {
		if _, both := x[name]; !both {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func fields(p annotate.Proposal) map[string]string {
	data, err := json.Marshal(p)
	if err != nil {
		panic("registry: fields: " + err.Error()) // a Proposal is strings, numbers and times
	}
	var tree map[string]json.RawMessage
	if err := json.Unmarshal(data, &tree); err != nil {
		panic("registry: fields: " + err.Error()) // it was just written
	}
	flat := map[string]string{}
	for name, value := range tree {
		var inner map[string]json.RawMessage
		if strings.HasPrefix(string(value), "{") && json.Unmarshal(value, &inner) == nil {
			for n, v := range inner {
				flat[name+"."+n] = string(v)
			}
			continue
		}
		flat[name] = string(value)
	}
	return flat
}
