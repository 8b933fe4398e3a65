package check

import (
	"strings"
	"testing"

	"deputydesk/seeds/rules"
)

// long is a draft of three thousand characters that speaks of the report.
func long(t testing.TB) (p func() []Finding) {
	draft := example(t)
	for part, text := range map[*string]string{
		&draft.Body.Situation: draft.Body.Situation, &draft.Body.Analysis: draft.Body.Analysis, &draft.Body.Proposal: draft.Body.Proposal,
	} {
		for count(*part) < 1000 {
			*part += "\n" + text
		}
	}
	if n := count(draft.Body.Situation + draft.Body.Analysis + draft.Body.Proposal); n < 3000 || !strings.Contains(draft.Body.Analysis, "报告") {
		t.Fatalf("%d characters", n)
	}
	return func() []Finding { return Proposal(draft, rules.Default(), shelf, targets) }
}

func BenchmarkDraftOf3000Characters(b *testing.B) {
	run := long(b)
	run() // the report's targets are read off once
	for b.Loop() {
		run()
	}
}
