package desk

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// A second start asks in the data folder; whoever removes the request has it.
func TestRequestIsTakenOnce(t *testing.T) {
	folder := t.TempDir()
	d := open(t, folder)
	defer shut(t, d)
	if got := d.Handed(); got != nil {
		t.Errorf("nobody asked, and it takes %v", got)
	}
	files := []string{filepath.Join(folder, "测试代表甲 的建议.dbz"), filepath.Join(folder, "会议包.dbs")}
	path, err := ask(folder, Request{Files: files, Staff: true})
	if err != nil {
		t.Fatal(err)
	}
	got := d.Handed()
	if len(got) != 1 || !slices.Equal(got[0].Files, files) || !got[0].Staff {
		t.Errorf("handed %+v", got)
	}
	if _, err := os.Lstat(path); err == nil {
		t.Error("the one who asked waits for ever")
	}
	if again := d.Handed(); again != nil {
		t.Errorf("taken twice: %v", again)
	}
}

func TestRequestThatIsNone(t *testing.T) {
	folder := t.TempDir()
	d := open(t, folder)
	defer shut(t, d)
	old := time.Now().Add(-2 * handingStale)
	for _, tt := range []struct {
		name, file, text string
		at               time.Time
		gone             bool
	}{
		{"its sender was killed long ago", "1.json", `{"files":["/tmp/甲.dbz"]}`, old, true},
		{"no request", "2.json", "乱写", time.Now(), true},
		{"being written", "3.json.new", `{"fil`, time.Now(), false},
		{"never finished", "4.json.new", `{"fil`, old, true},
	} {
		path := filepath.Join(folder, handedFolder, tt.file)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(tt.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, tt.at, tt.at); err != nil {
			t.Fatal(err)
		}
		if got := d.Handed(); got != nil {
			t.Errorf("%s: handed %v", tt.name, got)
		}
		if _, err := os.Lstat(path); (err != nil) != tt.gone {
			t.Errorf("%s: gone is %v", tt.name, err != nil)
		}
	}
}

// Only this program of this user on this machine is asked, and nobody at all
// where the folder is free: then a start is the first.
func TestNobodyToHandOverTo(t *testing.T) {
	for _, tt := range []struct {
		name   string
		folder func() string
	}{
		{"no folder", func() string { return "" }},
		{"a folder that is not there", func() string { return filepath.Join(t.TempDir(), "没有") }},
		{"a folder that nobody has open", func() string {
			folder := t.TempDir()
			if err := open(t, folder).Close(); err != nil {
				t.Fatal(err)
			}
			return folder
		}},
		{"a folder that this very process has open", func() string {
			folder := t.TempDir()
			d := open(t, folder)
			t.Cleanup(func() { shut(t, d) })
			return folder
		}},
	} {
		folder := tt.folder()
		start := time.Now()
		if HandOver(folder, Request{}) || time.Since(start) > time.Second {
			t.Errorf("%s: handed over, or waited %v", tt.name, time.Since(start))
		}
		if _, err := os.Lstat(filepath.Join(folder, handedFolder)); folder != "" && err == nil {
			t.Errorf("%s: a request lies there", tt.name)
		}
	}
}

// handsVariable has a process of the test ask for the folder it names.
const handsVariable = "DESK_HANDS"

// The second start is another process: it ends as soon as the window has taken
// its files, and takes them back if nobody does.
func TestSecondStartHandsOverItsFiles(t *testing.T) {
	if folder := os.Getenv(handsVariable); folder != "" {
		if !HandOver(folder, Request{Files: []string{"/tmp/测试代表甲.dbz"}}) {
			t.Fatal("nobody took it")
		}
		return
	}
	for _, tt := range []struct {
		name  string
		looks bool // the window looks for requests
	}{{"a window", true}, {"a window that hangs", false}} {
		folder := t.TempDir()
		d := open(t, folder)
		second := exec.Command(os.Args[0], "-test.run=^TestSecondStartHandsOverItsFiles$")
		second.Env = append(os.Environ(), handsVariable+"="+folder)
		if err := second.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- second.Wait() }()
		var taken []Request
		var err error
		for over := false; !over; {
			select {
			case err = <-ended:
				over = true
			case <-time.After(10 * time.Millisecond):
				if tt.looks {
					taken = append(taken, d.Handed()...)
				}
			}
		}
		if (err == nil) != tt.looks {
			t.Errorf("%s: the second start ends with %v", tt.name, err)
		}
		if tt.looks && (len(taken) != 1 || len(taken[0].Files) != 1) {
			t.Errorf("%s: taken %v", tt.name, taken)
		}
		if left, err := os.ReadDir(filepath.Join(folder, handedFolder)); err != nil || len(left) > 0 {
			t.Errorf("%s: left behind %v, %v", tt.name, left, err)
		}
		shut(t, d)
	}
}
