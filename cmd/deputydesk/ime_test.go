//go:build ime

package main

import (
	"fmt"
	"image"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"testing"
	"time"

	"deputydesk/ui/desk"
)

// The test of this file needs a screen and an input method: assets/packaging/
// ime.sh gives it both.

// near is how far, in pixels, the window with the candidates may stand from the
// caret: fcitx leaves ten below the line.
const near = 16

// atCaret fails unless the candidates stand under the caret of the editor that
// has the keyboard, which is seen on the screen.
func (s *screen) atCaret(when string, candidates image.Rectangle) image.Rectangle {
	s.t.Helper()
	img := s.look()
	frame := ring(img)
	c := caret(img, frame)
	dx, dy := candidates.Min.X-c.Max.X, candidates.Min.Y-c.Max.Y
	if c.Empty() || dx < -near || dx > near || dy < 0 || dy > near {
		s.keep("failed")
		s.t.Errorf("%s: the candidates stand at %v, the caret at %v in %v", when, candidates.Min, c, frame)
	}
	return c
}

// toBody begins a draft and clicks into the first editor of it.
func (s *screen) toBody() {
	s.t.Helper()
	s.press("ctrl+n")
	var body image.Rectangle
	s.until("there is a draft to write in", func() bool {
		body = sheet(s.look())
		return !body.Empty()
	})
	s.still()
	s.do("mousemove", strconv.Itoa(body.Min.X+40), strconv.Itoa(body.Min.Y+20), "click", "1")
	s.until("the body has the keyboard", func() bool { return ring(s.look()).Dy() > 80 })
}

// close closes the window as a person does, and waits for the program to end.
func (s *screen) close() {
	s.t.Helper()
	id, err := strconv.Atoi(s.window)
	if err != nil {
		s.t.Fatal(err)
	}
	if out, err := exec.Command("wmctrl", "-i", "-c", fmt.Sprintf("%#x", id)).CombinedOutput(); err != nil {
		s.t.Fatalf("the window cannot be closed: %v: %s", err, out)
	}
	select {
	case err := <-s.ended:
		if err != nil {
			s.t.Errorf("the program ended with %v", err)
		}
	case <-time.After(15 * time.Second):
		s.keep("failed")
		_ = s.app.Process.Signal(syscall.SIGQUIT) // it tells where it hangs
		<-s.ended
		s.t.Fatal("the program did not end within 15 s of closing its window")
	}
}

// kept opens the data folder after the program has ended.
func (s *screen) kept() *desk.Desk {
	s.t.Helper()
	d := desk.Open(desk.Settings{Folder: s.data})
	s.t.Cleanup(func() {
		if err := d.Close(); err != nil {
			s.t.Error(err)
		}
	})
	if err := d.Trouble(); err != nil {
		s.t.Fatal(err)
	}
	return d
}

func TestInputMethod(t *testing.T) {
	t.Run("writing in a draft", func(t *testing.T) {
		s := opened(t)
		s.toBody()
		first := s.atCaret("in the empty body", s.letters("daibiaojianyi"))
		s.keep("body")
		s.press("b", "a", "BackSpace", "BackSpace")
		s.commit("space") // 代表建议
		s.press("minus")  // a key that is not for the input method
		s.press("BackSpace")

		second := s.atCaret("behind four characters", s.letters("zheng"))
		if moved := second.Min.X - first.Min.X; moved < 4*12 || moved > 4*24 {
			t.Errorf("four characters moved the caret by %d pixels", moved)
		}
		s.press("BackSpace", "BackSpace")
		s.commit("Return") // zhe, as it was typed
		s.press("BackSpace", "BackSpace", "BackSpace", "BackSpace", "BackSpace")
		s.letters("jianyi")
		s.commit("space")

		s.letters("jianshe")
		s.press("Left", "Home", "End", "Right", "Down", "Up")
		s.commit("1") // 建设
		s.letters("ceshi")
		s.commit("Escape") // nothing
		s.press("Return")
		third := s.atCaret("in the second line", s.letters("jianyi"))
		if third.Min.Y <= second.Min.Y || third.Min.X != first.Min.X {
			t.Errorf("the caret of the second line is at %v, of the first at %v", third, second)
		}
		s.commit("space")

		frame := ring(s.look())
		s.letters("jian")
		s.do("mousemove", strconv.Itoa(frame.Min.X+20), strconv.Itoa(frame.Max.Y+30))
		s.do("click", "5") // the wheel turns the sheet while a word is composed
		s.still()
		if now := ring(s.look()); now.Min.Y == frame.Min.Y {
			t.Error("the wheel did not move the sheet")
		}
		s.atCaret("after the wheel", s.letters("yi"))
		s.keep("wheel")
		s.commit("space")
		s.close()

		drafts := s.kept().Drafts()
		if len(drafts) != 1 {
			t.Fatalf("%d drafts were kept, want 1", len(drafts))
		}
		const want = "代表建议建设\n建议建议"
		if got := drafts[0].Body.Situation; got != want {
			t.Errorf("kept %q, want %q", got, want)
		}
	})

	t.Run("asking in the search box", func(t *testing.T) {
		s := opened(t)
		before := s.look()
		top := before.Bounds()
		top.Max.Y = top.Min.Y + 70 // the search box stands in it
		s.press("ctrl+f")
		var box image.Rectangle
		s.until("the search box shows that it has the keyboard", func() bool {
			box = differ(before, s.look(), top)
			return !box.Empty()
		})
		candidates := s.letters("chongdian")
		if dx, dy := candidates.Min.X-box.Min.X, candidates.Min.Y-box.Max.Y; dx < 0 || dx > 2*near || dy < -near || dy > near {
			t.Errorf("the candidates stand at %v, the empty box at %v", candidates.Min, box)
		}
		s.keep("search")
		s.commit("space") // 充电
		s.letters("zhuang")
		s.commit("Return") // the letters: nothing is submitted
		s.press("ctrl+a", "BackSpace")
		s.letters("lvdi")
		s.commit("space") // 绿地
		s.press("Return")
		s.still()
		s.close()
		if got := s.kept().Recent(); len(got) != 1 || got[0] != "绿地" {
			t.Errorf("asked for %q, want only 绿地", got)
		}
	})

	t.Run("at another scale", func(t *testing.T) {
		s := opened(t, "FYNE_SCALE=1.25")
		s.toBody()
		s.letters("daibiao")
		s.commit("space")
		s.atCaret("at 125 %", s.letters("jianyi"))
		s.keep("scale")
		s.commit("space")
		s.close()
		if got := s.kept().Drafts()[0].Body.Situation; got != "代表建议" {
			t.Errorf("kept %q, want 代表建议", got)
		}
	})

	t.Run("when the input method dies and comes back", func(t *testing.T) {
		s := opened(t)
		s.toBody()
		s.letters("daibiao")
		s.commit("space")
		pid, err := strconv.Atoi(os.Getenv("IME_PID"))
		if err != nil {
			t.Fatal(err)
		}
		if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		s.until("the candidates' window is gone", func() bool {
			return s.ask("search", "--name", "Fcitx5 Input Window") == ""
		})
		s.press("o", "k", "Return") // typing goes on without it
		again := exec.Command("fcitx5", "--disable", "cloudpinyin,clipboard,notifications,notificationitem")
		if err := again.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			_ = again.Process.Kill()
			_ = again.Wait() // killed
		})
		s.until("the input method is back", func() bool {
			s.press("a")
			time.Sleep(300 * time.Millisecond)
			if s.candidates().Empty() {
				s.press("BackSpace") // it was a letter of the text
				return false
			}
			s.commit("Escape")
			return true
		})
		s.atCaret("after it came back", s.letters("jianyi"))
		s.commit("space")
		s.close()
		if got := s.kept().Drafts()[0].Body.Situation; got != "代表ok\n建议" {
			t.Errorf("kept %q, want 代表, ok, and 建议 in the next line", got)
		}
	})
}
