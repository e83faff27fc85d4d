/* A growing byte buffer of its own (not in an arena), for reports and files on their way in or out. */
#ifndef PL_BASE_BUF_H
#define PL_BASE_BUF_H

#include "base/arena.h"

#include <stdarg.h>
#include <string.h>

/* Once an allocation fails `failed` stays set, further calls do nothing, and the owner answers PL_NO_MEMORY. */
struct pl_buf {
	char *ptr;        /* malloc; NUL-terminated once anything was added */
	size_t len, room; /* len <= room */
	bool failed;
};

void pl_buf_free(struct pl_buf *buf);
void pl_buf_clear(struct pl_buf *buf);               /* keeps the room */
char *pl_buf_widen(struct pl_buf *buf, size_t more); /* pl_buf_reserve where there is no room yet */

/* Room for `more` bytes and a NUL at ptr + len; NULL where it failed. */
static inline char *pl_buf_reserve(struct pl_buf *buf, size_t more)
{
	return more < buf->room - buf->len ? buf->ptr + buf->len : pl_buf_widen(buf, more);
}

static inline void pl_buf_add(struct pl_buf *buf, struct pl_str text)
{
	char *at = pl_buf_reserve(buf, text.len);

	if (!at)
		return;
	if (text.len)
		memcpy(at, text.ptr, text.len);
	at[text.len] = '\0';
	buf->len += text.len;
}

static inline void pl_buf_puts(struct pl_buf *buf, const char *text)
{
	pl_buf_add(buf, (struct pl_str){text, strlen(text)});
}

static inline void pl_buf_putc(struct pl_buf *buf, char c) { pl_buf_add(buf, (struct pl_str){&c, 1}); }

void pl_buf_fill(struct pl_buf *buf, char c, size_t count);
void pl_buf_number(struct pl_buf *buf, uint64_t number, unsigned width); /* blanks before it up to `width` */
/* What the buffer holds goes to the arena, NUL-terminated, and the buffer is empty, also where memory runs out. */
char *pl_buf_take(struct pl_buf *buf, struct pl_arena *arena);

/* Reads on to the end of a file, or until more than `most` bytes are there. 0, or an errno. */
int pl_buf_read(struct pl_buf *buf, int fd, uint64_t most) PL_MUST_USE;
int pl_buf_read_file(struct pl_buf *buf, const char *path) PL_MUST_USE;

void pl_buf_print(struct pl_buf *buf, const char *format, ...) PL_PRINTF(2, 3);
void pl_buf_vprint(struct pl_buf *buf, const char *format, va_list arguments) PL_PRINTF(2, 0);

#endif
