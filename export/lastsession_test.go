package export

import (
	"fmt"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
)

// The statistics say what there is more of than in the last session, and nothing
// of it where no session was archived.
func TestStatisticsBesideTheLastSession(t *testing.T) {
	entry := func(class string, signed int, state registry.State) registry.Entry {
		p := testProposal(annotate.Suggestion)
		p.Category, p.Cosigners = class, make([]annotate.Deputy, signed)
		return registry.Entry{Proposal: p, State: state}
	}
	now := []registry.Entry{entry("农业农村", 2, registry.Filed), entry("农业农村", 0, registry.Filed), entry("教科文卫", 0, registry.Withdrawn)}
	last := []registry.Entry{entry("农业农村", 0, registry.Filed), entry("社会建设", 1, registry.Filed), entry("社会建设", 0, registry.Filed)}
	said := func(o Staff) string { return fmt.Sprintf("%+v", Statistics(now, o).Chapters) }
	if strings.Contains(said(Staff{}), "上届") {
		t.Error("a comparison with nothing")
	}
	o := Staff{Last: Last{Session: "示例市第一届人民代表大会第一次会议", Entries: last}}
	if text := said(o); !strings.Contains(text, "上届指示例市第一届人民代表大会第一次会议") {
		t.Errorf("%.300s", text)
	}
	var rows []string
	for _, r := range compared(o.words(), now, o).Rows[1:] {
		rows = append(rows, r.Cells[0].Text+" "+r.Cells[1].Text+" "+r.Cells[2].Text+" "+r.Cells[3].Text)
	}
	want := "合计 2 3 −1, 联名提出 1 1 0, 农业农村 2 1 +1, 社会建设 0 2 −2"
	if got := strings.Join(rows, ", "); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}
