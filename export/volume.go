package export

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/seeds/report"
)

// Staff is what the papers of the staff have in common.
type Staff struct {
	Session    string                            // 漯河市第八届人民代表大会第三次会议; "" takes that of the first entry
	Maker      string                            // who prints it: 大会秘书处议案组
	Until      string                            // 截至: "2024-02-22" or "2024-02-22 12:00"
	Categories []string                          // the order of categories; others follow
	Find       func(report.ID) *report.Report    // a report of the library, or nil; may be nil
	Public     bool                              // for the public: no contact data, and only what the deputies agreed to
	Duplex     bool                              // for printing on both sides
	Category   string                            // only this category: 分类汇编
	NoIndex    bool                              // 汇编 without its indexes
	Last       Last                              // 统计: the session that this one is compared with
	Words      func(key string, _ ...any) string // other wordings, as in Sheet
}

// A Last 上届 is an archived session. Without entries there is none.
type Last struct {
	Session string
	Entries []registry.Entry
}

// How much of a proposal its deputy lets the public see.
const (
	openAll   = "同意全文公开"
	openTitle = "仅同意公开标题"
)

// sorted returns the entries that are printed, by category, 议案 before 建议,
// then number, and those without a number in the order given.
func (o Staff) sorted(entries []registry.Entry) []registry.Entry {
	var all []registry.Entry
	for _, e := range entries {
		if e.Live() && (o.Category == "" || e.Class() == o.Category) {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b registry.Entry) int {
		return cmp.Or(o.rank(a.Class())-o.rank(b.Class()), cmp.Compare(a.Class(), b.Class()), byNumber(a, b))
	})
	return all
}

// byNumber puts motions first and what has no number last.
func byNumber(a, b registry.Entry) int {
	order := func(e registry.Entry) (int, int) {
		kind, n := 1, e.Number
		if e.Motion() {
			kind = 0
		}
		if n <= 0 {
			n = 1 << 30
		}
		return kind, n
	}
	ak, an := order(a)
	bk, bn := order(b)
	return cmp.Or(ak-bk, an-bn)
}

// rank is where a category stands in the order of the place.
func (o Staff) rank(category string) int {
	if i := slices.Index(o.Categories, category); i >= 0 {
		return i
	}
	return len(o.Categories)
}

// session is the name of the session.
func (o Staff) session(entries []registry.Entry) string {
	if o.Session != "" {
		return tidy(o.Session)
	}
	for _, e := range entries {
		if e.Proposal.Session != "" {
			return tidy(e.Proposal.Session)
		}
	}
	return ""
}

// words is a sheet that only gives wordings.
func (o Staff) words() *sheet { return &sheet{words: o.Words} }

// document is what the properties of a paper say.
func (o Staff) document(title string, entries []registry.Entry) Document {
	d := Document{Title: title, Author: tidy(o.Maker), Subject: title, Date: day(o.Until)}
	if s := o.session(entries); s != "" {
		d.Keywords = []string{s}
	}
	h := sha256.New()
	for _, e := range entries {
		h.Write([]byte(Digest(e.Proposal)))
	}
	d.Hash = hex.EncodeToString(h.Sum(nil))
	return d
}

// day is the civil date of a time "2024-02-22 12:00".
func day(until string) string {
	d, _, _ := strings.Cut(until, " ")
	return d
}

// moment is such a time in words, 2024年2月22日12:00.
func moment(until string) string {
	d, hour, _ := strings.Cut(until, " ")
	return civil(d) + hour
}

// Volume is the 汇编: a cover, the contents, every proposal on a page of its
// own by category, and the indexes by target, deputy and unit. The public one
// holds what the deputies agreed to have published, without contact data.
func Volume(entries []registry.Entry, o Staff) Book {
	v := &volume{Staff: o, w: o.words(), all: o.sorted(entries)}
	v.closed()
	title := v.w.say(wordVolume)
	if o.Public {
		title = v.w.say(wordVolumePublic)
	}
	v.book = Book{Document: o.document(title, v.all), Duplex: o.Duplex}
	v.cover(title)
	v.chapters()
	if !o.NoIndex {
		v.book.Chapters = append(v.book.Chapters, v.byTarget(), v.byDeputy(), v.byUnit())
	}
	v.book.Chapters = slices.DeleteFunc(v.book.Chapters, func(c Chapter) bool { return len(c.Blocks) == 0 })
	v.contents()
	return v.book
}

// A volume is a Book in the making.
type volume struct {
	Staff
	w      *sheet
	all    []registry.Entry
	titles []registry.Entry // public: only the title may be shown
	hidden int              // public: how many may not even be listed
	book   Book
}

// closed takes out what the public may not read.
func (v *volume) closed() {
	if !v.Public {
		return
	}
	var open []registry.Entry
	for _, e := range v.all {
		switch e.Proposal.Open {
		case openAll:
			open = append(open, e)
		case openTitle:
			v.titles = append(v.titles, e)
		default:
			v.hidden++
		}
	}
	v.all = open
}

func (v *volume) cover(title string) {
	if v.Category != "" {
		title += "\n" + v.Category
	}
	lines := strings.Split(title, "\n")
	blocks := []Block{Drop{5 * pitch}}
	if s := v.session(slices.Concat(v.all, v.titles)); s != "" {
		blocks = append(blocks, Title{Text: s, Small: true}, Drop{2 * pitch})
	}
	for i, s := range lines {
		blocks = append(blocks, Title{Text: s, Label: title})
		if i > 0 {
			blocks[len(blocks)-1] = Title{Text: "（" + s + "）", Small: true}
		}
	}
	blocks = append(blocks, Drop{9 * pitch})
	for _, s := range []string{tidy(v.Maker), civil(day(v.Until))} {
		if s != "" {
			blocks = append(blocks, Title{Text: s, Small: true})
		}
	}
	v.book.Cover = blocks
}

// name is where an entry stands, for links.
func name(e registry.Entry) string { return "p-" + string(e.Proposal.ID) }

// chapters are the proposals, each part of the volume with a page that names
// its category if there are several.
func (v *volume) chapters() {
	several := len(v.all) > 0 && v.all[0].Class() != v.all[len(v.all)-1].Class()
	for i, e := range v.all {
		if several && (i == 0 || v.all[i-1].Class() != e.Class()) {
			v.book.Chapters = append(v.book.Chapters, Chapter{Blocks: []Block{Drop{8 * pitch},
				Title{Text: e.Class(), Name: "c-" + e.Class()}, Title{Text: v.w.sayf(wordCounted, v.count(e.Class())), Small: true}}})
		}
		v.book.Chapters = append(v.book.Chapters, Chapter{Blocks: v.proposal(e)})
	}
}

const wordCounted = "共%d件"

func (v *volume) count(class string) int {
	n := 0
	for _, e := range v.all {
		if e.Class() == class {
			n++
		}
	}
	return n
}

// proposal is one proposal as a chapter.
func (v *volume) proposal(e registry.Entry) []Block {
	p := e.Proposal
	s := &sheet{p: p, find: v.Find, words: v.Words}
	s.doc.Title = tidy(p.Title)
	label := s.doc.Title
	if n := e.NumberText(); n != "" {
		label = n + "　" + label
	}
	s.add(Title{Text: s.doc.Title, Level: 2, Name: name(e), Label: label}, Space{8}, v.head(e, s), Gap{1})
	if p.Form == annotate.Revision {
		s.amendments()
	} else {
		s.body()
	}
	s.basis()
	return s.doc.Blocks
}

// lead is who leads a proposal, as this volume may name them.
func (v *volume) lead(p annotate.Proposal) string {
	if v.Public && p.Confidential {
		return v.w.say(wordHidden)
	}
	return tidy(p.Deputy.Name)
}

// head is the table over the text of a proposal.
func (v *volume) head(e registry.Entry, s *sheet) Table {
	p := e.Proposal
	kind := string(p.Form)
	if e.Motion() {
		kind = s.say(wordMotionNo)
	}
	number := cmp.Or(e.NumberText(), s.say(wordUnnumbered))
	rows := []Row{
		s.pair(wordLeadNo, number+"（"+kind+"）", wordCategory, e.Class()),
		s.pair(wordLeader, v.lead(p), wordDelegation, tidy(p.Deputy.Delegation)),
	}
	if v.Public && p.Confidential {
		rows[1] = s.wide(wordLeader, v.lead(p))
	}
	if !v.Public {
		rows = append(rows, s.pair(wordPost, tidy(p.Deputy.Post), wordPhone, tidy(p.Deputy.Phone)))
		if p.Deputy.Address != "" || p.Deputy.Postcode != "" {
			rows = append(rows, s.pair(wordAddress, tidy(p.Deputy.Address), wordPostcode, tidy(p.Deputy.Postcode)))
		}
	}
	if names := cosigners(p); len(names) > 0 && !(v.Public && p.Confidential) {
		rows = append(rows, s.wide(wordCosigners, strings.Join(names, "、")))
	}
	host, wished := e.MainUnit()
	if wished && !v.Public {
		host += s.say(wordWished)
	}
	rows = append(rows, s.pair(wordAsHost, host, wordAsCohost, strings.Join(e.SideUnits(), "、")))
	return Table{Columns: coverColumns, Rows: rows}
}

func cosigners(p annotate.Proposal) []string {
	var names []string
	for _, d := range p.Cosigners {
		if n := tidy(d.Name); n != "" {
			names = append(names, n)
		}
	}
	return names
}

// by is who stands behind a title in a list.
func (v *volume) by(p annotate.Proposal) string {
	lead := v.lead(p)
	if n := len(p.Cosigners); n > 0 && lead != "" && !(v.Public && p.Confidential) {
		return v.w.sayf(wordEtAl, lead, n+1)
	}
	return lead
}

// contents is the table of contents.
func (v *volume) contents() {
	w := v.w
	blocks := []Block{Title{Text: w.say(wordContents), Name: "contents"}, Gap{1}}
	several := len(v.book.Chapters) > 0 && len(v.all) > 0 && v.all[0].Class() != v.all[len(v.all)-1].Class()
	for i, e := range v.all {
		if several && (i == 0 || v.all[i-1].Class() != e.Class()) {
			blocks = append(blocks, Entry{Text: w.sayf(wordPartOf, e.Class(), v.count(e.Class())), To: []string{"c-" + e.Class()}, Level: 1})
		}
		text := tidy(e.Proposal.Title)
		if by := v.by(e.Proposal); by != "" {
			text += "　" + by
		}
		blocks = append(blocks, Entry{Number: cmp.Or(e.NumberText(), fmt.Sprintf("%d.", i+1)), Text: text, To: []string{name(e)}})
	}
	for _, c := range v.book.Chapters {
		if t, ok := c.Blocks[0].(Title); ok && c.Late {
			blocks = append(blocks, Entry{Text: t.Text, To: []string{t.Name}, Level: 1})
		}
	}
	if len(v.titles) > 0 {
		blocks = append(blocks, Space{10}, Paragraph{Spans: []Span{{Text: w.sayf(wordOnlyTitles, len(v.titles))}}, Flush: true})
		for i, e := range v.titles {
			blocks = append(blocks, Entry{Number: cmp.Or(e.NumberText(), fmt.Sprintf("%d.", i+1)), Text: tidy(e.Proposal.Title)})
		}
	}
	if v.hidden > 0 {
		blocks = append(blocks, Space{10}, Paragraph{Spans: []Span{{Text: w.sayf(wordNotPublic, v.hidden)}}, Flush: true})
	}
	v.book.Front = blocks
}
