package transcribe

import (
	"regexp"
	"strings"
)

// Boxes as they are typed, drawn, or ticked with a pen before scanning.
var (
	ticked = regexp.MustCompile(`[☑☒■√✓✔●◉⊙▣]|[\[【(（][\s　]*[√✓✔xX×■●][\s　]*[\]】)）]|[□☐○◯][\s　]*[√✓✔]`)
	empty  = regexp.MustCompile(`[□☐○◯〇\x{FFFD}]|[\[【(（][\s　]*[\]】)）]`)
	box    = regexp.MustCompile(ticked.String() + "|" + empty.String())
)

func hasBox(text string) bool { return box.MatchString(text) }

// unknownSign stands where a box was set in a font that nobody knows. It is taken
// for an empty one, and what is read beside it is never sure.
const unknownSign = "\uFFFD"

// An option is one of a row of boxes.
type option struct {
	text   string
	ticked bool
}

// optionsOf reads a row of boxes, which stand before or behind their words; none
// if there is no box.
func optionsOf(text string) []option {
	at := box.FindAllStringIndex(text, -1)
	if len(at) == 0 {
		return nil
	}
	trim := func(s string) string { return strings.Trim(s, filler+"，,；;、。\n") }
	isTicked := func(i int) bool { return ticked.MatchString(text[at[i][0]:at[i][1]]) }
	var all []option
	behind := trim(text[:at[0][0]]) != "" && trim(text[at[len(at)-1][1]:]) == ""
	for i := range at {
		var words string
		switch {
		case behind && i == 0:
			words = text[:at[0][0]]
		case behind:
			words = text[at[i-1][1]:at[i][0]]
		case i+1 < len(at):
			words = text[at[i][1]:at[i+1][0]]
		default:
			words = text[at[i][1]:]
		}
		all = append(all, option{trim(words), isTicked(i)})
	}
	return all
}

// A choice is how the words of other places say one of ours.
type choice struct {
	value string
	words *regexp.Regexp
}

// choices are, for each field, the values of the sheet and the words that mean
// them; the first that fits is taken.
var choices = map[string][]choice{
	"when": {{"大会期间", regexp.MustCompile(`大会|会上|会议期间`)}, {"闭会期间", regexp.MustCompile(`闭会|平时`)}},
	"open": {
		{"不同意公开", regexp.MustCompile(`^(否|不|不宜公开|保密)$|不同意|不公开|不宜|不可以|不能`)},
		{"仅同意公开标题", regexp.MustCompile(`标题|题目|目录`)},
		{"同意全文公开", regexp.MustCompile(`^(是|同意|可以|能|公开|可)$|全文|同意公开|可以公开|主动公开|全部公开`)},
	},
	"formed": {
		{"未调研", regexp.MustCompile(`^(否|无|未调研|没有)$|未.*调研`)},
		{"专题调研", regexp.MustCompile(`专题|调研|调查`)},
		{"视察", regexp.MustCompile(`视察|检查`)},
		{"座谈", regexp.MustCompile(`座谈`)},
		{"走访等其他形式", regexp.MustCompile(`走访|其他|接待|网络`)},
	},
	"repeated": {
		{"三年以上", regexp.MustCompile(`三年以上|3年以上|多年`)},
		{"三年", regexp.MustCompile(`三年|3年|三次`)},
		{"两年", regexp.MustCompile(`两年|二年|2年|两次`)},
		{"否", regexp.MustCompile(`^(否|不是|不属于|无)$|首次|第一次|当年|未提`)},
	},
	"contact": {
		{"面商", regexp.MustCompile(`面商|当面|见面|上门|面谈`)},
		{"座谈", regexp.MustCompile(`座谈`)},
		{"电话", regexp.MustCompile(`电话|微信`)},
		{"书面", regexp.MustCompile(`书面|信函|邮件`)},
		{"视察调研", regexp.MustCompile(`视察|调研|实地`)},
	},
	"reply": {
		{"供工作研究参考，不需要书面答复", regexp.MustCompile(`^(否|不)$|不需|无需|不用|不必|参考`)},
		{"需要", regexp.MustCompile(`^(是|要)$|需要|书面答复|书面`)},
	},
	"cosign": {
		{"false", regexp.MustCompile(`^(否|不)$|不可|不能|不同意`)},
		{"true", regexp.MustCompile(`^(是|可|能)$|可以|同意|能够`)},
	},
	"motion_type": {
		{"立法", regexp.MustCompile(`立法|法规`)}, {"监督", regexp.MustCompile(`监督`)},
		{"重大事项决定", regexp.MustCompile(`重大事项|决定`)}, {"人事", regexp.MustCompile(`人事`)}, {"其他", regexp.MustCompile(`其他`)},
	},
	"kind": {
		{"议案", regexp.MustCompile(`议案`)}, {"修改意见", regexp.MustCompile(`修改意见`)}, {"批评", regexp.MustCompile(`^批评`)},
		{"意见", regexp.MustCompile(`^意见`)}, {"建议", regexp.MustCompile(`建议`)},
	},
	formLabel: {
		{"true", regexp.MustCompile(`代表团`)}, {"false", regexp.MustCompile(`个人|联名|单独|代表`)},
	},
	firstLabel: {{"否", regexp.MustCompile(`^(是|首次)$|是首次`)}},
	researched: {{"未调研", regexp.MustCompile(`^(否|未)$|未调研`)}},
}

// meant are the values of field that text says, and whether it says so in words
// of its own sheet and not in others that mean the same.
func meant(field, text string) (value string, sure bool) {
	text = closed(text)
	if field == "cosign" && (text == "可以" || text == "不可以") {
		return map[string]string{"可以": "true", "不可以": "false"}[text], true
	}
	for _, c := range choices[field] {
		if text == c.value {
			return c.value, true
		}
	}
	for _, c := range choices[field] {
		if c.words.MatchString(text) {
			return c.value, false
		}
	}
	return "", false
}
