package registry

import (
	"slices"
	"strings"

	"deputydesk/annotate"
)

// Not everything comes as a packet: a copy 转录 was made from a paper that holds
// no data of ours, by the program or by a person. It has no id of its own, so it
// is known by what stands on it, and it enters as 待核 unless every field is
// certain. The file it was made from is kept with the entry.

// An Origin says how the words of an entry came into the book.
type Origin string

// The origins.
const (
	Packed      Origin = ""            // with their data, in a packet or FILE.toml
	Transcribed Origin = "transcribed" // 转录: read from an office file, a PDF or a text
	Stripped    Origin = "stripped"    // read from a paper of ours whose data is lost
	Scanned     Origin = "scanned"     // only the symbol of a paper of ours could be read
	Typed       Origin = "typed"       // 录入: by a person from paper
)

// A Guess says from what a field of a copy was read.
type Guess struct {
	Field string `json:"field"`           // key in FILE.toml; "" for words that belong to no field
	Words string `json:"words,omitempty"` // as they stand on the paper
	Why   string `json:"why"`             // a key for catalogues: "label", "shape", "missing"
	Sure  bool   `json:"sure,omitempty"`  // nobody needs to look
}

// A Printed is what a paper of ours says of itself, in its head or its symbol.
type Printed struct {
	ID       annotate.ProposalID // "" where only the code can be read
	Code     string              // the first eight digits of the id, upper-case
	Revision int
	Hash     string // the first digits of the digest, lower-case
}

// The reasons of copies.
const (
	Guessed    Why = "guessed"     // read from a file, with guesses
	Probably   Why = "probably"    // a changed file of the same deputy with the same title: a revision, it seems
	OtherCopy  Why = "other-copy"  // the book has the data of it, and the text differs
	Doubles    Why = "doubles"     // the book has a copy of it, it seems, made from a paper
	Lost       Why = "lost"        // a paper of ours without its data
	SignedCopy Why = "signed-copy" // the scan of the signed paper of an entry
	SignedElse Why = "signed-else" // a scan of a paper of another revision than the book has
	ScanOnly   Why = "scan-only"   // a scan whose data has not come
	Arrived    Why = "arrived"     // the data of what was only a paper so far
)

// likeness is what two versions of one proposal have in common: who and what
// about. It is "" where one of them is unknown.
func likeness(p annotate.Proposal) string {
	name, title := squeeze(p.Deputy.Name), squeeze(p.Title)
	if name == "" || title == "" {
		return ""
	}
	return name + "\n" + title
}

func squeeze(text string) string { return strings.Join(strings.Fields(text), "") }

// sameDeputy reports whether two cards can be one person's.
func sameDeputy(a, b annotate.Deputy) bool {
	return squeeze(a.Name) == squeeze(b.Name) && (a.Number == b.Number || a.Number == "" || b.Number == "")
}

// sameWords reports whether two proposals have the same text.
func sameWords(a, b annotate.Proposal) bool {
	all := func(p annotate.Proposal) string { return squeeze(p.Body.Situation + p.Body.Analysis + p.Body.Proposal) }
	return all(a) == all(b)
}

// copyOf is the entry that seems to be a copy of p, made from a paper before its
// data came; "" if there is none.
func (b *Book) copyOf(p annotate.Proposal, known *index) annotate.ProposalID {
	if at := known.coded(codeOf(p.ID)); at >= 0 && b.Entries[at].Origin == Stripped {
		return b.Entries[at].Proposal.ID
	}
	if at, ok := known.like[likeness(p)]; ok && b.Entries[at].Origin != Packed && sameDeputy(p.Deputy, b.Entries[at].Proposal.Deputy) {
		return b.Entries[at].Proposal.ID
	}
	return ""
}

// judgeCopy says what becomes of a copy.
func (b *Book) judgeCopy(r Received, known *index) Row {
	row := func(v Verdict, why Why) Row { return Row{Received: r, Verdict: v, Why: why} }
	if at, ok := known.sources[r.Source]; ok && r.Source != "" {
		same := row(Duplicate, Same)
		same.Like = b.Entries[at].Proposal.ID
		return same
	}
	if r.Printed.Code != "" {
		at := known.find(r.Printed.ID)
		if at < 0 {
			at = known.coded(r.Printed.Code)
		}
		if at >= 0 {
			return b.judgePaper(r, b.Entries[at])
		}
		if r.Origin == Scanned {
			return row(Review, ScanOnly)
		}
		return row(Review, Lost)
	}
	if at, ok := known.like[likeness(r.Proposal)]; ok && sameDeputy(r.Proposal.Deputy, b.Entries[at].Proposal.Deputy) && r.Origin != Typed {
		e := b.Entries[at]
		out := row(Review, Probably)
		switch {
		case sameWords(r.Proposal, e.Proposal):
			out = row(Duplicate, Same)
		case e.Origin == Packed:
			if slices.Contains(e.Decided, r.Source) {
				return row(Duplicate, Settled)
			}
			out = row(Conflict, OtherCopy)
			out.Proposal.ID, out.Proposal.Revision = e.Proposal.ID, e.Proposal.Revision
			out.Fields = Differ(e.Proposal, out.Proposal)
		case !e.Live():
			return row(Review, Closed)
		default:
			out.Proposal.ID, out.Proposal.Revision = e.Proposal.ID, e.Proposal.Revision+1
		}
		out.Like = e.Proposal.ID
		return out
	}
	switch {
	case len(r.Hidden) > 0:
		return row(Review, Invisible)
	case slices.ContainsFunc(r.Guesses, func(g Guess) bool { return !g.Sure }):
		return row(Review, Guessed)
	case len(r.Lacks) > 0:
		return row(Incomplete, Lacking)
	}
	return row(New, Fresh)
}

// judgePaper says what becomes of a paper of ours, printed from what e is or was.
func (b *Book) judgePaper(r Received, e Entry) Row {
	row := func(v Verdict, why Why) Row {
		return Row{Received: r, Verdict: v, Why: why, Like: e.Proposal.ID}
	}
	is := func(digest string) bool { return r.Printed.Hash != "" && strings.HasPrefix(digest, r.Printed.Hash) }
	kept := func(f annotate.File) bool {
		return slices.ContainsFunc(e.Papers, func(o annotate.File) bool { return o.SHA256 == f.SHA256 })
	}
	now := is(e.Digest)
	before := slices.ContainsFunc(e.Earlier, func(v Version) bool { return is(v.Digest) })
	if r.Origin == Scanned {
		switch {
		case slices.ContainsFunc(r.Files, kept):
			return row(Duplicate, Same)
		case now:
			return row(Duplicate, SignedCopy)
		}
		return row(Review, SignedElse)
	}
	switch {
	case slices.Contains(e.Decided, r.Source):
		return row(Duplicate, Settled)
	case now:
		return row(Duplicate, Same)
	case before:
		return row(Duplicate, Older)
	case r.Printed.Revision <= e.Proposal.Revision:
		out := row(Conflict, Twice)
		out.Proposal.ID = e.Proposal.ID
		out.Fields = Differ(e.revision(r.Printed.Revision), r.Proposal)
		return out
	case !e.Live():
		return row(Review, Closed)
	}
	out := row(Review, Lost)
	out.Proposal.ID = e.Proposal.ID
	return out
}

// revision is what e said in one of its revisions; what it says now if that one
// never came.
func (e Entry) revision(n int) annotate.Proposal {
	for _, v := range e.Earlier {
		if v.Proposal.Revision == n {
			return v.Proposal
		}
	}
	return e.Proposal
}

// attach keeps the scan of the signed paper with its entry.
func (e *Entry) attach(files []annotate.File) {
	e.Papers = append(slices.Clone(e.Papers), files...)
}

// Unsure names the fields of an entry that were guessed and that nobody has
// looked at yet.
func (e Entry) Unsure() []string {
	var all []string
	for _, g := range e.Guesses {
		if !g.Sure && g.Field != "" {
			all = append(all, g.Field)
		}
	}
	return all
}

// Confirm says that a guessed field is right as it stands.
func (b *Book) Confirm(d Decision, name, field string) error {
	e, err := b.Find(name)
	if err != nil {
		return err
	}
	for i, g := range e.Guesses {
		if g.Field == field && !g.Sure {
			e.Guesses = slices.Clone(e.Guesses)
			e.Guesses[i].Sure = true
			e.note(d.At, d.Who, "confirmed", "", field)
		}
	}
	return nil
}

// Recopy puts a copy right: what the paper really says, in the words of whoever
// looked. Fields that it changes are sure from then on. digest is that of p. What
// came with its data is not changed: ErrWords.
func (b *Book) Recopy(d Decision, name string, p annotate.Proposal, digest string) error {
	e, err := b.Find(name)
	if err != nil {
		return err
	}
	if e.Origin == Packed {
		return ErrWords
	}
	p.ID, p.Revision = e.Proposal.ID, e.Proposal.Revision
	changed := Differ(e.Proposal, p)
	if len(changed) == 0 {
		return nil
	}
	was, now := fields(e.Proposal.Bare()), fields(p.Bare())
	for _, f := range changed {
		e.note(d.At, d.Who, f, brief(was[f]), brief(now[f]))
	}
	e.Guesses = slices.Clone(e.Guesses)
	for i, g := range e.Guesses {
		if slices.Contains(changed, g.Field) || g.Field == "cosigner" && slices.Contains(changed, "cosigners") {
			e.Guesses[i].Sure = true
		}
	}
	e.Proposal, e.Digest = p.Bare(), digest
	return nil
}

// brief is a field as the journal quotes it: at most 60 characters.
func brief(value string) string {
	value = strings.Trim(value, `"`)
	if all := []rune(value); len(all) > 60 {
		return string(all[:60]) + "…"
	}
	return value
}
