package desk

import "slices"

// A Role says whose pages the window shows. It is one program: who helps out at
// the other table turns over in the menu.
type Role string

// The roles.
const (
	Deputy Role = "deputy" // 代表
	Staff  Role = "staff"  // 工作人员
)

// The pages of the staff.
const (
	Receiving   Page = "receiving"   // 收件
	Registering Page = "registering" // 登记
	Merging     Page = "merging"     // 并案
	Board       Page = "board"       // 看板
	Issuing     Page = "issuing"     // 印发
)

// StaffPages are the pages of the staff in the order of the bar.
var StaffPages = []Page{Receiving, Registering, Merging, Board, Issuing, Reading}

const roleSetting = "role"

// Role is whose pages the window shows; Deputy before anybody chose.
func (d *Desk) Role() Role {
	if d.role == "" {
		return Deputy
	}
	return d.role
}

// RoleAsked reports whether somebody has said whose pages are wanted.
func (d *Desk) RoleAsked() bool { return d.role != "" || d.store == nil }

// SetRole shows the pages of a role and remembers it. The page in front stays
// if the role has it.
func (d *Desk) SetRole(r Role) {
	d.role = r
	if d.store != nil {
		d.tell(d.store.SetSetting(roleSetting, r))
	}
	if pages := d.Pages(); !slices.Contains(pages, d.page) || r == Staff {
		d.Turn(pages[0])
	}
	d.changed(Everything)
}

// Pages are the pages of the role in the order of the bar.
func (d *Desk) Pages() []Page {
	if d.Role() == Staff {
		return StaffPages
	}
	return DeputyPages
}

func (d *Desk) loadRole() {
	if _, err := d.store.Setting(roleSetting, &d.role); err != nil {
		d.tell(err)
	}
	if d.role == Staff {
		d.page = StaffPages[0]
	}
}
