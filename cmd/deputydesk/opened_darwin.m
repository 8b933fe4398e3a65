//go:build cgo

// The toolkit's delegate of the application (GLFW 3.3, GLFWApplicationDelegate)
// does not answer when the Finder opens a file; here it learns to. It is called
// on the main thread, which is the UI's.

#import <Cocoa/Cocoa.h>
#import <objc/runtime.h>

extern void openedTake(char *path);

static void openFiles(id self, SEL cmd, NSApplication *app, NSArray *names)
{
	for (NSString *name in names)
		openedTake((char *)[name fileSystemRepresentation]);
	[app replyToOpenOrPrint:NSApplicationDelegateReplySuccess];
}

void openedAttach(void)
{
	Class delegate = objc_getClass("GLFWApplicationDelegate");
	if (delegate)
		class_addMethod(delegate, @selector(application:openFiles:), (IMP)openFiles, "v@:@@");
}
