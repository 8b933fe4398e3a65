package export

import "math"

// A pattern's measures, in points. They are fixed to the page, not to the
// words, so that a highlight of several runs shows one line.
const (
	heavy      = 1.4
	dashOn     = 4.0
	dashOff    = 2.2
	dotOn      = 1.0
	dotOff     = 1.4
	waveLength = 4.4
	waveHeight = 1.5
	doubleGap  = 1.8
)

// pattern draws the line of a highlight from (x, y).
func (p *Page) pattern(m Mark, x, y, length float64) {
	switch m {
	case Lined:
		p.stroke(x, y, x+length, y, heavy)
	case Dashed:
		p.broken(x, y, length, dashOn, dashOff, thick)
	case Dotted:
		p.broken(x, y, length, dotOn, dotOff, thick)
	case Waved:
		p.wave(x, y, length)
	case Doubled:
		p.stroke(x, y, x+length, y, marked)
		p.stroke(x, y+doubleGap, x+length, y+doubleGap, marked)
	}
}

// broken draws the parts of a line that are on between x and x+length.
func (p *Page) broken(x, y, length, on, off, width float64) {
	period := on + off
	for at := math.Floor(x/period) * period; at < x+length; at += period {
		if from, to := max(at, x), min(at+on, x+length); to > from {
			p.stroke(from, y, to, y, width)
		}
	}
}

// wave draws a line that goes up and down.
func (p *Page) wave(x, y, length float64) {
	half := waveLength / 2
	height := func(at float64) float64 { // a triangle wave is as good at this size
		t := math.Mod(at, waveLength) / half
		if t > 1 {
			t = 2 - t
		}
		return y + (t-0.5)*waveHeight
	}
	for at := math.Floor(x/half) * half; at < x+length; at += half {
		if from, to := max(at, x), min(at+half, x+length); to > from {
			p.Rules = append(p.Rules, Rule{from, height(from), to, height(to), marked})
		}
	}
}

// stroke draws a level line, or makes one of the last two longer.
func (p *Page) stroke(x1, y1, x2, y2, width float64) {
	for i := len(p.Rules) - 1; i >= max(0, len(p.Rules)-2); i-- {
		last := &p.Rules[i]
		if last.Y1 == y1 && last.Y2 == y2 && last.Width == width && last.X2 > x1-slop && last.X2 < x1+slop {
			last.X2 = x2
			return
		}
	}
	p.Rules = append(p.Rules, Rule{x1, y1, x2, y2, width})
}
