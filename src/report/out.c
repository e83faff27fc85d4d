/* Reports on their way to a file: buffered, checked to the last byte, renamed into place. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "report/out.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void fail(struct pl_out *out, int error)
{
	if (!out->error)
		out->error = error;
}

/* `folder/.name.planlint-PID` for `folder/name`: the same file system, so that rename cannot fail half-way. */
static char *temporary_name(const char *target)
{
	const char *slash = strrchr(target, '/');
	size_t folder = slash ? (size_t)(slash + 1 - target) : 0;
	struct pl_buf name = {0};

	pl_buf_add(&name, (struct pl_str){target, folder});
	pl_buf_print(&name, ".%s.planlint-%ld", target + folder, (long)getpid());
	if (name.failed)
		pl_buf_free(&name);
	return name.ptr;
}

static void open_beside(struct pl_out *out, const struct stat *old)
{
	/* A link keeps pointing at its file, and the file keeps its permissions. */
	out->target = old ? realpath(out->path, NULL) : strdup(out->path);
	out->temporary = out->target ? temporary_name(out->target) : NULL;
	if (!out->temporary) {
		fail(out, ENOMEM);
		return;
	}
	if (old && access(out->target, W_OK) != 0) {
		fail(out, errno);
		return;
	}
	unlink(out->temporary); /* of a run that was killed and had the same number */
	out->fd = open(out->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (out->fd < 0 || (old && fchmod(out->fd, old->st_mode & 0777) != 0))
		fail(out, errno);
}

enum pl_status pl_out_open(struct pl_out *out, const char *path)
{
	struct stat old;
	bool there;

	*out = (struct pl_out){.fd = -1};
	if (!path || strcmp(path, "-") == 0) {
		out->fd = STDOUT_FILENO;
		return PL_OK;
	}
	out->path = path;
	there = stat(path, &old) == 0;
	if (!there && errno != ENOENT) {
		fail(out, errno);
	} else if (there && !S_ISREG(old.st_mode)) {
		out->fd = open(path, O_WRONLY | O_CLOEXEC);
		if (out->fd < 0)
			fail(out, errno);
	} else {
		open_beside(out, there ? &old : NULL);
	}
	return out->error ? PL_WRITE_ERROR : PL_OK;
}

enum { LINE_START, ONE_COLON, INSIDE, ONE_HASH, TWO_HASHES };

/* Where a line stands behind one more byte. White space of any kind, and so all that is not ASCII, may stand before a
 * command. */
static unsigned char behind(unsigned char at, unsigned char byte)
{
	if (byte == '\n' || byte == '\r')
		return LINE_START;
	if (at == LINE_START && (byte <= ' ' || byte > '~'))
		return LINE_START;
	if (byte == '#')
		return at == ONE_HASH || at == TWO_HASHES ? TWO_HASHES : ONE_HASH;
	return at == LINE_START && byte == ':' ? ONE_COLON : INSIDE;
}

/* Another byte in place of that which makes a command, so that columns stay as they are. */
static void defuse(struct pl_out *out)
{
	for (size_t i = 0; i < out->buf.len; i++) {
		char *byte = &out->buf.ptr[i];

		if (out->at == ONE_COLON && *byte == ':')
			*byte = ';';
		if (out->at == TWO_HASHES && *byte == '[')
			*byte = '(';
		out->at = behind(out->at, (unsigned char)*byte);
	}
}

void pl_out_flush(struct pl_out *out)
{
	size_t done = 0;

	if (out->buf.failed)
		fail(out, ENOMEM);
	if (out->has_commands)
		defuse(out);
	while (out->fd >= 0 && !out->error && done < out->buf.len) {
		ssize_t written = write(out->fd, out->buf.ptr + done, out->buf.len - done);

		if (written >= 0)
			done += (size_t)written;
		else if (errno != EINTR)
			fail(out, errno);
	}
	if (out->fd >= 0)
		pl_buf_clear(&out->buf);
}

static void flush_full(struct pl_out *out)
{
	if (out->buf.len >= PL_OUT_FULL)
		pl_out_flush(out);
}

void pl_out_fill(struct pl_out *out, char c, size_t count)
{
	pl_buf_fill(&out->buf, c, count);
	flush_full(out);
}

void pl_out_number(struct pl_out *out, uint64_t number, unsigned width)
{
	pl_buf_number(&out->buf, number, width);
	flush_full(out);
}

void pl_out_join(struct pl_out *out, struct pl_buf *part)
{
	pl_buf_add(&out->buf, (struct pl_str){part->ptr, part->len});
	out->buf.failed |= part->failed;
	pl_buf_free(part);
	flush_full(out);
}

void pl_out_print(struct pl_out *out, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	pl_buf_vprint(&out->buf, format, arguments);
	va_end(arguments);
	flush_full(out);
}

enum pl_status pl_out_close(struct pl_out *out, bool keep)
{
	char *target, *temporary;

	pl_out_flush(out);
	/* close tells of errors that write did not (network file systems); standard output is left to the program */
	if (out->path && out->fd >= 0 && close(out->fd) != 0)
		fail(out, errno);
	if (out->temporary) {
		if (out->error || !keep)
			unlink(out->temporary);
		else if (rename(out->temporary, out->target) != 0) {
			fail(out, errno);
			unlink(out->temporary);
		}
	}
	target = out->target;
	temporary = out->temporary;
	out->temporary = out->target = NULL; /* before they are freed: a signal may look at them */
	free(temporary);
	free(target);
	pl_buf_free(&out->buf);
	out->fd = -1;
	return out->error ? PL_WRITE_ERROR : PL_OK;
}
