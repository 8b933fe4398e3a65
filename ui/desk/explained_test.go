package desk

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"strings"
	"testing"

	"deputydesk/assets"
)

// refusals names the errors that need no words here, and who has words for them.
var refusals = map[string]string{
	"desk.ErrOlderPackage":   "the refusal that asks before an older package",
	"desk.ErrOtherKey":       "the refusal that asks before another key",
	"desk.ErrNoOffer":        "the refusal of an answer nobody asked for",
	"desk.ErrSignsAlready":   "the refusal that names who signs",
	"desk.ErrNoMeeting":      "the refusal that says to set up a session",
	"desk.ErrNothingToCopy":  "the refusal that names the file",
	"desk.ErrNotesKind":      "the refusal that names the three kinds",
	"desk.ErrFileTwice":      "the refusal that names the attachment",
	"desk.ErrFileSize":       "the refusal that names the attachment",
	"desk.ErrFileCount":      "the refusal that names the attachment",
	"export.ErrSession":      "the refusal that names the package",
	"export.ErrNotes":        "the refusal that names the file of notes",
	"intake.ErrFixes":        "the refusal that names the package",
	"staff.ErrNothingChosen": "the refusal that says nothing is chosen",
	"staff.ErrNotShared":     "the refusal that names the spreadsheet",
}

// Every error that a room exports has words for people: in the table, or in a
// refusal that wraps it.
func TestEveryExportedErrorHasWords(t *testing.T) {
	source, err := os.ReadFile("explain.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, room := range []string{"ui/desk", "ui/staff", "annotate", "annotate/disk", "annotate/registry", "annotate/store", "annotate/check",
		"export", "export/docx", "export/pdf", "export/xlsx", "search", "seeds/intake", "seeds/rules", "seeds/report"} {
		for _, name := range exportedErrors(t, path.Join("../..", room)) {
			found++
			full := path.Base(room) + "." + name
			entry := "{" + full + ","
			if room == "ui/desk" {
				entry = "{" + name + ","
			}
			_, elsewhere := refusals[full]
			switch inTable := strings.Contains(string(source), entry); {
			case inTable && elsewhere:
				t.Errorf("%s has words twice", full)
			case !inTable && !elsewhere:
				t.Errorf("%s has no words for people in explain.go", full)
			}
		}
	}
	if found < len(reasons) {
		t.Errorf("found %d errors, the table alone has %d", found, len(reasons))
	}
}

// exportedErrors are the variables of a folder whose names begin with Err.
func exportedErrors(t *testing.T, folder string) (names []string) {
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), path.Join(folder, f.Name()), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range tree.Decls {
			group, ok := d.(*ast.GenDecl)
			if !ok || group.Tok != token.VAR {
				continue
			}
			for _, s := range group.Specs {
				for _, id := range s.(*ast.ValueSpec).Names {
					if strings.HasPrefix(id.Name, "Err") {
						names = append(names, id.Name)
					}
				}
			}
		}
	}
	return names
}

// What to do stands apart from what happened, in the way of the language.
func TestTellRunsOn(t *testing.T) {
	for _, tt := range []struct{ language, want string }{
		{assets.Chinese, "没有打开的建议。请先打开一份草稿，或点“写建议”。"},
		{assets.English, "No draft is open. Open a draft first, or write a new one."},
	} {
		if got := Tell(assets.Language(tt.language), ErrNoDraft); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.language, got, tt.want)
		}
	}
}
