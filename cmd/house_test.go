// Package cmd_test holds the house together: which room may import which.
package cmd_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
)

const module = "deputydesk/"

// arrows lists for each package of ours which of ours it may import. They only
// point down. A new arrow is a decision: add it here in the change that needs
// it.
var arrows = map[string]string{
	"assets":                       "",
	"assets/manual":                "assets",
	"seeds/report":                 "",
	"search/hanzi":                 "",
	"seeds/intake":                 "seeds/report",
	"seeds/target":                 "seeds/report",
	"seeds/misprint":               "seeds/intake seeds/report",
	"seeds/rules":                  "",
	"seeds":                        "seeds/report seeds/intake seeds/target seeds/rules",
	"search":                       "annotate/disk search/hanzi",
	"annotate":                     "seeds/report seeds/target",
	"annotate/disk":                "",
	"annotate/check":               "annotate seeds/report seeds/rules seeds/target",
	"annotate/registry":            "annotate annotate/check annotate/similar seeds/report seeds/rules seeds/target",
	"annotate/similar":             "",
	"annotate/store":               "annotate annotate/disk seeds/intake seeds/report",
	"annotate/trial":               "annotate seeds/report",
	"annotate/transcribe":          "annotate seeds/intake seeds/rules",
	"annotate/transcribe/specimen": "annotate annotate/transcribe seeds/intake seeds/rules",
	"export":                       "annotate annotate/registry seeds/report seeds/rules seeds/target",
	"export/pdf":                   "annotate annotate/disk assets export",
	"export/docx":                  "export",
	"export/xlsx":                  "export",
	"ui/desk": "assets assets/manual annotate annotate/check annotate/disk annotate/similar annotate/registry annotate/store annotate/transcribe export export/docx export/pdf export/xlsx " +
		"search search/hanzi seeds seeds/intake seeds/report seeds/rules seeds/target",
	"ui/staff": "annotate annotate/disk annotate/registry assets export export/xlsx seeds/report seeds/rules ui/desk",
	"cmd/deskctl": "assets assets/manual annotate annotate/disk annotate/registry annotate/transcribe annotate/transcribe/specimen annotate/trial export search search/hanzi seeds/intake seeds/misprint seeds/report seeds/rules seeds/target annotate/similar/planted " +
		"ui/desk ui/staff",

	"annotate/similar/planted": "",

	"ui/widgets":  "assets",
	"ui/ime":      "",
	"ui/screen":   "",
	"ui/reader":   "annotate assets search seeds/intake seeds/report seeds/target ui/desk ui/widgets",
	"ui/entries":  "annotate annotate/registry assets ui/desk ui/staff ui/widgets",
	"ui/editions": "annotate assets seeds/target ui/desk ui/widgets",
	"ui/finder":   "assets search ui/desk ui/widgets",
	"ui/rulebook": "assets ui/desk ui/widgets",
	"ui/targets":  "assets seeds/report seeds/target ui/desk ui/widgets",
	"ui/manual":   "assets assets/manual ui/desk ui/widgets",
	"ui/margin":   "annotate assets seeds/report ui/desk ui/widgets",
	"ui/proof":    "assets seeds/intake seeds/report ui/desk ui/widgets",
	"ui/drafts":   "annotate annotate/check assets seeds/report ui/desk ui/widgets",
	"ui/preview":  "assets ui/desk ui/widgets",
	"ui/board":    "annotate annotate/registry assets ui/desk ui/staff ui/widgets",
	"ui/intakes":  "annotate annotate/registry assets export ui/desk ui/staff ui/widgets",
	"ui/merging":  "annotate annotate/registry assets ui/desk ui/staff ui/widgets",
	"ui/issue":    "annotate assets export ui/desk ui/staff ui/widgets",
	"ui": "annotate assets seeds/report ui/board ui/desk ui/drafts ui/editions ui/entries ui/finder ui/ime ui/intakes ui/issue ui/manual ui/margin ui/merging ui/preview ui/proof ui/reader ui/rulebook ui/screen ui/staff " +
		"ui/targets ui/widgets",
	"cmd/deputydesk": "assets ui ui/desk",

	"assets/packaging/wrap": "",
}

// mayKnowFyne are the only rooms that may import the toolkit.
func mayKnowFyne(room string) bool {
	return room == "cmd/deputydesk" || room == "ui" || strings.HasPrefix(room, "ui/") && room != "ui/desk" && room != "ui/staff"
}

// owners says which single room may name a module; everyone else goes through
// that room.
var owners = map[string]string{
	"github.com/pdfcpu/pdfcpu":        "seeds/intake",
	"github.com/makiuchi-d/gozxing":   "seeds/intake",
	"github.com/richardlehane/mscfb":  "seeds/intake",
	"github.com/jung-kurt/gofpdf":     "export/pdf",
	"github.com/blevesearch/bleve":    "search",
	"github.com/ncruces/go-sqlite3":   "annotate/store cmd/deskctl", // the command only to measure search against FTS5
	"github.com/xuri/excelize":        "export/xlsx",
	"github.com/spf13/cobra":          "cmd/deskctl",
	"github.com/mozillazg/go-pinyin":  "search/hanzi",
	"github.com/pelletier/go-toml":    "annotate export seeds/rules",
	"github.com/rogpeppe/go-internal": "cmd/deskctl",
}

type listed struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

func rooms(t *testing.T) []listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports", "deputydesk/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		err := dec.Decode(&p)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("go list: %v", err)
		}
		all = append(all, p)
	}
}

func TestArrowsOnlyPointDown(t *testing.T) {
	seen := 0
	for _, p := range rooms(t) {
		room := strings.TrimPrefix(p.ImportPath, module)
		allowed, known := arrows[room]
		if !known {
			if room != "cmd" {
				t.Errorf("%s: no such room; give it a row in arrows", room)
			}
			continue
		}
		seen++
		for _, imported := range p.Imports {
			if name, ours := strings.CutPrefix(imported, module); ours && !contains(allowed, name) {
				t.Errorf("%s imports %s: no such arrow", room, name)
			}
			if strings.HasPrefix(imported, "fyne.io/") && !mayKnowFyne(room) {
				t.Errorf("%s imports %s: only the ui may know the toolkit", room, imported)
			}
			for prefix, owner := range owners {
				if strings.HasPrefix(imported, prefix) && !contains(owner, room) {
					t.Errorf("%s imports %s: that is the business of %s", room, imported, owner)
				}
			}
		}
	}
	if seen < 10 {
		t.Errorf("go list showed %d rooms, want at least 10", seen)
	}
}

// No package of ours opens a connection, so none may import what could.
func TestNobodyKnowsTheNetwork(t *testing.T) {
	for _, p := range rooms(t) {
		for _, imported := range append(append(p.Imports, p.TestImports...), p.XTestImports...) {
			if imported == "net" || imported == "net/http" || imported == "net/rpc" || imported == "net/smtp" {
				t.Errorf("%s imports %s: nothing is ever sent", p.ImportPath, imported)
			}
		}
	}
}

func contains(list, name string) bool {
	for word := range strings.FieldsSeq(list) {
		if word == name {
			return true
		}
	}
	return false
}
