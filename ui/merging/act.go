package merging

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// Keys are the keys of the page; the sheet of keys lists them.
func (p *Page) Keys() []widgets.Binding {
	const shift = fyne.KeyModifierShift
	do := func(a func() desk.Action) func() { return func() { p.d.Press(a()) } }
	return []widgets.Binding{
		{Keys: []widgets.Key{{Name: fyne.KeyJ}, {Name: fyne.KeyDown}}, Does: "merging.group", Do: func() { p.o.NextOffer(+1) }},
		{Keys: []widgets.Key{{Name: fyne.KeyK}, {Name: fyne.KeyUp}}, Does: "merging.group", Do: func() { p.o.NextOffer(-1) }},
		{Keys: []widgets.Key{{Name: fyne.Key2}}, Does: "merging.swap", Do: p.o.Swap},
		{Keys: []widgets.Key{{Name: fyne.KeyN}}, Does: "merging.another", Do: p.o.NextRight},
		{Keys: []widgets.Key{{Name: fyne.KeyM}}, Does: "merging.merge", Do: do(func() desk.Action { return p.o.MergeInHand(true) })},
		{Keys: []widgets.Key{{Name: fyne.KeyM, Mod: shift}}, Does: "merging.both", Do: do(func() desk.Action { return p.o.MergeInHand(false) })},
		{Keys: []widgets.Key{{Name: fyne.KeyX}}, Does: "merging.apart", Do: do(func() desk.Action { return p.o.ApartInHand(true) })},
		{Keys: []widgets.Key{{Name: fyne.KeyX, Mod: shift}}, Does: "merging.one", Do: do(func() desk.Action { return p.o.ApartInHand(false) })},
		{Keys: []widgets.Key{{Name: fyne.KeyS}}, Does: "merging.split", Do: do(p.o.SplitInHand)},
	}
}

// press does what a key is bound to, or hands it on.
func (p *Page) press(k widgets.Key) {
	if !widgets.Press(p.Keys(), k) {
		p.handOn(k)
	}
}

// handOn gives a key that the page has no use for to the window.
func (p *Page) handOn(k widgets.Key) {
	if p.OnKey != nil {
		p.OnKey(k)
	}
}

// focus gives the keyboard to the list, so that the keys work after a click.
func (p *Page) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.list); c != nil {
		c.Focus(p.list)
	}
}

// newButtons makes the buttons; each does what its key does.
func (p *Page) newButtons() buttons {
	b := func(key string, do func()) *widget.Button {
		return widget.NewButton(p.w.Text("merging.button."+key), func() {
			do()
			p.focus()
		})
	}
	act := func(a func() desk.Action) func() { return func() { p.d.Press(a()) } }
	return buttons{
		merge:   b("merge", act(func() desk.Action { return p.o.MergeInHand(true) })),
		both:    b("both", act(func() desk.Action { return p.o.MergeInHand(false) })),
		swap:    b("swap", p.o.Swap),
		another: b("another", p.o.NextRight),
		apart:   b("apart", act(func() desk.Action { return p.o.ApartInHand(true) })),
		one:     b("one", act(func() desk.Action { return p.o.ApartInHand(false) })),
		split:   b("split", act(p.o.SplitInHand)),
		next:    b("next", func() { p.o.NextOffer(+1) }),
	}
}

// showButtons shows those that mean something for what is in sight.
func (p *Page) showButtons(s staff.Sight) {
	b := p.buttons
	many, contrary := len(s.Entries) > 2, !s.Merged && s.Cluster.Kind == registry.Contrary
	visible(b.merge, !s.Merged && !contrary)
	visible(b.both, !s.Merged && !contrary && many)
	visible(b.swap, !s.Merged && !contrary)
	visible(b.another, many)
	visible(b.apart, !s.Merged)
	visible(b.one, !s.Merged && many && !contrary)
	visible(b.split, s.Merged)
	visible(b.next, s.At < s.Of-1)
	b.merge.Importance = widgets.Primary
	merge := "merging.button.merge"
	if many {
		merge = "merging.button.merge.all"
	}
	b.merge.SetText(p.w.Text(merge, "n", len(s.Entries)))
	apart := "merging.button.apart"
	if contrary {
		apart = "merging.button.known"
	}
	b.apart.SetText(p.w.Text(apart))
	p.foot.Refresh()
}
