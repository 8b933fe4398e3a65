package staff_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
)

const lamps = "青石路中段一千二百米没有路灯，学生晚自习后摸黑回家。移交手续不全，照明没有列入养护范围。一、暑假前装好路灯。二、移交手续一个月内补办。"

// doubles is an office with three texts about one road and one about another thing.
func doubles(t *testing.T, folder string) *staff.Office {
	t.Helper()
	d := desk.Open(desk.Settings{Folder: folder})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	o := staff.New(d)
	_, err := d.Register(func(b *registry.Book) error {
		if len(b.Entries) > 0 {
			return nil
		}
		for i, text := range []string{lamps, lamps, strings.ReplaceAll(lamps, "一个月内", "半年之内") + "三、修剪行道树。", "图书馆五点半闭馆，请开到九点半。"} {
			p := annotate.New(annotate.ProposalID([]string{"a", "b", "c", "d"}[i]), annotate.Suggestion)
			p.Title, p.Body.Proposal = "关于第"+string(p.ID)+"件事的建议", text
			b.Entries = append(b.Entries, registry.Entry{Proposal: p, State: registry.Registered})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// heard is the clusters in short: "near a b c".
func heard(o *staff.Office) string {
	var all []string
	for _, c := range o.Alike() {
		text := string(c.Kind)
		for _, id := range c.Entries {
			text += " " + string(id)
		}
		all = append(all, text)
	}
	return strings.Join(all, ", ")
}

func TestClustersFollowEveryDecision(t *testing.T) {
	folder := t.TempDir()
	o := doubles(t, folder)
	expect := func(when, want string) {
		t.Helper()
		if got := heard(o); got != want {
			t.Errorf("%s: %q, want %q", when, got, want)
		}
	}
	if clusters, fresh := o.Clusters(); fresh || len(clusters) != 0 {
		t.Errorf("before comparing: %v, fresh %v", clusters, fresh)
	}
	expect("at first", "near a b c")
	if _, fresh := o.Clusters(); !fresh {
		t.Error("not fresh after comparing")
	}
	if err := o.MergeCluster(o.Alike()[0], "c"); err != nil {
		t.Fatal(err)
	}
	expect("merged", "")
	if u := o.Unions(); len(u) != 1 || u[0].Lead.Proposal.ID != "c" || len(u[0].Members) != 2 {
		t.Errorf("unions: %+v", u)
	}
	o.Desk().Undo().Do()
	expect("undone", "near a b c")
	o.Desk().Redo().Do()
	if err := o.Split("a"); err != nil {
		t.Fatal(err)
	}
	expect("one is split off", "identical a c")
	if err := o.TellApart(o.Alike()[0]); err != nil {
		t.Fatal(err)
	}
	expect("told apart", "")
	o.Desk().Undo().Do()
	expect("that undone", "identical a c")
	o.Desk().Redo().Do()
	if err := o.Desk().Close(); err != nil {
		t.Fatal(err)
	}
	again := doubles(t, folder)
	if got := heard(again); got != "" {
		t.Errorf("after a restart: %q", got)
	}
}

func TestOppositeWishesAreNotMerged(t *testing.T) {
	o := doubles(t, t.TempDir())
	err := o.MergeCluster(registry.Cluster{Kind: registry.Contrary, Entries: []annotate.ProposalID{"a", "d"}}, "a")
	if !errors.Is(err, registry.ErrContrary) {
		t.Error(err)
	}
	if what, hint := desk.Explain(assets.Language(assets.Chinese), err); what != "要求相反的不能并案。" || hint == "" {
		t.Errorf("%s %s", what, hint)
	}
}

func TestBesideMarksWhatTheOtherLacks(t *testing.T) {
	text := func(title, body string) annotate.Proposal {
		return annotate.Proposal{Title: title, Body: annotate.Body{Proposal: body}}
	}
	for _, tt := range []struct {
		name        string
		a, b        string
		left, right []string
	}{
		{"the same", "修好路灯。种好树。", "修好路灯。种好树。", nil, nil},
		{"another order", "修好那条路上的路灯。种好路边的树。", "种好路边的树。修好那条路上的路灯。", nil, nil},
		{"a figure", "一个月内修好那条路上的路灯。", "三个月内修好那条路上的路灯。", nil, nil},
		{"a word", "半年之内修好那条路上的全部路灯。", "一年以后修好那条路上的全部路灯。", []string{"半年之内"}, []string{"一年以后"}},
		{"a sentence", "修好那条路上的路灯。种好路边的树。", "修好那条路上的路灯。", []string{"种好路边的树"}, nil},
		{"little in common: that is marked", "旧村道至今没有一盏灯，家里大人很不放心。孩子下晚自习很害怕。请把电线杆立起来。", "移交手续不全，照明设施缺失，各家都不管。希望孩子下晚自习不再摸黑走路。",
			[]string{"关于路灯的建议", "孩子下晚自习"}, []string{"关于路灯的建议", "孩子下晚自习"}},
		{"only signs", "修好路灯，种好树。", "修好路灯、种好树。", nil, nil},
	} {
		left, right, _ := staff.Beside(text("关于路灯的建议", tt.a), text("关于路灯的建议", tt.b))
		if l, r := staff.OnlyHere(left), staff.OnlyHere(right); !slices.Equal(l, tt.left) || !slices.Equal(r, tt.right) {
			t.Errorf("%s: %q and %q", tt.name, l, r)
		}
		for i, side := range [][]staff.Passage{left, right} {
			whole := ""
			for _, p := range side {
				for _, piece := range p.Pieces {
					whole += piece.Text
				}
			}
			if want := "关于路灯的建议" + []string{tt.a, tt.b}[i]; whole != want {
				t.Errorf("%s: the text became %s", tt.name, whole)
			}
		}
	}
}

func TestLinksAreSaidInWords(t *testing.T) {
	w := assets.Language(assets.Chinese)
	for _, tt := range []struct {
		link registry.Link
		want string
	}{
		{registry.Link{Kind: registry.Near, Score: 0.874}, "短的一件有 87% 的字句在另一件里"},
		{registry.Link{Kind: registry.SameWish, Quote: "新建停车位3000个", AskA: "提高", AskB: "提高"}, "对“新建停车位3000个”都要求提高"},
		{registry.Link{Kind: registry.Contrary, Quote: "新建停车位3000个", AskA: "提高", AskB: "降低"}, "对“新建停车位3000个”，一件要求提高，一件要求降低"},
		{registry.Link{Kind: registry.Contrary, Quote: "新建停车位3000个", ToA: "4000个", ToB: "5000个"}, "对“新建停车位3000个”，一件改为“4000个”，一件改为“5000个”"},
	} {
		if got := staff.SayLink(w, tt.link); got != tt.want {
			t.Errorf("%s, want %s", got, tt.want)
		}
	}
}
