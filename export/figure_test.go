package export

import (
	"image"
	"strings"
	"testing"
)

// A picture is never wider than the area nor higher than its share, keeps its
// shape, and stands on the page of its caption.
func TestAPictureKeepsItsShapeAndItsCaption(t *testing.T) {
	for _, tt := range []struct{ wide, high int }{{100, 50}, {4000, 1000}, {300, 4000}, {1, 1}} {
		doc := Document{Blocks: []Block{Gap{Lines: 17}, Text("上文"), Picture{Image: image.NewGray(image.Rect(0, 0, tt.wide, tt.high)), Caption: "图一　测试"}}}
		pages, _ := Lay(doc, plainFaces{})
		found := 0
		for n, p := range pages.Pages {
			for _, m := range p.Images {
				found++
				if m.Width > areaWidth+slop || m.Height > areaHeight*pictureShare+slop || m.X < areaLeft-slop || m.Y+m.Height > areaTop+areaHeight+slop {
					t.Errorf("%d × %d stands at %+v", tt.wide, tt.high, m)
				}
				if ratio := m.Width / m.Height * float64(tt.high) / float64(tt.wide); ratio < 0.99 || ratio > 1.01 {
					t.Errorf("%d × %d is drawn %.1f × %.1f", tt.wide, tt.high, m.Width, m.Height)
				}
				if len(p.Runs) == 0 || pages.Elements[m.Tag].Kind != "Figure" || pages.Elements[m.Tag].Alt != "图一　测试" || pages.Elements[m.Tag].Page != n {
					t.Errorf("%d × %d: element %+v", tt.wide, tt.high, pages.Elements[m.Tag])
				}
			}
		}
		if found != 1 {
			t.Errorf("%d × %d is drawn %d times", tt.wide, tt.high, found)
		}
	}
}

// Text fills the page that a picture no longer fits on; the picture stands at the
// top of the next one, before the text there, and a table that goes on below it
// has its head again.
func TestAPictureWaitsForTheNextPage(t *testing.T) {
	tall := Picture{Image: image.NewGray(image.Rect(0, 0, 400, 500)), Caption: "图一　测试"}
	rows := []Row{{Cells: []Cell{{Text: "表头"}}}}
	for range 40 {
		rows = append(rows, Row{Cells: []Cell{{Text: "一行"}}})
	}
	table := Table{Columns: []float64{156}, Head: 1, Rows: rows}
	for name, after := range map[string][]Block{"text": {Text(strings.Repeat("下文。", 400))}, "a table": {table}, "nothing": nil} {
		blocks := append([]Block{Text(strings.Repeat("上文。", 120)), tall}, after...)
		pages, _ := Lay(Document{Blocks: blocks}, plainFaces{})
		if len(pages.Pages) < 2 || len(pages.Pages[0].Images) != 0 || len(pages.Pages[1].Images) != 1 {
			t.Fatalf("%s: the picture is not on the second page of %d", name, len(pages.Pages))
		}
		if top := pages.Pages[1].Images[0].Y; top > areaTop+slop {
			t.Errorf("%s: the picture stands at %.0f, not at the top", name, top)
		}
		if words := runsText(pages.Pages[0].Runs); after != nil && !strings.Contains(words, "下文") && !strings.Contains(words, "一行") {
			t.Errorf("%s: the first page is left empty below %q", name, words)
		}
		if words := runsText(pages.Pages[1].Runs); name == "a table" && !strings.Contains(words, "表头") {
			t.Errorf("the table has no head on the second page: %q", words)
		}
	}
}
