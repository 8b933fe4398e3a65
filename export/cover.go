package export

import (
	"fmt"
	"slices"
	"strings"

	"deputydesk/annotate"
)

// coverColumns are label, value, label, value.
var coverColumns = []float64{25, 56, 25, 50}

// rowHeight is that of a field of one line, in millimetres: room for the pen.
const rowHeight = 8

// cover is the first page: what the form asks for, and the boxes of the staff.
func (s *sheet) cover() {
	p := s.p
	if session := tidy(p.Session); session != "" {
		s.add(Title{Text: session, Small: true})
	}
	s.add(Title{Text: s.form()})
	s.add(Head{Left: s.say(wordNumber), Right: s.sayf(wordCode, s.doc.Code, s.doc.Hash[:12]), Square: symbol(p, s.doc.Hash)})
	s.add(Table{Columns: coverColumns, Rows: s.fields()})
	s.add(Space{3}, Paragraph{Spans: []Span{{Text: s.say(wordNotice)}}, Small: true, Flush: true}, Space{3})
	s.add(Table{Columns: coverColumns, Rows: s.boxes(), Together: true})
}

// fields are the rows of the cover.
func (s *sheet) fields() []Row {
	p := s.p
	rows := []Row{s.wide(wordTitle, tidy(p.Title))}
	switch p.Form {
	case annotate.Motion:
		by := wordJointly
		if p.AsDelegation {
			by = wordAsBody
		}
		rows = append(rows,
			s.wide(wordMotionType, s.choose(motionChoices, p.MotionType)),
			s.pair(wordBy, s.say(by), wordWhen, s.time()))
	case annotate.Revision:
		rows = append(rows, s.wide(wordWhen, s.choose(whenChoices, p.When)+"　"+s.time()))
	default:
		rows = append(rows, s.pair(wordCategory, tidy(p.Category), wordWhen, s.time()))
	}
	d := p.Deputy
	rows = append(rows,
		s.pair(wordLeader, tidy(d.Name), wordNo, tidy(d.Number)),
		s.pair(wordDelegation, tidy(d.Delegation), wordPhone, tidy(d.Phone)),
		s.wide(wordPost, tidy(d.Post)),
		s.pair(wordAddress, tidy(d.Address), wordPostcode, tidy(d.Postcode)),
	)
	if p.Form != annotate.Revision {
		rows = append(rows, s.wishes()...)
	}
	if n := len(p.Cosigners); n > 0 {
		rows = append(rows, s.wide(wordCosigned, s.sayf(wordCount, n+1)))
	}
	if len(p.Attachments) > 0 {
		var names []string
		for i, a := range p.Attachments {
			names = append(names, fmt.Sprintf("%d. %s", i+1, tidy(a)))
		}
		rows = append(rows, s.wide(wordAttached, strings.Join(names, "\n")))
	}
	return rows
}

// wishes are the rows that say how the proposal is to be handled.
func (s *sheet) wishes() []Row {
	p := s.p
	hosts := s.sayf(wordHost, tidy(p.Host))
	var cohosts []string
	for _, c := range p.Cohosts {
		cohosts = append(cohosts, tidy(c))
	}
	hosts += "\n" + s.sayf(wordCohosts, strings.Join(cohosts, "、"))
	open := s.choose(openChoices, p.Open)
	if p.OpenReason != "" {
		open += "\n" + s.sayf(wordReason, tidy(p.OpenReason))
	}
	if p.Confidential {
		open += "\n" + tick(true) + s.say(wordSecret)
	}
	repeated := s.choose(repeatedChoices, p.Repeated)
	if p.EarlierNumber != "" {
		repeated += s.sayf(wordEarlier, tidy(p.EarlierNumber))
	}
	rows := []Row{s.wide(wordHosts, hosts), s.wide(wordOpen, open)}
	if p.Form == annotate.Motion {
		return rows
	}
	return append(rows,
		s.wide(wordFormed, s.choose(formedChoices, p.Formed...)),
		s.wide(wordRepeated, repeated),
		s.wide(wordContact, s.choose(contactChoices, p.Contact...)+"\n"+tick(len(p.Contact) > 0)+s.say(wordCloser)),
		s.wide(wordReply, s.choose(replyChoices, p.Reply)),
		s.wide(wordCosign, tick(p.Cosign)+s.say(wordMay)+"　"+tick(!p.Cosign)+s.say(wordMayNot)),
	)
}

// boxes are for the delegation and the staff; nothing in them is filled in.
func (s *sheet) boxes() []Row {
	choices := wordChoices
	switch s.p.Form {
	case annotate.Motion:
		choices = wordMotion
	case annotate.Revision:
		choices = wordTaken
	}
	opinion := s.wide(wordOpinion, "\n"+s.say(wordOpinedBy))
	opinion.Height = 17
	band := Row{Height: 7, Cells: []Cell{{Text: s.say(wordStaff), Label: true, Span: 4}}}
	return []Row{
		opinion,
		band,
		s.pair(wordReceived, "", wordHandler, ""),
		s.wide(wordReview, s.say(choices)),
		s.pair(wordAsHost, "", wordAsCohost, ""),
	}
}

// time is when p was made, "2024年2月22日 09:30", with 大会期间 or 闭会期间.
func (s *sheet) time() string {
	var parts []string
	if w := tidy(s.p.When); w != "" && s.p.Form != annotate.Revision {
		parts = append(parts, w)
	}
	if d := civil(s.p.Date); d != "" {
		parts = append(parts, d)
	}
	if h := tidy(s.p.Hour); h != "" {
		parts = append(parts, h)
	}
	return strings.Join(parts, " ")
}

// civil writes "2024-02-22" as 2024年2月22日, and anything else as it is.
func civil(date string) string {
	var y, m, d int
	if n, err := fmt.Sscanf(date, "%d-%d-%d", &y, &m, &d); err != nil || n != 3 {
		return tidy(date)
	}
	return fmt.Sprintf("%d年%d月%d日", y, m, d)
}

func (s *sheet) wide(label, value string) Row {
	return Row{Height: rowHeight, Cells: []Cell{{Text: s.say(label), Label: true}, {Text: value, Span: 3}}}
}

func (s *sheet) pair(label, value, label2, value2 string) Row {
	return Row{Height: rowHeight, Cells: []Cell{
		{Text: s.say(label), Label: true}, {Text: value}, {Text: s.say(label2), Label: true}, {Text: value2}}}
}

// choose prints all choices with those taken marked, so that a pen can still
// change them. A value that is not among them comes behind.
func (s *sheet) choose(choices []string, taken ...string) string {
	if s.words != nil {
		if own := s.words(choiceKey(choices)); own != "" {
			choices = strings.Split(own, "\n")
		}
	}
	var all []string
	for _, c := range choices {
		all = append(all, tick(slices.Contains(taken, c))+s.say(c))
	}
	for _, t := range taken {
		if t = tidy(t); t != "" && !slices.Contains(choices, t) {
			all = append(all, tick(true)+t)
		}
	}
	return strings.Join(all, "　")
}

func tick(on bool) string {
	if on {
		return "■"
	}
	return "□"
}
