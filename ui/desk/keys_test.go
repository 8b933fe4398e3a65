package desk

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"deputydesk/annotate"
	"deputydesk/export"
	"deputydesk/export/pdf"
	"deputydesk/seeds"
)

// What a deputy hands in after opening the session package can be read by the
// committee and by the deputy, and by nobody else.
func TestPacketsAreForTheCommittee(t *testing.T) {
	secretFile := filepath.Join(t.TempDir(), "committee.key")
	public, err := NewCommitteeKey(secretFile)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := NewCommitteeKey(secretFile); err == nil {
		t.Error("a key was overwritten")
	}
	secret, err := os.ReadFile(secretFile)
	if err != nil {
		t.Fatal(err)
	}
	p, err := annotate.ReadFile("example.toml", seeds.Example())
	if err != nil {
		t.Fatal(err)
	}

	folder := t.TempDir()
	d := openAt(t, folder, beforeTheMeeting)
	before, err := d.PackProposals("测试代表甲", []annotate.Proposal{p})
	if err != nil || export.IsLetter(before) {
		t.Errorf("without a package: a letter %v, %v", export.IsLetter(before), err)
	}
	s := meeting()
	s.Key = public
	d.OpenSession(issue(t, s))
	out := filepath.Join(t.TempDir(), "建议.pdf")
	if _, err := d.Sheet(p, out); err != nil {
		t.Fatal(err)
	}
	paper, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	inside, ok := pdf.Data(paper)
	if !ok || !export.IsLetter(inside) {
		t.Errorf("the data in the paper: there %v, a letter %v", ok, export.IsLetter(inside))
	}
	mine, err := d.ReadPacket(out)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}

	staff := openAt(t, t.TempDir(), beforeTheMeeting)
	defer func() { _ = staff.Close() }() // nothing was typed
	if _, err := staff.ReadPacket(out); !errors.Is(err, export.ErrClosed) || !Explained(err) {
		t.Errorf("without the key: %v", err)
	}
	staff.OpenFile(out)
	if said(staff) == "" {
		t.Error("opening it by a double click says nothing")
	}
	if err := staff.UseKey("abc"); !errors.Is(err, export.ErrNotSecret) {
		t.Errorf("no key: %v", err)
	}
	if err := staff.KeepKey(string(secret)); err != nil {
		t.Fatal(err)
	}
	got, err := staff.ReadPacket(out)
	if err != nil || len(got.Items) != 1 || got.Items[0].Title != p.Title {
		t.Fatalf("with the key: %v, %v", got.Items, err)
	}

	// The signature is the same machine's tomorrow.
	d = openAt(t, folder, beforeTheMeeting)
	defer func() { _ = d.Close() }() // nothing was typed
	again, err := d.PackProposals("测试代表甲", []annotate.Proposal{p})
	if err != nil {
		t.Fatal(err)
	}
	tomorrow, err := unpack("x", again, staff.secrets())
	if err != nil || tomorrow.Seal == nil || got.Seal == nil || mine.Seal == nil {
		t.Fatalf("signed %v: %v", tomorrow.Seal != nil, err)
	}
	if !bytes.Equal(tomorrow.Seal.Key, got.Seal.Key) {
		t.Error("another key after a restart")
	}
}
