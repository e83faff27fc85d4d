/* A growing byte buffer of its own (not in an arena), for reports and files on their way in or out. */
#ifndef PL_BASE_BUF_H
#define PL_BASE_BUF_H

#include <planlint/diag.h>

#include <stdarg.h>

/* Once an allocation fails `failed` stays set, further calls do nothing, and the owner answers PL_NO_MEMORY. */
struct pl_buf {
	char *ptr; /* malloc; NUL-terminated once anything was added */
	size_t len, room;
	bool failed;
};

void pl_buf_free(struct pl_buf *buf);
void pl_buf_clear(struct pl_buf *buf);                 /* keeps the room */
char *pl_buf_reserve(struct pl_buf *buf, size_t more); /* room for `more` bytes at ptr + len; NULL where it failed */
void pl_buf_add(struct pl_buf *buf, struct pl_str text);
void pl_buf_puts(struct pl_buf *buf, const char *text);
void pl_buf_putc(struct pl_buf *buf, char c);
void pl_buf_print(struct pl_buf *buf, const char *format, ...) PL_PRINTF(2, 3);
void pl_buf_vprint(struct pl_buf *buf, const char *format, va_list arguments) PL_PRINTF(2, 0);

#endif
