/* Turns libyaml's errors into a place, a sentence and a remedy. */
#include "yaml/mistake.h"

#include "base/str.h"
#include "yaml/cause.h"

/* `Put the whole text in quotes: "…"`, where there is room to show it. */
static const char *advise(struct pl_arena *arena, const char *advice, struct pl_str quote)
{
	enum { SHOWN = 80 };
	char mark = !quote.len || memchr(quote.ptr, '"', quote.len) || memchr(quote.ptr, '\\', quote.len) ? '\'' : '"';

	if (!quote.len || quote.len > SHOWN || memchr(quote.ptr, mark, quote.len))
		return advice;
	return pl_arena_print(arena, "%s: %c%.*s%c", advice, mark, PL_STR_ARG(quote), mark);
}

static bool line_has_one(const struct pl_source *source, const struct pl_collector *collector, struct pl_span span)
{
	const struct pl_record *last =
	        collector->records.count ? &collector->records.items[collector->records.count - 1] : NULL;

	return last && last->rule == &pl_builtin_rules[PL_BUILTIN_YAML_SYNTAX] &&
	       pl_source_locate(source, last->span.begin).line == pl_source_locate(source, span.begin).line;
}

void pl_mistake_report(const struct pl_mistake *mistake, const struct pl_source *source, struct pl_collector *collector)
{
	struct pl_look look = pl_look_around(mistake, source);
	const struct pl_cause *cause = pl_cause_find(&look);

	if (!line_has_one(source, collector, look.span))
		pl_collect_builtin(collector, PL_BUILTIN_YAML_SYNTAX, NULL, look.span,
		                   advise(collector->arena, cause->advice, look.quote), cause->message, look.mark);
}
