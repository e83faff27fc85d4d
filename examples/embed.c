/*
 * Embedding planlint: lints the plans named on the command line and prints one line a finding.
 *
 *	cc embed.c $(pkg-config --cflags --libs planlint) -o embed && ./embed plan.yaml
 */
#include <planlint/planlint.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* Called once a file, in the order of adding. What `file` points to is only borrowed until we return. */
static void show(void *data, const struct pl_file *file)
{
	size_t *total = data;

	if (file->status != PL_OK)
		fprintf(stderr, "%s: %s\n", file->path, file->message);
	for (size_t i = 0; i < file->finding_count; i++) {
		const struct pl_finding *finding = &file->findings[i];
		struct pl_str words = pl_file_excerpt(file, finding->span);

		if (finding->state != PL_NEW)
			continue;
		printf("%s:%" PRIu32 ":%" PRIu32 ": %s: %s\n", finding->path, finding->range.start.line,
		       finding->range.start.column, finding->rule->id, finding->message);
		printf("\t%.*s\n", (int)words.len, words.ptr);
		++*total;
	}
}

int main(int argc, char **argv)
{
	struct pl_run *run = pl_run_open();
	enum pl_status status = run ? PL_OK : PL_NO_MEMORY;
	size_t total = 0;

	for (int i = 1; i < argc && status == PL_OK; i++)
		status = pl_run_add_file(run, argv[i], PL_INPUT_NAMED);
	if (status == PL_OK)
		status = pl_run_lint(run, &(struct pl_sink){.data = &total, .on_file = show});
	if (status != PL_OK)
		fprintf(stderr, "planlint: %s\n", run ? pl_run_message(run) : "out of memory");
	else
		printf("%zu findings\n", total);
	pl_run_close(run);
	return status == PL_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
