package ui

import (
	"testing"

	"deputydesk/ui/desk"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
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

// Where one message takes the place of others the page begins where the messages
// end, and not a gap later.
func TestPageBeginsWhereTheMessagesEnd(t *testing.T) {
	v := window(t, t.TempDir())
	v.win.Resize(fyne.NewSize(1180, 760))
	v.desk.OpenFile("/没有这个文件/测试代表甲.dbz") // a notice comes, a question goes
	if v.strips.notice.Hidden || !v.strips.role.Hidden {
		t.Fatal("no notice, or the question stays: nothing is tried")
	}
	above, page := v.frame.Objects[0], v.frame.Objects[1]
	if want := above.MinSize().Height + theme.Padding(); page.Position().Y != want {
		t.Errorf("the page begins at %v, the messages end at %v", page.Position().Y, want)
	}
}

// On every page of the staff the window's keys work before anything has come in,
// and no key that means nothing there does harm.
func TestKeysOnEmptyPagesOfTheStaff(t *testing.T) {
	v := window(t, t.TempDir())
	v.desk.SetRole(desk.Staff)
	for _, p := range desk.StaffPages {
		v.desk.Turn(p)
		if _, button := v.win.Canvas().Focused().(*widget.Button); button {
			t.Errorf("%s: a button keeps the keys of the window to itself", p)
		}
		for _, k := range []fyne.KeyName{fyne.KeyN, fyne.KeyDown, fyne.KeyReturn, fyne.KeySpace} {
			v.win.Canvas().Unfocus()
			v.typedKey(&fyne.KeyEvent{Name: k})
		}
		v.nextPart()
		if v.desk.Turn(p); v.win.Canvas().Focused() == nil {
			t.Errorf("%s: F6 leads nowhere", p)
		}
	}
}
