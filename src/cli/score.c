/* `planlint score FILE`: precision and recall a rule, from a sample that somebody has marked. */
#include "cli/session.h"

#include "base/unread.h"
#include "report/score.h"

#include <string.h>
#include <unistd.h>

static bool read_all(struct pl_cli *cli, const char *path, struct pl_buf *text)
{
	bool is_stdin = strcmp(path, "-") == 0;
	int error = is_stdin ? pl_buf_read(text, STDIN_FILENO, SIZE_MAX) : pl_buf_read_file(text, path);

	if (error)
		pl_cli_say(cli, "%s: %s", path, pl_unread_reason(&cli->arena, error));
	return !error;
}

static void show(struct pl_cli *cli, const struct pl_score *score)
{
	if (cli->settings.table_format == PL_TABLE_JSON)
		pl_score_json(score, &cli->out);
	else if (cli->settings.table_format == PL_TABLE_CSV)
		pl_score_csv(score, &cli->out);
	else
		pl_score_text(score, &cli->screen);
}

static bool score_file(struct pl_cli *cli, struct pl_run *run)
{
	const char *path = cli->settings.arguments.items[0];
	struct pl_buf bytes = {0};
	struct pl_score score = {0};
	bool fine = read_all(cli, path, &bytes);
	struct pl_str text = {.len = bytes.len};

	text.ptr = pl_buf_take(&bytes, &cli->arena);
	if (!fine)
		return false;
	if (!pl_score_read(&score, &cli->arena, run, text)) {
		pl_cli_say(cli, "%s:%u: %s", path, (unsigned)score.line, score.message);
		return false;
	}
	show(cli, &score);
	return true;
}

enum pl_exit pl_cli_score(struct pl_cli *cli)
{
	if (cli->settings.arguments.count != 1) {
		pl_cli_say(cli, "score takes one file: a sample of planlint sweep --sample that you have marked");
		return PL_EXIT_FAILED;
	}
	return pl_session_with(cli, score_file);
}
