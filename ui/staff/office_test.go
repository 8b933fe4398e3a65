package staff_test

import (
	"errors"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
)

// office is an office with two proposals in its register.
func office(t *testing.T) *staff.Office {
	t.Helper()
	d := desk.Open(desk.Settings{Folder: t.TempDir()})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	o := staff.New(d)
	o.SetWho(" 测试工作人员甲 ")
	_, err := d.Register(func(b *registry.Book) error {
		for _, id := range []annotate.ProposalID{"a", "b"} {
			b.Entries = append(b.Entries, registry.Entry{Proposal: annotate.Proposal{ID: id, Title: "关于" + string(id) + "的建议"}, State: registry.Registered})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func classes(o *staff.Office) string {
	all := ""
	for _, e := range o.Book().Entries {
		all += e.Category + ";"
	}
	return all
}

// Every decision can be taken back and done again, in the order they were made.
func TestADecisionCanBeTakenBack(t *testing.T) {
	o := office(t)
	classify := func(id, category string) {
		t.Helper()
		if err := o.Change(func(b *registry.Book, by registry.Decision) error { return b.Classify(by, id, category) }); err != nil {
			t.Fatal(err)
		}
	}
	classify("a", "城乡建设")
	classify("b", "教育")
	for _, step := range []struct {
		name string
		do   func() desk.Action
		want string
	}{
		{"undo", o.Desk().Undo, "城乡建设;;"},
		{"undo", o.Desk().Undo, ";;"},
		{"redo", o.Desk().Redo, "城乡建设;;"},
		{"redo", o.Desk().Redo, "城乡建设;教育;"},
	} {
		if o.Desk().Press(step.do()); classes(o) != step.want {
			t.Errorf("%s: categories %q, want %q", step.name, classes(o), step.want)
		}
	}
	e, _ := o.Entry("a")
	if len(e.Journal) != 1 || e.Journal[0].Who != "测试工作人员甲" {
		t.Errorf("journal %v, want one line of 测试工作人员甲", e.Journal)
	}
}

// A decision that cannot be made changes nothing.
func TestADecisionIsWholeOrNot(t *testing.T) {
	o := office(t)
	err := o.Change(func(b *registry.Book, by registry.Decision) error {
		return errors.Join(b.Classify(by, "a", "教育"), b.Classify(by, "nobody", "教育"))
	})
	if !errors.Is(err, registry.ErrNoEntry) || classes(o) != ";;" {
		t.Errorf("error %v, categories %q; want nothing changed", err, classes(o))
	}
	if o.Desk().Undo().Off == nil {
		t.Error("what was not done can be undone")
	}
}

// A number is never given twice, also when its giving was taken back.
func TestANumberTakenBackIsNotGivenAgain(t *testing.T) {
	o := office(t)
	give := func() {
		t.Helper()
		if err := o.Change(func(b *registry.Book, by registry.Decision) error {
			b.GiveNumbers(by, registry.Numbering{})
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	give()
	o.Desk().Press(o.Desk().Undo())
	give()
	if e, _ := o.Entry("a"); e.Number != 3 {
		t.Errorf("number %d, want 3: 1 and 2 were given before", e.Number)
	}
}
