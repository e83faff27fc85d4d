/* Asks git which files changed. git is run without a shell, in one place, and takes a REF only after it has been turned
 * into the number of a commit, so no REF can be an option, a range or a path. */
#include "cli/changed.h"

#include "base/path.h"
#include "base/str.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_WORDS = 16 };

/* In the child: only git is left to run. */
static void become_git(const int ends[2], const char *const *words)
{
	/* neither a helper that watches the file system nor a lock file: we only read */
	const char *all[MOST_WORDS + 8] = {"git", "--no-optional-locks", "-c", "core.fsmonitor=false"};
	size_t count = 4;

	for (size_t i = 0; words[i] && count < MOST_WORDS + 7; i++)
		all[count++] = words[i];
	if (dup2(ends[1], STDOUT_FILENO) < 0)
		_exit(127);
	close(ends[0]);
	close(ends[1]);
	execvp("git", (char *const *)all);
	_exit(127);
}

/* git's exit status, 127 where it could not be run. `answer` is what it wrote. */
static int run_git(const char *const *words, struct pl_buf *answer)
{
	int ends[2], status;
	bool whole;
	pid_t child;

	if (pipe(ends) != 0)
		return 127;
	child = fork();
	if (child == 0)
		become_git(ends, words);
	close(ends[1]);
	whole = child > 0 && pl_buf_read(answer, ends[0], SIZE_MAX) == 0;
	close(ends[0]);
	while (child > 0 && waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return 127;
	return whole && WIFEXITED(status) ? WEXITSTATUS(status) : 127;
}

/* The first line of what git answers; NULL where it fails. In the arena. */
static const char *ask(struct pl_cli *cli, const char *const *words)
{
	struct pl_buf answer = {0};
	int status = run_git(words, &answer);
	char *line = pl_buf_take(&answer, &cli->arena);

	line[strcspn(line, "\n")] = '\0';
	return status == 0 && *line ? line : NULL;
}

/* Where this branch left the commit that `ref` names; the commit itself where they have nothing in common. */
static const char *commit_of(struct pl_cli *cli, const char *ref)
{
	const char *name = pl_arena_print(&cli->arena, "%s^{commit}", ref), *commit, *base;

	commit = ask(cli, (const char *[]){"rev-parse", "--verify", "--quiet", "--end-of-options", name, NULL});
	if (!commit)
		return NULL;
	base = ask(cli, (const char *[]){"merge-base", commit, "HEAD", NULL});
	return base ? base : commit;
}

/* Names that end with NUL, relative to `top`. */
static bool add_names(struct pl_cli *cli, struct pl_names *changed, const char *top, const char *const *words)
{
	struct pl_buf answer = {0};
	bool fine = run_git(words, &answer) == 0;
	size_t length = answer.len;
	const char *names = pl_buf_take(&answer, &cli->arena);

	for (size_t at = 0; fine && at < length; at += strlen(names + at) + 1)
		*PL_VEC_PUSH(&cli->arena, changed) = pl_arena_print(&cli->arena, "%s/%s", top, names + at);
	return fine;
}

static int by_name(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

bool pl_changed_since(struct pl_cli *cli, const char *ref, struct pl_names *changed)
{
	const char *top = ask(cli, (const char *[]){"rev-parse", "--show-toplevel", NULL});
	const char *commit = top ? commit_of(cli, ref) : NULL;

	if (!top) {
		pl_cli_say(cli, "--changed-since needs git and a folder under its control");
		return false;
	}
	if (!commit) {
		pl_cli_say(cli, "--changed-since: git knows no commit '%s'", ref);
		return false;
	}
	if (!add_names(cli, changed, top,
	               (const char *[]){"-C", top, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff",
	                                "--no-textconv", "--ignore-submodules", "--no-relative", commit, "--", NULL}) ||
	    !add_names(cli, changed, top,
	               (const char *[]){"-C", top, "ls-files", "-z", "--others", "--exclude-standard", "--", NULL})) {
		pl_cli_say(cli, "--changed-since: git could not say what changed since '%s'", ref);
		return false;
	}
	if (changed->count)
		qsort(changed->items, changed->count, sizeof *changed->items, by_name);
	return true;
}

bool pl_changed_has(struct pl_cli *cli, const struct pl_names *changed, const char *path)
{
	const char *real = pl_path_real(&cli->arena, path), *kept = real ? real : path;

	return changed->count && bsearch(&kept, changed->items, changed->count, sizeof *changed->items, by_name);
}

/* The finding, or the other end of a duplicate, stands in a changed file. */
static bool touches(struct pl_cli *cli, const struct pl_names *changed, const struct pl_finding *finding)
{
	for (size_t i = 0; i < finding->related_count; i++)
		if (strcmp(finding->related[i].path, finding->path) != 0 &&
		    pl_changed_has(cli, changed, finding->related[i].path))
			return true;
	return false;
}

const struct pl_file *pl_changed_only(struct pl_cli *cli, const struct pl_names *changed, struct pl_arena *arena,
                                      const struct pl_file *file)
{
	struct pl_file *copy;
	struct pl_finding *kept;

	if (pl_changed_has(cli, changed, file->path))
		return file;
	copy = PL_MAKE(arena, struct pl_file);
	kept = PL_MAKE_ARRAY(arena, file->finding_count, struct pl_finding);
	*copy = *file;
	copy->findings = kept;
	copy->finding_count = 0;
	for (size_t i = 0; i < file->finding_count; i++)
		if (touches(cli, changed, &file->findings[i]))
			kept[copy->finding_count++] = file->findings[i];
	return copy;
}
