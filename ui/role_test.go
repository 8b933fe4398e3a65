package ui

import (
	"testing"

	"deputydesk/ui/desk"
)

// One program for deputies and staff: who chose is not asked again, and the bar
// shows the pages of the role.
func TestTheWindowShowsThePagesOfTheRole(t *testing.T) {
	folder := t.TempDir()
	v := window(t, folder)
	if v.strips.role.Hidden {
		t.Error("at the first start nobody is asked for whom the window is")
	}
	v.desk.SetRole(desk.Staff)
	if !v.strips.role.Hidden {
		t.Error("the question stays after the answer")
	}
	if !v.bar.write.Hidden {
		t.Error("staff is offered to write a proposal")
	}
	if v.desk.Page() != desk.StaffPages[0] {
		t.Errorf("page %s, want the first of the staff", v.desk.Page())
	}
	v.desk.Turn(desk.Reading)
	v.desk.SetRole(desk.Deputy)
	if v.desk.Page() != desk.Reading || v.bar.write.Hidden {
		t.Errorf("back with the deputy: page %s, button hidden %v", v.desk.Page(), v.bar.write.Hidden)
	}
	v.desk.SetRole(desk.Staff)
	if err := v.desk.Close(); err != nil {
		t.Fatal(err)
	}
	if again := window(t, folder); again.desk.Role() != desk.Staff || !again.strips.role.Hidden {
		t.Error("the role was forgotten")
	}
}
