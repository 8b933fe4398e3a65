package export

import "math"

// paginate deals the slabs to pages and draws them. Slabs chained by keep go
// to the next page together, unless they would fill more than a page.
func (l *layout) paginate() {
	var dealt []placed
	page, y := 0, 0.0
	fresh := true // nothing stands on the page yet
	turn := func() {
		if !fresh {
			page++
			y, fresh = 0, true
		}
	}
	for i := 0; i < len(l.slabs); {
		end := i + 1
		for end < len(l.slabs) && l.slabs[end-1].keep && !l.slabs[end].first {
			end++
		}
		group := l.slabs[i:end]
		if group[0].first {
			turn()
		}
		if after(group, y, fresh) > l.paper.High+slop && !fresh && after(group, 0, true) <= l.paper.High+slop {
			turn()
		}
		for _, s := range group {
			if after([]slab{s}, y, fresh) > l.paper.High+slop {
				turn()
			}
			if fresh && s.table != nil && s.table.head > 0 && !s.table.inHead(i) {
				for _, h := range s.table.repeat {
					dealt = append(dealt, placed{h, page, y})
					y += h.height
				}
			}
			y = after([]slab{s}, y, fresh)
			dealt = append(dealt, placed{s, page, y - s.height})
			if s.height > 0 {
				fresh = false
			}
			i++
		}
	}
	l.draw(dealt)
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
