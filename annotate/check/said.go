package check

import "strings"

// A sentence speaks of the work report if it says so: 报告提出…… There are other
// reports in the world, 调研报告指出, and they are none of ours.

// says are words that follow 报告 where its content is told.
var says = []string{
	"提出", "指出", "明确", "要求", "强调", "中", "里", "将", "把", "确定", "安排", "写", "提到", "说", "承诺", "部署",
	"第", "给", "列", "对", "关于", "计划", "拟", "确立", "设定", "定下", "的目标", "目标", "》",
}

// before are words that may precede 报告 where it is the work report; at the
// beginning of a clause nothing needs to.
var before = []string{
	"政府工作", "今年", "本次", "此次", "这次", "这份", "今年的", "市长的", "政府的", "大会", "年", "据", "按照", "根据", "对照", "落实",
	"如", "而", "但", "了", "对于", "市", "审议", "听取", "学习", "《", "“", "市政府",
}

// speaksOfReport says whether a sentence reports what the report says.
func speaksOfReport(sentence string) bool {
	return saidAt(sentence) > 0 || strings.Contains(sentence, "政府工作报告")
}

// saidAt is where in a sentence that speaks of the report it begins to tell
// what the report says, in bytes; 0 if it does not.
func saidAt(sentence string) int {
	const word = "报告"
	for at := 0; ; {
		i := strings.Index(sentence[at:], word)
		if i < 0 {
			return 0
		}
		head, rest := sentence[:at+i], sentence[at+i+len(word):]
		if anyOf(says, func(w string) bool { return strings.HasPrefix(rest, w) }) && ours(head) {
			return at + i + len(word)
		}
		at += i + len(word)
	}
}

// ours says whether 报告 after head is the work report.
func ours(head string) bool {
	head = strings.TrimRight(head, " \t　")
	if head == "" || strings.HasSuffix(head, "政府工作") {
		return true
	}
	for _, mark := range []string{"，", "。", "；", "：", "、", "（", "\n", "！", "？", "”", "."} {
		if strings.HasSuffix(head, mark) {
			return true
		}
	}
	return anyOf(before, func(w string) bool { return strings.HasSuffix(head, w) })
}

func anyOf(words []string, f func(string) bool) bool {
	for _, w := range words {
		if f(w) {
			return true
		}
	}
	return false
}

// told says whether quote, which stands in sentence between quotation marks,
// is what the report is said to say: it follows within the clause, so that
// 报告提出……，群众说“……” quotes the people.
func told(sentence, quote string) bool {
	said := curly(sentence)[min(saidAt(sentence), len(curly(sentence))):]
	between, _, ok := strings.Cut(said, "“"+quote)
	return ok && !strings.ContainsAny(strings.TrimRight(outsideQuotes(between), "，： "), "，；。")
}
