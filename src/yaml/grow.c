/* The growing tree: open collections, anchors, and the limits on depth and nodes. */
#include "yaml/grow.h"

#include "base/str.h"

void pl_grow_begin(struct pl_grow *grow)
{
	grow->pending.count = grow->open.count = grow->anchors.count = 0;
	grow->anchor_names = (struct pl_map){0};
	grow->broken = false;
}

/* Room for `nodes` more at `height` below the open collections? */
static bool within_limits(struct pl_grow *grow, struct pl_span span, uint64_t nodes, uint32_t height)
{
	const struct pl_limits *limits = grow->limits;

	grow->nodes += nodes;
	if (grow->open.count + height > limits->depth) {
		pl_collect_builtin(
		        grow->collector, PL_BUILTIN_INPUT_LIMIT, NULL, span,
		        "Check the file for brackets or indentation that never end; if it is right as it "
		        "is, raise the limit with --max-depth",
		        "lists and items are nested more than %u deep here; the rest of the file was not read",
		        (unsigned)limits->depth);
		return false;
	}
	if (grow->nodes > limits->nodes) {
		pl_collect_builtin(
		        grow->collector, PL_BUILTIN_INPUT_LIMIT, NULL, span,
		        "Split the file, or use fewer aliases ('*name'), each of which repeats all it stands "
		        "for; if it is right as it is, raise the limit with --max-nodes",
		        "the file holds more than %u values up to here, aliases counted in full; the rest was "
		        "not read",
		        (unsigned)limits->nodes);
		return false;
	}
	return true;
}

static uint32_t add_anchor(struct pl_grow *grow, const char *name)
{
	struct pl_str copy;

	if (!name)
		return 0;
	copy = (struct pl_str){pl_arena_copy(grow->scratch, pl_str_of(name)), strlen(name)};
	*PL_VEC_PUSH(grow->scratch, &grow->anchors) = (struct pl_grow_anchor){.open = true};
	*pl_map_put(grow->scratch, &grow->anchor_names, copy, NULL) = (uint32_t)grow->anchors.count;
	return (uint32_t)grow->anchors.count;
}

/* A finished node takes its place in the collection around it. */
static void add(struct pl_grow *grow, const struct pl_node *node, uint32_t height, uint32_t anchor, uint64_t nodes)
{
	*PL_VEC_PUSH(grow->scratch, &grow->pending) = *node;
	if (anchor)
		grow->anchors.items[anchor - 1] =
		        (struct pl_grow_anchor){.node = *node, .nodes = nodes, .height = height};
	if (grow->open.count) {
		struct pl_grow_frame *frame = &grow->open.items[grow->open.count - 1];

		if (frame->height < height + 1)
			frame->height = height + 1;
		if (frame->end < node->span.end)
			frame->end = node->span.end;
		if (!frame->flow && frame->kind == PL_NODE_MAPPING && grow->pending.count == frame->first + 1)
			frame->begin = node->span.begin;
	}
}

bool pl_grow_scalar(struct pl_grow *grow, const struct pl_text *text, const char *anchor)
{
	struct pl_node node = {.kind = PL_NODE_SCALAR, .span = text->span, .of.text = text};

	if (!within_limits(grow, text->token, 1, 0))
		return false;
	add(grow, &node, 0, add_anchor(grow, anchor), 1);
	return true;
}

bool pl_grow_open(struct pl_grow *grow, enum pl_node_kind kind, bool flow, uint32_t begin, const char *anchor)
{
	struct pl_grow_frame frame = {.kind = (uint8_t)kind,
	                              .flow = flow,
	                              .begin = begin,
	                              .end = begin,
	                              .first = (uint32_t)grow->pending.count,
	                              .nodes_before = grow->nodes};

	if (!within_limits(grow, (struct pl_span){begin, begin + 1}, 1, 1))
		return false;
	frame.anchor = add_anchor(grow, anchor);
	*PL_VEC_PUSH(grow->scratch, &grow->open) = frame;
	return true;
}

static void close_frame(struct pl_grow *grow, uint32_t end, bool cut)
{
	struct pl_grow_frame frame = grow->open.items[--grow->open.count];
	uint32_t count = (uint32_t)(grow->pending.count - frame.first);
	const struct pl_node *nodes = count ? grow->pending.items + frame.first : NULL;
	struct pl_node node = {.kind = frame.kind, .cut = cut, .span = {frame.begin, end}};

	if (frame.kind == PL_NODE_MAPPING) {
		pl_grow_pairs(grow, &node, nodes, count);
	} else {
		struct pl_node *items = PL_MAKE_ARRAY(grow->arena, count, struct pl_node);

		if (count)
			memcpy(items, nodes, count * sizeof *items);
		node.of.items = items;
		node.count = count;
	}
	grow->pending.count = frame.first;
	add(grow, &node, frame.height, frame.anchor, grow->nodes - frame.nodes_before);
}

void pl_grow_close(struct pl_grow *grow, uint32_t end)
{
	const struct pl_grow_frame *frame = &grow->open.items[grow->open.count - 1];

	close_frame(grow, frame->flow ? end : frame->end, false);
}

/* The anchor an alias means, or NULL once the finding is raised. */
static const struct pl_grow_anchor *resolve(struct pl_grow *grow, struct pl_span span, const char *name)
{
	const uint32_t *index = pl_map_find(&grow->anchor_names, pl_str_of(name));

	if (index && !grow->anchors.items[*index - 1].open)
		return &grow->anchors.items[*index - 1];
	grow->broken = true;
	if (index)
		pl_collect_builtin(grow->collector, PL_BUILTIN_YAML_SYNTAX, NULL, span,
		                   "Write the values out here instead of using an alias",
		                   "the alias '*%s' stands inside the very item it would repeat", name);
	else
		pl_collect_builtin(
		        grow->collector, PL_BUILTIN_YAML_SYNTAX, NULL, span,
		        "If the text is meant to begin with '*', put all of it in quotes; else name the value "
		        "it repeats with '&' further up",
		        "a value that begins with '*' repeats one named with '&' further up, and there is no '&%s'",
		        name);
	return NULL;
}

static const struct pl_text *alias_text(struct pl_grow *grow, struct pl_span span, struct pl_str value)
{
	struct pl_text *text = PL_MAKE(grow->arena, struct pl_text);

	*text = (struct pl_text){.value = value, .span = span, .token = span, .style = PL_SCALAR_ALIAS};
	return text;
}

uint32_t pl_grow_bracket(const struct pl_grow *grow)
{
	const struct pl_grow_frame *frame = grow->open.count ? &grow->open.items[grow->open.count - 1] : NULL;

	return frame && frame->flow ? frame->begin : UINT32_MAX;
}

bool pl_grow_alias(struct pl_grow *grow, struct pl_span span, const char *name)
{
	const struct pl_grow_anchor *anchor = resolve(grow, span, name);
	struct pl_node node = {.kind = PL_NODE_SCALAR};
	uint64_t nodes = anchor ? anchor->nodes : 1;
	uint32_t height = anchor ? anchor->height : 0;

	if (!within_limits(grow, span, nodes, height))
		return false;
	if (anchor)
		node = anchor->node;
	node.span = span;
	if (node.kind == PL_NODE_SCALAR)
		node.of.text = alias_text(grow, span, anchor ? node.of.text->value : PL_STR(""));
	add(grow, &node, height, 0, nodes);
	return true;
}

/* Of an item that had only begun nobody could say what it lacks, and its last text may be half a text: it goes. One
 * that holds lists or groups already is kept for their sake. */
static void drop_begun_item(struct pl_grow *grow)
{
	size_t depth = grow->open.count;
	const struct pl_grow_frame *frame = depth ? &grow->open.items[depth - 1] : NULL;

	if (depth < 2 || frame->kind != PL_NODE_MAPPING || frame[-1].kind != PL_NODE_SEQUENCE)
		return;
	for (size_t i = frame->first; i < grow->pending.count; i++)
		if (grow->pending.items[i].kind != PL_NODE_SCALAR)
			return;
	grow->pending.count = frame->first;
	grow->open.count--;
}

const struct pl_node *pl_grow_end(struct pl_grow *grow)
{
	struct pl_node *root;

	drop_begun_item(grow);
	while (grow->open.count) {
		const struct pl_grow_frame *frame = &grow->open.items[grow->open.count - 1];

		grow->broken = true;
		if (frame->kind == PL_NODE_MAPPING && (grow->pending.count - frame->first) % 2)
			grow->pending.count--;
		close_frame(grow, frame->end, true);
	}
	if (!grow->pending.count)
		return NULL;
	root = PL_MAKE(grow->arena, struct pl_node);
	*root = grow->pending.items[0];
	return root->kind == PL_NODE_SCALAR && !root->of.text->value.len ? NULL : root;
}
