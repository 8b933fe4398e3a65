package reader

import (
	"strings"

	"deputydesk/annotate"
	"deputydesk/assets"
	"deputydesk/seeds/intake"
	"deputydesk/seeds/target"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A side is the pane about the selected words: colours, a note, a proposal
// against them, and the targets they state.
type side struct {
	desk  *desk.Desk
	words assets.Words

	object  *container.Scroll
	quote   *widgets.Passage
	swatch  *widgets.SwatchBar
	note    *widgets.Editor
	traits  *widgets.Traits // kind, tags and sharing of the note, folded away
	remove  *widget.Button
	targets *fyne.Container
	shown   desk.Selection
	held    *fyne.Container // level with the sentence
	level   level
	doubts  bool // doubtful places are told
	cited   func(desk.Cited) string
}

func newSide(d *desk.Desk, w assets.Words) *side {
	s := &side{desk: d, words: w, quote: widgets.NewPassage("", widgets.Lettering{Wrap: true}), targets: container.NewVBox()}

	s.swatch = widgets.NewSwatchBar(func(i int) { s.press(d.Mark(annotate.Colours[i])) })
	s.note = widgets.NewTextField(4)
	s.note.SetPlaceHolder(w.Text("reader.note.hint"))
	s.note.OnChanged = s.typed
	s.note.OnBlur = d.EndNote

	s.traits = s.newTraits()

	write := widget.NewButton(w.Text("reader.draft"), func() { s.press(d.WriteOnSelection(annotate.Suggestion)) })
	write.Importance = widgets.Primary
	amend := widget.NewButton(w.Text("reader.amend"), func() { s.press(d.WriteOnSelection(annotate.Revision)) })
	copied := widget.NewButton(w.Text("reader.copy"), s.copy)
	s.remove = widget.NewButton(w.Text("reader.note.delete"), s.deleteNote)
	s.remove.Importance = widget.LowImportance
	closing := widget.NewButtonWithIcon("", theme.CancelIcon(), d.Unselect)
	closing.Importance = widget.LowImportance

	s.held = container.New(&s.level, container.New(layout.NewCustomPaddedLayout(12, 12, 16, 16), container.New(layout.NewCustomPaddedVBoxLayout(8),
		container.NewBorder(nil, nil, title(w.Text("reader.selected")), closing),
		s.quote,
		title(w.Text("reader.mark")),
		s.swatch,
		container.NewBorder(nil, nil, title(w.Text("reader.note")), container.NewHBox(s.traits.Link(), s.remove)),
		s.note,
		s.traits,
		write,
		container.NewGridWithColumns(2, amend, copied),
		s.targets,
	)))
	s.object = container.NewVScroll(s.held)
	return s
}

func title(text string) fyne.CanvasObject {
	return container.NewVBox(layout.NewSpacer(), widgets.NewPassage(text, widgets.Lettering{Bold: true}), layout.NewSpacer())
}

// show draws the pane for what is selected now.
func (s *side) show() {
	now := s.desk.Selection()
	if now.Empty() {
		s.shown = now
		return
	}
	n, has := s.desk.NoteAt(now)
	if now != s.shown {
		s.shown = now
		s.quote.SetText(s.desk.Words())
		s.note.SetText(n.Text)
		s.traits.Unfold(false)
		s.showTargets()
		s.object.Content.Refresh() // the quote may take more lines, or fewer
		s.object.ScrollToTop()
	}
	if !s.desk.Typing() && s.note.Text() != n.Text { // undone, or written elsewhere
		s.note.SetText(n.Text)
	}
	s.showTraits(n, has)
	s.swatch.SetCurrent(colourIndex(n.Colour, has))
	s.remove.Hidden = !has
	s.remove.Refresh()
}

func colourIndex(c annotate.Colour, has bool) int {
	for i, each := range annotate.Colours {
		if has && each == c {
			return i
		}
	}
	return -1
}

// showTargets lists the targets of the selected sentence, each with a way to
// write about it.
func (s *side) showTargets() {
	s.targets.RemoveAll()
	if s.doubts {
		for _, d := range s.desk.DoubtsIn(s.shown) {
			s.targets.Add(s.doubtCard(d))
		}
	}
	all := s.desk.SelectedTargets()
	if len(all) > 0 {
		s.targets.Add(title(s.words.Text("reader.targets", "n", len(all))))
	}
	for _, t := range all {
		s.targets.Add(s.targetCard(t))
	}
	if cites := s.desk.Over(s.shown).Cites; len(cites) > 0 {
		s.targets.Add(title(s.words.Text("reader.cites", "n", len(cites))))
		for _, c := range cites {
			s.targets.Add(s.citeCard(c))
		}
	}
	add := widget.NewButton(s.words.Text("reader.target.add"), func() { s.press(s.desk.AddTarget()) })
	add.Importance = widget.LowImportance
	s.targets.Add(add)
	s.targets.Refresh()
}

func (s *side) targetCard(t target.Target) fyne.CanvasObject {
	text := widgets.NewPassage(strings.Join(commitment(s.words, t), "\n"), widgets.Lettering{Wrap: true})
	write := widget.NewButton(s.words.Text("reader.target.draft"), func() {
		s.press(s.desk.WriteOnTarget(t.ID, annotate.Suggestion))
	})
	return widgets.NewCard(container.NewVBox(text, write))
}

// citeCard says which proposal cites the words, and leads to it.
func (s *side) citeCard(c desk.Cited) fyne.CanvasObject {
	text := widgets.NewPassage(s.cited(c), widgets.Lettering{Wrap: true})
	open := widget.NewButton(s.words.Text("reader.cites.open"), func() { s.desk.OpenDraft(c.Proposal) })
	return widgets.NewCard(container.NewVBox(text, open))
}

// doubtCard says what is doubtful and what was probably meant. The text itself
// is never changed.
func (s *side) doubtCard(d intake.Doubt) fyne.CanvasObject {
	return widgets.NewCard(widgets.NewPassage(s.doubt(d), widgets.Lettering{Wrap: true}))
}

func (s *side) doubt(d intake.Doubt) string {
	key := "reader.doubt." + string(d.Why)
	if d.Suggestion != "" {
		key += ".suggest"
	}
	return s.words.Text(key, "text", d.Text, "suggestion", d.Suggestion)
}

func (s *side) typed(text string) { s.press(s.desk.Jot(text)) }

func (s *side) deleteNote() {
	n, ok := s.desk.NoteAt(s.desk.Selection())
	if !ok {
		return
	}
	s.press(s.desk.DeleteNote(n.ID))
	s.shown = desk.Selection{}
	s.show()
}

func (s *side) copy() { fyne.CurrentApp().Clipboard().SetContent(s.desk.Quotation()) }

// press does a, or tells why it cannot be done.
func (s *side) press(a desk.Action) { s.desk.Press(a) }
