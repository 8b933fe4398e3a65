package annotate

import (
	"strings"
	"testing"

	"deputydesk/seeds/report"
)

// The words that were marked stand between « and »; the old text is at hand.
func TestOldEditionTellsTwinsApart(t *testing.T) {
	const (
		one   = "我们要团结一心，共同完成全年任务。各位代表！让我们迎难而上，奋力夺取新的胜利。"
		two   = "坚持和完善各项制度，促进社会和谐稳定。«各位代表！»面对复杂形势，我们要保持清醒头脑。"
		plain = "坚持和完善各项制度，促进社会和谐稳定。面对复杂形势，我们要保持清醒头脑。"
		three = "加快建设现代产业体系，培育新的增长点。推动城乡融合发展，让群众过上好日子。"
	)
	old := broadsheet(one, two, three)
	old.Edition = "old"
	var a Anchor
	for i := range old.Sections[0].Paragraphs {
		p := &old.Sections[0].Paragraphs[i]
		start, end := strings.Index(p.Text, "«"), strings.Index(p.Text, "»")
		p.Text = strings.NewReplacer("«", "", "»", "").Replace(p.Text)
		if start >= 0 {
			a = AnchorAt(old, *p, report.Span{Start: start, End: end - len("«")})
		}
	}
	bare := strings.NewReplacer("«", "", "»", "").Replace(two)
	for _, tt := range []struct {
		name  string
		now   []string
		alone Status // without the old text
		known Status
		where report.ParagraphID
	}{
		{"nothing changed", []string{one, bare, three}, Attached, Attached, "test-2024/一/2"},
		{"taken out", []string{one, plain, three}, Orphan, Orphan, ""},
		{"moved to the end", []string{one, plain, three + "各位代表！"}, Orphan, Moved, "test-2024/一/3"},
		{"its twin taken out", []string{strings.Replace(one, "各位代表！", "", 1), bare, three}, Attached, Attached, "test-2024/一/2"},
	} {
		r := broadsheet(tt.now...)
		r.Edition = "new"
		f := NewFinder(r)
		if got := f.Locate(a); got.Status != tt.alone {
			t.Errorf("%s, alone: %s, want %s", tt.name, got.Status, tt.alone)
		}
		f.Knows(NewFinder(old))
		if got := f.Locate(a); got.Status != tt.known || got.Paragraph != tt.where {
			t.Errorf("%s, old text known: %s in %q, want %s in %q", tt.name, got.Status, got.Paragraph, tt.known, tt.where)
		}
	}
}

func TestEveryPlaceOfAQuote(t *testing.T) {
	r := broadsheet("各位代表！过去一年成绩很大。各位代表！", "新的一年，各 位代表！")
	for _, tt := range []struct {
		quote string
		want  int
	}{
		{"各位代表", 2},
		{"各 位代表", 1},
		{"新的 一年", 1}, // other white space
		{"没有", 0},
		{" ", 0},
	} {
		if got := AnchorsOf(r, tt.quote); len(got) != tt.want {
			t.Errorf("%q: %d places, want %d", tt.quote, len(got), tt.want)
		}
	}
}
