package assets

import _ "embed"

//go:embed icon/icon-256.png
var icon []byte

// Icon is the program's icon as a PNG of 256 × 256 pixels. icon/icon.svg is its
// source, icon/build.sh makes the pictures.
func Icon() []byte { return icon }
