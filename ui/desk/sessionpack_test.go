package desk

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"deputydesk/export"
)

const rosterText = "代表团,手机,姓名,代表证号,职务\n甲区代表团,13900000001,测试代表甲,0101,示例社区主任\n乙县代表团,,测试代表乙,0201,\n"

// folder writes a session folder; a file that is "" is not there.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	all := map[string]string{
		planFile:     "schema = 1\nname = \"" + shili + "\"\nissued = \"2024-02-20 09:00\"\nkey = \"" + testKey + "\"\n",
		rosterFile:   rosterText,
		"report.txt": county,
	}
	for name, text := range files {
		all[name] = text
	}
	for name, text := range all {
		if text == "" {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestSessionFolderIsPackedAndOpens(t *testing.T) {
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(rosterText)
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "会议包.dbs")
	var first []byte
	for _, roster := range []string{rosterText, gb, rosterText} {
		done, err := PackSession(folder(t, map[string]string{rosterFile: roster}), out, beforeTheMeeting)
		if err != nil {
			t.Fatal(err)
		}
		s := done.Meeting.Session
		if strings.Join(done.Dropped, " ") != "手机" || len(s.Roster) != 2 || strings.Join(s.Delegations, " ") != "甲区代表团 乙县代表团" ||
			done.Report == nil || s.Report.ID != done.Report.ID || s.Report.Session != shili {
			t.Fatalf("%+v", done)
		}
		data, err := os.ReadFile(done.File)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = data
		}
		if !bytes.Equal(data, first) || bytes.Contains(data, []byte("139000")) {
			t.Error("the same folder gives other bytes, or a telephone went along")
		}
	}
	d := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, d)
	d.OpenFile(out)
	if told(d) != "desk.session.opened" || len(d.Roster("")) != 2 {
		t.Errorf("opened: %v", d.Notice())
	}
	if m, err := ShowSession(out); err != nil || m.Session.Name != shili || m.Fingerprint() != export.Fingerprint(testKey) {
		t.Errorf("shown: %v", err)
	}
}

func TestFaultsOfASessionFolderNameFileLineAndReason(t *testing.T) {
	for _, tt := range []struct{ name, file, text, want string }{
		{"plan", planFile, "schema = 1\nname = \"\"\n", "session.toml: line 2: the name of the session is missing"},
		{"roster", rosterFile, "姓名,代表证号,代表团\n甲,,乙\n", "roster.csv: line 2: 甲: no 代表证号"},
		{"roster of bytes", rosterFile, "\x89PNG\r\n\x1a\n\x00\x00\x00\x00", "roster.csv: line 1: "},
		{"rules", "rules.toml", "schema = 1\nnmae = \"甲\"\n", `rules.toml: line 2: unknown key "nmae"`},
		{"two reports", "report.docx", "x", "report.docx: there is report.txt as well, and a session has one report"},
		{"corrections", correctionsFile, "{\n\"format\": 1,\n]", "corrections.json: line 3: "},
		{"other corrections", correctionsFile, "{}", `corrections.json: format ""`},
		{"doubts", doubtsFile, "[\n{\"start\": \"x\"}]", "doubts.json: line 2: "},
		{"doubts without end", doubtsFile, "[", "doubts.json: line 1: "},
	} {
		out := filepath.Join(t.TempDir(), "a.dbs")
		_, err := PackSession(folder(t, map[string]string{tt.file: tt.text}), out, beforeTheMeeting)
		if !strings.HasPrefix(fmt.Sprint(err), tt.want) {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%s: something was written", tt.name)
		}
	}
}

func TestNewSessionFolderOverwritesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "会议")
	if files, err := NewSessionFolder(dir); err != nil || len(files) != 2 {
		t.Fatalf("%v: %v", files, err)
	}
	if _, err := NewSessionFolder(dir); !os.IsExist(err) {
		t.Errorf("again: %v", err)
	}
	_, err := PackSession(dir, filepath.Join(dir, "a.dbs"), beforeTheMeeting)
	if want := "session.toml: line 20: the name of the session is missing"; fmt.Sprint(err) != want {
		t.Errorf("%v, want %s", err, want)
	}
}
