package export

import (
	"cmp"
	"strconv"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
)

// fates are what may become of a motion, in the order reported.
var fates = []struct {
	state registry.State
	words string
}{
	{registry.Filed, wordMotionFiled}, {registry.Turned, wordMotionTurned}, {registry.Merged, wordMotionMerged},
	{registry.Declined, wordMotionDecline}, {registry.Returned, wordMotionBack}, {registry.Withdrawn, wordMotionBack},
}

func fate(w *sheet, s registry.State) string {
	for _, f := range fates {
		if f.state == s {
			return w.say(f.words)
		}
	}
	return ""
}

// Motions is the report on how the motions of a session are to be handled, as
// it goes to the presidium: counts and the list, for a person to finish.
func Motions(entries []registry.Entry, o Staff) Book {
	w := o.words()
	var motions, others []registry.Entry
	jointly := 0
	for _, e := range entries {
		switch e.Proposal.Form {
		case annotate.Motion:
			motions = append(motions, e)
			if !e.Proposal.AsDelegation {
				jointly++
			}
		case annotate.Revision:
		default:
			others = append(others, e)
		}
	}
	title := w.say(wordMotions)
	var blocks []Block
	if s := o.session(entries); s != "" {
		blocks = append(blocks, Title{Text: s, Small: true})
	}
	blocks = append(blocks, Title{Text: title}, Gap{1})
	at := moment(o.Until)
	if len(motions) == 0 {
		blocks = append(blocks, Text(w.sayf(wordMotionsNone, at, len(others))))
		return o.paper(title, entries, append(blocks, o.signed()...))
	}
	blocks = append(blocks, Text(w.sayf(wordMotionsLead, at, len(motions), len(others))+w.sayf(wordMotionsByWay, jointly, len(motions)-jointly)))
	blocks = append(blocks, Heading{Level: 1, Text: w.say(wordMotionsFate)})
	decided := 0
	for i, f := range fates {
		n := 0
		for _, e := range motions {
			if e.State == f.state || f.words == wordMotionBack && i == 4 && e.State == registry.Withdrawn {
				n++
			}
		}
		if n == 0 || i == 5 {
			continue
		}
		decided += n
		blocks = append(blocks, Text(w.sayf(wordMotionsOne, w.say(f.words), n)))
	}
	if n := len(motions) - decided; n > 0 {
		blocks = append(blocks, Text(w.sayf(wordMotionsOpen, n)))
	}
	blocks = append(blocks, Heading{Level: 1, Text: w.say(wordMotionsKinds)})
	kinds := newTally()
	for _, e := range motions {
		kinds.add(cmp.Or(e.Proposal.MotionType, w.say(wordUnsaid)))
	}
	blocks = append(blocks, kinds.table(w, wordMotionType, len(motions)), Heading{Level: 1, Text: w.say(wordMotionsList)})
	rows := []Row{{Height: 8, Cells: []Cell{{Text: w.say(wordSerial)}, {Text: w.say(wordLeadNo)}, {Text: w.say(wordTitle)}, {Text: w.say(wordMotionBy)}, {Text: w.say(wordMotionFate)}}}}
	v := &volume{Staff: o, w: w}
	for i, e := range motions {
		by := v.by(e.Proposal)
		if e.Proposal.AsDelegation {
			by = tidy(e.Proposal.Deputy.Delegation)
		}
		rows = append(rows, Row{Height: 8, Cells: []Cell{{Text: strconv.Itoa(i + 1), Centre: true}, {Text: e.NumberText(), Centre: true},
			{Text: tidy(e.Proposal.Title)}, {Text: by, Centre: true}, {Text: fate(w, e.State)}}})
	}
	blocks = append(blocks, Table{Columns: []float64{13, 20, 60, 28, 35}, Head: 1, Fine: true, Rows: rows})
	return o.paper(title, entries, append(blocks, o.signed()...))
}

// signed is the end of a report: who makes it, on which day.
func (o Staff) signed() []Block {
	maker := cmp.Or(tidy(o.Maker), o.words().say(wordReporter))
	return []Block{Gap{2}, Closing{Text: maker}, Closing{Text: civil(day(o.Until))}}
}
