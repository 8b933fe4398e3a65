package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Primary makes a button the one of its page that stands out, in the red of a
// seal. Fyne's HighImportance shares its colour with every focused field,
// caret, tick and progress bar, which are to stay calm: nobody else asks for
// the colour of an error.
const Primary = widget.DangerImportance

// sizes are ours where Fyne's differ. Spacing goes in steps of 4; the text of
// the window is 15 px, since many readers are past sixty.
var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       8,
	theme.SizeNameLineSpacing:        4,
	theme.SizeNameText:               15,
	theme.SizeNameCaptionText:        13,
	theme.SizeNameSubHeadingText:     18,
	theme.SizeNameHeadingText:        22,
	theme.SizeNameInlineIcon:         20,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameInputRadius:        4,
	theme.SizeNameSelectionRadius:    2,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameScrollBar:          12,
	theme.SizeNameScrollBarSmall:     4,
	theme.SizeNameScrollBarRadius:    4,
}

// A Theme is the look of the program for Fyne.
type Theme struct {
	look          Look
	regular, bold fyne.Resource
	base          fyne.Theme
}

// NewTheme returns the theme of a look, with a static TrueType font in two
// weights. Italic and monospace text is set in them as well: a fallback would
// show boxes for Chinese.
func NewTheme(look Look, regular, bold fyne.Resource) *Theme {
	if look < Light || look > HighContrast {
		look = Light
	}
	return &Theme{look: look, regular: regular, bold: bold, base: theme.DefaultTheme()}
}

// Look returns which appearance t is.
func (t *Theme) Look() Look { return t.look }

// Color answers with t's own colours; the variant of the system is not asked.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	own := palettes[t.look]
	if c, ok := own[name]; ok {
		return c
	}
	if c, ok := own[ours[name]]; ok {
		return c
	}
	if v, ok := veils[name]; ok {
		c := own[v.of]
		c.A = v.alpha
		if t.look == HighContrast && name == theme.ColorNameButton {
			c.A = uint8(min(2*int(v.alpha), 0xff)) // what is a button is seen at once
		}
		return c
	}
	if t.look == Dark {
		return t.base.Color(name, theme.VariantDark)
	}
	return t.base.Color(name, theme.VariantLight)
}

// Font answers with one of t's two weights; symbols fall to Fyne's own font.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Symbol:
		return t.base.Font(s)
	case s.Bold:
		return t.bold
	default:
		return t.regular
	}
}

// Icon answers with Fyne's icons.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Size answers with our sizes, and Fyne's for the rest.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		if t.look == HighContrast && name == theme.SizeNameSeparatorThickness {
			return 2
		}
		return s
	}
	return t.base.Size(name)
}

// inkOf returns a colour of th for a widget that draws itself.
func inkOf(th fyne.Theme, name fyne.ThemeColorName) color.Color {
	return th.Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}
