/* The index of lines and columns of a source. */
#ifndef PL_SOURCE_LINES_H
#define PL_SOURCE_LINES_H

#include "source/source.h"

/* Empty; filled when the first place is asked for. */
struct pl_source_index *pl_source_index_make(struct pl_arena *arena);

#endif
