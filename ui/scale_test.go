package ui

import (
	"os"
	"testing"

	"deputydesk/annotate"
	"deputydesk/ui/desk"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// On a screen of 1280 × 720 at 150 % no page of a deputy needs more than there is, with the
// bar of the desktop and a title taken off: nothing rolls and nothing is cut.
func TestEveryPageFitsAMagnifiedScreen(t *testing.T) {
	v := window(t, t.TempDir())
	v.desk.Press(v.desk.Write(annotate.Suggestion))
	small := fyne.NewSize(1280/1.5, (720-40)/1.5-32)
	v.win.Resize(small)
	v.desk.SetRole(desk.Deputy) // these two questions are asked once
	v.desk.PassphraseAnswered()
	for _, name := range append([]desk.Page{desk.Proofing, desk.Rulebook}, desk.DeputyPages...) {
		v.desk.Turn(name)
		if need := v.frame.MinSize(); need.Width > small.Width || need.Height > small.Height {
			t.Errorf("%s needs %.0f × %.0f, there is %.0f × %.0f", name, need.Width, need.Height, small.Width, small.Height)
		}
	}
	if least := v.win.Content().MinSize(); least != leastWindow {
		t.Errorf("the window may get no smaller than %v, want %v", least, leastWindow)
	}
}

// The size of everything is kept, and told to the toolkit before a window is made.
func TestTheSizeOfEverythingIsKept(t *testing.T) {
	t.Setenv(scaleVariable, "")
	folder := t.TempDir()
	t.Run("chosen", func(t *testing.T) {
		v := window(t, folder)
		v.chooseScale(150)
	})
	if err := os.Setenv(scaleVariable, ""); err != nil {
		t.Fatal(err)
	}
	t.Run("the next time", func(t *testing.T) {
		v := window(t, folder)
		if v.scale != 150 || os.Getenv(scaleVariable) != "1.5" {
			t.Errorf("begins with %d %%, the toolkit was told %q", v.scale, os.Getenv(scaleVariable))
		}
		checked := ""
		for _, i := range v.scaleMenu().ChildMenu.Items {
			if i.Checked {
				checked += i.Label
			}
		}
		if checked != "150%" {
			t.Errorf("the menu marks %q", checked)
		}
	})
	t.Run("the safe way", func(t *testing.T) {
		d := desk.Open(desk.Settings{Folder: folder, Safe: true})
		if d.View().Scale != 0 {
			t.Error("the safe way magnifies")
		}
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
}

// The page begins where the messages above it end, at any width: they wrap.
func TestThePageBeginsBelowTheMessages(t *testing.T) {
	v := window(t, t.TempDir())
	heights := map[float32]bool{}
	for _, width := range []float32{1366, 900, 1366, 1000, 1600, 853} {
		v.win.Resize(fyne.NewSize(width, 700))
		above := v.frame.Objects[0]
		end := above.Position().Y + above.Size().Height
		heights[end] = true
		if gap := v.body.Position().Y - end; gap != theme.Padding() || above.Size().Height != above.MinSize().Height {
			t.Errorf("%.0f wide: the messages end at %.0f of %.0f, the page begins at %.0f", width, end, above.MinSize().Height, v.body.Position().Y)
		}
		if bottom := v.body.Position().Y + v.body.Size().Height + theme.Padding(); bottom != v.status.Position().Y {
			t.Errorf("%.0f wide: the page ends at %.0f, the status begins at %.0f", width, bottom, v.status.Position().Y)
		}
	}
	if len(heights) < 2 {
		t.Error("no message wraps: the test sees nothing")
	}
}

// A desktop that magnifies by more than the toolkit reads off the screen is
// followed; what somebody chose comes on top of it.
func TestTheDesktopMagnifies(t *testing.T) {
	for _, tt := range []struct{ wanted, now, want float32 }{
		{1, 1, 0},
		{1.25, 1, 1.25},
		{1.5, 1, 1.5},
		{2, 1, 2},
		{2, 1.6, 1.25}, // a small screen with many points, of which the toolkit saw a part
		{1, 1.4, 0},    // what the toolkit sees is enough
		{1.5, 1.5, 0},
		{1.5, 0, 0},
	} {
		if got := beyond(tt.wanted, tt.now); got != tt.want {
			t.Errorf("%v where the toolkit has %v: %v, want %v", tt.wanted, tt.now, got, tt.want)
		}
	}
	t.Setenv(scaleVariable, "")
	v := window(t, t.TempDir())
	v.desktop = 1.5
	for percent, want := range map[int]string{0: "1.5", 100: "1.5", 200: "3"} {
		if v.setScale(percent); os.Getenv(scaleVariable) != want {
			t.Errorf("%d %% of a desktop at 150 %%: %q, want %q", percent, os.Getenv(scaleVariable), want)
		}
	}
}
