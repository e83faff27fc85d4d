/* Compiles and matches regular expressions with PCRE2. */
#include "text/pattern.h"

#include "base/str.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

enum {
	DEFAULT_STEPS = 1000000,
	DEPTH = 10000,
	HEAP_KIB = 20 * 1024,
	JIT_STACK = 32 * 1024,
	JIT_STACK_MOST = 1024 * 1024
};

struct pl_pattern {
	struct pl_pattern *next;
	pcre2_code *code;
	bool *is_fast; /* machine code has been made of it */
};

struct pl_patterns {
	struct pl_arena *arena;
	struct pl_pattern *compiled; /* newest first */
	uint32_t steps;
	pcre2_match_context *context;
	pcre2_match_data *data;
	pcre2_jit_stack *stack;
};

struct pl_patterns *pl_patterns_open(struct pl_arena *arena)
{
	struct pl_patterns *patterns = PL_MAKE(arena, struct pl_patterns);

	patterns->arena = arena;
	patterns->steps = DEFAULT_STEPS;
	return patterns;
}

void pl_patterns_close(struct pl_patterns *patterns)
{
	if (!patterns)
		return;
	for (struct pl_pattern *pattern = patterns->compiled; pattern; pattern = pattern->next)
		pcre2_code_free(pattern->code);
	pcre2_jit_stack_free(patterns->stack);
	pcre2_match_data_free(patterns->data);
	pcre2_match_context_free(patterns->context);
}

/* Match memory is made with the first pattern: most runs have none. One pair of offsets will do, groups are not read.
 */
static void prepare(struct pl_patterns *patterns)
{
	if (patterns->stack)
		return;
	if (!patterns->context)
		patterns->context = pcre2_match_context_create(NULL);
	if (!patterns->data)
		patterns->data = pcre2_match_data_create(1, NULL);
	if (patterns->context && patterns->data)
		patterns->stack = pcre2_jit_stack_create(JIT_STACK, JIT_STACK_MOST, NULL);
	if (!patterns->stack)
		pl_arena_exhausted(patterns->arena);
	pcre2_jit_stack_assign(patterns->context, NULL, patterns->stack);
	pcre2_set_match_limit(patterns->context, patterns->steps);
	pcre2_set_depth_limit(patterns->context, DEPTH);
	pcre2_set_heap_limit(patterns->context, HEAP_KIB);
}

void pl_patterns_limit(struct pl_patterns *patterns, uint32_t steps)
{
	patterns->steps = steps;
	if (patterns->context)
		pcre2_set_match_limit(patterns->context, steps);
}

const struct pl_pattern *pl_patterns_compile(struct pl_patterns *patterns, struct pl_str source, const char **message)
{
	struct pl_pattern *pattern = PL_MAKE(patterns->arena, struct pl_pattern);
	PCRE2_SIZE at = 0;
	int error = 0;

	prepare(patterns);
	pattern->code =
	        pcre2_compile((PCRE2_SPTR)(source.len ? source.ptr : ""), source.len,
	                      PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C, &error, &at, NULL);
	if (!pattern->code && error == PCRE2_ERROR_HEAP_FAILED)
		pl_arena_exhausted(patterns->arena);
	if (!pattern->code) {
		char words[128] = "";

		pcre2_get_error_message(error, (PCRE2_UCHAR *)words, sizeof words);
		*message = pl_arena_print(patterns->arena, "\"%.*s\" is no pattern: %s, at character %zu",
		                          PL_STR_ARG(source), words, (size_t)at + 1);
		return NULL;
	}
	pattern->next = patterns->compiled;
	patterns->compiled = pattern;
	pattern->is_fast = PL_MAKE(patterns->arena, bool);
	return pattern;
}

static enum pl_match outcome(const struct pl_patterns *patterns, int result)
{
	switch (result) {
	case PCRE2_ERROR_MATCHLIMIT:
	case PCRE2_ERROR_DEPTHLIMIT:
	case PCRE2_ERROR_HEAPLIMIT:
	case PCRE2_ERROR_JIT_STACKLIMIT:
		return PL_MATCH_CUT;
	case PCRE2_ERROR_NOMEMORY:
		pl_arena_exhausted(patterns->arena);
	default: /* 0 is a match with more groups than there is room for */
		return result >= 0 ? PL_MATCH_FOUND : PL_MATCH_NONE;
	}
}

enum pl_match pl_patterns_match(struct pl_patterns *patterns, const struct pl_pattern *pattern, struct pl_str subject,
                                uint32_t from, struct pl_span *found)
{
	const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(patterns->data);
	enum pl_match match;

	/* Costs four times the compiling, and most patterns never meet a text that could hold them. Without JIT the
	 * interpreter does the same, slower. */
	if (!*pattern->is_fast)
		pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
	*pattern->is_fast = true;
	match = outcome(patterns, pcre2_match(pattern->code, (PCRE2_SPTR)(subject.len ? subject.ptr : ""), subject.len,
	                                      from, 0, patterns->data, patterns->context));
	/* `\K` in a lookahead can put a match's begin behind its end. */
	if (match == PL_MATCH_FOUND)
		*found = (struct pl_span){(uint32_t)(ends[0] < ends[1] ? ends[0] : ends[1]), (uint32_t)ends[1]};
	return match;
}
