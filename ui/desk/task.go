package desk

import (
	"context"
	"errors"
	"sync/atomic"
	"time"
)

// ErrBusy is why long work is not begun: other work is still going on.
var ErrBusy = errors.New("other work is going on")

// A Task 正在做的事 is long work that a person waits for.
type Task struct {
	Name string // what is being done: a key of the catalogue
	Done int    // so many files, pages or proposals
	Of   int    // of so many; 0 while nobody knows
}

// tasking is the long work of a desk; there is one at a time.
type tasking struct {
	name     string
	busy     bool
	cancel   context.CancelFunc
	done, of atomic.Int64 // counted by the work
	asked    int
}

// Task is the work that is going on, and whether there is any.
func (d *Desk) Task() (Task, bool) {
	t := &d.tasking
	return Task{Name: t.name, Done: int(t.done.Load()), Of: int(t.of.Load())}, t.busy
}

// StopTask gives up the work that is going on. What it has not finished, it
// takes back or leaves out; nothing half is kept.
func (d *Desk) StopTask() {
	if d.tasking.cancel != nil {
		d.tasking.cancel()
	}
}

// Begin does long work away from the desk's goroutine. do hears of a stop
// through ctx and says through step how far it is; what it returns is done on
// the desk's goroutine, when it ended well.
func (d *Desk) Begin(name string, do func(ctx context.Context, step func(done, of int)) (then func(), err error)) {
	t := &d.tasking
	if t.busy {
		d.tell(ErrBusy)
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	t.asked++
	asked := t.asked
	t.name, t.busy, t.cancel = name, true, cancel
	t.done.Store(0)
	t.of.Store(0)
	d.changed(Working)
	d.tickTask(asked)
	d.set.Background(func() {
		then, err := do(ctx, func(done, of int) {
			t.done.Store(int64(done))
			t.of.Store(int64(of))
		})
		d.set.Post(func() {
			stopped := ctx.Err() != nil
			cancel()
			if asked != t.asked {
				return // the desk was closed meanwhile
			}
			t.busy, t.cancel = false, nil
			switch {
			case err == nil && then != nil:
				then()
			case err != nil && !stopped:
				d.tell(err)
			}
			d.changed(Working)
		})
	})
}

// taskTick is how often it is shown anew how far work is.
const taskTick = 200 * time.Millisecond

func (d *Desk) tickTask(asked int) {
	if !d.tasking.busy || asked != d.tasking.asked {
		return
	}
	d.set.After(taskTick, func() {
		if d.tasking.busy && asked == d.tasking.asked {
			d.changed(Working)
			d.tickTask(asked)
		}
	})
}
