/* Why something could not be read, in plain words. */
#ifndef PL_BASE_UNREAD_H
#define PL_BASE_UNREAD_H

#include "base/arena.h"

/* Of an errno: "there is no such file". Lives in the arena or for ever. */
const char *pl_unread_reason(struct pl_arena *arena, int error);

#endif
