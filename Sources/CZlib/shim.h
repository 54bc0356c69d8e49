/* What is compressed is only read. */
#define ZLIB_CONST
#include <zlib.h>
