package assets

import (
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"runtime"
	"strings"
)

//go:embed words/zh-Hans/*.json words/en/*.json
var catalogues embed.FS

// The languages that have a catalogue. Chinese is the first: what a catalogue
// of another language lacks is said in Chinese.
const (
	Chinese = "zh-Hans"
	English = "en"
)

// Words are what the program says to people in one language.
//
// A language is a folder of flat JSON objects, one file a room, one key a line:
//
//	words/zh-Hans/drafts.json    "drafts.saved": "已保存 {time}",
//
// A key begins with the name of its file. {time} is a gap that Text fills. The
// zero value has no words: it says every key in ⟦…⟧.
type Words struct {
	locale string
	words  map[string]string // key → text in the language
	first  map[string]string // key → text in Chinese
}

// Language returns the words of locale, one of those Locale returns. An unknown
// locale gets Chinese. The catalogues are embedded and held by tests, so that
// reading them cannot fail in a finished program; a broken one has no words.
func Language(locale string) Words {
	if locale != English {
		locale = Chinese
	}
	// The errors are those of a broken build, which the tests refuse.
	first, _ := catalogue(Chinese)
	words, _ := catalogue(locale)
	return Words{locale: locale, words: words, first: first}
}

// Locale is the language a command speaks, read from the environment as POSIX
// orders it: LC_ALL, else LC_MESSAGES, else LANG. A Chinese locale (zh_CN.UTF-8)
// gives Chinese, every other one, and none, English. The window does not ask: it
// starts in Chinese, whatever the environment says.
func Locale(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := getenv(name)
		if value == "" {
			continue
		}
		if strings.HasPrefix(strings.ToLower(value), "zh") {
			return Chinese
		}
		return English
	}
	return English
}

// Locale is the language w speaks, Chinese or English; "" for the zero value.
func (w Words) Locale() string { return w.locale }

// Has says whether there is a text for key, in the language of w or in Chinese.
func (w Words) Has(key string) bool {
	_, own := w.words[key]
	_, first := w.first[key]
	return own || first
}

// Text is the text of key with its gaps filled: args are names and values by
// turns, as in
//
//	w.Text("drafts.saved", "time", "14:05")
//
// A key the language lacks is said in Chinese, and one that Chinese lacks too
// stands in the window as ⟦key⟧, so that somebody sees it. A gap without a value
// stays as it is written, a value without a gap is dropped. Values are never
// searched for gaps: what a user typed between braces stays what it is.
func (w Words) Text(key string, args ...any) string {
	text, ok := w.words[key]
	if !ok {
		text, ok = w.first[key]
	}
	if !ok {
		return "⟦" + key + "⟧"
	}
	if len(args) < 2 {
		return text
	}
	pairs := make([]string, 0, len(args))
	for i := 0; i+1 < len(args); i += 2 {
		pairs = append(pairs, "{"+fmt.Sprint(args[i])+"}", fmt.Sprint(args[i+1]))
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// catalogue reads all files of one language. It says which file is broken, which
// key stands in two files and which key does not begin with its file's name.
func catalogue(locale string) (map[string]string, error) {
	dir := path.Join("words", locale)
	entries, err := catalogues.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("words %s: %w", locale, err)
	}
	all := make(map[string]string)
	for _, e := range entries {
		data, err := catalogues.ReadFile(path.Join(dir, e.Name()))
		if err != nil {
			return nil, fmt.Errorf("words %s: %w", locale, err)
		}
		lines, err := readWords(data)
		if err != nil {
			return nil, fmt.Errorf("words %s/%s: %w", locale, e.Name(), err)
		}
		room := strings.TrimSuffix(e.Name(), ".json")
		for _, l := range lines {
			if !strings.HasPrefix(l.key, room+".") {
				return nil, fmt.Errorf("words %s/%s: key %q: want one that begins with %q", locale, e.Name(), l.key, room+".")
			}
			if _, twice := all[l.key]; twice {
				return nil, fmt.Errorf("words %s/%s: key %q: stands twice", locale, e.Name(), l.key)
			}
			all[l.key] = Keyboard(runtime.GOOS, l.text)
		}
	}
	return all, nil
}

// A word is one line of a catalogue.
type word struct{ key, text string }

// readWords reads one file of a catalogue in its order. It reads tokens rather
// than a map, because a map keeps the last of two equal keys in silence.
func readWords(data []byte) ([]word, error) {
	d := json.NewDecoder(strings.NewReader(string(data)))
	open, err := d.Token()
	if err != nil {
		return nil, err
	}
	if open != json.Delim('{') {
		return nil, fmt.Errorf("begins with %v: want one flat object", open)
	}
	var lines []word
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, err
		}
		value, err := d.Token()
		if err != nil {
			return nil, err
		}
		text, ok := value.(string)
		if !ok {
			return nil, fmt.Errorf("key %q: want a text in quotes", key)
		}
		lines = append(lines, word{fmt.Sprint(key), text})
	}
	if _, err := d.Token(); err != nil {
		return nil, err
	}
	if more, err := d.Token(); err != io.EOF {
		return nil, fmt.Errorf("goes on after its object with %v: want one flat object", more)
	}
	return lines, nil
}
