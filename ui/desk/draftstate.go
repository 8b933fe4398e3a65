package desk

import (
	"errors"
	"slices"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
	"deputydesk/export"
)

// ErrNotNow is why a draft cannot come to a state from where it is.
var ErrNotNow = errors.New("not a step from here")

// steps says to which states the deputy may bring a draft from each. Nothing
// but the deputy's own hand brings one to 已交: the program sends nothing and
// cannot know.
var steps = map[annotate.State][]annotate.State{
	annotate.Drafting: {annotate.Signing, annotate.Final, annotate.Filed},
	annotate.Signing:  {annotate.Drafting, annotate.Final, annotate.Filed},
	annotate.Final:    {annotate.Filed, annotate.Drafting},
	annotate.Filed:    {annotate.Recalled, annotate.Drafting},
	annotate.Recalled: {annotate.Drafting},
}

// State is how far the open draft has come, "" if none is open.
func (d *Desk) State() annotate.State {
	if d.draft == nil {
		return ""
	}
	return stateOf(*d.draft)
}

// stateOf is the state of p; one that was never said is 起草.
func stateOf(p annotate.Proposal) annotate.State {
	if p.State == "" {
		return annotate.Drafting
	}
	return p.State
}

// Frozen reports whether the text of the open draft may not be changed.
func (d *Desk) Frozen() bool { return d.draft != nil && d.draft.IsFrozen() }

// SetState brings the open draft to a state. 已定稿 freezes the text and records
// the digest that its sheet prints; 已交 does so too if it was not done; back to
// 起草 begins a new revision. Undo takes it back.
func (d *Desk) SetState(to annotate.State) Action {
	switch {
	case d.draft == nil:
		return Action{Off: ErrNoDraft}
	case d.store == nil:
		return Action{Off: d.trouble}
	case !slices.Contains(steps[d.State()], to):
		return Action{Off: ErrNotNow}
	}
	return Action{Do: func() { d.setState(to) }}
}

func (d *Desk) setState(to annotate.State) {
	if err := d.Flush(); err != nil {
		d.tell(err)
		return
	}
	reason := map[annotate.State]string{annotate.Final: "final", annotate.Filed: "filed"}[to]
	if reason == "" {
		reason = "left" // what is about to be changed is kept first
	}
	if err := d.revise(reason); err != nil {
		d.tell(err)
		return
	}
	next := d.draft.Revision + 1
	d.mark(func(p *annotate.Proposal) {
		was := p.IsFrozen()
		p.State = to
		switch {
		case p.IsFrozen() && p.Frozen == "":
			p.Frozen = export.Digest(*p)
		case was && to == annotate.Drafting:
			p.Frozen, p.Revision = "", next
		}
	})
	d.tell(d.Flush())
	d.changed(Edited)
}

// revise keeps the open draft, which is saved, as a revision and takes over its
// number, which the paper prints.
func (d *Desk) revise(reason string) error {
	if err := d.store.Revise(d.draft.ID, reason); err != nil {
		return err
	}
	kept, err := d.store.Draft(d.draft.ID)
	if err != nil {
		return err
	}
	d.draft.Revision = kept.Revision
	for i := range d.drafts {
		if d.drafts[i].ID == kept.ID {
			d.drafts[i].Revision = kept.Revision
		}
	}
	return nil
}

// Grave are the findings that one looks at once more before a paper leaves the
// hand: what staff would send back, and every figure or quotation that is not
// as the report has it. They advise; nothing is refused.
func (d *Desk) Grave() []check.Finding {
	var grave []check.Finding
	for _, f := range d.Findings() {
		if f.Severity == check.Error || f.Rule == check.FigureDiffers || f.Rule == check.QuoteMissing || f.Rule == check.SignedBefore {
			grave = append(grave, f)
		}
	}
	return grave
}
