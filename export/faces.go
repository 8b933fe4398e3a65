package export

// A Role is what a typeface is for in an official paper.
type Role string

// The roles. The zero Role is Fang.
const (
	Song Role = "song" // 小标宋: titles
	Hei  Role = "hei"  // 黑体: headings of the first level, labels
	Kai  Role = "kai"  // 楷体: headings of the second level, quotes
	Fang Role = "fang" // 仿宋: the text
	Num  Role = "num"  // 宋体: page numbers
)

// A Face names one font file; a Role may need several of them.
type Face string

// Faces is what the layout must know of fonts.
type Faces interface {
	// Glyph returns the face that shows r in the given role and r's advance
	// there, in thousandths of the em; false if no face at all has it.
	Glyph(role Role, r rune) (Face, float64, bool)
}

// geta stands on paper where no face has the character (〓, "下駄").
const geta = '〓'

// A Missing is a character that could not be printed; 〓 stands in its place.
type Missing struct {
	Rune  rune
	Count int
	Where string // the text around the first of them
}
