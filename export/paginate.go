package export

import "math"

// paginate deals the slabs to pages and draws them. Slabs chained by keep go
// to the next page together, unless they would fill more than a page.
func (l *layout) paginate() {
	d := dealer{high: l.paper.High, fresh: true}
	for i := 0; i < len(l.slabs); {
		end := i + 1
		for end < len(l.slabs) && l.slabs[end-1].keep && !l.slabs[end].first {
			end++
		}
		d.deal(l.slabs[i:end], i)
		i = end
	}
	for len(d.held) > 0 {
		d.turn()
	}
	l.draw(d.dealt)
}

// A dealer puts slabs on pages, one below the other.
type dealer struct {
	high  float64 // of the area
	dealt []placed
	held  [][]slab // pictures that wait for the top of the next page
	page  int
	y     float64
	fresh bool // nothing stands on the page yet
}

// fits reports whether slabs end on the page when they begin at y.
func (d *dealer) fits(group []slab, y float64, fresh bool) bool {
	return after(group, y, fresh) <= d.high+slop
}

// turn begins a page, if the old one holds something, with the pictures that
// waited for it.
func (d *dealer) turn() {
	if d.fresh {
		return
	}
	d.page++
	d.y, d.fresh = 0, true
	for len(d.held) > 0 && (d.fresh || d.fits(d.held[0], d.y, false)) {
		group := d.held[0]
		d.held = d.held[1:]
		for _, s := range group {
			d.put(s)
		}
	}
}

func (d *dealer) put(s slab) {
	d.y = after([]slab{s}, d.y, d.fresh)
	d.dealt = append(d.dealt, placed{s, d.page, d.y - s.height})
	if s.height > 0 {
		d.fresh = false
	}
}

// deal puts down slabs that stay together, the first of which is number i of all.
func (d *dealer) deal(group []slab, i int) {
	page := d.page
	if group[0].first {
		for !d.fresh {
			d.turn()
		}
	}
	if !d.fresh && !d.fits(group, d.y, false) && d.fits(group, 0, true) {
		if group[0].float {
			d.held = append(d.held, group)
			return
		}
		d.turn()
	}
	for n, s := range group {
		if !d.fits([]slab{s}, d.y, d.fresh) {
			d.turn()
		}
		if (d.fresh || d.page > page) && s.table != nil && s.table.head > 0 && !s.table.inHead(i+n) {
			page = d.page
			for _, h := range s.table.repeat {
				d.dealt = append(d.dealt, placed{h, d.page, d.y})
				d.y += h.height
			}
		}
		d.put(s)
	}
}

// A placed slab stands on a page, y below the top of the area.
type placed struct {
	slab
	page int
	y    float64
}

// after returns where y is when slabs have been placed from y on.
func after(slabs []slab, y float64, fresh bool) float64 {
	for _, s := range slabs {
		if !fresh {
			y += s.above
		}
		if s.snap {
			y = math.Ceil(y/pitch-slop) * pitch
		}
		y += s.height
		if s.height > 0 {
			fresh = false
		}
	}
	return y
}

func (l *layout) draw(dealt []placed) {
	for i, s := range dealt {
		for len(l.out.Pages) <= s.page {
			l.out.Pages = append(l.out.Pages, Page{})
		}
		p := &l.out.Pages[s.page]
		top := l.paper.Top + s.y
		if s.tag >= 0 {
			e := &l.out.Elements[s.tag]
			e.Page, e.Y = s.page, top
		}
		if s.table != nil {
			begins := i == 0 || dealt[i-1].table != s.table || dealt[i-1].page != s.page
			ends := i == len(dealt)-1 || dealt[i+1].table != s.table || dealt[i+1].page != s.page
			s.table.frame(p, top, s.height, begins, ends)
		}
		if s.draw != nil {
			s.draw(p, top)
		}
	}
	if len(l.out.Pages) == 0 {
		l.out.Pages = append(l.out.Pages, Page{})
	}
}
