package desk

import (
	"strings"

	"deputydesk/annotate"
)

// A sheetRow is a field of the sheet and where a proposal keeps it.
type sheetRow struct {
	key   string
	shape Shape
	first bool            // asked for while it is empty, whatever the rule pack says
	forms []annotate.Form // that have it; none: all
	get   func(*annotate.Proposal) []string
	set   func(*annotate.Proposal, []string)
}

var motion = []annotate.Form{annotate.Motion}

// sheetRows are the fields in the order of the sheet. Form, title and text are
// no rows: they have places of their own on the page.
var sheetRows = []sheetRow{
	word("deputy.name", Line, true, func(p *annotate.Proposal) *string { return &p.Deputy.Name }),
	word("deputy.number", Line, true, func(p *annotate.Proposal) *string { return &p.Deputy.Number }),
	word("deputy.delegation", Combo, true, func(p *annotate.Proposal) *string { return &p.Deputy.Delegation }),
	word("deputy.post", Line, true, func(p *annotate.Proposal) *string { return &p.Deputy.Post }),
	word("deputy.phone", Line, true, func(p *annotate.Proposal) *string { return &p.Deputy.Phone }),
	word("deputy.address", Line, true, func(p *annotate.Proposal) *string { return &p.Deputy.Address }),
	word("deputy.postcode", Line, true, func(p *annotate.Proposal) *string { return &p.Deputy.Postcode }),
	word("category", Choice, true, func(p *annotate.Proposal) *string { return &p.Category }),
	word("host", Combo, true, func(p *annotate.Proposal) *string { return &p.Host }),
	list("cohosts", Lines, func(p *annotate.Proposal) *[]string { return &p.Cohosts }),
	of(motion, word("motion_type", Choice, true, func(p *annotate.Proposal) *string { return &p.MotionType })),
	list("formed", Choices, func(p *annotate.Proposal) *[]string { return &p.Formed }),
	word("repeated", Choice, false, func(p *annotate.Proposal) *string { return &p.Repeated }),
	word("earlier_number", Line, false, func(p *annotate.Proposal) *string { return &p.EarlierNumber }),
	word("reply", Choice, false, func(p *annotate.Proposal) *string { return &p.Reply }),
	word("open", Choice, false, func(p *annotate.Proposal) *string { return &p.Open }),
	word("open_reason", Line, false, func(p *annotate.Proposal) *string { return &p.OpenReason }),
	word("session", Line, false, func(p *annotate.Proposal) *string { return &p.Session }),
	word("when", Choice, false, func(p *annotate.Proposal) *string { return &p.When }),
	word("date", Line, false, func(p *annotate.Proposal) *string { return &p.Date }),
	of(motion, word("hour", Line, false, func(p *annotate.Proposal) *string { return &p.Hour })),
	list("contact", Choices, func(p *annotate.Proposal) *[]string { return &p.Contact }),
	tick("cosign", func(p *annotate.Proposal) *bool { return &p.Cosign }),
	tick("confidential", func(p *annotate.Proposal) *bool { return &p.Confidential }),
	of(motion, tick("as_delegation", func(p *annotate.Proposal) *bool { return &p.AsDelegation })),
	{
		key: "cosigner", shape: Lines,
		get: func(p *annotate.Proposal) []string { return peopleLines(p.Cosigners) },
		set: func(p *annotate.Proposal, v []string) { p.Cosigners = people(v) },
	},
	list("attachments", Lines, func(p *annotate.Proposal) *[]string { return &p.Attachments }),
}

func word(key string, shape Shape, first bool, at func(*annotate.Proposal) *string) sheetRow {
	return sheetRow{
		key: key, shape: shape, first: first,
		get: func(p *annotate.Proposal) []string {
			if strings.TrimSpace(*at(p)) == "" {
				return nil
			}
			return []string{*at(p)}
		},
		set: func(p *annotate.Proposal, v []string) { *at(p) = strings.Join(v, " ") },
	}
}

func list(key string, shape Shape, at func(*annotate.Proposal) *[]string) sheetRow {
	return sheetRow{
		key: key, shape: shape,
		get: func(p *annotate.Proposal) []string { return *at(p) },
		set: func(p *annotate.Proposal, v []string) { *at(p) = v },
	}
}

func tick(key string, at func(*annotate.Proposal) *bool) sheetRow {
	return sheetRow{
		key: key, shape: Yes,
		get: func(p *annotate.Proposal) []string {
			if *at(p) {
				return []string{yes}
			}
			return nil
		},
		set: func(p *annotate.Proposal, v []string) { *at(p) = len(v) > 0 },
	}
}

func of(forms []annotate.Form, r sheetRow) sheetRow {
	r.forms = forms
	return r
}

func rowOf(key string) (sheetRow, bool) {
	for _, r := range sheetRows {
		if r.key == key {
			return r, true
		}
	}
	return sheetRow{}, false
}
