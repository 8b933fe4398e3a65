package board

import (
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// page is the page of an office whose entries ask these things of one target.
func page(t *testing.T, asks ...annotate.Ask) (*Page, *staff.Office) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(widgets.NewTheme(widgets.Light,
		fyne.NewStaticResource("regular.ttf", assets.WindowRegular()), fyne.NewStaticResource("bold.ttf", assets.WindowBold())))
	d := desk.Open(desk.Settings{Folder: t.TempDir()})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	o := staff.New(d)
	r := d.Report()
	_, err := d.Register(func(b *registry.Book) error {
		for i, ask := range asks {
			p := annotate.New(annotate.ProposalID(rune('a'+i)), annotate.Suggestion)
			p.Title, p.Category = "关于停车位的建议", "城乡建设"
			p.Deputy = annotate.Deputy{Name: "测试代表" + string(rune('甲'+i)), Delegation: "示例区代表团"}
			p.Cites = []annotate.Citation{{Anchor: annotate.Anchor{Report: r.ID, Quote: "科学规划道路停车位3000个"}, Ask: ask}}
			d.Bind(&p)
			b.Entries = append(b.Entries, registry.Entry{Proposal: p, State: registry.Registered})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	p := New(o, assets.Language(assets.Chinese))
	d.Changed = p.Changed
	d.SetRole(desk.Staff)
	test.NewTempWindow(t, p.Object()).Resize(fyne.NewSize(1200, 700))
	d.Turn(desk.Board)
	return p, o
}

// A click on a number leads to the proposals that it counts.
func TestACellLeadsToItsProposals(t *testing.T) {
	p, o := page(t, "提高", "降低", "提高")
	if len(p.rows) != 1 || !p.none.Hidden {
		t.Fatalf("%d rows, %s", len(p.rows), p.none.Text())
	}
	if !strings.Contains(p.said.Text(), "1 个有建议涉及") {
		t.Error(p.said.Text())
	}
	p.matrix.Select(widget.TableCellID{Row: 0, Col: firstAsk})
	f := o.Looking()
	if len(f.Only) != 2 || f.Only[0] != "a" || f.Only[1] != "c" || f.Because != "对“科学规划道路停车位3000个”要求提高" {
		t.Errorf("%+v", f)
	}
	if o.Desk().Page() != desk.Registering {
		t.Errorf("page %s", o.Desk().Page())
	}
	o.Desk().Turn(desk.Board)
	p.matrix.Select(widget.TableCellID{Row: 0, Col: sumColumn})
	if f := o.Looking(); len(f.Only) != 3 || f.Because != "涉及“科学规划道路停车位3000个”" {
		t.Errorf("the sum: %+v", f)
	}
	o.Desk().Turn(desk.Board)
	o.Look(staff.Filter{})
	o.Desk().Turn(desk.Board)
	p.matrix.Select(widget.TableCellID{Row: 0, Col: firstAsk + 2})
	if f := o.Looking(); f.Only != nil {
		t.Errorf("an empty cell leads to %+v", f)
	}
}

func TestTheBarsLeadToTheRegister(t *testing.T) {
	p, o := page(t, "提高", "降低")
	var names []string
	for _, object := range p.sums.Objects {
		if b, ok := object.(*bar); ok {
			names = append(names, b.name.Text()+" "+b.count.Text())
			if b.name.Text() == "示例区代表团" {
				test.Tap(b)
			}
		}
	}
	if len(names) < 2 || o.Looking().Delegation != "示例区代表团" {
		t.Errorf("%q, %+v", names, o.Looking())
	}
}

func TestWhatIsShownCanBeChosen(t *testing.T) {
	p, o := page(t, "提高", "降低")
	total := len(o.Board().Rows)
	for i, want := range []int{1, total, total - 1, 1} {
		p.tabs.OnTurn(i)
		if len(p.rows) != want {
			t.Errorf("%s: %d rows, want %d", staff.Showings[i], len(p.rows), want)
		}
	}
	p, _ = page(t)
	if p.none.Hidden || !strings.Contains(p.none.Text(), "收件") {
		t.Errorf("an empty register: %q", p.none.Text())
	}
}
