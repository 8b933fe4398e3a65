//go:build !(linux && cgo) && !windows && !(darwin && cgo)

package ime

import "fyne.io/fyne/v2"

// attach knows no input method on this system.
func attach(fyne.Window, Composition) {}
