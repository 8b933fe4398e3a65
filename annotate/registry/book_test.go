package registry

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"deputydesk/annotate"
)

var (
	morning = time.Date(2024, 2, 21, 9, 0, 0, 0, annotate.Beijing)
	clerk   = Decision{Who: "工作人员甲", At: morning}
)

// handed is a proposal as a deputy hands it in.
func handed(n, revision int, text, key string) Received {
	p := annotate.New(annotate.ProposalID(fmt.Sprintf("%08d-0000-4000-8000-000000000000", n)), annotate.Suggestion)
	p.Revision, p.Title = revision, fmt.Sprintf("关于第%d件事的建议", n)
	p.Deputy = annotate.Deputy{Name: fmt.Sprintf("测试代表%d", n), Number: fmt.Sprintf("%04d", n), Delegation: "甲区代表团"}
	p.Body.Proposal = text
	return Received{File: fmt.Sprintf("%d-%d.dbz", n, revision), Proposal: p, Digest: fmt.Sprintf("%d/%d/%s", n, revision, text), Packet: "h", Key: key}
}

func verdicts(rows []Row) map[string]string {
	all := map[string]string{}
	for _, r := range rows {
		all[r.File] = string(r.Verdict) + " " + string(r.Why)
	}
	return all
}

func TestVerdicts(t *testing.T) {
	var b Book
	b.Take("1", "工作人员甲", b.Judge([]Received{handed(1, 1, "甲", "k1"), handed(2, 2, "乙", ""), handed(3, 1, "丙", "")}), morning)
	if err := b.SetState(clerk, "00000003", Withdrawn); err != nil {
		t.Fatal(err)
	}
	lacking := handed(9, 1, "缺", "")
	lacking.Lacks = []string{"deputy.phone"}
	mixed := handed(8, 1, "另一把钥匙", "k9")
	mixed.Proposal.Deputy.Number = "0001"
	veiled := handed(10, 1, "藏", "")
	veiled.Hidden = []string{"deputy.name"}
	for _, tt := range []struct {
		name string
		in   Received
		want string
	}{
		{"characters that nobody sees", veiled, "review invisible"},
		{"never seen", handed(4, 1, "丁", ""), "new fresh"},
		{"the same again", handed(1, 1, "甲", "k1"), "duplicate same"},
		{"a later revision", handed(1, 2, "甲改", "k1"), "revised newer"},
		{"a later revision by another hand", handed(1, 2, "甲改", "k2"), "review other-key"},
		{"a later revision without a signature", handed(1, 2, "甲改", ""), "review other-key"},
		{"an older revision sent again", handed(2, 1, "旧", ""), "duplicate older"},
		{"another text under the same revision", handed(1, 1, "别的", "k1"), "conflict twice"},
		{"a revision of what was withdrawn", handed(3, 2, "再来", ""), "review closed"},
		{"a new one by the same deputy with another key", mixed, "review other-key"},
		{"fields are missing", lacking, "incomplete lacking"},
		{"cannot be read", Received{File: "x", Err: errors.New("坏")}, "error unreadable"},
	} {
		rows := b.Judge([]Received{tt.in})
		if got := verdicts(rows)[tt.in.File]; got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	row := b.Judge([]Received{handed(1, 1, "别的", "k1")})[0]
	if got := strings.Join(row.Fields, " "); got != "body.proposal" {
		t.Errorf("a conflict differs in %q, want body.proposal", got)
	}
}

func TestUnseen(t *testing.T) {
	for text, want := range map[string]bool{
		"测试代表甲": false, "测试\u200b代表甲": true, "测试代表\u202e甲": true, "\ufeff测试": true, "测\x07试": true, "关于𬭊的建议\n": false, "A·B": false,
	} {
		if Unseen(text) != want {
			t.Errorf("%q: %v, want %v", text, !want, want)
		}
	}
}

// The order in which files lie in a folder changes nothing.
func TestOrderOfFilesDoesNotMatter(t *testing.T) {
	var files []Received
	for n := range 200 {
		files = append(files, handed(n, 1, "正文", ""))
		switch n % 8 {
		case 1:
			files = append(files, handed(n, 1, "正文", "")) // twice
		case 2:
			files = append(files, handed(n, 2, "改过", "")) // revised
		case 3:
			files = append(files, handed(n, 1, "另一种", "")) // conflict
		case 4:
			files = append(files, Received{File: fmt.Sprint("坏", n), Err: errors.New("坏")})
		}
	}
	want := ""
	for round := range 10 {
		random := rand.New(rand.NewPCG(uint64(round), 7))
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

func dump(t *testing.T, b Book) string {
	t.Helper()
	data, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestBatchIsTakenBackWhole(t *testing.T) {
	var b Book
	b.Take("1", "工作人员甲", b.Judge([]Received{handed(1, 1, "甲", ""), handed(2, 1, "乙", "")}), morning)
	b.GiveNumbers(clerk, Numbering{})
	before := dump(t, b)
	second := []Received{handed(1, 2, "甲改", ""), handed(1, 3, "甲再改", ""), handed(3, 1, "丙", ""), handed(2, 1, "乙", "")}
	b.Take("2", "工作人员乙", b.Judge(second), morning.Add(time.Hour))
	if e, err := b.Find("第001号"); err != nil || e.Proposal.Revision != 3 || len(e.Earlier) != 2 {
		t.Fatalf("revised to %+v, %v", e, err)
	}
	after := dump(t, b)
	if err := b.Undo("2"); err != nil {
		t.Fatal(err)
	}
	if got := dump(t, b); got != before {
		t.Errorf("taken back:\n%s\nwant\n%s", got, before)
	}
	b.Take("2", "工作人员乙", b.Judge(second), morning.Add(time.Hour))
	if got := dump(t, b); got != after {
		t.Error("taking the same in again gives another book")
	}
	if err := b.Classify(clerk, "00000003", "农业农村"); err != nil {
		t.Fatal(err)
	}
	if err := b.Undo("2"); !errors.Is(err, ErrTouched) || !strings.Contains(err.Error(), "关于第3件事的建议") {
		t.Errorf("after a decision: %v", err)
	}
	if err := b.Undo("9"); !errors.Is(err, ErrNoBatch) {
		t.Errorf("unknown batch: %v", err)
	}
}

func TestNumbersAreNeverUsedAgain(t *testing.T) {
	var b Book
	motion := handed(3, 1, "丙", "")
	motion.Proposal.Form = annotate.Motion
	b.Take("1", "工作人员甲", b.Judge([]Received{handed(1, 1, "甲", ""), handed(2, 1, "乙", ""), motion}), morning)
	if n := b.GiveNumbers(clerk, Numbering{Prefix: "示例一届一次", Width: 4}); n != 3 {
		t.Errorf("%d numbers", n)
	}
	var got []string
	for _, e := range b.Entries {
		got = append(got, e.NumberText())
	}
	if want := "示例一届一次第0001号 示例一届一次第0002号 示例一届一次第0001号"; strings.Join(got, " ") != want {
		t.Errorf("numbers %v, want %s", got, want)
	}
	if err := b.SetState(clerk, "00000002", Withdrawn); err != nil {
		t.Fatal(err)
	}
	b.Take("2", "工作人员甲", b.Judge([]Received{handed(4, 1, "丁", "")}), morning)
	b.GiveNumbers(clerk, Numbering{})
	if e, err := b.Find("00000004"); err != nil || e.Number != 3 {
		t.Errorf("after a withdrawal: number %d, %v", e.Number, err)
	}
	if n := b.GiveNumbers(clerk, Numbering{}); n != 0 {
		t.Errorf("%d numbers were given twice", n)
	}
}

func TestMergingKeepsEveryTextAndAuthor(t *testing.T) {
	var b Book
	motion := handed(5, 1, "戊", "")
	motion.Proposal.Form = annotate.Motion
	b.Take("1", "工作人员甲", b.Judge([]Received{handed(1, 1, "甲", ""), handed(2, 1, "乙", ""), handed(3, 1, "丙", ""), motion}), morning)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(b.Merge(clerk, "00000002", "00000003"))
	must(b.Merge(clerk, "00000001", "00000002")) // 3 goes along
	for i, want := range []annotate.ProposalID{"", b.Entries[0].Proposal.ID, b.Entries[0].Proposal.ID} {
		if b.Entries[i].Into != want || b.Entries[i].Proposal.Body.Proposal == "" {
			t.Errorf("entry %d is merged into %q, want %q", i+1, b.Entries[i].Into, want)
		}
	}
	must(b.Split(clerk, "00000003"))
	if e := b.Entries[2]; e.Into != "" || e.State != Registered {
		t.Errorf("split: %s, %s", e.Into, e.State)
	}
	for _, tt := range []struct {
		lead, other string
		want        error
	}{{"00000001", "00000001", ErrIntoSelf}, {"00000001", "00000005", ErrOther}, {"00000001", "00000099", ErrNoEntry}} {
		if err := b.Merge(clerk, tt.lead, tt.other); !errors.Is(err, tt.want) {
			t.Errorf("%s with %s: %v, want %v", tt.lead, tt.other, err, tt.want)
		}
	}
	if err := b.Split(clerk, "00000003"); !errors.Is(err, ErrNotMerged) {
		t.Errorf("split twice: %v", err)
	}
	if len(b.Entries[2].Journal) < 4 {
		t.Errorf("the journal has %d lines", len(b.Entries[2].Journal))
	}
}
