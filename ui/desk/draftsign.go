package desk

import (
	"slices"
	"strings"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
)

// A Cosigner is one of those who sign with the author, as the page shows them.
type Cosigner struct {
	annotate.Deputy
	Signed string // civil date on which the deputy noted the signature; "" if not yet
	Stale  bool   // the text was changed after they signed it
}

// Cosigners are those on the list of the open draft, in its order.
func (d *Desk) Cosigners() []Cosigner {
	if d.draft == nil {
		return nil
	}
	now := annotate.TextDigest(*d.draft)
	var all []Cosigner
	for _, who := range d.draft.Cosigners {
		c := Cosigner{Deputy: who}
		if s, ok := d.draft.Signature(who); ok && s.Withdrawn == "" {
			c.Signed, c.Stale = s.Date, s.Text != now
		}
		all = append(all, c)
	}
	return all
}

// Withdrawn are those who took their signature under the open draft back.
func (d *Desk) Withdrawn() []annotate.Signature {
	if d.draft == nil {
		return nil
	}
	var all []annotate.Signature
	for _, s := range d.draft.Signatures {
		if s.Withdrawn != "" {
			all = append(all, s)
		}
	}
	return all
}

// A Count is how many sign a draft, the author included.
type Count struct {
	Listed int // each person once
	Signed int // of them, those whose signature was noted, and the author
	Need   int // for a 议案 at this level; 0 if anybody alone will do
}

// Count counts who signs the open draft against what the rules demand.
func (d *Desk) Count() Count {
	if d.draft == nil {
		return Count{}
	}
	c := Count{Listed: len(check.Signers(*d.draft)), Signed: 1}
	for _, s := range d.Cosigners() {
		if s.Signed != "" {
			c.Signed++
		}
	}
	if d.draft.Form == annotate.Motion && !d.draft.AsDelegation {
		need, _ := d.pack.Threshold(string(annotate.Motion))
		c.Need = need.Signers
	}
	return c
}

// AddCosigner adds the person that a line describes, name, number, delegation
// and post with blanks between them, to those who sign the open draft.
func (d *Desk) AddCosigner(line string) {
	all := people([]string{line})
	if len(all) == 0 || d.draft == nil {
		return
	}
	who := all[0]
	if found := d.Roster(who.Name); len(found) == 1 && (who.Number == "" || who.Number == found[0].Number) {
		who = found[0] // the roster knows the rest
	}
	d.Press(d.Cosign(who))
}

// RemoveCosigner takes somebody off the list of the open draft; Undo puts them
// back.
func (d *Desk) RemoveCosigner(i int) {
	if d.draft == nil || i < 0 || i >= len(d.draft.Cosigners) {
		return
	}
	d.change(func(p *annotate.Proposal) {
		p.Signatures = without(p.Signatures, p.Cosigners[i])
		p.Cosigners = slices.Delete(slices.Clone(p.Cosigners), i, i+1)
	})
}

// Sign notes that co-signer i has signed, or has signed anew after a change.
// The first signature makes the draft one that waits for signatures (待签).
func (d *Desk) Sign(i int) {
	if d.draft == nil || i < 0 || i >= len(d.draft.Cosigners) {
		return
	}
	d.mark(func(p *annotate.Proposal) {
		who := p.Cosigners[i]
		p.Signatures = append(without(p.Signatures, who), annotate.Signature{
			Who: who, Text: annotate.TextDigest(*p), Date: d.set.Now().Format(time.DateOnly), Noted: d.set.Now(),
		})
		if stateOf(*p) == annotate.Drafting {
			p.State = annotate.Signing
		}
	})
}

// Unsign takes back that co-signer i has signed: it was noted by mistake.
func (d *Desk) Unsign(i int) {
	if d.draft == nil || i < 0 || i >= len(d.draft.Cosigners) {
		return
	}
	d.mark(func(p *annotate.Proposal) { p.Signatures = without(p.Signatures, p.Cosigners[i]) })
}

// Withdraw notes that co-signer i does not sign any more. They leave the list,
// the count and the paper; that they had signed stays known.
func (d *Desk) Withdraw(i int) {
	if d.draft == nil || i < 0 || i >= len(d.draft.Cosigners) {
		return
	}
	d.mark(func(p *annotate.Proposal) {
		who := p.Cosigners[i]
		s, had := p.Signature(who)
		if !had {
			s = annotate.Signature{Who: who}
		}
		s.Withdrawn = d.set.Now().Format(time.DateOnly)
		p.Signatures = append(without(p.Signatures, who), s)
		p.Cosigners = slices.Delete(slices.Clone(p.Cosigners), i, i+1)
	})
}

// Rejoin puts somebody who had withdrawn back on the list.
func (d *Desk) Rejoin(who annotate.Deputy) {
	d.mark(func(p *annotate.Proposal) {
		s, had := p.Signature(who)
		if !had || s.Withdrawn == "" {
			return
		}
		p.Signatures = without(p.Signatures, who)
		if s.Withdrawn = ""; s.Text != "" {
			p.Signatures = append(p.Signatures, s)
		}
		p.Cosigners = append(slices.Clone(p.Cosigners), s.Who)
	})
}

// without is all less who's, in a slice of its own.
func without(all []annotate.Signature, who annotate.Deputy) []annotate.Signature {
	return slices.DeleteFunc(slices.Clone(all), func(s annotate.Signature) bool { return annotate.SamePerson(s.Who, who) })
}

// SignersToTell names those who signed before the last change of the text.
func (d *Desk) SignersToTell() string {
	if d.draft == nil {
		return ""
	}
	var names []string
	for _, who := range d.draft.SignedBefore() {
		names = append(names, who.Name)
	}
	return strings.Join(names, "、")
}

// People are those of the roster whose name or number begins
// as typed and who do not sign the open draft yet, at most most of them.
func (d *Desk) People(typed string, most int) []annotate.Deputy {
	if strings.TrimSpace(typed) == "" || d.draft == nil {
		return nil
	}
	signs := check.Signers(*d.draft)
	var all []annotate.Deputy
	for _, who := range d.Roster(typed) {
		if len(all) < most && !slices.ContainsFunc(signs, func(s annotate.Deputy) bool { return annotate.SamePerson(s, who) }) {
			all = append(all, who)
		}
	}
	return all
}
