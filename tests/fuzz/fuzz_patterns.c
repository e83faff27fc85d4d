/* Fuzzes patterns, globs and what they are matched with: whatever the pattern, a search ends by its limits, what it
 * finds lies in the subject, and the same comes out twice. */
#include "base/glob.h"
#include "fuzz.h"
#include "text/pattern.h"

struct match {
	enum pl_match how;
	struct pl_span span;
};

/* The first lines are the pattern, the rest the subject. */
struct patterns {
	struct pl_arena arena;
	struct pl_arena_guard guard;
	struct pl_patterns *set;
	struct pl_matcher *matcher;
};

static struct match search(struct patterns *patterns, const struct pl_pattern *pattern, struct pl_str subject,
                           uint32_t from)
{
	struct match match = {0};

	match.how = pl_matcher_find(patterns->matcher, pattern, subject, from, &match.span);
	if (match.how != PL_MATCH_FOUND)
		return match;
	FUZZ_HOLDS(match.span.begin <= match.span.end);
	FUZZ_HOLDS(match.span.end <= subject.len);
	return match;
}

static void check_pattern(struct patterns *patterns, struct pl_str source, struct pl_str subject)
{
	const char *message = NULL;
	const struct pl_pattern *pattern = pl_patterns_compile(patterns->set, source, &message);
	uint32_t from = 0;

	if (!pattern) {
		fuzz_check_message(message);
		return;
	}
	for (unsigned i = 0; i < 20; i++) {
		struct match match = search(patterns, pattern, subject, from);
		struct match again = search(patterns, pattern, subject, from);

		FUZZ_HOLDS(match.how == again.how);
		if (match.how != PL_MATCH_FOUND)
			break;
		FUZZ_HOLDS(match.span.begin == again.span.begin && match.span.end == again.span.end);
		if (match.span.end <= from && i)
			break;
		from = match.span.end;
	}
}

static void run(struct patterns *patterns, struct pl_str bytes)
{
	struct pl_str source;
	struct pl_source clean;
	bool too_large;

	pl_arena_init(&patterns->arena, &patterns->guard);
	pl_source_open(&clean, &patterns->arena, "fuzz.txt", bytes, UINT32_MAX, &too_large);
	bytes = clean.text;
	source = fuzz_part(&bytes, "%%");
	if (source.len && source.ptr[source.len - 1] == '\n')
		source.len--;
	patterns->set = pl_patterns_open(&patterns->arena);
	patterns->matcher = pl_matcher_open(&patterns->arena, patterns->set, fuzz_limits().match);
	check_pattern(patterns, source, bytes);
	pl_glob_match(source, pl_str_sub(bytes, 0, 500));
	pl_matcher_close(patterns->matcher);
	pl_patterns_close(patterns->set);
	pl_arena_free(&patterns->arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct patterns patterns;

	patterns = (struct patterns){0};
	if (setjmp(patterns.guard.jump))
		fuzz_guard_tripped();
	run(&patterns, fuzz_text(data, size));
	return 0;
}
