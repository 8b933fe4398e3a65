package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// The shapes of `bench search --json`. Times are CPU time in milliseconds, of
// this process and of those it starts.
type (
	benchJSON struct {
		Paragraphs int         `json:"paragraphs"`
		TextMB     float64     `json:"text_mb"`
		Queries    int         `json:"queries"`
		Engines    []benchOnes `json:"engines"`
	}
	benchOnes struct {
		Name     string  `json:"name"`
		BuildMS  float64 `json:"build_ms"`
		ReopenMS float64 `json:"reopen_ms"` // until the first answer may be asked for
		DiskMB   float64 `json:"disk_mb"`   // 0: nothing is kept on disk
		HeapMB   float64 `json:"heap_mb"`   // what it holds of this program's memory while open
		RSSMB    float64 `json:"rss_mb"`    // of the whole program after the questions; 0: not known here
		Hits     int     `json:"hits"`      // over all questions
		P50MS    float64 `json:"p50_ms"`
		P99MS    float64 `json:"p99_ms"`
		KeyP50MS float64 `json:"key_p50_ms,omitempty"` // one key while typing
		KeyP99MS float64 `json:"key_p99_ms,omitempty"`
		RatioP50 float64 `json:"ratio_p50"` // to ours
		RatioP99 float64 `json:"ratio_p99"`
		Slowest  string  `json:"slowest"` // the question that took longest

		index int64 // bytes on disk
	}
)

// benchRounds is how often every question is asked after a first time that
// does not count.
const benchRounds = 5

// benchTick is how much CPU time one measurement takes at least: a system may
// count in steps as coarse as ten milliseconds, but Linux and macOS do not, and
// there a short one is exact enough.
const benchTick = 500 * time.Microsecond

func (c *control) benchCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "bench", Short: c.words.Text("ctl.bench.short")}
	sizes := []int{1000, 10000}
	find := &cobra.Command{
		Use:   "search",
		Short: c.words.Text("ctl.bench.search.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			for _, n := range sizes {
				if n < 1 || n > 1000000 {
					return fmt.Errorf("--paragraphs %d: want 1 to 1000000", n)
				}
			}
			return c.benchSearch(sizes)
		},
	}
	find.Flags().IntSliceVar(&sizes, "paragraphs", sizes, c.words.Text("ctl.bench.paragraphs"))
	cmd.AddCommand(find, c.benchAnchorCommand(), c.benchDoubtsCommand(), c.benchPressCommand(), c.benchRegisterCommand(), c.benchAlikeCommand(), c.benchTranscribeCommand())
	return cmd
}

func (c *control) benchSearch(sizes []int) error {
	var all []benchJSON
	for _, n := range sizes {
		one, err := c.benchSize(n)
		if err != nil {
			return fmt.Errorf("bench: %d paragraphs: %w", n, err)
		}
		all = append(all, one)
	}
	return c.print(all, func(w io.Writer) {
		for _, one := range all {
			c.printBench(w, one)
		}
		line(w, c.words.Text("ctl.bench.note"))
	})
}

// benchSize measures every engine over n paragraphs, one after the other.
func (c *control) benchSize(n int) (result benchJSON, err error) {
	docs := benchDocs(c.bare().Reports(), n)
	text := 0
	for _, d := range docs {
		text += len(d.Text)
	}
	result = benchJSON{Paragraphs: n, TextMB: megabytes(int64(text)), Queries: len(benchQueries)}
	dir, err := os.MkdirTemp("", "deskctl-bench-")
	if err != nil {
		return result, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	ours, quick := deskEngine(docs)
	engines := []engine{ours, ftsEngine(docs), flatEngine(docs)}
	if program, err := exec.LookPath("rg"); err == nil {
		engines = append(engines, ripgrepEngine(docs, program))
	}
	for i, e := range engines {
		typed := quick
		if i > 0 {
			typed = nil
		}
		one, err := benchEngine(e, filepath.Join(dir, strconv.Itoa(i)), typed)
		if err != nil {
			return result, fmt.Errorf("%s: %w", e.name, err)
		}
		result.Engines = append(result.Engines, one)
	}
	runtime.KeepAlive(docs)
	for i := range result.Engines {
		one := &result.Engines[i]
		one.RatioP50, one.RatioP99 = one.P50MS/result.Engines[0].P50MS, one.P99MS/result.Engines[0].P99MS
	}
	return result, nil
}

// benchEngine builds, opens and asks one engine.
func benchEngine(e engine, dir string, quick func(string) (int, error)) (one benchOnes, err error) {
	one.Name = e.name
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return one, err
	}
	before := heapUse()
	began := cpuTime()
	if err := e.build(dir); err != nil {
		return one, err
	}
	one.BuildMS = milliseconds(cpuTime() - began)
	if one.index, err = diskUse(dir); err != nil {
		return one, err
	}
	one.DiskMB = megabytes(one.index)
	if e.open != nil {
		before = heapUse()
		began = cpuTime()
		if err := e.open(dir); err != nil {
			return one, err
		}
		one.ReopenMS = milliseconds(cpuTime() - began)
	}
	defer func() { err = errors.Join(err, e.close()) }()
	var slowest time.Duration
	times, err := benchAsk(e, e.ask, benchQueries, func(query string, total int, took time.Duration) {
		one.Hits += total
		if took > slowest {
			slowest, one.Slowest = took, query
		}
	})
	if err != nil {
		return one, err
	}
	one.P50MS, one.P99MS = percentile(times, 50), percentile(times, 99)
	if quick != nil {
		keys, err := benchAsk(e, quick, prefixes(benchTyped), func(string, int, time.Duration) {})
		if err != nil {
			return one, err
		}
		one.KeyP50MS, one.KeyP99MS = percentile(keys, 50), percentile(keys, 99)
	}
	one.HeapMB = megabytes(heapUse() - before)
	one.RSSMB = residentMB()
	return one, nil
}

// benchAsk asks every query benchRounds times and returns how long each took.
func benchAsk(e engine, ask func(string) (int, error), queries []string, tell func(query string, total int, took time.Duration)) ([]time.Duration, error) {
	now := func() time.Duration {
		if e.spent != nil {
			return e.spent()
		}
		return cpuTime()
	}
	runtime.GC()
	var times []time.Duration
	for _, query := range queries {
		total, err := ask(query)
		if err != nil {
			return nil, err
		}
		var sum time.Duration
		for range benchRounds {
			began, asked := now(), 0
			for asked == 0 || now()-began < benchTick && asked < 1000 {
				if _, err := ask(query); err != nil {
					return nil, err
				}
				asked++
			}
			took := (now() - began) / time.Duration(asked)
			sum += took
			times = append(times, took)
		}
		tell(query, total, sum/benchRounds)
	}
	return times, nil
}

// prefixes are what is in the search box while phrases are typed.
func prefixes(phrases []string) []string {
	var all []string
	for _, phrase := range phrases {
		runes := []rune(phrase)
		for i := range runes {
			all = append(all, strings.TrimSpace(string(runes[:i+1])))
		}
	}
	return all
}

// percentile returns the p-th percentile of times in milliseconds.
func percentile(times []time.Duration, p int) float64 {
	times = slices.Sorted(slices.Values(times))
	return milliseconds(times[min(len(times)-1, len(times)*p/100)])
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
func megabytes(n int64) float64            { return float64(n) / (1 << 20) }

// heapUse is how many bytes of this program's memory are in use.
func heapUse() int64 {
	runtime.GC() // a pool keeps what it has until the second time
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// residentMB is how much memory the system gives this program now, where it
// tells.
func residentMB() float64 {
	raw, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for field := range bytes.Lines(raw) {
		if rest, ok := bytes.CutPrefix(field, []byte("VmRSS:")); ok {
			n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(string(rest)), " kB"))
			if err == nil {
				return float64(n) / 1024
			}
		}
	}
	return 0
}

// printBench writes one table.
func (c *control) printBench(w io.Writer, one benchJSON) {
	line(w, c.words.Text("ctl.bench.size", "n", one.Paragraphs, "mb", fixed(one.TextMB), "queries", one.Queries))
	const row = "%-13s %9s %9s %8s %8s %8s %9s %9s %8s %8s  %s"
	line(w, fmt.Sprintf(row, "", "build ms", "reopen ms", "disk MB", "heap MB", "RSS MB", "p50 ms", "p99 ms", "× p50", "× p99", c.words.Text("ctl.bench.slowest")))
	for _, e := range one.Engines {
		n := func(v float64, digits int) string {
			if v == 0 {
				return "–"
			}
			return strconv.FormatFloat(v, 'f', digits, 64)
		}
		line(w, fmt.Sprintf(row, e.Name, n(e.BuildMS, 0), n(e.ReopenMS, 1), n(e.DiskMB, 1), n(e.HeapMB, 1), n(e.RSSMB, 0),
			n(e.P50MS, 3), n(e.P99MS, 3), n(e.RatioP50, 1), n(e.RatioP99, 1), e.Slowest))
	}
	ours := one.Engines[0]
	line(w, c.words.Text("ctl.bench.ours", "p50", fixed(ours.KeyP50MS), "p99", fixed(ours.KeyP99MS), "share", fixed(ours.DiskMB/one.TextMB)))
}

func fixed(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }
