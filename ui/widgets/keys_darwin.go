package widgets

import "fyne.io/fyne/v2"

// wordModifier is what is held to move by words; Command moves by lines here.
const wordModifier = fyne.KeyModifierAlt
