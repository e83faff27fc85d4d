/* The names under which users type and read severities, confidences and states. */
#include "base/str.h"

static const char *const severities[] = {"off", "info", "warning", "error"};
static const char *const confidences[] = {"any", "low", "medium", "high"};
static const char *const states[] = {"new", "baselined", "suppressed"};

const char *pl_severity_name(enum pl_severity severity) { return severities[severity]; }

const char *pl_confidence_name(enum pl_confidence confidence) { return confidences[confidence]; }

const char *pl_state_name(enum pl_state state) { return states[state]; }

/* The index of `name` from `first` on, or `count`. */
static size_t find(const char *const *names, size_t first, size_t count, struct pl_str name)
{
	size_t i = first;

	while (i < count && !pl_str_equal_fold(pl_str_of(names[i]), name))
		i++;
	return i;
}

bool pl_severity_parse(struct pl_str name, enum pl_severity *out)
{
	size_t i = find(severities, 0, PL_ERROR + 1, name);

	if (i > PL_ERROR)
		return false;
	*out = (enum pl_severity)i;
	return true;
}

bool pl_confidence_parse(struct pl_str name, enum pl_confidence *out)
{
	size_t i = find(confidences, PL_LOW, PL_HIGH + 1, name);

	if (i > PL_HIGH)
		return false;
	*out = (enum pl_confidence)i;
	return true;
}
