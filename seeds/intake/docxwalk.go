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
	unreadable int // symbols of fonts that stand for no character

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
	merged  bool     // its end was deleted: the next paragraph goes on
	pending []string // text boxes in it
}

// leftOut are the elements whose content is no text of the report as it stands.
var leftOut = map[string]bool{
	"del": true, "moveFrom": true, "instrText": true, "delInstrText": true, "delText": true,
	"fldData": true, "rt": true, "sectPrChange": true, "pPrChange": true, "rPrChange": true,
	"binData": true, "ffData": true,
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
			d.end(t.Name.Local)
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
	switch name {
	case "p":
		d.open = append(d.open, &paragraph{})
	case "r":
		if n := len(d.open); n > 0 {
			d.open[n-1].hidden = false
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
		d.symbol(attr(t, "char"))
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

func (d *docx) end(name string) {
	if d.skip == len(d.stack) {
		d.skip = 0
		d.stack = d.stack[:len(d.stack)-1]
		return
	}
	d.stack = d.stack[:len(d.stack)-1]
	n := len(d.open)
	if d.skip > 0 || name != "p" || n == 0 {
		return
	}
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
}

// write adds text to the paragraph that is being read.
func (d *docx) write(text string) {
	n := len(d.open)
	if d.skip > 0 || n == 0 || d.open[n-1].hidden {
		return
	}
	d.open[n-1].text.WriteString(text)
}

// symbol writes one character given by its number. Symbol fonts use numbers
// that stand for no character.
func (d *docx) symbol(hex string) {
	n, err := strconv.ParseUint(hex, 16, 16)
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
