/*
 * `.planlintignore`: what a walk leaves out. The subset of gitignore that is read:
 *
 *	# comment            (and empty lines)
 *	draft-*.yaml         a name, at any depth
 *	/plans/old.yaml      with a slash at its start or inside: from the folder of the ignore file
 *	archive/             a folder and all in it
 *	x/[0-9]?-*           `?` is one character, `*` any within a name, two stars any number of folders
 *	!plans/keep.yaml     looked at after all; not inside a folder that is left out
 *
 * The last line that matches counts, a deeper file before one above it. Blanks at the end of a line go.
 */
#ifndef PL_CLI_IGNORE_H
#define PL_CLI_IGNORE_H

#include "base/vec.h"

struct pl_ignore_line {
	struct pl_str pattern;
	bool negated, folders_only, anchored;
};

struct pl_ignore {
	const struct pl_ignore *above; /* of a folder further up; NULL */
	size_t folder;                 /* bytes of the absolute path of its folder, with the slash at the end */
	PL_VEC(struct pl_ignore_line) lines;
};

/* One pattern, read as a line of the file; false for comments and empty lines. */
bool pl_ignore_line_read(struct pl_str text, struct pl_ignore_line *line);

/* `path` is relative to where the pattern counts from. */
bool pl_ignore_line_matches(const struct pl_ignore_line *line, struct pl_str path, bool is_folder);

/* Reads `folder`/.planlintignore, where there is one. `folder` is absolute. Answers `above` where there is none, and
 * where there is one that cannot be read: then `*error` says why, else it is 0. */
const struct pl_ignore *pl_ignore_read(struct pl_arena *arena, const char *folder, const struct pl_ignore *above,
                                       int *error);

/* `path` is absolute. */
bool pl_ignore_matches(const struct pl_ignore *ignore, struct pl_str path, bool is_folder);

#endif
