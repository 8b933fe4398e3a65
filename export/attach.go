package export

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"deputydesk/annotate"
)

// Attachments ride in a packet as attachments/<sha256>, each once. An item names
// its attachments with their hashes and the manifest holds the hash of the
// item, so that a changed attachment is found out like a changed word.

const attachments = "attachments/"

// NewPacketFiles is Pack with the bytes of the attachments, which bytes returns by
// their hash.
func NewPacketFiles(sender string, items []annotate.Proposal, bytes func(hash string) ([]byte, error)) (Packet, error) {
	p, err := NewPacket(sender, items)
	if err != nil {
		return Packet{}, err
	}
	for _, item := range p.Items {
		for _, f := range item.Files {
			data, err := bytes(f.SHA256)
			if err != nil {
				return Packet{}, fmt.Errorf("packet: attachment %q: %w", f.Name, err)
			}
			if digest(data) != f.SHA256 {
				return Packet{}, fmt.Errorf("packet: attachment %q: %w", f.Name, ErrAltered)
			}
			p.raw[attachments+f.SHA256] = data
		}
	}
	return p, nil
}

// Attachment returns the bytes of an attachment by its hash; nil if the packet
// has none such.
func (p Packet) Attachment(hash string) []byte { return p.raw[attachments+hash] }

// errNoAttachment is what is wrong with a packet that names a file and lacks it.
var errNoAttachment = errors.New("attachment missing")

// verifyFiles sees that every attachment an item names is there and is the one
// it names.
func (p *Packet) verifyFiles() error {
	for _, item := range p.Items {
		for _, f := range item.Files {
			data := p.Attachment(f.SHA256)
			switch {
			case data == nil:
				return fmt.Errorf("item %s: %q: %w: %w", item.ID, f.Name, errNoAttachment, ErrAltered)
			case digest(data) != f.SHA256 || len(data) != f.Size:
				return fmt.Errorf("item %s: %q: %w", item.ID, f.Name, ErrAltered)
			}
		}
	}
	return nil
}

// mostName is how long a file's name may be, in bytes: Windows counts the path
// before it as well.
const mostName = 120

// SafeName is name as every file system takes it: no folders, no characters that
// some system refuses, no name that Windows keeps for itself, no invisible
// signs that make it look like another.
func SafeName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7F || r == utf8.RuneError || strings.ContainsRune(`<>:"/\|?*`, r) || invisible(r) {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(name, "_"))
	ext := filepath.Ext(name)
	stem := strings.Trim(strings.TrimSuffix(name, ext), ". ")
	if ext = strings.TrimRight(ext, ". "); len(ext) > 12 {
		stem, ext = stem+ext, ""
	}
	for len(stem)+len(ext) > mostName {
		r := []rune(stem)
		stem = string(r[:len(r)-1])
	}
	if stem == "" {
		stem = "附件"
	}
	if first, rest, more := strings.Cut(stem, "."); reserved(first) {
		stem = first + "_"
		if more {
			stem += "." + rest
		}
	}
	return stem + ext
}

// reserved says whether Windows takes a file of this name for a device, whatever
// stands after its first dot: what is written there is gone.
func reserved(name string) bool {
	switch name = strings.ToUpper(strings.TrimRight(name, " ")); name {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$":
		return true
	}
	for _, port := range []string{"COM", "LPT"} {
		if digit, ok := strings.CutPrefix(name, port); ok && utf8.RuneCountInString(digit) == 1 && strings.Contains("0123456789¹²³", digit) {
			return true
		}
	}
	return false
}

// Wordings is the sentence that an amendment is about, and the sentence as it
// would read: what the two sides of the paper say.
func Wordings(a annotate.Amendment) (was, becomes string) { return original(a), changed(a) }
