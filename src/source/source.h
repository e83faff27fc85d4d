/*
 * One input: its bytes as UTF-8, and where lines begin.
 *
 * Offsets everywhere in planlint are bytes of `text`. UTF-16 with a byte order mark is turned into UTF-8 on reading,
 * and pl_source_locate answers with the offset in the file as it lies on disk. A byte that is not UTF-8, and a
 * character that YAML forbids (NUL and other controls), is replaced by a harmless one of the same length, so that
 * offsets hold, and the rest of the file is still checked; `bad` says where they stand.
 *
 * A source is used by one thread at a time.
 */
#ifndef PL_SOURCE_SOURCE_H
#define PL_SOURCE_SOURCE_H

#include "base/vec.h"

enum pl_encoding { PL_UTF8, PL_UTF16LE, PL_UTF16BE };

struct pl_bad_bytes {
	struct pl_span span;
	uint32_t code;     /* the byte, or the forbidden character */
	bool is_character; /* a character YAML forbids, rather than a byte that is no UTF-8 */
};

struct pl_source {
	const char *path;               /* as named; arena */
	struct pl_str text;             /* arena or the embedder's buffer; a byte order mark is part of it */
	uint32_t mark;                  /* bytes of the byte order mark at the start of text: 0 or 3 */
	enum pl_encoding encoding;      /* of the file on disk */
	const struct pl_bad_bytes *bad; /* the first of each run of them; arena */
	size_t bad_count;               /* runs in all; at most PL_BAD_KEPT of them are in `bad` */
	size_t size;                    /* bytes on disk */
	bool too_large;                 /* over the limit: the text is empty */
	bool ascii;                     /* every byte of text is: offsets are columns */
	bool even;                      /* no tab in it, and every line end is an LF; false where nobody looked */
	struct pl_source_index *index;  /* lines and columns, built on first use; never NULL */
	struct pl_arena *arena;
};

enum { PL_BAD_KEPT = 20 };

/* Reads a file ("-" is not special here). PL_UNREADABLE with `*message` (arena) for what cannot be opened or read: not
 * there, no permission, a folder, a device, a FIFO, grown or shrunk while read; the message does not name the path. A
 * file over `limit` bytes (and over 1 GiB, whatever the limit) is PL_OK with `*too_large` set and an empty text. */
enum pl_status pl_source_read(struct pl_source *source, struct pl_arena *arena, const char *path, uint64_t limit,
                              bool *too_large, const char **message) PL_MUST_USE;

/* The same for bytes that are there already; they are borrowed unless they must be changed. */
void pl_source_open(struct pl_source *source, struct pl_arena *arena, const char *name, struct pl_str bytes,
                    uint64_t limit, bool *too_large);

/* Offsets beyond the end count as the end. CR, LF and CR LF end a line. */
struct pl_position pl_source_locate(const struct pl_source *source, uint32_t offset);
struct pl_range pl_source_range(const struct pl_source *source, struct pl_span span);

/* Offset of the first byte of the 1-based line (of line 1: behind a byte order mark); the end of the text beyond the
 * last one. */
uint32_t pl_source_line_begin(const struct pl_source *source, uint32_t line);
uint32_t pl_source_line_count(const struct pl_source *source);

/* The line without its ending (and without a byte order mark). */
struct pl_str pl_source_line(const struct pl_source *source, uint32_t line);

struct pl_str pl_source_excerpt(const struct pl_source *source, struct pl_span span);

#endif
