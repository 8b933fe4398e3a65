package registry

import (
	"slices"
	"strings"
)

// A Part 分办 is what one of several hosts answers by itself.
type Part struct {
	Unit   string `json:"unit"`
	Matter string `json:"matter,omitempty"` // which part of the proposal: "第三条建议"
}

// String is how a part reads in a list: "市教育局（第三条建议）".
func (p Part) String() string {
	if p.Matter == "" {
		return p.Unit
	}
	return p.Unit + "（" + p.Matter + "）"
}

func partsText(all []Part) string {
	var text []string
	for _, p := range all {
		text = append(text, p.String())
	}
	return strings.Join(text, "、")
}

// Divide 分办 gives parts of an entry to hosts of their own; none takes that back.
// Parts without a unit are passed over.
func (b *Book) Divide(d Decision, name string, parts []Part) error {
	e, err := b.Find(name)
	if err != nil {
		return err
	}
	var now []Part
	for _, p := range parts {
		if p = (Part{strings.TrimSpace(p.Unit), strings.TrimSpace(p.Matter)}); p.Unit != "" {
			now = append(now, p)
		}
	}
	if !slices.Equal(e.Parts, now) {
		e.note(d.At, d.Who, "parts", partsText(e.Parts), partsText(now))
		e.Parts = now
	}
	return nil
}

// Units are all that have to answer an entry: the host and the hosts of parts, as
// decided or, before anybody decided, as wished.
func (e Entry) Units() []string {
	var all []string
	if host, _ := e.MainUnit(); host != "" {
		all = append(all, host)
	}
	for _, p := range e.Parts {
		if !slices.Contains(all, p.Unit) {
			all = append(all, p.Unit)
		}
	}
	return all
}

// Supervise 重点督办 marks an entry, or takes the mark away; leader is who leads,
// "" if that is open.
func (b *Book) Supervise(d Decision, name string, on bool, leader string) error {
	e, err := b.Find(name)
	if err != nil {
		return err
	}
	if on != e.Focus {
		e.note(d.At, d.Who, "focus", yes(e.Focus), yes(on))
		e.Focus = on
	}
	if !on {
		leader = ""
	}
	d.set(e, "leader", &e.Leader, strings.TrimSpace(leader))
	return nil
}

// yes is how the journal writes a mark: "是", or nothing.
func yes(on bool) string {
	if on {
		return "是"
	}
	return ""
}

// Remark writes a remark of the staff beside an entry.
func (b *Book) Remark(d Decision, name, text string) error {
	e, err := b.Find(name)
	if err == nil {
		d.set(e, "remark", &e.Remark, strings.TrimSpace(text))
	}
	return err
}
