package transcribe

import (
	"regexp"
	"slices"
	"strings"

	"deputydesk/annotate"
)

// read fills the proposal in: first what has labels, then what is told by its
// form and place, then the text.
func (r *reader) read(items []item) {
	motion := slices.ContainsFunc(items, func(it item) bool {
		return it.field == "body.analysis" && strings.HasPrefix(fold(it.words), "案据") || strings.HasPrefix(fold(it.value), "案据")
	})
	for i := range items {
		if it := &items[i]; it.field == "title" && strings.HasPrefix(fold(it.words), "案由") && (motion || len([]rune(it.value)) > 60) {
			it.field = "body.situation"
		}
	}
	for _, it := range items {
		if it.field != "" && !isBody(it.field) {
			r.labelled(it)
		}
	}
	if post := r.unit + r.duty; r.p.Deputy.Post == "" && post != "" {
		r.p.Deputy.Post = post
		r.note("deputy.post", post, Labelled, r.unit != "" && r.duty != "")
	}
	r.text(items)
	r.kind(motion)
	r.together()
}

// once sets a field that has room for one value. What stands there already
// stays, and is not sure any more if the other differs.
func (r *reader) once(field string, to *string, value string, it item, sure bool) {
	if value == "" {
		return
	}
	if *to != "" {
		if fold(*to) != fold(value) {
			g := r.guessed[field]
			g.Why, g.Sure = Twice, false
			r.guessed[field] = g
		}
		return
	}
	*to = value
	why := Labelled
	switch {
	case !it.exact:
		why = Near
	case !sure:
		why = Malformed
	}
	r.note(field, it.words, why, it.exact && sure)
}

// labelled takes what stands behind a label.
func (r *reader) labelled(it item) {
	p, d := &r.p, &r.p.Deputy
	value := plain(it.value)
	switch it.field {
	case "title":
		title := closed(strings.Trim(it.value, "《》"))
		r.once("title", &p.Title, title, it, titleShape.MatchString(title))
	case "session":
		r.once("session", &p.Session, closed(it.value), it, sessionShape.MatchString(closed(it.value)))
	case "category":
		r.category(it)
	case "date":
		if dates.MatchString(narrow(value)) && hours.MatchString(afterDate(value)) {
			r.once("hour", &p.Hour, hourOf(afterDate(value)), it, true)
		}
		for _, c := range choices["when"] {
			if strings.Contains(value, c.value) && !hasBox(value) {
				r.once("when", &p.When, c.value, it, true)
			}
		}
		if date, _ := dateOf(value); date != "" {
			r.once("date", &p.Date, date, it, true)
		} else if hasBox(value) {
			r.choose("when", &p.When, it)
		}
	case "hour":
		r.once("hour", &p.Hour, hourOf(value), it, true)
	case "deputy.name":
		r.person(it)
	case signLine:
		date, rest := dateOf(value)
		if name := closed(rest); r.p.Deputy.Name == "" && nameShape.MatchString(name) && !notName.MatchString(name) {
			d.Name = name
			r.note("deputy.name", it.words, Placed, false)
		}
		if r.p.Date == "" && date != "" {
			p.Date = date
			r.note("date", it.words, Placed, false)
		}
	case "deputy.number":
		number, sure := numberOf(value)
		r.once("deputy.number", &d.Number, number, it, sure)
	case "deputy.delegation":
		name := closed(it.value)
		r.once("deputy.delegation", &d.Delegation, name, it, r.knowsDelegation(name))
	case "deputy.post":
		r.once("deputy.post", &d.Post, value, it, true)
	case unitLabel:
		r.unit = cmpOr(r.unit, value)
	case dutyLabel:
		r.duty = cmpOr(r.duty, value)
	case "deputy.phone":
		phone, sure := phoneOf(it.value)
		r.once("deputy.phone", &d.Phone, phone, it, sure)
	case "deputy.address":
		r.once("deputy.address", &d.Address, value, it, true)
	case "deputy.postcode":
		code := strings.ReplaceAll(narrow(value), " ", "")
		if m := behindAddress.FindStringSubmatch(narrow(value)); m != nil { // 通讯地址及邮编
			it.exact = false
			r.once("deputy.address", &d.Address, m[1], it, false)
			code = m[2]
		}
		r.once("deputy.postcode", &d.Postcode, code, it, len(code) == 6 && digitsOnly.MatchString(code))
	case "cosigner":
		r.cosigners(it)
	case "host", "cohosts":
		r.units(it)
	case "open":
		r.choose("open", &p.Open, it)
	case "repeated":
		if m := formerNumber.FindStringSubmatch(value); m != nil {
			r.once("earlier_number", &p.EarlierNumber, m[1], it, true)
			it.value = strings.Replace(it.value, m[0], "", 1)
		}
		r.choose("repeated", &p.Repeated, it)
	case "reply":
		r.choose("reply", &p.Reply, it)
	case "motion_type":
		r.choose("motion_type", &p.MotionType, it)
	case "when":
		r.choose("when", &p.When, it)
	case "formed":
		r.chooseAll("formed", &p.Formed, it)
	case "contact":
		r.chooseAll("contact", &p.Contact, it)
	case researched:
		it.exact = false
		var all []string
		if r.chooseAll(researched, &all, it); len(all) > 0 && len(p.Formed) == 0 {
			p.Formed = all
			r.note("formed", it.words, Near, false)
		}
		delete(r.guessed, researched)
	case firstLabel:
		it.exact = false
		var no string
		r.choose(firstLabel, &no, it)
		delete(r.guessed, firstLabel)
		r.once("repeated", &p.Repeated, no, it, false)
	case "cosign":
		var may string
		r.choose("cosign", &may, it)
		p.Cosign = may == "true"
	case formLabel:
		var whole string
		r.choose(formLabel, &whole, it)
		delete(r.guessed, formLabel)
		if whole == "true" {
			p.AsDelegation = true
			r.note("as_delegation", it.words, Ticked, it.exact && hasBox(it.value))
		}
	case "kind":
		var kind string
		r.choose("kind", &kind, it)
		p.Form = annotate.Form(kind)
	case "open_reason":
		r.once("open_reason", &p.OpenReason, value, it, true)
	case "earlier_number":
		r.once("earlier_number", &p.EarlierNumber, value, it, true)
	case "attachments":
		if names := listed(it.value); len(names) > 0 && len(p.Attachments) == 0 {
			p.Attachments = names
			r.note("attachments", it.words, Labelled, false)
		}
	}
}

var (
	behindAddress = regexp.MustCompile(`^(.*\p{Han}.*?)[\s，,；;、]*([0-9]{6})$`)
	formerNumber  = regexp.MustCompile(`[（(]?原?(?:建议)?编号[:：]?\s*(第?[0-9]+号?)[）)]?`)
)

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func afterDate(text string) string {
	_, rest := dateOf(text)
	return rest
}

// knowsDelegation reports whether the place has such a delegation; any will do
// where it does not say.
func (r *reader) knowsDelegation(name string) bool {
	if r.pack == nil || len(r.pack.Delegations) == 0 {
		return strings.HasSuffix(name, "代表团") || strings.HasSuffix(name, "团")
	}
	return slices.Contains(r.pack.Delegations, name)
}

func (r *reader) category(it item) {
	value := closed(it.value)
	if hasBox(it.value) {
		value = ""
		for _, o := range optionsOf(it.value) {
			if o.ticked {
				value = cmpOr(value, closed(o.text))
			}
		}
	}
	known := false
	if r.pack != nil {
		for _, c := range r.pack.Categories {
			known = known || c.Name == value
		}
	}
	r.once("category", &r.p.Category, value, it, known)
	if g, ok := r.guessed["category"]; ok && !known && g.Why == Malformed {
		g.Why = Unlisted
		r.guessed["category"] = g
	}
}

// choose takes one of the values of a sheet.
func (r *reader) choose(field string, to *string, it item) {
	options := optionsOf(it.value)
	if options == nil {
		value, sure := meant(field, it.value)
		r.once(field, to, value, it, sure)
		if value == "" && plain(it.value) != "" {
			r.note(field, it.words, Unlisted, false)
		}
		return
	}
	var values []string
	all := !strings.Contains(it.value, unknownSign)
	for _, o := range options {
		if !o.ticked {
			continue
		}
		value, sure := meant(field, o.text)
		if value != "" && !slices.Contains(values, value) {
			values = append(values, value)
		}
		all = all && sure
	}
	switch len(values) {
	case 0:
		if _, known := r.guessed[field]; !known {
			r.note(field, it.words, Unticked, false)
		}
	case 1:
		r.once(field, to, values[0], it, all)
		if g := r.guessed[field]; g.Why == Labelled {
			g.Why = Ticked
			r.guessed[field] = g
		}
	default:
		r.note(field, it.words, Twice, false)
	}
}

// chooseAll takes those of the values of a sheet that are ticked.
func (r *reader) chooseAll(field string, to *[]string, it item) {
	if len(*to) > 0 {
		return
	}
	all := !strings.Contains(it.value, unknownSign)
	options := optionsOf(it.value)
	if options == nil {
		for _, text := range listed(it.value) {
			options = append(options, option{text, true})
		}
	}
	for _, o := range options {
		if !o.ticked || strings.Contains(o.text, "联系沟通") { // what every deputy may ask for as well
			continue
		}
		value, sure := meant(field, o.text)
		if value != "" && !slices.Contains(*to, value) {
			*to = append(*to, value)
		}
		all = all && sure
	}
	switch {
	case len(*to) > 0 && it.exact && all:
		r.note(field, it.words, Ticked, true)
	case len(*to) > 0:
		r.note(field, it.words, Near, false)
	case hasBox(it.value):
		r.note(field, it.words, Unticked, false)
	}
}

// boxed takes a line that is one box to tick with what it means, and reports
// whether it is one.
func (r *reader) boxed(it item) bool {
	options := optionsOf(it.value)
	if len(options) != 1 {
		return false
	}
	text, on := options[0].text, options[0].ticked
	switch {
	case strings.Contains(text, "书面答复"):
		if on {
			value, sure := meant("reply", text)
			r.once("reply", &r.p.Reply, value, it, sure)
		}
	case strings.Contains(text, "保密"):
		if r.p.Confidential = on; on {
			r.note("confidential", it.words, Ticked, true)
		}
	case strings.Contains(text, "联系沟通"):
	default:
		return false
	}
	return true
}

func (r *reader) units(it item) {
	host, cohosts, sure := unitsOf(it.value)
	if it.field == "cohosts" {
		cohosts, host, sure = append([]string{host}, cohosts...), "", true
		cohosts = slices.DeleteFunc(cohosts, func(u string) bool { return u == "" })
	}
	known := func(name string) bool {
		if r.pack == nil {
			return false
		}
		_, _, ok := r.pack.Unit(name)
		return ok
	}
	if host != "" {
		r.once("host", &r.p.Host, host, it, sure && known(host))
	}
	if len(cohosts) > 0 && len(r.p.Cohosts) == 0 {
		r.p.Cohosts = cohosts
		all := it.exact && sure && !slices.ContainsFunc(cohosts, func(u string) bool { return !known(u) })
		why := Labelled
		if !all {
			why = Unlisted
		}
		r.note("cohosts", it.words, why, all)
	}
}

// kind tells the form of the proposal.
func (r *reader) kind(motion bool) {
	if r.p.Form != "" {
		return
	}
	for _, f := range []annotate.Form{annotate.Revision, annotate.Motion, annotate.Criticism, annotate.Opinion, annotate.Suggestion} {
		if strings.HasSuffix(r.p.Title, string(f)) {
			r.p.Form = f
			r.note("kind", r.p.Title, Shaped, r.guessed["title"].Sure)
			return
		}
	}
	if motion {
		r.p.Form = annotate.Motion
		r.note("kind", "案由、案据、方案", Shaped, false)
		return
	}
	r.p.Form = annotate.Suggestion
	r.note("kind", "", Placed, false)
}
