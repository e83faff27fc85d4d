/* Signals that end a run: what is half written goes first, and colours end. */
#include "cli/interrupt.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

/* Only main's thread gets signals and writes reports, so one list is enough; a signal handler can be given nothing
 * else. */
static const struct pl_out *volatile watched;
static volatile sig_atomic_t watched_count;
static struct pl_run *volatile running;
static volatile sig_atomic_t caught;

/* A terminal that was stopped (^S) would take nothing, and must not keep us. */
static void end_colours(int fd)
{
	static const char plain[] = "\033[0m";
	struct pollfd terminal = {.fd = fd, .events = POLLOUT};

	if (poll(&terminal, 1, 0) == 1 && terminal.revents == POLLOUT)
		(void)!write(fd, plain, sizeof plain - 1);
}

static void interrupted(int number)
{
	if (running && !caught) {
		caught = number;
		pl_run_stop(running);
		return;
	}
	for (sig_atomic_t i = 0; i < watched_count; i++)
		if (watched[i].temporary)
			unlink(watched[i].temporary);
		else if (watched[i].has_colours)
			end_colours(watched[i].fd);
	signal(number, SIG_DFL); /* the usual end, and the status that tells of it */
	(void)raise(number);
}

static void listen(void)
{
	static const int ending[] = {SIGINT, SIGTERM, SIGHUP};
	struct sigaction action = {.sa_handler = interrupted}, before;

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < sizeof ending / sizeof *ending; i++)
		/* what the caller asked to be ignored (nohup) stays ignored */
		if (sigaction(ending[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
			sigaction(ending[i], &action, NULL);
}

void pl_interrupt_watch(const struct pl_out *outs, size_t count)
{
	watched_count = 0;
	watched = outs;
	watched_count = (sig_atomic_t)count;
	if (count)
		listen();
}

void pl_interrupt_stops(struct pl_run *run)
{
	running = run;
	if (run)
		listen();
}

void pl_interrupt_end(void)
{
	if (!caught)
		return;
	signal((int)caught, SIG_DFL);
	(void)raise((int)caught);
}
