package export

import (
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"filippo.io/age"

	"deputydesk/seeds/rules"
)

// A flaw is something that a session may not say, and where a session.toml says
// it: the nth line that begins with key.
type flaw struct {
	key    string
	nth    int
	reason string
}

func (f *flaw) Error() string { return f.reason }

func flawed(key string, nth int, format string, args ...any) error {
	return &flaw{key, nth, fmt.Sprintf(format, args...)}
}

// Limits of what a session says. A province has some 900 deputies, the country
// 3,000, and a duty is a few characters.
const (
	mostMembers = 10000
	mostNames   = 2000 // of delegations, units, categories, doubts
	mostRunes   = 500  // of one name, duty or post
)

// check says what is wrong with s; its error is a *flaw.
func (s Session) check() error {
	if s.Name == "" {
		return flawed("name", 1, "the name of the session is missing")
	}
	if s.Issued.IsZero() {
		return flawed("issued", 1, "the time of issue is missing")
	}
	for _, text := range []string{s.Name, s.Key} {
		if err := plain("name", 1, text); err != nil {
			return err
		}
	}
	for _, d := range []struct{ key, date string }{{"begins", s.Begins}, {"ends", s.Ends}} {
		if _, err := time.Parse(time.DateOnly, d.date); d.date != "" && err != nil {
			return flawed(d.key, 1, "%s %q is not a date like 2024-02-21", d.key, d.date)
		}
	}
	if s.Ends != "" && s.Begins > s.Ends {
		return flawed("ends", 1, "it ends on %s, before it begins on %s", s.Ends, s.Begins)
	}
	for _, d := range []struct{ key, moment string }{{"motion", s.Motion}, {"suggestion", s.Suggestion}} {
		if _, err := time.Parse(rules.Moment, d.moment); d.moment != "" && err != nil {
			return flawed(d.key, 1, "%s %q is not a time like 2024-02-22 12:00", d.key, d.moment)
		}
	}
	if err := checkKey(s.Key); err != nil {
		return err
	}
	if err := s.checkLists(); err != nil {
		return err
	}
	if err := s.checkReport(); err != nil {
		return err
	}
	if len(s.Corrections) > 0 && !json.Valid(s.Corrections) {
		return flawed("", 0, "%s is not JSON", correctionsName)
	}
	_, err := s.Pack(rules.Default())
	return err
}

// checkKey says whether key is one public key of age, alone on its line.
func checkKey(key string) error {
	if key == "" {
		return nil
	}
	if strings.HasPrefix(strings.ToUpper(key), "AGE-SECRET-KEY-") {
		return flawed("key", 1, "key is the secret key: give the public one, which begins with age1, and make a new pair if this file went anywhere")
	}
	all, err := age.ParseRecipients(strings.NewReader(key))
	if err != nil || len(all) != 1 || strings.ContainsAny(key, "\r\n# ") {
		return flawed("key", 1, "key is not a public key of age, which begins with age1")
	}
	return nil
}

func (s Session) checkLists() error {
	if err := distinct("delegations", "delegations", s.Delegations, func(d string) []string { return []string{d} }, false); err != nil {
		return err
	}
	if err := distinct("[[unit]]", "[[unit]]", s.Units, func(u SessionUnit) []string {
		return append(append([]string{u.Name, u.System}, u.Short...), u.Duties...)
	}, true); err != nil {
		return err
	}
	if err := distinct("[[category]]", "[[category]]", s.Categories, func(c SessionMatter) []string {
		return append(append([]string{c.Name}, c.Parts...), c.Words...)
	}, true); err != nil {
		return err
	}
	if err := distinct("", doubtsName, s.Doubts, func(m Misprint) []string {
		return []string{fmt.Sprint(m.Paragraph, m.Start, m.End), m.Suggestion, m.Why}
	}, false); err != nil {
		return err
	}
	if len(s.Roster) > mostMembers {
		return flawed("", 0, "roster: %d deputies, at most %d", len(s.Roster), mostMembers)
	}
	numbers := map[string]bool{}
	for i, m := range s.Roster {
		if err := m.check(); err != nil {
			return flawed("", 0, "roster: deputy %d: %v", i+1, err)
		}
		if m.Number != "" && numbers[m.Number] {
			return flawed("", 0, "roster: deputy %d: number %q stands twice", i+1, m.Number)
		}
		numbers[m.Number] = true
	}
	return nil
}

// distinct says whether every entry of list has a name of its own, the first of
// its words, and whether all words are short and plain. With each, entry n
// stands on the nth line that begins with key, else all on the first.
func distinct[T any](key, what string, list []T, words func(T) []string, each bool) error {
	if len(list) > mostNames {
		return flawed(key, 1, "%s: %d entries, at most %d", what, len(list), mostNames)
	}
	seen := map[string]bool{}
	for i, entry := range list {
		nth := 1
		if each {
			nth = i + 1
		}
		all := words(entry)
		switch {
		case strings.TrimSpace(all[0]) == "":
			return flawed(key, nth, "%s without a name", what)
		case seen[all[0]]:
			return flawed(key, nth, "%s %q stands twice", what, all[0])
		}
		seen[all[0]] = true
		for _, w := range all {
			if err := plain(key, nth, w); err != nil {
				return err
			}
		}
	}
	return nil
}

// plain says whether text is one short line that can be shown anywhere.
func plain(key string, nth int, text string) error {
	if !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl) {
		return flawed(key, nth, "%q has characters that cannot be shown", text)
	}
	// A key of age that resists quantum computers has 1,959 characters.
	if n := utf8.RuneCountInString(text); n > mostRunes && !strings.HasPrefix(text, "age1") || n > 4*mostRunes {
		return flawed(key, nth, "a text of %d characters, at most %d", n, mostRunes)
	}
	return nil
}

func (s Session) checkReport() error {
	r := s.Report
	if r == nil {
		return nil
	}
	for _, text := range []string{r.File, string(r.ID), r.Title, r.Body, r.Session, r.Source} {
		if err := plain("[report]", 1, text); err != nil {
			return err
		}
	}
	if _, err := time.Parse(time.DateOnly, r.Delivered); r.Delivered != "" && err != nil {
		return flawed("delivered", 1, "delivered %q is not a date like 2024-02-21", r.Delivered)
	}
	return nil
}

// checkFile says whether the report's file can be an entry of a package.
func (r *SessionReport) checkFile() error {
	if path.Base(r.File) != r.File || !properName(r.File) {
		return flawed("", 0, "report: the file name %q leads elsewhere", r.File)
	}
	if len(r.Data) == 0 {
		return flawed("", 0, "report: %s is empty", r.File)
	}
	if len(r.Data) > mostSource {
		return flawed("", 0, "report: %s has %d MB, at most %d", r.File, len(r.Data)>>20, mostSource>>20)
	}
	return nil
}

// telephone finds mobile numbers with or without blanks and hyphens, area codes
// with a hyphen, and numbers of identity cards, none of which a roster carries.
// A number of a deputy has at most some eight digits and passes.
var telephone = regexp.MustCompile(`(?:^|\D)(1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}-\d{7,8}|\d{17}[\dXx])(?:\D|$)`)

// Private reports whether text holds what looks like a telephone number or the
// number of an identity card.
func Private(text string) bool { return telephone.MatchString(unwide(text)) }

func (m Member) check() error {
	if m.Name == "" {
		return fmt.Errorf("no name")
	}
	for _, text := range []string{m.Name, m.Number, m.Delegation, m.Post} {
		if err := plain("", 0, text); err != nil {
			return err
		}
		if Private(text) {
			return fmt.Errorf("%s: a telephone or identity number, which a roster may not carry", m.Name)
		}
	}
	return nil
}

// unwide writes full-width digits and signs as their ordinary ones.
func unwide(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		if r == '　' {
			return ' '
		}
		return r
	}, text)
}
