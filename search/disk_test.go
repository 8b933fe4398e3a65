package search

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
)

// always makes the index on disk answer, however few Docs there are.
func always(t *testing.T) {
	t.Helper()
	before := scanLimit
	scanLimit = 0
	t.Cleanup(func() { scanLimit = before })
}

func numbered(n int) []Doc {
	var docs []Doc
	for i := range n {
		docs = append(docs, Doc{Kind: Reports, ID: fmt.Sprint(i), Text: fmt.Sprintf("第%d段：新建公共充电桩%d个，漯河港二期。", i, i*10), Heading: "一、交通", Year: 2024, Order: i})
	}
	return docs
}

func open(t *testing.T, dir string, public, private []Doc) *Index {
	t.Helper()
	x, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Replace(context.Background(), public, private, nil); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

func shelved(t *testing.T, dir string) string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join(dir, finished+"*"))
	if err != nil || len(all) != 1 {
		t.Fatalf("indexes in %s: %v, %v; want one", dir, all, err)
	}
	return all[0]
}

func TestDiskIsUsedAgain(t *testing.T) {
	always(t)
	dir := t.TempDir()
	built := 0
	count := func(done, total int) { built++ }
	x := open(t, dir, numbered(300), nil)
	if x.Trouble() != nil {
		t.Fatal(x.Trouble())
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	y, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := y.Replace(context.Background(), numbered(300), nil, count); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := y.Close(); err != nil {
			t.Error(err)
		}
	})
	if built != 1 {
		t.Errorf("progress was told %d times; an index that is there is not built again", built)
	}
	if got := find(t, y, "漯河港").Total; got != 300 {
		t.Errorf("found %d of 300", got)
	}
	if err := y.Replace(context.Background(), numbered(301), nil, nil); err != nil {
		t.Fatal(err)
	}
	if got := find(t, y, "漯河港").Total; got != 301 {
		t.Errorf("found %d of 301", got)
	}
	shelved(t, dir)
}

// Whatever happened to the index, opening it takes less than two seconds and
// everything is found.
func TestDamagedIndexIsReplaced(t *testing.T) {
	always(t)
	inStore := func(name string, f func(path string) error) func(dir string) error {
		return func(dir string) error {
			all, err := filepath.Glob(filepath.Join(dir, "store", name))
			if err != nil || len(all) == 0 {
				return fmt.Errorf("no %s in %s", name, dir)
			}
			return f(all[0])
		}
	}
	truncate := func(path string) error { return os.Truncate(path, 100) }
	garbage := func(path string) error { return os.WriteFile(path, []byte(strings.Repeat("废", 5000)), 0o600) }
	flip := func(path string) error {
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		raw[len(raw)/2] ^= 0x10
		return os.WriteFile(path, raw, 0o600)
	}
	for _, tt := range []struct {
		name string
		harm func(dir string) error
	}{
		{"segment cut off", inStore("*.zap", truncate)},
		{"segment gone", inStore("*.zap", os.Remove)},
		{"one bit of a segment", inStore("*.zap", flip)},
		{"root.bolt cut off", inStore("root.bolt", truncate)},
		{"root.bolt garbage", inStore("root.bolt", garbage)},
		{"root.bolt empty", inStore("root.bolt", func(path string) error { return os.Truncate(path, 0) })},
		{"mapping gone", func(dir string) error { return os.Remove(filepath.Join(dir, "index_meta.json")) }},
		{"manifest gone", func(dir string) error { return os.Remove(filepath.Join(dir, manifest)) }},
		{"manifest garbage", func(dir string) error { return garbage(filepath.Join(dir, manifest)) }},
		{"a file in its place", func(dir string) error {
			if err := os.RemoveAll(dir); err != nil {
				return err
			}
			return garbage(dir)
		}},
		{"built by another version", func(dir string) error {
			path := filepath.Join(dir, manifest)
			raw, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			return os.WriteFile(path, []byte(strings.Replace(string(raw), format, "deputydesk-catalogue/99", 1)), 0o600)
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := open(t, dir, numbered(50), nil).Close(); err != nil {
				t.Fatal(err)
			}
			if err := tt.harm(shelved(t, dir)); err != nil {
				t.Fatal(err)
			}
			began := time.Now()
			x := open(t, dir, numbered(50), nil)
			if took := time.Since(began); took > 2*time.Second {
				t.Errorf("took %v", took)
			}
			if x.Trouble() != nil || x.lib.disk == nil {
				t.Errorf("no index: %v", x.Trouble())
			}
			if got := find(t, x, "充电桩").Total; got != 50 {
				t.Errorf("found %d of 50", got)
			}
		})
	}
}

// Another program that holds the files does not stop this one.
func TestLockedIndexIsBuiltAside(t *testing.T) {
	always(t)
	dir := t.TempDir()
	if err := open(t, dir, numbered(50), nil).Close(); err != nil {
		t.Fatal(err)
	}
	held, err := bolt.Open(filepath.Join(shelved(t, dir), "store", "root.bolt"), 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := held.Close(); err != nil {
			t.Error(err)
		}
	})
	began := time.Now()
	x := open(t, dir, numbered(50), nil)
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("took %v", took)
	}
	if got := find(t, x, "充电桩").Total; got != 50 || x.lib.disk == nil {
		t.Errorf("found %d of 50, trouble %v", got, x.Trouble())
	}
}

func TestTwoProgramsShareAnIndex(t *testing.T) {
	always(t)
	dir := t.TempDir()
	x, y := open(t, dir, numbered(50), nil), open(t, dir, numbered(50), nil)
	if x.lib.disk == nil || y.lib.disk == nil || x.lib.disk.dir != y.lib.disk.dir {
		t.Errorf("trouble: %v, %v", x.Trouble(), y.Trouble())
	}
	if a, b := find(t, x, "充电桩").Total, find(t, y, "充电桩").Total; a != 50 || b != 50 {
		t.Errorf("found %d and %d of 50", a, b)
	}
}

func TestUnwritableDirectory(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	x := open(t, dir, numbered(50), nil)
	if x.Trouble() == nil {
		t.Error("no trouble was told")
	}
	if got := find(t, x, "充电桩").Total; got != 50 {
		t.Errorf("found %d of 50", got)
	}
}

func TestCancelledBuildLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	x, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	err = x.Replace(ctx, numbered(500), nil, func(done, total int) { cancel() })
	if err != context.Canceled {
		t.Errorf("got %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left %v, %v", left, err)
	}
	if got := find(t, x, "充电桩").Total; got != 500 {
		t.Errorf("found %d of 500", got)
	}
}

// Nothing that a person typed is ever written beside the encrypted store.
func TestPrivateWordsStayInMemory(t *testing.T) {
	always(t)
	dir := t.TempDir()
	note := Doc{Kind: Notes, ID: "n", Text: "测试代表甲的秘密想法：麒麟山水库"}
	x := open(t, dir, numbered(50), []Doc{note})
	if find(t, x, "麒麟山").Total != 1 {
		t.Error("the note is not found")
	}
	if err := x.SetPrivate([]Doc{note, {Kind: Proposals, ID: "p", Text: "关于凤凰岭隧道的建议"}}); err != nil {
		t.Fatal(err)
	}
	if find(t, x, "凤凰岭").Total != 1 || find(t, x, "充电桩").Total != 50 {
		t.Error("notes and reports are not both found")
	}
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		for _, secret := range []string{"麒麟", "麟山", "凤凰", "隧道", "秘密"} {
			if strings.Contains(string(raw), secret) {
				t.Errorf("%s holds %s", path, secret)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// The index on disk and reading through the Docs give the same answers.
func TestDiskAnswersLikeScan(t *testing.T) {
	docs := append(numbered(40), seedLike()...)
	scan := Scan(docs)
	always(t)
	x := open(t, t.TempDir(), docs, nil)
	for _, q := range queries {
		a, b := find(t, scan, q), find(t, x, q)
		a.Took, b.Took = 0, 0
		if !reflect.DeepEqual(a, b) {
			t.Errorf("%s: scan %s %d %v, disk %s %d %v", q, a.Stage, a.Total, a.Also, b.Stage, b.Total, b.Also)
		}
		for _, n := range []string{q + " -港", "标题:交通 " + q, q + " 或 充电桩"} {
			a, b := find(t, scan, n), find(t, x, n)
			a.Took, b.Took = 0, 0
			if !reflect.DeepEqual(a, b) {
				t.Errorf("%s: scan %s %d, disk %s %d", n, a.Stage, a.Total, b.Stage, b.Total)
			}
		}
	}
}
