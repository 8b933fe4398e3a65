package export

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"deputydesk/seeds/report"
	"deputydesk/seeds/rules"
)

// Session package format (.dbs, 会议包), schema 1.
//
// One file that staff make sets up the program of every deputy of a session. It
// is a zip, written as a packet is: entries stored, without times, in the order
// of their names, so that the same content is the same bytes on every machine.
//
//	manifest.json           a SessionManifest
//	session.json            a Session, less what has an entry of its own
//	report/<name>           the report as it was printed, .txt .docx or .pdf
//	rules.toml              the rule pack, as staff wrote it
//	roster.json             a list of Member
//	doubts.json             a list of Misprint
//	corrections.json        confirmed targets; another room reads them
//
// All but the first two may be missing. The manifest holds the hash of every
// other entry, and its id is the hash of these, of the session's name, of the
// time and of the fingerprint: what was changed, taken out or put in is found
// out. Who made the package it does not say; that is what the fingerprint of the
// committee's key is shown for.
//
// Readers keep entries and fields that they do not know, so that an old program
// can hand a package on. A change that an old reader would misread is named in
// the manifest's "critical" list, and a name that a reader does not know makes
// it refuse the package. Refused as well: an entry the manifest does not name,
// names that lead anywhere else, an entry that stands twice, anything in a
// roster that looks like a telephone number, a rule pack or a key that cannot be
// read, and more than the limits in sessionread.go.

// sessionSchema is the schema that is written.
const sessionSchema = 1

// A Session is what a session package says.
type Session struct {
	Name   string    `json:"session"` // 届次: "漯河市第八届人民代表大会第三次会议"
	Issued time.Time `json:"issued"`  // to the second; of two packages the later one counts
	Begins string    `json:"begins,omitempty"`
	Ends   string    `json:"ends,omitempty"` // civil dates "2024-02-23"; "" if not given

	Motion     string `json:"motion,omitempty"`     // 议案截止, local time in the layout rules.Moment
	Suggestion string `json:"suggestion,omitempty"` // 建议截止, likewise

	// Key is the public key of the committee, to which proposals are encrypted:
	// an age recipient. "" if nothing is to be encrypted.
	Key string `json:"key,omitempty"`

	Delegations []string        `json:"delegations,omitempty"`
	Units       []SessionUnit   `json:"units,omitempty"`      // none: those of the rule pack
	Categories  []SessionMatter `json:"categories,omitempty"` // none: those of the rule pack
	Report      *SessionReport  `json:"report,omitempty"`     // nil: the package has none

	Rules       []byte          `json:"-"` // the pack as TOML; nil: the program's own
	Roster      []Member        `json:"-"`
	Doubts      []Misprint      `json:"-"`
	Corrections json.RawMessage `json:"-"`
}

// A SessionReport is a report as it was printed for a session.
type SessionReport struct {
	File      string    `json:"file"` // of the entry, without folder: "report.docx"
	ID        report.ID `json:"id"`
	Title     string    `json:"title,omitempty"`
	Body      string    `json:"body,omitempty"`
	Session   string    `json:"session,omitempty"`
	Year      int       `json:"year,omitempty"`
	Delivered string    `json:"delivered,omitempty"`
	Source    string    `json:"source,omitempty"`

	// Layout is what staff said of its headings and paragraphs; another room
	// reads it. Readers that do not know it show the report as they read it.
	Layout json.RawMessage `json:"layout,omitempty"`

	Data []byte `json:"-"` // the file itself
}

// A SessionUnit is a rules.Unit as a session package writes it.
type SessionUnit struct {
	Name   string   `json:"name" toml:"name"`
	Short  []string `json:"short,omitempty" toml:"short"`
	System string   `json:"system,omitempty" toml:"system"`
	Duties []string `json:"duties,omitempty" toml:"duties"`
}

// A SessionMatter is a rules.Category as a session package writes it.
type SessionMatter struct {
	Name  string   `json:"name" toml:"name"`
	Parts []string `json:"parts,omitempty" toml:"parts"`
	Words []string `json:"words,omitempty" toml:"words"`
}

// A Member is a deputy in the roster (代表名册): what everybody may know, no
// telephone and no address.
type Member struct {
	Name       string `json:"name"`
	Number     string `json:"number,omitempty"` // 代表证号
	Delegation string `json:"delegation,omitempty"`
	Post       string `json:"post,omitempty"` // 工作单位及职务
}

// A Misprint is a place where the print may have slipped (排印提示), as staff
// looked at it.
type Misprint struct {
	Paragraph  report.ParagraphID `json:"paragraph"`
	Start      int                `json:"start"` // runes into the paragraph's text
	End        int                `json:"end"`
	Text       string             `json:"text"` // as printed
	Suggestion string             `json:"suggestion,omitempty"`
	Why        string             `json:"why,omitempty"` // an intake.DoubtKind
}

// A SessionManifest says what a session package holds.
type SessionManifest struct {
	Schema      int         `json:"schema"`
	Critical    []string    `json:"critical,omitempty"` // what a reader must know to read this
	ID          string      `json:"id"`                 // 64 hex digits
	Session     string      `json:"session"`
	Issued      string      `json:"issued"`                // RFC 3339
	Fingerprint string      `json:"fingerprint,omitempty"` // of the committee's key
	Files       []FileEntry `json:"files"`                 // in the order of their names
}

// A FileEntry names an entry of a session package.
type FileEntry struct {
	Name   string `json:"name"`
	Size   int    `json:"size"` // bytes
	SHA256 string `json:"sha256"`
}

// A SessionPackage is a session package that was made or read.
type SessionPackage struct {
	Manifest SessionManifest
	Session  Session

	manifest []byte            // manifest.json as read or written
	raw      map[string][]byte // the other entries by name
}

// The names of the entries.
const (
	manifestName    = "manifest.json"
	sessionName     = "session.json"
	rulesName       = "rules.toml"
	rosterName      = "roster.json"
	doubtsName      = "doubts.json"
	correctionsName = "corrections.json"
	reportFolder    = "report/"
)

// NewSession returns a package of s. It refuses what a reader would refuse.
func NewSession(s Session) (SessionPackage, error) {
	s.Issued = s.Issued.Truncate(time.Second)
	err := s.check()
	if err == nil && s.Report != nil {
		err = s.Report.checkFile()
	}
	if err != nil {
		return SessionPackage{}, fmt.Errorf("session package: %w", err)
	}
	p := SessionPackage{Session: s, raw: map[string][]byte{}}
	lists := map[string]any{sessionName: s}
	if len(s.Roster) > 0 {
		lists[rosterName] = s.Roster
	}
	if len(s.Doubts) > 0 {
		lists[doubtsName] = s.Doubts
	}
	for name, v := range lists {
		data, err := encode(v)
		if err != nil {
			return p, fmt.Errorf("session package: %s: %w", name, err)
		}
		p.raw[name] = data
	}
	if len(s.Rules) > 0 {
		p.raw[rulesName] = s.Rules
	}
	if len(s.Corrections) > 0 {
		p.raw[correctionsName] = s.Corrections
	}
	if s.Report != nil {
		p.raw[reportFolder+s.Report.File] = s.Report.Data
	}
	p.Manifest = SessionManifest{
		Schema: sessionSchema, Session: s.Name, Issued: s.Issued.Format(time.RFC3339), Fingerprint: Fingerprint(s.Key),
		Files: []FileEntry{},
	}
	for _, name := range slices.Sorted(maps.Keys(p.raw)) {
		p.Manifest.Files = append(p.Manifest.Files, FileEntry{name, len(p.raw[name]), digest(p.raw[name])})
	}
	p.Manifest.ID = p.Manifest.hash()
	p.manifest, err = encode(p.Manifest)
	return p, err
}

// hash is the id of a package: of everything in it that a program acts on.
func (m SessionManifest) hash() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q\n%q\n%q\n", m.Session, m.Issued, m.Fingerprint)
	for _, f := range m.Files {
		fmt.Fprintf(&b, "%q %s\n", f.Name, f.SHA256)
	}
	return digest([]byte(b.String()))
}

// Bytes returns p as a file. A package that was read comes out with every field
// and entry it came with.
func (p SessionPackage) Bytes() ([]byte, error) {
	entries := maps.Clone(p.raw)
	entries[manifestName] = p.manifest
	data, err := zipped(entries)
	if err != nil {
		return nil, fmt.Errorf("session package: %w", err)
	}
	return data, nil
}

// fingerprintBytes is how much of the hash of a key people compare: 80 bits are
// twenty digits on the telephone and more than anybody can search for another
// key of.
const fingerprintBytes = 10

// Fingerprint is how people compare keys: the start of the SHA-256 of the key's
// text as five groups of four hex digits; "" for no key.
func Fingerprint(key string) string {
	if key == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(key))
	digits := hex.EncodeToString(sum[:fingerprintBytes])
	var groups []string
	for i := 0; i < len(digits); i += 4 {
		groups = append(groups, digits[i:i+4])
	}
	return strings.Join(groups, " ")
}

// Pack returns the rule pack that s puts in force: its own, or else standard,
// with what s says of delegations, units, categories and deadlines.
func (s Session) Pack(standard *rules.Pack) (*rules.Pack, error) {
	p := *standard
	if len(s.Rules) > 0 {
		own, err := rules.Read(rulesName, s.Rules)
		if err != nil {
			return nil, err
		}
		p = *own
	}
	if len(s.Delegations) > 0 {
		p.Delegations = s.Delegations
	}
	if len(s.Units) > 0 {
		p.Units = make([]rules.Unit, len(s.Units))
		for i, u := range s.Units {
			p.Units[i] = rules.Unit(u)
		}
	}
	if len(s.Categories) > 0 {
		p.Categories = make([]rules.Category, len(s.Categories))
		for i, c := range s.Categories {
			p.Categories[i] = rules.Category(c)
		}
	}
	if s.Motion != "" {
		p.Deadlines.Motion = s.Motion
	}
	if s.Suggestion != "" {
		p.Deadlines.Suggestion = s.Suggestion
	}
	return &p, nil
}

// ErrSession is wrapped by every error about a file that is no session package.
var ErrSession = errors.New("not a usable session package")
