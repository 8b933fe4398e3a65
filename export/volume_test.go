package export

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
)

// testEntries are n numbered entries in two categories; the fifth is for its
// title only, the sixth is closed, the seventh keeps its deputy's name.
func testEntries(n int) []registry.Entry {
	var all []registry.Entry
	for i := range n {
		p := testProposal(annotate.Suggestion)
		p.ID = annotate.ProposalID(fmt.Sprintf("1f3a9c27-5b1d-4c3e-8f00-%012d", i))
		p.Title = fmt.Sprintf("关于第%d件测试事项的建议", i+1)
		p.Deputy.Name, p.Deputy.Phone = fmt.Sprintf("测试甲%d", i+1), "000-7654321"
		p.Deputy.Address = "测试地址"
		if i%2 == 1 {
			p.Category = "农业农村"
		}
		switch i {
		case 4:
			p.Open = "仅同意公开标题"
		case 5:
			p.Open = "不同意公开"
		case 6:
			p.Confidential = true
		}
		p.Body.Situation = strings.Repeat("车多桩少，群众期盼。", 20*(i%4+1))
		all = append(all, registry.Entry{Proposal: p, Number: i + 1})
	}
	return all
}

// A bound book: the text of every page by its part, and what the contents say.
type boundBook struct {
	sheaves []Sheaf
	pages   map[string]string // text by number as printed, front matter in Roman
	blank   int
}

func bindTest(t *testing.T, b Book) boundBook {
	t.Helper()
	got := boundBook{pages: map[string]string{}}
	err := b.Lay(plainFaces{}, func(s Sheaf) error {
		got.sheaves = append(got.sheaves, s)
		for i, p := range s.Pages.Pages {
			if len(p.Runs) == 0 {
				got.blank++
				continue
			}
			number := fmt.Sprint(s.First + i)
			switch s.Part {
			case FrontPart:
				number = Roman(s.First + i)
			case CoverPart:
				number = "cover"
			}
			var text strings.Builder
			for _, r := range p.Runs {
				text.WriteString(r.Text)
			}
			got.pages[number] += text.String()
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// The contents and the indexes name the page on which a proposal begins.
func TestContentsNameThePage(t *testing.T) {
	for _, duplex := range []bool{false, true} {
		entries := testEntries(9)
		v := Volume(entries, Staff{Find: findTest, Maker: "测试秘书处", Until: "2024-02-22", Duplex: duplex})
		got := bindTest(t, v)
		first := map[string]string{} // page by title
		for _, s := range got.sheaves {
			for _, e := range s.Elements {
				if e.Kind == "H2" && s.Part == BodyPart {
					first[e.Outline] = fmt.Sprint(s.First + e.Page)
					if duplex && (s.First+e.Page)%2 == 0 {
						t.Errorf("%s begins on page %d, a left-hand one", e.Outline, s.First+e.Page)
					}
				}
			}
		}
		if len(first) != 9 {
			t.Fatalf("%d proposals in the outline", len(first))
		}
		contents := got.pages["I"] + got.pages["II"]
		for _, e := range entries {
			title := e.Proposal.Title
			page := first[e.NumberText()+"　"+title]
			if !strings.Contains(got.pages[page], title) {
				t.Errorf("%s is not on page %s", title, page)
			}
			if want := e.NumberText() + title + "　" + e.Proposal.Deputy.Name + page; !strings.Contains(contents, want) {
				t.Errorf("contents do not say %q:\n%s", want, contents)
			}
		}
		if duplex == (got.blank == 0) {
			t.Errorf("duplex %v: %d blank pages", duplex, got.blank)
		}
	}
}

// The public volume has what the deputies agreed to, and nobody's telephone.
func TestPublicVolume(t *testing.T) {
	got := bindTest(t, Volume(testEntries(9), Staff{Find: findTest, Public: true}))
	var all strings.Builder
	for _, p := range got.pages {
		all.WriteString(p)
	}
	text := all.String()
	for _, tt := range []struct {
		words string
		there bool
	}{
		{"000-7654321", false}, {"测试地址", false}, {"测试甲1", true},
		{"关于第5件测试事项的建议", true}, {"测试甲5", false},
		{"关于第6件测试事项的建议", false}, {"另有1件代表不同意公开", true},
		{"关于第7件测试事项的建议", true}, {"测试甲7", false}, {"（代表姓名不公开）", true},
	} {
		if strings.Contains(text, tt.words) != tt.there {
			t.Errorf("%q in the public volume: %v, want %v", tt.words, !tt.there, tt.there)
		}
	}
	if all := bindTest(t, Volume(testEntries(9), Staff{Find: findTest})); !strings.Contains(all.pages["2"], "000-7654321") {
		t.Error("the staff's own volume lacks the telephone")
	}
}

// What is returned or withdrawn is in no volume, and a category alone has only
// its own.
func TestVolumeOfOneCategory(t *testing.T) {
	entries := testEntries(4)
	entries[1].State = registry.Withdrawn
	got := bindTest(t, Volume(entries, Staff{Category: "农业农村"}))
	var text string
	for _, p := range got.pages {
		text += p
	}
	for i, want := range []bool{false, false, false, true} {
		if title := entries[i].Proposal.Title; strings.Contains(text, title) != want {
			t.Errorf("%s: printed %v", title, !want)
		}
	}
	if !strings.Contains(got.pages["cover"], "（农业农村）") {
		t.Errorf("the cover says %q", got.pages["cover"])
	}
}

// An error of the taker ends the work, and nothing hangs.
func TestBookIsCancelled(t *testing.T) {
	calls := 0
	err := Volume(testEntries(40), Staff{}).Lay(plainFaces{}, func(Sheaf) error {
		if calls++; calls == 3 {
			return errLayout
		}
		return nil
	})
	if err == nil || calls != 3 {
		t.Errorf("%d calls, %v", calls, err)
	}
}

// A volume of generated proposals keeps the promises that a sheet keeps: every
// chapter holds its text once, in order, inside the area.
func TestPromisesOfAVolume(t *testing.T) {
	rng := rand.New(rand.NewPCG(20240222, 7))
	var entries []registry.Entry
	for i := range 60 {
		p := generated(rng)
		p.ID = annotate.ProposalID(fmt.Sprint(i))
		entries = append(entries, registry.Entry{Proposal: p})
	}
	for _, b := range []Book{Volume(entries, Staff{Find: findTest}), Register(entries, Staff{}), Assign(entries, nil, Staff{}), Statistics(entries, Staff{}), Receipts(entries, Staff{}), Motions(entries, Staff{})} {
		chapters := slices.Clone(b.Chapters)
		n := 0
		err := b.Lay(plainFaces{}, func(s Sheaf) error {
			blocks := b.Front
			switch s.Part {
			case CoverPart:
				blocks = b.Cover
			case BodyPart:
				blocks = chapters[n].Blocks
				n++
			}
			var want []string
			for _, s := range texts(Document{Blocks: blocks}) {
				if s = bare(s); s != "" {
					want = append(want, s)
				}
			}
			got := laidTexts(s.Pages)
			if s.Part == BodyPart && chapters[n-1].Late || s.Part == FrontPart {
				return nil // entries end with page numbers; see TestContentsNameThePage
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s, chapter %d: text differs\n%q\n%q", b.Title, n, got, want)
			}
			for _, p := range s.Pages.Pages {
				for _, r := range p.Runs {
					if strings.TrimSpace(r.Text) == "" {
						continue // a blank may hang over the edge
					}
					if r.X < s.Paper.Left-r.Size || r.Y > s.Paper.Height-10 || r.X > s.Paper.Left+s.Paper.Wide {
						t.Errorf("%s: %q at %.0f, %.0f", b.Title, r.Text, r.X, r.Y)
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// Labels fit their paper whatever the title.
func TestLabels(t *testing.T) {
	entries := testEntries(10)
	entries[3].Proposal.Title = strings.Repeat("很长的标题", 30)
	for _, tt := range []struct {
		kind  LabelKind
		pages int
	}{{SmallLabels, 10}, {LargeLabels, 10}, {SheetLabels, 1}} {
		b, err := Labels(entries, tt.kind, Staff{})
		if err != nil {
			t.Fatal(err)
		}
		pages := 0
		err = b.Lay(plainFaces{}, func(s Sheaf) error {
			pages += len(s.Pages.Pages)
			for _, p := range s.Pages.Pages {
				for _, r := range p.Runs {
					if r.Y > s.Paper.High || r.X < 0 {
						t.Errorf("%s: %q at %.0f, %.0f", tt.kind, r.Text, r.X, r.Y)
					}
				}
				for _, q := range p.Squares {
					if q.X+q.Width > s.Paper.Wide || q.Y+q.Height > s.Paper.High {
						t.Errorf("%s: a square at %.0f, %.0f", tt.kind, q.X, q.Y)
					}
				}
			}
			return nil
		})
		if err != nil || pages != tt.pages {
			t.Errorf("%s: %d pages, want %d; %v", tt.kind, pages, tt.pages, err)
		}
	}
	if _, err := Labels(entries, "1x1", Staff{}); err == nil {
		t.Error("any paper will do for labels")
	}
}
