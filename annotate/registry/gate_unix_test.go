//go:build unix && !race

// The race detector makes everything ten times slower: gates are not asked there.

package registry

import (
	"fmt"
	"math/rand/v2"
	"syscall"
	"testing"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/similar/planted"
)

// What a person waits for, in CPU time of this process, for three thousand
// entries. The gates are three times the promise, so that a busy machine does
// not fail them.
const (
	comparePromise  = 5 * time.Second        // all texts with each other
	clustersPromise = 100 * time.Millisecond // after a decision
	gateFactor      = 3
)

func cpu(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// session is a made-up book: texts of a page, one in ten a copy in other words,
// and each with two places of a report.
func session(n int) *Book {
	random := rand.New(rand.NewPCG(uint64(n), 3))
	b := &Book{}
	for i, x := range planted.Many(n, 1) {
		var wants []wanted
		for range 2 {
			wants = append(wants, wanted(fmt.Sprintf("第%d项指标完成%d个 %s", random.IntN(200), random.IntN(9), annotate.Asks[random.IntN(len(annotate.Asks))])))
		}
		put(b, i+1, x.Title, x.Proposal, wants...).Proposal.Body.Situation = x.Situation + x.Analysis
	}
	return b
}

func TestThreeThousandAreQuick(t *testing.T) {
	b := session(3000)
	began := cpu(t)
	compared := Compare(b.Entries)
	read := cpu(t)
	clusters := b.Clusters(compared)
	done := cpu(t)
	kinds := map[Kind]int{}
	for _, c := range clusters {
		kinds[c.Kind]++
	}
	t.Logf("compared in %v of CPU, %d clusters in %v: %v", read-began, len(clusters), done-read, kinds)
	if kinds[Near] < 150 || kinds[SameWish] == 0 || kinds[Contrary] == 0 {
		t.Errorf("clusters by kind: %v", kinds)
	}
	if d := read - began; d > gateFactor*comparePromise {
		t.Errorf("comparing took %v of CPU, gate %v", d, gateFactor*comparePromise)
	}
	if d := done - read; d > gateFactor*clustersPromise {
		t.Errorf("clusters took %v of CPU, gate %v", d, gateFactor*clustersPromise)
	}
}
