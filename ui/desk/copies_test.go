package desk

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/annotate/transcribe/specimen"
	"deputydesk/assets"
	"deputydesk/export"
	"deputydesk/export/pdf"
	"deputydesk/seeds/intake"
)

// handIn writes files into a folder of their own and takes them in.
func handIn(t *testing.T, d *Desk, files map[string][]byte) Intake {
	t.Helper()
	folder := t.TempDir()
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	in, err := d.TakeIn([]string{folder}, "工作人员甲", false)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range in.Rows {
		said := SayRow(assets.Language(assets.Chinese), r)
		if said == "" || strings.Contains(said, "⟦") {
			t.Errorf("%s: %q", r.File, said)
		}
	}
	return in
}

// became is what became of each file: "review guessed".
func became(in Intake) map[string]string {
	all := map[string]string{}
	for _, r := range in.Rows {
		all[r.File] = string(r.Verdict) + " " + string(r.Why)
	}
	return all
}

func specimens(t *testing.T) []specimen.Paper {
	t.Helper()
	all, err := specimen.All()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func drawn(t *testing.T, p specimen.Paper, kind string) []byte {
	t.Helper()
	data, err := p.File(kind)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// An office file enters with its guesses marked, is known when it comes again,
// and can be opened again from the register.
func TestOfficeFilesAreCopied(t *testing.T) {
	d := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, d)
	empty := book(t, d)
	letter := specimens(t)[1]
	word := drawn(t, letter, "docx")
	first := handIn(t, d, map[string][]byte{"信.docx": word})
	if got := became(first)["信.docx"]; got != "review guessed" {
		t.Fatalf("first: %s", got)
	}
	e := first.Book.Entries[0]
	if !e.Review || e.Origin != registry.Transcribed || e.Proposal.Title != letter.Gold[0]["title"] || !slices.Contains(e.Unsure(), "deputy.name") {
		t.Errorf("entry %+v", e)
	}
	if len(e.Papers) != 1 || e.Papers[0].Name != "信.docx" {
		t.Fatalf("papers %+v", e.Papers)
	}
	if data, err := d.FileBytes(e.Papers[0].SHA256); err != nil || !bytes.Equal(data, word) {
		t.Errorf("the file cannot be opened again: %v", err)
	}
	if said := SayRow(assets.Language(assets.Chinese), first.Rows[0]); !strings.Contains(said, "请核对：") || !strings.Contains(said, "代表姓名") {
		t.Errorf("said %q", said)
	}
	for _, g := range e.Guesses {
		if said := SayGuess(assets.Language(assets.Chinese), g); said == "" != g.Sure || strings.Contains(said, "⟦") {
			t.Errorf("%+v: %q", g, said)
		}
	}
	if e.Journal[len(e.Journal)-1].From == "" || e.Journal[len(e.Journal)-1].To != "信.docx" {
		t.Errorf("journal %+v", e.Journal)
	}
	again := handIn(t, d, map[string][]byte{"信 副本.docx": word, "同文.pdf": drawn(t, letter, "pdf")})
	if got := became(again); got["信 副本.docx"] != "duplicate same" || got["同文.pdf"] != "duplicate same" {
		t.Errorf("again: %v", got)
	}
	changed := handIn(t, d, map[string][]byte{"改.txt": bytes.Replace(drawn(t, letter, "txt"), []byte("2万元"), []byte("3万元"), 1)})
	if got := became(changed)["改.txt"]; got != "review probably" {
		t.Errorf("changed: %s", got)
	}
	e = changed.Book.Entries[0]
	if len(changed.Book.Entries) != 1 || e.Proposal.Revision != 2 || len(e.Earlier) != 1 || len(e.Papers) != 2 || e.Digest != export.Digest(e.Proposal) {
		t.Errorf("changed to %+v", e)
	}
	if got := became(handIn(t, d, map[string][]byte{"信.docx": word})); got["信.docx"] != "duplicate same" {
		t.Errorf("the first one after the changed one: %v", got)
	}
	for _, in := range []Intake{changed, first} {
		if _, err := d.UndoIntake(in.Batch); err != nil {
			t.Fatal(err)
		}
	}
	if book(t, d) != empty {
		t.Error("taken back, the register is not as it was")
	}
}

// What is read wrong can be put right, and that is written down; what came with
// its data cannot be changed.
func TestCopyIsPutRight(t *testing.T) {
	d := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, d)
	in := handIn(t, d, map[string][]byte{"信.docx": drawn(t, specimens(t)[1], "docx")})
	e := in.Book.Entries[0]
	p := e.Proposal
	p.Deputy.Number, p.Body.Situation = "0102", "改写的情况。"
	b, err := d.Recopy(string(e.Proposal.ID), p, "工作人员乙")
	if err != nil {
		t.Fatal(err)
	}
	now := b.Entries[0]
	if now.Proposal.Deputy.Number != "0102" || now.Digest != export.Digest(now.Proposal) || slices.Contains(now.Unsure(), "body.situation") || !slices.Contains(now.Unsure(), "deputy.name") {
		t.Errorf("put right: %+v", now)
	}
	if j := now.Journal; j[len(j)-1].Who != "工作人员乙" || j[len(j)-1].To != "0102" {
		t.Errorf("journal %+v", j[len(j)-2:])
	}
	if b, err = d.Register(func(b *registry.Book) error { return b.Settle(d.Decides("工作人员乙"), string(e.Proposal.ID)) }); err != nil || len(b.Entries[0].Unsure()) > 0 || b.Entries[0].Review {
		t.Errorf("settled: %v, %v", b.Entries[0].Unsure(), err)
	}
	packed := packedOf(t, wholeProposal(d))
	handIn(t, d, map[string][]byte{"a.dbz": packed})
	if _, err := d.Recopy("5b0c6c2e", p, "工作人员乙"); err == nil {
		t.Error("a packet's words were changed")
	}
}

func packedOf(t *testing.T, p annotate.Proposal) []byte {
	t.Helper()
	data, err := export.Pack(p.Deputy.Name, []annotate.Proposal{p})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// bare is our own sheet without its data, as a printer driver writes it.
func bare(t *testing.T, d *Desk, p annotate.Proposal) []byte {
	t.Helper()
	file, _, err := pdf.Write(export.Sheet(p, d.Find, d.wording), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// Our own sheet without its data is known by its code and read from its text.
func TestSheetThatLostItsData(t *testing.T) {
	d := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, d)
	p := wholeProposal(d)
	sheet := bare(t, d, p)
	in := handIn(t, d, map[string][]byte{"打印.pdf": sheet})
	if got := became(in)["打印.pdf"]; got != "review lost" {
		t.Fatalf("%s: %v", got, in.Rows[0].Err)
	}
	e := in.Book.Entries[0]
	if export.Code(e.Proposal) != export.Code(p) || e.Origin != registry.Stripped {
		t.Errorf("code %s, want %s", export.Code(e.Proposal), export.Code(p))
	}
	read, want := e.Proposal, p
	want.ID, want.Cites, read.ID = "", nil, ""
	if f := registry.Differ(read, want); len(f) > 0 {
		t.Errorf("read otherwise: %v\n%+v\n%+v", f, read, want)
	}
	if got := became(handIn(t, d, map[string][]byte{"a.dbz": packedOf(t, p)}))["a.dbz"]; got != "review doubles" {
		t.Errorf("its data afterwards: %s", got)
	}

	d2 := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, d2)
	handIn(t, d2, map[string][]byte{"a.dbz": packedOf(t, p)})
	later := p
	later.Revision, later.Body.Proposal = 2, "改为两处。"
	other := p
	other.Body.Proposal = "改为三处。"
	got := became(handIn(t, d2, map[string][]byte{"打印.pdf": sheet, "改.pdf": bare(t, d2, later), "别的.pdf": bare(t, d2, other)}))
	if got["打印.pdf"] != "duplicate same" || got["改.pdf"] != "review lost" || got["别的.pdf"] != "conflict twice" {
		t.Errorf("with its data in the register: %v", got)
	}
}

// Damaged and hostile files are rows that say so; nothing is half taken in.
func TestBadFilesAreSaidSo(t *testing.T) {
	d := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, d)
	word := drawn(t, specimens(t)[0], "docx")
	paper := drawn(t, specimens(t)[0], "pdf")
	in := handIn(t, d, map[string][]byte{
		"半个.docx": word[:len(word)/2], "半个.pdf": paper[:len(paper)/2], "空.txt": {}, "表.xlsx": []byte("PK\x03\x04不是表"),
		"图.png": []byte("\x89PNG\r\n\x1a\n0000"), "报告.txt": []byte(strings.Repeat("全市经济平稳运行，各项工作有序推进。\n", 2000)),
	})
	for _, r := range in.Rows {
		if r.Verdict != registry.Damaged || !Explained(r.Err) {
			t.Errorf("%s: %s %v", r.File, r.Verdict, r.Err)
		}
	}
	if in.Batch != "" || len(in.Rows) != 6 {
		t.Errorf("batch %q of %d rows", in.Batch, len(in.Rows))
	}
}

// A proposal that is typed gets an id of its own, is marked as typed, and keeps
// the scan it was typed from; it can be taken back.
func TestTypedProposal(t *testing.T) {
	d := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, d)
	p := wholeProposal(d)
	p.ID, p.Cites = "", nil
	scan := filepath.Join(t.TempDir(), "原件.jpg")
	if err := os.WriteFile(scan, []byte("\xFF\xD8\xFF图"), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := d.TypeIn(p, "工作人员甲", scan)
	if err != nil || in.Rows[0].Verdict != registry.New {
		t.Fatalf("%+v, %v", in.Rows, err)
	}
	e := in.Book.Entries[0]
	if e.Origin != registry.Typed || len(e.Proposal.ID) != 36 || len(e.Papers) != 1 || e.Papers[0].Name != "原件.jpg" {
		t.Errorf("entry %+v", e)
	}
	if data, err := d.FileBytes(e.Papers[0].SHA256); err != nil || len(data) == 0 {
		t.Errorf("its scan: %v", err)
	}
	if found, err := in.Book.Find(export.Code(e.Proposal)); err != nil || found.Proposal.ID != e.Proposal.ID {
		t.Errorf("by its code: %v", err)
	}
	if b, err := d.UndoIntake(in.Batch); err != nil || len(b.Entries) != 0 {
		t.Errorf("taken back: %v", err)
	}
	if _, err := d.TypeIn(p, "工作人员甲", scan+"x"); err == nil {
		t.Error("a scan that is not there")
	}
	if !intake.IsPicture([]byte("\xFF\xD8\xFF")) {
		t.Error("a JPEG is no picture")
	}
}
