package desk

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"deputydesk/search"
)

// replace writes the user's table with a time of its own, as an editor would.
func replace(t *testing.T, path, text string, at int) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	when := time.Date(2024, 2, 22, 9, 0, at, 0, time.UTC)
	if err := os.Chtimes(path, when, when); err != nil {
		t.Fatal(err)
	}
}

func TestTheUsersSynonyms(t *testing.T) {
	folder := t.TempDir()
	d := open(t, folder)
	ask := func() search.Answer {
		t.Helper()
		d.LearnSynonyms()
		d.Search("电马儿")
		d.Submit()
		return d.Finds().Answer
	}
	if a := ask(); a.Stage == search.Synonym {
		t.Fatalf("known before it was told: %+v", a)
	}
	path, err := d.SynonymTable("第一行\n\n  第二行")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil || string(data) != "\uFEFF# 第一行\r\n#\r\n# 第二行\r\n" {
		t.Errorf("the new table is %q, %v", data, err)
	}
	for i, tt := range []struct {
		name, table string
		stage       search.Stage
		skipped     []int
	}{
		{"remarks only", string(data), search.None, nil},
		{"a word", string(data) + "电马儿 = 充电桩\r\n", search.Synonym, nil},
		{"a slip", "这一行不对\n电马儿 = 充电桩\n= =\n", search.Synonym, []int{1, 3}},
		{"emptied", "", search.None, nil},
		{"in GB 18030", "\xb5\xe7\xc2\xed\xb6\xf9 = \xb3\xe4\xb5\xe7\xd7\xae\n", search.Synonym, nil},
	} {
		replace(t, path, tt.table, i)
		a := ask()
		if found := a.Stage == search.Synonym; found != (tt.stage == search.Synonym) {
			t.Errorf("%s: stage %s", tt.name, a.Stage)
		}
		if f := d.Finds(); !slices.Equal(f.Skipped, tt.skipped) {
			t.Errorf("%s: skipped %v, want %v", tt.name, f.Skipped, tt.skipped)
		}
	}
	again, err := d.SynonymTable("anders")
	if kept, _ := os.ReadFile(again); err != nil || strings.Contains(string(kept), "anders") {
		t.Errorf("opened again: %q, %v", kept, err)
	}
	shut(t, d)
	d = open(t, folder) // read at the start
	d.Search("电马儿")
	d.Submit()
	if a := d.Finds().Answer; a.Stage != search.Synonym {
		t.Errorf("after a restart: stage %s", a.Stage)
	}
	if err := os.Remove(filepath.Join(folder, synonymFile)); err != nil {
		t.Fatal(err)
	}
	if a := ask(); a.Stage == search.Synonym {
		t.Errorf("the table is gone, the words are not")
	}
	shut(t, d)
}

// The status line says a word about the index only when it takes long, and
// none when it is done.
func TestIndexingIsToldWhenItTakesLong(t *testing.T) {
	for _, tt := range []struct {
		name string
		step time.Duration // that every look at the clock takes
		want []int
	}{
		{"fast", 0, nil},
		{"slow", 3 * time.Second, []int{25, 50}},
	} {
		w := &waiter{}
		now := time.Date(2024, 2, 22, 9, 0, 0, 0, time.UTC)
		d := Open(Settings{Background: w.background, Now: func() time.Time {
			now = now.Add(tt.step)
			return now
		}})
		var got []int
		d.Changed = func(topic Topic) {
			if percent, ok := d.Indexing(); ok && topic == Indexed {
				got = append(got, percent)
			}
		}
		told := d.indexing()
		for _, done := range []int{100, 101, 200} {
			told(done, 400)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: told %v, want %v", tt.name, got, tt.want)
		}
	}
	d := open(t, t.TempDir())
	defer shut(t, d)
	if percent, ok := d.Indexing(); ok {
		t.Errorf("the index is built, and still %d %%", percent)
	}
}
