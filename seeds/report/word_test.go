package report

import (
	"strings"
	"testing"
)

// The click falls on the character after |; the word is «marked».
func TestWordAt(t *testing.T) {
	for _, marked := range []string{
		"新建公共充电桩«|580个»，新增",
		"城镇新增就业«|3万人»以上",
		"增长«|7%»左右",
		"浓度«|2.3%»左右",
		"确保«|PM2.5»、PM10",
		"加快«|双汇»电商",
		"，«|卫龙»，",
		"“«小|巨人»”企业",
	} {
		text := strings.NewReplacer("«", "", "»", "", "|", "").Replace(marked)
		at := len(strings.ReplaceAll(marked[:strings.Index(marked, "|")], "«", ""))
		want := marked[strings.Index(marked, "«")+len("«") : strings.Index(marked, "»")]
		want = strings.ReplaceAll(want, "|", "")
		if got := WordAt(text, at).Of(text); got != want {
			t.Errorf("%s: got %q, want %q", marked, got, want)
		}
	}
}
