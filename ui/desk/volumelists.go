package desk

import (
	"cmp"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/export"
	"deputydesk/export/xlsx"
)

// listColumns are the columns of the register for Excel, by the keys of their
// heads, and how wide they are.
var listColumns = []struct {
	key   string
	width float64
}{
	{"serial", 6}, {"number", 11}, {"kind", 8}, {"title", 46}, {"lead", 12}, {"card", 10}, {"delegation", 16}, {"signers", 7}, {"category", 18},
	{"host", 22}, {"cohosts", 26}, {"state", 9}, {"date", 12}, {"received", 12}, {"due", 12}, {"answer", 8}, {"open", 16}, {"formed", 16},
	{"repeated", 10}, {"phone", 15}, {"code", 14}, {"remark", 20},
}

// registerTable is the 目录 as a table. The public one leaves out what may not
// be listed, the telephone, the number of the card and what staff note for each other.
func registerTable(w assets.Words, entries []registry.Entry, s export.Staff) xlsx.Table {
	t := xlsx.Table{Name: w.Text("press.list.register"), Title: w.Text("press.list.title", "session", s.Session, "name", w.Text("press.list.register")), Page: w.Text("targets.sheet.page")}
	private := func(key string) bool { return s.Public && (key == "phone" || key == "card" || key == "remark") }
	for _, c := range listColumns {
		if !private(c.key) {
			t.Columns = append(t.Columns, xlsx.Column{Head: w.Text("press.list.head." + c.key), Width: c.width})
		}
	}
	for i, e := range entries {
		p := e.Proposal
		host, _ := e.MainUnit()
		received := ""
		if !e.Received.IsZero() {
			received = e.Received.In(annotate.Beijing).Format("2006-01-02")
		}
		lead, group := p.Deputy.Name, p.Deputy.Delegation
		if s.Public && p.Confidential {
			lead, group = "", ""
		}
		cells := map[string]any{
			"serial": i + 1, "number": e.NumberText(), "kind": string(p.Form), "title": p.Title, "lead": lead, "card": p.Deputy.Number,
			"delegation": group, "signers": 1 + len(p.Cosigners), "category": e.Class(), "host": host, "cohosts": strings.Join(e.SideUnits(), "、"),
			"state": string(cmp.Or(e.State, registry.Registered)), "date": xlsx.Date(p.Date), "received": xlsx.Date(received), "due": xlsx.Date(e.Due),
			"answer": e.Answer, "open": p.Open, "formed": strings.Join(p.Formed, "、"), "repeated": p.Repeated, "phone": p.Deputy.Phone,
			"code": export.Code(p), "remark": e.Remark,
		}
		var row []any
		for _, c := range listColumns {
			if !private(c.key) {
				row = append(row, cells[c.key])
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// unitTable is one row for each unit and proposal, 主办 before 会办.
func unitTable(w assets.Words, entries []registry.Entry, s export.Staff) xlsx.Table {
	t := xlsx.Table{Name: w.Text("press.list.units"), Title: w.Text("press.list.title", "session", s.Session, "name", w.Text("press.list.units")), Page: w.Text("targets.sheet.page"), Columns: []xlsx.Column{
		{Head: w.Text("press.list.head.unit"), Width: 24}, {Head: w.Text("press.list.head.part"), Width: 8}, {Head: w.Text("press.list.head.number"), Width: 11},
		{Head: w.Text("press.list.head.title"), Width: 50}, {Head: w.Text("press.list.head.lead"), Width: 12}, {Head: w.Text("press.list.head.category"), Width: 18}, {Head: w.Text("press.list.head.due"), Width: 12},
	}}
	for _, unit := range export.Units(entries) {
		for _, part := range []string{"host", "side"} {
			for _, e := range entries {
				host, _ := e.MainUnit()
				mine := strings.TrimSpace(host) == unit
				if part == "side" {
					mine = false
					for _, c := range e.SideUnits() {
						mine = mine || strings.TrimSpace(c) == unit && strings.TrimSpace(host) != unit
					}
				}
				if !mine || !e.Live() {
					continue
				}
				lead := e.Proposal.Deputy.Name
				if s.Public && e.Proposal.Confidential {
					lead = ""
				}
				t.Rows = append(t.Rows, []any{unit, w.Text("press.list.part." + part), e.NumberText(), e.Proposal.Title, lead, e.Class(), xlsx.Date(e.Due)})
			}
		}
	}
	return t
}

// countTable is how many there are by something, with the share.
func countTable(w assets.Words, name string, entries []registry.Entry, by func(registry.Entry) string) xlsx.Table {
	t := xlsx.Table{Name: w.Text(name), Title: w.Text(name), Page: w.Text("targets.sheet.page"), Columns: []xlsx.Column{
		{Head: w.Text(name), Width: 28}, {Head: w.Text("press.list.head.count"), Width: 10}, {Head: w.Text("press.list.head.share"), Width: 10}}}
	var names []string
	count := map[string]int{}
	for _, e := range entries {
		n := by(e)
		if count[n] == 0 {
			names = append(names, n)
		}
		count[n]++
	}
	for _, n := range names {
		// To a tenth, as it is read aloud.
		t.Rows = append(t.Rows, []any{n, count[n], float64(count[n]*1000/max(1, len(entries))) / 10})
	}
	return t
}

// WriteLists saves the lists of entries at path: a book with the register, the
// units and the counts, or the register alone as CSV.
func (d *Desk) WriteLists(w assets.Words, entries []registry.Entry, s export.Staff, path string) (Bound, error) {
	entries = s.Shown(entries)
	if len(entries) == 0 {
		return Bound{}, ErrNoProposals
	}
	if s.Session == "" {
		s.Session = entries[0].Proposal.Session
	}
	tables := []xlsx.Table{
		registerTable(w, entries, s), unitTable(w, entries, s),
		countTable(w, "press.list.classes", entries, registry.Entry.Class),
		countTable(w, "press.list.delegations", entries, func(e registry.Entry) string { return cmp.Or(e.Proposal.Deputy.Delegation, w.Text("press.list.none")) }),
	}
	file, err := writeTables(path, tables...)
	if err != nil {
		return Bound{}, err
	}
	return Bound{File: file, Pages: len(tables), Proposals: len(entries)}, nil
}

// WriteWithheld saves at path, for staff alone, which of entries the public does
// not see whole and why, and where an open text holds what looks like a
// telephone number.
func (d *Desk) WriteWithheld(w assets.Words, entries []registry.Entry, s export.Staff, path string) error {
	column := func(key string, width float64) xlsx.Column {
		return xlsx.Column{Head: w.Text("press.list.head." + key), Width: width}
	}
	table := func(name string, more ...xlsx.Column) xlsx.Table {
		return xlsx.Table{Name: w.Text(name), Title: w.Text("press.list.title", "session", s.Session, "name", w.Text(name)), Page: w.Text("targets.sheet.page"),
			Columns: append([]xlsx.Column{column("number", 11), column("title", 50), column("lead", 12), column("delegation", 16)}, more...)}
	}
	closed := table("press.list.withheld", column("open", 18), column("why", 40), column("reason", 30))
	traces := table("press.list.traces", column("traces", 40))
	for _, e := range entries {
		p := e.Proposal
		row := []any{e.NumberText(), p.Title, p.Deputy.Name, p.Deputy.Delegation}
		why := export.Withheld(e)
		if why != "" {
			closed.Rows = append(closed.Rows, append(row[:4:4], p.Open, w.Text("press.withheld."+string(why)), p.OpenReason))
		}
		if found := export.Traces(p); len(found) > 0 && (why == "" || why == export.Nameless) {
			traces.Rows = append(traces.Rows, append(row[:4:4], strings.Join(found, "、")))
		}
	}
	_, err := writeTables(path, closed, traces)
	return err
}
