/* The usual causes of YAML mistakes. */
#ifndef PL_YAML_CAUSE_H
#define PL_YAML_CAUSE_H

#include "yaml/look.h"

struct pl_cause {
	bool (*fits)(struct pl_look *look); /* where it does: sets the look's span, quote and mark */
	const char *message, *advice;       /* the message takes `mark` as its only argument */
};

/* Never NULL: the last cause fits everything. */
const struct pl_cause *pl_cause_find(struct pl_look *look);

#endif
