/* An interrupted run leaves no temporary files behind. */
#ifndef PL_CLI_INTERRUPT_H
#define PL_CLI_INTERRUPT_H

#include "report/out.h"

/* From now on SIGINT, SIGTERM and SIGHUP remove the temporary files of these, and then do what they always do. The outs
 * are borrowed until the next call; NULL and 0 end the watch. */
void pl_interrupt_watch(const struct pl_out *outs, size_t count);

#endif
