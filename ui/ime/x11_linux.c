//go:build cgo

// The toolkit (GLFW 3.3) reports a key before it asks whether the input method
// took it, and never says where the caret is. Its calls to Xlib pass through
// the functions of the same names here: the linker prefers what is in the
// program itself to what is in a library.
//
// All of this runs on the thread that polls for events, which is the UI's.

#define _GNU_SOURCE
#include <X11/Xlib.h>
#include <dlfcn.h>
#include <locale.h>
#include <stdarg.h>
#include <stddef.h>

extern int imeCaret(int *x, int *y);

static XIM server;     // dead after its process has ended
static int dead;
static XIC context;    // of the window that has the keyboard
static XPoint spot;    // where it believes the caret to be
static XFontSet fonts; // the style with a spot demands one; nothing is drawn with it

#define REAL(name) \
	static __typeof__(name) *real; \
	if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

// A locale that is set but not installed would leave the program without any
// input method: UTF-8 is all that is needed of it.
__attribute__((constructor)) static void pick_locale(void) {
	if (!setlocale(LC_CTYPE, "")) setlocale(LC_CTYPE, "C.UTF-8");
}

static void died(XIM im, XPointer client, XPointer call) {
	dead = 1;
	context = NULL;
}

// positioned says whether im can be told a spot.
static int positioned(XIM im) {
	XIMStyles *styles = NULL;
	int found = 0;
	if (XGetIMValues(im, XNQueryInputStyle, &styles, NULL) || !styles) return 0;
	for (int i = 0; i < styles->count_styles; i++)
		if (styles->supported_styles[i] == (XIMPreeditPosition | XIMStatusNothing)) found = 1;
	XFree(styles);
	return found;
}

// fontset returns any font set of the display; NULL if it has no font at all.
static XFontSet fontset(Display *display) {
	if (!fonts) {
		char **missing = NULL, *instead = NULL;
		int n = 0;
		fonts = XCreateFontSet(display, "fixed,*", &missing, &n, &instead);
		if (missing) XFreeStringList(missing);
	}
	return fonts;
}

// XCreateIC makes a context that can be told where the caret is, or, if that
// cannot be, the one that was asked for.
XIC XCreateIC(XIM im, ...) {
	REAL(XCreateIC);
	XIMStyle style = 0;
	Window client = 0, focus = 0;
	va_list args;
	va_start(args, im);
	for (char *name; (name = va_arg(args, char *));) {
		unsigned long value = va_arg(args, unsigned long);
		if (!__builtin_strcmp(name, XNInputStyle)) style = value;
		if (!__builtin_strcmp(name, XNClientWindow)) client = value;
		if (!__builtin_strcmp(name, XNFocusWindow)) focus = value;
	}
	va_end(args);
	if (im != server) {
		static XIMCallback callback;
		callback.callback = (XIMProc)died;
		XSetIMValues(im, XNDestroyCallback, &callback, NULL);
		server = im;
		dead = 0;
	}
	XIC made = NULL;
	if (positioned(im) && fontset(XDisplayOfIM(im))) {
		XPoint start = {0, 0};
		XVaNestedList preedit = XVaCreateNestedList(0, XNSpotLocation, &start, XNFontSet, fonts, NULL);
		made = real(im, XNInputStyle, XIMPreeditPosition | XIMStatusNothing, XNClientWindow, client,
			XNFocusWindow, focus, XNPreeditAttributes, preedit, NULL);
		XFree(preedit);
	}
	if (!made) made = real(im, XNInputStyle, style, XNClientWindow, client, XNFocusWindow, focus, NULL);
	context = made;
	spot.x = spot.y = 0;
	return made;
}

// tell says where the caret is, if it is elsewhere than it was.
static void tell(void) {
	int x, y;
	if (!context || dead || !imeCaret(&x, &y) || (x == spot.x && y == spot.y)) return;
	spot.x = (short)x;
	spot.y = (short)y;
	XVaNestedList preedit = XVaCreateNestedList(0, XNSpotLocation, &spot, NULL);
	XSetICValues(context, XNPreeditAttributes, preedit, NULL);
	XFree(preedit);
}

// XFilterEvent makes nothing of a key that the input method took: the toolkit
// knows no event of type 0. The caret is told before a key and after a button,
// which is when a wheel or a click has moved it.
Bool XFilterEvent(XEvent *event, Window window) {
	REAL(XFilterEvent);
	if (event->type == KeyPress || event->type == ButtonRelease) tell();
	Bool took = real(event, window);
	if (took && event->type == KeyPress) event->type = 0;
	return took;
}

// XSetICFocus notes which window has the keyboard.
void XSetICFocus(XIC ic) {
	REAL(XSetICFocus);
	if (dead) return;
	real(ic);
	if (ic != context) {
		context = ic;
		spot.x = spot.y = 0;
	}
	tell();
}

// XUnsetICFocus, XDestroyIC and XCloseIM would wait for ever for the answer of
// an input method whose process has ended.
void XUnsetICFocus(XIC ic) {
	REAL(XUnsetICFocus);
	if (!dead) real(ic);
}

void XDestroyIC(XIC ic) {
	REAL(XDestroyIC);
	if (ic == context) context = NULL;
	if (!dead) real(ic);
}

Status XCloseIM(XIM im) {
	REAL(XCloseIM);
	return dead ? 0 : real(im);
}
