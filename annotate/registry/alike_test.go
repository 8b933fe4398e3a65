package registry

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"deputydesk/annotate"
)

const (
	lamps = "青石路中段一千二百米没有路灯，学生晚自习后摸黑回家，去年冬天发生三起擦碰事故。移交手续不全，照明没有列入养护范围。一、暑假前装好路灯，先保证校门口二百米。二、移交手续一个月内补办。"
	lamp2 = "青石路中段有一千二百米没路灯，学生下了晚自习摸黑回家，去年冬天出过三起擦碰事故。照明没有列入养护范围，移交手续也不全。一、移交手续一个月内补办。二、暑假前把路灯装好，校门口二百米先装。"
	bins  = "村口的垃圾池经常满出来，有的村一个星期才来拉一次。保洁公司按人口包干，路远就少跑。第一，撤掉垃圾池，改成带盖的桶。第二，收运次数写进合同，车辆装定位。"
)

// wanted is one cited place and what is asked of it: "新建停车位3000个 提高".
type wanted string

// put gives a book an entry of the given number, title and text.
func put(b *Book, n int, title, body string, wants ...wanted) *Entry {
	p := annotate.New(annotate.ProposalID(fmt.Sprintf("%08d-0000-4000-8000-000000000000", n)), annotate.Suggestion)
	p.Title, p.Body.Proposal = title, body
	p.Deputy = annotate.Deputy{Name: fmt.Sprintf("测试代表%d", n), Number: fmt.Sprintf("%04d", n), Delegation: "测试代表团"}
	for _, w := range wants {
		quote, ask, _ := strings.Cut(string(w), " ")
		p.Cites = append(p.Cites, annotate.Citation{Anchor: annotate.Anchor{Report: "r", Paragraph: "r/1", Quote: quote}, Ask: annotate.Ask(ask)})
	}
	b.Entries = append(b.Entries, Entry{Proposal: p, State: Registered})
	return &b.Entries[len(b.Entries)-1]
}

// said is clusters in words: "near 1 2".
func said(clusters []Cluster) []string {
	var all []string
	for _, c := range clusters {
		text := string(c.Kind)
		for _, id := range c.Entries {
			text += " " + strings.TrimLeft(string(id)[:8], "0")
		}
		all = append(all, text)
	}
	return all
}

func TestAlike(t *testing.T) {
	for _, tt := range []struct {
		name string
		fill func(b *Book)
		want []string
	}{
		{"nothing alike", func(b *Book) { put(b, 1, "关于路灯的建议", lamps); put(b, 2, "关于垃圾的建议", bins) }, nil},
		{"the same but for signs", func(b *Book) {
			put(b, 1, "关于路灯的建议", lamps)
			put(b, 2, "关于装灯的建议", strings.ReplaceAll(lamps, "，", " ，\n"))
		}, []string{"identical 1 2"}},
		{"reworded", func(b *Book) {
			put(b, 1, "关于路灯的建议", lamps)
			put(b, 2, "关于垃圾的建议", bins)
			put(b, 3, "关于装路灯的建议", lamp2)
		}, []string{"near 1 3"}},
		{"a template for another road", func(b *Book) {
			put(b, 1, "关于青石路路灯的建议", lamps)
			put(b, 2, "关于槐荫路路灯的建议", strings.ReplaceAll(lamps, "青石", "槐荫"))
		}, nil},
		{"withdrawn", func(b *Book) {
			put(b, 1, "关于路灯的建议", lamps)
			put(b, 2, "关于路灯的建议", lamps).State = Withdrawn
		}, nil},
		{"a motion is not merged with a proposal", func(b *Book) {
			put(b, 1, "关于路灯的建议", lamps)
			put(b, 2, "关于路灯的议案", lamps).Proposal.Form = annotate.Motion
		}, nil},
		{"merged already", func(b *Book) {
			put(b, 1, "关于路灯的建议", lamps)
			e := put(b, 2, "关于路灯的建议", lamps)
			e.State, e.Into = Merged, b.Entries[0].Proposal.ID
		}, nil},
		{"like one that is merged: offered with the lead", func(b *Book) {
			put(b, 1, "关于路灯的建议", lamps)
			e := put(b, 2, "关于垃圾的建议", bins)
			e.State, e.Into = Merged, b.Entries[0].Proposal.ID
			put(b, 3, "关于垃圾的建议", bins)
		}, []string{"identical 1 3"}},
		{"the same wish", func(b *Book) {
			put(b, 1, "关于路灯的建议", lamps, "新建停车位3000个 提高")
			put(b, 2, "关于垃圾的建议", bins, "全年新建停车位3000个 提高")
			put(b, 3, "关于别的建议", "另一件事。", "新建停车位3000个 明确")
			put(b, 4, "关于又一件的建议", "不相干。", "新建停车位3000个 其他")
		}, []string{"same-wish 1 2"}},
		{"opposite wishes", func(b *Book) {
			put(b, 1, "关于路灯的建议", lamps, "新建停车位3000个 提高")
			put(b, 2, "关于垃圾的建议", bins, "新建停车位3000个 降低")
			put(b, 3, "关于别的建议", "另一件事。", "新建公厕20座 降低")
		}, []string{"contrary 1 2"}},
		{"the same wish in the same text is said once", func(b *Book) {
			put(b, 1, "关于路灯的建议", lamps, "新建停车位3000个 提高")
			put(b, 2, "关于路灯的建议", lamps, "新建停车位3000个 提高")
		}, []string{"identical 1 2"}},
		{"amendments of one wording", func(b *Book) {
			for i, to := range []string{"新建停车位4000个", "新建停车位 4000 个", "新建停车位5000个"} {
				e := put(b, i+1, "修改意见", "")
				e.Proposal.Form = annotate.Revision
				e.Proposal.Amends = []annotate.Amendment{{Anchor: annotate.Anchor{Report: "r", Quote: "新建停车位3000个"}, Op: annotate.Replace, To: to, Reason: []string{"不够用", "群众期盼已久", "车多"}[i]}}
			}
		}, []string{"same-wish 1 2", "contrary 1 2 3"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var b Book
			tt.fill(&b)
			if got := said(b.Alike()); !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// What somebody has called different is not offered again, until one of the texts
// is revised; and it can be taken back.
func TestToldApart(t *testing.T) {
	by := Decision{Who: "工作人员甲", At: time.Date(2024, 2, 22, 9, 0, 0, 0, annotate.Beijing)}
	var b Book
	for i := range 3 {
		put(&b, i+1, "关于路灯的建议", lamps, wanted([]string{"新建停车位3000个 提高", "新建停车位3000个 降低", "新建公厕20座 提高"}[i]))
	}
	all := []string{string(b.Entries[0].Proposal.ID), string(b.Entries[1].Proposal.ID), string(b.Entries[2].Proposal.ID)}
	expect := func(when string, want ...string) {
		t.Helper()
		if got := said(b.Alike()); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", when, got, want)
		}
	}
	expect("at first", "identical 1 2 3", "contrary 1 2")
	if err := b.TellApart(by, false, all...); err != nil {
		t.Fatal(err)
	}
	expect("told apart", "contrary 1 2")
	if err := b.TellApart(by, true, all[0], all[1]); err != nil {
		t.Fatal(err)
	}
	expect("no contradiction either")
	if j := b.Entries[0].Journal; len(j) != 2 || j[0].Field != "apart" || j[0].Who != "工作人员甲" || j[0].To != "00000002、00000003" {
		t.Errorf("journal: %+v", j)
	}
	b.Entries[1].Proposal.Body.Situation = "补充：昨夜又发生一起。"
	expect("one is revised", "near 1 2 3", "contrary 1 2")
	b.Entries[1].Proposal.Body.Situation = ""
	expect("as it was")
	if err := b.TellTogether(by, all[0], all[2]); err != nil {
		t.Fatal(err)
	}
	expect("taken back", "identical 1 2 3")
	if err := b.TellApart(by, false, all[0], all[0]); !errors.Is(err, ErrAlone) {
		t.Errorf("one alone: %v", err)
	}
	if err := b.TellTogether(by, all[1], all[2]); !errors.Is(err, ErrNotApart) {
		t.Errorf("not apart: %v", err)
	}
}

func TestLeadSaysMost(t *testing.T) {
	var b Book
	put(&b, 1, "关于路灯的建议", lamp2)
	put(&b, 2, "关于路灯的建议", lamps+"三、对遮光的行道树修剪一次，今后维护归城市照明管理所。")
	got := b.Alike()
	if len(got) != 1 || got[0].Lead != b.Entries[1].Proposal.ID || len(got[0].Links) != 1 || got[0].Links[0].Score < 0.5 {
		t.Errorf("%+v", got)
	}
}
