package desk

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/export"
	"deputydesk/seeds"
)

// handedIn writes a folder as the staff get it on the last day: n packets, of
// every ten one comes twice, one is revised, one is another text under the same
// revision, one is damaged, one is a bomb.
func handedIn(t *testing.T, n int) (folder string, want map[registry.Verdict]int) {
	t.Helper()
	example, err := annotate.ReadFile("example.toml", seeds.Example())
	if err != nil {
		t.Fatal(err)
	}
	folder, want = t.TempDir(), map[registry.Verdict]int{}
	put := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for i := range n {
		p := example
		p.ID = annotate.ProposalID(fmt.Sprintf("%08d-0000-4000-8000-000000000000", i))
		p.Title = fmt.Sprintf("关于第%d处公共充电桩的建议", i)
		p.Deputy.Number = fmt.Sprintf("%04d", i)
		packed := func() []byte {
			data, err := export.Pack(p.Deputy.Name, []annotate.Proposal{p})
			if err != nil {
				t.Fatal(err)
			}
			return data
		}
		data := packed()
		put(fmt.Sprintf("%d.dbz", i), data)
		want[registry.New]++
		switch i % 10 {
		case 1:
			put(fmt.Sprintf("%d again.dbz", i), data)
			want[registry.Duplicate]++
		case 2:
			p.Revision, p.Body.Proposal = 2, "改为两处。"
			put(fmt.Sprintf("%d revised.dbz", i), packed())
			want[registry.Revised]++
		case 3:
			p.Body.Proposal = "改为三处。"
			put(fmt.Sprintf("%d other.dbz", i), packed())
			want[registry.Conflict]++
		case 4:
			put(fmt.Sprintf("%d cut.dbz", i), data[:len(data)/2])
			want[registry.Damaged]++
		case 5:
			bent := append([]byte{}, data...)
			bent[len(bent)/3] ^= 1
			put(fmt.Sprintf("%d bent.dbz", i), bent)
			want[registry.Damaged]++
		}
	}
	return folder, want
}

func book(t *testing.T, d *Desk) string {
	t.Helper()
	b, err := d.Book()
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestPacketsOfTheLastDay(t *testing.T) {
	files, want := handedIn(t, 120)
	folder := t.TempDir()
	d := openAt(t, folder, beforeTheMeeting)
	empty := book(t, d)
	start := time.Now()
	in, err := d.TakeIn([]string{files}, "工作人员甲", false)
	if err != nil {
		t.Fatal(err)
	}
	took := time.Since(start)
	t.Logf("%d files in %v", len(in.Rows), took)
	if took > 8*time.Second {
		t.Errorf("took %v", took)
	}
	got := Summary(in.Rows)
	for _, v := range []registry.Verdict{registry.New, registry.Revised, registry.Duplicate, registry.Conflict, registry.Damaged, registry.Incomplete, registry.Review} {
		if got[v] != want[v] {
			t.Errorf("%s: %d rows, want %d", v, got[v], want[v])
		}
	}
	for _, r := range in.Rows {
		if SayRow(assets.Language(assets.Chinese), r) == "" || r.Err != nil && !Explained(r.Err) {
			t.Fatalf("%s: nothing to say of %v", r.File, r.Err)
		}
	}
	whole := book(t, d)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	d = openAt(t, folder, beforeTheMeeting)
	defer shut(t, d)
	if book(t, d) != whole {
		t.Error("another register after a restart")
	}
	again, err := d.TakeIn([]string{files}, "工作人员甲", false)
	if err != nil || again.Batch != "" || book(t, d) != whole {
		t.Errorf("the same files again: batch %q, %v", again.Batch, err)
	}
	if _, err := d.UndoIntake(in.Batch); err != nil {
		t.Fatal(err)
	}
	if got := book(t, d); got != empty {
		t.Errorf("taken back, the register holds %.200s", got)
	}
	if again, err = d.TakeIn([]string{files}, "工作人员甲", false); err != nil || book(t, d) != whole {
		t.Errorf("taken in once more: %v", err)
	}
}
