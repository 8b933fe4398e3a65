package intake

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// A docx gathers the text of the parts of an office file.
type docx struct {
	numbers    *numbering
	out        strings.Builder
	added      []added
	unreadable int     // symbols of fonts that stand for no character
	laid       *laying // where the text stands; nil if nobody asks
	box        int     // of a box to tick: 0 none, 1 empty, 2 ticked

	prefix string       // the word processor's own prefix, nearly always "w"
	stack  []element    // what the reader is inside of
	open   []*paragraph // paragraphs begun: a text box stands inside one
	joined string       // text of a paragraph whose end was deleted
	skip   int          // depth of the element whose content is left out, 0 if none
}

// An element is one start tag that is still open.
type element struct {
	name  string
	chose bool // of an AlternateContent: one alternative has been read
}

// A paragraph is one w:p.
type paragraph struct {
	text    strings.Builder
	style   string
	num     string // numId; "" if none of its own
	level   int
	hidden  bool     // the run being read is hidden
	signs   string   // the font of signs it is written in; "" if of characters
	merged  bool     // its end was deleted: the next paragraph goes on
	pending []string // text boxes in it
}

// leftOut are the elements whose content is no text of the report as it stands.
var leftOut = map[string]bool{
	"del": true, "moveFrom": true, "instrText": true, "delInstrText": true, "delText": true,
	"fldData": true, "rt": true, "sectPrChange": true, "pPrChange": true, "rPrChange": true,
	"binData": true,
}

// walk reads one part.
func (d *docx) walk(part []byte) error {
	in := xml.NewDecoder(bytes.NewReader(part))
	d.prefix, d.stack, d.open, d.skip = "w", nil, nil, 0
	for {
		token, err := in.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("%w: %w", ErrTruncated, err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if len(d.stack) >= maxDepth {
				return fmt.Errorf("more than %d elements inside each other: %w", maxDepth, ErrTooLarge)
			}
			d.start(t)
		case xml.EndElement:
			if len(d.stack) == 0 || d.stack[len(d.stack)-1].name != t.Name.Local {
				return fmt.Errorf("</%s> closes nothing: %w", t.Name.Local, ErrTruncated)
			}
			if err := d.end(t.Name.Local); err != nil {
				return err
			}
		case xml.CharData:
			if n := len(d.stack); d.skip == 0 && n > 0 && d.stack[n-1].name == "t" {
				d.write(string(t))
			}
		}
		if d.out.Len() > MaxText {
			return fmt.Errorf("more than %d bytes of text: %w", MaxText, ErrTooLarge)
		}
	}
	if len(d.stack) > 0 {
		return fmt.Errorf("<%s> is never closed: %w", d.stack[len(d.stack)-1].name, ErrTruncated)
	}
	d.put(d.joined)
	d.joined = ""
	return nil
}

func (d *docx) start(t xml.StartElement) {
	name := t.Name.Local
	if len(d.stack) == 0 {
		for _, a := range t.Attr {
			if a.Name.Space == "xmlns" && strings.HasSuffix(a.Value, "wordprocessingml/main") {
				d.prefix = a.Name.Local
			}
		}
	}
	var outer *element
	if len(d.stack) > 0 {
		outer = &d.stack[len(d.stack)-1]
	}
	d.stack = append(d.stack, element{name: name})
	if d.skip > 0 {
		return
	}
	if outer != nil && outer.name == "AlternateContent" && (name == "Choice" || name == "Fallback") {
		if outer.chose {
			d.skip = len(d.stack)
		}
		outer.chose = true
		return
	}
	if t.Name.Space != d.prefix {
		return
	}
	switch inProperties := outer != nil && (outer.name == "pPr" || outer.name == "rPr"); {
	case inProperties:
		d.property(name, outer.name, t)
		return
	case outer != nil && outer.name == "numPr":
		d.list(name, t)
		return
	case (name == "footnote" || name == "endnote") && attr(t, "type") != "" && attr(t, "type") != "normal":
		d.skip = len(d.stack) // the line above the notes
		return
	case leftOut[name]:
		d.skip = len(d.stack)
		return
	}
	if d.laid != nil && len(d.open) == 0 { // tables in text boxes are read as their paragraphs
		switch {
		case outer != nil && outer.name == "tcPr":
			d.laid.settings(name, attr(t, "val"))
		case outer != nil && outer.name == "trPr" && name == "gridBefore":
			d.laid.skipped(attr(t, "val"))
		default:
			d.laid.start(name)
		}
	}
	switch name {
	case "p":
		d.open = append(d.open, &paragraph{})
	case "r":
		if n := len(d.open); n > 0 {
			d.open[n-1].hidden, d.open[n-1].signs = false, ""
		}
	case "checkBox":
		d.box = 1
	case "default", "checked":
		if outer != nil && outer.name == "checkBox" && d.box > 0 {
			d.box = 1
			if isOn(attr(t, "val")) {
				d.box = 2
			}
		}
	case "tab":
		if outer == nil || outer.name != "tabs" {
			d.write("\t")
		}
	case "br":
		if kind := attr(t, "type"); kind == "" || kind == "textWrapping" {
			d.write("\n")
		}
	case "cr":
		d.write("\n")
	case "noBreakHyphen":
		d.write("-")
	case "sym":
		d.symbol(attr(t, "font"), attr(t, "char"))
	}
}

// property reads one setting of a paragraph or a run.
func (d *docx) property(name, inside string, t xml.StartElement) {
	if len(d.open) == 0 {
		return
	}
	p := d.open[len(d.open)-1]
	ofMark := len(d.stack) > 2 && d.stack[len(d.stack)-3].name == "pPr" // of the paragraph's end
	switch {
	case inside == "pPr" && name == "pStyle":
		p.style = attr(t, "val")
	case inside == "rPr" && ofMark && (name == "del" || name == "moveFrom"):
		p.merged = true
	case inside == "rPr" && !ofMark && name == "vanish":
		p.hidden = isOn(attr(t, "val"))
	case inside == "rPr" && !ofMark && name == "rFonts":
		if font := attr(t, "ascii"); signFonts[font] != nil {
			p.signs = font
		}
	}
}

// list reads which list a paragraph is counted in.
func (d *docx) list(name string, t xml.StartElement) {
	if len(d.open) == 0 {
		return
	}
	p := d.open[len(d.open)-1]
	switch name {
	case "numId":
		p.num = attr(t, "val")
	case "ilvl":
		if n, err := strconv.Atoi(attr(t, "val")); err == nil && n >= 0 && n < listLevels {
			p.level = n
		}
	}
}

func (d *docx) end(name string) error {
	if d.skip == len(d.stack) {
		d.skip = 0
		d.stack = d.stack[:len(d.stack)-1]
		return nil
	}
	d.stack = d.stack[:len(d.stack)-1]
	n := len(d.open)
	switch {
	case d.skip > 0:
		return nil
	case name == "checkBox":
		if d.laid != nil && d.box > 0 {
			d.write([]string{"☐", "☑"}[d.box-1])
		}
		d.box = 0
		return nil
	case d.laid != nil && n == 0:
		return d.laid.end(name)
	case name == "p" && n > 0:
		d.endParagraph()
	}
	return nil
}

// endParagraph ends the paragraph that is being read.
func (d *docx) endParagraph() {
	n := len(d.open)
	p := d.open[n-1]
	text := p.text.String()
	said := strings.TrimFunc(text, blank) != ""
	if ordinal := ""; said || !p.merged { // an empty paragraph is counted too
		if ordinal = d.numbers.next(p.style, p.num, p.level); said {
			text = ordinal + text
		}
	}
	contents := d.numbers.contents(p.style)
	pending, merged := p.pending, p.merged
	d.open = d.open[:n-1]
	if n > 1 {
		up := d.open[n-2]
		up.pending = append(append(up.pending, text), pending...)
		return
	}
	switch {
	case contents:
		if strings.TrimFunc(text, blank) != "" {
			d.added = append(d.added, added{d.out.Len(), strings.TrimFunc(text, blank)})
		}
	case merged:
		d.joined += text
	default:
		d.put(d.joined + text)
		d.joined = ""
	}
	for _, box := range pending {
		d.put(box)
	}
}

// put ends a paragraph of text. A blank paragraph says nothing.
func (d *docx) put(text string) {
	text = strings.TrimFunc(text, blank)
	if text == "" {
		return
	}
	if d.out.Len() > 0 {
		d.out.WriteString("\n\n")
	}
	d.out.WriteString(text)
	if d.laid != nil {
		d.laid.put(text)
	}
}

// write adds text to the paragraph that is being read.
func (d *docx) write(text string) {
	n := len(d.open)
	if d.skip > 0 || n == 0 || d.open[n-1].hidden {
		return
	}
	if signs := signFonts[d.open[n-1].signs]; signs != nil {
		text = strings.Map(func(r rune) rune {
			if sign, known := signs[r&0xFF]; known && r&^0xFF == r&0xF000 {
				return sign
			}
			return r
		}, text)
	}
	d.open[n-1].text.WriteString(text)
}

// signFonts are the fonts of signs that are used for boxes to tick, and what
// their numbers show.
var signFonts = map[string]map[rune]rune{
	"Wingdings":   {0xFE: '☑', 0xFD: '☒', 0xA8: '□', 0x6F: '□', 0x71: '□', 0xFC: '√', 0xFB: '×', 0x6E: '■', 0xA1: '○', 0x6C: '●'},
	"Wingdings 2": {0x52: '☑', 0x53: '☒', 0x54: '☒', 0xA3: '□', 0x2A: '□', 0x50: '√', 0x4F: '×', 0x98: '■'},
}

// symbol writes one character given by its number. Symbol fonts use numbers
// that stand for no character, but for the boxes.
func (d *docx) symbol(font, hex string) {
	n, err := strconv.ParseUint(hex, 16, 16)
	if sign, known := signFonts[font][rune(n&0xFF)]; known && err == nil {
		d.write(string(sign))
		return
	}
	if err != nil || n >= 0xD800 && n < 0xF900 {
		d.unreadable++
		n = 0xFFFD
	}
	d.write(string(rune(n)))
}

// attr returns the value of t's attribute called name, of any prefix.
func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// isOn reads a switch: one without a value is on.
func isOn(val string) bool { return val != "0" && val != "false" && val != "off" }
