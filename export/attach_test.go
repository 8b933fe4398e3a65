package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"testing"

	"deputydesk/annotate"
)

func TestSafeName(t *testing.T) {
	for name, want := range map[string]string{
		"调研 照片.jpg":         "调研 照片.jpg",
		`..\..\autorun.inf`: "_.._autorun.inf",
		"a/b:c?.pdf":        "a_b_c_.pdf",
		"NUL.txt":           "NUL_.txt",
		"com1.doc":          "com1_.doc",
		"nul.副本.txt":        "nul_.副本.txt",
		"CON .txt":          "CON_.txt",
		"LPT².pdf":          "LPT²_.pdf",
		"conout$":           "conout$_",
		"COM10.doc":         "COM10.doc",
		"CONTRACT.doc":      "CONTRACT.doc",
		"附件:流.txt":          "附件_流.txt",
		"   .pdf":           "附件.pdf",
		"":                  "附件",
		"合同\u202Efdp.exe":   "合同_fdp.exe",
		"名字以点结尾...":         "名字以点结尾",
	} {
		if got := SafeName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestAttachmentsRideInThePacket(t *testing.T) {
	data := []byte("照片的内容")
	sum := sha256.Sum256(data)
	f := annotate.File{Name: "照片.jpg", Size: len(data), SHA256: hex.EncodeToString(sum[:])}
	p := annotate.New("5b0c6c2e-6f0d-4f0c-8a43-0f5d2f1d7e11", annotate.Suggestion)
	p.Attachments, p.Files = []string{f.Name}, []annotate.File{f}
	packet, err := NewPacketFiles("测试代表甲", []annotate.Proposal{p}, func(string) ([]byte, error) { return data, nil })
	if err != nil {
		t.Fatal(err)
	}
	packed, err := packet.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	back, err := Unpack("x.dbz", packed)
	if err != nil || !bytes.Equal(back.Attachment(f.SHA256), data) || back.Items[0].Files[0] != f {
		t.Fatalf("came back as %q: %v", back.Attachment(f.SHA256), err)
	}
	if _, err := NewPacketFiles("测试代表甲", []annotate.Proposal{p}, func(string) ([]byte, error) { return []byte("别的"), nil }); !errors.Is(err, ErrAltered) {
		t.Errorf("another file under the same hash: %v", err)
	}
	without, err := Pack("测试代表甲", []annotate.Proposal{p})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Unpack("x.dbz", without); !errors.Is(err, ErrAltered) {
		t.Errorf("the attachment is missing: %v", err)
	}
}
