package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Traits are what can be said of a thing besides its words: which of some sorts
// it is, some tags, and whether something holds. They are hidden until their
// link is followed, out of the way of who does not look for them.
type Traits struct {
	widget.BaseWidget

	OnSort func(i int)       // another sort was chosen
	OnTags func(text string) // the keyboard left the tags, which read otherwise now
	OnHold func(yes bool)
	OnFold func() // they were shown or hidden

	words TraitWords
	link  *widget.Hyperlink
	sort  *widget.Select
	tags  *Field
	hold  *widget.Check
	kept  string // the tags as they were set
	rows  *fyne.Container
	form  fyne.CanvasObject
}

// TraitWords are the words on them.
type TraitWords struct {
	More, Less       string // the link, folded and unfolded
	Sort, Tags, Hint string
	Hold             string
	Sorts            []string
}

// NewTraits returns folded traits.
func NewTraits(w TraitWords) *Traits {
	t := &Traits{words: w}
	t.link = widget.NewHyperlink(w.More, nil)
	t.link.OnTapped = func() { t.Unfold(t.Hidden) }
	t.sort = widget.NewSelect(w.Sorts, nil)
	t.tags = NewField()
	t.tags.SetPlaceHolder(w.Hint)
	t.tags.OnSubmitted = func(string) { t.tagged() }
	t.tags.OnBlur = t.tagged
	t.hold = widget.NewCheck(w.Hold, nil)
	caption := func(text string) fyne.CanvasObject {
		return container.NewCenter(NewPassage(text, Lettering{Colour: ColorSecondary, Size: theme.SizeNameCaptionText}))
	}
	t.rows = container.NewVBox(
		container.NewBorder(nil, nil, caption(w.Sort), nil, t.sort),
		container.NewBorder(nil, nil, caption(w.Tags), nil, t.tags),
		t.hold)
	t.form = NewPane(ColorPane, t.rows)
	t.ExtendBaseWidget(t)
	t.Hide()
	return t
}

// Add puts something more below them.
func (t *Traits) Add(o fyne.CanvasObject) { t.rows.Add(o) }

// Link is the link that shows them and hides them again.
func (t *Traits) Link() fyne.CanvasObject { return t.link }

// Unfold shows them, or folds them away.
func (t *Traits) Unfold(yes bool) {
	if yes {
		t.link.SetText(t.words.Less)
		t.Show()
	} else {
		t.link.SetText(t.words.More)
		t.Hide()
	}
	if t.OnFold != nil {
		t.OnFold()
	}
}

// Unfolded reports whether they are shown.
func (t *Traits) Unfolded() bool { return !t.Hidden }

// Set shows what holds now. Tags that are being typed are left alone.
func (t *Traits) Set(sort int, tags string, hold bool) {
	t.sort.OnChanged, t.hold.OnChanged = nil, nil
	if sort < 0 {
		t.sort.ClearSelected()
	} else {
		t.sort.SetSelectedIndex(sort)
	}
	t.hold.SetChecked(hold)
	if c := canvasOf(t.tags); t.tags.Text == t.kept || c == nil || c.Focused() != fyne.Focusable(t.tags) {
		t.kept = tags
		t.tags.SetText(tags)
	}
	t.sort.OnChanged = func(string) {
		if t.OnSort != nil {
			t.OnSort(t.sort.SelectedIndex())
		}
	}
	t.hold.OnChanged = func(yes bool) {
		if t.OnHold != nil {
			t.OnHold(yes)
		}
	}
}

func canvasOf(o fyne.CanvasObject) fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(o) }

// tagged tells of other tags once.
func (t *Traits) tagged() {
	if t.tags.Text == t.kept {
		return
	}
	t.kept = t.tags.Text
	if t.OnTags != nil {
		t.OnTags(t.kept)
	}
}

// CreateRenderer is called by Fyne.
func (t *Traits) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.form) }
