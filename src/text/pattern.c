/* Compiles and matches regular expressions with PCRE2. */
#include "text/pattern.h"

#include "base/pool.h"
#include "base/str.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdatomic.h>

enum { DEPTH = 10000, HEAP_KIB = 20 * 1024, JIT_STACK = 32 * 1024, JIT_STACK_MOST = 1024 * 1024 };

/* What becomes of a pattern while others search, under the lock. */
struct machine {
	pcre2_code *code;     /* NULL: not yet compiled */
	atomic_bool is_ready; /* machine code has been made of it */
};

struct pl_pattern {
	struct pl_pattern *next;
	struct pl_str source;
	struct machine *machine;
};

struct pl_patterns {
	struct pl_arena *arena;
	struct pl_pattern *all; /* newest first */
	struct pl_lock *lock;   /* of whoever compiles or makes machine code during the run */
};

struct pl_matcher {
	struct pl_arena *arena;
	struct pl_lock *lock;
	uint32_t steps;
	pcre2_match_context *context;
	pcre2_match_data *data;
	pcre2_jit_stack *stack;
};

struct pl_patterns *pl_patterns_open(struct pl_arena *arena)
{
	struct pl_patterns *patterns = PL_MAKE(arena, struct pl_patterns);

	patterns->arena = arena;
	patterns->lock = pl_lock_open();
	if (!patterns->lock)
		pl_arena_exhausted(arena);
	return patterns;
}

void pl_patterns_close(struct pl_patterns *patterns)
{
	if (!patterns)
		return;
	for (struct pl_pattern *pattern = patterns->all; pattern; pattern = pattern->next)
		pcre2_code_free(pattern->machine->code);
	pl_lock_close(patterns->lock);
}

static struct pl_pattern *add(struct pl_patterns *patterns, struct pl_str source)
{
	struct pl_pattern *pattern = PL_MAKE(patterns->arena, struct pl_pattern);

	*pattern = (struct pl_pattern){patterns->all, source, PL_MAKE(patterns->arena, struct machine)};
	patterns->all = pattern;
	return pattern;
}

static pcre2_code *compile(struct pl_str source, int *error, PCRE2_SIZE *at)
{
	return pcre2_compile((PCRE2_SPTR)(source.len ? source.ptr : ""), source.len,
	                     PCRE2_UTF | PCRE2_UCP | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C, error, at, NULL);
}

const struct pl_pattern *pl_patterns_compile(struct pl_patterns *patterns, struct pl_str source, const char **message)
{
	struct pl_pattern *pattern = add(patterns, source);
	char words[128] = "";
	PCRE2_SIZE at = 0;
	int error = 0;

	pattern->machine->code = compile(source, &error, &at);
	if (pattern->machine->code)
		return pattern;
	if (error == PCRE2_ERROR_HEAP_FAILED)
		pl_arena_exhausted(patterns->arena);
	pcre2_get_error_message(error, (PCRE2_UCHAR *)words, sizeof words);
	*message = pl_arena_print(patterns->arena, "\"%.*s\" is no pattern: %s, at character %zu", PL_STR_ARG(source),
	                          words, (size_t)at + 1);
	return NULL;
}

const struct pl_pattern *pl_patterns_add(struct pl_patterns *patterns, const char *source)
{
	return add(patterns, pl_str_of(source));
}

/* ---- matching --------------------------------------------------------------------------------------------------- */

struct pl_matcher *pl_matcher_open(struct pl_arena *arena, const struct pl_patterns *patterns, uint32_t steps)
{
	struct pl_matcher *matcher = PL_MAKE(arena, struct pl_matcher);

	*matcher = (struct pl_matcher){.arena = arena, .lock = patterns->lock, .steps = steps};
	return matcher;
}

void pl_matcher_close(struct pl_matcher *matcher)
{
	if (!matcher)
		return;
	pcre2_jit_stack_free(matcher->stack);
	pcre2_match_data_free(matcher->data);
	pcre2_match_context_free(matcher->context);
}

/* Match memory is made with the first search: most runs have none. One pair of offsets will do, groups are not read. */
static void prepare(struct pl_matcher *matcher)
{
	if (matcher->stack)
		return;
	if (!matcher->context)
		matcher->context = pcre2_match_context_create(NULL);
	if (!matcher->data)
		matcher->data = pcre2_match_data_create(1, NULL);
	if (matcher->context && matcher->data)
		matcher->stack = pcre2_jit_stack_create(JIT_STACK, JIT_STACK_MOST, NULL);
	if (!matcher->stack)
		pl_arena_exhausted(matcher->arena);
	pcre2_jit_stack_assign(matcher->context, NULL, matcher->stack);
	pcre2_set_match_limit(matcher->context, matcher->steps);
	pcre2_set_depth_limit(matcher->context, DEPTH);
	pcre2_set_heap_limit(matcher->context, HEAP_KIB);
}

/* Machine code costs four times the compiling, and most patterns never meet a text that could hold them. Without JIT
 * the interpreter does the same, slower. False where there is no memory. */
static bool make_machine(const struct pl_pattern *pattern)
{
	struct machine *machine = pattern->machine;
	PCRE2_SIZE at;
	int error;

	if (!machine->code)
		machine->code = compile(pattern->source, &error, &at);
	if (!machine->code)
		return false;
	pcre2_jit_compile(machine->code, PCRE2_JIT_COMPLETE);
	atomic_store_explicit(&machine->is_ready, true, memory_order_release);
	return true;
}

/* Nobody searches for a pattern before this is done. */
static void make_ready(const struct pl_matcher *matcher, const struct pl_pattern *pattern)
{
	bool ready = atomic_load_explicit(&pattern->machine->is_ready, memory_order_acquire);

	if (ready)
		return;
	pl_lock_take(matcher->lock);
	ready = atomic_load_explicit(&pattern->machine->is_ready, memory_order_relaxed) || make_machine(pattern);
	pl_lock_give(matcher->lock);
	if (!ready)
		pl_arena_exhausted(matcher->arena);
}

static enum pl_match outcome(const struct pl_matcher *matcher, int result)
{
	switch (result) {
	case PCRE2_ERROR_MATCHLIMIT:
	case PCRE2_ERROR_DEPTHLIMIT:
	case PCRE2_ERROR_HEAPLIMIT:
	case PCRE2_ERROR_JIT_STACKLIMIT:
		return PL_MATCH_CUT;
	case PCRE2_ERROR_NOMEMORY:
		pl_arena_exhausted(matcher->arena);
	default: /* 0 is a match with more groups than there is room for */
		return result >= 0 ? PL_MATCH_FOUND : PL_MATCH_NONE;
	}
}

enum pl_match pl_matcher_find(struct pl_matcher *matcher, const struct pl_pattern *pattern, struct pl_str subject,
                              uint32_t from, struct pl_span *found)
{
	const PCRE2_SIZE *ends;
	enum pl_match match;

	prepare(matcher);
	make_ready(matcher, pattern);
	ends = pcre2_get_ovector_pointer(matcher->data);
	match = outcome(matcher, pcre2_match(pattern->machine->code, (PCRE2_SPTR)(subject.len ? subject.ptr : ""),
	                                     subject.len, from, 0, matcher->data, matcher->context));
	/* `\K` in a lookahead can put a match's begin behind its end. */
	if (match == PL_MATCH_FOUND)
		*found = (struct pl_span){(uint32_t)(ends[0] < ends[1] ? ends[0] : ends[1]), (uint32_t)ends[1]};
	return match;
}
