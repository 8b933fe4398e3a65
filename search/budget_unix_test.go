//go:build unix && !race

package search

import (
	"context"
	"runtime"
	"slices"
	"testing"
	"time"
)

// asked are names, words of one, two and many characters, numbers, mixed ones
// and pairs, as they occur in the invented library.
var asked = []string{
	"漯河港", "东湖", "西城区", "企业", "发展", "污水", "产业", "水", "港", "路", "高质量发展", "黑臭水体", "营商环境", "重大项目",
	"3万人", "20%", "100亿元", "百分之七", "5G基站", "PM2.5", "农村 污水", "东湖 企业", "停车 小区",
}

var keyed = []string{"漯", "漯河", "漯河港", "东", "东湖", "高", "高质", "高质量发展", "3万", "3万人", "5", "5G", "5G基", "农村 污", "农村 污水"}

// An answer costs at most three times what it may: one millisecond for half of
// all questions and twenty for nearly all, eight for a key, with ten hits, in
// CPU time of this process, garbage collection included.
func TestAnswersStayWithinTheirBudget(t *testing.T) {
	const slow = 3
	for _, n := range []int{1000, 10000} {
		x := open(t, t.TempDir(), invented(n), nil)
		if x.Trouble() != nil {
			t.Fatal(x.Trouble())
		}
		full, keys := spent(t, x, asked, false), spent(t, x, keyed, true)
		t.Logf("%d paragraphs: a question %v and %v, a key %v and %v", n, at(full, 50), at(full, 99), at(keys, 50), at(keys, 99))
		for _, b := range []struct {
			name          string
			got, allotted time.Duration
		}{
			{"half of the questions", at(full, 50), time.Millisecond},
			{"99 of 100 questions", at(full, 99), 20 * time.Millisecond},
			{"99 of 100 keys", at(keys, 99), 8 * time.Millisecond},
		} {
			if b.got > slow*b.allotted {
				t.Errorf("%d paragraphs: %s take up to %v, %d times %v at most", n, b.name, b.got, slow, b.allotted)
			}
		}
	}
}

// spent returns what each question costs on average, in order; the first time
// does not count.
func spent(t *testing.T, x *Index, questions []string, quick bool) []time.Duration {
	t.Helper()
	var all []time.Duration
	runtime.GC()
	for _, text := range questions {
		const times = 5
		var began time.Duration
		for i := range times + 1 {
			if i == 1 {
				began = cpu()
			}
			if _, err := x.Find(context.Background(), Query{Text: text, Limit: 10, Quick: quick}); err != nil {
				t.Fatal(err)
			}
		}
		all = append(all, (cpu()-began)/times)
		if testing.Verbose() {
			t.Logf("%s: %v", text, all[len(all)-1])
		}
	}
	slices.Sort(all)
	return all
}

// at is a percentile of what is in order.
func at(all []time.Duration, percent int) time.Duration {
	return all[min(len(all)-1, len(all)*percent/100)]
}
