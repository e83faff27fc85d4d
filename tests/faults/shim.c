/*
 * Preloaded before planlint: lets one thing go wrong, for the tests of faults.
 *
 *	FAULT_MALLOC=k    the k-th allocation fails, whoever asks for it
 *	FAULT_READ=k      the k-th read of an input fails (EIO)
 *	FAULT_SHORT=k     the k-th read finds the end of the file, as where it was cut short meanwhile
 *	FAULT_GROWN=k     the k-th read that finds the end of the file finds a byte there, as where it grew meanwhile
 *	FAULT_GONE=k      the k-th file that is opened for reading is gone by then (ENOENT), the k-th folder is shut
 *(EACCES) FAULT_WRITE=k     the k-th write fails (ENOSPC), and all behind it FAULT_LOG=FILE    how many allocations,
 *reads, writes, ends of files and opened files there were, and how many allocations were never freed
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Of the C library, behind the names that we take. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void __libc_free(void *old);

struct counter {
	atomic_long count;
	long fails_at;
};

static struct counter allocations, reads, writes, ends, opened;
static long short_at;
static atomic_long live;

static int fails(struct counter *counter) { return atomic_fetch_add(&counter->count, 1) + 1 == counter->fails_at; }

/* ---- memory ----------------------------------------------------------------------------------------------------- */

static void *counted(void *got)
{
	if (got)
		atomic_fetch_add(&live, 1);
	return got;
}

static void *no_memory(void)
{
	errno = ENOMEM;
	return NULL;
}

void *malloc(size_t size) { return fails(&allocations) ? no_memory() : counted(__libc_malloc(size)); }

void *calloc(size_t count, size_t size)
{
	return fails(&allocations) ? no_memory() : counted(__libc_calloc(count, size));
}

void *realloc(void *old, size_t size)
{
	if (fails(&allocations))
		return no_memory();
	return old ? __libc_realloc(old, size) : counted(__libc_realloc(old, size));
}

void free(void *old)
{
	if (!old)
		return;
	atomic_fetch_sub(&live, 1);
	__libc_free(old);
}

/* ---- files ------------------------------------------------------------------------------------------------------ */

ssize_t read(int fd, void *bytes, size_t size)
{
	static ssize_t (*real)(int, void *, size_t);
	ssize_t got;

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "read");
	if (fails(&reads)) {
		errno = EIO;
		return -1;
	}
	if (short_at && atomic_load(&reads.count) == short_at)
		return 0;
	got = real(fd, bytes, size);
	if (got || !size || !fails(&ends))
		return got;
	*(char *)bytes = '\n';
	return 1;
}

int open(const char *path, int flags, ...)
{
	static int (*real)(const char *, int, ...);
	va_list arguments;
	mode_t mode = 0;

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "open");
	if (flags & O_CREAT) {
		va_start(arguments, flags);
		mode = va_arg(arguments, mode_t);
		va_end(arguments);
	}
	if ((flags & O_ACCMODE) == O_RDONLY && fails(&opened)) {
		errno = ENOENT;
		return -1;
	}
	return real(path, flags, mode);
}

DIR *opendir(const char *path)
{
	static DIR *(*real)(const char *);

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "opendir");
	if (fails(&opened)) {
		errno = EACCES;
		return NULL;
	}
	return real(path);
}

ssize_t write(int fd, const void *bytes, size_t size)
{
	static ssize_t (*real)(int, const void *, size_t);

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "write");
	if (fd != STDERR_FILENO &&
	    (fails(&writes) || (writes.fails_at && atomic_load(&writes.count) > writes.fails_at))) {
		errno = ENOSPC;
		return -1;
	}
	return real(fd, bytes, size);
}

/* ---- begin and end ---------------------------------------------------------------------------------------------- */

static long number(const char *name)
{
	const char *text = getenv(name);

	return text ? atol(text) : 0;
}

__attribute__((constructor)) static void begin(void)
{
	allocations.fails_at = number("FAULT_MALLOC");
	reads.fails_at = number("FAULT_READ");
	writes.fails_at = number("FAULT_WRITE");
	short_at = number("FAULT_SHORT");
	ends.fails_at = number("FAULT_GROWN");
	opened.fails_at = number("FAULT_GONE");
	atomic_store(&allocations.count, 0);
	atomic_store(&live, 0);
}

__attribute__((destructor)) static void end(void)
{
	const char *path = getenv("FAULT_LOG");
	char words[128];
	int length, file = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;

	length = snprintf(words, sizeof words, "%ld %ld %ld %ld %ld %ld\n", atomic_load(&allocations.count),
	                  atomic_load(&reads.count), atomic_load(&writes.count), atomic_load(&ends.count),
	                  atomic_load(&opened.count), atomic_load(&live));
	writes.fails_at = 0;
	if (file >= 0 && length > 0 && write(file, words, (size_t)length) < 0)
		_exit(99);
}
