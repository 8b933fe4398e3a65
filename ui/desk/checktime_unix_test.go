//go:build unix && !race

package desk

import (
	"strings"
	"syscall"
	"testing"

	"deputydesk/annotate"
)

// longProposal is a draft of some three thousand characters that speaks of the
// report in every paragraph.
func longProposal(d *Desk) annotate.Proposal {
	p := wholeProposal(d)
	paragraph := "报告提出“新建公共充电桩580个”，老城区的居民小区没有固定车位，充电要到三公里外，群众意见较大，建设和管护分属不同单位。"
	for len([]rune(p.Body.Situation+p.Body.Analysis+p.Body.Proposal)) < 3000 {
		p.Body.Situation += "\n" + paragraph
		p.Body.Analysis += "\n" + strings.Replace(paragraph, "580", "58", 1)
		p.Body.Proposal += "\n" + paragraph
	}
	return p
}

// mostCheck is what the check of a draft of 3,000 characters may cost, in
// milliseconds of CPU: three times what is promised, for slow machines.
const mostCheck = 3 * 30

// The check runs while one types, so that it must not be felt.
func TestCheckIsQuick(t *testing.T) {
	d := Open(Settings{})
	p := longProposal(d)
	if found := d.Check(p); len(found) == 0 {
		t.Fatal("the long draft has wrong figures in it, and nothing was found")
	}
	const runs = 5
	before := cpu(t)
	for range runs {
		d.Check(p)
	}
	each := (cpu(t) - before) / runs
	t.Logf("check of %d characters: %.1f ms of CPU", len([]rune(p.Body.Situation+p.Body.Analysis+p.Body.Proposal)), each)
	if each > mostCheck {
		t.Errorf("%.1f ms, want %d at most", each, mostCheck)
	}
}

// cpu is what this process has computed so far, in milliseconds.
func cpu(t *testing.T) float64 {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e6
}
