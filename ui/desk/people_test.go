package desk

import (
	"testing"

	"deputydesk/annotate"
	"deputydesk/export"
)

// Two of three made-up deputies have the same family name.
func TestNamesAreCompletedFromTheRoster(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	d.meeting = &Meeting{Session: export.Session{Roster: []export.Member{
		{Name: "测试甲", Number: "0101", Delegation: "示例一团", Post: "工人"},
		{Name: "测试乙", Number: "0102", Delegation: "示例二团", Post: "农民"},
		{Name: "样例丙", Number: "0201", Delegation: "示例二团", Post: "教师"},
	}}}
	press(t, d, d.Write(annotate.Suggestion))
	if got := d.Suggested("deputy.name"); len(got) != 0 {
		t.Errorf("nothing typed, offered %q", got)
	}
	d.SetField("deputy.name", "测试")
	if got := d.Suggested("deputy.name"); len(got) != 2 {
		t.Fatalf("offered %q", got)
	}
	d.Take("deputy.name", "测试乙 0102 示例二团")
	if got := d.Draft().Deputy; got.Name != "测试乙" || got.Number != "0102" || got.Post != "农民" {
		t.Errorf("the card is %+v", got)
	}
	if got := d.Suggested("deputy.name"); len(got) != 0 {
		t.Errorf("offered again: %q", got)
	}
	d.SetField("cosigner", "样")
	d.Take("cosigner", "样例丙 0201 示例二团")
	if got := d.Draft().Cosigners; len(got) != 1 || got[0].Number != "0201" {
		t.Errorf("co-signers %+v", got)
	}
}
