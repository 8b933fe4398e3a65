package check

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/seeds/rules"
)

func file(t *testing.T, path string) (annotate.Proposal, string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := annotate.ReadFile(path, data)
	if err != nil {
		t.Fatal(err)
	}
	p.Bind(shelf)
	first, _, _ := strings.Cut(string(data), "\n")
	return p, first
}

// bmp is a paper that has no characters above U+FFFF.
func bmp(r rune) bool { return r <= 0xFFFF }

// Each file of testdata/faults has one fault, which its first line names:
// "# finds: warning wording body.analysis instead". Hints do not count unless
// one is the fault.
func TestPlantedFaults(t *testing.T) {
	paths, err := filepath.Glob("testdata/faults/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	planted := map[Rule]bool{}
	for _, path := range paths {
		p, first := file(t, path)
		want := strings.TrimPrefix(first, "# finds: ")
		var got []Finding
		for _, f := range append(Proposal(p, rules.Default(), shelf, targets), Glyphs(p, bmp)...) {
			if f.Severity != Hint || line(f) == want {
				got = append(got, f)
			}
		}
		if len(got) != 1 || line(got[0]) != want {
			t.Errorf("%s: want %s, found\n%s", path, want, lines(got))
			continue
		}
		planted[got[0].Rule] = true
	}
	for _, r := range all {
		if !planted[r.name] && r.name != SignedBefore { // no file says who signed; TestSignedBefore plants it
			t.Errorf("no file plants a fault of the rule %s", r.name)
		}
	}
	if !planted[GlyphMissing] {
		t.Errorf("no file plants a fault of the rule %s", GlyphMissing)
	}
}

// Twenty proposals that staff would take as they are: no error, and few
// warnings.
func TestCleanProposals(t *testing.T) {
	paths, err := filepath.Glob("testdata/clean/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) < 20 {
		t.Errorf("only %d proposals", len(paths))
	}
	warnings, hints := 0, 0
	for _, path := range paths {
		p, _ := file(t, path)
		for _, f := range append(Proposal(p, rules.Default(), shelf, targets), Glyphs(p, bmp)...) {
			switch f.Severity {
			case Error:
				t.Errorf("%s: %s %v", path, line(f), f.Args)
			case Warning:
				warnings++
				t.Logf("%s: %s %v", path, line(f), f.Args)
			default:
				hints++
				t.Logf("%s: %s %v", path, line(f), f.Args)
			}
		}
	}
	if 5*warnings > len(paths) {
		t.Errorf("%d warnings in %d proposals, want at most one in five", warnings, len(paths))
	}
	t.Logf("%d proposals, %d warnings, %d hints", len(paths), warnings, hints)
}

// The category and the first unit that the pack suggests are mostly those that
// a person chose.
func TestSuggestionsOfThePack(t *testing.T) {
	paths, err := filepath.Glob("testdata/clean/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	category, unit := 0, 0
	for _, path := range paths {
		p, _ := file(t, path)
		body := p.Body.Situation + p.Body.Analysis + p.Body.Proposal
		if m := rules.Default().Classify(p.Title, body); len(m) > 0 && m[0].Name == p.Category {
			category++
		} else {
			t.Logf("%s: %s, suggested %v", p.Title, p.Category, m)
		}
		hosts := rules.Default().Hosts(p.Title, body)
		for _, h := range hosts[:min(3, len(hosts))] {
			if h.Name == p.Host {
				unit++
			}
		}
	}
	if 10*category < 8*len(paths) || 10*unit < 8*len(paths) {
		t.Errorf("of %d proposals %d categories and %d units were right", len(paths), category, unit)
	}
	t.Logf("of %d proposals %d categories and %d units were right", len(paths), category, unit)
}
