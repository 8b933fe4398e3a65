package transcribe

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A heading is made of these words and nothing else; a line with others in it is
// an item of a list.
var (
	headingWords = regexp.MustCompile(`^(当前|目前|现在|我市|我县|我区|全市|主要|存在|现行|几点|有关|相关|具体|工作|对策|意见|建议|基本|现状|背景|问题|原因|分析|情况|困难|短板|不足|成因|措施|办法|思路|方案|必要性|可行性|重要|意义|由来|缘由|案由|案据|事由|依据|理由|几条|如下|下一步|解决|改进|整改|发展|面临|反映|提出|[一二三四五六七八九十几][点条个]|的|及|和|与|及其|、|以及)+$`)
	aboutAsk     = regexp.MustCompile(`建议|对策|措施|办法|方案|思路|意见`)
	aboutWhy     = regexp.MustCompile(`问题|原因|分析|困难|短板|不足|成因|案据|依据|理由`)
	aboutHow     = regexp.MustCompile(`情况|现状|背景|意义|必要性|由来|缘由|案由|事由`)
	runIn        = regexp.MustCompile(`^([^。：:；，,]{2,20})[。：:]\s*`)
	bracketed    = regexp.MustCompile(`^[【\[〔]([^】\]〕]{2,12})[】\]〕]\s*`)

	asks     = regexp.MustCompile(`^(为此|因此|鉴于此|对此|据此|综上|综上所述|有鉴于此|基于以上|为了?.{2,20})?[，,]?(我|我们|本人|特|现|谨|就此|在此)*(提出)?(以下|如下|几点|下列)?.{0,4}(建议|请求|要求|希望|恳请|呼吁|恳求|盼望|盼)`)
	onlyAsks = regexp.MustCompile(`(建议|意见|措施|办法|要求|请求|对策)(如下)?[：:]?$`)
	whys     = regexp.MustCompile(`^(究其原因|分析其原因|分析原因|其原因|原因(在于|是|有)|主要(问题|原因)|存在(的)?(主要)?问题|目前存在|问题(主要)?(有|是|在于|表现))`)
	midAsks  = regexp.MustCompile(`[。；!！]((为此|因此|鉴于此|对此|为.{2,12}[，,])[，,]?)?(特|现|我们?|本人)?(提出|提)?(建议|请求|希望|恳请)`)
	counted  = regexp.MustCompile(`一是.*二是|[（(]一[）)].*[（(]二[）)]|1[.、].*2[.、]`)
)

// classOf says which part of a body a heading begins.
func classOf(heading string) string {
	switch {
	case aboutAsk.MatchString(heading) && !strings.HasSuffix(heading, "建议的由来"):
		return "body.proposal"
	case aboutWhy.MatchString(heading) && (!aboutHow.MatchString(heading) || !strings.Contains(heading, "基本")):
		return "body.analysis"
	case aboutHow.MatchString(heading):
		return "body.situation"
	}
	return ""
}

// headingOf reads a paragraph that is a heading of a part, or begins with one;
// mixed says that it names two parts at once.
func headingOf(text string) (class, rest string, mixed bool) {
	body := strings.TrimFunc(text, unicode.IsSpace)
	if m := bracketed.FindStringSubmatch(body); m != nil && headingWords.MatchString(m[1]) {
		return classOf(m[1]), body[len(m[0]):], false
	}
	bare := strings.TrimLeft(body[len(leading.FindString(body)):], " 　")
	line := strings.TrimRight(strings.Join(strings.Fields(bare), ""), "：:。")
	if headingWords.MatchString(line) && utf8.RuneCountInString(line) <= 18 {
		two := 0
		for _, of := range []*regexp.Regexp{aboutAsk, aboutWhy, aboutHow} {
			if of.MatchString(line) {
				two++
			}
		}
		return classOf(line), "", two > 1 && !strings.Contains(line, "分析") && !strings.Contains(line, "基本情况")
	}
	if m := runIn.FindStringSubmatch(bare); m != nil && bare != body && headingWords.MatchString(m[1]) {
		return classOf(m[1]), bare[len(m[0]):], false
	}
	return "", "", false
}

// leading is the ordinal at the beginning of a paragraph as it is printed.
var leading = regexp.MustCompile(`^(?:第[一二三四五六七八九十]+部分[：:、，]?|第?[一二三四五六七八九十]{1,3}[、.．，]|[（(][一二三四五六七八九十0-9]{1,3}[）)]、?|[0-9]{1,2}[.．、])`)

// body parts the text into 情况, 分析 and 建议: by labels and headings, else where
// the wording turns to what is asked for.
func (r *reader) body(all []para) {
	parts := map[string][]string{}
	words := map[string]string{}
	sure := map[string]bool{"body.situation": true, "body.analysis": true, "body.proposal": true}
	now, byWords := "", false
	turn := func(class, text string, certain bool) {
		now = class
		if words[class] == "" {
			words[class] = text
		}
		sure[class] = sure[class] && certain
	}
	add := func(text string) {
		if text = strings.TrimFunc(text, unicode.IsSpace); text == "" {
			return
		}
		if now == "" {
			turn("body.situation", text, false)
		}
		parts[now] = append(parts[now], text)
	}
	for _, p := range all {
		if p.label != "" && p.label != bodyLabel {
			turn(p.label, p.text, p.exact)
			if !noAsk(p.text) {
				add(p.text)
			}
			continue
		}
		class, rest, mixed := headingOf(p.text)
		tight := strings.Join(strings.Fields(p.text), "")
		switch {
		case class != "":
			turn(class, p.text, !mixed)
			add(rest)
		case now != "body.proposal" && asks.MatchString(tight):
			byWords = true
			turn("body.proposal", p.text, false)
			if !noAsk(p.text) {
				add(p.text)
			}
		case now != "body.proposal" && whys.MatchString(tight):
			turn("body.analysis", p.text, false)
			add(p.text)
		default:
			add(p.text)
		}
	}
	if len(parts["body.proposal"]) == 0 {
		byWords = parted(parts)
	}
	for field, to := range map[string]*string{"body.situation": &r.p.Body.Situation, "body.analysis": &r.p.Body.Analysis, "body.proposal": &r.p.Body.Proposal} {
		*to = strings.Join(parts[field], "\n")
		if *to == "" {
			continue
		}
		if words[field] == "" {
			words[field] = *to
		}
		why, certain := Labelled, sure[field] && !byWords && len(parts["body.proposal"]) > 0
		if !certain {
			why = Split
		}
		r.note(field, words[field], why, certain)
	}
}

// noAsk reports whether a paragraph only says that wishes follow.
func noAsk(text string) bool {
	tight := strings.Join(strings.Fields(text), "")
	return utf8.RuneCountInString(tight) <= 30 && strings.HasSuffix(narrow(tight), ":") && onlyAsks.MatchString(tight)
}

// parted looks for the wishes in text that no word of its own announces: in the
// middle of a paragraph, or a list in the last one. It moves them and reports
// whether it found any.
func parted(parts map[string][]string) bool {
	for _, field := range []string{"body.analysis", "body.situation"} {
		all := parts[field]
		for i := len(all) - 1; i >= 0; i-- {
			if m := midAsks.FindStringIndex(all[i]); m != nil {
				_, n := utf8.DecodeRuneInString(all[i][m[0]:])
				at := m[0] + n
				parts["body.proposal"] = append([]string{all[i][at:]}, all[i+1:]...)
				parts[field] = append(all[:i:i], all[i][:at])
				return true
			}
		}
	}
	for _, field := range []string{"body.analysis", "body.situation"} {
		if all := parts[field]; len(all) > 1 && counted.MatchString(all[len(all)-1]) {
			parts["body.proposal"] = all[len(all)-1:]
			parts[field] = all[:len(all)-1]
			return true
		}
	}
	return false
}
