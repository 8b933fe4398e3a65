package target

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// readState reads 项目建成投用, 隐患全部消除: what stands before a state of
// words/states.txt is to reach it.
func readState(c *clause, core string) []string {
	core, w, ok := stateOf(core)
	if !ok {
		return nil
	}
	said := strings.Trim(core[:len(core)-len(w.text)], " 、")
	name := strings.Trim(trimAdverbs(said), " ")
	switch dated := c.when != nil && c.when.exact; w.field(0) {
	case "dated":
		ok = dated || isWork(name) || w.text == "完成" && endsAny(name, stages)
	case "whole":
		ok = dated || isWork(name) || endsAny(said, wholly)
	case "reached":
		ok = strings.Contains(c.is(), "实现") || strings.Contains(c.is(), "确保") || isWork(name) || strings.HasSuffix(c.is(), "”")
	}
	if !ok {
		return nil
	}
	name = strings.TrimSuffix(name, "实质性")
	if first, ok := states.suffix(name); ok && first.field(0) == "each" {
		name = trimAdverbs(strings.TrimSuffix(name, first.text)) // 竣工通车
	}
	if head, rest, ok := strings.Cut(name, "实现"); ok && strings.HasSuffix(head, "内") {
		name = rest // 两年内实现自来水全覆盖
	} else if ok && utf8.RuneCountInString(head) > 2 {
		name = head // 三甲医院实现县域全覆盖
	}
	if endsAny(name, []string{"不", "不准", "不得", "未", "已", "已经", "禁止", "严禁", "暂缓"}) {
		return nil // 未批的不准开工
	}
	name = strings.Replace(name, "等一批", "等", 1)
	if strings.Contains(name, "一批") || strings.HasPrefix(name, "实行") {
		return nil
	}
	if name == "" {
		if name = projectBefore(c); name == "" {
			if c.when == nil || !c.when.exact {
				return nil
			}
			if name = carried(c); name == "" {
				name = core // 6月底前全部开工
			}
		}
	}
	if strings.HasSuffix(w.text, "同步") {
		return []string{name}
	}
	if parts := split(name); len(parts) > 1 {
		for _, p := range parts {
			if strings.ContainsAny(p, digits) && utf8.RuneCountInString(p) < 3 {
				return []string{name} // 6、7、8号线
			}
			if utf8.RuneCountInString(p) < 2 {
				return nil // 政、产、学、研贯通 is a manner of speaking
			}
			if !parallel(p, parts[0]) && w.field(0) != "each" && !(isWork(p) && isWork(parts[0])) {
				return []string{name}
			}
		}
	}
	return each(name, true)
}

// tails are what a state may lead to: 开通运行, 建成并投入使用.
var tails = []string{"运行", "运营", "运作", "使用", "营业", "开放", "招生", "启用", "生产", "达效", "达产", "开诊", "接诊"}

// leading finds a state with a tail at the end of core.
func leading(core string) (word, bool) {
	for _, tail := range tails {
		rest, ok := strings.CutSuffix(core, tail)
		if !ok {
			continue
		}
		for _, between := range []string{"试", "投入", "正式", "并"} {
			rest = strings.TrimSuffix(rest, between)
		}
		if w, ok := states.suffix(rest); ok {
			if class := w.field(0); class != "dated" && class != "reached" {
				w.col = []string{"each"}
			}
			return word{core[len(rest)-len(w.text):], w.col}, true
		}
	}
	return word{}, false
}

// given is the end of a clause that meets what a higher level has set.
var given = regexp.MustCompile(`^完成(?:国家|省|市|上级)(?:定|下|下达|下达的|核定的)?(?:目标|任务|目标任务|指标)$`)

// stateOf finds the state that core ends in, and core up to its end: a state
// may stand in quotation marks (“跨省通办”), have another behind it (建成并投用),
// say that nothing is left out (应保尽保), or that what a higher level has set
// is met (完成省定目标).
func stateOf(core string) (string, word, bool) {
	if head, inner, ok := strings.Cut(core, "“"); ok && strings.HasSuffix(inner, "”") {
		inner = strings.TrimSuffix(inner, "”")
		if w, ok := states.suffix(inner); ok && w.text == inner {
			return head + inner, w, true
		}
	}
	if r := []rune(core); len(r) >= 4 {
		if end := r[len(r)-4:]; end[1] == end[3] && end[2] == '尽' && strings.ContainsRune("应愿能", end[0]) {
			return core, word{text: string(end)}, true
		}
	}
	if i := strings.LastIndex(core, "完成"); i > 0 && given.MatchString(core[i:]) {
		return core, word{text: core[i:]}, true
	}
	w, ok := states.suffix(core)
	if led, leads := leading(core); leads && len(led.text) > len(w.text) {
		return core, led, true
	}
	if ok {
		return core, w, true
	}
	if i := strings.LastIndex(core, "并"); i > 0 && utf8.RuneCountInString(core[i:]) <= 8 {
		if w, ok := states.suffix(core[:i]); ok {
			return core[:i], w, true
		}
	}
	return core, word{}, false
}

// trimAdverbs takes off the end of s what only says how a state is reached.
func trimAdverbs(s string) string {
	for {
		t := s
		for _, w := range []string{"实现", "全面", "全部", "基本", "力争", "确保", "如期", "正式", "切实做到", "做到", "保持", "持续", "继续", "稳定", "就地", "要", "早日", "按时", "按期", "全线", "整体", "彻底", "一律", "成功"} {
			t = strings.TrimSuffix(t, w)
		}
		if t == s {
			return s
		}
		s = t
	}
}
