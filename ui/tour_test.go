package ui

import (
	"testing"

	"deputydesk/ui/desk"

	"fyne.io/fyne/v2/test"
)

// The tour turns to the pages of the role, lies inside the window and goes away.
func TestTheTourHasThreeSteps(t *testing.T) {
	v := window(t, t.TempDir())
	if v.tour.object.Visible() {
		t.Fatal("the tour was not asked for")
	}
	for _, role := range []struct {
		role  desk.Role
		pages []desk.Page
	}{
		{desk.Deputy, []desk.Page{desk.Reading, desk.Aims, desk.Drafting}},
		{desk.Staff, []desk.Page{desk.Receiving, desk.Registering, desk.Issuing}},
	} {
		v.desk.SetRole(role.role)
		v.tour.begin()
		for i, want := range role.pages {
			if v.desk.Page() != want || !v.tour.object.Visible() {
				t.Errorf("%s, step %d: page %s, want %s", role.role, i+1, v.desk.Page(), want)
			}
			low, size := v.tour.card.Position().AddXY(v.tour.card.Size().Width, v.tour.card.Size().Height), v.win.Canvas().Size()
			if low.X > size.Width || low.Y > size.Height || v.tour.card.Size().Height < 60 {
				t.Errorf("%s, step %d: the card ends at %v of %v", role.role, i+1, low, size)
			}
			if ring := v.tour.ring; i == 1 && (ring.Position() != v.body.Position() || ring.Size() != v.body.Size()) {
				t.Errorf("%s, step %d: the ring is at %v, the page at %v", role.role, i+1, ring.Position(), v.body.Position())
			}
			test.Tap(v.tour.next)
		}
		if v.tour.object.Visible() {
			t.Errorf("%s: the tour does not end", role.role)
		}
	}
	v.desk.SetRole(desk.Deputy)
	for name, leave := range map[string]func(){
		"Escape":       v.escape,
		"another page": func() { v.desk.Turn(desk.Margin) },
	} {
		v.tour.begin()
		if leave(); v.tour.object.Visible() {
			t.Errorf("%s does not end the tour", name)
		}
	}
}
