package transcribe

import (
	"strconv"
	"strings"

	"deputydesk/annotate"
)

// Value is a field of a proposal as one text, by its key in a Guess: lists joined
// with 、, co-signers as 姓名/证号/代表团/单位职务 joined with ；, a box as "true"; "" for
// an empty field.
func Value(p annotate.Proposal, field string) string {
	on := func(is bool) string {
		if is {
			return strconv.FormatBool(is)
		}
		return ""
	}
	switch field {
	case "kind":
		return string(p.Form)
	case "title":
		return p.Title
	case "session":
		return p.Session
	case "when":
		return p.When
	case "category":
		return p.Category
	case "motion_type":
		return p.MotionType
	case "as_delegation":
		return on(p.AsDelegation)
	case "deputy.name":
		return p.Deputy.Name
	case "deputy.number":
		return p.Deputy.Number
	case "deputy.delegation":
		return p.Deputy.Delegation
	case "deputy.post":
		return p.Deputy.Post
	case "deputy.phone":
		return p.Deputy.Phone
	case "deputy.address":
		return p.Deputy.Address
	case "deputy.postcode":
		return p.Deputy.Postcode
	case "cosigner":
		var people []string
		for _, c := range p.Cosigners {
			people = append(people, strings.TrimRight(strings.Join([]string{c.Name, c.Number, c.Delegation, c.Post}, "/"), "/"))
		}
		return strings.Join(people, "；")
	case "host":
		return p.Host
	case "cohosts":
		return strings.Join(p.Cohosts, "、")
	case "open":
		return p.Open
	case "open_reason":
		return p.OpenReason
	case "confidential":
		return on(p.Confidential)
	case "formed":
		return strings.Join(p.Formed, "、")
	case "repeated":
		return p.Repeated
	case "earlier_number":
		return p.EarlierNumber
	case "contact":
		return strings.Join(p.Contact, "、")
	case "reply":
		return p.Reply
	case "cosign":
		return on(p.Cosign)
	case "attachments":
		return strings.Join(p.Attachments, "、")
	case "date":
		return p.Date
	case "hour":
		return p.Hour
	case "body.situation":
		return p.Body.Situation
	case "body.analysis":
		return p.Body.Analysis
	case "body.proposal":
		return p.Body.Proposal
	}
	return ""
}

// Fields are the fields that a sheet has, by their keys, in its order.
func Fields() []string { return append([]string{}, sheetFields...) }
