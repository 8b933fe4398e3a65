package export

import (
	"image"
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
