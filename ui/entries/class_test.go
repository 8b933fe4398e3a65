package entries

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/staff"
)

// A hundred proposals are filed in a row with keys alone: by digits, by taking
// the suggestion, with a host for every tenth, and with a slip taken back.
func TestAHundredProposalsAreFiledByKeys(t *testing.T) {
	p := open(t, 100)
	p.o.SetWho("测试经办戊")
	categories := p.o.Categories()
	want := map[annotate.ProposalID]string{}
	var keys int
	do := func(text string) { typed(p, text); keys += len([]rune(text)) }
	do("f")
	if !p.class.on || p.win.Canvas().Focused() != fyne.Focusable(p.class.board) {
		t.Fatal("f does not begin to classify")
	}
	for i := range 100 {
		r, ok := p.class.work.Now()
		if !ok {
			t.Fatalf("nothing is in front at %d", i)
		}
		id := r.Entry.Proposal.ID
		if i%10 == 9 {
			do("u")
			if !focused(p, p.class.unit.field) {
				t.Fatal("u does not lead to the host")
			}
			test.Type(p.class.unit.field, "审计")
			press(p, fyne.KeyReturn)
			keys += 3
			if e, _ := p.o.Entry(id); e.Host != "市审计局" {
				t.Fatalf("the host of %d is %q", i, e.Host)
			}
		}
		if advice := p.class.work.Advice().Categories; i%3 == 0 && len(advice) > 0 {
			want[id] = advice[0].Name
			do("s")
			continue
		}
		want[id] = categories[i%len(categories)]
		if i == 50 { // a slip: the wrong digit, taken back
			do(p.class.work.Label((i+1)%len(categories)) + "z")
			if now, _ := p.class.work.Now(); now.Entry.Proposal.ID != id {
				t.Fatal("after z another proposal is in front")
			}
		}
		do(p.class.work.Label(i % len(categories)))
	}
	for id, category := range want {
		if e, _ := p.o.Entry(id); e.Category != category || e.Journal[len(e.Journal)-1].Who != "测试经办戊" {
			t.Errorf("%s is filed under %q, want %q", id, e.Category, category)
		}
	}
	if n, all, filed := p.class.work.Place(); n != 100 || all != 100 || filed != 100 || p.class.progress.Text() != "第 100 / 100 件，已分 100 件" {
		t.Errorf("%d of %d, %d filed: %q", n, all, filed, p.class.progress.Text())
	}
	t.Logf("%d keys for 100 proposals", keys)
	press(p, fyne.KeyEscape)
	if p.class.on || p.win.Canvas().Focused() != fyne.Focusable(p.ledger) {
		t.Error("Escape does not lead back to the list")
	}
}

// Nobody waits for a key in a register of 3,000.
func TestFilingOneOfThreeThousandIsQuick(t *testing.T) {
	p := open(t, 3000)
	p.o.SetWho("测试经办己")
	typed(p, "f")
	n := 0
	quick(t, "20 of 3,000 filed by keys", 3*20*50, func() { // 50 ms a key
		for range 20 {
			typed(p, fmt.Sprint(n%9+1))
			n++
		}
	})
}

// The list opens in 100 ms and narrows in 50 ms of CPU time.
func TestTheListIsQuick(t *testing.T) {
	for _, n := range []int{3000, 10000} {
		p := open(t, n)
		quick(t, fmt.Sprintf("%d: opens", n), 3*100*n/3000, func() {
			p.d.Tell(changed(p))
			p.stale = true
			p.redraw()
		})
		i := 0
		quick(t, fmt.Sprintf("%d: narrows", n), 3*50*n/3000, func() {
			p.sieve.find.SetText([]string{"充电桩", "老旧小区", "教育"}[i%3])
			i++
		})
		p.everything()
		quick(t, fmt.Sprintf("%d: sorts", n), 3*50*n/3000, func() { p.sortBy(staff.ByTitle) })
	}
}

// changed makes the register another one, so that its list is made anew.
func changed(p *Page) error {
	p.d.Changed = nil
	_, err := p.d.Register(func(b *registry.Book) error {
		b.Entries[0].Remark += "。"
		return nil
	})
	p.d.Changed = p.Changed
	return err
}

// Where ten categories are not enough two digits are typed.
func TestTwoDigitsForManyCategories(t *testing.T) {
	p := open(t, 5)
	p.o.SetWho("测试经办庚")
	pack := *p.d.Rules().Pack
	for _, name := range []string{"甲类", "乙类", "丙类"} {
		c := pack.Categories[0]
		c.Name = name
		pack.Categories = append(pack.Categories, c)
	}
	p.d.ApplyRules(&pack)
	typed(p, "f")
	if p.class.work.Digits() != 2 || p.class.work.Label(11) != "12" {
		t.Fatalf("%d digits, %q", p.class.work.Digits(), p.class.work.Label(11))
	}
	typed(p, "1")
	if p.class.work.Typed() != "1" || p.entry(t, 0).Category != "" {
		t.Error("one digit files already")
	}
	typed(p, "2")
	if got, want := p.entry(t, 0).Category, p.o.Categories()[11]; got != want {
		t.Errorf("12 files under %q, want %q", got, want)
	}
}
