/* Shows how far long work has come. */
#include "cli/progress.h"

#include <time.h>
#include <unistd.h>

/* Milliseconds: before the first line, and from one to the next. */
enum { PATIENCE = 500, PAUSE = 200 };

static int64_t now(void)
{
	struct timespec time;

	return clock_gettime(CLOCK_MONOTONIC, &time) == 0 ? (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000 : 0;
}

/* A line that is drawn again and again between findings would be a nuisance. */
static bool shows_findings(const struct pl_cli *cli)
{
	bool on_stdout = cli->settings.outputs.count == 0;

	for (size_t i = 0; i < cli->settings.outputs.count; i++)
		on_stdout |= cli->settings.outputs.items[i].path == NULL;
	return on_stdout && cli->screen.is_terminal;
}

void pl_progress_begin(struct pl_cli *cli, const char *what, size_t total)
{
	pl_progress_clear(cli);
	cli->progress = (struct pl_progress_line){.what = what, .total = total, .seen = cli->progress.seen};
	if (!cli->errors.is_terminal || cli->settings.quiet || shows_findings(cli))
		return;
	cli->progress.active = true;
	cli->progress.began = now();
	cli->progress.next = cli->progress.began + (cli->progress.seen ? 0 : PATIENCE);
}

/* "2 h 05 min", "3 min", "40 s" */
static void add_time(struct pl_buf *line, int64_t seconds)
{
	if (seconds >= 3600)
		pl_buf_print(line, "%d h %02d min", (int)(seconds / 3600), (int)(seconds / 60 % 60));
	else if (seconds >= 100)
		pl_buf_print(line, "%d min", (int)((seconds + 30) / 60));
	else
		pl_buf_print(line, "%d s", (int)seconds);
}

static void draw(struct pl_cli *cli, size_t done, int64_t elapsed)
{
	struct pl_progress_line *progress = &cli->progress;
	double rate = (double)done * 1000 / (double)(elapsed ? elapsed : 1);
	struct pl_buf line = {0};

	if (progress->is_share)
		pl_buf_print(&line, "\r%s: %zu %%", progress->what, progress->total ? done * 100 / progress->total : 0);
	else
		pl_buf_print(&line, "\r%zu of %zu %s", done, progress->total, progress->what);
	if (done && !progress->is_share)
		pl_buf_print(&line, rate < 10 ? ", %.1f a second" : ", %.0f a second", rate);
	if (done) {
		pl_buf_puts(&line, ", about ");
		add_time(&line, (int64_t)((double)(progress->total - done) / rate) + 1);
		pl_buf_puts(&line, " left");
	}
	pl_buf_puts(&line, "\033[K");
	if (!line.failed)
		pl_out_puts(&cli->err, line.ptr);
	pl_out_flush(&cli->err);
	progress->drawn = progress->seen = true;
	pl_buf_free(&line);
}

void pl_progress_show(struct pl_cli *cli, size_t done)
{
	struct pl_progress_line *progress = &cli->progress;
	int64_t time;

	if (!progress->active)
		return;
	time = now();
	if (time < progress->next)
		return;
	progress->next = time + PAUSE;
	draw(cli, done, time - progress->began);
}

void pl_progress_begin_share(struct pl_cli *cli, const char *what)
{
	pl_progress_begin(cli, what, 0);
	cli->progress.is_share = true;
}

void pl_progress_show_share(struct pl_cli *cli, size_t done, size_t total)
{
	cli->progress.total = total;
	pl_progress_show(cli, done);
}

void pl_progress_clear(struct pl_cli *cli)
{
	if (cli->progress.drawn)
		pl_out_puts(&cli->err, "\r\033[K");
	if (cli->progress.drawn)
		pl_out_flush(&cli->err);
	cli->progress.drawn = false;
}

void pl_progress_end(struct pl_cli *cli)
{
	pl_progress_clear(cli);
	cli->progress.active = false;
}
