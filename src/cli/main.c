/* planlint: finds the command, runs it, and sees to it that what it wrote arrived. */
#include "cli/interrupt.h"
#include "cli/progress.h"

#include "base/str.h"

#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

void pl_cli_say(struct pl_cli *cli, const char *format, ...)
{
	enum { LIKELY = 1024 }; /* what most messages stay below, so that there is one also where memory ran out */
	char likely[LIKELY], *longer;
	va_list arguments;
	int length;

	va_start(arguments, format);
	length = vsnprintf(likely, sizeof likely, format, arguments);
	va_end(arguments);
	if (length < 0)
		return;
	longer = length >= LIKELY ? malloc((size_t)length + 1) : NULL;
	if (longer) {
		va_start(arguments, format);
		(void)vsnprintf(longer, (size_t)length + 1, format, arguments);
		va_end(arguments);
	}
	pl_progress_clear(cli);
	pl_out_puts(&cli->err, "planlint: ");
	pl_screen_text(&cli->errors, pl_str_of(longer ? longer : likely));
	pl_out_puts(&cli->err, "\n");
	pl_out_flush(&cli->err);
	free(longer);
}

void pl_cli_tell(struct pl_cli *cli, const char *what, const char *path, const char *reason)
{
	if (cli->settings.verbose)
		pl_cli_say(cli, "%s %s%s%s", what, path, reason ? ": " : "", reason ? reason : "");
}

/* Set and not empty, as no-color.org has it. */
static const char *environment(const char *name)
{
	const char *value = getenv(name);

	return value && *value ? value : NULL;
}

bool pl_cli_is_log(void)
{
	const char *actions = environment("GITHUB_ACTIONS");

	return actions && strcmp(actions, "true") == 0;
}

bool pl_cli_colour(const struct pl_cli *cli, int fd)
{
	const char *force = environment("FORCE_COLOR"), *terminal = environment("TERM");

	if (cli->settings.colour != PL_WHEN_AUTO)
		return cli->settings.colour == PL_WHEN_ALWAYS;
	if (environment("NO_COLOR"))
		return false;
	if (force)
		return strcmp(force, "0") != 0;
	return isatty(fd) && terminal && strcmp(terminal, "dumb") != 0;
}

unsigned pl_cli_width(int fd)
{
	enum { LEAST = 40, MOST = 160 };
	struct winsize size;

	if (!isatty(fd) || ioctl(fd, TIOCGWINSZ, &size) != 0 || !size.ws_col)
		return PL_USUAL_WIDTH;
	return size.ws_col < LEAST ? LEAST : size.ws_col > MOST ? MOST : size.ws_col;
}

static bool looks_like_path(const char *word)
{
	struct stat info;

	return stat(word, &info) == 0 || strpbrk(word, "./") != NULL || strcmp(word, "-") == 0;
}

static enum pl_exit unknown_command(struct pl_cli *cli, const char *word)
{
	struct pl_names names = {0};
	const char *nearest;

	if (word[0] == '-' && word[1]) {
		pl_cli_say(cli, "options come behind the command: planlint check %s", word);
		return PL_EXIT_FAILED;
	}
	if (looks_like_path(word)) {
		pl_cli_say(cli, "'%s' is no command; did you mean 'planlint check %s'?", word, word);
		return PL_EXIT_FAILED;
	}
	for (const struct pl_command *command = pl_commands; command->name; command++)
		*PL_VEC_PUSH(&cli->arena, &names) = command->name;
	nearest = pl_str_nearest(pl_str_of(word), names.items, names.count);
	if (nearest)
		pl_cli_say(cli, "'%s' is no command; did you mean 'planlint %s'?", word, nearest);
	else
		pl_cli_say(cli, "'%s' is no command (see planlint help)", word);
	return PL_EXIT_FAILED;
}

/* `planlint --help` and `planlint --version` are commands to everybody. */
static const struct pl_command *find_command(const char *word)
{
	if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
		return pl_command_find(PL_STR("help"));
	if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0)
		return pl_command_find(PL_STR("version"));
	return pl_command_find(pl_str_of(word));
}

static enum pl_exit run(struct pl_cli *cli, int count, char **words)
{
	if (count < 2) {
		pl_help_overview(&cli->errors);
		pl_out_flush(&cli->err);
		return PL_EXIT_FAILED;
	}
	cli->command = find_command(words[1]);
	if (!cli->command)
		return unknown_command(cli, words[1]);
	if (!pl_cli_parse(cli, count - 2, words + 2))
		return PL_EXIT_FAILED;
	cli->screen.colour = pl_cli_colour(cli, STDOUT_FILENO);
	cli->errors.colour = pl_cli_colour(cli, STDERR_FILENO);
	if (cli->settings.help) {
		pl_help_command(cli, cli->command);
		return PL_EXIT_CLEAN;
	}
	return cli->settings.version ? pl_cli_version(cli) : cli->command->run(cli);
}

enum pl_exit pl_cli_version(struct pl_cli *cli)
{
	pl_out_puts(&cli->out, "planlint " PL_VERSION "\n");
	return PL_EXIT_CLEAN;
}

/* A file opened while a standard stream is closed would get its number, and be written over. Opened for reading only,
 * so that writing there still fails. */
static void occupy_standard_streams(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDONLY);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		close(fd);
}

const char *pl_names_join(struct pl_arena *arena, const struct pl_names *names, const char *between)
{
	const char *all = "";

	for (size_t i = 0; i < names->count; i++)
		all = pl_arena_print(arena, "%s%s%s", all, i ? between : "", names->items[i]);
	return all;
}

static void say_no_memory(void)
{
	static const char message[] = "planlint: out of memory\n";

	if (write(STDERR_FILENO, message, sizeof message - 1) < 0)
		return; /* nobody can be told */
}

bool pl_cli_try(struct pl_cli *cli, void (*body)(void *data), void *data)
{
	const struct pl_arena_guard outer = cli->guard;

	if (setjmp(cli->guard.jump)) {
		cli->guard = outer;
		pl_progress_clear(cli);
		say_no_memory();
		return false;
	}
	body(data);
	cli->guard = outer;
	return true;
}

struct call {
	struct pl_cli *cli;
	int count;
	char **words;
	enum pl_exit status;
};

static void call(void *data)
{
	struct call *call = data;

	call->status = run(call->cli, call->count, call->words);
}

static struct pl_screen screen_on(struct pl_out *out)
{
	return (struct pl_screen){.out = out, .width = pl_cli_width(out->fd), .is_terminal = isatty(out->fd) == 1};
}

enum { ERROR_ROOM = 4096 };

int main(int argc, char **argv)
{
	static struct pl_cli cli;
	struct call asked = {&cli, argc, argv, PL_EXIT_FAILED};

	occupy_standard_streams();
	signal(SIGPIPE, SIG_IGN); /* a closed pipe is a write error like any other */
	pl_arena_init(&cli.arena, &cli.guard);
	cli.out = (struct pl_out){.fd = STDOUT_FILENO};
	cli.err = (struct pl_out){.fd = STDERR_FILENO};
	if (!pl_buf_reserve(&cli.err.buf, ERROR_ROOM)) { /* there must be room to say that memory ran out */
		say_no_memory();
		return PL_EXIT_FAILED;
	}
	cli.err.has_commands = pl_cli_is_log();
	cli.screen = screen_on(&cli.out);
	cli.errors = screen_on(&cli.err);
	pl_cli_try(&cli, call, &asked);
	if (pl_out_close(&cli.out, true) != PL_OK) {
		pl_cli_say(&cli, "can't write standard output: %s", strerror(cli.out.error));
		asked.status = PL_EXIT_FAILED;
	}
	pl_buf_free(&cli.err.buf);
	pl_arena_free(&cli.arena);
	pl_interrupt_end();
	return (int)asked.status;
}
