package export

import (
	"archive/zip"
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"deputydesk/annotate"
)

func parcel() []annotate.Proposal {
	var all []annotate.Proposal
	for i, title := range []string{"关于加快公共充电桩建设的建议", "关于发展社区老年助餐的建议"} {
		p := annotate.New(annotate.IDFor(fmt.Sprint(i), title), annotate.Suggestion)
		p.Title, p.Revision, p.Date = title, i+1, fmt.Sprintf("2024-02-2%d", 1+i)
		p.Deputy = annotate.Deputy{Name: "测试代表甲", Number: "0001", Phone: "13800000000"}
		p.Cites = []annotate.Citation{{Anchor: annotate.Anchor{Report: "luohe-2024", Edition: "abcd", Quote: "580个 <&>"}}}
		p.Changed = time.Now()
		all = append(all, p)
	}
	return all
}

func packed(t *testing.T, items []annotate.Proposal) []byte {
	t.Helper()
	data, err := Pack("测试代表甲", items)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestPacketBringsBackWhatWasPacked(t *testing.T) {
	items := parcel()
	p, err := Unpack("a.dbz", packed(t, items))
	if err != nil {
		t.Fatal(err)
	}
	m := p.Manifest
	if m.Sender != "测试代表甲" || m.Sequence != 2 || m.Time != "2024-02-22" || len(m.ID) != 64 || len(m.Editions) != 1 || m.Editions[0].Edition != "abcd" {
		t.Errorf("manifest %+v", m)
	}
	if len(p.Items) != 2 || p.Items[0].ID > p.Items[1].ID {
		t.Fatalf("items %+v", p.Items)
	}
	for _, want := range items {
		want.State, want.Changed = "", time.Time{}
		got := p.Items[0]
		if got.ID != want.ID {
			got = p.Items[1]
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("item %+v, want %+v", got, want)
		}
	}
}

func TestSameProposalsAreTheSameBytes(t *testing.T) {
	items := parcel()
	first := packed(t, items)
	items[0], items[1] = items[1], items[0]
	items[0].Changed = time.Now().Add(time.Hour)
	items[1].State = annotate.Filed
	if !bytes.Equal(first, packed(t, items)) {
		t.Error("order, time or state of the draft changed the bytes")
	}
	items[0].Title += "。"
	if bytes.Equal(first, packed(t, items)) {
		t.Error("another title, the same bytes")
	}
}

func TestPackRefuses(t *testing.T) {
	twice := parcel()
	twice[1].ID = twice[0].ID
	nameless := parcel()
	nameless[0].ID = "../../evil"
	for name, items := range map[string][]annotate.Proposal{"the same one twice": twice, "an id that is a path": nameless} {
		if _, err := Pack("", items); err == nil {
			t.Errorf("%s: packed", name)
		}
	}
}

// rezip changes the entries of a packet: "" takes one out, a new name puts one
// in.
func rezip(t *testing.T, data []byte, change map[string]string) []byte {
	t.Helper()
	entries, err := unzip(data, maxEntry, ErrPacket)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range change {
		entries[name] = []byte(text)
		if text == "" {
			delete(entries, name)
		}
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range entries {
		e, err := w.Create(name)
		if err == nil {
			_, err = e.Write(text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestUnpackRefusesWhatIsNotWhole(t *testing.T) {
	good := packed(t, parcel())
	p, err := Unpack("a.dbz", good)
	if err != nil {
		t.Fatal(err)
	}
	item := itemName(p.Items[0].ID)
	text, manifest := string(p.raw[item]), string(p.manifest)
	signed := p
	_, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	signed.Sign(key)
	sealed, err := signed.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	if got, err := Unpack("a.dbz", sealed); err != nil || got.Seal == nil {
		t.Fatalf("a good signature: %v", err)
	}
	for _, tt := range []struct {
		name string
		data []byte
		want error
		says string
	}{
		{"nothing", nil, ErrPacket, "a.dbz: not a usable packet"},
		{"some text", []byte("这不是压缩文件"), ErrPacket, "a.dbz: not a usable packet"},
		{"half of it", good[:len(good)/2], ErrPacket, "a.dbz: not a usable packet"},
		{"a zip of something else", rezip(t, good, map[string]string{"manifest.json": ""}), ErrPacket, "a.dbz: no manifest.json"},
		{"a manifest that is no JSON", rezip(t, good, map[string]string{"manifest.json": "{"}), ErrPacket, "a.dbz: manifest.json"},
		{"a changed item", rezip(t, good, map[string]string{item: strings.Replace(text, "13800000000", "13900000000", 1)}), ErrAltered, "a.dbz: item " + string(p.Items[0].ID)},
		{"an item taken out", rezip(t, good, map[string]string{item: ""}), ErrAltered, "missing"},
		{"an item put in", rezip(t, good, map[string]string{"items/x.json": "{}"}), ErrAltered, "not in the manifest"},
		{"a changed id", rezip(t, good, map[string]string{"manifest.json": strings.Replace(manifest, p.Manifest.ID, digest(nil), 1)}), ErrAltered, "a.dbz: id"},
		{"a changed sender under a signature", rezip(t, sealed, map[string]string{"manifest.json": strings.Replace(manifest, "测试代表甲", "测试代表乙", 1)}), ErrAltered, "a.dbz: signature"},
		{"a signature of another kind", rezip(t, good, map[string]string{"signature": `{"algorithm":"rot13"}`}), ErrPacket, `unknown kind "rot13"`},
		{"something it must know", rezip(t, good, map[string]string{"manifest.json": strings.Replace(manifest, "{", `{"critical":["ink"],`, 1)}), ErrCritical, `critical "ink"`},
		{"a path upwards", rezip(t, good, map[string]string{"items/../../evil": "x"}), ErrPacket, `entry "items/../../evil"`},
		{"a path of Windows", rezip(t, good, map[string]string{`items\evil`: "x"}), ErrPacket, "entry"},
		{"a path from the root", rezip(t, good, map[string]string{"/etc/evil": "x"}), ErrPacket, "entry"},
		{"the same name twice", rezip(t, good, map[string]string{"MANIFEST.json": "{}"}), ErrPacket, "entry"},
		{"a bomb", rezip(t, good, map[string]string{"bomb": strings.Repeat("0", maxEntry+1)}), ErrTooLarge, `entry "bomb"`},
		{"a whole disk", make([]byte, maxPacket+1), ErrTooLarge, "a.dbz: 64 MB"},
	} {
		_, err := Unpack("a.dbz", tt.data)
		if !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %v, want %v and %q", tt.name, err, tt.want, tt.says)
		}
	}
}

func TestTooManyEntries(t *testing.T) {
	change := map[string]string{}
	for i := range maxEntries {
		change[fmt.Sprintf("x/%d", i)] = "x"
	}
	if _, err := Unpack("a.dbz", rezip(t, packed(t, parcel()), change)); !errors.Is(err, ErrTooLarge) {
		t.Errorf("%d entries: %v", maxEntries, err)
	}
}

// A newer program's fields survive a reader that does not know them.
func TestUnknownFieldsAreKept(t *testing.T) {
	good := packed(t, parcel()[:1])
	p, err := Unpack("a.dbz", good)
	if err != nil {
		t.Fatal(err)
	}
	id := p.Items[0].ID
	item := strings.Replace(string(p.raw[itemName(id)]), "{", `{"ink": "blue",`, 1)
	m := p.Manifest
	m.Items[0].SHA256 = digest([]byte(item))
	m.ID = packetID(m.Items)
	manifest, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	data := rezip(t, good, map[string]string{
		itemName(id):      item,
		"manifest.json":   strings.Replace(string(manifest), "{", `{"weather":"雪",`, 1),
		"attachments/a.x": "a picture",
	})
	p, err = Unpack("a.dbz", data)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(p.Raw(id)), `"ink": "blue"`) {
		t.Errorf("raw item %s", p.Raw(id))
	}
	again, err := p.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"weather":"雪"`, `"ink": "blue"`, "a picture"} {
		if !bytes.Contains(again, []byte(want)) {
			t.Errorf("%s is lost", want)
		}
	}
	if _, err := Unpack("a.dbz", again); err != nil {
		t.Errorf("written again: %v", err)
	}
}

func FuzzUnpack(f *testing.F) {
	data, err := Pack("测试代表甲", parcel())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte("PK"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Unpack("a.dbz", data)
		if err != nil {
			return
		}
		if len(p.Items) != len(p.Manifest.Items) {
			t.Errorf("%d items, %d named", len(p.Items), len(p.Manifest.Items))
		}
		again, err := p.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		if q, err := Unpack("b.dbz", again); err != nil || q.Manifest.ID != p.Manifest.ID {
			t.Errorf("written and read again: %v", err)
		}
	})
}
