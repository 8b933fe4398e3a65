package transcribe

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"deputydesk/seeds/intake"
)

// An item is a piece of the paper in the order of reading: what stands behind a
// label, or text without one.
type item struct {
	field string // of the label; "" text without one
	exact bool   // the label is in the list
	value string
	words string     // label and value as they stand there
	cell  bool       // in a table
	rows  [][]string // of a list of people: name, number, delegation, post
}

// gather lays the pieces of a leaf out in order.
func gather(leaf intake.Leaf) []item {
	var all []item
	for _, b := range leaf.Blocks {
		if b.Table != nil {
			all = append(all, tabled(b.Table, lastText(all))...)
			continue
		}
		for line := range strings.SplitSeq(newPart.ReplaceAllString(b.Text, "$1\n$2"), "\n") {
			all = append(all, lined(line)...)
		}
	}
	return all
}

// newPart is a heading in brackets that ran into the line before.
var newPart = regexp.MustCompile(`([。；])\s*(【[^】]{2,8}】)`)

// lastText is the text right before a table, which may say what the table is.
func lastText(all []item) string {
	if n := len(all); n > 0 {
		return all[n-1].words
	}
	return ""
}

var (
	colon  = regexp.MustCompile(`[:：]|[_＿]{2,}|】`)
	filler = "_＿ \t　:："
)

// lined cuts a line where labels stand in it.
func lined(line string) []item {
	if strings.TrimFunc(line, unicode.IsSpace) == "" {
		return nil
	}
	type found struct {
		start, value int
		field        string
		exact        bool
	}
	var labelled []found
	from := 0
	for _, c := range colon.FindAllStringIndex(line, -1) {
		if c[0] < from {
			continue
		}
		start, field, exact := labelBefore(line, from, c[0])
		if field == "" {
			continue
		}
		labelled = append(labelled, found{start, c[1], field, exact})
		from = c[1]
	}
	if len(labelled) == 0 {
		if all := spaced(line); all != nil {
			return all
		}
		return []item{{value: strings.TrimFunc(line, unicode.IsSpace), words: line}}
	}
	var all []item
	if before := strings.Trim(line[:labelled[0].start], filler+"（(，,；;、"); before != "" {
		all = append(all, item{value: before, words: before})
	}
	for i, f := range labelled {
		end := len(line)
		if i+1 < len(labelled) {
			end = labelled[i+1].start
		}
		value := strings.Trim(line[f.value:end], filler)
		if i+1 < len(labelled) {
			value = strings.TrimRight(value, "，,；;、（(|"+filler)
		}
		all = append(all, item{field: f.field, exact: f.exact, value: value, words: strings.TrimFunc(line[f.start:end], unicode.IsSpace)})
	}
	return all
}

// labelBefore finds the label that ends at end and begins not before from: the
// longest one, at a place where a label can begin.
func labelBefore(line string, from, end int) (start int, field string, exact bool) {
	head := line[from:end]
	begins := []int{}
	last := ' '
	for i, r := range head {
		if from+i == 0 || unicode.IsSpace(last) || strings.ContainsRune("，,；;、（(|。_＿【[", last) {
			begins = append(begins, from+i)
		}
		last = r
	}
	best := -1
	for _, b := range begins {
		text := line[b:end]
		if len([]rune(text)) > 40 {
			continue
		}
		f, ex := labelOf(text)
		atStart := strings.Trim(line[:b], filler+"【[") == ""
		switch {
		case f == "" || !ex && !atStart || isBody(f) && !atStart:
		case strings.TrimFunc(text, unicode.IsSpace) == "":
		default:
			if best < 0 {
				best, field, exact = b, f, ex
			}
			if ex && !exact {
				best, field, exact = b, f, ex
			}
		}
	}
	return best, field, exact
}

// spaced reads a line of labels and values with nothing but blanks between; nil
// if it is not one.
func spaced(line string) []item {
	words := strings.FieldsFunc(line, unicode.IsSpace)
	if len(words) < 2 || len([]rune(line)) > 120 || onesOnly(words) {
		return nil
	}
	var all []item
	for i := 0; i < len(words); {
		n, field := 0, ""
		for k := min(4, len(words)-i); k > 0; k-- {
			if f, exact := labelOf(strings.Join(words[i:i+k], "")); exact && (k == 1 || onesOnly(words[i:i+k])) {
				n, field = k, f
				break
			}
		}
		switch {
		case n > 0 && (!isBody(field) || i == 0 && field == bodyLabel) && i+n < len(words):
			all = append(all, item{field: field, exact: true, words: strings.Join(words[i:i+n], " ")})
			i += n
		case len(all) == 0:
			return nil
		default:
			last := &all[len(all)-1]
			last.value = strings.TrimSpace(last.value + " " + words[i])
			last.words += " " + words[i]
			i++
		}
	}
	return all
}

// onesOnly reports whether words are characters set apart: 姓 名.
func onesOnly(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return len([]rune(w)) > 1 })
}

// A sheet is a table while it is read.
type sheet struct {
	cells []intake.Cell
	at    map[[2]int]int // cell of each place
	used  []bool
	field []string
	exact []bool
}

// staffBelow is the line below which the staff write.
var staffBelow = regexp.MustCompile(`以下.{0,6}(工作人员|秘书处|议案组|机关|办公室|人大).{0,10}填|(此栏|本栏).{0,10}(工作人员|秘书处)`)

// tabled reads a table: labels stand to the left of what they name, or above it;
// what has no label is text.
func tabled(t *intake.Table, before string) []item {
	s := sheet{cells: slices.Clone(t.Cells), at: map[[2]int]int{}}
	slices.SortStableFunc(s.cells, func(a, b intake.Cell) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col)) })
	for i, c := range s.cells {
		for y := range min(c.Down, 2000) {
			for x := range c.Across {
				s.at[[2]int{c.Row + y, c.Col + x}] = i
			}
		}
		field, exact := labelOf(c.Text)
		if isBody(field) && strings.Contains(strings.TrimSpace(c.Text), "\n") && len([]rune(fold(c.Text))) > 8 {
			field, exact = "", false // two lines of text, not a label
		}
		s.field, s.exact = append(s.field, field), append(s.exact, exact)
	}
	s.used = make([]bool, len(s.cells))
	s.values()
	var all []item
	for i, c := range s.cells {
		if s.used[i] {
			continue
		}
		s.used[i] = true
		if staffBelow.MatchString(fold(c.Text)) {
			break
		}
		for _, it := range s.cell(i, before) {
			it.cell = true
			all = append(all, it)
		}
		for _, in := range c.Inner {
			all = append(all, tabled(in, c.Text)...)
		}
	}
	return all
}

// values takes for a value what only looks like a label and stands behind one:
// 是否愿意公开 | 愿意公开全文. In a row of labels over their values it is a label.
func (s *sheet) values() {
	for i, c := range s.cells {
		left, ok := s.at[[2]int{c.Row, c.Col - 1}]
		if s.field[i] == "" || s.exact[i] || !ok || s.field[left] == "" || s.cells[left].Row != c.Row {
			continue
		}
		below, ok := s.at[[2]int{c.Row + c.Down, s.cells[left].Col}]
		if !ok || s.field[below] != "" || strings.TrimSpace(s.cells[below].Text) == "" {
			s.field[i] = ""
		}
	}
}

// cell reads one cell with what belongs to it.
func (s *sheet) cell(i int, before string) []item {
	c := s.cells[i]
	if s.field[i] == "" {
		var all []item
		for line := range strings.SplitSeq(c.Text, "\n") {
			all = append(all, lined(line)...)
		}
		return all
	}
	if c.Col == 0 || !s.isUsedLabel(c.Row, c.Col-1) {
		if people := s.list(i, before); people != nil {
			return people
		}
	}
	if s.field[i] == groupLabel {
		return nil
	}
	it := item{field: s.field[i], exact: s.exact[i], words: c.Text}
	take := func(k int) {
		s.used[k] = true
		if it.value != "" {
			it.value += "\n"
		}
		it.value += s.cells[k].Text
		for _, in := range s.cells[k].Inner {
			for _, x := range tabled(in, c.Text) {
				it.value = strings.TrimSpace(it.value + "\n" + x.words)
			}
		}
		it.words += " " + s.cells[k].Text
	}
	right, ok := s.at[[2]int{c.Row, c.Col + c.Across}]
	if ok && s.field[right] == "body.proposal" && (it.field == "kind" || it.field == "category") {
		s.field[right] = "" // 类型: 建议
	}
	switch {
	case ok && !s.used[right] && s.field[right] == "":
		for y := c.Row; y < c.Row+c.Down; y++ {
			if k, ok := s.at[[2]int{y, c.Col + c.Across}]; ok && !s.used[k] && s.field[k] == "" {
				take(k)
			}
		}
	default:
		below, ok := s.at[[2]int{c.Row + c.Down, c.Col}]
		if ok && !s.used[below] && s.field[below] == "" && s.cells[below].Col == c.Col && s.cells[below].Across == c.Across {
			take(below)
		} else if _, above := s.at[[2]int{c.Row, c.Col + c.Across}]; above && ok {
			return nil // a heading over other labels: 领衔代表
		}
	}
	return []item{it}
}

func (s *sheet) isUsedLabel(row, col int) bool {
	k, ok := s.at[[2]int{row, col}]
	return ok && s.used[k] && s.field[k] != "" && s.cells[k].Row == row
}

// list reads rows of people under a row of labels that begins with cell i; nil if
// there is none.
func (s *sheet) list(i int, before string) []item {
	c := s.cells[i]
	columns := map[int]string{} // field by column
	labelled, name := 0, false
	for k := i; k < len(s.cells) && s.cells[k].Row == c.Row; k++ {
		switch f := s.field[k]; {
		case strings.TrimSpace(s.cells[k].Text) == "":
		case f == "":
			return nil
		default:
			columns[s.cells[k].Col] = f
			labelled++
			name = name || f == "deputy.name" || f == "cosigner"
		}
	}
	if labelled < 2 || !name {
		return nil
	}
	type person map[string]string
	var people []person
	var used []int
	end := c.Row + c.Down
	for row := end; ; row++ {
		p := person{}
		var here []int
		stop := true
		for col := range columns {
			k, ok := s.at[[2]int{row, col}]
			if !ok {
				continue
			}
			if s.field[k] != "" && columns[col] != serialLabel || s.used[k] {
				stop = true
				here = nil
				p = person{}
				break
			}
			stop = false
			here = append(here, k)
			if text := strings.TrimSpace(s.cells[k].Text); text != "" {
				p[columns[col]] = text
			}
		}
		if stop || len(here) == 0 {
			break
		}
		used = append(used, here...)
		people = append(people, p)
	}
	if len(people) == 0 {
		return nil
	}
	for _, k := range used {
		s.used[k] = true
	}
	for k := i; k < len(s.cells) && s.cells[k].Row == c.Row; k++ {
		s.used[k] = true
	}
	serial, together := false, strings.Contains(before, "联名") || strings.Contains(before, "附议")
	for _, f := range columns {
		serial = serial || f == serialLabel
		together = together || f == "cosigner"
	}
	people = slices.DeleteFunc(people, func(p person) bool { return p["deputy.name"]+p["cosigner"] == "" })
	if len(people) == 1 && !serial && !together {
		var all []item
		for col := range 200 {
			if f := columns[col]; f != "" && people[0][f] != "" {
				all = append(all, item{field: f, exact: true, value: people[0][f], words: s.labelAt(c.Row, col) + " " + people[0][f]})
			}
		}
		return all
	}
	it := item{field: "cosigner", exact: true, words: before}
	for _, p := range people {
		post := p["deputy.post"]
		if post == "" {
			post = p[unitLabel] + p[dutyLabel]
		}
		it.rows = append(it.rows, []string{p["deputy.name"] + p["cosigner"], p["deputy.number"], p["deputy.delegation"], post})
		it.value += p["deputy.name"] + p["cosigner"] + " "
	}
	return []item{it}
}

func (s *sheet) labelAt(row, col int) string {
	if k, ok := s.at[[2]int{row, col}]; ok {
		return s.cells[k].Text
	}
	return ""
}
