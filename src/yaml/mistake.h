/* What libyaml's errors mean for somebody who writes a plan. */
#ifndef PL_YAML_MISTAKE_H
#define PL_YAML_MISTAKE_H

#include "yaml/tree.h"

/* Where and why libyaml gave up. */
struct pl_mistake {
	const char *problem, *context; /* libyaml's; context "" for none */
	uint32_t at, context_at;       /* bytes; context_at == at without a context */
	uint32_t bracket;              /* the innermost that is open, or UINT32_MAX */
	struct pl_text last;           /* the last scalar that was read: token and style; empty for none */
};

/* Raises yaml-syntax, unless the line has one already. */
void pl_mistake_report(const struct pl_mistake *mistake, const struct pl_source *source,
                       struct pl_collector *collector);

#endif
