package transcribe

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	titleShape   = regexp.MustCompile(`^(关于|对).{2,70}(建议|议案|意见|批评|建议书|提案)$`)
	sessionShape = regexp.MustCompile(`第?[一二三四五六七八九十]{1,3}届.{0,14}第?[一二三四五六七八九十]{1,2}次(会议)?`)
	sessionLine  = regexp.MustCompile(`^.{0,12}第?[一二三四五六七八九十]{1,3}届(人大|人民代表大会|.{0,4}人大)?.{0,6}第?[一二三四五六七八九十]{1,2}次会议`)
	formLine     = regexp.MustCompile(`^.{0,20}(代表)?(建议|议案|批评|意见)([、和及](批评|意见|建议|议案))*(表|纸|书|登记表|专用纸|稿纸|卡|稿|单)?$`)
	noteLine     = regexp.MustCompile(`涉密|请勿|填表说明|填写说明|^注[：:1]|^说明[：:]|一式.{1,4}份|^([（(][）)])?年?第([（(][）)]|[_＿　\s])*号$|制$|^编号|^NO|^No`)
	greeting     = regexp.MustCompile(`^(尊敬的)?.{0,18}(领导|代表|主席团|秘书处|常委会|委员会|人大|同志们|政府)?[：:]$`)
	farewell     = regexp.MustCompile(`^(此致|敬礼|谢谢|特此建议|妥否.{0,10}|请批示)[！!。]?$`)
	callsDeputy  = regexp.MustCompile(`^.{0,6}(人大代表|代表)$`)
	signLabel    = regexp.MustCompile(`^(代表|人大代表|提出人|建议人|提案人|领衔代表|签名|代表签名)?[（(]?(签名|签字)?[）)]?[:：]?$`)
)

// A para is one paragraph of the text, with the label it stands behind.
type para struct {
	text  string
	label string // a field of the body; "" none
	exact bool
	cell  bool
}

// text reads what has no label: the title, who and when at the end, and the body.
func (r *reader) text(items []item) {
	var all []para
	for _, it := range items {
		switch {
		case it.field == "" && strings.HasPrefix(box.ReplaceAllString(it.value, "□"), "□") && r.boxed(it):
		case it.field == "":
			all = append(all, para{text: it.value, cell: it.cell})
		case isBody(it.field):
			label := it.field
			for line := range strings.SplitSeq(it.value, "\n") {
				line = strings.TrimFunc(line, unicode.IsSpace)
				exact := it.exact
				if in := lined(line); len(in) == 1 && in[0].exact && strings.HasPrefix(in[0].field, "body.") && label != in[0].field {
					if label != "" {
						all = append(all, para{label: label, exact: it.exact, cell: it.cell})
					}
					line, label, exact = in[0].value, in[0].field, true
				}
				if line != "" || label != "" {
					all = append(all, para{text: line, label: label, exact: exact, cell: it.cell})
				}
				label = ""
			}
		}
	}
	if r.ours { // what the sheet quotes of the report is no text of the deputy
		for i, p := range all {
			if strings.HasSuffix(closed(p.text), "、报告依据") {
				r.left = append(r.left, Guess{Words: cut(closed(p.text)), Why: Leftover})
				all = all[:i]
				break
			}
		}
	}
	all = r.headOf(all)
	all = r.endOf(all)
	r.introduced(all)
	body := all
	if n := cellBody(all); n > 40 {
		body = nil
		for _, p := range all {
			if p.cell || cellBody(body) > 0 && sentence(p.text) { // the text goes on below the table
				body = append(body, p)
			} else if !noteLine.MatchString(p.text) && p.text != "" {
				r.left = append(r.left, Guess{Words: cut(p.text), Why: Leftover})
			}
		}
	}
	r.body(body)
}

// sentence reports whether text is more than a note.
func sentence(text string) bool {
	return utf8.RuneCountInString(text) > 15 && strings.ContainsAny(text, "。；") && !noteLine.MatchString(text)
}

// cellBody counts the characters of text that a table holds behind a label.
func cellBody(all []para) int {
	n, inside := 0, false
	for _, p := range all {
		inside = p.cell && (inside || isBody(p.label))
		if inside {
			n += utf8.RuneCountInString(p.text)
		}
	}
	return n
}

// headOf takes the head off the text: the session, the name of the form, the
// title, a line with the name below it, the greeting.
func (r *reader) headOf(all []para) []para {
	var rest []para
	titled := r.p.Title != "" // a title in a table is found again above the text
	var short []int           // of rest: lines that could be a title
	for i := 0; i < len(all); i++ {
		p := all[i]
		tight := closed(strings.Trim(p.text, "《》"))
		it := item{words: p.text, exact: true}
		inHead := bodyChars(rest) < 40
		switch {
		case p.label != "" || tight == "" && p.label == "":
			if p.label != "" {
				rest = append(rest, p)
			}
		case inHead && sessionLine.MatchString(tight) && utf8.RuneCountInString(tight) <= 40 && !titleShape.MatchString(tight):
			if r.p.Session == "" {
				r.p.Session = sessionLine.FindString(tight)
				r.note("session", p.text, Shaped, sessionLine.FindString(tight) == tight)
			}
			r.header(tight)
		case r.p.Title != "" && fold(tight) == fold(r.p.Title):
			titled = true
		case r.p.Title == "" && titleShape.MatchString(tight) && utf8.RuneCountInString(tight) <= 60 && !strings.ContainsAny(tight, "。！"):
			r.p.Title, titled = tight, true
			r.note("title", p.text, Shaped, len(rest) == 0)
		case r.p.Title == "" && strings.HasPrefix(tight, "关于") && i+1 < len(all) && all[i+1].label == "" &&
			titleShape.MatchString(tight+closed(all[i+1].text)) && utf8.RuneCountInString(tight+closed(all[i+1].text)) <= 60:
			r.p.Title, titled = tight+closed(all[i+1].text), true
			r.note("title", p.text+all[i+1].text, Shaped, false)
			i++
		case inHead && formLine.MatchString(tight) && utf8.RuneCountInString(tight) <= 26:
			r.header(tight)
		case inHead && (noteLine.MatchString(tight) || greeting.MatchString(strings.TrimSpace(p.text))):
		case inHead && titled && utf8.RuneCountInString(tight) <= 24 && r.signed(p.text, it, false):
		case isCaption(p.text):
		default:
			if !strings.ContainsAny(tight, "。；") && utf8.RuneCountInString(tight) <= 40 {
				short = append(short, len(rest))
			}
			rest = append(rest, p)
		}
	}
	if r.p.Title == "" && len(short) > 0 && short[0] == 0 && !ordinal.MatchString(fold(rest[0].text)) {
		r.p.Title = closed(rest[0].text)
		r.note("title", rest[0].text, Placed, false)
		rest = rest[1:]
	}
	for _, m := range r.margins {
		if found := sessionLine.FindString(closed(m)); found != "" && r.p.Session == "" {
			r.p.Session = found
			r.note("session", m, Placed, false)
		}
	}
	return rest
}

// isCaption reports whether text is a label over what follows and nothing else.
func isCaption(text string) bool {
	field, exact := labelOf(text)
	return exact && !isBody(field)
}

// header takes what the name of the form says.
func (r *reader) header(tight string) {
	if strings.Contains(tight, "闭会期间") && r.p.When == "" {
		r.p.When = "闭会期间"
		r.note("when", tight, Shaped, false)
	}
}

func bodyChars(all []para) int {
	n := 0
	for _, p := range all {
		n += utf8.RuneCountInString(p.text)
	}
	return n
}

// introduced finds who writes where the text itself says so: 我是市人大代表某某.
func (r *reader) introduced(all []para) {
	for _, p := range all[:min(2, len(all))] {
		if m := introduces.FindStringSubmatch(p.text); m != nil && r.p.Deputy.Name == "" && !notName.MatchString(m[1]) {
			r.p.Deputy.Name = m[1]
			r.note("deputy.name", p.text, Shaped, false)
			if phone := mobile.FindString(narrow(p.text)); phone != "" && r.p.Deputy.Phone == "" {
				r.p.Deputy.Phone = phone
				r.note("deputy.phone", p.text, Shaped, false)
			}
		}
	}
}

var introduces = regexp.MustCompile(`我(?:叫|是)(?:.{0,10}代表)?([\p{Han}·]{2,4})[，,。；、]`)

// endOf takes the end off the text: name, delegation, date, farewell.
func (r *reader) endOf(all []para) []para {
	for k := 0; k < 8 && len(all) > 0; k++ {
		last := all[len(all)-1]
		tight := closed(last.text)
		it := item{words: last.text}
		switch {
		case last.label != "" || last.cell && cellBody(all) == 0:
			return all
		case tight == "" || farewell.MatchString(tight) || noteLine.MatchString(tight):
		case utf8.RuneCountInString(tight) <= 40 && r.signed(last.text, it, true):
		default:
			return all
		}
		all = all[:len(all)-1]
	}
	return all
}

// signed reads a line with a name, a delegation, a date, a telephone, and nothing
// else; it reports whether the line is one. It takes nothing from another.
func (r *reader) signed(text string, it item, dated bool) bool {
	date, rest := dateOf(text)
	rest = strings.Map(func(c rune) rune {
		if strings.ContainsRune("（）()，,、：:；;", c) {
			return ' '
		}
		return c
	}, rest)
	name, delegation, phone := "", "", ""
	words := strings.Fields(rest)
	if len(words) > 1 && onesOnly(words) {
		words = []string{strings.Join(words, "")} // 张 三
	}
	if len(words) > 5 || len(words) == 0 && date == "" {
		return false
	}
	for _, w := range words {
		number, isPhone := phoneOf(w)
		bare := callsDeputyPrefix.ReplaceAllString(w, "")
		switch {
		case isPhone:
			phone = number
		case strings.HasSuffix(w, "代表团") || strings.HasSuffix(w, "代表小组"):
			delegation = w
		case signLabel.MatchString(w) || callsDeputy.MatchString(w):
		case name == "" && nameShape.MatchString(bare) && !notName.MatchString(bare):
			name = bare
		default:
			return false
		}
	}
	if !dated && delegation == "" && name == "" && date == "" {
		return false
	}
	for _, f := range []struct {
		field string
		to    *string
		value string
		sure  bool
	}{
		{"date", &r.p.Date, date, false}, {"deputy.name", &r.p.Deputy.Name, name, false},
		{"deputy.delegation", &r.p.Deputy.Delegation, delegation, false}, {"deputy.phone", &r.p.Deputy.Phone, phone, false},
	} {
		if f.value != "" && *f.to == "" {
			*f.to = f.value
			r.note(f.field, it.words, Placed, f.sure)
		}
	}
	return true
}

var (
	callsDeputyPrefix = regexp.MustCompile(`^(市|县|区|省)?(人大)?代表`)
	notName           = regexp.MustCompile(`^(建议|议案|情况|分析|问题|现状|背景|对策|方案|案由|案据|正文|附件|目录|说明|谢谢|敬礼|此致|大会|闭会|教师|医生|主任|书记|市长|意见|批评)|(局|委|办|部|厅|会|院|处)$`)
)
