package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"os"
	"strings"
)

// summary is the number by which the summary information of an .msi is known,
// {F29F85E0-4FF9-1068-AB91-08002B27B3D9}, as it stands in the file.
var summary = []byte("\xe0\x85\x9f\xf2\xf9\x4f\x68\x10\xab\x91\x08\x00\x2b\x27\xb3\xd9")

// Properties of the summary information, and the types of their values.
const (
	languageProperty = 7  // "x64;1033": processor and language
	codeProperty     = 9  // the number of this very file
	createdProperty  = 12 // both are times in units of 100 ns since 1601
	savedProperty    = 13

	stringType = 0x1e
	timeType   = 0x40
)

// The .msi is for speakers of simplified Chinese; wixl writes English always.
const (
	english = "x64;1033"
	chinese = "x64;2052"
)

// settle makes an .msi the same for the same content: its time becomes the one
// every file here carries, and its own number, which Windows wants to be another for
// every other file, is made of its bytes. It is changed in place.
func settle(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	values, err := summaryOf(data)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for _, property := range []uint32{createdProperty, savedProperty} {
		at, err := values.find(property, timeType, 8)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		binary.LittleEndian.PutUint64(at, uint64(written.Unix()+11644473600)*1e7) // 1601 to 1970
	}
	language, err := values.find(languageProperty, stringType, 4+len(english))
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if said := string(language[4:]); said != english && said != chinese {
		return fmt.Errorf("%s: summary says %q where the language should stand", path, said)
	}
	copy(language[4:], chinese)
	code, err := values.find(codeProperty, stringType, 4+38)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	code = code[4:]
	if code[0] != '{' || code[37] != '}' {
		return fmt.Errorf("%s: summary says %q where the number should stand", path, code)
	}
	copy(code, bytes.Repeat([]byte{'0'}, 38))
	sum := sha256.Sum256(data)
	copy(code, strings.ToUpper(fmt.Sprintf("{%x-%x-%x-%x-%x}", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])))
	return os.WriteFile(path, data, 0o644)
}

// A section is a set of properties: its size and their number, then where each of
// them stands, then their values.
type section []byte

// summaryOf finds the summary information in an .msi. It is short, and wixl writes
// it in one piece.
func summaryOf(data []byte) (section, error) {
	if n := bytes.Count(data, summary); n != 1 {
		return nil, fmt.Errorf("summary found %d times, want once", n)
	}
	const before = 28 // what stands before the number: byte order, system, class
	at := bytes.Index(data, summary)
	if at < before || len(data) < at+20 {
		return nil, fmt.Errorf("summary is cut off")
	}
	start := at - before + int(binary.LittleEndian.Uint32(data[at+16:]))
	if len(data) < start+8 {
		return nil, fmt.Errorf("summary is cut off")
	}
	size := int(binary.LittleEndian.Uint32(data[start:]))
	if size < 8 || len(data) < start+size {
		return nil, fmt.Errorf("summary is cut off")
	}
	return section(data[start : start+size]), nil
}

// find returns the n bytes of a property's value; an error if there is none, or
// none of that type and length.
func (s section) find(property, kind uint32, n int) ([]byte, error) {
	count := int(binary.LittleEndian.Uint32(s[4:]))
	for i := range count {
		entry := 8 + 8*i
		if len(s) < entry+8 {
			break
		}
		if binary.LittleEndian.Uint32(s[entry:]) != property {
			continue
		}
		at := int(binary.LittleEndian.Uint32(s[entry+4:]))
		if len(s) < at+4+n || binary.LittleEndian.Uint32(s[at:]) != kind {
			break
		}
		return s[at+4 : at+4+n], nil
	}
	return nil, fmt.Errorf("summary has no property %d of type %#x and %d bytes", property, kind, n)
}
