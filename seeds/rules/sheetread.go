package rules

import (
	"slices"
	"strings"
)

// guide is the sheet that explains the others; it is not read.
const guide = "说明"

var guidance = []string{
	"这是代表建议规则包。改好以后存盘，在程序里选“更多 → 规则包 → 换用规则包”，或者放进会议包的文件夹一起发给代表。",
	"一行一条；不要改表名和第一行的栏名，不要删掉整张表。“说明”一栏可以随意写，程序不读。",
	"一格里要写几个词的，用顿号隔开，或者一行一个。",
	"“标题”表的写法：省略号代表任意文字，例如“关于……的建议”；开头有两种说法的用斜线隔开，例如“对/关于……的批评”。",
	"“类别”表的关键词、“承办单位”表的职责词出现在标题或正文里，就推荐这一类、这个单位；长的词优先。",
	"“不宜提出”“议案范围”的提示字样只用来请代表确认，从不拦阻。“用语”表中“应当写”空着，表示请删去。",
	"“表单用字”列出纸上印的字，要换说法就填“改为”，不换就空着。",
	"填错了不要紧：读入时会一次说清每一处错在哪张表、哪一行、为什么。",
}

// Sheets is p as a book. labels are the words of the form that a place may
// word otherwise.
func Sheets(p *Pack, labels []string) []Sheet {
	about := Sheet{Name: guide, Rows: [][]string{{"怎样填写"}}}
	for _, line := range guidance {
		about.Rows = append(about.Rows, []string{line})
	}
	book := []Sheet{about}
	for _, pg := range pages {
		s := Sheet{Name: pg.name, Rows: append([][]string{pg.heads}, pg.write(p)...)}
		if pg.picks != nil {
			s.Picks = pg.picks(p)
		}
		if pg.name == "表单用字" {
			for _, l := range labels {
				if p.Label(l) == "" {
					s.Rows = append(s.Rows, []string{l, ""})
				}
			}
		}
		book = append(book, s)
	}
	return book
}

// ReadSheets reads a book; name stands in its errors, which are Faults.
func ReadSheets(name string, book []Sheet) (*Pack, error) {
	p := &Pack{Schema: schema}
	var faults Faults
	bad := func(sheet string, line int, code string, args ...string) {
		faults = append(faults, problem{code: code, args: args}.in(name, sheet, line))
	}
	at := map[spot]place{}
	for _, pg := range pages {
		i := slices.IndexFunc(book, func(s Sheet) bool { return strings.TrimSpace(s.Name) == pg.name })
		if i < 0 {
			bad(pg.name, 0, "missing-sheet")
			continue
		}
		pg.readSheet(p, book[i].Rows, at, bad)
	}
	for _, s := range book {
		known := func(pg *page) bool { return pg.name == strings.TrimSpace(s.Name) }
		if strings.TrimSpace(s.Name) != guide && !slices.ContainsFunc(pages, known) && len(s.Rows) > 0 {
			bad(s.Name, 0, "unknown-sheet")
		}
	}
	for _, f := range p.prepare() {
		where, ok := at[f.spot]
		if !ok {
			where, ok = at[spot{table: f.spot.table, nth: f.spot.nth}]
		}
		if !ok {
			where = place{sheet: pageOf(f.spot)}
		}
		faults = append(faults, f.in(name, where.sheet, where.line))
	}
	if len(faults) > 0 {
		return nil, faults.sorted()
	}
	return p, nil
}

// pageOf is the sheet on which a spot would stand.
func pageOf(s spot) string {
	for _, pg := range []struct {
		name  string
		items []item
	}{{"基本", basics}, {"篇幅", lengths}, {"号码", forms}, {"期限", deadlines}, {"登记", register}} {
		if slices.ContainsFunc(pg.items, func(i item) bool { return i.spot == s }) {
			return pg.name
		}
	}
	return ""
}

// readSheet reads rows, the head first, into p.
func (pg *page) readSheet(p *Pack, rows [][]string, at map[spot]place, bad func(sheet string, line int, code string, args ...string)) {
	if len(rows) == 0 {
		bad(pg.name, 1, "missing-column", "column", pg.heads[0])
		return
	}
	column := make([]int, len(pg.heads)) // of each head; -1: not there
	for i, head := range pg.heads {
		column[i] = slices.IndexFunc(rows[0], func(cell string) bool { return strings.TrimSpace(cell) == head })
		if column[i] < 0 && head != remark {
			bad(pg.name, 1, "missing-column", "column", head)
		}
	}
	for _, cell := range rows[0] {
		if cell = strings.TrimSpace(cell); cell != "" && cell != remark && !slices.Contains(pg.heads, cell) {
			bad(pg.name, 1, "unknown-column", "column", cell)
		}
	}
	for i, row := range rows[1:] {
		r := &reading{p: p, page: pg, row: make([]string, len(pg.heads)), line: i + 2, at: at, bad: bad}
		blank := true
		for h, c := range column {
			if c >= 0 && c < len(row) {
				r.row[h] = row[c]
				blank = blank && (strings.TrimSpace(row[c]) == "" || pg.heads[h] == remark)
			}
		}
		if !blank {
			pg.read(r)
		}
	}
}
