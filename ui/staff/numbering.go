package staff

import (
	"deputydesk/annotate"
	"deputydesk/annotate/registry"
)

const numberingSetting = "numbering"

// Session is the session the register is kept for: that of the session package in
// force, else that of the open report.
func (o *Office) Session() string {
	if m := o.desk.Meeting(); m != nil {
		return m.Session.Name
	}
	return o.desk.Report().Session
}

// Numbering is how numbers are printed in this session: as it was set, else as
// the rule pack of the place writes them.
func (o *Office) Numbering() registry.Numbering {
	kept := map[string]registry.Numbering{}
	o.desk.Tell(o.desk.Setting(numberingSetting, &kept))
	if n, ok := kept[o.Session()]; ok {
		return n
	}
	r := o.desk.Rules().Pack.Register
	return registry.Numbering{Pattern: r.Number, Width: r.Digits}
}

// SetNumbering says how numbers are printed from now on. Numbers that were given
// stay as they are.
func (o *Office) SetNumbering(n registry.Numbering) error {
	kept := map[string]registry.Numbering{}
	if err := o.desk.Setting(numberingSetting, &kept); err != nil {
		return err
	}
	if kept == nil {
		kept = map[string]registry.Numbering{}
	}
	kept[o.Session()] = n
	return o.desk.KeepSetting(numberingSetting, kept)
}

// Number gives numbers to the entries that have none, of ids or, without any, of
// the whole register, and returns how many it gave.
func (o *Office) Number(ids ...annotate.ProposalID) (given int, err error) {
	n := o.Numbering()
	err = o.Change(func(b *registry.Book, by registry.Decision) error {
		given = b.GiveNumbers(by, n, ids...)
		return nil
	})
	return given, err
}

// Specimen is how the next number of a series will look.
func (o *Office) Specimen(n registry.Numbering, series string) string {
	return n.Print(series, o.Book().Highest[series]+1)
}
