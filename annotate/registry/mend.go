package registry

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"deputydesk/annotate"
)

// ErrWords is why a field of the sheet is not mended: what the deputy wrote stays
// as it was handed in.
var ErrWords = errors.New("the deputy's own words stay as they are")

// Mendable are the fields of the sheet that the staff may put right, by their
// keys in FILE.toml. The title, the text and what the deputy chose about
// publishing are not among them.
var Mendable = []string{
	"deputy.name", "deputy.number", "deputy.delegation", "deputy.post", "deputy.phone", "deputy.address", "deputy.postcode",
	"cosigners", "host", "cohosts", "session", "when", "date",
}

// Field is a field of a sheet as text, lists joined with 、; "" for a key that is
// none of Mendable.
func Field(p annotate.Proposal, key string) string {
	if at := fieldOf(&p, key); at != nil {
		return *at
	}
	switch key {
	case "cosigners":
		var names []string
		for _, c := range p.Cosigners {
			names = append(names, c.Name)
		}
		return strings.Join(names, "、")
	case "cohosts":
		return strings.Join(p.Cohosts, "、")
	}
	return ""
}

// fieldOf is where a field of one line stands; nil if it is none.
func fieldOf(p *annotate.Proposal, key string) *string {
	switch key {
	case "deputy.name":
		return &p.Deputy.Name
	case "deputy.number":
		return &p.Deputy.Number
	case "deputy.delegation":
		return &p.Deputy.Delegation
	case "deputy.post":
		return &p.Deputy.Post
	case "deputy.phone":
		return &p.Deputy.Phone
	case "deputy.address":
		return &p.Deputy.Address
	case "deputy.postcode":
		return &p.Deputy.Postcode
	case "host":
		return &p.Host
	case "session":
		return &p.Session
	case "when":
		return &p.When
	case "date":
		return &p.Date
	}
	return nil
}

// Mend writes down what a field of the sheet should say; the value that was
// handed in takes the note back. Names in a list stand between 、.
func (b *Book) Mend(d Decision, name, key, value string) error {
	if !slices.Contains(Mendable, key) {
		return fmt.Errorf("%s: %w", key, ErrWords)
	}
	e, err := b.Find(name)
	if err != nil {
		return err
	}
	value = strings.TrimSpace(value)
	was := Field(e.Sheet(), key)
	if value == was {
		return nil
	}
	now := maps.Clone(e.Mended)
	if now == nil {
		now = map[string]string{}
	}
	now[key] = value
	if value == Field(e.Proposal, key) {
		delete(now, key)
	}
	if len(now) == 0 {
		now = nil
	}
	e.note(d.At, d.Who, key, was, value)
	e.Mended = now
	return nil
}

// Sheet is the proposal with what the staff put right on its sheet. Its words are
// those that were handed in.
func (e Entry) Sheet() annotate.Proposal {
	p := e.Proposal
	for key, value := range e.Mended {
		if at := fieldOf(&p, key); at != nil {
			*at = value
			continue
		}
		switch key {
		case "cosigners":
			p.Cosigners = signersNamed(e.Proposal.Cosigners, listed(value))
		case "cohosts":
			p.Cohosts = listed(value)
		}
	}
	return p
}

// signersNamed are the co-signers with these names; who was one keeps the card.
func signersNamed(were []annotate.Deputy, names []string) []annotate.Deputy {
	var all []annotate.Deputy
	for _, name := range names {
		card := annotate.Deputy{Name: name}
		if i := slices.IndexFunc(were, func(d annotate.Deputy) bool { return d.Name == name }); i >= 0 {
			card = were[i]
		}
		all = append(all, card)
	}
	return all
}

func listed(text string) []string {
	var all []string
	for _, name := range strings.Split(text, "、") {
		if name = strings.TrimSpace(name); name != "" {
			all = append(all, name)
		}
	}
	return all
}
