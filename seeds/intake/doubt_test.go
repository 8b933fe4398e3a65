package intake

import (
	"strings"
	"testing"

	"deputydesk/seeds/report"
)

func TestDoubts(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"抓好公园提升提升工程。", "提升提升→提升 doubled"},
		{"统筹基础设施设施建设。", "设施设施→设施 doubled"},
		{"面对空气质量 and 水污染防治。", "and→ stray"},
		{"平均浓度低于42微克，安装 app 软件 5 km 以内。", "app→ stray"},
		{"人人有责、稳稳当当，家家户户，高高兴兴，一个一个地办。", ""},
		{"与 GDP 同步，PM2.5下降，5km外。", ""},
		{"哈哈哈哈，三三两两，就业创业创新。", ""},
	} {
		r := &report.Report{Sections: []report.Section{{Paragraphs: []report.Paragraph{{ID: "r/序/1", Text: tt.text}}}}}
		var got []string
		for _, d := range Doubts(r) {
			if d.Span.Of(tt.text) != d.Text || d.Paragraph != "r/序/1" {
				t.Errorf("%s: %+v does not stand there", tt.text, d)
			}
			got = append(got, d.Text+"→"+d.Suggestion+" "+string(d.Why))
		}
		if s := strings.Join(got, "；"); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.text, s, tt.want)
		}
	}
}

func TestEveryLineAboutDoubtsIsWhole(t *testing.T) {
	kinds := map[string]bool{"usual": true, "doubled": true, "stray": true, "missing": true, "merged": true, "unlikely": true}
	for line := range strings.Lines(doubtLines) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "@") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 || f[0] == "" || f[0] == f[1] || !kinds[f[2]] {
			t.Errorf("line %q is not: words, suggestion, why", line)
		}
	}
}
