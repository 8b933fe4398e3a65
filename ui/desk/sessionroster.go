package desk

import (
	"slices"
	"strings"

	"deputydesk/annotate"
)

// Roster are the deputies of the session whose name or 代表证号 begins with
// prefix, those by name first; all of them for "". They have no telephone.
func (d *Desk) Roster(prefix string) []annotate.Deputy {
	if d.meeting == nil {
		return nil
	}
	prefix = strings.Join(strings.Fields(prefix), "")
	var named, numbered []annotate.Deputy
	for _, m := range d.meeting.Session.Roster {
		p := annotate.Deputy{Name: m.Name, Number: m.Number, Delegation: m.Delegation, Post: m.Post}
		switch {
		case strings.HasPrefix(strings.ReplaceAll(m.Name, " ", ""), prefix):
			named = append(named, p)
		case strings.HasPrefix(m.Number, prefix):
			numbered = append(numbered, p)
		}
	}
	return append(named, numbered...)
}

// BeDeputy makes a deputy of the roster the one who writes: their details fill
// the card, for every new draft, and the open draft, where Undo takes them back.
// Telephone and address stay if they were typed for the same person.
func (d *Desk) BeDeputy(who annotate.Deputy) Action {
	if d.store == nil {
		return Action{Off: d.trouble}
	}
	return Action{Do: func() {
		was := d.Card()
		d.tell(d.store.SetSetting(card, withPrivate(who, was)))
		if d.draft == nil {
			d.changed(Edited)
			return
		}
		before := d.draft.Deputy
		d.onDraft(
			func(p *annotate.Proposal) { p.Deputy = withPrivate(withPrivate(who, was), before) },
			func(p *annotate.Proposal) { p.Deputy = before })
	}}
}

// withPrivate is who with what only they could have typed: it is taken from
// typed if that is the same person, or somebody who had no name yet.
func withPrivate(who, typed annotate.Deputy) annotate.Deputy {
	if typed.Name != who.Name && typed.Name != "" {
		return who
	}
	for _, f := range []struct {
		to   *string
		from string
	}{{&who.Phone, typed.Phone}, {&who.Address, typed.Address}, {&who.Postcode, typed.Postcode}} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
	return who
}

// Cosign adds a deputy of the roster to those who sign the open draft with its
// author. Nobody is added twice.
func (d *Desk) Cosign(who annotate.Deputy) Action {
	if d.draft == nil {
		return Action{Off: ErrNoDraft}
	}
	same := func(p annotate.Deputy) bool {
		return p.Name == who.Name && (p.Number == who.Number || p.Number == "" || who.Number == "")
	}
	if same(d.draft.Deputy) || slices.ContainsFunc(d.draft.Cosigners, same) {
		return Action{Off: &Refusal{"desk.session.signs", []any{"name", who.Name}, ErrSignsAlready}}
	}
	return Action{Do: func() {
		who.Phone, who.Address, who.Postcode = "", "", ""
		d.onDraft(
			func(p *annotate.Proposal) { p.Cosigners = append(slices.Clone(p.Cosigners), who) },
			func(p *annotate.Proposal) {
				if i := slices.IndexFunc(p.Cosigners, same); i >= 0 {
					p.Cosigners = slices.Delete(slices.Clone(p.Cosigners), i, i+1)
				}
			})
	}}
}
