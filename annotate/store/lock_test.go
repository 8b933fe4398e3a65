package store

import (
	"errors"
	"testing"
	"time"
)

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

	same(t, "who holds it now", Holder(dir).PID, c.Process.Pid)
	if held.Same() {
		t.Error("another user is taken for this one")
	}

	// The lock of a process that died is no lock.
	kill(t, c, out)
	if h := Holder(dir); h != nil {
		t.Errorf("held by a process that died: %v", h)
	}
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
