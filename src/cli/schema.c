/* `planlint schema plan|config|output`: JSON Schema for editors and checks. */
#include "cli/cli.h"

#include "base/str.h"
#include "report/schema.h"

static void say_names(struct pl_cli *cli, const char *given)
{
	const char *all = "";
	const char *name;

	for (size_t i = 0; (name = pl_schema_name(i)); i++)
		all = pl_arena_print(&cli->arena, "%s%s%s", all, i ? ", " : "", name);
	if (given)
		pl_cli_say(cli, "there is no schema '%s'; there are %s", given, all);
	else
		pl_cli_say(cli, "which schema? There are %s", all);
}

enum pl_exit pl_cli_schema(struct pl_cli *cli)
{
	const struct pl_names *arguments = &cli->settings.arguments;
	const char *name = arguments->count ? arguments->items[0] : NULL;
	struct pl_run *run;
	bool fine;

	if (arguments->count > 1) {
		pl_cli_say(cli, "one schema at a time");
		return PL_EXIT_FAILED;
	}
	run = pl_run_open();
	if (!run)
		pl_arena_exhausted(&cli->arena);
	fine = pl_cli_read_config_here(cli, run);
	if (fine && !(name && pl_schema_write(&cli->out, pl_str_of(name), run))) {
		say_names(cli, name);
		fine = false;
	}
	pl_run_close(run);
	return fine ? PL_EXIT_CLEAN : PL_EXIT_FAILED;
}
