//go:build ime

package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A screen is the real window on a virtual screen, with hands and eyes: it
// types through the X server and looks at pictures of what is shown.
type screen struct {
	t      *testing.T
	app    *exec.Cmd
	ended  chan error
	data   string
	window string
}

// The colours that are looked for: what is written in, what has the keyboard,
// and the caret.
var (
	fieldWhite = color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}

	ringBlue = color.NRGBA{0x2A, 0x5D, 0xB0, 0xFF}
	caretInk = color.NRGBA{0x1E, 0x1F, 0x22, 0xFF}
)

// opened starts the program with an empty data folder.
func opened(t *testing.T, environment ...string) *screen {
	t.Helper()
	s := &screen{t: t, data: t.TempDir(), ended: make(chan error, 1)}
	s.app = exec.Command(os.Getenv("IME_PROGRAM"), "--data", s.data)
	s.app.Env = append(os.Environ(), environment...)
	s.app.Stderr = os.Stderr
	if err := s.app.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { s.ended <- s.app.Wait() }()
	t.Cleanup(func() { _ = s.app.Process.Kill() }) // it has ended, unless the test failed
	s.until("the window is on the screen", func() bool {
		s.window = s.ask("search", "--onlyvisible", "--pid", strconv.Itoa(s.app.Process.Pid))
		return s.window != ""
	})
	s.until("the window has the keyboard", func() bool {
		s.ask("windowfocus", s.window)
		return s.ask("getwindowfocus") == s.window
	})
	s.still()
	return s
}

// until waits, for up to twenty seconds, for something to be so.
func (s *screen) until(what string, is func() bool) {
	s.t.Helper()
	for end := time.Now().Add(20 * time.Second); !is(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			s.keep("failed")
			s.t.Fatalf("waited 20 s for this: %s", what)
		}
	}
}

// ask runs xdotool and returns what it prints, "" if it finds nothing.
func (s *screen) ask(args ...string) string {
	out, err := exec.Command("xdotool", args...).Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

func (s *screen) do(args ...string) {
	s.t.Helper()
	if out, err := exec.Command("xdotool", args...).CombinedOutput(); err != nil {
		s.t.Fatalf("xdotool %s: %v: %s", strings.Join(args, " "), err, out)
	}
}

// press presses keys, one after the other and no faster than a person.
func (s *screen) press(keys ...string) {
	s.t.Helper()
	for _, k := range keys {
		s.do("key", k)
		time.Sleep(60 * time.Millisecond)
	}
}

// letters types letters and waits for the window with the candidates.
func (s *screen) letters(pinyin string) image.Rectangle {
	s.t.Helper()
	s.do("type", "--delay", "60", pinyin)
	var box image.Rectangle
	s.until("candidates for "+pinyin, func() bool {
		box = s.candidates()
		return !box.Empty()
	})
	return box
}

// commit presses a key that ends the composition.
func (s *screen) commit(key string) {
	s.t.Helper()
	s.press(key)
	s.until("no candidates after "+key, func() bool { return s.candidates().Empty() })
	s.still()
}

// candidates returns where the window of the input method stands; empty if it
// is not shown.
func (s *screen) candidates() image.Rectangle {
	id := s.ask("search", "--onlyvisible", "--name", "Fcitx5 Input Window")
	if id == "" {
		return image.Rectangle{}
	}
	return s.box(id)
}

// box returns where a window stands.
func (s *screen) box(id string) image.Rectangle {
	at := map[string]int{}
	for _, line := range strings.Split(s.ask("getwindowgeometry", "--shell", id), "\n") {
		if name, value, ok := strings.Cut(line, "="); ok {
			at[name], _ = strconv.Atoi(value)
		}
	}
	return image.Rect(at["X"], at["Y"], at["X"]+at["WIDTH"], at["Y"]+at["HEIGHT"])
}

// look takes a picture of the window, where it stands on the screen.
func (s *screen) look() image.Image {
	s.t.Helper()
	out, err := exec.Command("import", "-window", "root", "png:-").Output()
	if err != nil {
		s.t.Fatalf("no picture of the screen: %v", err)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		s.t.Fatal(err)
	}
	part, ok := img.(interface {
		SubImage(image.Rectangle) image.Image
	})
	if !ok {
		s.t.Fatalf("a picture of the screen is a %T", img)
	}
	return part.SubImage(s.box(s.window))
}

// keep writes a picture to be looked at afterwards.
func (s *screen) keep(name string) {
	s.t.Helper()
	if name == "failed" {
		name += "-" + strings.ReplaceAll(s.t.Name(), "/", "-")
	}
	to := filepath.Join(os.Getenv("IME_PICTURES"), name+".png")
	if out, err := exec.Command("import", "-window", "root", to).CombinedOutput(); err != nil {
		s.t.Logf("no picture %s: %v: %s", to, err, out)
	}
}

// still waits until two pictures in a row are the same, but for a caret that
// blinks.
func (s *screen) still() {
	s.t.Helper()
	last := s.look()
	s.until("the screen is still", func() bool {
		now := s.look()
		changed := differ(last, now, now.Bounds())
		last = now
		return changed.Dx() <= 4 && changed.Dy() <= 40
	})
}

// differ returns the box around the pixels that differ within an area.
func differ(a, b image.Image, within image.Rectangle) (box image.Rectangle) {
	for y := within.Min.Y; y < within.Max.Y; y++ {
		for x := within.Min.X; x < within.Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

// alike says whether a colour is nearly another: the edge of a line that falls
// between two pixels is paler.
func alike(c color.Color, want color.NRGBA) bool {
	r, g, b, _ := c.RGBA()
	off := func(a uint32, b uint8) bool { d := int(a>>8) - int(b); return d < -40 || d > 40 }
	return !off(r, want.R) && !off(g, want.G) && !off(b, want.B)
}

// ring returns the frame of the editor that has the keyboard: two lines of the
// ring's blue, at least 200 pixels long, one under the other.
func ring(img image.Image) (box image.Rectangle) {
	bounds := img.Bounds()
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		run := 0
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			if !alike(img.At(x, y), ringBlue) {
				run = 0
			} else if run++; run >= 200 {
				box = box.Union(image.Rect(x-run+1, y, x+1, y+1))
			}
		}
	}
	return box
}

// sheet returns the first white field of the picture that is at least 400 pixels
// wide and 80 high: the body of a draft.
func sheet(img image.Image) (box image.Rectangle) {
	bounds := img.Bounds()
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		line, run := image.Rectangle{}, 0
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			if color.NRGBAModel.Convert(img.At(x, y)) != fieldWhite {
				run = 0
			} else if run++; run >= 400 {
				line = image.Rect(x-run+1, y, x+1, y+1)
			}
		}
		if !line.Empty() && line.Min.X == box.Min.X {
			box = box.Union(line)
			continue
		}
		if box.Dy() >= 80 {
			return box
		}
		box = line
	}
	return image.Rectangle{}
}

// caret returns the caret within an area: an upright of ink, 18 pixels high or
// more, which no character is at the size of the text.
func caret(img image.Image, within image.Rectangle) (box image.Rectangle) {
	for x := within.Min.X; x < within.Max.X; x++ {
		run := 0
		for y := within.Min.Y; y < within.Max.Y; y++ {
			if !alike(img.At(x, y), caretInk) {
				run = 0
			} else if run++; run >= 18 {
				box = box.Union(image.Rect(x, y-run+1, x+1, y+1))
			}
		}
	}
	return box
}
