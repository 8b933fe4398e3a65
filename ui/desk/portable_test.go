package desk

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// What lies beside the program decides where its data is. A name that ends in
// a stroke is a folder.
func TestWhatLiesBesideTheProgramDecides(t *testing.T) {
	share := filepath.Join(t.TempDir(), "某人", ".local", "share")
	home := func(name string) string {
		if name == "XDG_DATA_HOME" {
			return share
		}
		return ""
	}
	usual := filepath.Join(share, "deputydesk")
	for _, tt := range []struct {
		name     string
		beside   []string
		portable bool
	}{
		{"nothing", nil, false},
		{"the data of an earlier day", []string{"代表案头数据/"}, true},
		{"the mark on a new stick", []string{"portable"}, true},
		{"both", []string{"portable", "代表案头数据/"}, true},
		{"a folder that only has the name of the mark", []string{"portable/"}, false},
		{"a file that only has the name of the folder", []string{"代表案头数据"}, false},
		{"other things", []string{"deskctl", "fonts/"}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			stick := filepath.Join(t.TempDir(), "我的 U 盘")
			if err := os.Mkdir(stick, 0o700); err != nil {
				t.Fatal(err)
			}
			stick, err := filepath.EvalSymlinks(stick)
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range append([]string{"deputydesk"}, tt.beside...) {
				path := filepath.Join(stick, filepath.FromSlash(name))
				if name[len(name)-1] == '/' {
					err = os.Mkdir(path, 0o700)
				} else {
					err = os.WriteFile(path, nil, 0o700)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			want := usual
			if tt.portable {
				want = filepath.Join(stick, "代表案头数据")
			}
			exe := filepath.Join(stick, "deputydesk")
			if got, err := FolderFor(exe, "linux", home); err != nil || got != want {
				t.Errorf("data in %q, %v, want %q", got, err, want)
			}
			link := filepath.Join(t.TempDir(), "deputydesk")
			if err := os.Symlink(exe, link); err != nil && runtime.GOOS != "windows" {
				t.Fatal(err)
			}
			if _, err := os.Lstat(link); err != nil {
				t.Logf("no links here: %v", err) // Windows allows them to few; Wine says it made one
				return
			}
			if got, err := FolderFor(link, "linux", home); err != nil || got != want {
				t.Errorf("started by a link: data in %q, %v, want %q", got, err, want)
			}
		})
	}
	if got, err := FolderFor("", "linux", home); err != nil || got != usual {
		t.Errorf("a program whose place is not known: %q, %v, want %q", got, err, usual)
	}
}

// A desk that is opened on a stick keeps its data there, and makes the folder.
func TestPortableDeskKeepsItsDataBesideTheProgram(t *testing.T) {
	stick := t.TempDir()
	exe := filepath.Join(stick, "deputydesk")
	for _, name := range []string{exe, filepath.Join(stick, "portable")} {
		if err := os.WriteFile(name, nil, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	folder, err := FolderFor(exe, "linux", func(string) string { return "" })
	if err != nil {
		t.Fatal(err)
	}
	d := Open(Settings{Folder: folder})
	if !d.Keeps() {
		t.Fatal(d.Trouble())
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if kept, err := os.ReadDir(filepath.Join(stick, "代表案头数据")); err != nil || len(kept) == 0 {
		t.Errorf("beside the program: %v, %v", kept, err)
	}
}
