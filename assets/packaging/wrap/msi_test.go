package main

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// installer returns the bytes around the summary of an .msi: with this content,
// number, language and hour.
func installer(content, code, language string, hour time.Time) []byte {
	text := func(s string) []byte {
		return append(binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, stringType), uint32(len(s)+1)), s+"\x00\x00\x00"...)
	}
	moment := binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint32(nil, timeType), uint64(hour.Unix()+11644473600)*1e7)
	properties := []struct {
		id    uint32
		value []byte
	}{{languageProperty, text(language)}, {codeProperty, text(code)}, {createdProperty, moment}, {savedProperty, moment}}
	var heads, values []byte
	for _, p := range properties {
		heads = binary.LittleEndian.AppendUint32(heads, p.id)
		heads = binary.LittleEndian.AppendUint32(heads, uint32(8+8*len(properties)+len(values)))
		values = append(values, p.value...)
	}
	out := append([]byte(content), "\xfe\xff\x00\x00"...)
	out = append(out, make([]byte, 24)...)
	out = append(out, summary...)
	out = binary.LittleEndian.AppendUint32(out, 48)
	out = binary.LittleEndian.AppendUint32(out, uint32(8+len(heads)+len(values)))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(properties)))
	return append(append(out, heads...), values...)
}

func settled(t *testing.T, data []byte) ([]byte, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "案头.msi")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := run([]string{"msi", path}); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data, nil
}

// Two builds of one content are the same bytes, whatever hour and number each was
// given; those of another content have another number.
func TestInstallersOfOneContentAreTheSame(t *testing.T) {
	morning := time.Date(2026, 3, 5, 8, 0, 0, 0, time.UTC)
	one, err := settled(t, installer("建议", "{11111111-2222-3333-4444-555555555555}", english, morning))
	if err != nil {
		t.Fatal(err)
	}
	two, err := settled(t, installer("建议", "{AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE}", english, morning.Add(time.Hour)))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one, two) {
		t.Error("they differ")
	}
	other, err := settled(t, installer("议案", "{11111111-2222-3333-4444-555555555555}", english, morning))
	if err != nil {
		t.Fatal(err)
	}
	if number(one) == number(other) {
		t.Errorf("another content has the number %s, too", number(one))
	}
	if !bytes.Contains(one, []byte(chinese)) {
		t.Error("it does not say that it is Chinese")
	}
	again, err := settled(t, one)
	if err != nil || !bytes.Equal(one, again) {
		t.Errorf("settled again it is another: %v", err)
	}
}

// number is what stands between the only braces of an .msi.
func number(data []byte) string {
	_, rest, _ := bytes.Cut(data, []byte("{"))
	code, _, _ := bytes.Cut(rest, []byte("}"))
	return string(code)
}

func TestInstallersOfAnotherShapeAreNotTouched(t *testing.T) {
	code, hour := "{11111111-2222-3333-4444-555555555555}", time.Unix(0, 0)
	good := installer("建议", code, english, hour)
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"without a summary", []byte("建议"), "found 0 times"},
		{"with two summaries", append(bytes.Clone(good), good...), "found 2 times"},
		{"cut off", good[:len(good)-9], "cut off"},
		{"cut off in its head", good[:len("建议")+28+16], "cut off"},
		{"with a short number", installer("建议", "{1}", english, hour), "no property 9"},
		{"with a bare number", installer("建议", " "+code[1:], english, hour), "where the number should stand"},
		{"in another language", installer("建议", code, "x64;1036", hour), `"x64;1036"`},
		{"without a time", bytes.ReplaceAll(good, binary.LittleEndian.AppendUint32(nil, timeType), []byte("none")), "no property 12"},
	} {
		if _, err := settled(t, tt.data); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("one %s: %v, want words of %q", tt.name, err, tt.want)
		}
	}
}
