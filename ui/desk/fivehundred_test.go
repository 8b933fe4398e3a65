package desk

import (
	"archive/zip"
	"bytes"
	"crypto/ed25519"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/export"
	"deputydesk/seeds"
)

// A sack is a folder of packets as deputies hand them in, and what must become
// of each file.
type sack struct {
	t      *testing.T
	folder string
	want   map[string]string // file → verdict and reason
	base   annotate.Proposal
}

func (s *sack) put(file, want string, data []byte) {
	s.t.Helper()
	if err := os.WriteFile(filepath.Join(s.folder, file), data, 0o600); err != nil {
		s.t.Fatal(err)
	}
	s.want[file] = want
}

// proposal is the n-th one, of a deputy of its own.
func (s *sack) proposal(n int) annotate.Proposal {
	p := s.base
	p.ID = annotate.ProposalID(fmt.Sprintf("%08d-0000-4000-8000-000000000000", n))
	p.Title = fmt.Sprintf("关于第%04d件事的建议", n)
	p.Deputy.Number = fmt.Sprintf("%04d", n)
	return p
}

// packed is a packet with p, signed with the key of a machine; 0 is none.
func (s *sack) packed(p annotate.Proposal, machine byte) []byte {
	s.t.Helper()
	packet, err := export.NewPacket(p.Deputy.Name, []annotate.Proposal{p})
	if err != nil {
		s.t.Fatal(err)
	}
	if machine > 0 {
		packet.Sign(ed25519.NewKeyFromSeed(bytes.Repeat([]byte{machine}, ed25519.SeedSize)))
	}
	data, err := packet.Bytes()
	if err != nil {
		s.t.Fatal(err)
	}
	return data
}

// repacked is a packet with entries put in or replaced; nil takes one out.
func (s *sack) repacked(data []byte, change map[string][]byte, twice string) []byte {
	s.t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		s.t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	put := func(name string, content []byte) {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write(content)
		}
		if err != nil {
			s.t.Fatal(err)
		}
	}
	for _, f := range z.File {
		if _, changed := change[f.Name]; changed {
			continue
		}
		r, err := f.Open()
		if err != nil {
			s.t.Fatal(err)
		}
		var content bytes.Buffer
		if _, err := content.ReadFrom(r); err != nil {
			s.t.Fatal(err)
		}
		put(f.Name, content.Bytes())
		if f.Name == twice {
			put(f.Name, content.Bytes())
		}
	}
	for name, content := range change {
		if content != nil {
			put(name, content)
		}
	}
	if err := w.Close(); err != nil {
		s.t.Fatal(err)
	}
	return out.Bytes()
}

// fill puts the n-th proposal in, and with it whatever its kind brings along.
func (s *sack) fill(n int) {
	p := s.proposal(n)
	name := func(what string) string { return fmt.Sprintf("%04d %s", n, what) }
	data := s.packed(p, 1)
	alter := func(change func(*annotate.Proposal)) []byte {
		q := p
		change(&q)
		return s.packed(q, 1)
	}
	switch n % 20 {
	case 10:
		s.put(name("无电话.dbz"), "incomplete lacking", alter(func(q *annotate.Proposal) { q.Deputy.Phone = "" }))
		return
	case 11:
		s.put(name("隐字.dbz"), "review invisible", alter(func(q *annotate.Proposal) { q.Deputy.Name = "测试\u200b代表" }))
		return
	case 12:
		s.put(name("手写.toml"), "new fresh", annotate.WriteFile(p))
		return
	case 13:
		s.put(name("截断.dbz"), "error unreadable", data[:len(data)*2/3])
		return
	case 14:
		bent := bytes.Clone(data)
		at := bytes.Index(bent, []byte(p.Title))
		bent[at] ^= 1
		s.put(name("改字.dbz"), "error unreadable", bent)
		return
	case 15:
		s.put(name("假签名.dbz"), "error unreadable", s.repacked(data, map[string][]byte{"signature": []byte(`{"algorithm":"ed25519","key":"` + strings.Repeat("A", 43) + `=","value":""}`)}, ""))
		return
	case 16:
		size := 9 << 20 // more than an entry may have
		if n > 60 {
			size = 1 << 10 // small, and not in the manifest: that is enough
		}
		s.put(name("炸弹.dbz"), "error unreadable", s.repacked(data, map[string][]byte{"items/bomb.json": make([]byte, size)}, ""))
		return
	case 17:
		s.put(name("越界.dbz"), "error unreadable", s.repacked(data, map[string][]byte{"../../外面.json": []byte("{}")}, ""))
		return
	case 18:
		s.put(name("重名.dbz"), "error unreadable", s.repacked(data, nil, "manifest.json"))
		return
	case 19:
		s.put(name("不是包.dbz"), "error unreadable", []byte("这不是数据文件"))
		return
	}
	s.put(name("原件.dbz"), "new fresh", data)
	switch n % 20 {
	case 1:
		s.put(name("重交.dbz"), "duplicate same", data)
	case 2:
		s.put(name("第二稿.dbz"), "revised newer", alter(func(q *annotate.Proposal) { q.Revision, q.Body.Proposal = 2, "改为两处。" }))
	case 3:
		s.put(name("第二稿.dbz"), "revised newer", alter(func(q *annotate.Proposal) { q.Revision, q.Body.Proposal = 2, "改为两处。" }))
		s.put(name("第三稿.dbz"), "revised newer", alter(func(q *annotate.Proposal) { q.Revision, q.Body.Proposal = 3, "改为三处。" }))
	case 4:
		// Of two texts under one revision the one with the smaller digest is judged
		// first, whatever the files are called.
		q := p
		q.Body.Proposal = "改为四处。"
		first, second := name("原件.dbz"), name("另一文.dbz")
		if export.Digest(q) < export.Digest(p) {
			first, second = second, first
		}
		s.put(name("另一文.dbz"), "", s.packed(q, 1))
		s.want[first], s.want[second] = "new fresh", "conflict twice"
	case 5:
		q := p
		q.Revision, q.Body.Proposal = 2, "换了一台电脑改的。"
		s.put(name("换钥二稿.dbz"), "review other-key", s.packed(q, 2))
	case 6:
		q := s.proposal(n + 100_000)
		q.Deputy.Number, q.Title = p.Deputy.Number, p.Title+"（之二）"
		s.put(name("换钥新件.dbz"), "review other-key", s.packed(q, 2))
	case 7:
		q := p
		q.Revision, q.Body.Proposal = 2, "没有签名。"
		s.put(name("未签二稿.dbz"), "review other-key", s.packed(q, 0))
	}
}

// Five hundred proposals as they lie in a folder on the last day, with every
// kind of trouble: each file ends in the right state, nothing is half done, and
// the batch is taken back without a trace.
func TestFiveHundredPackets(t *testing.T) {
	base, err := annotate.ReadFile("example.toml", seeds.Example())
	if err != nil {
		t.Fatal(err)
	}
	s := &sack{t: t, folder: t.TempDir(), want: map[string]string{}, base: base}
	for n := range 500 {
		s.fill(n)
	}
	folder := t.TempDir()
	d := openAt(t, folder, beforeTheMeeting)
	empty := book(t, d)
	in, err := d.TakeIn([]string{s.folder}, "工作人员甲", false)
	if err != nil {
		t.Fatal(err)
	}
	got, words := map[string]string{}, assets.Language(assets.Chinese)
	for _, r := range in.Rows {
		got[r.File] = string(r.Verdict) + " " + string(r.Why)
		if r.Err != nil && !Explained(r.Err) || SayRow(words, r) == "" {
			t.Errorf("%s: nothing to say of %v", r.File, r.Err)
		}
	}
	wrong := 0
	for file, want := range s.want {
		if got[file] != want {
			if wrong++; wrong < 20 {
				t.Errorf("%s: %q, want %q", file, got[file], want)
			}
		}
	}
	if len(got) != len(s.want) || len(s.want) < 650 {
		t.Errorf("%d rows of %d files", len(got), len(s.want))
	}
	entered := map[registry.Verdict]int{}
	for _, r := range in.Rows {
		if r.Taken() {
			entered[r.Verdict]++
		}
	}
	if want := entered[registry.New] + entered[registry.Incomplete] + 25 + 25; len(in.Book.Entries) != want { // 25 hidden, 25 new by another key
		t.Errorf("%d entries, want %d", len(in.Book.Entries), want)
	}
	whole := book(t, d)
	shut(t, d)
	d = openAt(t, folder, beforeTheMeeting)
	defer shut(t, d)
	if book(t, d) != whole {
		t.Error("another register after a restart")
	}
	if _, err := d.UndoIntake(in.Batch); err != nil || book(t, d) != empty {
		t.Errorf("taken back, the register holds %.200s, %v", book(t, d), err)
	}
}
