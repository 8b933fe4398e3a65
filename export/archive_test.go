package export

import (
	"archive/zip"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
)

// archived is the archive of a small session, one of whose proposals has a file.
func archived(t *testing.T, key ed25519.PrivateKey) (Archive, []byte) {
	t.Helper()
	scan := []byte("scan of a letter")
	sum := sha256.Sum256(scan)
	hash := hex.EncodeToString(sum[:])
	a := Archive{Manifest: ArchiveManifest{Session: "漯河市第八届人民代表大会第三次会议", Made: time.Date(2024, 3, 1, 9, 0, 0, 0, annotate.Beijing), Highest: map[string]int{"建议": 3}},
		Issued: []Issue{{Job: "目录", Name: "目录.pdf", Pages: 2, Proposals: 3}},
		Files: func(h string) ([]byte, error) {
			if h != hash {
				return nil, errNoAttachment
			}
			return scan, nil
		}}
	for i := range 3 {
		p := testProposal(annotate.Suggestion)
		p.ID = annotate.ProposalID([]string{"1", "2", "3"}[i] + "fa9c27f-5b1d-4c3e-8f00-0123456789ab")
		if i == 1 {
			p.Files = []annotate.File{{Name: "信.jpg", Size: len(scan), SHA256: hash}, {Name: "丢了.jpg", SHA256: strings.Repeat("0", 64)}}
		}
		a.Entries = append(a.Entries, registry.Entry{Proposal: p, Number: 3 - i, State: registry.Filed, Answer: "B", Digest: Digest(p),
			Journal: []registry.Change{{Who: "工作人员甲", Field: "number", To: "第001号"}}})
	}
	var out bytes.Buffer
	m, missing, err := WriteArchive(&out, a, []byte("编号,标题\n"), key, func(int, int) error { return nil })
	if err != nil || len(missing) != 1 || missing[0] != "丢了.jpg" {
		t.Fatalf("missing %v, %v", missing, err)
	}
	a.Manifest = m
	return a, out.Bytes()
}

func TestAnArchiveComesBackAsItWas(t *testing.T) {
	key := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, ed25519.SeedSize))
	for _, k := range []ed25519.PrivateKey{nil, key} {
		a, data := archived(t, k)
		_, again := archived(t, k)
		if !bytes.Equal(data, again) {
			t.Error("the same register gives other bytes")
		}
		got, err := ReadArchive("a.dba", bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(jsonOf(t, got.Entries), jsonOf(t, a.Entries)) || !reflect.DeepEqual(got.Issued, a.Issued) || got.Manifest.ID != a.Manifest.ID {
			t.Errorf("read %+v", got.Manifest)
		}
		if (got.Seal != nil) != (k != nil) {
			t.Errorf("signed: %v", got.Seal)
		}
		file, err := got.Files(a.Entries[1].Proposal.Files[0].SHA256)
		if err != nil || string(file) != "scan of a letter" {
			t.Errorf("file %q, %v", file, err)
		}
		if n := got.Classes(); n["B"] != 3 {
			t.Errorf("answers %v", n)
		}
	}
}

func jsonOf(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// A changed byte is found out, or changes nothing that is read.
func TestAChangedArchiveIsFoundOut(t *testing.T) {
	key := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, ed25519.SeedSize))
	a, data := archived(t, key)
	want, refused := jsonOf(t, a.Entries), 0
	for at := range data {
		bent := bytes.Clone(data)
		bent[at] ^= 0x40
		got, err := ReadArchive("a.dba", bytes.NewReader(bent), int64(len(bent)))
		switch {
		case err != nil:
			refused++
			if !errors.Is(err, ErrArchive) && !errors.Is(err, ErrAltered) && !errors.Is(err, ErrTooLarge) && !errors.Is(err, ErrCritical) {
				t.Fatalf("byte %d: %v", at, err)
			}
		case jsonOf(t, got.Entries) != want || got.Manifest.ID != a.Manifest.ID:
			t.Fatalf("byte %d was changed and nobody says so", at)
		}
	}
	if refused < len(data)/2 {
		t.Errorf("%d of %d changes found out", refused, len(data))
	}
	for cut := 0; cut < len(data); cut += 97 {
		if _, err := ReadArchive("a.dba", bytes.NewReader(data[:cut]), int64(cut)); err == nil {
			t.Fatalf("cut at %d: no error", cut)
		}
	}
}

// What is no archive is refused with a sentence and without filling the memory.
func TestHostileArchives(t *testing.T) {
	_, good := archived(t, nil)
	// repack is the archive with entries put in, taken out (nil) or replaced.
	repack := func(change map[string][]byte) []byte {
		z, err := zip.NewReader(bytes.NewReader(good), int64(len(good)))
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		put := func(name string, data []byte) {
			f, err := w.Create(name)
			if err == nil {
				_, err = f.Write(data)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		for _, f := range z.File {
			if _, changed := change[f.Name]; !changed {
				data, err := readEntry(f, 1<<20, ErrArchive)
				if err != nil {
					t.Fatal(err)
				}
				put(f.Name, data)
			}
		}
		for name, data := range change {
			if data != nil {
				put(name, data)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	for _, tt := range []struct {
		name string
		data []byte
		want error
	}{
		{"no zip", []byte("not a zip"), ErrArchive},
		{"no manifest", repack(map[string][]byte{"manifest.json": nil}), ErrArchive},
		{"an entry more", repack(map[string][]byte{"entries/x.json": []byte("{}")}), ErrAltered},
		{"an entry less", repack(map[string][]byte{"papers.json": nil}), ErrAltered},
		{"another list", repack(map[string][]byte{"list.csv": []byte("别的")}), ErrAltered},
		{"a bomb for a list", repack(map[string][]byte{"list.csv": bytes.Repeat([]byte{0}, 32<<20)}), ErrTooLarge},
		{"a way out", repack(map[string][]byte{"../list.csv": []byte("x")}), ErrArchive},
		{"a newer program", repack(map[string][]byte{"manifest.json": []byte(`{"schema":1,"critical":["x"]}`)}), ErrCritical},
		{"a bad signature", repack(map[string][]byte{"signature": []byte(`{"algorithm":"ed25519","key":"","value":""}`)}), ErrArchive},
	} {
		if _, err := ReadArchive(tt.name, bytes.NewReader(tt.data), int64(len(tt.data))); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
}
