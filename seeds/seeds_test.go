package seeds

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"deputydesk/seeds/report"
)

// luoheHash is the SHA-256 of luohe-2024.txt, as SOURCES.md says.
const luoheHash = "55fc353b66f32d96d2b5fc6941f543ebd966e4ecd840bd0dbf8f630ec7516939"

func TestSeedIsByteForByteWhatWasReceived(t *testing.T) {
	sum := sha256.Sum256([]byte(luohe))
	if got := hex.EncodeToString(sum[:]); got != luoheHash {
		t.Errorf("luohe-2024.txt has SHA-256 %s, want %s", got, luoheHash)
	}
}

func TestLuoheSaysWhatItIs(t *testing.T) {
	r := Luohe()
	for _, tt := range []struct{ what, got, want string }{
		{"id", string(r.ID), "luohe-2024"},
		{"title", r.Title, "政府工作报告"},
		{"body", r.Body, "漯河市人民政府"},
		{"session", r.Session, "漯河市第八届人民代表大会第三次会议"},
		{"delivered", r.Delivered, "2024-02-21"},
		{"missing before", r.Fragment.Before, "(上接01版)"},
		{"missing after", r.Fragment.After, "(下转03版)"},
		{"front", strings.Join(r.Front, "|"), "政府工作报告|(上接01版)"},
		{"edition", r.Edition.Short(), "ce941a59"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s is %q, want %q", tt.what, tt.got, tt.want)
		}
	}
	if r.Year != 2024 {
		t.Errorf("year is %d, want 2024", r.Year)
	}
}

// The print tore four sentences in two; nothing else was mended but the
// pointer to the next page.
func TestLuoheIsMendedInFourPlaces(t *testing.T) {
	want := []string{"党的二十六、二十｜届二中全会", "上市预制菜新品30个以上。培｜育规上预制菜企业5家", "逐步消化存｜量", "高质量办好第二｜十一届食博会"}
	var got []string
	for _, p := range Luohe().Paragraphs() {
		for _, rep := range p.Repairs {
			switch rep.Kind {
			case report.Joined:
				got = append(got, p.Text[:rep.At]+"｜"+p.Text[rep.At:])
			case report.Furniture:
				if rep.Was != "(下转03版)" || rep.At != len(p.Text) {
					t.Errorf("%s: furniture %q at %d", p.ID, rep.Was, rep.At)
				}
			default:
				t.Errorf("%s: unexpected repair %+v", p.ID, rep)
			}
		}
	}
	if len(got) != len(want) {
		t.Fatalf("%d places joined, want %d", len(got), len(want))
	}
	for i := range want {
		if !strings.Contains(got[i], want[i]) {
			t.Errorf("join %d is not %q", i+1, want[i])
		}
	}
}

func TestBundledReportsCanBeToldApart(t *testing.T) {
	seen := map[report.ID]bool{}
	for _, r := range Bundled() {
		if seen[r.ID] {
			t.Errorf("two reports are called %s", r.ID)
		}
		seen[r.ID] = true
	}
}
