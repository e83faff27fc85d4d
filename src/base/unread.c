/* Puts the system's errors in words that go with the name of a file. */
#include "base/unread.h"

#include <errno.h>
#include <string.h>

const char *pl_unread_reason(struct pl_arena *arena, int error)
{
	switch (error) {
	case ENOENT:
	case ENOTDIR:
		return "there is no such file";
	case EACCES:
	case EPERM:
		return "you have no permission to read it";
	case ELOOP:
		return "it is a link that leads back to itself";
	default:
		return pl_arena_print(arena, "it could not be read: %s", strerror(error));
	}
}
