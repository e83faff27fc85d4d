/* A growing byte buffer. */
#include "base/buf.h"

#include "base/format.h"

#include <stdlib.h>
#include <string.h>

void pl_buf_free(struct pl_buf *buf)
{
	free(buf->ptr);
	*buf = (struct pl_buf){0};
}

void pl_buf_clear(struct pl_buf *buf) { buf->len = 0; }

char *pl_buf_reserve(struct pl_buf *buf, size_t more)
{
	size_t room = buf->room ? buf->room : 256;
	char *wider;

	if (buf->failed || more >= SIZE_MAX / 2 - buf->len)
		buf->failed = true;
	if (buf->failed)
		return NULL;
	if (buf->len + more < buf->room)
		return buf->ptr + buf->len;
	while (room <= buf->len + more)
		room *= 2;
	wider = realloc(buf->ptr, room);
	if (!wider) {
		buf->failed = true;
		return NULL;
	}
	buf->ptr = wider;
	buf->room = room;
	return buf->ptr + buf->len;
}

void pl_buf_add(struct pl_buf *buf, struct pl_str text)
{
	char *at = pl_buf_reserve(buf, text.len);

	if (!at)
		return;
	if (text.len)
		memcpy(at, text.ptr, text.len);
	at[text.len] = '\0';
	buf->len += text.len;
}

void pl_buf_puts(struct pl_buf *buf, const char *text) { pl_buf_add(buf, (struct pl_str){text, strlen(text)}); }

void pl_buf_putc(struct pl_buf *buf, char c) { pl_buf_add(buf, (struct pl_str){&c, 1}); }

void pl_buf_vprint(struct pl_buf *buf, const char *format, va_list arguments)
{
	enum { LIKELY = 128 }; /* what most prints stay below, so that they are made once */
	char *at = pl_buf_reserve(buf, LIKELY);
	va_list again;
	size_t length;

	if (!at)
		return;
	va_copy(again, arguments);
	length = pl_format(at, LIKELY, format, again);
	va_end(again);
	if (length >= LIKELY && (at = pl_buf_reserve(buf, length)))
		(void)pl_format(at, length + 1, format, arguments);
	if (at)
		buf->len += length;
}

void pl_buf_print(struct pl_buf *buf, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	pl_buf_vprint(buf, format, arguments);
	va_end(arguments);
}
