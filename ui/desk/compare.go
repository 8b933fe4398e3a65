package desk

import (
	"cmp"
	"path/filepath"
	"slices"
	"strconv"

	"deputydesk/annotate"
	"deputydesk/annotate/store"
	"deputydesk/assets"
	"deputydesk/export/xlsx"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"

	"github.com/google/uuid"
)

// A Verdict is what a person says of a match: Matches or Differs.
type Verdict = annotate.Verdict

// The verdicts.
const (
	Matches = annotate.Matches
	Differs = annotate.Differs
)

// A Pair is a target of the older report and what the newer one says of it.
type Pair struct {
	Plan    target.Target
	Result  target.Target // zero if the newer report says nothing
	Found   bool          // whether there is a Result
	Score   float64       // how like they are, from 0 to 1
	Reached Reached
	Verdict annotate.Verdict // what a person says of the match; "" for nothing yet
}

// A Comparison is last year's plan against this year's review.
type Comparison struct {
	Old, New *report.Report
	Pairs    []Pair // the targets of Old that were due, in reading order
	Later    int    // targets of Old that are due in later years, and not in Pairs
}

// Count is how many pairs were so reached.
func (c Comparison) Count(r Reached) int {
	n := 0
	for _, p := range c.Pairs {
		if p.Reached == r {
			n++
		}
	}
	return n
}

// Compare looks for what became of the targets of old in the review of next.
func (d *Desk) Compare(old, next *report.Report) Comparison {
	c := Comparison{Old: old, New: next}
	var plans []target.Target
	for _, t := range d.Targets(old) {
		if year, err := strconv.Atoi(t.Due[:min(4, len(t.Due))]); err == nil && old.Year > 0 && year > old.Year {
			c.Later++
			continue
		}
		plans = append(plans, t)
	}
	results := d.stated(next, true)
	said := d.verdicts(old, next, plans, results)
	many := make([]bool, len(results))
	for j, t := range results {
		many[j] = manyYears(next, t)
	}
	taken := map[int]likePair{}
	barred := func(i, j int) bool { return said[[2]int{i, j}] == annotate.Differs }
	used := map[int]bool{}
	for at, v := range said {
		if v == annotate.Matches {
			taken[at[0]] = likePair{at[0], at[1], likeness(plans[at[0]], results[at[1]])}
			used[at[1]] = true
		}
	}
	for _, l := range likePairs(plans, results, func(i, j int) bool {
		_, has := taken[i]
		return has || used[j] || barred(i, j)
	}, many) {
		taken[l.plan] = l
	}
	for i, t := range plans {
		p := Pair{Plan: t, Reached: Unsaid}
		if l, ok := taken[i]; ok {
			p.Result, p.Found, p.Score = results[l.result], true, l.score
			p.Verdict = said[[2]int{i, l.result}]
			p.Reached = reached(t, p.Result)
			if many[l.result] && t.Kind != target.Milestone {
				p.Reached = Unclear
			}
		}
		c.Pairs = append(c.Pairs, p)
	}
	return c
}

// verdicts are what a person said of pairs, by their places.
func (d *Desk) verdicts(old, next *report.Report, plans, results []target.Target) map[[2]int]annotate.Verdict {
	said := map[[2]int]annotate.Verdict{}
	for _, p := range d.aims.pairings {
		if p.Plan.Anchor.Report != old.ID || p.Result.Anchor.Report != next.ID {
			continue
		}
		i, j := p.Plan.Pick(d.Where(p.Plan.Anchor, old), plans), p.Result.Pick(d.Where(p.Result.Anchor, next), results)
		if i >= 0 && j >= 0 {
			said[[2]int{i, j}] = p.Verdict
		}
	}
	return said
}

// Earlier are the reports that the open one may be compared with: of the same
// body first, the newest first.
func (d *Desk) Earlier() []*report.Report {
	var all []*report.Report
	for _, r := range d.reports {
		if r != d.open && (r.Year == 0 || d.open.Year == 0 || r.Year < d.open.Year) {
			all = append(all, r)
		}
	}
	same := func(r *report.Report) int {
		if r.Body == d.open.Body && r.Body != "" {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(all, func(a, b *report.Report) int {
		return cmp.Or(same(a)-same(b), b.Year-a.Year)
	})
	return all
}

// LastYear is the comparison of the open report with the one of the same body
// of the year before, or with the one that was chosen; ok is false if the
// library has none.
func (d *Desk) LastYear() (c Comparison, ok bool) {
	old := d.Find(d.aims.against[d.open.ID])
	if old == nil {
		for _, r := range d.Earlier() {
			if r.Body == d.open.Body && r.Body != "" && r.Year == d.open.Year-1 {
				old = r
			}
		}
	}
	if old == nil || old == d.open {
		return Comparison{}, false
	}
	return d.Compare(old, d.open), true
}

// CompareWith chooses the report that the open one is compared with.
func (d *Desk) CompareWith(id report.ID) {
	if d.aims.against == nil {
		d.aims.against = map[report.ID]report.ID{}
	}
	d.aims.against[d.open.ID] = id
	d.changed(Aimed)
}

// JudgePair says whether a target and its result speak of the same; saying it
// again takes it back. It can be undone.
func (d *Desk) JudgePair(c Comparison, p Pair, v annotate.Verdict) Action {
	if d.store == nil {
		return Action{Off: d.trouble}
	}
	plan, ok := annotate.PinOf(c.Old, p.Plan)
	result, also := annotate.PinOf(c.New, p.Result)
	if !ok || !also || !p.Found {
		return Action{Off: ErrNoTarget}
	}
	next := annotate.Pairing{ID: uuid.NewString(), Plan: plan, Result: result, Verdict: v, Changed: d.set.Now()}
	var before, after []annotate.Pairing
	for _, old := range d.aims.pairings {
		if old.Plan.Anchor == plan.Anchor && old.Plan.Target == plan.Target && old.Result.Anchor == result.Anchor && old.Result.Target == result.Target {
			before, next.ID = append(before, old), old.ID
		}
	}
	if p.Verdict != v {
		after = append(after, next)
	}
	return Action{Do: func() {
		if err := d.putPairings(before, after); err != nil {
			d.tell(err)
			return
		}
		d.did(step{
			undo: func() error { return d.putPairings(after, before) },
			redo: func() error { return d.putPairings(before, after) },
		})
	}}
}

func (d *Desk) putPairings(out, in []annotate.Pairing) error {
	if d.store == nil {
		return d.trouble
	}
	var records []store.Record
	for _, p := range out {
		records = append(records, store.Record{Kind: pairingRecord, ID: p.ID})
	}
	for _, p := range in {
		records = append(records, store.Record{Kind: pairingRecord, ID: p.ID, Value: p})
	}
	if err := d.store.SaveRecords(records...); err != nil {
		return err
	}
	for _, p := range append(slices.Clone(out), in...) {
		d.aims.pairings = slices.DeleteFunc(d.aims.pairings, func(k annotate.Pairing) bool { return k.ID == p.ID })
	}
	d.aims.pairings = append(d.aims.pairings, in...)
	d.saved = d.set.Now()
	d.changed(Aimed)
	return nil
}

// GoToWords turns to the words of a target or a result of r and selects them.
func (d *Desk) GoToWords(r *report.Report, t target.Target) {
	from := d.stand()
	d.openReport(r.ID)
	d.goToWords(from, t.Paragraph, t.Span)
}

// SaveComparison saves c as a table, and tells.
func (d *Desk) SaveComparison(w assets.Words, c Comparison, path string) {
	file, err := WriteComparison(w, c, path)
	if err != nil {
		d.tell(err)
		return
	}
	d.tell(&Outcome{"desk.targets.saved", []any{"n", len(c.Pairs), "file", filepath.Base(file)}})
}

// WriteComparison saves c as a table and returns where it went.
func WriteComparison(w assets.Words, c Comparison, path string) (string, error) {
	t := xlsx.Table{Name: w.Text("targets.pairs.sheet"), Title: ComparisonName(w, c), Page: w.Text("targets.sheet.page")}
	for _, column := range []struct {
		key   string
		width float64
	}{{"head.section", 9}, {"pairs.plan", 44}, {"head.value", 12}, {"head.unit", 9}, {"pairs.result", 44}, {"head.value", 12}, {"pairs.reached", 12}, {"pairs.verdict", 10}} {
		t.Columns = append(t.Columns, xlsx.Column{Head: w.Text("targets." + column.key), Width: column.width})
	}
	number := func(t target.Target) any {
		if t.Kind != target.Quantified {
			return nil
		}
		return t.Value
	}
	for _, p := range c.Pairs {
		verdict := ""
		if p.Verdict != "" {
			verdict = w.Text("targets.verdict." + string(p.Verdict))
		}
		t.Rows = append(t.Rows, []any{string(p.Plan.Section), p.Plan.Quote, number(p.Plan), p.Plan.Unit, p.Result.Quote, number(p.Result),
			w.Text("targets.reached." + string(p.Reached)), verdict})
	}
	return writeTables(path, t)
}

// ComparisonName is what the paper of c is called.
func ComparisonName(w assets.Words, c Comparison) string {
	return w.Text("targets.pairs.title", "old", Name(c.Old), "new", Name(c.New))
}
