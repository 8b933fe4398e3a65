package store

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deputydesk/annotate"
)

// The folders of testdata/released are data folders as each schema left them:
// schema-N in clear, sealed-N under the passphrase below, with the rows of
// rows.json, which are in the shape of the program that first wrote them. They
// are made once, when a schema comes, and never again:
//
//	go test ./annotate/store -run Released -released
var makeReleased = flag.Bool("released", false, "make the folders of testdata/released that are not there yet")

const releasedSecret = "发布时的口令"

// releasedRows are the rows of a schema, by table, in the order of salvaged's columns.
type releasedRows map[string][][]*string

func readReleased(t *testing.T) []releasedRows {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "released", "rows.json"))
	must(t, err)
	var all []releasedRows
	must(t, json.Unmarshal(data, &all))
	if len(all) != len(migrations) {
		t.Fatalf("rows.json knows %d schemas, the program %d: add the rows that the new one can hold", len(all), len(migrations))
	}
	return all
}

// write fills a database of schema n.
func (r releasedRows) write(t *testing.T, path string, n int, o options) {
	t.Helper()
	db, err := openFile(path, o)
	must(t, err)
	must(t, migrate(db, n))
	for _, table := range salvaged {
		for _, row := range r[table.table] {
			marks := strings.TrimSuffix(strings.Repeat("?, ", len(row)), ", ")
			values := make([]any, len(row))
			for i, v := range row {
				if v != nil {
					values[i] = *v
				}
				if v != nil && table.table == "report" && i == 3 {
					values[i] = []byte(*v) // the source
				}
			}
			_, err := db.Exec(fmt.Sprintf(`INSERT INTO %s (%s) VALUES (%s)`, table.table, table.columns, marks), values...)
			must(t, err)
		}
	}
	_, err = db.Exec(`PRAGMA wal_checkpoint(truncate)`)
	must(t, err)
	must(t, db.Close())
}

// read returns what a store holds, in the same shape.
func readRows(t *testing.T, db *sql.DB) releasedRows {
	t.Helper()
	got := releasedRows{}
	for _, table := range salvaged {
		rows, err := db.Query(fmt.Sprintf(`SELECT %s FROM %s ORDER BY rowid`, table.columns, table.table))
		must(t, err)
		for rows.Next() {
			row := make([]*string, strings.Count(table.columns, ",")+1)
			into := make([]any, len(row))
			for i := range row {
				into[i] = &row[i]
			}
			must(t, rows.Scan(into...))
			got[table.table] = append(got[table.table], row)
		}
		must(t, rows.Err())
		must(t, rows.Close())
	}
	return got
}

// released copies a folder of testdata to where it may be written to.
func released(t *testing.T, name string) string {
	t.Helper()
	dir := t.TempDir()
	must(t, os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "released", name))))
	return dir
}

// Every schema that was ever released is brought up with every row as it was,
// in clear and under a passphrase; what is decoded of it is what was written.
func TestReleasedSchemasKeepEveryRow(t *testing.T) {
	for i, want := range readReleased(t) {
		n := i + 1
		for _, kind := range []string{"schema", "sealed"} {
			name := fmt.Sprintf("%s-%d", kind, n)
			t.Run(name, func(t *testing.T) {
				folder := filepath.Join("testdata", "released", name)
				if _, err := os.Stat(folder); err != nil && *makeReleased {
					makeFolder(t, folder, want, n, kind == "sealed")
				}
				s := open(t, released(t, name), With(releasedSecret))
				var now int
				must(t, s.db.QueryRow(`PRAGMA user_version`).Scan(&now))
				same(t, "schema", now, len(migrations))
				same(t, "sealed", s.Sealed(), kind == "sealed")
				sameRows(t, readRows(t, s.db), want)
				f, err := s.Facts()
				must(t, err)
				same(t, "sound", f.Sound, true)
				decoded(t, s, want)
			})
		}
	}
}

func makeFolder(t *testing.T, folder string, rows releasedRows, n int, sealed bool) {
	t.Helper()
	must(t, os.MkdirAll(folder, 0o755))
	o := options{}
	if sealed {
		o.key = bytes.Repeat([]byte{7}, keyLen)
		e, _, err := seal(o.key, releasedSecret)
		must(t, err)
		must(t, e.write(folder))
	}
	rows.write(t, filepath.Join(folder, o.name()), n, o)
}

func sameRows(t *testing.T, got, want releasedRows) {
	t.Helper()
	text := func(r releasedRows) string {
		data, err := json.MarshalIndent(r, "", " ")
		must(t, err)
		return string(data)
	}
	if a, b := text(got), text(want); a != b {
		t.Errorf("the rows are\n%s\nwant\n%s", a, b)
	}
}

// decoded reads the rows as the rooms above do.
func decoded(t *testing.T, s *Store, want releasedRows) {
	t.Helper()
	notes, err := s.AllNotes()
	must(t, err)
	same(t, "notes", texts(t, notes, err), []string{"请核实布点：老旧小区优先。", ""})
	gone, err := s.DeletedNotes()
	same(t, "deleted notes", texts(t, gone, err), []string{"删去的一条"})
	before, err := s.NoteHistory("note-1")
	same(t, "before", texts(t, before, err), []string{"请核实布点。"})
	drafts, err := s.Drafts()
	must(t, err)
	if len(drafts) != 1 || drafts[0].Deputy.Name != "测试代表甲" || len(drafts[0].Cites) == 0 || drafts[0].Body.Situation == "" {
		t.Errorf("drafts: %+v", drafts)
	}
	revisions, err := s.Revisions("draft-1")
	must(t, err)
	same(t, "revisions", len(revisions), 1)
	view := struct {
		Zoom int
		Look int
	}{}
	found, err := s.Setting("view", &view)
	must(t, err)
	same(t, "view", found && view.Zoom == 125 && view.Look == 0, true)
	reports, err := s.Reports()
	must(t, err)
	same(t, "reports", len(reports), len(want["report"]))
	for _, r := range reports {
		same(t, "title", r.Meta.Title, "测试市人民政府工作报告")
		same(t, "fixes", len(r.Meta.Fixes), 0)
	}
	type entry struct{ Proposal annotate.Proposal }
	entries, err := Records[entry](s, "entry")
	must(t, err)
	same(t, "entries", len(entries), min(len(want["record"]), 1))
	must(t, s.SaveNote(note("new", "升级以后写的")))
}

// A schema of a newer program is refused by name, and not one byte is changed.
func TestReleasedNewerSchemaIsLeftAlone(t *testing.T) {
	for _, kind := range []string{"schema", "sealed"} {
		dir := released(t, fmt.Sprintf("%s-%d", kind, len(migrations)))
		o := options{}
		if kind == "sealed" {
			o.key = bytes.Repeat([]byte{7}, keyLen)
		}
		path := filepath.Join(dir, o.name())
		db, err := openFile(path, o)
		must(t, err)
		_, err = db.Exec(`CREATE TABLE tomorrow (id TEXT); INSERT INTO tomorrow VALUES ('甲'); PRAGMA user_version = 99; PRAGMA wal_checkpoint(truncate)`)
		must(t, err)
		must(t, db.Close())
		before, err := os.ReadFile(path)
		must(t, err)

		_, _, err = Open(dir, With(releasedSecret))
		if !errors.Is(err, ErrNewer) || !strings.Contains(err.Error(), "schema 99, this program knows") {
			t.Errorf("%s: opened with %v, want ErrNewer", kind, err)
		}
		after, err := os.ReadFile(path)
		must(t, err)
		if !bytes.Equal(before, after) {
			t.Errorf("%s: the file of a newer program was changed", kind)
		}
		left, err := filepath.Glob(filepath.Join(dir, "*damaged*"))
		must(t, err)
		same(t, "taken for damage", len(left), 0)
	}
}
