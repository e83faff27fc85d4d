/* Holds output back, in memory first and then in a temporary file. */
#include "report/spool.h"

#include <errno.h>
#include <unistd.h>

enum { IN_MEMORY = 1 << 20, PIECE = 1 << 16 };

void pl_spool_open(struct pl_spool *spool) { *spool = (struct pl_spool){.out = {.fd = -1}}; }

void pl_spool_settle(struct pl_spool *spool)
{
	if (spool->file || spool->stays || spool->out.buf.len < IN_MEMORY)
		return;
	spool->file = tmpfile();
	if (!spool->file) {
		spool->stays = true;
		return;
	}
	spool->out.fd = fileno(spool->file);
	pl_out_flush(&spool->out);
}

size_t pl_spool_size(const struct pl_spool *spool)
{
	off_t written = spool->file ? lseek(spool->out.fd, 0, SEEK_CUR) : 0;

	return (written > 0 ? (size_t)written : 0) + spool->out.buf.len;
}

static void copy_file(struct pl_spool *spool, struct pl_out *out)
{
	char piece[PIECE];
	ssize_t got = 1;

	pl_out_flush(&spool->out);
	if (lseek(spool->out.fd, 0, SEEK_SET) < 0)
		got = -1;
	while (got > 0) {
		got = read(spool->out.fd, piece, sizeof piece);
		if (got > 0)
			pl_out_add(out, (struct pl_str){piece, (size_t)got});
		else if (got < 0 && errno == EINTR)
			got = 1;
	}
	if (got < 0 && !spool->out.error)
		spool->out.error = errno;
}

void pl_spool_copy(struct pl_spool *spool, struct pl_out *out)
{
	if (spool->file)
		copy_file(spool, out);
	else
		pl_out_add(out, (struct pl_str){spool->out.buf.ptr, spool->out.buf.len});
	if (spool->out.buf.failed && !spool->out.error)
		spool->out.error = ENOMEM;
	if (spool->out.error && !out->error)
		out->error = spool->out.error;
}

void pl_spool_close(struct pl_spool *spool)
{
	if (spool->file)
		fclose(spool->file);
	pl_buf_free(&spool->out.buf);
	pl_spool_open(spool);
}
