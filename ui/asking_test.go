package ui

import (
	"testing"
	"time"

	"deputydesk/assets"
	"deputydesk/ui/desk"

	"fyne.io/fyne/v2/test"
)

func TestGuessesCostMoreAndMore(t *testing.T) {
	for wrong, want := range map[int]int{1: 0, 2: 2, 3: 4, 4: 8, 5: 16, 6: 30, 40: 30} {
		if got := pauseAfter(wrong); got != want {
			t.Errorf("after %d wrong guesses: %d s, want %d", wrong, got, want)
		}
	}
}

func TestSealedFolderOpensWithItsPassphrase(t *testing.T) {
	folder := t.TempDir()
	d := desk.Open(desk.Settings{Folder: folder})
	if _, err := d.Seal("一个不短的口令"); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	k := NewAsking(test.NewTempApp(t), assets.Language(assets.Chinese), folder)
	opened := make(chan string, 1)
	k.Opened = func(secret string) { opened <- secret }
	k.Show()

	guess := func(secret string) {
		k.entry.SetText(secret)
		test.Tap(k.button)
	}
	guess("别的口令")
	for deadline := time.Now().Add(20 * time.Second); k.wrong == 0 || k.button.Disabled(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("no answer to a wrong guess")
		}
	}
	guess("一个不短的口令")
	select {
	case secret := <-opened:
		if secret != "一个不短的口令" || k.entry.Text != "" {
			t.Errorf("opened with %q, left %q in the field", secret, k.entry.Text)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("the right passphrase does not open it")
	}
}
