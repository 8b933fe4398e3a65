package desk

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"math/rand/v2"
	"os"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/export"
	"deputydesk/export/pdf"
	"deputydesk/seeds/intake"
)

// cover is the first page of a sheet as a scanner of so many dots an inch sees it.
func cover(t *testing.T, d *Desk, p annotate.Proposal, dpi, degrees float64) []byte {
	t.Helper()
	return skewed(t, page(t, d, p, dpi), degrees)
}

// page is the first page of a sheet at so many dots an inch.
func page(t *testing.T, d *Desk, p annotate.Proposal, dpi float64) *image.Gray {
	t.Helper()
	painter, err := pdf.NewPainter(nil)
	if err != nil {
		t.Fatal(err)
	}
	pages, _ := export.Lay(export.Sheet(p, d.Find, d.wording), painter.Fonts())
	page, err := painter.Picture(pages.Pages[0], pages.Paper, dpi/72)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// skewed is a page turned by so many degrees, with noise, as a JPEG of middling
// quality.
func skewed(t *testing.T, page *image.Gray, degrees float64) []byte {
	t.Helper()
	w, h := float64(page.Rect.Dx()), float64(page.Rect.Dy())
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	side := math.Hypot(w, h)
	seen := image.NewGray(image.Rect(0, 0, int(side), int(side)))
	for i := range seen.Pix {
		seen.Pix[i] = 255
	}
	for y := range seen.Rect.Dy() { // each point looks where it came from
		for x := range seen.Rect.Dx() {
			dx, dy := float64(x)-side/2, float64(y)-side/2
			fromX, fromY := w/2+cos*dx+sin*dy, h/2-sin*dx+cos*dy
			x0, y0 := int(math.Floor(fromX)), int(math.Floor(fromY))
			if x0 < 0 || y0 < 0 || x0+1 >= page.Rect.Dx() || y0+1 >= page.Rect.Dy() {
				continue
			}
			fx, fy := fromX-float64(x0), fromY-float64(y0)
			at := func(dx, dy int) float64 { return float64(page.Pix[(y0+dy)*page.Stride+x0+dx]) }
			seen.Pix[y*seen.Stride+x] = uint8((at(0, 0)*(1-fx)+at(1, 0)*fx)*(1-fy) + (at(0, 1)*(1-fx)+at(1, 1)*fx)*fy)
		}
	}
	random := rand.New(rand.NewPCG(uint64(page.Rect.Dx()), uint64(degrees+360)))
	for i, v := range seen.Pix {
		seen.Pix[i] = uint8(max(0, min(255, int(v)-12+random.IntN(24))))
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, seen, &jpeg.Options{Quality: 60}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// inPDF is a picture as a copier writes it: a page that is nothing else.
func inPDF(picture []byte) []byte {
	config, err := jpeg.DecodeConfig(bytes.NewReader(picture))
	if err != nil {
		return nil
	}
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im 4 0 R >> >> /Contents 5 0 R >>",
		fmt.Sprintf("<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream",
			config.Width, config.Height, len(picture), picture),
		"<< /Length 31 >>\nstream\nq 595 0 0 842 0 0 cm /Im Do Q   \nendstream",
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

// The symbol of a sheet is read from scans and photographs as they come.
func TestSymbolOnScans(t *testing.T) {
	d := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, d)
	p := wholeProposal(d)
	read, all := 0, 0
	fine, askew := []float64{100, 200}, []float64{0, 2, 90, 178}
	if os.Getenv("DESK_SOAK") != "" {
		fine, askew = []float64{100, 120, 150, 200}, []float64{0, 2, -2, 90, 180, 270, 88}
	}
	for _, dpi := range fine {
		one := page(t, d, p, dpi)
		for _, degrees := range askew {
			img, err := intake.Picture(skewed(t, one, degrees))
			if err != nil {
				t.Fatal(err)
			}
			all++
			if got, ok := export.ReadSymbol(intake.Symbol(img)); ok && got.ID == p.ID {
				read++
			} else {
				t.Logf("at %v dots an inch, turned by %v: not read", dpi, degrees)
			}
		}
	}
	t.Logf("%d of %d scans read", read, all)
	if read < all-1 {
		t.Errorf("%d of %d scans read", read, all)
	}
	blank := image.NewGray(image.Rect(0, 0, 400, 600))
	blank.Set(5, 5, color.White)
	if got := intake.Symbol(blank); got != "" {
		t.Errorf("a blank page says %q", got)
	}
}

// The scan of a signed sheet goes to its entry; without one it opens an entry
// that waits for the data.
func TestSignedScans(t *testing.T) {
	d := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, d)
	p := wholeProposal(d)
	scan := cover(t, d, p, 150, 2)
	in := handIn(t, d, map[string][]byte{"签字.jpg": scan})
	if got := became(in)["签字.jpg"]; got != "review scan-only" || in.Book.Entries[0].Proposal.ID != p.ID {
		t.Fatalf("before its data: %s", got)
	}
	in = handIn(t, d, map[string][]byte{"a.dbz": packedOf(t, p)})
	e := in.Book.Entries[0]
	if got := became(in)["a.dbz"]; got != "revised arrived" || len(in.Book.Entries) != 1 || e.Proposal.Title != p.Title || len(e.Papers) != 1 || e.Origin != registry.Packed {
		t.Fatalf("its data: %s, %+v", got, e)
	}
	before := book(t, d)
	in = handIn(t, d, map[string][]byte{"签字.pdf": inPDF(cover(t, d, p, 150, 90)), "again.jpg": scan})
	got := became(in)
	if got["签字.pdf"] != "duplicate signed-copy" || got["again.jpg"] != "duplicate same" {
		t.Errorf("with its data: %v", got)
	}
	e = in.Book.Entries[0]
	if len(e.Papers) != 2 || e.Journal[len(e.Journal)-1].Field != string(registry.SignedCopy) || e.Digest != export.Digest(p) {
		t.Errorf("entry %+v", e)
	}
	if data, err := d.FileBytes(e.Papers[1].SHA256); err != nil || len(data) == 0 {
		t.Errorf("the scan cannot be opened: %v", err)
	}
	if _, err := d.UndoIntake(in.Batch); err != nil || book(t, d) != before {
		t.Errorf("taken back: %v", err)
	}
	other := p
	other.Body.Proposal = "改为三处。"
	got = became(handIn(t, d, map[string][]byte{"别稿.jpg": cover(t, d, other, 150, 0), "照片.jpg": plainPhoto(t), "扫描.pdf": inPDF(plainPhoto(t))}))
	if got["别稿.jpg"] != "review signed-else" || got["照片.jpg"] != "error unreadable" || got["扫描.pdf"] != "error unreadable" {
		t.Errorf("others: %v", got)
	}
}

// plainPhoto is a picture without a symbol; what is said of it asks for typing.
func plainPhoto(t *testing.T) []byte {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, 600, 800))
	for i := range img.Pix {
		img.Pix[i] = uint8(i % 251)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	what, hint := Explain(assets.Language(assets.Chinese), ErrScan)
	if what == "" || hint != "请看着原件录入。" {
		t.Errorf("said %q %q", what, hint)
	}
	return b.Bytes()
}
