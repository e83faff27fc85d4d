/* printf for messages and reports: what they use of it, several times as fast. */
#ifndef PL_BASE_FORMAT_H
#define PL_BASE_FORMAT_H

#include <planlint/diag.h>

#include <stdarg.h>

/* As vsnprintf: at most `room` bytes with the NUL, answers the length of all of it. */
size_t pl_format(char *out, size_t room, const char *format, va_list arguments) PL_PRINTF(3, 0);

#endif
