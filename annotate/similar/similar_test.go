package similar

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"deputydesk/annotate"
)

// A labelled is a text and the matter that it is about, which people have said.
type labelled struct {
	Text
	matter string
}

// texts are pairs that two people might have written, and proposals beside what
// a hasty hand makes of them.
func texts(t testing.TB) []labelled {
	t.Helper()
	data, err := os.ReadFile("testdata/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []labelled
	var lines []string
	matter := ""
	for l := range strings.Lines(string(data)) {
		if l = strings.TrimSpace(l); l == "" || strings.HasPrefix(l, "#") {
			continue
		}
		if known, ok := strings.CutPrefix(l, "= "); ok {
			matter = known
			continue
		}
		if lines = append(lines, l); len(lines) == 4 {
			if matter == "" {
				matter = lines[0]
			}
			for i := range 2 {
				all = append(all, labelled{Text{fmt.Sprint(len(all)), lines[2*i], lines[2*i+1]}, matter})
			}
			lines, matter = nil, ""
		}
	}
	paths, err := filepath.Glob("../check/testdata/clean/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		p, err := annotate.ReadFile(path, data)
		if err != nil {
			t.Fatal(err)
		}
		if p.Form == annotate.Revision {
			continue
		}
		one := Text{fmt.Sprint(len(all)), p.Title, strings.Join([]string{p.Body.Situation, p.Body.Analysis, p.Body.Proposal}, "\n")}
		all = append(all, labelled{one, filepath.Base(path)}, labelled{reworded(fmt.Sprint(len(all)+1), one), filepath.Base(path)})
	}
	return all
}

// reworded is what is left of a text when somebody writes it again: other
// words, another order, four sentences in ten forgotten, another title.
func reworded(id string, t Text) Text {
	random := rand.New(rand.NewPCG(uint64(len(t.Body)), 7))
	swap := strings.NewReplacer("建议", "希望", "加强", "强化", "完善", "健全", "推进", "推动", "提高", "提升", "群众", "居民", "问题", "情况",
		"一是", "其一，", "二是", "其二，", "三是", "其三，", "四是", "其四，", "部分", "有些", "不足", "不够", "明确", "确定", "及时", "尽快", "增加", "增设",
		"关于", "关于做好", "的建议", "工作的建议", "解决", "化解", "建立", "设立", "开展", "组织", "支持", "扶持", "落实", "压实")
	sentences := strings.FieldsFunc(swap.Replace(t.Body), func(r rune) bool { return r == '。' || r == '\n' })
	random.Shuffle(len(sentences), func(i, j int) { sentences[i], sentences[j] = sentences[j], sentences[i] })
	return Text{id, swap.Replace(t.Title), strings.Join(sentences[:(6*len(sentences)+9)/10], "。") + "。"}
}

// Of what is shown as near, nineteen in twenty are; of what is near, seventeen
// in twenty are shown.
func TestPairs(t *testing.T) {
	all := texts(t)
	c := new(Corpus)
	for _, text := range all {
		c.Add(text.Text)
	}
	shown, right, near := 0, 0, 0
	for i, text := range all {
		for j, s := range c.scores(text.Text) {
			same := all[j].matter == text.matter
			switch {
			case j == i:
				continue
			case s >= Threshold && same:
				right++
			case s >= Threshold:
				t.Logf("false: %.3f %s — %s %v", s, text.Title, all[j].Title, c.shared(text.Text, all[j].Text))
			case same:
				t.Logf("missed: %.3f %s — %s", s, text.Title, all[j].Title)
			}
			if same {
				near++
			}
			if s >= Threshold {
				shown++
			}
		}
	}
	t.Logf("%d texts, threshold %.2f: precision %.3f (%d of %d shown), recall %.3f (of %d)",
		len(all), Threshold, float64(right)/float64(shown), right, shown, float64(right)/float64(near), near)
	if 20*right < 19*shown || 20*right < 17*near {
		t.Errorf("%d of %d shown are near, of %d that are", right, shown, near)
	}
}

func TestHitsSayWhy(t *testing.T) {
	c := New([]Text{
		{"a", "关于发展社区老年助餐的建议", "独居老人做饭难，建议利用闲置用房建助餐点。"},
		{"b", "关于治理扬尘的建议", "工地黄土裸露，渣土车遗撒。"},
	})
	got := c.Near(Text{"c", "关于办好社区老年食堂的建议", "空巢老人做饭难，利用闲置用房办老年食堂。"}, 5)
	if len(got) != 1 || got[0].ID != "a" || !slices.Contains(got[0].Words, "老人做饭难") || !slices.Contains(got[0].Words, "利用闲置用房") {
		t.Errorf("%+v", got)
	}
	if got := c.Near(Text{"a", "关于发展社区老年助餐的建议", "独居老人做饭难。"}, 5); len(got) != 0 {
		t.Errorf("a text is near itself: %+v", got)
	}
	if got := new(Corpus).Near(Text{"a", "", ""}, 5); len(got) != 0 {
		t.Errorf("nothing is near nothing: %+v", got)
	}
}

// thousands are made-up texts of the length of proposals.
func thousands(n int) []Text {
	random := rand.New(rand.NewPCG(1, 2))
	data, err := os.ReadFile("testdata/pairs.txt")
	if err != nil {
		panic(err)
	}
	sentences := strings.FieldsFunc(string(data), func(r rune) bool { return strings.ContainsRune("，。\n", r) })
	var all []Text
	for i := range n {
		var b strings.Builder
		for b.Len() < 3*800 {
			b.WriteString(sentences[random.IntN(len(sentences))] + string(rune(0x4E00+random.IntN(3000))) + "，")
		}
		all = append(all, Text{fmt.Sprint(i), sentences[random.IntN(len(sentences))], b.String()})
	}
	return all
}

func BenchmarkNewOf3000(b *testing.B) {
	all := thousands(3000)
	for b.Loop() {
		New(all).weigh()
	}
}

func BenchmarkOneAgainst3000(b *testing.B) {
	all := thousands(3001)
	c := New(all[1:])
	c.weigh()
	for b.Loop() {
		c.Near(all[0], 5)
	}
}
