package desk

import (
	"context"
	"errors"
	"testing"
)

// Long work says how far it is, can be stopped, and is done once at a time.
func TestLongWorkCanBeStopped(t *testing.T) {
	var waiting []func()
	d := Open(Settings{Background: func(f func()) { waiting = append(waiting, f) }})
	waiting = nil
	ended := ""
	begin := func(name string) {
		d.Begin(name, func(ctx context.Context, step func(done, of int)) (func(), error) {
			step(3, 7)
			return func() { ended += name }, ctx.Err()
		})
	}
	begin("a")
	begin("b") // a has not ended
	if task, busy := d.Task(); !busy || task.Name != "a" || !errors.Is(d.Notice(), ErrBusy) {
		t.Fatalf("task %v %v, notice %v", task, busy, d.Notice())
	}
	d.Dismiss()
	waiting[0]()
	if task, busy := d.Task(); busy || task.Done != 3 || task.Of != 7 || ended != "a" {
		t.Errorf("task %v %v, ended %q", task, busy, ended)
	}
	begin("c")
	d.StopTask()
	waiting[1]()
	if _, busy := d.Task(); busy || ended != "a" || d.Notice() != nil {
		t.Errorf("stopped: busy %v, ended %q, notice %v", busy, ended, d.Notice())
	}
	begin("d")
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	waiting[2]()
	if ended != "a" {
		t.Errorf("after the desk was closed: ended %q", ended)
	}
}
