package staff_test

import (
	"errors"
	"slices"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
)

// full is an office with n made-up proposals in its register.
func full(t *testing.T, n int) *staff.Office {
	t.Helper()
	d := desk.Open(desk.Settings{Folder: t.TempDir()})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	o := staff.New(d)
	o.SetWho("测试经办甲")
	if err := o.TakePlenty(n); err != nil {
		t.Fatal(err)
	}
	return o
}

// Every filter narrows, and what it leaves has what it asks for.
func TestTheRegisterIsNarrowed(t *testing.T) {
	o := full(t, 60)
	ids := func(some ...int) (all []annotate.ProposalID) {
		for _, i := range some {
			all = append(all, o.All()[i].Entry.Proposal.ID)
		}
		return all
	}
	if err := o.Classify("民族侨务外事", ids(3, 6)...); err != nil {
		t.Fatal(err)
	}
	if err := o.Supervise(true, "测试主任", ids(5)...); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name   string
		filter staff.Filter
		want   int
	}{
		{"everything", staff.Filter{}, 60},
		{"a word of the title", staff.Filter{Words: "充电桩"}, 6},
		{"two words, both", staff.Filter{Words: "充电桩 甲区"}, 0},
		{"two words, one the delegation", staff.Filter{Words: "充电桩 乙区"}, 6},
		{"the deputy", staff.Filter{Words: "测试壬东"}, 2}, // leads one, signed one
		{"the number of the card", staff.Filter{Words: "0012"}, 1},
		{"a unit", staff.Filter{Unit: "市教育局"}, 4},
		{"a helping unit", staff.Filter{Unit: "市财政局"}, 12},
		{"the category of the staff", staff.Filter{Category: "民族侨务外事"}, 2},
		{"a delegation", staff.Filter{Delegation: "示例丙县代表团"}, 12},
		{"motions", staff.Filter{Kind: annotate.Motion}, 2},
		{"a state", staff.Filter{State: registry.Filed}, 0},
		{"to be looked at", staff.Filter{Review: true}, 2},
		{"a mark", staff.Filter{Mark: staff.Focused}, 1},
		{"the system of the unit", staff.Filter{System: "政府", Words: "教育局"}, 4},
		{"some", staff.Filter{Only: ids(1, 2, 3)}, 3},
		{"none", staff.Filter{Only: []annotate.ProposalID{}}, 0},
	} {
		if got := len(o.Listed(tt.filter, staff.Order{})); got != tt.want {
			t.Errorf("%s: %d rows, want %d", tt.name, got, tt.want)
		}
	}
}

func TestTheRegisterIsSorted(t *testing.T) {
	o := full(t, 30)
	third := o.All()[2].Entry.Proposal.ID
	if _, err := o.Number(third); err != nil {
		t.Fatal(err)
	}
	if err := o.AssignHost("市审计局", third); err != nil {
		t.Fatal(err)
	}
	for _, by := range []staff.Column{staff.ByNumber} {
		if got := o.Rows(staff.Order{By: by})[0].Entry.Proposal.ID; got != third {
			t.Errorf("by %d the first is %s", by, got)
		}
	}
	down := o.Rows(staff.Order{By: staff.ByTitle, Down: true})
	if !slices.IsSortedFunc(down, func(a, b staff.Row) int {
		if a.Title < b.Title {
			return 1
		}
		return -1
	}) {
		t.Error("titles downwards are out of order")
	}
	order := staff.Order{}
	for _, want := range []staff.Order{{By: staff.ByUnit}, {By: staff.ByUnit, Down: true}, {}} {
		if order = order.Sort(staff.ByUnit); order != want {
			t.Errorf("order %+v, want %+v", order, want)
		}
	}
}

// Whatever is decided stands in the list at once, and one Ctrl+Z takes a decision
// about many back.
func TestADecisionAboutManyIsOneStep(t *testing.T) {
	o := full(t, 20)
	var ids []annotate.ProposalID
	for _, r := range o.All()[:5] {
		ids = append(ids, r.Entry.Proposal.ID)
	}
	count := func(f staff.Filter) int { return len(o.Listed(f, staff.Order{})) }
	if err := o.Classify("人大工作", ids...); err != nil {
		t.Fatal(err)
	}
	if got := count(staff.Filter{Category: "人大工作"}); got != 5 {
		t.Fatalf("%d are filed under it", got)
	}
	if j := o.All()[0].Entry.Journal; j[len(j)-1].Who != "测试经办甲" || j[len(j)-1].Field != "category" {
		t.Errorf("the journal says %+v", j)
	}
	o.Desk().Press(o.Desk().Undo())
	if got := count(staff.Filter{Category: "人大工作"}); got != 0 {
		t.Errorf("after undo %d are filed under it", got)
	}
	if err := o.Classify("农业农村"); !errors.Is(err, staff.ErrNothingChosen) {
		t.Errorf("nothing chosen: %v", err)
	}
	n, err := o.AssignAsWished(ids...)
	if err != nil || n != count(staff.Filter{Only: ids})-count(staff.Filter{Only: ids, Mark: staff.Unassigned}) || n == 0 {
		t.Errorf("assigned as wished: %d, %v", n, err)
	}
}

// Numbers count apart by kind and are never given twice, also after undo.
func TestNumbersOfASession(t *testing.T) {
	o := full(t, 50)
	if err := o.SetNumbering(registry.Numbering{Prefix: "九届一次", Motions: "九届一次议", Width: 4}); err != nil {
		t.Fatal(err)
	}
	if got := o.Specimen(o.Numbering(), string(annotate.Motion)); got != "九届一次议第0001号" {
		t.Errorf("specimen %q", got)
	}
	first := o.All()[0].Entry.Proposal.ID
	if n, err := o.Number(first); err != nil || n != 1 {
		t.Fatalf("%d given: %v", n, err)
	}
	o.Desk().Press(o.Desk().Undo())
	if n, err := o.Number(); err != nil || n != 50 {
		t.Fatalf("%d given: %v", n, err)
	}
	seen := map[string]bool{}
	for _, r := range o.All() {
		if seen[r.Number] || r.Number == "" || r.Number == "九届一次第0001号" {
			t.Errorf("number %q", r.Number)
		}
		seen[r.Number] = true
	}
	if !seen["九届一次议第0002号"] || !seen["九届一次第0049号"] {
		t.Error("the last of each kind is missing")
	}
}

func TestUnitsAreCompleted(t *testing.T) {
	o := full(t, 1)
	if all := o.Complete(""); len(all) < 20 {
		t.Errorf("%d units", len(all))
	}
	for text, first := range map[string]string{"教育": "市教育局", "公安": "市公安局", "老旧小区": "市住房和城乡建设局"} {
		if got := o.Complete(text); len(got) == 0 || got[0] != first {
			t.Errorf("%q means %q, want %q first", text, got, first)
		}
	}
	if got := o.Units("市教育局、 示例单位,市教育局"); !slices.Equal(got, []string{"市教育局", "示例单位"}) {
		t.Errorf("units %q", got)
	}
}
