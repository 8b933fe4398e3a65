package disk

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

func TestWriteReplacesOrLeaves(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "建议.pdf")
	for _, text := range []string{"一稿", "二稿"} {
		if err := Write(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != text {
			t.Errorf("it holds %q, %v, want %q", got, err, text)
		}
	}
	rename = func(string, string) error { return errors.New("no") }
	defer func() { rename = os.Rename }()
	if err := Write(path, []byte("三稿"), 0o644); err == nil {
		t.Error("what could not be put there was")
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "二稿" {
		t.Errorf("it holds %q, %v, want what stood there", got, err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if err := Write(filepath.Join(dir, "没有", "建议.pdf"), nil, 0o644); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("into a folder that is not there: %v", err)
	}
}

// A scanner holds the file for a while: that is waited for, but not for ever, and
// only where waiting helps.
func TestPatienceWhereItHelps(t *testing.T) {
	defer func() { rename, remove, pause = os.Rename, os.Remove, time.Sleep }()
	for _, tt := range []struct {
		name   string
		err    error
		fails  int // so often, then it works
		works  bool
		paused time.Duration
	}{
		{"nobody has it", heldHere, 0, true, 0},
		{"somebody has it for a moment", heldHere, 2, patient, 30 * time.Millisecond},
		{"somebody has it for long", heldHere, 100, false, 1270 * time.Millisecond},
		{"it is not there", os.ErrNotExist, 100, false, 0},
	} {
		var paused time.Duration
		var fails int
		pause = func(d time.Duration) { paused += d }
		remove = func(path string) error {
			if fails--; fails >= 0 {
				return &os.PathError{Op: "remove", Path: path, Err: tt.err}
			}
			return nil
		}
		rename = func(from, to string) error { return remove(from) }
		for what, do := range map[string]func() error{
			"rename": func() error { return Rename("甲", "乙") },
			"remove": func() error { return Remove("甲") },
		} {
			paused, fails = 0, tt.fails
			if err := do(); (err == nil) != tt.works {
				t.Errorf("%s, %s: %v, works %t", what, tt.name, err, tt.works)
			}
			want := tt.paused
			if !patient {
				want = 0
			}
			if paused != want {
				t.Errorf("%s, %s: waited %v, want %v", what, tt.name, paused, want)
			}
		}
	}
}

func TestFaultsAreToldApart(t *testing.T) {
	all := []error{ErrFull, ErrReadOnly, ErrGone, ErrHeld, ErrName}
	for code, want := range faults {
		err := errors.Join(&os.PathError{Op: "write", Path: "甲", Err: code})
		for _, kind := range all {
			if Is(err, kind) != (kind == want) {
				t.Errorf("%d (%v) is %v: %t", int(code), code, kind, Is(err, kind))
			}
		}
	}
	if err := errors.New("something else"); Is(err, ErrFull) || !Is(err, err) {
		t.Error("something else is not itself")
	}
	if Is(syscall.EINVAL, ErrFull) {
		t.Error("no argument is a full disk")
	}
}

func TestNameThatCannotBe(t *testing.T) {
	if err := Write(filepath.Join(t.TempDir(), noName), nil, 0o644); !Is(err, ErrName) {
		t.Errorf("a file of such a name: %v", err)
	}
}
