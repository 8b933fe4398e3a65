package check

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"deputydesk/annotate"
	"deputydesk/seeds/rules"
)

// A Remedy is the one change that takes a finding away. It is offered, never
// made unasked.
type Remedy struct {
	Code     string // "replace", "remove", "fill" or "form": words stand under "check.fix.<code>"
	From, To string // what stands there and what would; To is "" if it is removed
	Mended   annotate.Proposal
}

// Text says what the remedy does, as on a button.
func (r Remedy) Text(text func(key string, args ...any) string) string {
	return text("check.fix."+r.Code, "from", r.From, "to", r.To)
}

// Mend returns the remedy for a finding of p, and whether there is one that
// needs no thought. p itself is not changed, nor anything it points to.
func Mend(p annotate.Proposal, f Finding, pack *rules.Pack) (Remedy, bool) {
	m := &mender{p: p, pack: pack, f: f}
	m.p.Cites, m.p.Amends = slices.Clone(p.Cites), slices.Clone(p.Amends)
	m.p.Cosigners, m.p.Cohosts = slices.Clone(p.Cosigners), slices.Clone(p.Cohosts)
	if do := mends[string(f.Rule)+"."+f.Code]; do == nil || !do(m) {
		return Remedy{}, false
	}
	m.r.Mended = m.p
	return m.r, true
}

// A mender works on one finding.
type mender struct {
	p    annotate.Proposal // the copy that is changed
	pack *rules.Pack
	f    Finding
	r    Remedy
}

var mends = map[string]func(*mender) bool{
	"title-form.form":      (*mender).titleForm,
	"title-form.avoid":     (*mender).titleWord,
	"title-form.sentence":  (*mender).titleMarks,
	"wording.instead":      (*mender).wording,
	"wording.leave-out":    (*mender).wording,
	"figure-differs.cited": (*mender).figures, "figure-differs.quoted": (*mender).figures,
	"cosigner-twice.twice": (*mender).dropCosigner, "cosigner-twice.leader": (*mender).dropCosigner,
	"cosigners.nameless":       (*mender).dropCosigner,
	"too-many-units.twice":     (*mender).dropUnit,
	"name-title.short-unit":    (*mender).fullUnit,
	"name-title.title-in-name": (*mender).bareName,
	"name-title.phrase":        (*mender).asInReport, "name-title.title-differs": (*mender).asInReport, "name-title.name-differs": (*mender).asInReport,
	"number-form.number": (*mender).digits, "number-form.earlier": (*mender).digits,
	"number-form.postcode": (*mender).digits, "phone-form.form": (*mender).digits,
	"number-form.date": (*mender).date, "number-form.hour": (*mender).hour,
	"required.empty":       (*mender).category,
	"cosigners.few":        (*mender).suggestion,
	"scope.outside":        (*mender).suggestion,
	"scope.unclear":        (*mender).suggestion,
	"deadline.late-motion": (*mender).suggestion, "deadline.between-sessions": (*mender).suggestion,
}

// place returns the words of a field that findings name, nil if it has none.
func (m *mender) place(field string) *string {
	switch field {
	case "title":
		return &m.p.Title
	case "body.situation", "body.reason":
		return &m.p.Body.Situation
	case "body.analysis", "body.basis":
		return &m.p.Body.Analysis
	case "body.proposal", "body.plan":
		return &m.p.Body.Proposal
	case "host":
		return &m.p.Host
	case "deputy.name":
		return &m.p.Deputy.Name
	case "deputy.number":
		return &m.p.Deputy.Number
	case "deputy.phone":
		return &m.p.Deputy.Phone
	case "deputy.postcode":
		return &m.p.Deputy.Postcode
	case "earlier_number":
		return &m.p.EarlierNumber
	case "date":
		return &m.p.Date
	case "hour":
		return &m.p.Hour
	}
	list, rest, _ := strings.Cut(field, "[")
	n, name, _ := strings.Cut(rest, "].")
	i, err := strconv.Atoi(n)
	switch {
	case err != nil || i < 0:
		return nil
	case list == "cite" && name == "quote" && i < len(m.p.Cites):
		return &m.p.Cites[i].Anchor.Quote
	case list == "amendment" && i < len(m.p.Amends):
		return map[string]*string{"quote": &m.p.Amends[i].Anchor.Quote, "to": &m.p.Amends[i].To, "reason": &m.p.Amends[i].Reason}[name]
	case list == "cosigner" && i < len(m.p.Cosigners):
		return map[string]*string{"name": &m.p.Cosigners[i].Name, "number": &m.p.Cosigners[i].Number}[name]
	}
	return nil
}

// put writes to into the field of the finding.
func (m *mender) put(to string) bool {
	at := m.place(m.f.Field)
	if at == nil || *at == to || to == "" {
		return false
	}
	m.r = Remedy{Code: "replace", From: *at, To: to}
	*at = to
	return true
}

// titleForm wraps the title into the form of its kind: 关于……的建议.
func (m *mender) titleForm() bool {
	form, ok := m.pack.Title(string(m.p.Form))
	if !ok {
		return false
	}
	core := strings.TrimSpace(m.p.Title)
	for _, end := range append([]string{string(m.p.Form)}, append(slices.Clone(form.Avoid), "建议", "意见", "批评", "议案")...) {
		if cut, had := strings.CutSuffix(core, end); had {
			core = strings.TrimSuffix(cut, "的")
			break
		}
	}
	core = strings.TrimPrefix(core, "关于")
	core = strings.TrimRight(core, "。！？；，、 ")
	to := "关于" + core + "的" + string(m.p.Form)
	return core != "" && form.Fits(to) && m.put(to)
}

// titleWord leaves out a word that has no place in a title.
func (m *mender) titleWord() bool {
	form, ok := m.pack.Title(string(m.p.Form))
	to := strings.Replace(m.p.Title, m.f.Args["word"], "", 1)
	return ok && form.Fits(to) && count(to) >= leastTitle && m.put(to)
}

// leastTitle is how short a title may become by leaving a word out, in
// characters: 关于的建议 says nothing.
const leastTitle = 8

func (m *mender) titleMarks() bool {
	return m.put(strings.Join(strings.FieldsFunc(m.p.Title, func(r rune) bool { return strings.ContainsRune("。！？；\n", r) }), ""))
}

// wording puts the right word wherever the wrong one stands in the field.
func (m *mender) wording() bool {
	at := m.place(m.f.Field)
	if at == nil {
		return false
	}
	for _, w := range m.pack.Wording {
		if w.Write != m.f.Args["write"] {
			continue
		}
		*at = outside(*at, w.Unless, func(text string) string { return strings.ReplaceAll(text, w.Write, w.Instead) })
		m.r = Remedy{Code: "replace", From: w.Write, To: w.Instead}
		if w.Instead == "" {
			m.r.Code = "remove"
		}
		return true
	}
	return false
}

// outside changes what stands between the words of keep.
func outside(text string, keep []string, change func(string) string) string {
	for _, k := range keep {
		if before, after, found := strings.Cut(text, k); found && k != "" {
			return outside(before, keep, change) + k + outside(after, keep, change)
		}
	}
	return change(text)
}

// figures writes the numbers of the report into the quotation, one after the
// other; the words around them stay as they are.
func (m *mender) figures() bool {
	at := m.place(m.f.Field)
	quote, right := m.f.Args["quote"], number.FindAllString(m.f.Args["found"], -1)
	if at == nil || !strings.Contains(*at, quote) {
		return false
	}
	if n := number.FindAllString(narrow(quote), -1); len(n) != len(right) || len(n) == 0 {
		return false
	}
	i := -1
	to := number.ReplaceAllStringFunc(narrow(quote), func(string) string { i++; return right[i] })
	*at = strings.Replace(*at, quote, to, 1)
	m.r = Remedy{Code: "replace", From: quote, To: to}
	return true
}

var number = regexp.MustCompile(`[0-9]+(\.[0-9]+)?`)

func (m *mender) dropCosigner() bool {
	n, err := strconv.Atoi(m.f.Field[strings.Index(m.f.Field, "[")+1 : strings.Index(m.f.Field, "]")])
	if err != nil || n >= len(m.p.Cosigners) {
		return false
	}
	m.r = Remedy{Code: "remove", From: m.p.Cosigners[n].Name}
	if m.r.From == "" {
		m.r.From = m.p.Cosigners[n].Number
	}
	m.p.Cosigners = slices.Delete(m.p.Cosigners, n, n+1)
	return true
}

// dropUnit takes the second naming of a unit off the list.
func (m *mender) dropUnit() bool {
	full := func(u string) string {
		if unit, _, ok := m.pack.Unit(strings.TrimSpace(u)); ok {
			return unit.Name
		}
		return strings.TrimSpace(u)
	}
	for i := len(m.p.Cohosts) - 1; i >= 0; i-- {
		if full(m.p.Cohosts[i]) == m.f.Args["unit"] {
			m.r = Remedy{Code: "remove", From: m.p.Cohosts[i]}
			m.p.Cohosts = slices.Delete(m.p.Cohosts, i, i+1)
			return true
		}
	}
	return false
}

func (m *mender) fullUnit() bool {
	if m.f.Field == "host" {
		return m.put(m.f.Args["full"])
	}
	for i, u := range m.p.Cohosts {
		if strings.TrimSpace(u) == m.f.Args["unit"] {
			m.p.Cohosts[i] = m.f.Args["full"]
			m.r = Remedy{Code: "replace", From: m.f.Args["unit"], To: m.f.Args["full"]}
			return true
		}
	}
	return false
}

func (m *mender) bareName() bool {
	return m.put(strings.TrimSuffix(plain(m.f.Args["name"]), m.f.Args["title"]))
}

// asInReport puts the report's words for those that were written.
func (m *mender) asInReport() bool {
	at, said, right := m.place(m.f.Field), m.f.Args["said"], m.f.Args["right"]
	if at == nil || said == "" || !strings.Contains(*at, said) {
		return false
	}
	*at = strings.ReplaceAll(*at, said, right)
	m.r = Remedy{Code: "replace", From: said, To: right}
	return true
}

// digits leaves everything but digits out of a number, if that makes it one.
func (m *mender) digits() bool {
	at := m.place(m.f.Field)
	if at == nil {
		return false
	}
	only := strings.Map(func(r rune) rune {
		if digit(r) {
			return r
		}
		return -1
	}, narrow(*at))
	fits := m.pack.Forms.Fits(m.f.Code, only)
	if m.f.Rule == PhoneForm {
		fits = m.pack.Forms.Fits("mobile", only) || m.pack.Forms.Fits("landline", only)
	}
	if m.f.Code == "earlier" {
		only = "第" + only + "号"
		fits = m.pack.Forms.Fits(m.f.Code, only)
	}
	return fits && m.put(only)
}

func (m *mender) date() bool {
	words := strings.FieldsFunc(narrow(m.p.Date), func(r rune) bool { return !digit(r) })
	for _, layout := range []string{"2006-1-2", "20060102"} {
		if day, err := time.Parse(layout, strings.Join(words, "-")); err == nil {
			return m.put(day.Format(time.DateOnly))
		}
	}
	return false
}

func (m *mender) hour() bool {
	at, err := time.Parse("15:4", strings.Trim(strings.NewReplacer("时", ":", "点", ":", "分", "", ".", ":").Replace(narrow(m.p.Hour)), ": "))
	return err == nil && m.put(at.Format("15:04"))
}

// category fills in the category that the text points to.
func (m *mender) category() bool {
	if m.f.Field != "category" {
		return false
	}
	b := m.p.Body
	all := m.pack.Classify(m.p.Title, strings.Join([]string{b.Situation, b.Analysis, b.Proposal}, "\n"))
	if len(all) == 0 {
		return false
	}
	m.p.Category = all[0].Name
	m.r = Remedy{Code: "fill", To: all[0].Name}
	return true
}

// suggestion makes a 建议 of a 议案 that would be turned back.
func (m *mender) suggestion() bool {
	if stem, named := strings.CutSuffix(m.p.Title, "的"+string(m.p.Form)); named {
		m.p.Title = stem + "的" + string(annotate.Suggestion)
	}
	m.r = Remedy{Code: "form", From: string(m.p.Form), To: string(annotate.Suggestion)}
	m.p.Form = annotate.Suggestion
	return true
}
