package check

import (
	"slices"
	"strings"
	"time"

	"deputydesk/annotate"
)

// values returns what the sheet holds under a key of FILE.toml: no value for an
// empty field, several for a list.
func values(p annotate.Proposal, field string) []string {
	one := func(s string) []string {
		if strings.TrimSpace(s) == "" {
			return nil
		}
		return []string{s}
	}
	switch field {
	case "kind":
		return one(string(p.Form))
	case "title":
		return one(p.Title)
	case "session":
		return one(p.Session)
	case "when":
		return one(p.When)
	case "category":
		return one(p.Category)
	case "motion_type":
		return one(p.MotionType)
	case "host":
		return one(p.Host)
	case "cohosts":
		return p.Cohosts
	case "open":
		return one(p.Open)
	case "open_reason":
		return one(p.OpenReason)
	case "formed":
		return p.Formed
	case "repeated":
		return one(p.Repeated)
	case "earlier_number":
		return one(p.EarlierNumber)
	case "contact":
		return p.Contact
	case "reply":
		return one(p.Reply)
	case "date":
		return one(p.Date)
	case "hour":
		return one(p.Hour)
	case "deputy.name":
		return one(p.Deputy.Name)
	case "deputy.number":
		return one(p.Deputy.Number)
	case "deputy.delegation":
		return one(p.Deputy.Delegation)
	case "deputy.post":
		return one(p.Deputy.Post)
	case "deputy.phone":
		return one(p.Deputy.Phone)
	case "deputy.address":
		return one(p.Deputy.Address)
	case "deputy.postcode":
		return one(p.Deputy.Postcode)
	case "cites":
		return make([]string, len(p.Cites))
	case "amendments":
		return make([]string, len(p.Amends))
	}
	return nil
}

// required finds empty fields and choices that the sheet does not offer.
func (c *checker) required() {
	for _, r := range c.pack.Required {
		if len(r.Kinds) > 0 && !slices.Contains(r.Kinds, string(c.p.Form)) {
			continue
		}
		if field, want, conditional := strings.Cut(r.When, "="); conditional && !slices.Contains(values(c.p, field), want) {
			continue
		}
		for _, field := range r.Fields {
			c.empty(Error, field)
		}
		for _, field := range r.Advised {
			c.empty(Warning, field)
		}
	}
	ch := c.pack.Choices
	c.offered("kind", ch.Kind)
	c.offered("when", ch.When)
	c.offered("motion_type", ch.MotionType)
	c.offered("open", ch.Open)
	c.offered("formed", ch.Formed)
	c.offered("repeated", ch.Repeated)
	c.offered("contact", ch.Contact)
	c.offered("reply", ch.Reply)
	c.offered("deputy.delegation", c.pack.Delegations)
	c.amendments()
	for i, cite := range c.p.Cites {
		if cite.Ask != "" && !slices.Contains(ch.Ask, string(cite.Ask)) {
			c.add(Error, index("cite", i, "ask"), "not-offered", "value", cite.Ask, "choices", strings.Join(ch.Ask, " "))
		}
	}
	var categories []string
	for _, k := range c.pack.Categories {
		categories = append(categories, k.Name)
	}
	c.offered("category", categories)
}

// amendments checks that each wish to change the report says what and why.
func (c *checker) amendments() {
	for i, a := range c.p.Amends {
		to := strings.TrimSpace(a.To)
		switch {
		case !slices.Contains(c.pack.Choices.Op, string(a.Op)):
			c.add(Error, index("amendment", i, "op"), "not-offered", "value", a.Op, "choices", strings.Join(c.pack.Choices.Op, " "))
		case to == "" && a.Op != annotate.Delete:
			c.add(Error, index("amendment", i, "to"), "empty")
		case a.Op == annotate.Replace && to == strings.TrimSpace(a.Anchor.Quote):
			c.add(Error, index("amendment", i, "to"), "unchanged")
		}
		if strings.TrimSpace(a.Reason) == "" {
			c.add(Warning, index("amendment", i, "reason"), "empty")
		}
	}
}

// empty reports a field without a value, once.
func (c *checker) empty(s Severity, field string) {
	if len(values(c.p, field)) > 0 {
		return
	}
	for _, f := range c.found {
		if f.Rule == Required && f.Field == field {
			return
		}
	}
	c.add(s, field, "empty")
}

// offered reports values that are not on the list; an empty list offers all.
func (c *checker) offered(field string, list []string) {
	if len(list) == 0 {
		return
	}
	for _, v := range values(c.p, field) {
		if !slices.Contains(list, v) {
			c.add(Error, field, "not-offered", "value", v, "choices", strings.Join(list, " "))
		}
	}
}

// phones checks that somebody could ring up.
func (c *checker) phones() {
	fits := func(phone string) bool {
		return c.pack.Forms.Fits("mobile", phone) || c.pack.Forms.Fits("landline", phone)
	}
	for _, phone := range strings.FieldsFunc(narrow(c.p.Deputy.Phone), func(r rune) bool { return strings.ContainsRune("、,/;\n", r) }) {
		phone = strings.TrimSpace(phone)
		if phone != "" && !grouped(strings.Fields(phone), fits) {
			c.add(Error, "deputy.phone", "form", "value", phone)
		}
	}
}

// grouped says whether words between blanks make telephone numbers, each of one
// word or of several: 0395-3130000 139 0000 0000.
func grouped(words []string, fits func(string) bool) bool {
	for n := len(words); n > 0; n-- {
		if fits(dialled(strings.Join(words[:n], " "))) && (n == len(words) || grouped(words[n:], fits)) {
			return true
		}
	}
	return false
}

// dialled is a telephone number without what people write for people: blanks,
// brackets, the country's code, 转 before an extension, 微信同号.
func dialled(phone string) string {
	if open := strings.IndexByte(phone, '('); open > 0 {
		phone = phone[:open]
	}
	phone = strings.NewReplacer(" ", "", "　", "", "\t", "", "(", "", ")", "-", "转", "-", "—", "-", "－", "-").Replace(phone)
	phone = strings.TrimPrefix(strings.TrimPrefix(phone, "+86"), "-")
	if mobile := strings.ReplaceAll(phone, "-", ""); len(mobile) == 11 && mobile[0] == '1' {
		return mobile
	}
	return strings.ReplaceAll(phone, "--", "-")
}

// numbers checks the written form of every other number on the sheet.
func (c *checker) numbers() {
	form := func(s Severity, field, key, value string) {
		if value = strings.TrimSpace(value); value != "" && !c.pack.Forms.Fits(key, narrow(value)) {
			c.add(s, field, key, "value", value)
		}
	}
	form(Error, "deputy.number", "number", c.p.Deputy.Number)
	form(Warning, "deputy.postcode", "postcode", c.p.Deputy.Postcode)
	form(Error, "hour", "hour", c.p.Hour)
	form(Warning, "earlier_number", "earlier", c.p.EarlierNumber)
	for i, s := range c.p.Cosigners {
		form(Error, index("cosigner", i, "number"), "number", s.Number)
	}
	if c.p.Date != "" {
		if _, err := time.Parse(time.DateOnly, c.p.Date); err != nil {
			c.add(Error, "date", "date", "value", c.p.Date)
		}
	}
}

// narrow returns s with full-width digits, letters and signs as half-width
// ones: an input method types them and nobody means anything by it.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, s)
}
