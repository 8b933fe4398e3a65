//go:build gles2 && egl

package main

import (
	"C"

	"github.com/go-gl/glfw/v3.3/glfw"
)

// init asks for a window that Direct3D draws: the machines of an office, remote
// desktops and virtual machines often have no OpenGL driver, and all of Windows
// 10 and 11 have Direct3D. ANGLE (libEGL.dll and libGLESv2.dll beside the program)
// stands between; angle_windows.c finds it. Fyne calls Init a second time, which
// changes nothing, and never takes a hint back.
//
// If Init fails, Fyne finds the same and the program says so.
func init() {
	if glfw.Init() == nil {
		glfw.WindowHint(glfw.ContextCreationAPI, glfw.EGLContextAPI)
	}
}
