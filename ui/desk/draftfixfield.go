package desk

import (
	"fmt"
	"regexp"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
)

// titleHeads and titleTails are what people put around the matter of a title
// instead of 关于…的建议; the longer stand first.
var (
	titleHeads = []string{"请求市政府", "建议市政府", "关于请求", "关于申请", "关于反映", "关于", "请求", "申请", "反映", "建议", "请示", "呼吁", "对"}
	titleTails = []string{"的提案", "的议案", "的建议", "的批评", "的意见", "的修改意见", "的请示", "的报告", "的请求", "的申请", "的反映", "的函",
		"提案", "议案", "建议", "请示", "报告", "的信"}
)

// mendTitle puts the matter of a title into the form of its kind.
func mendTitle(d *Desk, p annotate.Proposal, _ check.Finding) (check.Remedy, bool) {
	form, ok := d.pack.Title(string(p.Form))
	if !ok {
		return check.Remedy{}, false
	}
	matter := strings.Trim(strings.Join(strings.Fields(p.Title), ""), "。！？；，、!?;,.")
	for _, head := range titleHeads {
		if rest, cut := strings.CutPrefix(matter, head); cut {
			matter = rest
			break
		}
	}
	for _, tail := range titleTails {
		if rest, cut := strings.CutSuffix(matter, tail); cut {
			matter = rest
			break
		}
	}
	title := "关于" + matter + "的" + string(p.Form)
	if matter == "" || title == p.Title || !form.Fits(title) || strings.ContainsAny(matter, "。！？；") {
		return check.Remedy{}, false
	}
	was := p.Title
	p.Title = title
	return check.Remedy{Code: "replace", From: was, To: title, Mended: p}, true
}

// narrow writes full-width signs of ASCII half-width.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '\u3000':
			return ' '
		}
		return r
	}, s)
}

// onlyDigits drops everything but digits.
func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, narrow(s))
}

// mendPhone takes blanks, brackets and the country out of a telephone number. It
// drops no digit but those of +86.
func mendPhone(d *Desk, p annotate.Proposal, _ check.Finding) (check.Remedy, bool) {
	fits := func(s string) bool { return d.pack.Forms.Fits("mobile", s) || d.pack.Forms.Fits("landline", s) }
	plain := onlyDigits(p.Deputy.Phone)
	tries := []string{plain, strings.TrimPrefix(plain, "86"), strings.TrimPrefix(plain, "0086")}
	for area := 3; area <= 4 && len(plain) > area; area++ {
		tries = append(tries, plain[:area]+"-"+plain[area:])
	}
	for _, try := range tries {
		if try != p.Deputy.Phone && fits(try) {
			was := p.Deputy.Phone
			p.Deputy.Phone = try
			return check.Remedy{Code: "replace", From: was, To: try, Mended: p}, true
		}
	}
	return check.Remedy{}, false
}

var hourForm = regexp.MustCompile(`^(上午|下午|晚上|晚|中午)?\s*(\d{1,2})\s*(?:[:：点时.]\s*(\d{1,2}|半)?\s*分?)?$`)

// mendHour writes the hour as the sheet wants it, if it can only be meant so.
func mendHour(d *Desk, p annotate.Proposal, _ check.Finding) (check.Remedy, bool) {
	to := clock(p.Hour)
	if to == "" || to == p.Hour || !d.pack.Forms.Fits("hour", to) {
		return check.Remedy{}, false
	}
	was := p.Hour
	p.Hour = to
	return check.Remedy{Code: "replace", From: was, To: to, Mended: p}, true
}

// clock writes 9:30, 9点半 and 下午3时 as 09:30 and 15:00, and anything else as "".
func clock(said string) string {
	m := hourForm.FindStringSubmatch(strings.TrimSpace(narrow(said)))
	if m == nil {
		return ""
	}
	var hour, minute int
	if _, err := fmt.Sscan(m[2], &hour); err != nil {
		return ""
	}
	if m[3] == "半" {
		minute = 30
	} else if _, err := fmt.Sscan(m[3]+" ", &minute); err != nil {
		minute = 0 // none was said
	}
	if (m[1] == "下午" || m[1] == "晚上" || m[1] == "晚") && hour < 12 {
		hour += 12
	}
	return fmt.Sprintf("%02d:%02d", hour, minute)
}
