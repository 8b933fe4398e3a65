package staff

import (
	"errors"

	"deputydesk/seeds/rules"
	"deputydesk/ui/desk"
)

// SaveTemplate writes the spreadsheet in which a session is set up to path,
// filled in with what is known.
func (o *Office) SaveTemplate(path string) error { return o.desk.WriteSessionBook(path, o.Numbering()) }

// TakeSession 新建会议 puts the session of a filled-in spreadsheet in force, with
// the numbers of its register. All that is wrong comes as one rules.Faults, and
// then nothing is taken.
func (o *Office) TakeSession(path string) error {
	b, err := o.desk.TakeSession(path)
	if err != nil {
		return err
	}
	if o.Session() != b.Session.Name {
		return nil // it waits for an answer about its key
	}
	n := o.desk.Rules().Pack.Register
	b.Numbers.Pattern = n.Number
	if b.Numbers.Width == 0 {
		b.Numbers.Width = n.Digits
	}
	return o.SetNumbering(b.Numbers)
}

// Issue 发给代表 writes the session package to path.
func (o *Office) Issue(path string) error {
	done, err := o.desk.IssueMeeting(path)
	if err != nil {
		return err
	}
	return &desk.Outcome{Key: "desk.session.issued", Args: []any{"file", done.File}}
}

// FaultsOf are all faults in an error, none if it is of another kind.
func FaultsOf(err error) rules.Faults {
	var all rules.Faults
	errors.As(err, &all)
	return all
}
