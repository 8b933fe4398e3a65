/*
 * Lets a program that is linked on a new Linux start on an old one.
 *
 * Since 2.32 and 2.34 the C library defines threads, dlopen and the start of a
 * program anew under a new version, though nothing about them has changed for
 * us; a linker takes the newest version it sees. Here each of them is a hidden
 * function of the program that goes on to the first version there ever was,
 * which every later C library still has. Before 2.34 these functions lay in
 * libpthread.so.0 and libdl.so.2, so the program must name both.
 *
 * glibc.sh says what the program asks for in the end, and build.sh how this is
 * linked in.
 */
#if defined(__x86_64__)
#define FIRST "GLIBC_2.2.5"
#define GO_ON(old) "jmp *" old "@GOTPCREL(%rip)\n"
#elif defined(__aarch64__)
#define FIRST "GLIBC_2.17"
#define GO_ON(old) "adrp x16, :got:" old "\nldr x16, [x16, #:got_lo12:" old "]\nbr x16\n"
#else
#error "oldglibc.c: this processor is not known"
#endif

#define SINCE_EVER(name)                                  \
	__asm__(".symver first_" #name ", " #name "@" FIRST "\n" \
		".text\n.p2align 4\n"                             \
		".globl " #name "\n.hidden " #name "\n"           \
		".type " #name ", %function\n" #name ":\n"        \
		GO_ON("first_" #name)                             \
		".size " #name ", . - " #name "\n");

SINCE_EVER(dlclose)
SINCE_EVER(dlopen)
SINCE_EVER(dlsym)
SINCE_EVER(pthread_attr_getstack)
SINCE_EVER(pthread_attr_getstacksize)
SINCE_EVER(pthread_create)
SINCE_EVER(pthread_getattr_np)
SINCE_EVER(pthread_getspecific)
SINCE_EVER(pthread_key_create)
SINCE_EVER(pthread_key_delete)
SINCE_EVER(pthread_setspecific)
SINCE_EVER(pthread_sigmask)

/*
 * The start of a program. Before 2.34 it was the program that called its own
 * constructors, in a function it handed over; a program linked later hands over
 * none, because a new C library finds them itself. The version of old expects
 * to be handed one, also on a new system.
 */
typedef int mainly(int, char **, char **);
typedef void initial(int, char **, char **);

extern int first_start(mainly *, int, char **, void (*)(void), void (*)(void), void (*)(void), void *);
__asm__(".symver first_start, __libc_start_main@" FIRST);

extern initial *__init_array_start[] __attribute__((visibility("hidden")));
extern initial *__init_array_end[] __attribute__((visibility("hidden")));

static void constructors(int argc, char **argv, char **env)
{
	for (initial **f = __init_array_start; f < __init_array_end; f++)
		(*f)(argc, argv, env);
}

__attribute__((visibility("hidden"))) int
__libc_start_main(mainly *m, int argc, char **argv, void (*init)(void), void (*fini)(void), void (*loader)(void), void *end)
{
	(void)init;
	return first_start(m, argc, argv, (void (*)(void))constructors, fini, loader, end);
}
