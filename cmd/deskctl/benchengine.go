package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"deputydesk/search"
	"deputydesk/search/hanzi"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/ext/fts5"
)

// benchTop is how many results each engine returns with their text.
const benchTop = 10

// An engine is one way to search the invented library. Each answers with how
// many paragraphs it found and reads the text of the first ones.
type engine struct {
	name  string
	build func(dir string) error // makes what is kept under dir
	open  func(dir string) error // takes up what was built; nil if nothing is kept
	ask   func(query string) (total int, err error)
	close func() error
	// spent is the CPU time of other processes that ask has used; nil if it
	// starts none.
	spent func() time.Duration
}

// deskEngine is the catalogue itself. Quick is as while typing.
func deskEngine(docs []search.Doc) (e engine, quick func(query string) (int, error)) {
	var x *search.Index
	replace := func(dir string) (err error) {
		if x, err = search.Open(filepath.Join(dir, "desk")); err != nil {
			return err
		}
		if err = x.Replace(context.Background(), docs, nil, nil); err != nil {
			return err
		}
		return x.Trouble()
	}
	ask := func(q search.Query) (int, error) {
		a, err := x.Find(context.Background(), q)
		return a.Total, err
	}
	e = engine{
		name: "desk",
		build: func(dir string) error {
			if err := replace(dir); err != nil {
				return err
			}
			err := x.Close()
			x = nil // its memory is not that of the one opened next
			return err
		},
		open: replace,
		ask: func(query string) (int, error) {
			return ask(search.Query{Text: query, Limit: benchTop})
		},
		close: func() error { return x.Close() },
	}
	return e, func(query string) (int, error) {
		return ask(search.Query{Text: query, Limit: benchTop, Quick: true})
	}
}

// ftsEngine is SQLite's FTS5 with its trigram tokenizer, which finds words of
// fewer than three characters by reading everything.
func ftsEngine(docs []search.Doc) engine {
	var db *sqlite3.Conn
	connect := func(dir string) (err error) {
		if db, err = sqlite3.Open(filepath.Join(dir, "fts5.db")); err != nil {
			return err
		}
		return fts5.Register(db)
	}
	return engine{
		name: "fts5-trigram",
		build: func(dir string) error {
			if err := connect(dir); err != nil {
				return err
			}
			if err := fillFTS(db, docs); err != nil {
				return errors.Join(err, db.Close())
			}
			return db.Close()
		},
		open: connect,
		ask:  func(query string) (int, error) { return askFTS(db, query) },
		close: func() error {
			return db.Close()
		},
	}
}

func fillFTS(db *sqlite3.Conn, docs []search.Doc) (err error) {
	if err := db.Exec(`CREATE VIRTUAL TABLE docs USING fts5(body, tokenize='trigram'); BEGIN`); err != nil {
		return err
	}
	insert, _, err := db.Prepare(`INSERT INTO docs(rowid, body) VALUES (?, ?)`)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, insert.Close()) }()
	for i, d := range docs {
		if err := errors.Join(insert.BindInt(1, i+1), insert.BindText(2, d.Text), insert.Exec()); err != nil {
			return fmt.Errorf("fts5: document %d: %w", i, err)
		}
	}
	return db.Exec(`COMMIT; INSERT INTO docs(docs) VALUES ('optimize')`)
}

func askFTS(db *sqlite3.Conn, query string) (total int, err error) {
	var match, like []string
	for _, term := range strings.Fields(query) {
		if utf8.RuneCountInString(term) < 3 {
			like = append(like, "body LIKE '%"+term+"%'")
		} else {
			match = append(match, `"`+term+`"`)
		}
	}
	where, order, show := like, "rowid", "substr(body, 1, 60)"
	if len(match) > 0 {
		where = append(where, "docs MATCH '"+strings.Join(match, " AND ")+"'")
		order, show = "rank", "snippet(docs, 0, '[', ']', '', 60)"
	}
	condition := strings.Join(where, " AND ")
	for _, sql := range []string{
		fmt.Sprintf("SELECT %s FROM docs WHERE %s ORDER BY %s LIMIT %d", show, condition, order, benchTop),
		"SELECT count(*) FROM docs WHERE " + condition,
	} {
		stmt, _, err := db.Prepare(sql)
		if err != nil {
			return 0, fmt.Errorf("fts5: %s: %w", query, err)
		}
		for stmt.Step() {
			_ = stmt.ColumnText(0) // as for showing it
			total = stmt.ColumnInt(0)
		}
		if err := errors.Join(stmt.Err(), stmt.Close()); err != nil {
			return 0, fmt.Errorf("fts5: %s: %w", query, err)
		}
	}
	return total, nil
}

// flatEngine reads through all folded text in one piece of memory.
func flatEngine(docs []search.Doc) engine {
	var text []byte
	var ends []int
	return engine{
		name: "flat-scan",
		build: func(string) error {
			for _, d := range docs {
				plain, _ := hanzi.Forms(d.Text)
				text = append(append(text, plain...), '\n')
				ends = append(ends, len(text))
			}
			return nil
		},
		ask: func(query string) (int, error) {
			held := make(map[int]int)
			terms := strings.Fields(hanziWords(query))
			for k, term := range terms {
				doc, word := 0, []byte(term)
				for at := 0; ; {
					i := bytes.Index(text[at:], word)
					if i < 0 {
						break
					}
					at += i
					for ends[doc] <= at {
						doc++
					}
					if held[doc] == k {
						held[doc]++
					}
					at = ends[doc]
				}
			}
			total := 0
			for _, n := range held {
				if n == len(terms) {
					total++
				}
			}
			return total, nil
		},
		close: func() error { text, ends = nil, nil; return nil },
	}
}

// hanziWords folds the words of a query one by one, so that they stay apart.
func hanziWords(query string) string {
	words := strings.Fields(query)
	for i, w := range words {
		words[i] = hanzi.Fold(w).Text
	}
	return strings.Join(words, " ")
}

// ripgrepEngine starts ripgrep on one file with a paragraph a line.
func ripgrepEngine(docs []search.Doc, program string) engine {
	var file string
	var used time.Duration
	return engine{
		name: "ripgrep",
		build: func(dir string) error {
			var b bytes.Buffer
			for _, d := range docs {
				b.WriteString(strings.ReplaceAll(d.Text, "\n", " "))
				b.WriteByte('\n')
			}
			file = filepath.Join(dir, "ripgrep.txt")
			return os.WriteFile(file, b.Bytes(), 0o600)
		},
		ask: func(query string) (int, error) {
			terms := strings.Fields(query)
			cmd := exec.Command(program, "--fixed-strings", "--ignore-case", "--no-heading", terms[0], file)
			out, err := cmd.Output()
			if cmd.ProcessState != nil {
				used += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
			}
			if exit := (*exec.ExitError)(nil); err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
				return 0, fmt.Errorf("ripgrep: %s: %w", query, err)
			}
			total := 0
			for found := range bytes.Lines(out) {
				if len(terms) < 2 || bytes.Contains(found, []byte(terms[1])) {
					total++
				}
			}
			return total, nil
		},
		close: func() error { return nil },
		spent: func() time.Duration { return used },
	}
}

// diskUse is how many bytes lie under path.
func diskUse(path string) (int64, error) {
	total := int64(0)
	err := filepath.WalkDir(path, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err == nil {
			total += info.Size()
		}
		return err
	})
	return total, err
}
