package desk

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"deputydesk/annotate/registry"
)

// rowsOf reads a folder on d and judges it.
func rowsOf(t *testing.T, d *Desk, paths ...string) (*Arrival, []registry.Row) {
	t.Helper()
	in, a, err := d.LookAt(paths)
	if err != nil {
		t.Fatal(err)
	}
	return a, in.Rows
}

// Only chosen rows are taken in, conflicts as somebody decided, numbers if they
// are wanted; and all of it is one batch that can be taken back.
func TestChosenRowsAreTakenIn(t *testing.T) {
	files, _ := handedIn(t, 20) // two conflicts: 3 and 13
	d := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, d)
	empty := book(t, d)
	a, rows := rowsOf(t, d, files)
	var chosen []registry.Row
	for _, r := range rows {
		if r.File == "3 other.dbz" {
			if err := d.Decide(&r, registry.TakeApart); err != nil {
				t.Fatal(err)
			}
		}
		if r.File != "7.dbz" {
			chosen = append(chosen, r)
		}
	}
	in, err := d.Enter(a, Taking{Who: "甲", Rows: chosen, Number: &registry.Numbering{}})
	if err != nil {
		t.Fatal(err)
	}
	if len(in.Book.Entries) != 20 { // without 7, with 3 twice
		t.Errorf("%d entries, want 20", len(in.Book.Entries))
	}
	for _, e := range in.Book.Entries {
		if e.Number == 0 {
			t.Errorf("%s has no number", e.Proposal.Title)
		}
	}
	if b := in.Book.Batches[0]; len(b.Files) == 0 || b.Who != "甲" {
		t.Errorf("batch %+v", b)
	}
	if _, err := d.UndoIntake(""); err != nil {
		t.Fatal(err)
	}
	if got, _ := d.Book(); len(got.Entries) != 0 || len(got.Batches) != 0 || got.Highest["建议"] != 20 {
		t.Errorf("taken back: %s, was %s", book(t, d), empty)
	}
}

// What is given up leaves nothing, wherever it stood.
func TestStoppedIntakeLeavesNothing(t *testing.T) {
	files, _ := handedIn(t, 20)
	folder := t.TempDir()
	d := openAt(t, folder, beforeTheMeeting)
	defer shut(t, d)
	empty := book(t, d)
	ctx, cancel := context.WithCancel(context.Background())
	read, _ := d.Arrive([]string{files})
	if _, err := read(ctx, func(done, _ int) {
		if done == 5 {
			cancel()
		}
	}); !errors.Is(err, context.Canceled) {
		t.Errorf("reading ended with %v", err)
	}
	a, rows := rowsOf(t, d, files)
	for _, at := range []int{1, 9, 22} {
		ctx, cancel := context.WithCancel(context.Background())
		keep, then, err := d.TakeArrival(a, Taking{Who: "甲", Rows: rows})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.Register(func(*registry.Book) error { return nil }); !errors.Is(err, ErrBusy) {
			t.Errorf("meanwhile something else was changed: %v", err)
		}
		err = keep(ctx, func(done, _ int) {
			if done == at {
				cancel()
			}
		})
		if in := then(err); !errors.Is(err, context.Canceled) || in.Batch != "" || book(t, d) != empty {
			t.Errorf("stopped at %d: %v, batch %q", at, err, in.Batch)
		}
		d.book = nil // as the store has it
		if book(t, d) != empty {
			t.Errorf("stopped at %d: the store holds %.100s", at, book(t, d))
		}
	}
}

// TestKilledWhileTakingIn kills a process while it keeps an intake: everything is
// there afterwards or nothing.
func TestKilledWhileTakingIn(t *testing.T) {
	if folder := os.Getenv("KILL_TAKING"); folder != "" {
		takingIn(t, folder)
		return
	}
	files, _ := handedIn(t, 60)
	whole, none := 0, 0
	for _, at := range []string{"1", "20", "60", "saved", "never"} {
		folder := filepath.Join(t.TempDir(), "data")
		child := exec.Command(os.Args[0], "-test.run=^TestKilledWhileTakingIn$")
		child.Env = append(os.Environ(), "KILL_TAKING="+folder, "KILL_FILES="+files, "KILL_AT="+at)
		if out, err := child.CombinedOutput(); (err == nil) != (at == "never") {
			t.Fatalf("killed at %s: %v\n%s", at, err, out)
		}
		d := openAt(t, folder, beforeTheMeeting)
		b, err := d.Book()
		if err != nil {
			t.Errorf("killed at %s: %v", at, err)
		}
		switch {
		case len(b.Entries) == 60 && len(b.Batches) == 1:
			whole++
		case len(b.Entries) == 0 && len(b.Batches) == 0:
			none++
		default:
			t.Errorf("killed at %s: %d entries, %d batches", at, len(b.Entries), len(b.Batches))
		}
		shut(t, d)
	}
	if none < 3 || whole < 2 {
		t.Errorf("%d whole, %d without anything; want two at least of the one and three of the other", whole, none)
	}
}

// takingIn is what the child does: it takes a folder in and kills itself on the way,
// as a power cut would.
func takingIn(t *testing.T, folder string) {
	d := Open(Settings{Folder: folder, Now: func() time.Time { return beforeTheMeeting }})
	a, rows := rowsOf(t, d, os.Getenv("KILL_FILES"))
	keep, then, err := d.TakeArrival(a, Taking{Who: "甲", Rows: rows})
	if err != nil {
		t.Fatal(err)
	}
	at := os.Getenv("KILL_AT")
	die := func() {
		self, err := os.FindProcess(os.Getpid())
		if err == nil {
			err = self.Kill()
		}
		t.Fatalf("not killed: %v", err)
	}
	err = keep(context.Background(), func(done, _ int) {
		if at == strconv.Itoa(done) {
			die()
		}
	})
	if at == "saved" {
		die()
	}
	if then(err); err != nil {
		t.Fatal(err)
	}
	shut(t, d)
}
