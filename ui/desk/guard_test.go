package desk

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deputydesk/annotate"
)

// A figure that is not the report's is told again when the paper is made, and
// the paper is made.
func TestPaperIsGuarded(t *testing.T) {
	d := openAt(t, t.TempDir(), beforeTheMeeting)
	find(t, d, "公共充电桩")
	press(t, d, d.WriteOnSelection(annotate.Suggestion))
	d.SetTitle("关于加快公共充电桩建设的建议")
	d.SetPartText(Situation, "报告提出“新建公共充电桩680个”。")
	path := filepath.Join(t.TempDir(), "建议.pdf")
	d.Print(path)
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	if got := said(d); !strings.HasPrefix(got, "已生成“建议.pdf”，但有 1 处请先核对：正文引用的数字与报告不一致") {
		t.Errorf("told %s", got)
	}
	d.SetPartText(Situation, "报告提出“新建公共充电桩580个”。")
	d.Dismiss()
	if d.Print(path); d.Notice() != nil {
		t.Errorf("mended, and told %s", said(d))
	}
}
