package assets

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// rooms are the files each language has: a new room is a new row.
var rooms = []string{"board", "check", "ctl", "desk", "diagnosis", "drafts", "editions", "entries", "errors", "finder", "intakes", "issue", "keys", "manual", "margin", "merging", "press", "proof", "reader", "rules", "sheet", "staff", "start", "suggest", "targets", "window"}

var gap = regexp.MustCompile(`\{[^{}]*\}`)

func gaps(text string) []string {
	g := gap.FindAllString(text, -1)
	slices.Sort(g)
	return slices.Compact(g)
}

func TestCataloguesSayTheSameThings(t *testing.T) {
	chinese, err := catalogue(Chinese)
	if err != nil {
		t.Fatal(err)
	}
	english, err := catalogue(English)
	if err != nil {
		t.Fatal(err)
	}
	for key, text := range chinese {
		other, ok := english[key]
		if !ok {
			t.Errorf("en lacks %q (%s)", key, text)
			continue
		}
		if a, b := gaps(text), gaps(other); !slices.Equal(a, b) {
			t.Errorf("%s: gaps %v in zh-Hans, %v in en", key, a, b)
		}
	}
	for key, text := range english {
		if _, ok := chinese[key]; !ok {
			t.Errorf("zh-Hans lacks %q (%s)", key, text)
		}
	}
	for locale, words := range map[string]map[string]string{Chinese: chinese, English: english} {
		for key, text := range words {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s: %s: empty", locale, key)
			}
			if strings.ContainsAny(gap.ReplaceAllString(text, ""), "{}") {
				t.Errorf("%s: %s: a brace without its pair: %s", locale, key, text)
			}
		}
	}
}

func TestEveryLanguageHasEveryRoom(t *testing.T) {
	for _, locale := range []string{Chinese, English} {
		entries, err := catalogues.ReadDir(path.Join("words", locale))
		if err != nil {
			t.Fatal(err)
		}
		var have []string
		for _, e := range entries {
			have = append(have, strings.TrimSuffix(e.Name(), ".json"))
		}
		if !slices.Equal(have, rooms) {
			t.Errorf("%s has rooms %v, want %v", locale, have, rooms)
		}
	}
}

// One key a line lets several people add words without meeting in a merge.
func TestOneKeyStandsOnOneLine(t *testing.T) {
	for _, locale := range []string{Chinese, English} {
		for _, room := range rooms {
			name := path.Join("words", locale, room+".json")
			data, err := catalogues.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			words, err := readWords(data)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			lines := 0
			seen := map[string]bool{}
			for line := range bytes.Lines(data) {
				line, begins := bytes.CutPrefix(bytes.TrimSpace(line), []byte(`"`))
				if !begins {
					continue
				}
				lines++
				key, _, _ := strings.Cut(string(line), `"`)
				if seen[key] {
					t.Errorf("%s: %s stands twice", name, key)
				}
				seen[key] = true
			}
			if lines != len(words) {
				t.Errorf("%s: %d keys on %d lines", name, len(words), lines)
			}
		}
	}
}

func TestReadWordsRefuses(t *testing.T) {
	for _, tt := range []struct{ name, file, want string }{
		{"a list", `["a"]`, "begins with [: want one flat object"},
		{"a nested object", `{"a.b": {"c": "d"}}`, `key "a.b": want a text in quotes`},
		{"two objects", `{"a.b": "c"} {"a.d": "e"}`, "goes on after its object with {: want one flat object"},
		{"a number", `{"a.b": 3}`, `key "a.b": want a text in quotes`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := readWords([]byte(tt.file))
			if err == nil || err.Error() != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
	for _, file := range []string{``, `{"a.b"}`, `{"a.b": "c"`} {
		if words, err := readWords([]byte(file)); err == nil {
			t.Errorf("%q read as %v", file, words)
		}
	}
}

func TestTextFillsItsGaps(t *testing.T) {
	w := Words{
		locale: English,
		words:  map[string]string{"a.saved": "Saved at {time}", "a.two": "{n} of {all}, {n}"},
		first:  map[string]string{"a.saved": "已保存 {time}", "a.only": "只有中文"},
	}
	for _, tt := range []struct {
		key  string
		args []any
		want string
	}{
		{"a.saved", []any{"time", "14:05"}, "Saved at 14:05"},
		{"a.saved", nil, "Saved at {time}"},
		{"a.saved", []any{"time"}, "Saved at {time}"},
		{"a.saved", []any{"hour", 3}, "Saved at {time}"},
		{"a.saved", []any{"time", "{time}"}, "Saved at {time}"},
		{"a.two", []any{"n", 3, "all", "{n}"}, "3 of {n}, 3"},
		{"a.only", nil, "只有中文"},
		{"a.none", []any{"n", 3}, "⟦a.none⟧"},
	} {
		if got := w.Text(tt.key, tt.args...); got != tt.want {
			t.Errorf("Text(%q, %v) = %q, want %q", tt.key, tt.args, got, tt.want)
		}
	}
	if w.Has("a.none") || !w.Has("a.only") || !w.Has("a.two") {
		t.Error("Has does not agree with Text")
	}
	if got := (Words{}).Text("a.b"); got != "⟦a.b⟧" {
		t.Errorf("the zero value says %q", got)
	}
}

func TestLocaleIsReadAsPOSIXOrdersIt(t *testing.T) {
	for _, tt := range []struct{ all, messages, lang, want string }{
		{"", "", "zh_CN.UTF-8", Chinese},
		{"", "", "zh", Chinese},
		{"", "", "ZH_cn", Chinese},
		{"", "", "en_US.UTF-8", English},
		{"", "", "", English},
		{"", "", "C", English},
		{"POSIX", "", "zh_CN.UTF-8", English},
		{"", "zh_CN.UTF-8", "en_US.UTF-8", Chinese},
		{"en_GB", "zh_CN.UTF-8", "zh_CN.UTF-8", English},
		{"", "", "de_DE.UTF-8", English},
	} {
		env := map[string]string{"LC_ALL": tt.all, "LC_MESSAGES": tt.messages, "LANG": tt.lang}
		if got := Locale(func(name string) string { return env[name] }); got != tt.want {
			t.Errorf("LC_ALL=%q LC_MESSAGES=%q LANG=%q: %s, want %s", tt.all, tt.messages, tt.lang, got, tt.want)
		}
	}
	for locale, want := range map[string]string{"": Chinese, "zh-Hans": Chinese, "en": English, "fr": Chinese} {
		if got := Language(locale).Locale(); got != want {
			t.Errorf("Language(%q) speaks %s, want %s", locale, got, want)
		}
	}
}
