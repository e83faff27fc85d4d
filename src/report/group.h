/* Findings by rule, key action or officer instead of by place, for the reports that people read. */
#ifndef PL_REPORT_GROUP_H
#define PL_REPORT_GROUP_H

#include "base/map.h"
#include "report/report.h"

struct pl_group {
	const char *name;
	size_t count;
};

struct pl_grouped {
	size_t group;
	struct pl_str text; /* the finding as it will be shown */
};

struct pl_groups {
	PL_VEC(struct pl_group) groups;
	PL_VEC(struct pl_grouped) findings;
	struct pl_map places; /* name: place + 1 */
	struct pl_out out;    /* what the finding at hand is written to */
	struct pl_screen screen;
};

/* Where to write a finding that pl_groups_add will take: like the job's screen, but kept. */
struct pl_screen *pl_groups_screen(struct pl_groups *groups, const struct pl_report_job *job);

void pl_groups_add(struct pl_groups *groups, const struct pl_report_job *job, const struct pl_file *file,
                   const struct pl_finding *finding);

/* Files and key actions in their order, rules and officers by name. `heads`: each group under its name. */
void pl_groups_show(struct pl_groups *groups, struct pl_report_job *job, bool heads);

#endif
