/* `planlint init`: a configuration and a plan to begin with. Nothing that is there is written over. */
#include "cli/cli.h"
#include "cli/starter.h"

#include "base/str.h"

#include <errno.h>
#include <stdio.h>

enum outcome { WRITTEN, KEPT, FAILED };

static enum outcome write_file(struct pl_cli *cli, const char *path, const char *text)
{
	FILE *file = fopen(path, "wx");
	bool written;

	if (!file && errno == EEXIST) {
		pl_cli_say(cli, "%s is there already; it stays as it is", path);
		return KEPT;
	}
	written = file && fputs(text, file) >= 0;
	if (file && fclose(file) != 0)
		written = false;
	if (!written) {
		pl_cli_say(cli, "can't write %s: %s", path, strerror(errno));
		if (file)
			(void)remove(path);
		return FAILED;
	}
	pl_out_print(&cli->out, "wrote %s\n", path);
	return WRITTEN;
}

static const struct pl_starter *find_starter(struct pl_cli *cli, const char *name)
{
	const char *names[16];
	size_t count = 0;
	const char *nearest;

	for (const struct pl_starter *starter = pl_starters; starter->name; starter++) {
		if (pl_str_distance(pl_str_of(name), pl_str_of(starter->name), 0) == 0)
			return starter;
		names[count++] = starter->name;
	}
	nearest = pl_str_nearest(pl_str_of(name), names, count);
	if (nearest)
		pl_cli_say(cli, "there is no template '%s'; did you mean %s?", name, nearest);
	else
		pl_cli_say(cli, "there is no template '%s' (see planlint help init)", name);
	return NULL;
}

enum pl_exit pl_cli_init(struct pl_cli *cli)
{
	const struct pl_names *arguments = &cli->settings.arguments;
	const struct pl_starter *starter = NULL;
	enum outcome config, plan = KEPT;

	if (arguments->count > 1) {
		pl_cli_say(cli, "one template at a time");
		return PL_EXIT_FAILED;
	}
	if (arguments->count && !(starter = find_starter(cli, arguments->items[0])))
		return PL_EXIT_FAILED;
	config = write_file(cli, ".planlint.yaml", pl_starter_config);
	if (starter)
		plan = write_file(cli, pl_arena_print(&cli->arena, "%s-plan.yaml", starter->name), starter->text);
	if (config == FAILED || plan == FAILED || (config == KEPT && plan == KEPT))
		return PL_EXIT_FAILED;
	return PL_EXIT_CLEAN;
}
