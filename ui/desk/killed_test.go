package desk

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"deputydesk/annotate"
)

// The words that a child process types, and how fast: a deputy types some three
// characters a second, an input method commits twenty at once.
const (
	typedAt   = 10 * time.Millisecond
	typedWord = "桩"
	mostLost  = 2 * time.Second
)

// typing is what the child does: it opens a desk on a folder and types until it
// is killed, saying after each character how many there are. It is a desk as in
// the window, with one goroutine that owns it.
func typing(folder string) {
	work := make(chan func(), 1000) // the owner itself puts some in
	d := Open(Settings{
		Folder: folder,
		Post:   func(f func()) { work <- f },
		After: func(wait time.Duration, f func()) func() {
			t := time.AfterFunc(wait, func() { work <- f })
			return func() { t.Stop() }
		},
	})
	if !d.Keeps() {
		fmt.Println("trouble", d.Trouble())
		return
	}
	if len(d.Drafts()) == 0 {
		d.Write(annotate.Suggestion).Do()
	} else {
		d.OpenDraft(d.Drafts()[0].ID)
	}
	n := len([]rune(d.PartText(Situation)))
	fmt.Println("begun", n)
	tick := time.NewTicker(typedAt)
	for {
		select {
		case f := <-work:
			f()
		case <-tick.C:
			n++
			d.SetPartText(Situation, d.PartText(Situation)+typedWord)
			fmt.Println("typed", n)
		}
	}
}

// TestKilledWhileTyping kills a process that types, at random moments, again and
// again on the same folder: at most the last two seconds are missing, and the
// file is never lost. KILL_ROUNDS makes it go on for longer; make soak does.
func TestKilledWhileTyping(t *testing.T) {
	if folder := os.Getenv("KILL_FOLDER"); folder != "" {
		typing(folder)
		return
	}
	rounds := 5
	if n, err := strconv.Atoi(os.Getenv("KILL_ROUNDS")); err == nil && n > 0 {
		rounds = n
	}
	const lanes = 5 // side by side: they mostly wait
	for lane := range min(lanes, rounds) {
		t.Run(strconv.Itoa(lane+1), func(t *testing.T) {
			t.Parallel()
			folder := filepath.Join(t.TempDir(), "data")
			for round := lane; round < rounds; round += lanes {
				killOnce(t, folder, 300*time.Millisecond+time.Duration(rand.Int64N(int64(3*time.Second))))
			}
		})
	}
}

// killOnce lets a child type in folder for a while, kills it, and looks at what
// is there.
func killOnce(t *testing.T, folder string, after time.Duration) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestKilledWhileTyping$")
	child.Env = append(os.Environ(), "KILL_FOLDER="+folder)
	said, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	type moment struct {
		at time.Time
		n  int
	}
	var typed []moment // when the child had typed how many
	begun := make(chan bool, 1)
	done := make(chan bool)
	go func() {
		defer close(done)
		for lines := bufio.NewScanner(said); lines.Scan(); {
			word, rest, _ := strings.Cut(lines.Text(), " ")
			n, err := strconv.Atoi(rest)
			if err != nil {
				continue // what the test framework says
			}
			typed = append(typed, moment{time.Now(), n})
			if word == "begun" {
				begun <- true
			}
		}
	}()
	select {
	case <-begun:
	case <-done:
	case <-time.After(time.Minute):
		t.Errorf("the child did not begin: %v", child.Process.Kill())
	}
	time.Sleep(after)
	killed := time.Now()
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-done
	_ = child.Wait() // it was killed
	must := 0
	for _, m := range typed {
		if killed.Sub(m.at) > mostLost {
			must = m.n
		}
	}
	d := Open(Settings{Folder: folder})
	if d.Trouble() != nil || len(d.Drafts()) != 1 {
		t.Fatalf("after a kill at %v: %v, %d drafts", after, d.Trouble(), len(d.Drafts()))
	}
	text := d.Drafts()[0].Body.Situation
	last := 0
	if len(typed) > 0 {
		last = typed[len(typed)-1].n
	}
	if got := len([]rune(text)); got < must || strings.ReplaceAll(text, typedWord, "") != "" {
		t.Errorf("after a kill at %v: %d characters of %d typed are there, %d were typed two seconds before", after, got, last, must)
	}
	if err := d.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
}
