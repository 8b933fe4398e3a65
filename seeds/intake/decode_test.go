package intake

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestDecode(t *testing.T) {
	const text = "政府工作报告\n新建公园十座。"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat(text+"\n", 60)
	for _, tt := range []struct{ name, data, text, warnings string }{
		{"utf-8", text, text, "[]"},
		{"utf-8 with its mark", "\ufeff" + text, text, "[]"},
		{"gb 18030", gb, text, "[{gb18030 1}]"},
		{"utf-16, little end first", utf16(text, false, true), text, "[{utf-16 1}]"},
		{"utf-16, big end first", utf16(text, true, true), text, "[{utf-16 1}]"},
		{"utf-16 without a mark", utf16(text, false, false), text, "[{utf-16 1}]"},
		{"utf-16 without a mark, big end first", utf16(text, true, false), text, "[{utf-16 1}]"},
		{"one bad byte in much utf-8", long + "\xff", long + "\uFFFD", "[{undecodable 1}]"},
		{"one bad byte in gb 18030", strings.Repeat(gb, 9) + "\xff\n", strings.Repeat(text, 9) + "\uFFFD\n", "[{gb18030 1} {undecodable 1}]"},
	} {
		got, warnings, err := Decode([]byte(tt.data))
		if err != nil || got != tt.text || fmt.Sprint(warnings) != tt.warnings {
			t.Errorf("%s: %.40q %v %v, want %.40q %s", tt.name, got, warnings, err, tt.text, tt.warnings)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, tt := range []struct {
		name, data string
		want       error
	}{
		{"nothing", "", ErrEmpty},
		{"white space", " \n\t", ErrEmpty},
		{"only a mark", "\ufeff", ErrEmpty},
		{"pdf", "%PDF-1.7\n…", ErrBinary},
		{"office file", "PK\x03\x04……", ErrBinary},
		{"zero bytes", "政府\x00\x01\x02", ErrBinary},
		{"noise", "\xff\xfa\x80\x81\xff\x80\xff\xff\xfe\x80\xff\xff", ErrBinary},
	} {
		if _, _, err := Decode([]byte(tt.data)); !errors.Is(err, tt.want) {
			t.Errorf("%s: error %v, want %v", tt.name, err, tt.want)
		}
	}
}

// utf16 encodes text, which holds only runes below U+10000.
func utf16(text string, big, mark bool) string {
	var b strings.Builder
	if mark {
		text = "\ufeff" + text
	}
	for _, r := range text {
		hi, lo := byte(r>>8), byte(r)
		if big {
			b.Write([]byte{hi, lo})
		} else {
			b.Write([]byte{lo, hi})
		}
	}
	return b.String()
}

// What is decoded is text, and every byte that was none is counted.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("政府工作报告\n新建公园十座。"))
	f.Add([]byte("\xff\xfe\x3f\x65"))
	f.Add([]byte("\xd5\xfe\xb8\xae\xb9\xa4\xd7\xf7"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, warnings, err := Decode(data)
		if err != nil {
			if text != "" || warnings != nil {
				t.Errorf("an error and %q, %v", text, warnings)
			}
			return
		}
		if !utf8.ValidString(text) || strings.ContainsRune(text, 0) || text == "" {
			t.Errorf("%q is no text", text)
		}
		counted := 0
		for _, w := range warnings {
			if w.Kind == Undecodable {
				counted = w.Count
			}
		}
		if bad := strings.Count(text, "\uFFFD"); bad != counted {
			t.Errorf("%d unreadable characters, %d counted", bad, counted)
		}
	})
}
