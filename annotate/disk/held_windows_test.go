package disk

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

const patient = true

const heldHere = syscall.Errno(32)

// noName has a character that no name may have.
const noName = "为什么?.pdf"

// Another program reads the file that is to be replaced, as scanners do: for a
// moment, or for good.
func TestFileThatAnotherProgramReads(t *testing.T) {
	for _, tt := range []struct {
		name  string
		after time.Duration // it is closed
		works bool
	}{
		{"for a moment", 100 * time.Millisecond, true},
		{"for good", time.Minute, false},
	} {
		path := filepath.Join(t.TempDir(), "建议.pdf")
		if err := Write(path, []byte("一稿"), 0o644); err != nil {
			t.Fatal(err)
		}
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		closed := time.AfterFunc(tt.after, func() { _ = f.Close() })
		want := "一稿"
		if err = Write(path, []byte("二稿"), 0o644); (err == nil) != tt.works {
			t.Errorf("%s: %v", tt.name, err)
		}
		if err == nil {
			want = "二稿"
		} else if !Is(err, ErrHeld) {
			t.Errorf("%s: %v, want %v", tt.name, err, ErrHeld)
		}
		if closed.Stop() {
			_ = f.Close()
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("%s: it holds %q, %v, want %q", tt.name, got, err, want)
		}
	}
}
