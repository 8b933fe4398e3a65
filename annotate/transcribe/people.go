package transcribe

import (
	"slices"
	"strings"

	"deputydesk/annotate"
)

// person reads the deputy who leads, with whatever stands beside the name.
func (r *reader) person(it item) {
	people := namesOf(it.value)
	if len(people) == 0 {
		return
	}
	lead := people[0]
	name, sure := nameOf(lead[0])
	switch {
	case r.ours:
		r.once("deputy.name", &r.p.Deputy.Name, closed(it.value), it, true)
	case len(people) == 1 && len(lead) == 1:
		r.once("deputy.name", &r.p.Deputy.Name, name, it, sure)
	case len(lead) > 1:
		r.once("deputy.name", &r.p.Deputy.Name, name, it, sure)
		r.about(lead[1:], it)
	default:
		var rest []string
		for _, p := range people[1:] {
			rest = append(rest, p...)
		}
		if slices.ContainsFunc(rest, func(w string) bool { return !nameShape.MatchString(w) }) {
			r.once("deputy.name", &r.p.Deputy.Name, name, it, sure)
			r.about(rest, it)
			return
		}
		r.once("deputy.name", &r.p.Deputy.Name, name, it, false)
		r.cosigners(item{field: "cosigner", words: it.words, value: strings.Join(rest, "、")})
	}
}

// about reads what stands behind a name: number, delegation, telephone.
func (r *reader) about(words []string, it item) {
	it.exact = false
	d := &r.p.Deputy
	for _, w := range words {
		w = strings.TrimSpace(w)
		if field, _ := labelBeforeValue(w); field != "" {
			for _, x := range lined(w) {
				if x.field != "" && x.field != "deputy.name" {
					x.exact = false
					r.labelled(x)
				}
			}
			continue
		}
		phone, isPhone := phoneOf(w)
		number, isNumber := numberOf(strings.TrimPrefix(strings.TrimPrefix(w, "代表证号"), "证号"))
		switch {
		case isPhone:
			r.once("deputy.phone", &d.Phone, phone, it, false)
		case isNumber:
			r.once("deputy.number", &d.Number, number, it, false)
		case strings.HasSuffix(w, "代表团"):
			r.once("deputy.delegation", &d.Delegation, w, it, false)
		case callsDeputy.MatchString(w):
		default:
			r.once("deputy.post", &d.Post, w, it, false)
		}
	}
}

// labelBeforeValue reports the label with which w begins.
func labelBeforeValue(w string) (string, bool) {
	for _, it := range lined(w) {
		if it.field != "" {
			return it.field, it.exact
		}
	}
	return "", false
}

func (r *reader) cosigners(it item) {
	if len(r.p.Cosigners) > 0 {
		return
	}
	sure := it.exact
	if it.rows != nil {
		for _, row := range it.rows {
			name, ok := nameOf(row[0])
			number, okNumber := numberOf(row[1])
			sure = sure && ok && (okNumber || row[1] == "")
			r.p.Cosigners = append(r.p.Cosigners, annotate.Deputy{Name: name, Number: number, Delegation: closed(row[2]), Post: plain(row[3])})
		}
	} else {
		for _, one := range namesOf(it.value) {
			name, ok := nameOf(one[0])
			c := annotate.Deputy{Name: name}
			for _, w := range one[1:] {
				number, isNumber := numberOf(w)
				switch {
				case isNumber:
					c.Number = number
				case strings.HasSuffix(w, "代表团"):
					c.Delegation = w
				default:
					c.Post = w
				}
			}
			sure = sure && ok
			r.p.Cosigners = append(r.p.Cosigners, c)
		}
	}
	if len(r.p.Cosigners) > 0 {
		why := Labelled
		if !sure {
			why = Malformed
		}
		r.note("cosigner", it.words+" "+it.value, why, sure)
	}
}

// together takes the deputy who leads out of those who join.
func (r *reader) together() {
	if len(r.p.Cosigners) > 0 && r.p.Deputy.Name == "" && !r.p.AsDelegation { // the first of a list leads
		first := r.p.Cosigners[0]
		r.p.Cosigners = r.p.Cosigners[1:]
		for _, f := range []struct {
			field string
			to    *string
			value string
		}{
			{"deputy.name", &r.p.Deputy.Name, first.Name}, {"deputy.number", &r.p.Deputy.Number, first.Number},
			{"deputy.delegation", &r.p.Deputy.Delegation, first.Delegation}, {"deputy.post", &r.p.Deputy.Post, first.Post},
		} {
			if f.value != "" && *f.to == "" {
				*f.to = f.value
				r.note(f.field, f.value, Placed, false)
			}
		}
	}
	d := r.p.Deputy
	r.p.Cosigners = slices.DeleteFunc(r.p.Cosigners, func(c annotate.Deputy) bool {
		return c.Name == d.Name && (c.Number == d.Number || c.Number == "" || d.Number == "")
	})
	if len(r.p.Cosigners) == 0 {
		r.p.Cosigners = nil
	}
}
