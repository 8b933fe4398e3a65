//go:build cgo

// The toolkit's view (GLFW 3.3, GLFWContentView) reports a key before the input
// method sees it, keeps what is being composed to itself, and answers the
// question where the caret is with the lower left of the screen. Five of its
// methods are wrapped here; all of them are called on the main thread, which is
// the UI's.

#import <Cocoa/Cocoa.h>
#import <objc/runtime.h>

extern int imeCaret(int *x, int *y, int *height);
extern void imeCompose(char *text);

static IMP keyDown, insertText, setMarkedText, unmarkText, firstRect;

// While something is composed, a key is for the input method alone.
static void ownKeyDown(id view, SEL name, NSEvent *event) {
	if ([view hasMarkedText])
		[view interpretKeyEvents:[NSArray arrayWithObject:event]];
	else
		((void (*)(id, SEL, NSEvent *))keyDown)(view, name, event);
}

// The toolkit leaves the composition marked after it was handed over.
static void ownInsertText(id view, SEL name, id string, NSRange instead) {
	((void (*)(id, SEL, id, NSRange))insertText)(view, name, string, instead);
	[view unmarkText];
}

static void ownSetMarkedText(id view, SEL name, id string, NSRange selected, NSRange instead) {
	((void (*)(id, SEL, id, NSRange, NSRange))setMarkedText)(view, name, string, selected, instead);
	NSString *letters = [string isKindOfClass:[NSAttributedString class]] ? [string string] : string;
	imeCompose((char *)[letters UTF8String]);
}

static void ownUnmarkText(id view, SEL name) {
	((void (*)(id, SEL))unmarkText)(view, name);
	imeCompose("");
}

// The rectangle is asked for in points of the screen, which count upwards.
static NSRect ownFirstRect(id view, SEL name, NSRange range, NSRangePointer actual) {
	int x, y, height;
	if (!imeCaret(&x, &y, &height))
		return ((NSRect (*)(id, SEL, NSRange, NSRangePointer))firstRect)(view, name, range, actual);
	if (actual) *actual = range;
	NSRect bounds = [view bounds];
	NSRect caret = NSMakeRect(x, bounds.size.height - y - height, 1, height);
	return [[view window] convertRectToScreen:[view convertRect:caret toView:nil]];
}

static IMP wrap(Class class, SEL name, IMP own) {
	Method method = class_getInstanceMethod(class, name);
	return method ? method_setImplementation(method, own) : NULL;
}

// imeAttach wraps the methods once. A toolkit that has another view is left as
// it is.
void imeAttach(void) {
	Class class = objc_getClass("GLFWContentView");
	if (!class || keyDown) return;
	keyDown = wrap(class, @selector(keyDown:), (IMP)ownKeyDown);
	insertText = wrap(class, @selector(insertText:replacementRange:), (IMP)ownInsertText);
	setMarkedText = wrap(class, @selector(setMarkedText:selectedRange:replacementRange:), (IMP)ownSetMarkedText);
	unmarkText = wrap(class, @selector(unmarkText), (IMP)ownUnmarkText);
	firstRect = wrap(class, @selector(firstRectForCharacterRange:actualRange:), (IMP)ownFirstRect);
}
