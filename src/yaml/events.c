/* Reads YAML by libyaml's events; the only file that knows libyaml. */
#include "base/str.h"
#include "yaml/mistake.h"
#include "yaml/load.h"
#include "yaml/trim.h"

#include <yaml.h>

/* libyaml counts code points; a place moves with the events, so that finding its byte means a few steps. */
struct cursor {
	size_t point, byte;
};

struct loader {
	struct pl_load *load;
	struct pl_str text;
	yaml_parser_t parser;
	yaml_event_t event;
	bool parser_open, event_open;
	uint32_t base; /* the byte at which the parser began */
	struct cursor cursor;
	struct pl_text last; /* the last scalar */
};

enum outcome { FINISHED, FAILED, STOPPED }; /* STOPPED: by a limit */

static void close_event(struct loader *loader)
{
	if (loader->event_open)
		yaml_event_delete(&loader->event);
	loader->event_open = false;
}

static void close_parser(struct loader *loader)
{
	close_event(loader);
	if (loader->parser_open)
		yaml_parser_delete(&loader->parser);
	loader->parser_open = false;
}

static void open_parser(struct loader *loader, uint32_t base)
{
	struct pl_str text = loader->text;

	close_parser(loader);
	if (!yaml_parser_initialize(&loader->parser))
		pl_arena_exhausted(loader->load->arena);
	loader->parser_open = true;
	yaml_parser_set_encoding(&loader->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&loader->parser, (const unsigned char *)(text.ptr ? text.ptr : "") + base,
	                             text.len - base);
	loader->base = base;
	loader->cursor = (struct cursor){0, base};
}

static bool continues(char byte) { return ((unsigned char)byte & 0xc0) == 0x80; }

static uint32_t walk_to(struct loader *loader, size_t point)
{
	struct pl_str text = loader->text;
	struct cursor *cursor = &loader->cursor;

	while (cursor->point < point && cursor->byte < text.len) {
		do
			cursor->byte++;
		while (cursor->byte < text.len && continues(text.ptr[cursor->byte]));
		cursor->point++;
	}
	while (cursor->point > point) {
		do
			cursor->byte--;
		while (continues(text.ptr[cursor->byte]));
		cursor->point--;
	}
	return (uint32_t)cursor->byte;
}

static inline uint32_t byte_at(struct loader *loader, size_t point)
{
	size_t byte = loader->base + point, end = loader->text.len;

	if (loader->load->source->ascii)
		return (uint32_t)(byte < end ? byte : end);
	return walk_to(loader, point);
}

static inline struct pl_span event_span(struct loader *loader)
{
	uint32_t begin = byte_at(loader, loader->event.start_mark.index);

	return (struct pl_span){begin, byte_at(loader, loader->event.end_mark.index)};
}

static const uint8_t styles[] = {
        [YAML_PLAIN_SCALAR_STYLE] = PL_SCALAR_PLAIN,          [YAML_SINGLE_QUOTED_SCALAR_STYLE] = PL_SCALAR_SINGLE,
        [YAML_DOUBLE_QUOTED_SCALAR_STYLE] = PL_SCALAR_DOUBLE, [YAML_LITERAL_SCALAR_STYLE] = PL_SCALAR_LITERAL,
        [YAML_FOLDED_SCALAR_STYLE] = PL_SCALAR_FOLDED,
};

/* Is the value what stands in the file, byte for byte? Where nothing is folded or escaped its length tells. */
static bool is_there(const yaml_event_t *event, struct pl_str there)
{
	const yaml_char_t *value = event->data.scalar.value;

	if (event->data.scalar.length != there.len)
		return false;
	return (event->start_mark.line == event->end_mark.line &&
	        event->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE) ||
	       memcmp(value, there.ptr, there.len) == 0;
}

/* Borrowed from the source where it stands there as it is. */
static struct pl_str value_of(struct loader *loader, struct pl_span span)
{
	struct pl_str value = {(const char *)loader->event.data.scalar.value, loader->event.data.scalar.length};
	struct pl_str there = {loader->text.ptr + span.begin, span.end - span.begin};

	if (is_there(&loader->event, there))
		return there;
	return (struct pl_str){pl_arena_copy(loader->load->arena, value), value.len};
}

static bool take_scalar(struct loader *loader)
{
	struct pl_text *text = pl_grow_text(&loader->load->grow);
	struct pl_span rough = event_span(loader);

	text->style = styles[loader->event.data.scalar.style];
	if (loader->event.data.scalar.anchor || loader->event.data.scalar.tag)
		rough.begin = pl_trim_properties(loader->text, rough.begin, rough.end);
	if (text->style == PL_SCALAR_PLAIN) {
		if (!loader->event.data.scalar.length)
			rough.begin = rough.end;
		text->span = rough;
		text->token = rough.begin;
	} else {
		pl_trim_scalar(loader->text, text, rough);
	}
	text->value = value_of(loader, text->span);
	loader->last = *text;
	return pl_load_take(loader->load, text, rough, (const char *)loader->event.data.scalar.anchor);
}

static bool take_open(struct loader *loader, enum pl_node_kind kind, bool flow, const yaml_char_t *anchor, bool tagged)
{
	uint32_t begin = byte_at(loader, loader->event.start_mark.index);

	if (anchor || tagged)
		begin = pl_trim_properties(loader->text, begin, (uint32_t)loader->text.len);
	return pl_grow_open(&loader->load->grow, kind, flow, begin, (const char *)anchor);
}

static void end_document(struct loader *loader)
{
	bool implicit = loader->event.data.document_end.implicit;

	pl_load_end(loader->load, implicit ? 0 : event_span(loader).end, false);
}

/* False where a limit says stop. */
static bool take_event(struct loader *loader)
{
	yaml_event_t *event = &loader->event;

	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		return pl_load_begin(loader->load, event_span(loader));
	case YAML_DOCUMENT_END_EVENT:
		end_document(loader);
		return true;
	case YAML_SCALAR_EVENT:
		return take_scalar(loader);
	case YAML_ALIAS_EVENT:
		return pl_grow_alias(&loader->load->grow, event_span(loader), (const char *)event->data.alias.anchor);
	case YAML_SEQUENCE_START_EVENT:
		return take_open(loader, PL_NODE_SEQUENCE, event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE,
		                 event->data.sequence_start.anchor, event->data.sequence_start.tag);
	case YAML_MAPPING_START_EVENT:
		return take_open(loader, PL_NODE_MAPPING, event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE,
		                 event->data.mapping_start.anchor, event->data.mapping_start.tag);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		pl_grow_close(&loader->load->grow, byte_at(loader, loader->event.end_mark.index));
		return true;
	default:
		return true;
	}
}

/* Reads from a byte on until the end, an error or a limit. */
static enum outcome read_from(struct loader *loader, uint32_t base)
{
	open_parser(loader, base);
	for (;;) {
		bool ended, more;

		if (!yaml_parser_parse(&loader->parser, &loader->event)) {
			if (loader->parser.error == YAML_MEMORY_ERROR)
				pl_arena_exhausted(loader->load->arena);
			return FAILED;
		}
		loader->event_open = true;
		ended = loader->event.type == YAML_STREAM_END_EVENT;
		more = take_event(loader);
		close_event(loader);
		if (ended)
			return FINISHED;
		if (!more)
			return STOPPED;
	}
}

/* No comments are looked for between what was read last and the place where reading goes on: a `#` there may belong to
 * anything. What stands on the line of the last scalar still counts, up to a quotation mark that never ends. */
static void hide_unread(struct loader *loader, const struct pl_mistake *mistake, uint32_t next)
{
	uint32_t last = pl_text_token(&loader->last).end;
	uint32_t begin = last > loader->base ? pl_trim_line_end(loader->text, last) : loader->base;

	if (mistake->context_at >= last && mistake->context_at < begin)
		begin = mistake->context_at;
	if (begin < next)
		*PL_VEC_PUSH(loader->load->arena, &loader->load->hidden) = (struct pl_span){begin, next};
}

/* Tells which lines nobody looked at. */
static void say_unread(struct loader *loader, uint32_t at, uint32_t next)
{
	uint32_t mistake = pl_source_locate(loader->load->source, at).line;
	uint32_t last = pl_source_locate(loader->load->source, next ? next - 1 : 0).line;

	const char *what = last == mistake + 1
	                           ? pl_arena_print(loader->load->arena, "line %u was not read", (unsigned)last)
	                           : pl_arena_print(loader->load->arena, "lines %u to %u were not read",
	                                            (unsigned)mistake + 1, (unsigned)last);

	if (last > mistake)
		pl_collect_unchecked(loader->load->collector, &pl_builtin_rules[PL_BUILTIN_YAML_SYNTAX], what,
		                     pl_arena_print(loader->load->arena,
		                                    "the mistake in line %u has to be put right first",
		                                    (unsigned)mistake));
}

/* Reports why the parser gave up; answers where to go on. */
static uint32_t recover(struct loader *loader)
{
	const yaml_parser_t *parser = &loader->parser;
	uint32_t at = byte_at(loader, parser->problem_mark.index), next;
	struct pl_mistake mistake = {
	        .problem = parser->problem ? parser->problem : "",
	        .context = parser->context ? parser->context : "",
	        .at = at,
	        .context_at = parser->context ? byte_at(loader, parser->context_mark.index) : at,
	        .bracket = loader->load->in_document ? pl_grow_bracket(&loader->load->grow) : UINT32_MAX,
	        .last = loader->last,
	};

	pl_mistake_report(&mistake, loader->load->source, loader->load->collector);
	next = pl_trim_find_document(loader->text, at > loader->base ? at : loader->base + 1);
	hide_unread(loader, &mistake, next);
	say_unread(loader, at, next);
	return next;
}

static void read_all(struct loader *loader)
{
	struct pl_load *load = loader->load;
	uint32_t base = load->source->mark;
	enum outcome outcome;

	while ((outcome = read_from(loader, base)) != FINISHED) {
		load->broken = true;
		if (outcome == FAILED)
			base = recover(loader);
		if (load->in_document)
			pl_load_end(load, 0, true);
		if (outcome == STOPPED || base >= loader->text.len)
			break;
	}
}

void pl_events_read(struct pl_load *load)
{
	struct loader *const loader = PL_MAKE(load->tree, struct loader);
	struct pl_arena_guard *const outer = load->arena->guard;
	struct pl_arena_guard guard;

	*loader = (struct loader){.load = load, .text = load->source->text};
	pl_load_guard(load, &guard);
	if (setjmp(guard.jump)) { /* libyaml's memory is in no arena */
		close_parser(loader);
		pl_load_guard(load, outer);
		pl_arena_exhausted(load->arena);
	}
	read_all(loader);
	close_parser(loader);
	pl_load_guard(load, outer);
}
