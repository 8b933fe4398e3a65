package target

import (
	"slices"
	"strings"
)

// placeRunes is how long a place at the head of a clause may be: 在全国农村,
// 对贫困家庭学生.
const placeRunes = 10

// wholly are the words at the head of a clause that make a deed firm.
var wholly = []string{"基本", "全面", "全部", "彻底", "一律", "率先"}

// withoutPlace takes 在全国, 在全市农村 off the head of s, and 对学生 where
// something is done to them as a whole.
func withoutPlace(s string) string {
	rest, in := strings.CutPrefix(s, "在")
	to := false
	if !in {
		rest, to = strings.CutPrefix(s, "对")
	}
	if !to && !(in && startsAny(rest, totals)) {
		return s
	}
	n := 0
	for i := range rest {
		if n++; n > placeRunes {
			break
		}
		w, opens := openers.prefix(rest[i:])
		_, deed := deeds.prefix(rest[i:])
		if in && (opens || deed) || to && opens && slices.Contains(wholly, w.text) {
			return rest[i:]
		}
	}
	return s
}

// readScope reads what is to reach all there are; what it is may stand in an
// earlier clause.
func readScope(c *clause, core string) []string {
	for _, in := range []string{"全部纳入", "全面纳入", "统一纳入", "一律纳入"} {
		if name, into, ok := strings.Cut(core, in); ok && !endsAny(into, []string{"轨道", "大局", "格局", "布局", "日程"}) {
			return scoped(c, name)
		}
	}
	for _, reach := range []string{"扩大到", "扩大至", "推广到", "推广至", "延伸到", "延伸至", "拓展到", "拓展至", "覆盖到", "覆盖至", "覆盖"} {
		if name, all, ok := strings.Cut(core, reach); ok && startsAny(all, totals) && !strings.ContainsAny(all, digits) {
			return scoped(c, name)
		}
	}
	return nil
}

// scoped is the name of what readScope found.
func scoped(c *clause, name string) []string {
	name, _, _ = strings.Cut(name, "从")
	for _, w := range []string{"将", "把", "使", "对"} {
		name = strings.TrimPrefix(name, w)
	}
	if name = strings.Trim(trimAdverbs(name), " "); name == "" {
		name = strings.TrimPrefix(carried(c), "将")
	}
	if name == "" {
		return nil
	}
	return []string{name}
}
