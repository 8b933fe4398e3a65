//go:build !darwin

package widgets

import "fyne.io/fyne/v2"

// wordModifier is what is held to move by words.
const wordModifier = fyne.KeyModifierControl
