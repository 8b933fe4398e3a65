package intake

import (
	"fmt"
	"math"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// The limits of what a page may draw.
const (
	maxSteps  = 6 << 20 // operators of all pages together
	maxGlyphs = 2 << 20 // characters of all pages together
	maxForms  = 12      // drawings inside each other
)

// A glyph is one character on the page. x and y are its origin, w its advance;
// y grows upwards, all in points.
type glyph struct {
	text       string
	x, y, w    float64
	size       float64 // of the em
	aslant     bool    // not upright: a watermark, a note at the edge
	pagination bool    // the file itself says: a header or a page number
}

// A matrix is the first six numbers of an affine transformation.
type matrix [6]float64

// times returns the transformation that does m first and then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// A pen is the graphics state, as far as text needs it.
type pen struct {
	ctm                   matrix
	font                  *font
	size, rise            float64
	chars, words, leading float64
	stretch               float64 // 1: none
}

// A drawing runs the operators of the pages of one file.
type drawing struct {
	file   *pdfFile
	fonts  map[string]*font // by reference
	glyphs []glyph          // of the page being drawn
	steps  int
	noise  int // operators that there are not
	total  int // glyphs of all pages
	lost   int // of them unreadable
	images int // pictures drawn

	ruled    bool      // keep the lines and pictures of the page as well
	rules    []rule    // of the page being drawn
	pictures []picture // of the page being drawn
}

// A canvas is one content stream while it runs.
type canvas struct {
	*drawing
	resources types.Dict
	pen       pen
	saved     []pen
	text      matrix // of the next character
	line      matrix // of the line's beginning
	marks     []marked
	depth     int
	trail     trail // of the pen, not painted yet
}

// A marked is one marked stretch: a header, or text written out.
type marked struct {
	pagination bool
	written    bool   // actual holds the text of the stretch
	actual     string // still to be given to its first character
}

// draw returns the characters of a page in the order they are drawn.
func (d *drawing) draw(p pdfPage) ([]glyph, error) {
	content, err := d.file.content(p)
	if err != nil {
		return nil, err
	}
	d.glyphs, d.rules, d.pictures = nil, nil, nil
	ctm := map[int]matrix{90: {0, -1, 1, 0}, 180: {-1, 0, 0, -1}, 270: {0, 1, -1, 0}}[p.rotate]
	if ctm == (matrix{}) {
		ctm = matrix{1, 0, 0, 1}
	}
	c := canvas{drawing: d, resources: p.resources, pen: pen{ctm: ctm, stretch: 1}}
	noise, steps := d.noise, d.steps
	if err := c.run(content); err != nil {
		return nil, err
	}
	if n := d.noise - noise; n > 5 && n*4 > d.steps-steps {
		return nil, fmt.Errorf("pdf: %d of %d operators are noise: %w", n, d.steps-steps, ErrTruncated)
	}
	return d.glyphs, nil
}

func (c *canvas) run(content []byte) error {
	l := lexer{src: content}
	var args []token
	for {
		t := l.next()
		switch t.kind {
		case tokenEnd:
			return nil
		case tokenOperator:
			if c.steps++; c.steps > maxSteps || c.total > maxGlyphs {
				return fmt.Errorf("pdf: more than %d characters drawn: %w", maxGlyphs, ErrTooLarge)
			}
			if !strings.Contains(operators, " "+t.str+" ") {
				c.noise++
			}
			if t.str == "BI" {
				l.skipImage()
				c.images++
			} else if err := c.do(t.str, args); err != nil {
				return err
			}
			args = args[:0]
		case tokenClose:
		default:
			if len(args) < maxDepth {
				args = append(args, t)
			}
		}
	}
}

// operators are all that a page may have. A page with many others is a stream
// whose packing has been lost.
const operators = " b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M " +
	"MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \" "

// num returns the i-th operand as a number, 0 if it is none.
func num(args []token, i int) float64 {
	if i < 0 || i >= len(args) {
		return 0
	}
	return args[i].num
}

// word returns the i-th operand as a string or name.
func word(args []token, i int) string {
	if i < 0 || i >= len(args) {
		return ""
	}
	return args[i].str
}

func six(args []token) matrix {
	return matrix{num(args, 0), num(args, 1), num(args, 2), num(args, 3), num(args, 4), num(args, 5)}
}

func (c *canvas) do(op string, args []token) error {
	switch op {
	case "q":
		if len(c.saved) < 1000 {
			c.saved = append(c.saved, c.pen)
		}
	case "Q":
		if n := len(c.saved); n > 0 {
			c.pen, c.saved = c.saved[n-1], c.saved[:n-1]
		}
	case "cm":
		c.pen.ctm = six(args).times(c.pen.ctm)
	case "BT":
		c.text = matrix{1, 0, 0, 1}
		c.line = c.text
	case "Tf":
		c.pen.size = num(args, 1)
		return c.choose(word(args, 0))
	case "Tc":
		c.pen.chars = num(args, 0)
	case "Tw":
		c.pen.words = num(args, 0)
	case "Tz":
		c.pen.stretch = num(args, 0) / 100
	case "TL":
		c.pen.leading = num(args, 0)
	case "Ts":
		c.pen.rise = num(args, 0)
	case "Tm":
		c.line = six(args)
		c.text = c.line
	case "Td":
		c.move(num(args, 0), num(args, 1))
	case "TD":
		c.pen.leading = -num(args, 1)
		c.move(num(args, 0), num(args, 1))
	case "T*":
		c.move(0, -c.pen.leading)
	case "Tj":
		c.show(word(args, 0))
	case "'":
		c.move(0, -c.pen.leading)
		c.show(word(args, 0))
	case "\"":
		c.pen.words, c.pen.chars = num(args, 0), num(args, 1)
		c.move(0, -c.pen.leading)
		c.show(word(args, 2))
	case "TJ":
		if len(args) > 0 {
			for _, t := range args[0].list {
				if t.kind == tokenString {
					c.show(t.str)
				} else {
					c.advance(-t.num / 1000 * c.pen.size * c.pen.stretch)
				}
			}
		}
	case "BMC", "BDC":
		c.begin(args)
	case "EMC":
		if n := len(c.marks); n > 0 {
			c.marks = c.marks[:n-1]
		}
	case "Do":
		return c.paint(word(args, 0))
	default:
		if c.ruled {
			c.trace(op, args)
		}
	}
	return nil
}

func (c *canvas) move(x, y float64) {
	c.line = matrix{1, 0, 0, 1, x, y}.times(c.line)
	c.text = c.line
}

func (c *canvas) advance(x float64) { c.text = matrix{1, 0, 0, 1, x, 0}.times(c.text) }

// begin enters a marked stretch.
func (c *canvas) begin(args []token) {
	m := marked{}
	if n := len(c.marks); n > 0 {
		m.pagination = c.marks[n-1].pagination
	}
	var properties []token
	if len(args) > 1 {
		properties = args[1].list
	}
	for i := 0; i+1 < len(properties); i += 2 {
		switch v := properties[i+1].str; properties[i].str {
		case "Type":
			m.pagination = m.pagination || word(args, 0) == "Artifact" && v == "Pagination"
		case "ActualText":
			m.written, m.actual = true, textString(v)
		}
	}
	if len(c.marks) < 1000 {
		c.marks = append(c.marks, m)
	}
}

// textString reads a string that is text and not codes of a font.
func textString(s string) string {
	if wide, ok := strings.CutPrefix(s, "\xFE\xFF"); ok {
		return fromUTF16(wide)
	}
	return strings.ToValidUTF8(strings.TrimPrefix(s, "\xEF\xBB\xBF"), "\uFFFD")
}

// choose takes the font called name. The same font is read once a file.
func (c *canvas) choose(name string) error {
	o := c.file.dict(c.resources["Font"])[name]
	c.pen.font = nil
	if c.file.dict(o) == nil {
		return nil
	}
	key := fmt.Sprint(o)
	if c.fonts[key] == nil {
		f, err := c.file.readFont(o)
		if err != nil {
			return err
		}
		c.fonts[key] = f
	}
	c.pen.font = c.fonts[key]
	return nil
}

// show draws the characters of a string.
func (c *canvas) show(s string) {
	if c.pen.font == nil {
		return
	}
	for len(s) > 0 && c.total <= maxGlyphs {
		n, g := c.pen.font.cut(s)
		at := matrix{c.pen.size * c.pen.stretch, 0, 0, c.pen.size, 0, c.pen.rise}.times(c.text).times(c.pen.ctm)
		c.put(g, at)
		w := g.width*c.pen.size + c.pen.chars
		if n == 1 && s[0] == ' ' {
			w += c.pen.words
		}
		c.advance(w * c.pen.stretch)
		s = s[n:]
	}
}

// put records a character whose em is the unit square of at.
func (c *canvas) put(g shown, at matrix) {
	text := g.text
	pagination := false
	for i := range c.marks {
		m := &c.marks[i]
		pagination = pagination || m.pagination
		if m.written {
			text, m.actual = m.actual, ""
		}
	}
	size := math.Hypot(at[2], at[3])
	run := math.Hypot(at[0], at[1])
	for _, v := range append(at[:], size, run) {
		if math.IsNaN(v) || math.Abs(v) > 1e7 {
			return // nowhere on a page
		}
	}
	if text == "" || size == 0 {
		return
	}
	c.total++
	if strings.Contains(text, "\uFFFD") {
		c.lost++
	}
	c.glyphs = append(c.glyphs, glyph{
		text: text, x: at[4], y: at[5], w: g.width * run, size: size,
		aslant: at[0] <= 0 || math.Abs(at[1]) > 0.05*at[0], pagination: pagination,
	})
}

// paint draws what is called name: a drawing of its own is run, a picture is
// counted.
func (c *canvas) paint(name string) error {
	o := c.file.dict(c.resources["XObject"])[name]
	d := c.file.dict(o)
	if d == nil || c.depth >= maxForms {
		return nil
	}
	if c.file.name(d["Subtype"]) != "Form" {
		c.images++
		if c.ruled && len(c.pictures) < maxPictures {
			c.pictures = append(c.pictures, picture{o, c.pen.ctm})
		}
		return nil
	}
	content, err := c.file.stream(o)
	if err != nil {
		return err
	}
	inner := canvas{drawing: c.drawing, resources: c.resources, pen: c.pen, marks: c.marks, depth: c.depth + 1}
	if r := c.file.dict(d["Resources"]); r != nil {
		inner.resources = r
	}
	if m := c.file.array(d["Matrix"]); len(m) == 6 {
		var all matrix
		for i := range m {
			all[i], _ = c.file.number(m[i])
		}
		inner.pen.ctm = all.times(inner.pen.ctm)
	}
	return inner.run(content)
}
