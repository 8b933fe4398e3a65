package intake

import (
	"slices"
	"strings"
	"testing"

	"deputydesk/seeds/report"
)

// Each count is what the print has; paths are where the outline puts it.
func TestMiscountedHeadingsAreHeadings(t *testing.T) {
	for _, tt := range []struct{ name, printed, want string }{
		{"five for three", "一 （一） （二） （五） （四） （五） 二", "一 一/(一) 一/(二) 一/(三) 一/(四) 一/(五) 二"},
		{"five for three, and nothing behind", "一 （一） （五） 二 （一）", "一 一/(一) 一/(五) 二 二/(一)"},
		{"a number left out", "一 （一） （三） （四） 二", "一 一/(一) 一/(三) 一/(四) 二"},
		{"a number twice, then on", "一 （一） （二） （二） （三） 二", "一 一/(一) 一/(二) 一/(二)之一 一/(三) 二"},
		{"a number twice, one left out", "一 （一） （二） （二） （四） 二", "一 一/(一) 一/(二) 一/(三) 一/(四) 二"},
		{"a part twice", "一 二 二 三", "一 二 二之一 三"},
		{"a part left out", "一 二 四 五", "一 二 四 五"},
		{"four parts left out", "一 六 七", "一 六 七"},
		{"a part out of place", "一 五 三 四 五", "一 二 三 四 五"},
		{"the first sub-section counted two", "一 （二） （三） 二 （一）", "一 一/(二) 一/(三) 二 二/(一)"},
	} {
		for _, runIn := range []bool{false, true} {
			var text strings.Builder
			for i, o := range strings.Fields(tt.printed) {
				words := "修路" + numeral(i+1) + "事"
				switch {
				case !strings.HasPrefix(o, "（"):
					text.WriteString(o + "、" + words + "\n\n总的要求如下。\n\n")
				case runIn:
					text.WriteString(o + words + "。修路五条，方便群众。\n\n")
				default:
					text.WriteString(o + words + "\n\n修路五条，方便群众。\n\n")
				}
			}
			r, err := Text(Meta{ID: "r"}, text.String())
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range r.Sections {
				got = append(got, string(s.Path))
			}
			if !slices.Equal(got, strings.Fields(tt.want)) {
				t.Errorf("%s, run-in %v: outline %v, want %s", tt.name, runIn, got, tt.want)
			}
			conserved(t, text.String(), r)
			uniqueIDs(t, r)
		}
	}
}

func uniqueIDs(t *testing.T, r *report.Report) {
	t.Helper()
	seen := map[report.ParagraphID]bool{}
	for _, p := range r.Paragraphs() {
		if seen[p.ID] {
			t.Errorf("two paragraphs are called %s", p.ID)
		}
		seen[p.ID] = true
	}
}

// A heading that was miscounted is shown as printed and doubted.
func TestMiscountedHeadingIsDoubted(t *testing.T) {
	r, err := Text(Meta{ID: "r"}, "一、工作\n\n（一）修路\n\n修路五条。\n\n（五）修桥\n\n修桥三座。\n\n（三）种树\n\n种树百株。\n\n（四）建校\n\n建校两所。")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range Doubts(r) {
		if d.Why == Misordered && d.Text == "五" && d.Suggestion == "二" && strings.HasPrefix(r.Heading(d.Heading), "（五）") {
			return
		}
	}
	t.Errorf("no doubt about （五）: %+v", Doubts(r))
}
