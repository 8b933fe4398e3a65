package intake

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// ErrEmpty is returned by Decode for input without any text.
var ErrEmpty = errors.New("no bytes to read")

// ErrBinary is wrapped by Decode's error for input that is no text: a picture,
// an archive, an office file.
var ErrBinary = errors.New("not a text file")

// ErrGarbled is wrapped by Decode's error for text in an encoding that it does
// not know, such as Big5. It is an ErrBinary, since no text can be had of it.
var ErrGarbled = fmt.Errorf("text in an unknown encoding: %w", ErrBinary)

// A Warning is something that the person who imports a file should know.
type Warning struct {
	Kind  WarningKind
	Count int // how often; 1 where counting makes no sense
}

// WarningKind says what a Warning is about.
type WarningKind string

// The kinds of warning.
const (
	ReadAsGB    WarningKind = "gb18030"     // the file is no UTF-8 and was read as GB 18030
	ReadAsUTF16 WarningKind = "utf-16"      // the file was read as UTF-16
	Undecodable WarningKind = "undecodable" // bytes that stand for no character; each is shown as U+FFFD
)

// undecodablePercent is how much of a file may be unreadable before it counts
// as no text at all. A damaged text has a few bad bytes in a million; a
// picture read as GB 18030 has one in five.
const undecodablePercent = 5

// Decode reads data as text: UTF-8 with or without its mark, UTF-16 of either
// order, else GB 18030. Bytes that stand for no character become U+FFFD and
// are counted in a warning; they are never dropped in silence.
func Decode(data []byte) (string, []Warning, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return "", nil, ErrEmpty
	}
	for _, magic := range []string{"%PDF-", "PK\x03\x04", "\xD0\xCF\x11\xE0", "{\\rtf", "\x89PNG", "\xFF\xD8\xFF", "GIF8", "Rar!", "7z\xBC\xAF"} {
		if bytes.HasPrefix(data, []byte(magic)) {
			return "", nil, fmt.Errorf("intake: decode: %d bytes starting with %q: %w", len(data), magic[:4], ErrBinary)
		}
	}
	text, warnings, err := decode(data)
	if err != nil {
		return "", nil, err
	}
	bad := strings.Count(text, "\uFFFD")
	all := utf8.RuneCountInString(text)
	if strings.ContainsRune(text, 0) || bad*100 > all*undecodablePercent {
		why := ErrBinary
		if !bytes.ContainsFunc(data, control) {
			why = ErrGarbled
		}
		return "", nil, fmt.Errorf("intake: decode: %d of %d characters unreadable: %w", bad, all, why)
	}
	if bad > 0 {
		warnings = append(warnings, Warning{Undecodable, bad})
	}
	if strings.TrimFunc(text, blank) == "" {
		return "", nil, ErrEmpty
	}
	return text, warnings, nil
}

// control reports whether r is a control character that no text has.
func control(r rune) bool { return r < ' ' && !strings.ContainsRune("\t\n\v\f\r", r) }

func decode(data []byte) (string, []Warning, error) {
	var (
		enc  encoding.Encoding
		kind WarningKind
	)
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return strings.ToValidUTF8(string(data[3:]), "\uFFFD"), nil, nil
	case bytes.HasPrefix(data, []byte("\xFF\xFE")) || lineEnds(data, "\n\x00") > lineEnds(data, "\x00\n"):
		enc, kind = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), ReadAsUTF16
	case bytes.HasPrefix(data, []byte("\xFE\xFF")) || lineEnds(data, "\x00\n") > 0:
		enc, kind = unicode.UTF16(unicode.BigEndian, unicode.UseBOM), ReadAsUTF16
	case brokenUTF8(data)*100 <= len(data):
		return string(bytes.ToValidUTF8(data, []byte("\uFFFD"))), nil, nil
	default:
		enc, kind = simplifiedchinese.GB18030, ReadAsGB
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", nil, fmt.Errorf("intake: decode as %s: %w", kind, err)
	}
	return string(out), []Warning{{kind, 1}}, nil
}

// lineEnds counts the UTF-16 line ends of one byte order in data, at the
// places where that order has them. A text in UTF-8 or GB 18030 has none,
// because it has no zero byte.
func lineEnds(data []byte, end string) int {
	n := 0
	for i := 0; i+1 < len(data); i += 2 {
		if data[i] == end[0] && data[i+1] == end[1] {
			n++
		}
	}
	return n
}

// brokenUTF8 counts the bytes of data that are no UTF-8.
func brokenUTF8(data []byte) int {
	n := 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			n++
		}
		data = data[size:]
	}
	return n
}
