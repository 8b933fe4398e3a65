package staff_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/export"
	"deputydesk/seeds"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
)

// empty is an office whose register holds nothing yet.
func empty(t *testing.T) *staff.Office {
	t.Helper()
	d := desk.Open(desk.Settings{Folder: t.TempDir()})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return staff.New(d)
}

// packets writes n packets and another text of the first.
func packets(t *testing.T, n int) string {
	t.Helper()
	example, err := annotate.ReadFile("example.toml", seeds.Example())
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for i := range n + 1 {
		p := example
		p.ID = annotate.ProposalID(fmt.Sprintf("%08d-0000-4000-8000-000000000000", i%n))
		p.Title, p.Deputy.Number = fmt.Sprintf("关于第%d处公共充电桩的建议", i%n), fmt.Sprintf("%04d", i%n)
		if i == n {
			p.Body.Proposal = "另一种写法。"
		}
		data, err := export.Pack("测试代表甲", []annotate.Proposal{p})
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.dbz", i)), data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// Looking keeps nothing; what is ticked is taken in and can be taken back and done
// again; what is dropped meanwhile lies beside it with the ticks as they were.
func TestIntakeFromLookingToTheWayBack(t *testing.T) {
	o := empty(t)
	in := o.Intake()
	if in.Accept().Off == nil {
		t.Error("nothing can be taken in")
	}
	o.Receive([]string{packets(t, 5)})
	if len(in.Rows()) != 6 || in.Chosen() != 5 || len(o.Book().Entries) != 0 {
		t.Fatalf("%d rows, %d ticked, %d entries", len(in.Rows()), in.Chosen(), len(o.Book().Entries))
	}
	conflict := -1
	for i, r := range in.Rows() {
		if r.Verdict == registry.Conflict {
			conflict = i
		}
	}
	if err := in.Tick(true, conflict); !errors.Is(err, desk.ErrNotTaken) {
		t.Errorf("a conflict was ticked: %v", err)
	}
	if _, registered, ok := in.There(conflict); registered || !ok {
		t.Error("what the conflict meets is not found in the same batch")
	}
	if err := errors.Join(in.Decide(conflict, registry.TakeApart), in.Tick(false, 4)); err != nil {
		t.Fatal(err)
	}
	o.Receive([]string{filepath.Join(packets(t, 1), "0.dbz")}) // once more
	if in.Chosen() != 5 || in.Counts()[registry.Duplicate] != 1 {
		t.Errorf("%d ticked and %d duplicates, want 5 and 1", in.Chosen(), in.Counts()[registry.Duplicate])
	}
	o.NumberOnTheWay(true)
	o.SetWho("测试经办甲")
	o.Desk().Press(in.Accept())
	done := in.Done()
	if done == nil || done.Added != 5 || done.Numbered != 5 || done.LeftOut != 2 || !in.Empty() {
		t.Fatalf("came of it: %+v, %v", done, o.Desk().Notice())
	}
	if b := o.Batches(); len(b) != 1 || b[0].Who != "测试经办甲" || b[0].Added != 5 || len(b[0].Files) < 4 {
		t.Errorf("batches %+v", b)
	}
	for _, step := range []struct {
		do   func() desk.Action
		want int
	}{{o.Desk().Undo, 0}, {o.Desk().Redo, 5}} {
		if o.Desk().Press(step.do()); len(o.Book().Entries) != step.want {
			t.Errorf("%d entries, want %d", len(o.Book().Entries), step.want)
		}
	}
	if err := o.UndoBatch("1"); err != nil || len(o.Book().Entries) != 0 || len(o.Batches()) != 0 {
		t.Errorf("taken back: %v, %d entries", err, len(o.Book().Entries))
	}
	if o.Desk().Press(o.Desk().Undo()); len(o.Book().Entries) != 5 {
		t.Errorf("the way back taken back: %d entries", len(o.Book().Entries))
	}
}

// What is typed from paper is to be checked, is found by its code and its words,
// and is not entered twice.
func TestTypedFromPaper(t *testing.T) {
	o := empty(t)
	paper := desk.Typing{Deputy: annotate.Deputy{Name: "测试代表甲", Number: "0101", Delegation: "示例一团"}, Form: annotate.Opinion,
		Title: "关于增设路灯的意见", Category: "城建环保", Cosigners: "3", File: "纸质件"}
	e, _, err := o.TypeIn(paper)
	if err != nil || !e.Review || e.Origin != registry.Typed || len(e.Proposal.Cosigners) != 3 || e.Proposal.Form != annotate.Opinion {
		t.Fatalf("entered %+v, %v", e, err)
	}
	if _, row, err := o.TypeIn(paper); !errors.Is(err, desk.ErrNotTaken) || row.Why != registry.Same {
		t.Errorf("the same again: %v, %s", err, row.Why)
	}
	for code, want := range map[string]bool{desk.CodeOf(e.Proposal): true, "FFFFFFFF": false, "12": false} {
		if got, ok := o.FindCode(code); ok != want || want && got.Title != paper.Title {
			t.Errorf("%s: %+v, %v", code, got, ok)
		}
	}
	for _, tt := range []struct {
		typed desk.Typing
		want  error
	}{
		{desk.Typing{Title: "关于某事的建议"}, desk.ErrTypedLacks},
		{desk.Typing{Deputy: annotate.Deputy{Name: "测试代表乙"}}, desk.ErrTypedLacks},
		{desk.Typing{Deputy: annotate.Deputy{Name: "测试代表乙"}, Title: "关于某事的建议", Code: "12AB"}, desk.ErrCode},
		{desk.Typing{Deputy: annotate.Deputy{Name: "测试代表乙"}, Title: "关于某事的建议", Scan: "没有这个文件.png"}, os.ErrNotExist},
	} {
		if _, _, err := o.TypeIn(tt.typed); !errors.Is(err, tt.want) {
			t.Errorf("%+v: %v, want %v", tt.typed, err, tt.want)
		}
	}
	scan := filepath.Join(t.TempDir(), "扫描.png")
	if err := os.WriteFile(scan, []byte("测试图像"), 0o600); err != nil {
		t.Fatal(err)
	}
	e, _, err = o.TypeIn(desk.Typing{Code: desk.CodeOf(e.Proposal), Scan: scan, File: "纸质件"})
	if err != nil || len(e.Papers) != 1 || e.Papers[0].Name != "扫描.png" {
		t.Fatalf("the scan of an entry: %+v, %v", e.Papers, err)
	}
	if data, err := o.Desk().FileBytes(e.Papers[0].SHA256); err != nil || string(data) != "测试图像" {
		t.Errorf("the scan holds %q, %v", data, err)
	}
}
