package proof

import (
	"deputydesk/assets"
	"deputydesk/seeds/intake"
	"deputydesk/ui/widgets"
)

// A sheet is one side of the page: blocks of text, and which line or piece each
// of them shows.
type sheet struct {
	blocks []widgets.Block
	marks  []widgets.Mark
	of     []int // of each block; -1 where the program speaks
	at     []int // of each line or piece its block; -1 for none
}

func (s *sheet) add(b widgets.Block, of int) {
	if of >= 0 {
		for len(s.at) <= of {
			s.at = append(s.at, -1)
		}
		s.at[of] = len(s.blocks)
	}
	s.blocks = append(s.blocks, b)
	s.of = append(s.of, of)
}

// block is the block of line or piece i; ok is false if it is not shown.
func (s *sheet) block(i int) (block int, ok bool) {
	if i < 0 || i >= len(s.at) || s.at[i] < 0 {
		return 0, false
	}
	return s.at[i], true
}

// joined stands behind a line that goes on in the next one. It is no part of
// the source.
const joined = " →"

// laySource turns the lines of the source into blocks: each as it came, pages
// announced, what was taken out struck through.
func laySource(p *intake.Proof, w assets.Words) sheet {
	var s sheet
	page := 0
	for i, l := range p.Lines {
		if l.Page > page {
			page = l.Page
			s.add(widgets.Block{Text: w.Text("proof.page", "n", page), Style: widgets.Note}, -1)
		}
		text := l.Text
		if l.Joined {
			text += joined
		}
		s.add(widgets.Block{Text: text, Style: widgets.Body}, i)
		for _, out := range l.Out {
			s.marks = append(s.marks, widgets.Mark{Block: len(s.blocks) - 1, Start: out.Start, End: out.End, Style: widgets.MarkOut})
		}
	}
	return s
}

// layPieces turns what the program made of it into blocks, as they are read.
func layPieces(p *intake.Proof, w assets.Words) sheet {
	var s sheet
	for i, piece := range p.Pieces {
		b := widgets.Block{Text: piece.Text, Style: widgets.Body, Indent: piece.Kind == intake.TextBlock}
		switch piece.Kind {
		case intake.FrontLine:
			b.Style = widgets.Note
			if piece.Text == p.Report.Title {
				b.Style = widgets.Title
			}
		case intake.HeadLine:
			b.Style = widgets.Heading1
			if piece.Level > 1 {
				b.Style = widgets.Heading2
			}
		case intake.TextBlock:
			if piece.Heading != "" {
				b.Lead = len(piece.Heading)
			}
		case intake.PrintOnly:
			continue
		case intake.Dropped, intake.TailNotes:
			b.Style = widgets.Note
			caption := "proof.kind." + string(piece.Kind)
			s.add(widgets.Block{Text: w.Text(caption), Style: widgets.Note}, -1)
		}
		s.add(b, i)
		at := len(s.blocks) - 1
		if piece.Kind == intake.Dropped || piece.Kind == intake.TailNotes {
			s.marks = append(s.marks, widgets.Mark{Block: at, End: len(piece.Text), Style: widgets.MarkOut})
		}
		if len(piece.Fixed) > 0 {
			s.marks = append(s.marks, widgets.Mark{Block: at, End: len(piece.Text), Style: widgets.MarkMine})
		}
	}
	return s
}
