package registry

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"deputydesk/annotate"
)

// An Apart 不是重复 is what an entry remembers of a person having said that some
// entries are not the same, or do not contradict each other. Entries that share
// one are not offered together again, unless the text of one of them is revised.
type Apart struct {
	Group    string `json:"group"`              // the same in all entries that were told apart
	Text     string `json:"text"`               // digest of this entry's own text when it was said
	Contrary bool   `json:"contrary,omitempty"` // it was said of opposite asks
}

// TellApart writes down that the entries called names are not the same, or with
// contrary that they do not want opposite things.
func (b *Book) TellApart(d Decision, contrary bool, names ...string) error {
	all, err := b.several(names)
	if err != nil {
		return err
	}
	var ids []string
	for _, e := range all {
		ids = append(ids, string(e.Proposal.ID))
	}
	slices.Sort(ids)
	if len(slices.Compact(slices.Clone(ids))) < 2 {
		return fmt.Errorf("%s: %w", strings.Join(names, " "), ErrAlone)
	}
	sum := sha256.Sum256([]byte(strings.Join(ids, " ") + fmt.Sprint(contrary, d.At.UnixNano())))
	group := hex.EncodeToString(sum[:8])
	for _, e := range all {
		e.Apart = append(slices.Clone(e.Apart), Apart{Group: group, Text: e.text(), Contrary: contrary})
		e.note(d.At, d.Who, "apart", "", others(ids, string(e.Proposal.ID)))
	}
	return nil
}

// TellTogether takes back that the entries called names were told apart.
func (b *Book) TellTogether(d Decision, names ...string) error {
	all, err := b.several(names)
	if err != nil {
		return err
	}
	shared := map[string]int{}
	var ids []string
	for _, e := range all {
		ids = append(ids, string(e.Proposal.ID))
		for _, a := range e.Apart {
			shared[a.Group]++
		}
	}
	found := false
	for _, e := range all {
		kept := slices.DeleteFunc(slices.Clone(e.Apart), func(a Apart) bool { return shared[a.Group] > 1 })
		if len(kept) < len(e.Apart) {
			found = true
			if e.Apart = kept; len(kept) == 0 {
				e.Apart = nil
			}
			e.note(d.At, d.Who, "apart", others(ids, string(e.Proposal.ID)), "")
		}
	}
	if !found {
		return fmt.Errorf("%s: %w", strings.Join(names, " "), ErrNotApart)
	}
	return nil
}

func (b *Book) several(names []string) ([]*Entry, error) {
	var all []*Entry
	for _, name := range names {
		e, err := b.Find(name)
		if err != nil {
			return nil, err
		}
		all = append(all, e)
	}
	return all, nil
}

// mostOthers is how many others a line of the journal names.
const mostOthers = 10

// others are the first eight digits of ids but one.
func others(ids []string, but string) string {
	var all []string
	for _, id := range ids {
		switch {
		case id == but:
		case len(all) == mostOthers:
			return strings.Join(all, "、") + "…"
		default:
			all = append(all, id[:min(8, len(id))])
		}
	}
	return strings.Join(all, "、")
}

// apart reports whether somebody has said of the texts of e and o as they are now
// that they are not the same, or do not contradict each other.
func (e *Entry) apart(o *Entry, contrary bool) bool {
	if len(e.Apart) == 0 || len(o.Apart) == 0 {
		return false
	}
	mine, theirs := e.text(), o.text()
	for _, a := range e.Apart {
		for _, b := range o.Apart {
			if a.Group == b.Group && a.Contrary == contrary && a.Text == mine && b.Text == theirs {
				return true
			}
		}
	}
	return false
}

// text is a digest of what an entry says and of what it wants of the report.
func (e *Entry) text() string {
	p := e.Proposal
	var b strings.Builder
	for _, part := range []string{p.Title, p.Body.Situation, p.Body.Analysis, p.Body.Proposal} {
		b.WriteString(annotate.Fold(part) + "\n")
	}
	for _, c := range p.Cites {
		b.WriteString(string(c.Ask) + annotate.Fold(cmp.Or(c.Anchor.Quote, string(c.Target))) + "\n")
	}
	for _, a := range p.Amends {
		b.WriteString(string(a.Op) + annotate.Fold(a.Anchor.Quote) + "\n" + annotate.Fold(a.To) + "\n")
	}
	sum := sha256.Sum256([]byte(b.String()))
	return hex.EncodeToString(sum[:8])
}
