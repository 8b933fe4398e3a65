package drafts

import (
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// redlined is a comparison of the press as the window shows it.
func redlined(spans []desk.Marked) []widgets.Piece {
	var all []widgets.Piece
	for _, s := range spans {
		change := widgets.Kept
		switch s.Mark {
		case desk.Struck:
			change = widgets.Gone
		case desk.Under:
			change = widgets.Come
		}
		all = append(all, widgets.Piece{Text: s.Text, Change: change})
	}
	return all
}

// side is one side of a comparison: what was there, or what is there now.
func side(spans []desk.Marked, now bool) []widgets.Piece {
	var all []widgets.Piece
	for _, p := range redlined(spans) {
		if p.Change == widgets.Kept || (p.Change == widgets.Come) == now {
			all = append(all, p)
		}
	}
	return all
}
