//go:build cgo

// The toolkit (GLFW 3.3) reports a key before it asks whether the input method
// took it, and never says where the caret is. Its calls to Xlib pass through
// the functions of the same names here: the linker prefers what is in the
// program itself to what is in a library.
//
// All of this runs on the thread that polls for events, which is the UI's.

#define _GNU_SOURCE
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <dlfcn.h>
#include <locale.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

extern int imeCaret(int *x, int *y);

// The toolkit keeps the context it was given; after the process of the input
// method has ended and come back, `live` is the one that is meant by it.
static XIM server;
static XIC given, live; // live is NULL while there is no input method
static Window client;
static XPoint spot;    // where the input method believes the caret to be
static XFontSet fonts; // the style with a spot demands one; nothing is drawn with it

#define REAL(name) \
	static __typeof__(name) *real; \
	if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

// A locale that is set but not installed would leave the program without any
// input method: UTF-8 is all that is needed of it.
__attribute__((constructor)) static void pick_locale(void) {
	if (!setlocale(LC_CTYPE, "")) setlocale(LC_CTYPE, "C.UTF-8");
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

static void died(XIM im, XPointer data, XPointer call);

// context makes a context that can be told where the caret is or, if that
// cannot be, the plainest.
static XIC context(XIM im) {
	REAL(XCreateIC);
	static XIMCallback end = {NULL, (XIMProc)died};
	XSetIMValues(im, XNDestroyCallback, &end, NULL);
	server = im;
	spot.x = spot.y = 0;
	XIC made = NULL;
	if (positioned(im) && fontset(XDisplayOfIM(im))) {
		XVaNestedList preedit = XVaCreateNestedList(0, XNSpotLocation, &spot, XNFontSet, fonts, NULL);
		made = real(im, XNInputStyle, XIMPreeditPosition | XIMStatusNothing, XNClientWindow, client,
			XNFocusWindow, client, XNPreeditAttributes, preedit, NULL);
		XFree(preedit);
	}
	if (!made)
		made = real(im, XNInputStyle, XIMPreeditNothing | XIMStatusNothing, XNClientWindow, client,
			XNFocusWindow, client, NULL);
	return made;
}

// came takes up an input method that has started again.
static void came(Display *display, XPointer data, XPointer call) {
	if (live || !given) return;
	XIM im = XOpenIM(display, NULL, NULL, NULL);
	if (!im) return;
	live = context(im);
	if (!live) return;
	XUnregisterIMInstantiateCallback(display, NULL, NULL, NULL, (XIDProc)came, NULL);
	XSetICFocus(given);
}

// died waits for the input method to start again.
static void died(XIM im, XPointer data, XPointer call) {
	live = NULL;
	server = NULL;
	XRegisterIMInstantiateCallback(XDisplayOfIM(im), NULL, NULL, NULL, (XIDProc)came, NULL);
}

XIC XCreateIC(XIM im, ...) {
	va_list args;
	va_start(args, im);
	for (char *name; (name = va_arg(args, char *));) {
		unsigned long value = va_arg(args, unsigned long);
		if (!strcmp(name, XNClientWindow)) client = value;
	}
	va_end(args);
	return given = live = context(im);
}

// tell says where the caret is, if it is elsewhere than it was.
static void tell(void) {
	int x, y;
	if (!live || !imeCaret(&x, &y) || (x == spot.x && y == spot.y)) return;
	spot.x = (short)x;
	spot.y = (short)y;
	XVaNestedList preedit = XVaCreateNestedList(0, XNSpotLocation, &spot, NULL);
	XSetICValues(live, XNPreeditAttributes, preedit, NULL);
	XFree(preedit);
}

// XFilterEvent makes nothing of a key that the input method took: the toolkit
// knows no event of type 0. When a key or a button is let go, the caret is where
// it took it. The place is told behind the filter and never before it: telling
// waits for an answer, and a key that the input method hands back meanwhile
// would be mistaken for the one that is still to be filtered.
Bool XFilterEvent(XEvent *event, Window window) {
	REAL(XFilterEvent);
	int type = event->type;
	Bool took = real(event, window);
	if (took && type == KeyPress) event->type = 0;
	if (type == KeyRelease || type == ButtonRelease) tell();
	return took;
}

void XSetICFocus(XIC ic) {
	REAL(XSetICFocus);
	if (ic == given) ic = live;
	if (ic) real(ic);
	tell();
}

void XUnsetICFocus(XIC ic) {
	REAL(XUnsetICFocus);
	if (ic == given) ic = live;
	if (ic) real(ic);
}

// Xutf8LookupString tells what a key writes; without an input method that is
// what stands on the key.
int Xutf8LookupString(XIC ic, XKeyPressedEvent *event, char *text, int room, KeySym *key, Status *status) {
	REAL(Xutf8LookupString);
	if (ic == given) ic = live;
	if (ic) return real(ic, event, text, room, key, status);
	char latin[8];
	int n = 0, m = XLookupString(event, latin, sizeof latin, key, NULL);
	for (int i = 0; i < m && n + 2 <= room; i++) {
		unsigned char c = (unsigned char)latin[i];
		if (c < 0x80) {
			text[n++] = (char)c;
		} else {
			text[n++] = (char)(0xC0 | c >> 6);
			text[n++] = (char)(0x80 | (c & 0x3F));
		}
	}
	*status = n ? XLookupChars : XLookupNone;
	return n;
}

// Of what has died with its process nothing is left that could be closed; Xlib
// would wait for the answer for ever.
void XDestroyIC(XIC ic) {
	REAL(XDestroyIC);
	if (ic == given) {
		ic = live;
		given = live = NULL;
	}
	if (ic) real(ic);
}

Status XCloseIM(XIM im) {
	REAL(XCloseIM);
	im = server;
	server = NULL;
	return im ? real(im) : 0;
}
