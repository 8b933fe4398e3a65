//go:build unix

package widgets

import (
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// mostKey is what a key may cost of CPU time on a slow machine: three times a
// frame of a screen with 60 of them a second.
const mostKey = 3 * 16 * time.Millisecond

// cpu is the CPU time this process has used.
func cpu(t testing.TB) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestAKeyIsQuick holds the promise an Entry breaks: the 99th of a hundred keys
// costs less than a frame, wherever it is typed, however long the text and the
// paragraph are.
func TestAKeyIsQuick(t *testing.T) {
	const clause = "建设宜居韧性智慧城市，新建公共充电桩580个。" // 23 characters
	ctrl := func(key fyne.KeyName) *desktop.CustomShortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
	}
	for _, tt := range []struct {
		name, paragraph string
		times           int
	}{
		{"5,000 in paragraphs", strings.Repeat(clause, 9) + "\n", 24},
		{"5,000 in one", clause, 218},
		{"20,000 in paragraphs", strings.Repeat(clause, 9) + "\n", 96},
		{"20,000 in one", clause, 870},
	} {
		e := opened(t, strings.Repeat(tt.paragraph, tt.times))
		e.OnChanged = func(string) {}
		for _, at := range []struct {
			name string
			by   fyne.Shortcut
		}{{"start", ctrl(fyne.KeyHome)}, {"end", ctrl(fyne.KeyEnd)}} {
			e.TypedShortcut(at.by)
			var took []time.Duration
			for i := range 300 {
				before := cpu(t)
				switch i % 6 {
				case 4:
					key(e, fyne.KeyUp)
				case 5:
					key(e, fyne.KeyBackspace)
				default:
					e.TypedRune('城')
				}
				took = append(took, cpu(t)-before)
			}
			slices.Sort(took)
			p99 := took[len(took)*99/100]
			t.Logf("%s, at the %s: p99 %.1f ms of CPU", tt.name, at.name, float64(p99.Microseconds())/1000)
			if p99 > mostKey {
				t.Errorf("%s, at the %s: a key costs %v of CPU, want less than %v", tt.name, at.name, p99, mostKey)
			}
		}
	}
}

// Five thousand characters are pasted, undone and put back as one step each.
func TestPastingAPageIsOneStep(t *testing.T) {
	e := opened(t, "前\n后")
	e.Select(len("前"), len("前"))
	page := strings.Repeat(strings.Repeat("建设宜居韧性智慧城市，新建公共充电桩580个。", 10)+"\n", 22)
	start := cpu(t)
	e.Insert(page)
	t.Logf("pasting %d characters costs %v of CPU", len([]rune(page)), cpu(t)-start)
	if want := "前" + page + "\n后"; e.Text() != want {
		t.Fatal("what was pasted is not what stands there")
	}
	if e.Undo(); e.Text() != "前\n后" {
		t.Error("one undo does not take the page away again")
	}
	if e.Redo(); !strings.HasPrefix(e.Text(), "前"+page[:30]) {
		t.Error("redo does not bring it back")
	}
	if took := cpu(t) - start; took > 3*200*time.Millisecond {
		t.Errorf("pasting, undoing and redoing took %v of CPU, want less than 0.6 s", took)
	}
}
