package desk

import (
	"errors"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
)

// ErrNoRemedy is why a finding has no button: what to do about it only the
// writer knows.
var ErrNoRemedy = errors.New("no remedy that needs no thought")

// Remedy is the change that takes a finding of the open draft away, and whether
// there is one. Its Text is what stands on the button.
func (d *Desk) Remedy(f check.Finding) (check.Remedy, bool) {
	if d.draft == nil {
		return check.Remedy{}, false
	}
	return d.RemedyOf(*d.draft, f)
}

// Mend makes that change; Undo takes it back.
func (d *Desk) Mend(f check.Finding) Action {
	r, ok := d.Remedy(f)
	if !ok {
		return Action{Off: ErrNoRemedy}
	}
	return Action{Do: func() { d.change(func(p *annotate.Proposal) { *p = r.Mended }) }}
}
