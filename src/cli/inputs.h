/* Which files a command works on: names, folders, lists of names and standard input become one list in byte order. */
#ifndef PL_CLI_INPUTS_H
#define PL_CLI_INPUTS_H

#include "cli/cli.h"

struct pl_input_file {
	const char *path; /* as shown */
	const char *real; /* without links; the same file under two names is looked at once */
	enum pl_input how;
	bool is_stdin;
};

struct pl_inputs {
	struct pl_run *run; /* whose configurations say what of a folder is looked at */
	PL_VEC(struct pl_input_file) files;
	bool refused; /* a configuration was; it was said */
	bool failed;  /* something could not be read; it was said */
};

/* Reads the arguments, --files-from and the folders they name. */
void pl_inputs_gather(struct pl_cli *cli, struct pl_inputs *inputs);

/* The same of other names: files and folders. */
void pl_inputs_gather_from(struct pl_cli *cli, struct pl_inputs *inputs, const struct pl_names *names);

/* For the walk: adds one file. */
void pl_inputs_add(struct pl_cli *cli, struct pl_inputs *inputs, const char *path, const char *real, enum pl_input how);

/* Does --exclude name this path, or a folder on the way to it? */
bool pl_inputs_excluded(const struct pl_cli *cli, const char *path, bool is_folder);

/* Adds what a folder holds, at any depth. `folder` is as shown, "." for the current one. */
void pl_walk_folder(struct pl_cli *cli, struct pl_inputs *inputs, const char *folder);

#endif
