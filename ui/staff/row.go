package staff

import (
	"strings"

	"deputydesk/annotate/registry"
)

// A Mark is something about an entry that is worth a word in the list.
type Mark string

// The marks, the most urgent first; the last three are what is still to be done.
const (
	Doubtful   Mark = "review"     // 待核
	OtherKey   Mark = "otherkey"   // 换钥
	Lacking    Mark = "lacking"    // 缺项
	Focused    Mark = "focus"      // 重点督办
	Joined     Mark = "joined"     // 并案: others are handled with it, or it with another
	Revised    Mark = "revised"    // an earlier revision is kept
	Mended     Mark = "mended"     // the sheet was put right
	Unclassed  Mark = "unclassed"  // no category of the staff's
	Unassigned Mark = "unassigned" // no host
	Unnumbered Mark = "unnumbered" // no number
)

// Marks are all of them in that order.
var Marks = []Mark{Doubtful, OtherKey, Lacking, Focused, Joined, Revised, Mended, Unclassed, Unassigned, Unnumbered}

// shownMarks is how many of Marks a row shows; what is to be done everybody sees
// from its empty columns.
const shownMarks = 7

// A Row is one entry as the list shows it.
type Row struct {
	Entry  *registry.Entry // shared with the book: never changed
	Number string
	Title  string
	Deputy string // who leads
	Signed int    // how many signed with them

	Delegation string
	Category   string
	Own        bool // Category is the deputy's own or none: nobody has decided
	Unit       string
	Wished     bool // Unit is only wished
	Sides      []string
	System     string
	State      registry.State
	Marks      []Mark // all that hold, in the order of Marks

	words string // what is searched, in small letters
	units []string
}

// Shown are the marks of a row that the list shows.
func (r Row) Shown() []Mark {
	var some []Mark
	for _, m := range r.Marks {
		for _, s := range Marks[:shownMarks] {
			if m == s {
				some = append(some, m)
			}
		}
	}
	return some
}

// Has reports whether a mark holds.
func (r Row) Has(m Mark) bool {
	for _, x := range r.Marks {
		if x == m {
			return true
		}
	}
	return false
}

// row is an entry as the list shows it; leads says that others are handled with it.
func (o *Office) row(e *registry.Entry, leads bool, systems map[string]string) Row {
	sheet := e.Proposal
	if len(e.Mended) > 0 {
		sheet = e.Sheet()
	}
	r := Row{
		Entry: e, Number: e.NumberText(), Title: sheet.Title, Deputy: sheet.Deputy.Name, Signed: len(sheet.Cosigners),
		Delegation: sheet.Deputy.Delegation, Category: e.Class(), Own: e.Category == "", Sides: e.SideUnits(), State: e.State,
	}
	r.Unit, r.Wished = e.MainUnit()
	r.System = systems[r.Unit]
	r.units = append(e.Units(), r.Sides...)
	for _, m := range []struct {
		mark  Mark
		holds bool
	}{
		{Doubtful, e.Review}, {OtherKey, e.Signature == registry.OtherKey}, {Lacking, len(e.Lacks) > 0}, {Focused, e.Focus},
		{Joined, leads || e.Into != ""}, {Revised, len(e.Earlier) > 0}, {Mended, len(e.Mended) > 0},
		{Unclassed, e.Category == "" && e.Live()}, {Unassigned, e.Host == "" && e.Live() && e.Into == ""}, {Unnumbered, e.Number == 0 && e.Live()},
	} {
		if m.holds {
			r.Marks = append(r.Marks, m.mark)
		}
	}
	words := []string{r.Title, r.Deputy, sheet.Deputy.Number, r.Delegation, r.Number, r.Category, Code(e)}
	for _, c := range sheet.Cosigners {
		words = append(words, c.Name)
	}
	r.words = strings.ToLower(strings.Join(append(words, r.units...), "\n"))
	return r
}

// Code is what stands on the paper of an entry to find it by: the first eight
// digits of its id.
func Code(e *registry.Entry) string {
	id := strings.ReplaceAll(string(e.Proposal.ID), "-", "")
	return id[:min(8, len(id))]
}
