package export

import (
	"cmp"
	"strconv"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
)

// Receipts are the 收件回执, one a page.
func Receipts(entries []registry.Entry, o Staff) Book {
	var chapters [][]Block
	for _, e := range entries {
		chapters = append(chapters, receipt(e, o))
	}
	return o.paper(o.words().say(wordReceipt), entries, chapters...)
}

func receipt(e registry.Entry, o Staff) []Block {
	p := e.Proposal
	s := &sheet{p: p, words: o.Words}
	hash := cmp.Or(e.Digest, Digest(p)) // of what was handed in, not of what staff put right
	number := cmp.Or(e.NumberText(), "　")
	rows := []Row{
		s.pair(wordLeadNo, number, wordKind, form(e)),
		s.wide(wordTitle, tidy(p.Title)),
		s.pair(wordLeader, tidy(p.Deputy.Name), wordNo, tidy(p.Deputy.Number)),
		s.pair(wordDelegation, tidy(p.Deputy.Delegation), wordSigned, strconv.Itoa(1+len(p.Cosigners))),
		s.pair(wordReceiptAt, received(e.Received), wordReceiptState, string(e.Signature)),
		s.pair(wordReceiptCode, Code(p), wordReceiptHash, hash[:12]),
	}
	var blocks []Block
	if session := o.session([]registry.Entry{e}); session != "" {
		blocks = append(blocks, Title{Text: session, Small: true})
	}
	return append(blocks, Title{Text: s.say(wordReceipt), Label: cmp.Or(e.NumberText(), tidy(p.Title))},
		Head{Left: cmp.Or(tidy(o.Maker), s.say(wordReceiptUnit)), Right: s.sayf(wordCode, Code(p), hash[:12]), Square: symbol(p, hash)}, Gap{1},
		Paragraph{Spans: []Span{{Text: tidy(p.Deputy.Name) + s.say(wordReceiptTo)}}, Flush: true},
		Text(s.sayf(wordReceiptBody, form(e))), Space{8}, Table{Columns: coverColumns, Rows: rows},
		Gap{1}, Signature{Label: s.say(wordReceiptBy), Dated: true})
}

// received is an instant in Beijing, "2024年2月22日 14:05".
func received(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(annotate.Beijing)
	return civil(t.Format(time.DateOnly)) + " " + t.Format("15:04")
}
