package desk

import (
	"errors"
	"reflect"

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
	return check.Mend(*d.draft, f, d.pack)
}

// Mend makes that change; Undo takes it back.
func (d *Desk) Mend(f check.Finding) Action {
	r, ok := d.Remedy(f)
	if !ok {
		return Action{Off: ErrNoRemedy}
	}
	return Action{Do: func() {
		was, now := *d.draft, r.Mended
		d.onDraft(
			func(p *annotate.Proposal) { carry(p, &was, &now) },
			func(p *annotate.Proposal) { carry(p, &now, &was) })
	}}
}

// carry gives p what differs from one proposal to the other, field by field, so
// that nothing typed elsewhere in the meantime is touched.
func carry(p, from, to *annotate.Proposal) {
	carryFields(reflect.ValueOf(p).Elem(), reflect.ValueOf(from).Elem(), reflect.ValueOf(to).Elem())
}

func carryFields(p, from, to reflect.Value) {
	for i := range p.NumField() {
		switch a, b := from.Field(i), to.Field(i); {
		case reflect.DeepEqual(a.Interface(), b.Interface()):
		case p.Field(i).Type() == reflect.TypeFor[annotate.Body](), p.Field(i).Type() == reflect.TypeFor[annotate.Deputy]():
			carryFields(p.Field(i), a, b)
		default:
			p.Field(i).Set(b)
		}
	}
}
