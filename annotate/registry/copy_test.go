package registry

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"deputydesk/annotate"
)

// copied is a proposal as it is read from a paper with some text on it.
func copied(n int, name, text string) Received {
	r := handed(n, 1, text, "")
	r.Proposal.Deputy = annotate.Deputy{Name: name}
	r.Proposal.Title = "关于同一件事的建议"
	r.File, r.Origin, r.Source, r.Packet = fmt.Sprintf("%d.docx", n), Transcribed, name+text, ""
	r.Guesses = []Guess{{Field: "deputy.name", Words: name, Why: "place"}}
	return r
}

// What becomes of a copy, next to a packet of the same deputy and title.
func TestVerdictsOfCopies(t *testing.T) {
	packed := copied(1, "赵测试", "甲")
	packed.Origin, packed.Source, packed.Guesses, packed.File = Packed, "", nil, "1.dbz"
	var b Book
	b.Take("1", "工作人员甲", b.Judge([]Received{packed, copied(2, "钱样张", "乙")}), morning)
	sure := copied(9, "孙示例", "丙")
	sure.Guesses[0].Sure = true
	late := handed(8, 1, "别的", "")
	late.Proposal.Title, late.Proposal.Deputy.Name = "关于同一件事的建议", "钱样张"
	for _, tt := range []struct {
		name string
		in   Received
		want string
	}{
		{"with a guess", copied(3, "李试题", "丁"), "review guessed"},
		{"certain", sure, "new fresh"},
		{"the same paper again", copied(4, "钱样张", "乙"), "duplicate same"},
		{"changed", copied(5, "钱样张", "乙改"), "review probably"},
		{"what came as a packet", copied(6, "赵测试", "甲"), "duplicate same"},
		{"another text than the packet", copied(7, "赵测试", "甲改"), "conflict other-copy"},
		{"a packet of what was copied", late, "review doubles"},
	} {
		rows := b.Judge([]Received{tt.in})
		if got := verdicts(rows)[tt.in.File]; got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// A conflict of a copy with a packet is decided as any other, and not asked again.
func TestCopyAgainstPacketIsDecided(t *testing.T) {
	packed := copied(1, "赵测试", "甲")
	packed.Origin, packed.Source, packed.Guesses = Packed, "", nil
	var b Book
	b.Take("1", "工作人员甲", b.Judge([]Received{packed}), morning)
	before := dump(t, b)
	rows := b.Judge([]Received{copied(7, "赵测试", "甲改")})
	if err := rows[0].Resolve(KeepThere, nil); err != nil {
		t.Fatal(err)
	}
	b.Take("2", "工作人员甲", rows, morning)
	if len(b.Entries) != 1 || b.Entries[0].Proposal.Body.Proposal != "甲" {
		t.Errorf("kept: %+v", b.Entries)
	}
	if got := verdicts(b.Judge([]Received{copied(7, "赵测试", "甲改")}))["7.docx"]; got != "duplicate settled" {
		t.Errorf("again: %s", got)
	}
	if err := b.Undo("2"); err != nil || dump(t, b) != before {
		t.Errorf("taken back: %v", err)
	}
}

// The order in which copies lie in a folder changes nothing.
func TestOrderOfCopiesDoesNotMatter(t *testing.T) {
	var files []Received
	for n := range 60 {
		files = append(files, copied(n, fmt.Sprintf("测试代表%d", n%20), fmt.Sprintf("第%d稿", n/20)))
		if n%7 == 0 {
			again := copied(n, fmt.Sprintf("测试代表%d", n%20), fmt.Sprintf("第%d稿", n/20))
			again.File = fmt.Sprintf("%d 副本.docx", n)
			files = append(files, again, handed(1000+n, 1, "有数据的", ""))
		}
	}
	want := ""
	for round := range 6 {
		random := rand.New(rand.NewPCG(uint64(round), 3))
		random.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		var b Book
		b.Take("1", "工作人员甲", b.Judge(files), morning)
		got := dump(t, b)
		if round == 0 {
			want = got
		}
		if got != want {
			t.Fatalf("round %d gives another book", round)
		}
	}
}
