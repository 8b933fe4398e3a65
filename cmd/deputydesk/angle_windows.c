//go:build windows && gles2 && egl

/* The one door to ANGLE: this eglGetProcAddress stands before that of an import
 * library, so the program itself imports neither OPENGL32.dll nor libEGL.dll and
 * can say in a sentence that one is missing, where Windows would show a number.
 *
 * Every function of OpenGL ES 3.1 is asked for and this ANGLE has those of 2.0 and
 * some of 3.0; Fyne calls those of 2.0 only. A name that is not there gets a
 * function that does nothing, since the asking ends at the first NULL.
 */
#include <windows.h>

typedef void (*procedure)(void);
typedef procedure (*door)(const char *name);

static intptr_t nothing(void) { return 0; }

procedure eglGetProcAddress(const char *name) {
	static door egl;
	static HMODULE gles;
	procedure found = NULL;
	if (!egl) {
		HMODULE library = LoadLibraryA("libEGL.dll");
		gles = LoadLibraryA("libGLESv2.dll");
		if (library) egl = (door)(void *)GetProcAddress(library, "eglGetProcAddress");
	}
	if (egl) found = egl(name);
	if (!found && gles) found = (procedure)(void *)GetProcAddress(gles, name);
	return found ? found : (procedure)(void *)nothing;
}

/* The headers declare the function as one of a DLL, which is called through this
 * pointer. */
procedure (*__imp_eglGetProcAddress)(const char *name) = eglGetProcAddress;
