/* What `planlint init` writes. */
#ifndef PL_CLI_STARTER_H
#define PL_CLI_STARTER_H

struct pl_starter {
	const char *name; /* of the template */
	const char *text; /* a plan that is complete but for your own words */
};

extern const char pl_starter_config[];
extern const struct pl_starter pl_starters[]; /* ends with a NULL name */

#endif
