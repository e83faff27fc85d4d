/*
 * Where a report goes: standard output, or a file that appears under its name only once it is whole.
 *
 * A regular file is written beside its place under a temporary name and renamed by pl_out_close, so a failed run leaves
 * the old file. What is no regular file (a device, a pipe) is written as it is.
 */
#ifndef PL_REPORT_OUT_H
#define PL_REPORT_OUT_H

#include "base/buf.h"

struct pl_out {
	struct pl_buf buf; /* not yet written */
	const char *path;  /* as named; NULL for standard output; borrowed */
	char *target;      /* what the temporary file becomes; malloc; NULL where written in place */
	char *temporary;   /* malloc; NULL likewise */
	bool has_commands; /* who shows it takes "::" at the beginning of a line, and "##[", for commands */
	unsigned char at;  /* of what was written with has_commands: where its line stands */
	bool has_colours;  /* what was written last may leave a terminal coloured; set by the owner */
	int fd;            /* below 0: keeps everything in `buf` (tests, other programs' memory) */
	int error;         /* errno of the first failure; 0 while all is well */
};

/* NULL or "-" is standard output. PL_WRITE_ERROR leaves `error`. */
enum pl_status pl_out_open(struct pl_out *out, const char *path) PL_MUST_USE;

/* Writes what is there (where `fd` is not below 0); failures stay in `error`. */
void pl_out_flush(struct pl_out *out);

enum { PL_OUT_FULL = 1 << 16 };

/* Inline, as reports are made of short pieces: those that are constant become plain stores. */
static inline void pl_out_add(struct pl_out *out, struct pl_str text)
{
	pl_buf_add(&out->buf, text);
	if (out->buf.len >= PL_OUT_FULL)
		pl_out_flush(out);
}

static inline void pl_out_puts(struct pl_out *out, const char *text)
{
	pl_out_add(out, (struct pl_str){text, strlen(text)});
}

void pl_out_fill(struct pl_out *out, char c, size_t count);
void pl_out_number(struct pl_out *out, uint64_t number, unsigned width); /* blanks before it up to `width` */
void pl_out_print(struct pl_out *out, const char *format, ...) PL_PRINTF(2, 3);

/* What was put together apart goes to its end; that memory ran out there as well. Frees the part. */
void pl_out_join(struct pl_out *out, struct pl_buf *part);

/* Ends the report. With `keep` the file takes its name; without, or after a failure, the temporary file goes and the
 * old one stays. PL_WRITE_ERROR leaves `error`. */
enum pl_status pl_out_close(struct pl_out *out, bool keep) PL_MUST_USE;

#endif
