/* A folder for a fuzzer of its own, for stages that read files by name. */
#ifndef PL_TESTS_FUZZ_SCRATCH_H
#define PL_TESTS_FUZZ_SCRATCH_H

#include "fuzz.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Of this process; made with the first call, and left behind empty but for the last input when it dies. */
static inline const char *scratch_folder(void)
{
	static char folder[64];
	const char *root = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";

	if (!*folder) {
		snprintf(folder, sizeof folder, "%s/planlint-fuzz-XXXXXX", root);
		if (!mkdtemp(folder))
			fuzz_guard_tripped();
	}
	return folder;
}

static inline const char *scratch_put(char path[128], const char *name, struct pl_str bytes)
{
	int file;

	snprintf(path, 128, "%s/%s", scratch_folder(), name);
	file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	FUZZ_HOLDS(file >= 0);
	FUZZ_HOLDS(!bytes.len || write(file, bytes.ptr, bytes.len) == (ssize_t)bytes.len);
	close(file);
	return path;
}

#endif
