package registry

import (
	"slices"
	"testing"

	"deputydesk/annotate"
	"deputydesk/seeds/target"
)

func TestBoard(t *testing.T) {
	targets := []target.Target{
		{ID: "t1", Paragraph: "r/1", Quote: "新建停车位3000个"},
		{ID: "t2", Paragraph: "r/1", Quote: "新建公厕20座"},
		{ID: "t3", Paragraph: "r/2", Quote: "新建学校3所"},
	}
	var b Book
	put(&b, 1, "甲", "一。", "新建停车位3000个 提高", "新建公厕20座 明确")
	put(&b, 2, "乙", "二。", "全年新建停车位3000个 降低")
	put(&b, 3, "丙", "三。", "大力改善民生 提高")
	put(&b, 4, "丁", "四。")
	put(&b, 5, "戊", "五。", "新建停车位3000个 提高").State = Withdrawn
	put(&b, 6, "己", "六。", "新建停车位3000个 提高", "新建停车位3000个 提高")
	b.Entries[5].Proposal.Cites[1].Anchor.Report = "another"
	named := put(&b, 7, "庚", "七。", "别的字句 提高")
	named.Proposal.Cites[0].Target = "t2"
	amend := put(&b, 8, "辛", "")
	amend.Proposal.Form = annotate.Revision
	amend.Proposal.Amends = []annotate.Amendment{{Anchor: annotate.Anchor{Report: "r", Quote: "新建公厕20座"}, Op: annotate.Replace, To: "新建和改建公厕20座"}}

	got := b.Board("r", targets)
	count := func(row int, ask annotate.Ask) int { return len(got.Rows[row].Asked[ask]) }
	for _, tt := range []struct {
		what string
		n    int
		want int
	}{
		{"停车位 提高", count(0, "提高"), 2}, {"停车位 降低", count(0, "降低"), 1}, {"停车位 合计", len(got.Rows[0].All), 3},
		{"公厕 明确", count(1, "明确"), 1}, {"公厕 提高, by the target's name", count(1, "提高"), 1}, {"公厕 改写", count(1, Rewording), 1},
		{"学校", len(got.Rows[2].All), 0}, {"of a target", len(got.Touched), 5}, {"of other words", len(got.Apart), 1}, {"not of the report", len(got.Without), 1},
	} {
		if tt.n != tt.want {
			t.Errorf("%s: %d, want %d", tt.what, tt.n, tt.want)
		}
	}
	if !slices.Equal(got.Hottest(), []int{0, 1}) || !slices.Equal(got.Uncovered(), []int{2}) || !slices.Equal(got.Contrary(), []int{0}) {
		t.Errorf("hottest %v, uncovered %v, contrary %v", got.Hottest(), got.Uncovered(), got.Contrary())
	}
	if last := got.Asks[len(got.Asks)-1]; last != Rewording {
		t.Errorf("asks %v", got.Asks)
	}
}
