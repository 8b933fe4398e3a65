package registry

import (
	"strings"

	"deputydesk/annotate"
)

// An index finds the entries of a book without going through them all, while
// many are entered at once.
type index struct {
	at   map[annotate.ProposalID]int
	keys map[string]map[string]int // by number of the card: how many entries each key has signed

	sources map[string]int // by Source, of the entries and of what they replaced
	codes   map[string]int // by the first eight digits of the id; -1 where two have the same
	like    map[string]int // by likeness
}

func (b *Book) index() *index {
	x := &index{at: make(map[annotate.ProposalID]int, len(b.Entries)), keys: map[string]map[string]int{},
		sources: map[string]int{}, codes: map[string]int{}, like: map[string]int{}}
	for i := range b.Entries {
		x.put(i, &b.Entries[i])
	}
	return x
}

// put notes that e stands at i.
func (x *index) put(i int, e *Entry) {
	x.at[e.Proposal.ID] = i
	x.count(e, 1)
	if e.Source != "" {
		x.sources[e.Source] = i
	}
	for _, v := range e.Earlier {
		if v.Source != "" {
			x.sources[v.Source] = i
		}
	}
	code := codeOf(e.Proposal.ID)
	if there, known := x.codes[code]; known && there != i {
		x.codes[code] = -1
	} else {
		x.codes[code] = i
	}
	if key := likeness(e.Proposal); key != "" {
		if _, known := x.like[key]; !known {
			x.like[key] = x.at[e.Proposal.ID]
		}
	}
}

// codeOf is the code of an id as it is printed, without its dash.
func codeOf(id annotate.ProposalID) string {
	text := strings.ToUpper(strings.ReplaceAll(string(id), "-", ""))
	return text[:min(8, len(text))]
}

// coded returns where the entry with a printed code stands, -1 if there is none or
// more than one.
func (x *index) coded(code string) int {
	if i, ok := x.codes[code]; ok {
		return i
	}
	return -1
}

// count adds an entry to those that its key has signed, or takes it away.
func (x *index) count(e *Entry, by int) {
	number := e.Proposal.Deputy.Number
	if e.Key == "" || number == "" {
		return
	}
	if x.keys[number] == nil {
		x.keys[number] = map[string]int{}
	}
	if x.keys[number][e.Key] += by; x.keys[number][e.Key] <= 0 {
		delete(x.keys[number], e.Key)
	}
}

// find returns where the entry of a proposal stands, -1 if it is not there.
func (x *index) find(id annotate.ProposalID) int {
	if i, ok := x.at[id]; ok {
		return i
	}
	return -1
}

// otherKey reports whether the deputy has handed something in before that was
// signed, and never with this key.
func (x *index) otherKey(r Received) bool {
	signed := x.keys[r.Proposal.Deputy.Number]
	return r.Key != "" && len(signed) > 0 && signed[r.Key] == 0
}
