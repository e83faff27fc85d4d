/* The rules of a SARIF log. */
#ifndef PL_REPORT_SARIF_RULES_H
#define PL_REPORT_SARIF_RULES_H

#include "report/json.h"
#include "report/report.h"

/* "error", "warning" or "note". */
const char *pl_sarif_level(enum pl_severity severity);

/* The member `rules`: those that are enabled in `run` and those that `used` says had something to say, in the order of
 * listing. `index` (one a rule) is set to the place of each, or to SIZE_MAX. */
void pl_sarif_rules(struct pl_json *json, struct pl_arena *arena, const struct pl_run *run, const bool *used,
                    size_t *index);

#endif
