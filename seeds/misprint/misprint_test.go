package misprint

import (
	"strings"
	"testing"
)

const sample = `一、重点工作
一是推进项目建设，全年完成投资30亿元，新建学校5所。二是深化改革开放，全面推进乡村振兴，让人民群众满意。

三是加强社会治理，保障食品药品安全，新增就业3万人。四是办好义务教育，完善公共服务，提升城市品质。
`

// The same seed plants the same misprints, another seed others; each stands
// where it says.
func TestPlantIsRepeatable(t *testing.T) {
	text := strings.Repeat(sample, 40)
	now, planted := Plant(text, 7, 2)
	again, _ := Plant(text, 7, 2)
	other, _ := Plant(text, 8, 2)
	if now != again || now == other || now == text || len(planted) == 0 {
		t.Errorf("seeds do not decide: %d planted", len(planted))
	}
	for _, p := range planted {
		at, ok := p.In(now)
		if !ok || at.End > len(now) {
			t.Errorf("%+v is not in the text", p)
		}
		if p.Kind == Doubled && at.Of(now) != p.Is || p.Kind == Latin && !strings.Contains(p.Is, at.Of(now)) {
			t.Errorf("%+v stands as %q", p, at.Of(now))
		}
		if p.Was == p.Is {
			t.Errorf("%+v changes nothing", p)
		}
	}
}

// A misprint of every kind looks as its name says.
func TestKinds(t *testing.T) {
	seen := map[Kind]bool{}
	for seed := range uint64(40) {
		_, planted := Plant(strings.Repeat(sample, 40), seed, 3)
		for _, p := range planted {
			seen[p.Kind] = true
			was, is := len([]rune(p.Was)), len([]rune(p.Is))
			good := map[Kind]bool{
				Doubled: is == 2*was, Dropped: is == was-1, Latin: was == 0 && is > 0, Ordinal: was == 1 && is == 1,
				Unit: p.Was != p.Is && strings.Trim(p.Was+p.Is, "万亿") == "",
			}
			if !good[p.Kind] {
				t.Errorf("%+v", p)
			}
		}
	}
	if len(seen) != len(Kinds) {
		t.Errorf("planted only %v", seen)
	}
}
