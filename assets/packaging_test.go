package assets

import (
	"encoding/xml"
	"os"
	"strings"
	"testing"
)

// The files a Linux system reads carry the program's ID in their names: it is
// how a desktop finds the window that belongs to an entry.
func TestDesktopEntryNamesTheProgram(t *testing.T) {
	data, err := os.ReadFile("packaging/" + AppID + ".desktop")
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	entry, _, _ := strings.Cut(string(data), "[Desktop Action")
	for line := range strings.Lines(entry) {
		if key, value, ok := strings.Cut(strings.TrimSpace(line), "="); ok {
			said[key] = value
		}
	}
	for _, want := range []string{"Exec=deputydesk %F\n", "[Desktop Action staff]\n", "Exec=deputydesk --staff\n"} {
		if !strings.Contains(string(data), want) {
			t.Errorf("no line %q", want)
		}
	}
	for key, want := range map[string]string{"Type": "Application", "Name": AppName, "Icon": AppID, "Actions": "staff;"} {
		if said[key] != want {
			t.Errorf("%s = %q, want %q", key, said[key], want)
		}
	}
}

func TestMIMETypesKnowBothFiles(t *testing.T) {
	data, err := os.ReadFile("packaging/" + AppID + ".xml")
	if err != nil {
		t.Fatal(err)
	}
	var info struct {
		Types []struct {
			Type string `xml:"type,attr"`
			Glob struct {
				Pattern string `xml:"pattern,attr"`
			} `xml:"glob"`
		} `xml:"mime-type"`
	}
	if err := xml.Unmarshal(data, &info); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, m := range info.Types {
		got[m.Glob.Pattern] = m.Type
	}
	for pattern, want := range map[string]string{
		"*.dbz": "application/vnd.deputydesk.packet+zip",
		"*.dbs": "application/vnd.deputydesk.session+zip",
	} {
		if got[pattern] != want {
			t.Errorf("%s is %q, want %q", pattern, got[pattern], want)
		}
	}
}

// The IT officer is told of every Windows package by the name it is made with.
func TestWindowsPackagesAreNamedWhereTheyAreExplained(t *testing.T) {
	read := func(path string) string {
		t.Helper()
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	made, told := read("packaging/windows/build.sh"), read("manual/安装与放行说明.md")
	for _, tt := range []struct{ made, told string }{
		{"$name-setup.exe", "`…-windows-amd64-setup.exe`"},
		{"$name.msi", "`…-windows-amd64.msi`"},
		{"$name-portable.zip", "`…-windows-amd64-portable.zip`"},
		{"deskctl-$version-windows-amd64.zip", "`deskctl-…-windows-amd64.zip`"},
	} {
		if !strings.Contains(made, "$dist/"+tt.made) {
			t.Errorf("build.sh makes no %s", tt.made)
		}
		if !strings.Contains(told, tt.told) {
			t.Errorf("安装与放行说明 does not speak of %s", tt.told)
		}
	}
	if !strings.Contains(made, "name=deputydesk-$version-windows-amd64\n") {
		t.Error("build.sh calls them something else")
	}
}

// PowerShell 5, which is part of Windows, takes a script without the mark for one in
// the code page of the machine, and its Chinese words for others.
func TestWindowsCheckCarriesTheMark(t *testing.T) {
	data, err := os.ReadFile("packaging/windows/check.ps1")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(data), "\ufeff") {
		t.Error("no mark at its beginning")
	}
}
