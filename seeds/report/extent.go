package report

import (
	"strings"
	"unicode/utf8"
)

// From is where the text of a fragment begins, in a few words: "一(八)"; "" for
// a report whose beginning is there.
func From(r *Report) string {
	if r.Fragment.Before == "" || len(r.Sections) == 0 {
		return ""
	}
	return short(r.Sections[0].Path)
}

// UpTo is where the text of a fragment ends, in a few words: "三(八)医疗" for
// section 三/(八) and a last paragraph that begins 建设更高水平医疗。; "" for a
// report whose end is there.
func UpTo(r *Report) string {
	if r.Fragment.After == "" {
		return ""
	}
	for i := len(r.Sections) - 1; i >= 0; i-- {
		if n := len(r.Sections[i].Paragraphs); n > 0 {
			return short(r.Sections[i].Path) + topic(r.Sections[i].Paragraphs[n-1].Lead)
		}
	}
	return ""
}

// short is p as it is spoken of: "三(八)".
func short(p Path) string { return strings.ReplaceAll(string(p), "/", "") }

// before are words after which a run-in heading names what it is about.
var before = []string{"水平", "质量", "持续", "优质", "均衡", "现代化", "的"}

// topic is what a run-in heading is about: 医疗 for 建设更高水平医疗。, the whole of
// it in quotation marks if that cannot be told.
func topic(lead string) string {
	lead = strings.TrimRight(strings.TrimSpace(lead), "。：")
	at := 0
	for _, w := range before {
		if i := strings.LastIndex(lead, w); i >= 0 {
			at = max(at, i+len(w))
		}
	}
	if n := utf8.RuneCountInString(lead[at:]); at > 0 && n >= 2 && n <= 4 {
		return lead[at:]
	}
	if lead == "" {
		return ""
	}
	return "“" + lead + "”"
}
