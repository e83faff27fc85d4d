/* Signals that end a run: what is half written goes first. */
#include "cli/interrupt.h"

#include <signal.h>
#include <unistd.h>

/* Only main's thread writes reports, so one list is enough; a signal handler can be given nothing else. */
static const struct pl_out *volatile watched;
static volatile sig_atomic_t watched_count;

static void interrupted(int number)
{
	for (sig_atomic_t i = 0; i < watched_count; i++)
		if (watched[i].temporary)
			unlink(watched[i].temporary);
	(void)raise(number); /* SA_RESETHAND: the usual end, and the status that tells of it */
}

void pl_interrupt_watch(const struct pl_out *outs, size_t count)
{
	static const int ending[] = {SIGINT, SIGTERM, SIGHUP};
	struct sigaction action = {.sa_handler = interrupted, .sa_flags = (int)SA_RESETHAND}, before;

	watched_count = 0;
	watched = outs;
	watched_count = (sig_atomic_t)count;
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; count && i < sizeof ending / sizeof *ending; i++)
		/* what the caller asked to be ignored (nohup) stays ignored */
		if (sigaction(ending[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
			sigaction(ending[i], &action, NULL);
}
