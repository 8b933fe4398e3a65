package store

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"deputydesk/annotate"
)

// TestMain lets the test program play the second process: with writeInto set it
// opens that folder and works in it until somebody kills it.
func TestMain(m *testing.M) {
	argonTime, argonMemory = 1, 64 // a guess is cheap here; TestGuessing measures the real cost
	if dir := os.Getenv(writeInto); dir != "" {
		if err := work(dir, os.Getenv(writeInto+"_ROUND")); err != nil {
			fmt.Println("failed", err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

const writeInto = "DESK_TEST_WRITE_INTO"

// work does what an hour of a deputy does, all mixed, and says after each note
// that it is saved.
func work(dir, round string) error {
	s, recovery, err := Open(dir, As("测试代表乙"), With(secret))
	if err != nil {
		return err
	}
	if recovery != nil {
		return recovery
	}
	fmt.Println("open")
	p := annotate.New("p", annotate.Suggestion)
	for n := 0; ; n++ {
		id := fmt.Sprintf("%s-%d", round, n)
		if err := s.SaveNote(note(id, strings.Repeat("写", n%500))); err != nil {
			return err
		}
		p.Title = id
		if err := s.SaveDraft(p); err != nil {
			return err
		}
		fmt.Println("saved", id)
		switch {
		case n%7 == 0:
			err = s.Revise("p", "left")
		case n%7 == 3:
			err = s.SaveRecords(Record{"outline", "o", []string{id}}, Record{"outline", id, n})
		case n%7 == 5:
			err = s.SetSetting("place", id)
		case n%31 == 8:
			err = s.Backup(fmt.Sprintf("%s/backup-%s.db", dir, id))
		case n%31 == 9 && !s.Sealed():
			_, err = s.Seal(secret)
		case n%31 == 9:
			err = s.Unseal()
		}
		if err != nil {
			return fmt.Errorf("%s: %w", id, err)
		}
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

// rounds is how often the process is killed: 20 times, or KILL_ROUNDS.
func rounds(t *testing.T) int {
	t.Helper()
	text := os.Getenv("KILL_ROUNDS")
	if text == "" {
		return 20
	}
	n, err := strconv.Atoi(text)
	must(t, err)
	return n
}

// Again and again a process works, puts seals on and takes them off, and is
// killed at some moment. Whatever it said it had saved is there.
func TestKilledProcessLosesNothingItAcknowledged(t *testing.T) {
	dir := t.TempDir()
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 0))
	saved, last, states := map[string]bool{}, "", map[bool]int{}
	for round := range rounds(t) {
		c, out := writer(t, dir, fmt.Sprint(round))
		var said []string
		for n := random.IntN(40); n >= 0 && out.Scan(); n-- {
			said = append(said, out.Text())
		}
		time.Sleep(time.Duration(random.IntN(20_000)) * time.Microsecond)
		for _, line := range append(said, kill(t, c, out)...) {
			if id, ok := strings.CutPrefix(line, "saved "); ok {
				saved[id], last = true, id
			} else if strings.HasPrefix(line, "failed") {
				t.Fatalf("seed %d, round %d: %s", seed, round, line)
			}
		}
		s := open(t, dir, With(secret))
		states[s.Sealed()]++
		there := map[string]bool{}
		all, err := s.AllNotes()
		must(t, err)
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
	t.Logf("%d notes; found sealed %d times, in clear %d times", len(saved), states[true], states[false])
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
