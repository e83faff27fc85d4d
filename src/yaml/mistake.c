/* Turns libyaml's errors into a place, a sentence and a remedy. */
#include "yaml/mistake.h"

#include "base/str.h"

void pl_mistake_report(const struct pl_mistake *mistake, const struct pl_source *source, struct pl_collector *collector)
{
	struct pl_span span = {mistake->at, mistake->at};

	if (span.end < source->text.len)
		span.end++;
	pl_collect_builtin(collector, PL_BUILTIN_YAML_SYNTAX, NULL, span,
	                   "Check the punctuation and indentation of this line",
	                   "The file cannot be read from here: %s", mistake->problem);
}
