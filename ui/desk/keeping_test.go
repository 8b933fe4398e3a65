package desk

import (
	"errors"
	"path/filepath"
	"testing"
)

func TestFoldersThatMayDamageTheData(t *testing.T) {
	for _, tt := range []struct {
		folder string
		want   error
	}{
		{`/home/user/.local/share/deputydesk`, nil},
		{`C:\Users\测试代表甲\AppData\Local\DeputyDesk`, nil},
		{`C:\Users\测试代表甲\OneDrive\DeputyDesk`, ErrSynced},
		{`C:\Users\测试代表甲\OneDrive - 机关\DeputyDesk`, ErrSynced},
		{`D:\我的坚果云\履职`, ErrSynced},
		{`/Users/user/Library/Mobile Documents/com~apple~CloudDocs/desk`, ErrSynced},
		{`/home/user/Dropbox/desk`, ErrSynced},
		{`\\server\share\desk`, ErrNetworkFolder},
		{`/home/user/onedrive-notes`, nil},
	} {
		if err := FolderRisk(tt.folder); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.folder, err, tt.want)
		}
	}
}

func TestDailyCopyGoesToTheChosenFolder(t *testing.T) {
	dir, stick := t.TempDir(), filepath.Join(t.TempDir(), "U盘")
	d := Open(Settings{Folder: furnish(t, dir)})
	d.SelectSentence(d.Report().Sections[3].Paragraphs[0].ID, 0, false)
	d.Press(d.Mark("yellow"))
	if len(d.Notes()) == 0 {
		t.Fatal("nothing to copy")
	}
	if err := d.SetBackupFolder(filepath.Join(dir, "inside")); !errors.Is(err, ErrInside) {
		t.Errorf("in the data folder: %v", err)
	}
	if err := d.SetBackupFolder(stick); err != nil {
		t.Fatal(err)
	}
	copies, err := filepath.Glob(filepath.Join(stick, "desk-*.db"))
	if err != nil || len(copies) != 1 {
		t.Errorf("copies %v, %v", copies, err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}

	// A stick that cannot be written to is said, and keeps nobody from working.
	d = Open(Settings{Folder: furnish(t, dir)})
	if err := d.store.SetSetting(backupSetting, filepath.Join(copies[0], "no folder")); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	d = Open(Settings{Folder: furnish(t, dir)})
	if !d.Keeps() || d.Notice() == nil || !Explained(d.Notice()) {
		t.Errorf("keeps %v, notice %v", d.Keeps(), d.Notice())
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestSealedDeskAsksAndStillShowsTheReport(t *testing.T) {
	dir := t.TempDir()
	d := Open(Settings{Folder: furnish(t, dir)})
	if _, err := d.Seal("短"); !errors.Is(err, ErrShort) {
		t.Errorf("a short one: %v", err)
	}
	code, err := d.Seal("一个不短的口令")
	if err != nil || code == "" || !d.Sealed() {
		t.Fatalf("code %q, %v", code, err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		secret      string
		asks, keeps bool
	}{{"", true, false}, {"别的口令", true, false}, {code, false, true}, {"一个不短的口令", false, true}} {
		d := Open(Settings{Folder: furnish(t, dir), Secret: tt.secret})
		if d.AsksPassphrase() != tt.asks || d.Keeps() != tt.keeps || d.Report() == nil {
			t.Errorf("with %q: asks %v, keeps %v", tt.secret, d.AsksPassphrase(), d.Keeps())
		}
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
