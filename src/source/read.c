/* Reads an input: regular files only, and only what was there when reading began. */
#include "base/str.h"
#include "base/unread.h"
#include "source/decode.h"
#include "source/lines.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static const uint64_t largest = (uint64_t)1 << 30; /* offsets are 32 bits, and UTF-16 may grow by half */

static void open_bytes(struct pl_source *source, struct pl_arena *arena, const char *name, char *bytes, size_t size,
                       bool owned)
{
	*source = (struct pl_source){.path = pl_arena_copy(arena, pl_str_of(name)),
	                             .size = size,
	                             .index = pl_source_index_make(arena),
	                             .arena = arena};
	pl_decode(source, bytes, size, owned);
}

void pl_source_open(struct pl_source *source, struct pl_arena *arena, const char *name, struct pl_str bytes,
                    uint64_t limit, bool *too_large)
{
	bool large = bytes.len > limit || bytes.len > largest;
	/* Not owned: decoding copies before it writes. */
	open_bytes(source, arena, name, (char *)(uintptr_t)bytes.ptr, large ? 0 : bytes.len, false);
	source->size = bytes.len;
	source->too_large = *too_large = large;
}

static const char *describe_kind(mode_t mode)
{
	if (S_ISREG(mode))
		return NULL;
	if (S_ISDIR(mode))
		return "it is a folder, not a file";
	if (S_ISFIFO(mode) || S_ISSOCK(mode))
		return "it is a pipe, not a file; give - to read from a pipe";
	return "it is a device, not a file";
}

/* Reads exactly `size` bytes; NULL, or what went wrong. */
static const char *read_all(struct pl_arena *arena, int file, char *bytes, size_t size)
{
	size_t done = 0;
	ssize_t got;

	do { /* one byte more than there should be, to see a file that grows */
		char more;

		got = done < size ? read(file, bytes + done, size - done) : read(file, &more, 1);
		if (got < 0 && errno != EINTR)
			return pl_unread_reason(arena, errno);
		if (got > 0)
			done += (size_t)got;
	} while (got != 0 && done <= size);
	return done == size ? NULL : "it changed while it was read";
}

/* Opened without waiting, in case the file has just become a pipe. The memory is there already: nothing between open
 * and close may leave by the arena's way out. */
static const char *read_file(struct pl_arena *arena, const char *path, char *bytes, size_t size)
{
	int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY), error;
	struct stat now;
	const char *message;

	if (file < 0)
		return pl_unread_reason(arena, errno);
	error = fstat(file, &now) ? errno : 0;
	message = error ? "it could not be read" : describe_kind(now.st_mode);
	if (!message)
		message = read_all(arena, file, bytes, size);
	close(file);
	return message;
}

enum pl_status pl_source_read(struct pl_source *source, struct pl_arena *arena, const char *path, uint64_t limit,
                              bool *too_large, const char **message)
{
	struct stat there;
	size_t size;
	char *bytes;

	*too_large = false;
	*message = stat(path, &there) ? pl_unread_reason(arena, errno) : describe_kind(there.st_mode);
	if (*message)
		return PL_UNREADABLE;
	*too_large = (uint64_t)there.st_size > limit || (uint64_t)there.st_size > largest;
	size = *too_large ? 0 : (size_t)there.st_size;
	bytes = pl_arena_bytes(arena, size);
	*message = *too_large ? NULL : read_file(arena, path, bytes, size);
	if (*message)
		return PL_UNREADABLE;
	open_bytes(source, arena, path, bytes, size, true);
	source->size = (size_t)there.st_size;
	source->too_large = *too_large;
	return PL_OK;
}
