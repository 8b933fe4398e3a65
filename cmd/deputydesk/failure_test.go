package main

import (
	"errors"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"deputydesk/assets"
	"deputydesk/ui/desk"

	"fyne.io/fyne/v2"
)

// What the toolkit and its window library say, and which sentence it becomes.
func TestWhyNoWindowCouldBeMade(t *testing.T) {
	for _, tt := range []struct{ said, want string }{
		{"PlatformError: X11: The DISPLAY environment variable is missing\nNotInitialized: The GLFW library is not initialized", "nodisplay"},
		{"PlatformError: X11: Failed to open display :65", "nodisplay"},
		{"NotInitialized: The GLFW library is not initialized", "nodisplay"},
		{"APIUnavailable: GLX: GLX extension not found", "nographics"},
		{"APIUnavailable: WGL: The driver does not appear to support OpenGL", "nographics"},
		{"VersionUnavailable: Requested OpenGL version 2.0, got version 1.1", "nographics"},
		{"APIUnavailable: EGL: Library not found", "library"},
		{"failed to link OpenGL program", "nographics"},
		{"failed to link OpenGL program:\nFailed to create D3D shaders.\n", "direct3d"},
		{"runtime error: index out of range [3] with length 2", "crash"},
	} {
		got := startCode(tt.said)
		if got != tt.want {
			t.Errorf("%q is %q, want %q", tt.said, got, tt.want)
		}
		if !assets.Language(assets.Chinese).Has("start." + got) {
			t.Errorf("there is no sentence for %q", got)
		}
	}
}

// A told is what somebody in front of the screen was told.
type told struct {
	text   string
	status int
}

func failing(t *testing.T, opened bool) (*failure, *told) {
	t.Helper()
	var got told
	return &failure{
		words: assets.Language(assets.Chinese), folder: t.TempDir(), opened: opened,
		tell: func(_, text, _ string) { got.text = text },
		exit: func(status int) { got.status = status },
	}, &got
}

// The words with which the toolkit says that it has no window end the program;
// the test fails if a newer toolkit says it otherwise, since it calls it.
func TestAToolkitWithoutAWindowEndsTheProgram(t *testing.T) {
	f, got := failing(t, false)
	lines := func(reason, cause string) {
		for _, line := range []string{"Fyne error:  " + reason + "\n", "  Cause: " + cause + "\n", "  At: driver.go:147\n"} {
			if _, err := f.Write([]byte(line)); err != nil {
				t.Fatal(err)
			}
		}
	}
	lines("Preferences load error:", "EOF")
	if got.status != 0 {
		t.Fatalf("a small matter ended the program with %q", got.text)
	}
	lines("window creation error", "APIUnavailable: GLX: GLX extension not found")
	if got.status != 1 || !strings.Contains(got.text, "显卡驱动") || !strings.Contains(got.text, "GLX extension not found") {
		t.Errorf("ended with %d and %q", got.status, got.text)
	}
	if all := desk.Incidents(f.folder); len(all) != 1 || all[0].Code != "nographics" {
		t.Errorf("kept %v", all)
	}
}

// The toolkit still writes its errors in the three lines that Write reads.
func TestTheToolkitSaysWhereItHappened(t *testing.T) {
	f, got := failing(t, false)
	capture(t, f)
	fyne.LogError("window creation error", errors.New("GLX: none"))
	if got.status != 1 || !strings.Contains(got.text, "GLX: none") {
		t.Errorf("ended with %d and %q", got.status, got.text)
	}
}

func TestAPanicIsToldAndKept(t *testing.T) {
	for _, tt := range []struct {
		name   string
		opened bool
		says   string
		status int
	}{
		{"before the first frame", false, "没有打开成功", 1},
		{"later", true, "已经保存", 2},
	} {
		f, got := failing(t, tt.opened)
		saved := false
		f.save = func() { saved = true; panic("and once more") }
		func() {
			defer f.caught()
			var none []int
			_ = none[len(tt.says)]
		}()
		if got.status != tt.status || !strings.Contains(got.text, tt.says) {
			t.Errorf("%s: ended with %d and %q", tt.name, got.status, got.text)
		}
		if saved != tt.opened {
			t.Errorf("%s: saved is %v", tt.name, saved)
		}
		all := desk.Incidents(f.folder)
		if len(all) != 1 || !strings.HasPrefix(all[0].Code, "crash:deputydesk/cmd/deputydesk.TestAPanicIsToldAndKept") {
			t.Errorf("%s: kept %v", tt.name, all)
		}
	}
}

const trace = `panic: runtime error: index out of range [3] with length 2 测试代表甲

goroutine 1 [running]:
deputydesk/ui/reader.(*Page).turn(0xc000123, {0x1, 0x2})
	/home/x/deputydesk/ui/reader/reader.go:12 +0x1d
`

// A crash that nobody caught is known by its place at the next start, and its
// words are gone.
func TestACrashOfTheLastTimeIsKept(t *testing.T) {
	f, _ := failing(t, false)
	path := filepath.Join(f.folder, crashFile)
	if err := os.WriteFile(path, []byte(trace), 0o600); err != nil {
		t.Fatal(err)
	}
	f.watchCrashes()
	defer func() { _ = debug.SetCrashOutput(nil, debug.CrashOptions{}) }() // the runtime lets go of the file
	if all := desk.Incidents(f.folder); len(all) != 1 || all[0].Code != "crash:panic:deputydesk/ui/reader.(*Page).turn" {
		t.Errorf("kept %v", all)
	}
	if data, err := os.ReadFile(path); err != nil || len(data) != 0 {
		t.Errorf("%s still says %q, %v", crashFile, data, err)
	}
}

func TestAStartThatDidNotEndIsKnown(t *testing.T) {
	if os.Getenv("DESK_OTHER_WINDOW") != "" {
		_, _ = io.Copy(io.Discard, os.Stdin) // until the other one has looked
		return
	}
	dir := t.TempDir()
	s, unfinished := begin(dir)
	if unfinished {
		t.Error("the first start knows of another")
	}
	if _, unfinished = begin(dir); !unfinished { // this process is the one of the mark
		t.Error("a start that did not end is not known")
	}
	s.finish()
	if _, unfinished = begin(dir); unfinished {
		t.Error("a start that did end is taken for one that did not")
	}
	other := exec.Command(os.Args[0], "-test.run=^TestAStartThatDidNotEndIsKnown$")
	other.Env = append(os.Environ(), "DESK_OTHER_WINDOW=1")
	open, err := other.StdinPipe()
	if err == nil {
		err = other.Start()
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, startingFile), []byte(strconv.Itoa(other.Process.Pid)), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, unfinished = begin(dir); unfinished {
		t.Error("a second window, opened at the same time, asks for the safe way")
	}
	if err := errors.Join(open.Close(), other.Wait()); err != nil {
		t.Fatal(err)
	}
	if _, unfinished = begin(dir); !unfinished {
		t.Error("a start that did not end, of a process that is gone, is not known")
	}
}

// capture has the toolkit's errors written to f until the test ends.
func capture(t *testing.T, f *failure) {
	t.Helper()
	was := log.Writer()
	log.SetOutput(f)
	t.Cleanup(func() { log.SetOutput(was) })
}
