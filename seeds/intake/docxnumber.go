package intake

import (
	"encoding/xml"
	"fmt"
	"path"
	"strconv"
	"strings"
)

// listLevels is how many levels a list of an office file has.
const listLevels = 9

// A numbering counts the ordinals that the program prints before paragraphs.
type numbering struct {
	lists  map[string]*list  // by numId
	styles map[string]styled // by style
}

// A list is one sequence of ordinals. Lists of one kind (abstractNum) share
// their counts unless one says where it starts.
type list struct {
	levels [listLevels]listLevel
	counts *[listLevels]int // how far it has counted; 0: not yet
}

// A listLevel says how the ordinals of one level look.
type listLevel struct {
	format string // "chineseCounting", "decimal" …
	text   string // "（%1）"
	start  int
}

// A styled is what a paragraph style says about ordinals.
type styled struct {
	name, based, num string
	level            int
}

// styleDepth is how many styles may be based on each other.
const styleDepth = 20

// The shapes of numbering.xml and styles.xml, as far as ordinals need them.
type (
	value struct {
		Val string `xml:"val,attr"`
	}
	numPr struct {
		Level value `xml:"ilvl"`
		Num   value `xml:"numId"`
	}
	levelXML struct {
		Level  string `xml:"ilvl,attr"`
		Start  value  `xml:"start"`
		Format value  `xml:"numFmt"`
		Text   value  `xml:"lvlText"`
	}
	numberingXML struct {
		Abstract []struct {
			ID     string     `xml:"abstractNumId,attr"`
			Levels []levelXML `xml:"lvl"`
		} `xml:"abstractNum"`
		Num []struct {
			ID       string `xml:"numId,attr"`
			Abstract value  `xml:"abstractNumId"`
			Override []struct {
				Level string    `xml:"ilvl,attr"`
				Start *value    `xml:"startOverride"`
				Lvl   *levelXML `xml:"lvl"`
			} `xml:"lvlOverride"`
		} `xml:"num"`
	}
	stylesXML struct {
		Style []struct {
			ID    string `xml:"styleId,attr"`
			Name  value  `xml:"name"`
			Based value  `xml:"basedOn"`
			NumPr *numPr `xml:"pPr>numPr"`
		} `xml:"style"`
	}
)

// readNumbering reads the lists and the styles of the document in folder.
func readNumbering(p parts, folder string) (*numbering, error) {
	n := &numbering{map[string]*list{}, map[string]styled{}}
	var lists numberingXML
	var styles stylesXML
	for name, into := range map[string]any{"numbering.xml": &lists, "styles.xml": &styles} {
		part, err := p.readOptional(path.Join(folder, name))
		if err != nil {
			return nil, err
		}
		if part == nil {
			continue
		}
		if err := xml.Unmarshal(part, into); err != nil {
			return nil, fmt.Errorf("docx: %s: %w: %w", name, ErrTruncated, err)
		}
	}
	kinds := map[string]*list{}
	for _, a := range lists.Abstract {
		l := &list{counts: new([listLevels]int)}
		for _, x := range a.Levels {
			l.set(x)
		}
		kinds[a.ID] = l
	}
	for _, x := range lists.Num {
		kind := kinds[x.Abstract.Val]
		if kind == nil {
			continue
		}
		l := *kind
		for _, o := range x.Override {
			if o.Lvl != nil {
				l.set(*o.Lvl)
			}
			if i := atLevel(o.Level); o.Start != nil && i >= 0 {
				l.levels[i].start = startOf(o.Start.Val)
				l.counts = new([listLevels]int)
			}
		}
		n.lists[x.ID] = &l
	}
	for _, s := range styles.Style {
		st := styled{name: strings.ToLower(s.Name.Val), based: s.Based.Val}
		if s.NumPr != nil {
			st.num, st.level = s.NumPr.Num.Val, max(0, atLevel(s.NumPr.Level.Val))
		}
		n.styles[s.ID] = st
	}
	return n, nil
}

func (l *list) set(x levelXML) {
	if i := atLevel(x.Level); i >= 0 {
		l.levels[i] = listLevel{x.Format.Val, x.Text.Val, startOf(x.Start.Val)}
	}
}

// atLevel reads the number of a level, -1 if it is none.
func atLevel(s string) int {
	if n, err := strconv.Atoi(s); err == nil && n >= 0 && n < listLevels {
		return n
	}
	return -1
}

// startOf reads where a level starts to count; nothing said means 1.
func startOf(s string) int {
	if n, err := strconv.Atoi(s); err == nil && n >= 0 && n < 1<<15 {
		return n
	}
	return 1
}

// next returns the ordinal that is printed before a paragraph, "" if none, and
// counts on.
func (n *numbering) next(style, num string, level int) string {
	for i := 0; num == "" && style != "" && i < styleDepth; i++ {
		s := n.styles[style]
		if s.num != "" {
			num, level = s.num, s.level
		}
		style = s.based
	}
	l := n.lists[num]
	if l == nil {
		return ""
	}
	for i := range l.counts {
		switch {
		case i < level && l.counts[i] == 0, i == level:
			if l.counts[i] == 0 {
				l.counts[i] = l.levels[i].start
			} else {
				l.counts[i]++
			}
		case i > level:
			l.counts[i] = 0
		}
	}
	text := l.levels[level].text
	if l.levels[level].format == "bullet" {
		return ""
	}
	for i := range l.counts {
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), ordinal(l.levels[i].format, l.counts[i]))
	}
	return text
}

// contents reports whether a paragraph of this style is a line of a table of
// contents.
func (n *numbering) contents(style string) bool {
	for i := 0; style != "" && i < styleDepth; i++ {
		s := n.styles[style]
		if strings.HasPrefix(s.name, "toc ") {
			return true
		}
		style = s.based
	}
	return false
}

// ordinal writes n as a list of this format does; in plain digits where the
// format is none that reports use.
func ordinal(format string, n int) string {
	switch format {
	case "none":
		return ""
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand",
		"taiwaneseCounting", "ideographDigital", "koreanCounting":
		return numeral(n)
	case "decimalFullWidth", "decimalFullWidth2":
		return strings.Map(func(r rune) rune { return r - '0' + '０' }, strconv.Itoa(n))
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if n >= 1 && n <= 20 {
			return string(rune('①' + n - 1))
		}
	case "upperLetter", "lowerLetter":
		if n >= 1 && n <= 26 {
			return string(rune(map[string]int{"upperLetter": 'A', "lowerLetter": 'a'}[format] + n - 1))
		}
	case "decimalZero":
		return fmt.Sprintf("%02d", n)
	case "upperRoman", "lowerRoman":
		if n >= 1 && n < 40 {
			s := strings.Repeat("X", n/10) + []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}[n%10]
			if format == "lowerRoman" {
				return strings.ToLower(s)
			}
			return s
		}
	}
	return strconv.Itoa(n)
}
