package proof

import (
	"deputydesk/assets"
	"deputydesk/seeds/intake"
	"deputydesk/ui/widgets"
)

// A sheet is what was made of the source: blocks of text, and which piece each of
// them shows.
type sheet struct {
	blocks []widgets.Block
	marks  []widgets.Mark
	of     []int // of each block; -1 where the program speaks
	at     []int // of each piece its block; -1 for none
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

// block is the block of piece i; ok is false if it is not shown.
func (s *sheet) block(i int) (block int, ok bool) {
	if i < 0 || i >= len(s.at) || s.at[i] < 0 {
		return 0, false
	}
	return s.at[i], true
}

// pages are the source: blocks of lines that stand together.
type pages struct {
	blocks []widgets.Block
	marks  []widgets.Mark
	at     []widgets.Position // of each line
}

// position is byte offset of line n.
func (s *pages) position(n, offset int) widgets.Position {
	at := s.at[n]
	at.Offset += offset
	return at
}

// line is the line that a position is on, and the byte of it; -1 for none.
func (s *pages) line(at widgets.Position) (n, offset int) {
	n = -1
	for i, p := range s.at {
		if p.Block == at.Block && p.Offset <= at.Offset {
			n, offset = i, at.Offset-p.Offset
		}
	}
	return n, offset
}

// joined stands behind a line that goes on in the next one. It is no part of
// the source.
const joined = " →"

// laySource turns the lines of the source into blocks: each as it came, pages
// announced, what was taken out struck through.
func laySource(p *intake.Proof, w assets.Words) pages {
	var s pages
	page, together := 0, false
	for _, l := range p.Lines {
		if l.Page > page {
			page, together = l.Page, false
			s.blocks = append(s.blocks, widgets.Block{Text: w.Text("proof.page", "n", page), Style: widgets.Note})
		}
		if together && !l.Apart {
			s.blocks[len(s.blocks)-1].Text += "\n"
		} else {
			s.blocks = append(s.blocks, widgets.Block{Style: widgets.Body})
		}
		together = true
		block := len(s.blocks) - 1
		base := len(s.blocks[block].Text)
		s.at = append(s.at, widgets.Position{Block: block, Offset: base})
		s.blocks[block].Text += l.Text
		if l.Joined {
			s.blocks[block].Text += joined
		}
		for _, out := range l.Out {
			s.marks = append(s.marks, widgets.Mark{Block: block, Start: base + out.Start, End: base + out.End, Style: widgets.MarkOut})
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
