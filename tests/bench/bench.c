/*
 * What checking costs, in one table: bench PROGRAM PLANS TENTH MILESTONES HUGE-PLAN.
 *
 * PLANS is a folder of plans of so many MILESTONES, TENTH one with a tenth of them, HUGE-PLAN one plan of megabytes.
 * Everything is measured beside libyaml's bare event loop over the same files, in turn, and the median of several
 * rounds is shown: the speed of a machine drifts, the ratio hardly. `bench events THREADS FOLDER` is that loop.
 */
#define _DEFAULT_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>
#include <yaml.h>

enum { ROUNDS = 5, STARTS = 41, MOST_THREADS = 64 };

static void fail(const char *what)
{
	fprintf(stderr, "%s: %s\n", what, strerror(errno));
	exit(1);
}

/* ---- files ------------------------------------------------------------------------------------------------------- */

struct files {
	char **paths;
	size_t count;
	double bytes;
};

static struct files files_of(const char *folder)
{
	struct files files = {0};
	DIR *dir = opendir(folder);
	struct dirent *entry;

	if (!dir)
		fail(folder);
	while ((entry = readdir(dir))) {
		char path[4096];
		struct stat info;

		if (entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		files.paths = realloc(files.paths, (files.count + 1) * sizeof *files.paths);
		files.paths[files.count++] = strdup(path);
		if (stat(path, &info) != 0)
			fail(path);
		files.bytes += (double)info.st_size;
	}
	closedir(dir);
	return files;
}

/* ---- libyaml's events ---------------------------------------------------------------------------------------------
 */

struct buffer {
	unsigned char *bytes;
	size_t room, size;
};

static void read_file(struct buffer *buffer, const char *path)
{
	int file = open(path, O_RDONLY);
	struct stat info;

	if (file < 0 || fstat(file, &info) != 0)
		fail(path);
	buffer->size = (size_t)info.st_size;
	if (buffer->size > buffer->room) {
		buffer->room = 2 * buffer->size;
		buffer->bytes = realloc(buffer->bytes, buffer->room);
	}
	if (read(file, buffer->bytes, buffer->size) != (ssize_t)buffer->size)
		fail(path);
	close(file);
}

static void run_events(const struct buffer *buffer)
{
	yaml_parser_t parser;
	yaml_event_t event;
	bool done = false;

	yaml_parser_initialize(&parser);
	yaml_parser_set_input_string(&parser, buffer->bytes, buffer->size);
	while (!done) {
		if (!yaml_parser_parse(&parser, &event))
			fail("libyaml");
		done = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
}

static struct files shared;
static atomic_size_t next_file;

static int take_files(void *nothing)
{
	struct buffer buffer = {0};

	(void)nothing;
	for (size_t i; (i = atomic_fetch_add(&next_file, 1)) < shared.count;) {
		read_file(&buffer, shared.paths[i]);
		run_events(&buffer);
	}
	free(buffer.bytes);
	return 0;
}

static int events(const char *count, const char *folder)
{
	unsigned threads = (unsigned)strtoul(count, NULL, 10);
	thrd_t others[MOST_THREADS];

	shared = files_of(folder);
	for (unsigned i = 1; i < threads && i < MOST_THREADS; i++)
		if (thrd_create(&others[i], take_files, NULL) != thrd_success)
			fail("threads");
	take_files(NULL);
	for (unsigned i = 1; i < threads && i < MOST_THREADS; i++)
		thrd_join(others[i], NULL);
	return 0;
}

/* ---- running programs ---------------------------------------------------------------------------------------------
 */

struct cost {
	double processor, wall; /* seconds */
	double memory;          /* bytes */
	int status;
};

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec * 1e-6; }

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void become(const char *const *arguments, int out)
{
	int null = open("/dev/null", O_WRONLY);

	dup2(out, 1);
	dup2(null, 2);
	execvp(arguments[0], (char *const *)arguments);
	_exit(127);
}

/* What it writes goes through a pipe and is thrown away. */
static struct cost run(const char *const *arguments)
{
	static char sink[1 << 16];
	double begin = now();
	struct rusage usage;
	int status, ends[2];
	pid_t child;

	if (pipe(ends) != 0)
		fail("pipe");
	child = fork();
	if (child == 0) {
		close(ends[0]);
		become(arguments, ends[1]);
	}
	close(ends[1]);
	while (read(ends[0], sink, sizeof sink) > 0)
		;
	close(ends[0]);
	if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status))
		fail(arguments[0]);
	return (struct cost){seconds(usage.ru_utime) + seconds(usage.ru_stime), now() - begin,
	                     (double)usage.ru_maxrss * 1024, WEXITSTATUS(status)};
}

static const char *own, *program;

static struct cost run_bare(const char *threads, const char *folder)
{
	return run((const char *[]){own, "events", threads, folder, NULL});
}

static struct cost run_program(const char *command, const char *jobs, const char *plans)
{
	struct cost cost = run((const char *[]){program, command, "--isolated", "--profile", "ci", "--fail-on", "never",
	                                        jobs, plans, NULL});

	if (cost.status != 0)
		fail(command);
	return cost;
}

/* ---- the table ----------------------------------------------------------------------------------------------------
 */

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *numbers, size_t count)
{
	qsort(numbers, count, sizeof *numbers, compare);
	return numbers[count / 2];
}

static void show(const char *work, double ratio, const char *unit, double aim, double must, bool more_is_better)
{
	bool met = more_is_better ? ratio >= must : ratio <= must;

	printf("%-58s %8.2f %-16s %7.2f %7.2f  %s\n", work, ratio, unit, aim, must, met ? "met" : "not met");
	fflush(stdout);
}

/* The same works over some plans, a round after the other. */
struct rounds {
	double bare[ROUNDS], check[ROUNDS], sweep[ROUNDS]; /* processor time */
	double scaling[ROUNDS];            /* what a second thread brings, beside what it brings libyaml */
	double check_memory, sweep_memory; /* the most */
};

static double larger(double a, double b) { return a > b ? a : b; }

static void measure(struct rounds *rounds, const char *folder, bool has_sweep, bool with_threads)
{
	for (size_t i = 0; i < ROUNDS; i++) {
		struct cost bare = run_bare("1", folder), check = run_program("check", "-j1", folder), sweep = {0};

		if (has_sweep)
			sweep = run_program("sweep", "-j1", folder);
		if (with_threads)
			rounds->scaling[i] = check.wall / run_program("check", "-j2", folder).wall /
			                     (bare.wall / run_bare("2", folder).wall);
		rounds->bare[i] = bare.processor;
		rounds->check[i] = check.processor;
		rounds->sweep[i] = sweep.processor;
		rounds->check_memory = larger(rounds->check_memory, check.memory);
		rounds->sweep_memory = larger(rounds->sweep_memory, sweep.memory);
	}
}

static double median_ratio(const double *numbers, const double *to)
{
	double ratios[ROUNDS];

	for (size_t i = 0; i < ROUNDS; i++)
		ratios[i] = numbers[i] / to[i];
	return median(ratios, ROUNDS);
}

/* n to the power of what is returned: 1 is linear. */
static double exponent(const double *many, const double *few, double times)
{
	return log(median_ratio(many, few)) / log(times);
}

static void show_many(const char *folder, const char *tenth, size_t milestones)
{
	struct files files = files_of(folder), few_files = files_of(tenth);
	bool has_sweep = run((const char *[]){program, "help", "sweep", NULL}).status == 0;
	double times = (double)files.count / (double)few_files.count;
	struct rounds many = {0}, few = {0};

	measure(&few, tenth, has_sweep, false);
	measure(&many, folder, has_sweep, true);
	printf("%zu plans of %zu milestones, %.1f MB; libyaml's events: %.2f us a milestone; %ld processors\n\n",
	       files.count, milestones, files.bytes / 1e6,
	       median(many.bare, ROUNDS) / (double)(files.count * milestones) * 1e6, sysconf(_SC_NPROCESSORS_ONLN));
	printf("%-58s %8s %-16s %7s %7s  %s\n", "work", "seen", "", "aim", "must", "");
	show("check -j1", median_ratio(many.check, many.bare), "x events", 1.45, 1.7, false);
	show("check -j2 over -j1, beside two threads of events", median(many.scaling, ROUNDS), "x theirs", 1, 0.9,
	     true);
	show("check: memory", many.check_memory / 1048576, "MiB", 8, 16, false);
	show("check: growth from a tenth of the plans", exponent(many.check, few.check, times), "exponent", 1.03, 1.08,
	     false);
	if (!has_sweep)
		return;
	show("sweep -j1", median_ratio(many.sweep, many.bare), "x events", 2.5, 3, false);
	show("sweep: memory",
	     (many.sweep_memory - few.sweep_memory) / (double)((files.count - few_files.count) * milestones),
	     "B a milestone", 400, 600, false);
	show("sweep: growth from a tenth of the plans", exponent(many.sweep, few.sweep, times), "exponent", 1.03, 1.08,
	     false);
}

static void show_huge(const char *huge)
{
	struct stat info;
	char work[64];

	if (stat(huge, &info) != 0)
		fail(huge);
	snprintf(work, sizeof work, "check of one plan of %.1f MB: memory", (double)info.st_size / 1e6);
	show(work, run_program("check", "-j1", huge).memory / (double)info.st_size, "x its size", 4.5, 6, false);
}

static void show_start(const char *folder)
{
	struct files files = files_of(folder);
	double took[STARTS], of_true[STARTS];
	struct stat info;
	char work[64];

	if (stat(files.paths[0], &info) != 0)
		fail(files.paths[0]);
	for (size_t i = 0; i < STARTS; i++) {
		of_true[i] = run((const char *[]){"true", NULL}).wall;
		took[i] = run_program("check", "-j1", files.paths[0]).wall;
	}
	snprintf(work, sizeof work, "check of one plan of %.0f kB, start to end", (double)info.st_size / 1e3);
	show(work, median(took, STARTS) / median(of_true, STARTS), "x `true`", 2, 2.6, false);
}

int main(int argc, char **argv)
{
	own = argv[0];
	if (argc == 4 && strcmp(argv[1], "events") == 0)
		return events(argv[2], argv[3]);
	if (argc != 6) {
		fprintf(stderr, "usage: bench PROGRAM PLANS TENTH MILESTONES HUGE-PLAN\n");
		return 2;
	}
	program = argv[1];
	show_many(argv[2], argv[3], (size_t)strtoul(argv[4], NULL, 10));
	show_huge(argv[5]);
	show_start(argv[2]);
	return 0;
}
