package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colour names of our own, beside those of Fyne. Pages ask for a colour by
// these, for example theme.Color(widgets.ColorPaper).
const (
	ColorPaper     fyne.ThemeColorName = "deskPaper"     // behind text that is read
	ColorField     fyne.ThemeColorName = "deskField"     // behind text that is written, and cards
	ColorPane      fyne.ThemeColorName = "deskPane"      // side panes and bars
	ColorInk       fyne.ThemeColorName = "deskInk"       // text
	ColorSecondary fyne.ThemeColorName = "deskSecondary" // text of less weight
	ColorHairline  fyne.ThemeColorName = "deskHairline"  // thin lines between parts
	ColorEdge      fyne.ThemeColorName = "deskEdge"      // around what is written in or ticked
	ColorSeal      fyne.ThemeColorName = "deskSeal"      // the one accent: primary button, current place, countdown
	ColorInfo      fyne.ThemeColorName = "deskInfo"
	ColorDone      fyne.ThemeColorName = "deskDone"
	ColorWarning   fyne.ThemeColorName = "deskWarning"
	ColorHit       fyne.ThemeColorName = "deskHit"        // behind words a search found
	ColorHitNow    fyne.ThemeColorName = "deskHitNow"     // behind the one hit the reader is at
	ColorSelected  fyne.ThemeColorName = "deskSelected"   // behind selected text, see-through
	ColorRing      fyne.ThemeColorName = "deskRing"       // around what has the keyboard
	ColorTarget    fyne.ThemeColorName = "deskTargetLine" // under the numbers of targets
)

// Highlights are the five marker colours in the order of the palette (yellow,
// green, blue, pink, violet); Underlines the darker shade of each, for the line
// under the words.
var (
	Highlights = [5]fyne.ThemeColorName{"deskYellow", "deskGreen", "deskBlue", "deskPink", "deskViolet"}
	Underlines = [5]fyne.ThemeColorName{"deskYellowLine", "deskGreenLine", "deskBlueLine", "deskPinkLine", "deskVioletLine"}
)

// A Look is one of the designed appearances. The program never follows the
// system's variant: a page that turned dark by itself would frighten.
type Look int

// The looks.
const (
	Light        Look = iota
	Dark              // deep grey, muted marker colours, for the evening
	HighContrast      // black on white, heavy lines
)

// rgb makes an opaque colour of 0xRRGGBB.
func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

// veil makes a see-through colour of 0xRRGGBB and an alpha.
func veil(v uint32, alpha uint8) color.NRGBA {
	c := rgb(v)
	c.A = alpha
	return c
}

// palettes holds every colour of every look. TestInkIsReadable measures that
// text keeps a contrast of 7:1 on everything text stands on.
var palettes = [3]map[fyne.ThemeColorName]color.NRGBA{
	Light: {
		ColorPaper: rgb(0xFBFAF6), ColorField: rgb(0xFFFFFF), ColorPane: rgb(0xF2F0EA),
		ColorInk: rgb(0x1E1F22), ColorSecondary: rgb(0x5C5F66), ColorHairline: rgb(0xDEDAD0), ColorEdge: rgb(0x868379),
		ColorSeal: rgb(0xA6192E), ColorInfo: rgb(0x2A5DB0), ColorDone: rgb(0x2C7A4C), ColorWarning: rgb(0x9A5B00),
		ColorHit: rgb(0xFFE0A3), ColorHitNow: rgb(0xFFC14D), ColorSelected: veil(0x2A5DB0, 0x38),
		ColorRing: rgb(0x2A5DB0), ColorTarget: rgb(0x8A8D94),
		Highlights[0]: rgb(0xFFF1A8), Highlights[1]: rgb(0xCFEBD2), Highlights[2]: rgb(0xCFE3FA),
		Highlights[3]: rgb(0xF9D3DA), Highlights[4]: rgb(0xE3D9F6),
		Underlines[0]: rgb(0xB89A00), Underlines[1]: rgb(0x3E8E4B), Underlines[2]: rgb(0x3B78BE),
		Underlines[3]: rgb(0xC2566C), Underlines[4]: rgb(0x7B5FB8),
	},
	Dark: {
		ColorPaper: rgb(0x1D1E20), ColorField: rgb(0x26272A), ColorPane: rgb(0x18191B),
		ColorInk: rgb(0xE4E1D8), ColorSecondary: rgb(0xA9A8A2), ColorHairline: rgb(0x3A3B3E), ColorEdge: rgb(0x74757A),
		ColorSeal: rgb(0xE5737F), ColorInfo: rgb(0x86AEE8), ColorDone: rgb(0x7CC397), ColorWarning: rgb(0xE0AC58),
		ColorHit: rgb(0x574511), ColorHitNow: rgb(0x584100), ColorSelected: veil(0x4F7FC8, 0x50),
		ColorRing: rgb(0x86AEE8), ColorTarget: rgb(0x8E8D88),
		Highlights[0]: rgb(0x4A4315), Highlights[1]: rgb(0x24452B), Highlights[2]: rgb(0x213F5E),
		Highlights[3]: rgb(0x552B35), Highlights[4]: rgb(0x3E3459),
		Underlines[0]: rgb(0xC9B13A), Underlines[1]: rgb(0x74B57F), Underlines[2]: rgb(0x7BADE0),
		Underlines[3]: rgb(0xE08B9D), Underlines[4]: rgb(0xB09BE0),
	},
	HighContrast: {
		ColorPaper: rgb(0xFFFFFF), ColorField: rgb(0xFFFFFF), ColorPane: rgb(0xFFFFFF),
		ColorInk: rgb(0x000000), ColorSecondary: rgb(0x2B2B2B), ColorHairline: rgb(0x5A5A5A), ColorEdge: rgb(0x000000),
		ColorSeal: rgb(0x8B0016), ColorInfo: rgb(0x00338F), ColorDone: rgb(0x00521F), ColorWarning: rgb(0x6B3D00),
		ColorHit: rgb(0xFFD866), ColorHitNow: rgb(0xFFB000), ColorSelected: veil(0x0050D0, 0x48),
		ColorRing: rgb(0x0033CC), ColorTarget: rgb(0x000000),
		Highlights[0]: rgb(0xFFEB70), Highlights[1]: rgb(0xB2E8B9), Highlights[2]: rgb(0xB5D6FF),
		Highlights[3]: rgb(0xFFBFCB), Highlights[4]: rgb(0xD8C6FF),
		Underlines[0]: rgb(0x5C4B00), Underlines[1]: rgb(0x00521F), Underlines[2]: rgb(0x00338F),
		Underlines[3]: rgb(0x8B0016), Underlines[4]: rgb(0x3F1A8A),
		theme.ColorNameInputBackground: rgb(0xE9E9E9), // a menu of choices has no edge
	},
}

// ours says which of our colours answers for a colour name of Fyne's.
var ours = map[fyne.ThemeColorName]fyne.ThemeColorName{
	theme.ColorNameBackground:          ColorPane,
	theme.ColorNameForeground:          ColorInk,
	theme.ColorNameForegroundOnError:   ColorField,
	theme.ColorNameForegroundOnPrimary: ColorField,
	theme.ColorNameForegroundOnSuccess: ColorField,
	theme.ColorNameForegroundOnWarning: ColorField,
	theme.ColorNamePrimary:             ColorRing,
	theme.ColorNameHyperlink:           ColorInfo,
	theme.ColorNameError:               ColorSeal,
	theme.ColorNameSuccess:             ColorDone,
	theme.ColorNameWarning:             ColorWarning,
	theme.ColorNameInputBackground:     ColorField,
	theme.ColorNameInputBorder:         ColorEdge,
	theme.ColorNameMenuBackground:      ColorField,
	theme.ColorNameOverlayBackground:   ColorField,
	theme.ColorNameHeaderBackground:    ColorPane,
	theme.ColorNameSeparator:           ColorHairline,
	theme.ColorNamePlaceHolder:         ColorSecondary,
	theme.ColorNameSelection:           ColorSelected,
}

// veils are the see-through colours Fyne lays over a widget, made of ink or of
// the ring's colour so that they fit every look.
var veils = map[fyne.ThemeColorName]struct {
	of    fyne.ThemeColorName
	alpha uint8
}{
	theme.ColorNameButton:              {ColorInk, 0x12},
	theme.ColorNameDisabledButton:      {ColorInk, 0x0a},
	theme.ColorNameDisabled:            {ColorInk, 0x66},
	theme.ColorNameHover:               {ColorInk, 0x10},
	theme.ColorNamePressed:             {ColorInk, 0x22},
	theme.ColorNameFocus:               {ColorRing, 0x4a},
	theme.ColorNameShadow:              {ColorInk, 0x24},
	theme.ColorNameScrollBar:           {ColorInk, 0x5c},
	theme.ColorNameScrollBarBackground: {ColorInk, 0x0c},
}
