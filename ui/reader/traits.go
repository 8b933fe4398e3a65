package reader

import (
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// newTraits are kind, tags and sharing of the note on the selected words.
func (s *side) newTraits() *widgets.Traits {
	t := s.words.Text
	words := widgets.TraitWords{More: t("margin.more"), Less: t("margin.less"), Sort: t("margin.kind"), Tags: t("margin.tags"), Hint: t("margin.tags.hint"), Hold: t("margin.share")}
	for _, k := range desk.NoteKinds {
		words.Sorts = append(words.Sorts, t("margin.kind."+string(k)))
	}
	traits := widgets.NewTraits(words)
	change := func(do func(id annotate.NoteID) desk.Action) {
		if n, ok := s.desk.NoteAt(s.shown); ok {
			s.press(do(n.ID))
		}
	}
	traits.OnSort = func(i int) {
		change(func(id annotate.NoteID) desk.Action {
			return s.desk.KindNotes([]annotate.NoteID{id}, desk.NoteKinds[i])
		})
	}
	traits.OnTags = func(text string) {
		change(func(id annotate.NoteID) desk.Action { return s.desk.RetagNote(id, desk.ReadTags(text)) })
	}
	traits.OnHold = func(yes bool) {
		change(func(id annotate.NoteID) desk.Action { return s.desk.ShareNotes([]annotate.NoteID{id}, yes) })
	}
	traits.OnFold = func() { s.object.Content.Refresh() }
	return traits
}

// showTraits shows those of n; without a note there is nothing to unfold.
func (s *side) showTraits(n annotate.Annotation, has bool) {
	if link := s.traits.Link(); has {
		link.Show()
	} else {
		link.Hide()
		s.traits.Unfold(false)
	}
	if has {
		s.traits.Set(slices.Index(desk.NoteKinds, n.Kind), strings.Join(n.Tags, " "), n.ToShare)
	}
}
