/* Reads a file's documents: by the quick reader of plain block style where it can, by libyaml where not. */
#include "base/str.h"
#include "yaml/encoding.h"
#include "yaml/load.h"
#include "yaml/trim.h"

static uint32_t find_hash(struct pl_str text, uint32_t from)
{
	const char *found = from < text.len ? memchr(text.ptr + from, '#', text.len - from) : NULL;

	return (uint32_t)(found ? (size_t)(found - text.ptr) : text.len);
}

/* Remembers a scalar that holds a `#`, for those who look for comments. The header of a block scalar may have one. */
static void hide(struct pl_load *load, const struct pl_text *text, struct pl_span rough)
{
	struct pl_str source = load->source->text;

	if (text->style == PL_SCALAR_LITERAL || text->style == PL_SCALAR_FOLDED)
		rough.begin = pl_trim_line_end(source, rough.begin);
	if (load->hash < rough.begin) /* scalars come in the order of the file: each `#` is looked for once */
		load->hash = find_hash(source, rough.begin);
	if (load->hash < rough.end)
		*PL_VEC_PUSH(load->arena, &load->hidden) = rough;
}

bool pl_load_take(struct pl_load *load, struct pl_text *text, struct pl_span rough, const char *anchor)
{
	if (load->hash < rough.end)
		hide(load, text, rough);
	return pl_grow_scalar(&load->grow, text, anchor);
}

bool pl_load_begin(struct pl_load *load, struct pl_span span)
{
	size_t limit = load->limits->documents;

	if (load->documents.count >= limit) {
		pl_collect_builtin(load->collector, PL_BUILTIN_INPUT_LIMIT, NULL, span,
		                   "Split the file, or raise the limit with --max-documents",
		                   "the file holds more than %zu documents; those from here on were not read", limit);
		return false;
	}
	pl_grow_begin(&load->grow);
	*PL_VEC_PUSH(load->arena, &load->documents) = (struct pl_document){.span = span};
	load->in_document = true;
	return true;
}

void pl_load_end(struct pl_load *load, uint32_t end, bool cut)
{
	struct pl_document *document = &load->documents.items[load->documents.count - 1];

	load->in_document = false;
	document->root = pl_grow_end(&load->grow);
	document->broken = cut || load->grow.broken;
	if (document->root && document->span.end < document->root->span.end)
		document->span.end = document->root->span.end;
	if (end)
		document->span.end = end;
	load->broken = load->broken || document->broken;
}

void pl_load_guard(struct pl_load *load, struct pl_arena_guard *guard)
{
	load->arena->guard = load->tree->guard = load->grow.keys.guard = guard;
}

static void finish(struct pl_load *load, struct pl_arena_guard *outer, struct pl_arena_guard *outer_tree)
{
	pl_arena_free(&load->grow.keys);
	load->arena->guard = outer;
	load->tree->guard = outer_tree;
}

static struct pl_stream read_with(struct pl_arena *arena, struct pl_arena *tree, const struct pl_source *source,
                                  const struct pl_limits *limits, struct pl_collector *collector, bool quickly)
{
	struct pl_load *const load = PL_MAKE(tree, struct pl_load);
	struct pl_arena_guard *const outer = arena->guard, *const outer_tree = tree->guard;
	struct pl_arena_guard guard;

	*load = (struct pl_load){.arena = arena,
	                         .tree = tree,
	                         .source = source,
	                         .limits = limits,
	                         .collector = collector,
	                         .grow = {.arena = arena, .tree = tree, .limits = limits, .collector = collector},
	                         .hash = find_hash(source->text, 0),
	                         .broken = source->too_large};
	pl_arena_init(&load->grow.keys, &guard);
	pl_load_guard(load, &guard);
	if (setjmp(guard.jump)) { /* the keys are in an arena of their own */
		finish(load, outer, outer_tree);
		pl_arena_exhausted(arena);
	}
	pl_encoding_report(source, collector);
	if (!quickly || !pl_block_read(load))
		pl_events_read(load);
	finish(load, outer, outer_tree);
	return (struct pl_stream){.documents = load->documents.items,
	                          .count = load->documents.count,
	                          .broken = load->broken,
	                          .hidden = load->hidden.items,
	                          .hidden_count = load->hidden.count};
}

struct pl_stream pl_yaml_load(struct pl_arena *arena, struct pl_arena *tree, const struct pl_source *source,
                              const struct pl_limits *limits, struct pl_collector *collector)
{
	return read_with(arena, tree, source, limits, collector, true);
}

struct pl_stream pl_yaml_load_by_events(struct pl_arena *arena, struct pl_arena *tree, const struct pl_source *source,
                                        const struct pl_limits *limits, struct pl_collector *collector)
{
	return read_with(arena, tree, source, limits, collector, false);
}
