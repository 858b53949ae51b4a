/// Part of the program in sanitizer builds: keeps every library loaded until the end.
#include <dlfcn.h>

/// Takes the place of the C library's. LeakSanitizer looks for leaks when all is over; what a
/// graphics driver leaked has a name, and can be told from ours (leaks_of_others.txt), only if it
/// is still there.
extern "C" int dlclose(void* /*library*/) {
    return 0;
}
