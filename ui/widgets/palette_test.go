package widgets

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// contrast is the ratio of the lightness of two opaque colours as WCAG 2
// defines it, between 1 and 21.
func contrast(a, b color.NRGBA) float64 {
	light := func(c color.NRGBA) float64 {
		linear := func(v uint8) float64 {
			s := float64(v) / 255
			if s <= 0.03928 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// over lays a see-through colour over an opaque one.
func over(top, ground color.NRGBA) color.NRGBA {
	mix := func(t, g uint8) uint8 {
		return uint8((int(t)*int(top.A) + int(g)*(255-int(top.A))) / 255)
	}
	return color.NRGBA{mix(top.R, ground.R), mix(top.G, ground.G), mix(top.B, ground.B), 255}
}

var lookNames = map[Look]string{Light: "light", Dark: "dark", HighContrast: "high contrast"}

func TestInkIsReadable(t *testing.T) {
	grounds := append([]fyne.ThemeColorName{ColorPaper, ColorField, ColorPane, ColorHit, ColorHitNow}, Highlights[:]...)
	for l, name := range lookNames {
		p := palettes[l]
		least := 7.0
		if l == HighContrast {
			least = 10
		}
		for _, g := range grounds {
			if c := contrast(p[ColorInk], p[g]); c < least {
				t.Errorf("%s: ink on %s has a contrast of %.1f, want %v", name, g, c, least)
			}
		}
		if c := contrast(p[ColorInk], over(p[ColorSelected], p[ColorPaper])); c < least {
			t.Errorf("%s: selected ink has a contrast of %.1f, want %v", name, c, least)
		}
		for _, ink := range []fyne.ThemeColorName{ColorSecondary, ColorSeal, ColorInfo, ColorDone, ColorWarning} {
			for _, g := range []fyne.ThemeColorName{ColorPaper, ColorField, ColorPane} {
				if c := contrast(p[ink], p[g]); c < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.1f, want 4.5", name, ink, g, c)
				}
			}
		}
		for _, g := range []fyne.ThemeColorName{ColorPaper, ColorField, ColorPane} {
			if c := contrast(p[ours[theme.ColorNameInputBorder]], p[g]); c < 3 {
				t.Errorf("%s: the edge of a field on %s has a contrast of %.1f, want 3", name, g, c)
			}
		}
		for i, u := range Underlines {
			if c := contrast(p[u], p[ColorPaper]); c < 2.5 {
				t.Errorf("%s: line %d has a contrast of %.1f with paper, want 2.5", name, i, c)
			}
		}
	}
}

// The red of the seal is for the primary button; what has the keyboard, a tick
// and the caret are calm.
func TestOnlyThePrimaryButtonIsRed(t *testing.T) {
	for l, name := range lookNames {
		th := look(t, l)
		seal, ring := palettes[l][ColorSeal], palettes[l][ColorRing]
		if c := th.Color(theme.ColorNamePrimary, theme.VariantLight); c != ring {
			t.Errorf("%s: what has the keyboard is %v, want %v", name, c, ring)
		}
		b := widget.NewButton("据此写建议", nil)
		b.Importance = Primary
		red := false
		for _, o := range test.WidgetRenderer(b).Objects() {
			r, ok := o.(*canvas.Rectangle)
			red = red || ok && r.FillColor == seal
		}
		if !red {
			t.Errorf("%s: the primary button is not %v", name, seal)
		}
	}
}

func TestEveryLookHasEveryColour(t *testing.T) {
	for l, name := range lookNames {
		for c := range palettes[Light] {
			if _, ok := palettes[l][c]; !ok {
				t.Errorf("%s has no %s", name, c)
			}
		}
		th := look(t, l)
		test.AssertAllColorNamesDefined(t, th, name)
		if a, b := th.Color(theme.ColorNameBackground, theme.VariantDark), th.Color(theme.ColorNameBackground, theme.VariantLight); a != b {
			t.Errorf("%s follows the variant of the system", name)
		}
	}
}
