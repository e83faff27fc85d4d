/* Fuzzes bytes -> source -> YAML tree: places hold, libyaml agrees on what is YAML, both readers see the same. */
#include "base/buf.h"
#include "fuzz.h"
#include "yaml/tree.h"

#include <yaml.h>

struct load {
	struct pl_arena arena;
	struct pl_arena_guard guard;
	struct pl_source source;
	struct pl_collector collector;
	struct pl_stream stream;
	struct pl_buf dump;
};

/* ---- the source ------------------------------------------------------------------------------------------------- */

/* Line and column by counting, which is what they mean. */
static void check_place(const struct pl_source *source, uint32_t offset)
{
	struct pl_position at = pl_source_locate(source, offset);
	uint32_t line = 1, column = 1;

	for (size_t i = source->mark; i < offset;) {
		uint32_t code = pl_utf8_next(source->text, &i);

		column++;
		if (code == '\n' || (code == '\r' && !(i < source->text.len && source->text.ptr[i] == '\n'))) {
			line++;
			column = 1;
		}
	}
	FUZZ_HOLDS(at.line == line);
	FUZZ_HOLDS(at.column == column);
	FUZZ_HOLDS(source->encoding != PL_UTF8 || at.offset == offset);
	FUZZ_HOLDS(at.offset <= source->size);
}

static bool is_begin(const struct pl_source *source, uint32_t offset)
{
	return offset == source->text.len || ((unsigned char)source->text.ptr[offset] & 0xC0) != 0x80;
}

static void check_source(const struct pl_source *source)
{
	uint32_t end = (uint32_t)source->text.len, lines = pl_source_line_count(source);

	FUZZ_HOLDS(pl_utf8_check(source->text) == source->text.len);
	for (uint32_t i = source->mark, step = end / 16 + 1; i <= end; i += step) {
		while (!is_begin(source, i))
			i++;
		check_place(source, i);
	}
	check_place(source, end);
	for (uint32_t line = 1; line <= lines && line <= 100; line++) {
		struct pl_str words = pl_source_line(source, line);
		uint32_t begin = pl_source_line_begin(source, line);

		FUZZ_HOLDS(begin + words.len <= end);
		FUZZ_HOLDS(!words.len || words.ptr == source->text.ptr + begin);
		FUZZ_HOLDS(!memchr(words.len ? words.ptr : "", '\n', words.len));
		FUZZ_HOLDS(pl_source_locate(source, begin).line == line || begin == end);
	}
	for (size_t i = 0; i < source->bad_count && i < PL_BAD_KEPT; i++) {
		fuzz_check_span(source, source->bad[i].span);
		FUZZ_HOLDS(source->bad[i].span.begin < source->bad[i].span.end);
	}
}

/* ---- the tree --------------------------------------------------------------------------------------------------- */

/* Every part of a value has its place in the token, and places go up as the parts do. */
static void check_parts(const struct pl_source *source, const struct pl_text *text)
{
	uint32_t length = (uint32_t)text->value.len, before = text->token;
	bool borrowed = text->value.ptr >= source->text.ptr && text->value.ptr < source->text.ptr + source->text.len;

	if (text->style == PL_SCALAR_ALIAS || length > 300)
		return;
	for (size_t i = 0; i < length;) {
		uint32_t begin = (uint32_t)i;
		struct pl_span span;

		pl_utf8_next(text->value, &i);
		span = pl_yaml_locate(source, text, begin, (uint32_t)i);
		fuzz_check_span(source, span);
		FUZZ_HOLDS(span.begin >= before);
		/* What ends a block scalar is white space that the token leaves out. */
		FUZZ_HOLDS(span.end <= pl_text_token(text).end || pl_ascii_is_space(text->value.ptr[begin]));
		FUZZ_HOLDS(!borrowed || span.begin == (uint32_t)(text->value.ptr - source->text.ptr) + begin);
		before = span.begin;
	}
}

static void check_scalar(const struct pl_source *source, const struct pl_text *text)
{
	fuzz_check_span(source, text->span);
	fuzz_check_span(source, pl_text_token(text));
	FUZZ_HOLDS(text->token <= text->span.begin);
	FUZZ_HOLDS(pl_utf8_check(text->value) == text->value.len);
	check_parts(source, text);
}

static void check_node(const struct pl_source *source, const struct pl_node *node, unsigned depth)
{
	fuzz_check_span(source, node->span);
	FUZZ_HOLDS(depth <= fuzz_limits().depth);
	if (node->kind == PL_NODE_SCALAR)
		check_scalar(source, node->of.text);
	for (uint32_t i = 0; node->kind == PL_NODE_SEQUENCE && i < node->count; i++)
		check_node(source, &node->of.items[i], depth + 1);
	for (uint32_t i = 0; node->kind == PL_NODE_MAPPING && i < node->count; i++) {
		const struct pl_pair *pair = &node->of.pairs[i];

		check_scalar(source, &pair->key);
		check_node(source, &pair->value, depth + 1);
		for (uint32_t k = 0; k < i && node->count < 50; k++)
			FUZZ_HOLDS(!pl_str_equal(node->of.pairs[k].key.value, pair->key.value));
	}
}

static void check_comments(struct load *load)
{
	struct pl_comments comments = pl_yaml_comments(&load->arena, &load->source, &load->stream, PL_STR("#"));
	uint32_t behind = 0;

	for (size_t i = 0; i < comments.count; i++) {
		const struct pl_comment *comment = &comments.items[i];

		fuzz_check_span(&load->source, comment->span);
		FUZZ_HOLDS(comment->span.begin >= behind);
		FUZZ_HOLDS(load->source.text.ptr[comment->span.begin] == '#');
		FUZZ_HOLDS(pl_source_locate(&load->source, comment->span.begin).line == comment->line);
		behind = comment->span.end;
	}
	for (size_t i = 0; i < load->stream.hidden_count; i++)
		fuzz_check_span(&load->source, load->stream.hidden[i]);
}

/* ---- libyaml's own opinion -------------------------------------------------------------------------------------- */

static bool libyaml_reads(struct pl_str text, bool *aliases)
{
	yaml_parser_t parser;
	yaml_event_t event;
	bool more = true, fine = true;

	*aliases = false;
	if (!yaml_parser_initialize(&parser))
		fuzz_guard_tripped();
	yaml_parser_set_input_string(&parser, (const unsigned char *)(text.len ? text.ptr : ""), text.len);
	while (more && (fine = yaml_parser_parse(&parser, &event) != 0)) {
		more = event.type != YAML_STREAM_END_EVENT;
		*aliases = *aliases || event.type == YAML_ALIAS_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	return fine;
}

static bool found(const struct pl_collector *collector, enum pl_builtin id)
{
	for (size_t i = 0; i < collector->records.count; i++)
		if (collector->records.items[i].rule == &pl_builtin_rules[id])
			return true;
	return false;
}

static void check_findings(const struct load *load)
{
	bool aliases, reads = libyaml_reads(load->source.text, &aliases);
	bool syntax = found(&load->collector, PL_BUILTIN_YAML_SYNTAX);

	if (!found(&load->collector, PL_BUILTIN_INPUT_LIMIT) && !load->collector.cut)
		FUZZ_HOLDS(syntax != reads || (reads && aliases));
	FUZZ_HOLDS(!syntax || load->stream.broken);
	for (size_t i = 0; i < load->collector.records.count; i++) {
		const struct pl_record *record = &load->collector.records.items[i];

		fuzz_check_span(&load->source, record->span);
		fuzz_check_message(record->message);
	}
}

/* ---- all of it -------------------------------------------------------------------------------------------------- */

static void run(struct load *load, struct pl_str bytes, bool quickly)
{
	struct pl_limits limits = fuzz_limits();
	bool too_large;

	pl_arena_init(&load->arena, &load->guard);
	load->collector = (struct pl_collector){.arena = &load->arena, .limit = limits.findings};
	pl_source_open(&load->source, &load->arena, "fuzz.yaml", bytes, limits.size, &too_large);
	load->stream = (quickly ? pl_yaml_load : pl_yaml_load_by_events)(&load->arena, &load->arena, &load->source,
	                                                                 &limits, &load->collector);
	pl_yaml_dump(&load->stream, &load->source, &load->dump);
}

static void end(struct load *load)
{
	pl_buf_free(&load->dump);
	pl_arena_free(&load->arena);
}

static void check_same(const struct load *a, const struct load *b)
{
	FUZZ_HOLDS(a->dump.len == b->dump.len && (!a->dump.len || !memcmp(a->dump.ptr, b->dump.ptr, a->dump.len)));
	FUZZ_HOLDS(a->collector.records.count == b->collector.records.count);
	for (size_t i = 0; i < a->collector.records.count; i++)
		FUZZ_HOLDS(!strcmp(a->collector.records.items[i].message, b->collector.records.items[i].message));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct load first, again; /* the second by libyaml alone */

	first = again = (struct load){0};
	if (setjmp(first.guard.jump) || setjmp(again.guard.jump))
		fuzz_guard_tripped();
	run(&first, fuzz_text(data, size), true);
	check_source(&first.source);
	for (size_t i = 0; i < first.stream.count; i++) {
		fuzz_check_span(&first.source, first.stream.documents[i].span);
		if (first.stream.documents[i].root)
			check_node(&first.source, first.stream.documents[i].root, 1);
	}
	check_comments(&first);
	check_findings(&first);
	run(&again, fuzz_text(data, size), false);
	check_same(&first, &again);
	end(&again);
	end(&first);
	return 0;
}
