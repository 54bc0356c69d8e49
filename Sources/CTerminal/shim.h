#include <wchar.h>

/* glibc declares wcwidth only for _XOPEN_SOURCE, which Swift's Glibc module is built without. */
extern int wcwidth(wchar_t character);
