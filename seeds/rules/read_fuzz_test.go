package rules

import "testing"

// Whatever is called a rule pack, reading it gives a pack that works or faults
// that name a place; so does the book of sheets it is written to.
func FuzzRead(f *testing.F) {
	f.Add([]byte(""))
	f.Add(henanCity)
	f.Add([]byte("schema = 1\n[limits]\ncosigners = -1\n"))
	f.Add([]byte("[[category]]\nname = \"\"\nwords = [[[]]]\n"))
	f.Add([]byte("[forms]\nmobile = \"(\"\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Read("x.toml", data)
		if err != nil {
			if err.Error() == "" {
				t.Error("a fault without words")
			}
			return
		}
		p.Forms.Fits("mobile", "13900000001")
	})
}
