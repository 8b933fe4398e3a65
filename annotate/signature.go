package annotate

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"time"
)

// A Signature is what is known of one signature on paper: who gave it, to which
// words, and whether it was taken back. The program never makes a signature;
// the deputy says here that somebody has written one.
type Signature struct {
	Who       Deputy    `json:"who"`
	Text      string    `json:"text"`                // TextDigest of what was signed
	Date      string    `json:"date"`                // civil date on which it was noted
	Withdrawn string    `json:"withdrawn,omitempty"` // civil date; "" if it stands
	Noted     time.Time `json:"noted,omitzero"`
}

// TextDigest is the lower-case hex SHA-256 of what a co-signer agrees to: kind,
// title, text and the places of the report. Who else signs, telephone numbers
// and the wished 承办单位 do not count.
func TextDigest(p Proposal) string {
	type place struct {
		Quote, Op, To, Ask string
	}
	said := struct {
		Form   Form
		Title  string
		Body   Body
		Places []place
	}{p.Form, strings.TrimSpace(p.Title), p.Body, nil}
	for _, c := range p.Cites {
		said.Places = append(said.Places, place{Quote: c.Anchor.Quote, Ask: string(c.Ask)})
	}
	for _, a := range p.Amends {
		said.Places = append(said.Places, place{Quote: a.Anchor.Quote, Op: string(a.Op), To: a.To})
	}
	data, err := json.Marshal(said)
	if err != nil {
		panic("annotate: digest of a text: " + err.Error()) // strings only; they always encode
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Signature returns what is known of who's signature under p, if anything.
func (p *Proposal) Signature(who Deputy) (Signature, bool) {
	for _, s := range p.Signatures {
		if SamePerson(s.Who, who) {
			return s, true
		}
	}
	return Signature{}, false
}

// SignedBefore returns who signed words of p that have been changed since, in
// the order of the list.
func (p *Proposal) SignedBefore() []Deputy {
	if len(p.Signatures) == 0 {
		return nil
	}
	now := TextDigest(*p)
	var all []Deputy
	for _, s := range p.Signatures {
		if s.Withdrawn == "" && s.Text != now {
			all = append(all, s.Who)
		}
	}
	return all
}

// SamePerson says whether two cards are one person's: their numbers are equal
// or, where one has no number, their names and delegations are.
func SamePerson(a, b Deputy) bool {
	plain := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if x, y := plain(a.Number), plain(b.Number); x != "" && y != "" {
		return x == y
	}
	return plain(a.Name) != "" && plain(a.Name) == plain(b.Name) &&
		(plain(a.Delegation) == plain(b.Delegation) || a.Delegation == "" || b.Delegation == "")
}

// IsFrozen reports whether the text of p may not be changed: it was finalised,
// or is with those who received it.
func (p *Proposal) IsFrozen() bool { return p.State == Final || p.State == Filed }

// Bare is p less what stays on this machine: how far it has come, who was noted
// to have signed, and when it was touched.
func (p Proposal) Bare() Proposal {
	p.State, p.Frozen, p.Signatures = "", "", nil
	p.Created, p.Changed = time.Time{}, time.Time{}
	return p
}
