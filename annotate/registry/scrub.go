package registry

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"deputydesk/annotate"
)

// masked is what stands where a number that leads to a person stood.
const masked = "■"

// fullText is the choice with which a deputy lets the text be published.
const fullText = "同意全文公开"

// Scrub 清除个人信息 returns e without what leads to a person: what Remembered takes
// out, and the text of what the deputy did not agree to publish. Title, number,
// units, decisions and the public text stay. hide masks the numbers of persons
// in free text.
func Scrub(e Entry, hide func(string) string) Entry {
	e = Remembered(e, hide)
	if e.Proposal.Open != fullText {
		e.Proposal.Body, e.Proposal.Amends = annotate.Body{}, nil
	}
	return e
}

// Remembered returns e as it is remembered when the session is over: without
// telephones, addresses and numbers of cards, attachments, packets and keys,
// earlier revisions, and without the names of those who asked not to be named.
func Remembered(e Entry, hide func(string) string) Entry {
	e = clone(e)
	p := e.Proposal.Bare()
	p.Deputy = bare(p.Deputy)
	p.Cosigners = slices.Clone(p.Cosigners)
	for i := range p.Cosigners {
		p.Cosigners[i] = bare(p.Cosigners[i])
	}
	p.OpenReason, p.Attachments, p.Files = "", nil, nil
	p.Title = hide(p.Title)
	p.Body = annotate.Body{Situation: hide(p.Body.Situation), Analysis: hide(p.Body.Analysis), Proposal: hide(p.Body.Proposal)}
	p.Amends = slices.Clone(p.Amends)
	for i := range p.Amends {
		p.Amends[i].To, p.Amends[i].Reason = hide(p.Amends[i].To), hide(p.Amends[i].Reason)
	}
	if p.Confidential {
		p.Deputy, p.Cosigners = annotate.Deputy{}, nil
	}
	e.Proposal = p
	e.Packet, e.Key, e.Earlier = "", "", nil
	e.Source, e.Papers, e.Guesses = "", nil, nil
	e.Remark = hide(e.Remark)
	for i := range e.Parts {
		e.Parts[i].Matter = hide(e.Parts[i].Matter)
	}
	for field := range e.Mended {
		if personal(field) || p.Confidential && personOf(field) {
			delete(e.Mended, field)
		}
	}
	if len(e.Mended) == 0 {
		e.Mended = nil
	}
	e.Journal = slices.DeleteFunc(e.Journal, func(c Change) bool { return personal(c.Field) || p.Confidential && personOf(c.Field) })
	for i := range e.Journal {
		c := &e.Journal[i]
		c.From, c.To = hide(c.From), hide(c.To)
		if c.Field == string(New) || c.Field == string(Revised) || c.Field == string(Incomplete) || c.Field == string(Review) {
			c.To = "" // the name of the file: people put names of persons in it
		}
	}
	return e
}

// bare is a deputy without what leads to the person at home.
func bare(d annotate.Deputy) annotate.Deputy {
	d.Number, d.Phone, d.Address, d.Postcode = "", "", "", ""
	return d
}

// personal reports whether a field is one of those that are taken out.
func personal(field string) bool {
	return slices.Contains([]string{"deputy.number", "deputy.phone", "deputy.address", "deputy.postcode"}, field)
}

// personOf reports whether a field says who handed something in.
func personOf(field string) bool {
	return strings.HasPrefix(field, "deputy.") || field == "cosigners"
}

// Masked is text with each of traces replaced.
func Masked(text string, traces []string) string {
	for _, t := range traces {
		text = strings.ReplaceAll(text, t, strings.Repeat(masked, 4))
	}
	return text
}

// ScrubAll scrubs every entry of the book. Intakes cannot be taken back any
// more: what they keep to that end is what is to go.
func (b *Book) ScrubAll(d Decision, hide func(string) string) {
	for i := range b.Entries {
		b.Entries[i] = Scrub(b.Entries[i], hide)
		b.Entries[i].note(d.At, d.Who, "scrub", "", "")
	}
	b.Batches = nil
}

// Attached are the files that belong to an entry: those the deputy handed in with
// each revision, and the papers it was copied from.
func (e Entry) Attached() []annotate.File {
	all := slices.Concat(e.Proposal.Files, e.Papers)
	for _, v := range e.Earlier {
		all = append(all, v.Proposal.Files...)
	}
	return all
}

// Fingerprint is a hash of everything the entries of the book say, to know
// whether anything was decided since.
func (b *Book) Fingerprint() string {
	h := sha256.New()
	for _, e := range b.Entries {
		h.Write([]byte(mark(e)))
	}
	return hex.EncodeToString(h.Sum(nil))
}
