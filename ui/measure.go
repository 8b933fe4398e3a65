package ui

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"

	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A Cost is what many runs of one thing have cost.
type Cost struct {
	Runs          int
	P50, P99, Max time.Duration // of CPU time
}

func costOf(all []time.Duration) Cost {
	slices.Sort(all)
	return Cost{len(all), all[len(all)/2], all[len(all)*99/100], all[len(all)-1]}
}

// String is the cost as a person reads it.
func (c Cost) String() string {
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	return fmt.Sprintf("p50 %.2f ms, p99 %.2f ms, max %.2f ms of CPU (%d runs)", ms(c.P50), ms(c.P99), ms(c.Max), c.Runs)
}

// A Reading is what reading the open report costs: our own layout and refresh,
// without what the screen takes to draw.
type Reading struct {
	Characters, Highlights int

	Step   Cost   // of one step of the wheel
	Resize Cost   // of everything, to another width
	Key    Cost   // typed at the end of a note of 5,000 characters in one paragraph
	Heap   uint64 // bytes in use after a collection
}

// MeasureReading scrolls through the open report, resizes the window's content
// and types a long note. cpu is the CPU time this process has taken so far.
func (v *Window) MeasureReading(cpu func() time.Duration) Reading {
	prose := v.reader.Prose()
	r := Reading{Highlights: len(v.desk.Notes())}
	for _, b := range prose.Blocks() {
		r.Characters += len([]rune(b.Text))
	}
	var steps, resizes []time.Duration
	measured := func(do func()) time.Duration {
		before := cpu()
		do()
		return cpu() - before
	}
	for prose.ScrollTo(widgets.Position{}); ; {
		was, cell := prose.CellOf(widgets.Position{})
		steps = append(steps, measured(func() { prose.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -2 * cell.Height / 3}}) }))
		if is, _ := prose.CellOf(widgets.Position{}); is == was {
			break // at the end
		}
	}
	content := v.win.Content()
	size := content.Size()
	for i := range 120 {
		wide := fyne.NewSize(size.Width*(0.6+0.05*float32(i%7)), size.Height) // other characters in every line
		resizes = append(resizes, measured(func() { content.Resize(wide) }))
	}
	content.Resize(size)
	v.desk.StepSentence(+1)
	note := v.reader.Note()
	note.SetText(strings.Repeat("每个区县各建多少？请说明资金来源。", 5000/17+1))
	note.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEnd, Modifier: widgets.Ctrl})
	var keys []time.Duration
	for range 200 {
		keys = append(keys, measured(func() { note.TypedRune('城') }))
	}
	r.Key = costOf(keys)
	r.Step, r.Resize = costOf(steps), costOf(resizes)
	runtime.GC()
	runtime.GC() // what has a finaliser goes the second time
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	r.Heap = m.HeapAlloc
	return r
}
