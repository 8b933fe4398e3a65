package desk

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/assets"
)

// Nothing a person typed or named gets into a diagnosis: the phrase is planted
// in every field of a draft, a note, a search, an imported report, the names of
// folders, files, fonts and of the surroundings, and in what went wrong.
func TestADiagnosisHasNoContent(t *testing.T) {
	home := filepath.Join(t.TempDir(), spoken)
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Setenv("XMODIFIERS", "/"+spoken)
	t.Setenv("XDG_CURRENT_DESKTOP", spoken)
	fonts := filepath.Join(home, "fonts")
	if err := os.MkdirAll(fonts, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(fonts, spoken+".ttf"), []byte(spoken), 0o600); err != nil {
		t.Fatal(err)
	}
	text := filepath.Join(home, spoken+".txt")
	if err := os.WriteFile(text, []byte(spoken+"政府工作报告\n\n一、过去一年\n\n"+spoken+"。\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(home, "数据"+spoken)
	d := Open(Settings{Folder: dir, Fonts: []string{fonts}})
	typed(t, d)
	d.OpenFile(text)
	d.Edit(func(p *annotate.Proposal) {
		p.Deputy = annotate.Deputy{Name: spoken, Number: spoken, Delegation: spoken, Post: spoken, Phone: spoken, Address: spoken, Postcode: spoken}
		p.Host, p.Category, p.EarlierNumber = spoken, spoken, spoken
	})
	d.OpenFile(filepath.Join(dir, spoken+".pdf"))
	d.Tell(fmt.Errorf("%s: %w", spoken, errors.New(spoken)))
	if err := d.SetBackupFolder(home); err != nil {
		t.Fatal(err)
	}

	g := d.Diagnose(Section{"graphics", []Fact{{"renderer", "llvmpipe"}}})
	data, err := json.Marshal(g)
	if err != nil || !json.Valid(data) {
		t.Fatalf("%s: %v", data, err)
	}
	said := g.Text(assets.Language(assets.Chinese))
	for name, text := range map[string]string{"the text": said, "the JSON": string(data)} {
		for _, secret := range []string{spoken, home, filepath.Base(filepath.Dir(home))} {
			if strings.Contains(text, secret) {
				t.Errorf("%s says %q:\n%s", name, secret, text)
			}
		}
	}
	for _, want := range []string{"版本：" + assets.Version, "格式版本：3", "完好检查：完好", "批注：1", "建议：1", "位置：其他位置", "绘图方式：llvmpipe", "notexist", "errors.errorString"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said in:\n%s", want, said)
		}
	}
	if strings.Contains(said, "⟦") {
		t.Errorf("the catalogue lacks a name:\n%s", said)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
}

// A folder that cannot be used, or is sealed, has its diagnosis too.
func TestADiagnosisOfAFolderInTrouble(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	sealed := t.TempDir()
	d := Open(Settings{Folder: sealed})
	if _, err := d.Seal("一二三四五六"); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, folder, want string }{
		{"none", "", "问题：nothingkept"},
		{"a file", file, "问题：nofolder"},
		{"sealed", sealed, "问题：sealed"},
	} {
		d := Open(Settings{Folder: tt.folder})
		if said := d.Diagnose().Text(assets.Language(assets.Chinese)); !strings.Contains(said, tt.want) || strings.Contains(said, "⟦") {
			t.Errorf("%s: %q is not said in:\n%s", tt.name, tt.want, said)
		}
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	}
}
