package target

import (
	"regexp"
	"slices"
	"strings"
)

// placeRunes is how long a place at the head of a clause may be: 在全国农村,
// 对贫困家庭学生.
const placeRunes = 10

// wholly are the words at the head of a clause that make a deed firm.
var wholly = []string{"基本", "全面", "全部", "彻底", "一律", "率先", "如期", "按期", "按时", "整体", "全线"}

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
		if name, all, ok := strings.Cut(core, reach); ok && !strings.ContainsAny(all, digits) && (startsAny(all, totals) || endsAny(name, []string{"试点", "试点范围"}) && !containsAny(all, []string{"部分", "更", "一些"})) {
			return scoped(c, name)
		}
	}
	if startsAny(core, []string{"所有", "每个", "全"}) {
		if m := every.FindStringSubmatch(core); m != nil {
			return []string{m[1]}
		}
	}
	return nil
}

// every is what is to be had by all: 所有村通公交.
var every = regexp.MustCompile(`^(?:全[国省市县区域])?((?:所有|每个|全部)[^，的]{1,14}?)(?:均|都要|都)?(?:通|配齐|配备|建成|建立|接入|纳入|达到|达标|实现|完成|用上|开通|设立)[^，]{1,14}$`)

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
