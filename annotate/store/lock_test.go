package store

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"deputydesk/annotate"
)

// TestMain lets the test program play the second process: with writeInto set it
// opens that folder and writes notes until somebody kills it.
func TestMain(m *testing.M) {
	if dir := os.Getenv(writeInto); dir != "" {
		write(dir, os.Getenv(writeInto+"_ROUND"))
		return
	}
	os.Exit(m.Run())
}

const writeInto = "DESK_TEST_WRITE_INTO"

// write saves notes and drafts and says after each that it is saved.
func write(dir, round string) {
	s, recovery, err := Open(dir, As("测试代表乙"))
	if err != nil || recovery != nil {
		fmt.Println("failed", err, recovery)
		os.Exit(1)
	}
	fmt.Println("open")
	for n := 0; ; n++ {
		id := fmt.Sprintf("%s-%d", round, n)
		if err := s.SaveNote(note(id, strings.Repeat("写", n%500))); err != nil {
			fmt.Println("failed", err)
			os.Exit(1)
		}
		p := annotate.New("p", annotate.Suggestion)
		p.Title = id
		if err := s.SaveDraft(p); err != nil {
			fmt.Println("failed", err)
			os.Exit(1)
		}
		if n%7 == 0 {
			if err := s.Revise("p", "left"); err != nil {
				fmt.Println("failed", err)
				os.Exit(1)
			}
		}
		fmt.Println("saved", id)
	}
}

func writer(t *testing.T, dir, round string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), writeInto+"="+dir, writeInto+"_ROUND="+round)
	out, err := c.StdoutPipe()
	must(t, err)
	must(t, c.Start())
	return c, bufio.NewScanner(out)
}

// kill ends the process as a power cut would, and returns what it had said in
// its last moments.
func kill(t *testing.T, c *exec.Cmd, out *bufio.Scanner) []string {
	t.Helper()
	must(t, c.Process.Kill())
	var said []string
	for out.Scan() {
		said = append(said, out.Text())
	}
	_ = c.Wait() // it was killed, and says so
	return said
}

func TestSecondProcessIsToldWhoHasTheFolder(t *testing.T) {
	dir := t.TempDir()
	c, out := writer(t, dir, "0")
	out.Scan()
	same(t, "the other process", out.Text(), "open")

	start := time.Now()
	_, _, err := Open(dir)
	if took := time.Since(start); took > 300*time.Millisecond {
		t.Errorf("it took %v to say no", took)
	}
	var held *LockedError
	if !errors.Is(err, ErrLocked) || !errors.As(err, &held) {
		t.Fatalf("error %v", err)
	}
	same(t, "owner", held.Owner, "测试代表乙")
	same(t, "process", held.PID, c.Process.Pid)

	// The lock of a process that died is no lock.
	kill(t, c, out)
	s := open(t, dir)
	must(t, s.SaveNote(note("mine", "甲")))
}

func TestSameProcessCannotOpenTwice(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	if _, _, err := Open(dir); !errors.Is(err, ErrLocked) {
		t.Errorf("second opening: %v", err)
	}
	must(t, s.Close())
	open(t, dir)
}

// Ten times a process writes and is killed at some moment. Whatever it said it
// had saved is there.
func TestKilledProcessLosesNothingItAcknowledged(t *testing.T) {
	dir := t.TempDir()
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 0))
	saved := map[string]bool{}
	last := ""
	for round := range 10 {
		c, out := writer(t, dir, fmt.Sprint(round))
		var said []string
		for n := random.IntN(40); n >= 0 && out.Scan(); n-- {
			said = append(said, out.Text())
		}
		for _, line := range append(said, kill(t, c, out)...) {
			if id, ok := strings.CutPrefix(line, "saved "); ok {
				saved[id] = true
				last = id
			} else if strings.HasPrefix(line, "failed") {
				t.Fatalf("round %d: %s", round, line)
			}
		}
		s := open(t, dir)
		all, err := s.AllNotes()
		must(t, err)
		there := map[string]bool{}
		for _, n := range all {
			there[string(n.ID)] = true
		}
		for id := range saved {
			if !there[id] {
				t.Errorf("seed %d, round %d: note %s is lost", seed, round, id)
			}
		}
		if last != "" {
			p, err := s.Draft("p")
			must(t, err)
			if p.Title != last && !newer(p.Title, last) {
				t.Errorf("seed %d, round %d: draft is %s, saved was %s", seed, round, p.Title, last)
			}
		}
		must(t, s.Close())
	}
	if len(saved) < 20 {
		t.Errorf("only %d notes were written", len(saved))
	}
}

// newer says whether id was written after last.
func newer(id, last string) bool {
	var r1, n1, r2, n2 int
	if _, err := fmt.Sscanf(id+" "+last, "%d-%d %d-%d", &r1, &n1, &r2, &n2); err != nil {
		return false
	}
	return r1 > r2 || r1 == r2 && n1 > n2
}
