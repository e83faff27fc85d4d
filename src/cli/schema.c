/* `planlint schema NAME`: JSON Schema for editors and checks. */
#include "cli/session.h"

#include "base/str.h"
#include "report/schema.h"

static void say_names(struct pl_cli *cli, const char *given)
{
	struct pl_names names = {0};
	const char *name, *all;

	for (size_t i = 0; (name = pl_schema_name(i)); i++)
		*PL_VEC_PUSH(&cli->arena, &names) = name;
	all = pl_names_join(&cli->arena, &names, ", ");
	if (given)
		pl_cli_say(cli, "there is no schema '%s'; there are %s", given, all);
	else
		pl_cli_say(cli, "which schema? There are %s", all);
}

static bool write_schema(struct pl_cli *cli, struct pl_run *run)
{
	const struct pl_names *arguments = &cli->settings.arguments;
	const char *name = arguments->count ? arguments->items[0] : NULL;

	if (name && pl_schema_write(&cli->out, pl_str_of(name), run))
		return true;
	say_names(cli, name);
	return false;
}

enum pl_exit pl_cli_schema(struct pl_cli *cli)
{
	if (cli->settings.arguments.count > 1) {
		pl_cli_say(cli, "one schema at a time");
		return PL_EXIT_FAILED;
	}
	return pl_session_with(cli, write_schema);
}
