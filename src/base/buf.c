/* A growing byte buffer. */
#include "base/buf.h"

#include "base/format.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

void pl_buf_free(struct pl_buf *buf)
{
	free(buf->ptr);
	*buf = (struct pl_buf){0};
}

void pl_buf_clear(struct pl_buf *buf) { buf->len = 0; }

char *pl_buf_widen(struct pl_buf *buf, size_t more)
{
	size_t room = buf->room ? buf->room : 256;
	char *wider;

	if (buf->failed || more >= SIZE_MAX / 2 - buf->len)
		buf->failed = true;
	if (buf->failed)
		return NULL;
	while (room <= buf->len + more)
		room *= 2;
	wider = realloc(buf->ptr, room);
	if (!wider) {
		buf->failed = true;
		buf->room = buf->len; /* so that nothing is added from here on */
		return NULL;
	}
	buf->ptr = wider;
	buf->room = room;
	return buf->ptr + buf->len;
}

void pl_buf_fill(struct pl_buf *buf, char c, size_t count)
{
	char *at = pl_buf_reserve(buf, count);

	if (!at)
		return;
	memset(at, c, count);
	at[count] = '\0';
	buf->len += count;
}

char *pl_buf_take(struct pl_buf *buf, struct pl_arena *arena)
{
	struct pl_arena_guard guard, *const outer = arena->guard;
	char *volatile copy = NULL;

	arena->guard = &guard; /* cppcheck-suppress autoVariables ; the outer one is put back below */
	if (!setjmp(guard.jump) && !buf->failed)
		copy = pl_arena_copy(arena, (struct pl_str){buf->ptr, buf->len});
	arena->guard = outer;
	pl_buf_free(buf);
	if (!copy)
		pl_arena_exhausted(arena);
	return copy;
}

void pl_buf_number(struct pl_buf *buf, uint64_t number, unsigned width)
{
	char digits[20], *at = digits + sizeof digits;
	size_t length;

	do
		*--at = (char)('0' + number % 10);
	while (number /= 10);
	length = (size_t)(digits + sizeof digits - at);
	if (length < width)
		pl_buf_fill(buf, ' ', width - length);
	pl_buf_add(buf, (struct pl_str){at, length});
}

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

int pl_buf_read(struct pl_buf *buf, int fd, uint64_t most)
{
	enum { PIECE = 1 << 16 };
	ssize_t got = 1;

	while (got && buf->len <= most) {
		char *room = pl_buf_reserve(buf, PIECE);

		if (!room)
			return ENOMEM;
		got = read(fd, room, PIECE);
		if (got < 0 && errno != EINTR)
			return errno;
		buf->len += got > 0 ? (size_t)got : 0;
		buf->ptr[buf->len] = '\0';
	}
	return 0;
}

int pl_buf_read_file(struct pl_buf *buf, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), error;

	if (fd < 0)
		return errno;
	error = pl_buf_read(buf, fd, SIZE_MAX);
	close(fd);
	return error;
}
