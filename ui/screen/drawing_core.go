//go:build (!gles && !arm && !arm64) || darwin

package screen

import (
	"fmt"

	"github.com/go-gl/gl/v2.1/gl" // the one the toolkit draws with: it is there anyway
)

func ask() (Drawing, error) {
	if err := gl.Init(); err != nil {
		return Drawing{}, fmt.Errorf("screen: %w", err)
	}
	say := func(name uint32) string {
		if text := gl.GetString(name); text != nil {
			return gl.GoStr(text)
		}
		return ""
	}
	return Drawing{say(gl.VENDOR), say(gl.RENDERER), say(gl.VERSION)}, nil
}
