/* The growing tree: open collections, anchors, and the limits on depth and nodes. */
#include "yaml/grow.h"

#include "base/str.h"

void pl_grow_begin(struct pl_grow *grow)
{
	grow->items.count = grow->pairs.count = grow->open.count = grow->anchors.count = 0;
	grow->anchor_names = (struct pl_map){0};
	grow->broken = grow->has_root = false;
}

static bool refuse(struct pl_grow *grow, struct pl_span span, uint32_t height)
{
	const struct pl_limits *limits = grow->limits;

	if (grow->open.count + height > limits->depth)
		pl_collect_builtin(
		        grow->collector, PL_BUILTIN_INPUT_LIMIT, NULL, span,
		        "Check the file for brackets or indentation that never end; if it is right as it "
		        "is, raise the limit with --max-depth",
		        "lists and items are nested more than %u deep here; the rest of the file was not read",
		        (unsigned)limits->depth);
	else
		pl_collect_builtin(
		        grow->collector, PL_BUILTIN_INPUT_LIMIT, NULL, span,
		        "Split the file, or use fewer aliases ('*name'), each of which repeats all it stands "
		        "for; if it is right as it is, raise the limit with --max-nodes",
		        "the file holds more than %u values up to here, aliases counted in full; the rest was "
		        "not read",
		        (unsigned)limits->nodes);
	return false;
}

/* Room for `nodes` more at `height` below the open collections? */
static inline bool within_limits(struct pl_grow *grow, struct pl_span span, uint64_t nodes, uint32_t height)
{
	grow->nodes += nodes;
	if (grow->open.count + height <= grow->limits->depth && grow->nodes <= grow->limits->nodes)
		return true;
	return refuse(grow, span, height);
}

static uint32_t add_anchor(struct pl_grow *grow, const char *name)
{
	struct pl_str copy;

	if (!name)
		return 0;
	copy = (struct pl_str){pl_arena_copy(grow->tree, pl_str_of(name)), strlen(name)};
	*PL_VEC_PUSH(grow->tree, &grow->anchors) = (struct pl_grow_anchor){.open = true};
	*pl_map_put(grow->tree, &grow->anchor_names, copy, NULL) = (uint32_t)grow->anchors.count;
	return (uint32_t)grow->anchors.count;
}

static struct pl_grow_frame *top(struct pl_grow *grow)
{
	return grow->open.count ? &grow->open.items[grow->open.count - 1] : NULL;
}

static bool wants_key(const struct pl_grow_frame *frame)
{
	return frame && frame->kind == PL_NODE_MAPPING && !frame->has_key;
}

/* The next pair, which its key is for; a block mapping begins with its first one. */
static struct pl_text *add_key(struct pl_grow *grow, struct pl_grow_frame *frame)
{
	frame->has_key = true;
	return &PL_VEC_PUSH(grow->tree, &grow->pairs)->key;
}

struct pl_text *pl_grow_text(struct pl_grow *grow)
{
	struct pl_grow_frame *frame = top(grow);

	return wants_key(frame) ? add_key(grow, frame) : PL_MAKE(grow->arena, struct pl_text);
}

static void extend(struct pl_grow *grow, struct pl_grow_frame *frame, struct pl_span span, bool is_key, uint32_t height)
{
	if (frame->height < height + 1)
		frame->height = height + 1;
	if (frame->end < span.end)
		frame->end = span.end;
	if (is_key && !frame->flow && grow->pairs.count == frame->first + 1)
		frame->begin = span.begin;
}

/* A finished node takes its place in the collection around it. */
static void add(struct pl_grow *grow, const struct pl_node *node, uint32_t height)
{
	struct pl_grow_frame *frame = top(grow);
	bool is_key = wants_key(frame);

	if (!frame) {
		grow->root = *node;
		grow->has_root = true;
		return;
	}
	if (is_key) { /* a collection: texts are there already */
		*add_key(grow, frame) =
		        (struct pl_text){.span = node->span, .style = (uint8_t)(PL_GROW_ODD_KEY + node->kind)};
	} else if (frame->kind == PL_NODE_MAPPING) {
		grow->pairs.items[grow->pairs.count - 1].value = *node;
		frame->has_key = false;
	} else {
		*PL_VEC_PUSH(grow->tree, &grow->items) = *node;
	}
	extend(grow, frame, node->span, is_key, height);
}

static void name_node(struct pl_grow *grow, uint32_t anchor, const struct pl_node *node, uint64_t nodes,
                      uint32_t height)
{
	if (anchor)
		grow->anchors.items[anchor - 1] =
		        (struct pl_grow_anchor){.node = *node, .nodes = nodes, .height = height};
}

/* Is the text the key that was begun last? */
static bool is_key(const struct pl_grow *grow, const struct pl_text *text)
{
	return grow->pairs.count && text == &grow->pairs.items[grow->pairs.count - 1].key;
}

bool pl_grow_scalar(struct pl_grow *grow, const struct pl_text *text, const char *anchor)
{
	struct pl_node node;
	bool of_pair = is_key(grow, text);

	if (!within_limits(grow, pl_text_token(text), 1, 0))
		return false;
	if (of_pair && !anchor) {
		extend(grow, top(grow), text->span, true, 0);
		return true;
	}
	node = (struct pl_node){.kind = PL_NODE_SCALAR, .span = text->span, .of.text = text};
	if (of_pair) {
		extend(grow, top(grow), text->span, true, 0);
		node.of.text = pl_arena_keep(grow->tree, text, sizeof *text); /* its pair will move */
	} else {
		add(grow, &node, 0);
	}
	if (anchor)
		name_node(grow, add_anchor(grow, anchor), &node, 1, 0);
	return true;
}

bool pl_grow_open(struct pl_grow *grow, enum pl_node_kind kind, bool flow, uint32_t begin, const char *anchor)
{
	struct pl_grow_frame frame = {
	        .kind = (uint8_t)kind, .flow = flow, .begin = begin, .end = begin, .nodes_before = grow->nodes};

	if (!within_limits(grow, (struct pl_span){begin, begin + 1}, 1, 1))
		return false;
	frame.first = (uint32_t)(kind == PL_NODE_MAPPING ? grow->pairs.count : grow->items.count);
	frame.anchor = add_anchor(grow, anchor);
	*PL_VEC_PUSH(grow->tree, &grow->open) = frame;
	return true;
}

static void close_frame(struct pl_grow *grow, uint32_t end, bool cut)
{
	struct pl_grow_frame frame = grow->open.items[--grow->open.count];
	struct pl_node node = {.kind = frame.kind, .cut = cut, .span = {frame.begin, end}};

	if (frame.kind == PL_NODE_MAPPING) {
		pl_grow_pairs(grow, &node, (uint32_t)(grow->pairs.count - frame.first));
	} else {
		node.count = (uint32_t)(grow->items.count - frame.first);
		node.of.items = pl_arena_keep(grow->tree, node.count ? &grow->items.items[frame.first] : NULL,
		                              node.count * sizeof *node.of.items);
		grow->items.count = frame.first;
	}
	add(grow, &node, frame.height);
	name_node(grow, frame.anchor, &node, grow->nodes - frame.nodes_before, frame.height);
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

uint32_t pl_grow_bracket(const struct pl_grow *grow)
{
	const struct pl_grow_frame *frame = grow->open.count ? &grow->open.items[grow->open.count - 1] : NULL;

	return frame && frame->flow ? frame->begin : UINT32_MAX;
}

bool pl_grow_alias(struct pl_grow *grow, struct pl_span span, const char *name)
{
	const struct pl_grow_anchor *anchor = resolve(grow, span, name);
	struct pl_node node = {.kind = PL_NODE_SCALAR, .span = span};
	uint64_t nodes = anchor ? anchor->nodes : 1;
	uint32_t height = anchor ? anchor->height : 0;

	if (!within_limits(grow, span, nodes, height))
		return false;
	if (anchor)
		node = anchor->node;
	node.span = span;
	if (node.kind == PL_NODE_SCALAR) {
		struct pl_str value = anchor ? node.of.text->value : PL_STR("");
		struct pl_text *text = pl_grow_text(grow);

		*text = (struct pl_text){.value = value, .span = span, .token = span.begin, .style = PL_SCALAR_ALIAS};
		node.of.text = text;
		if (is_key(grow, text)) {
			extend(grow, top(grow), span, true, height);
			return true;
		}
	}
	add(grow, &node, height);
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
	for (size_t i = frame->first; i < grow->pairs.count; i++)
		if (grow->pairs.items[i].key.style >= PL_GROW_ODD_KEY ||
		    grow->pairs.items[i].value.kind != PL_NODE_SCALAR)
			return;
	grow->pairs.count = frame->first;
	grow->open.count--;
}

const struct pl_node *pl_grow_end(struct pl_grow *grow)
{
	struct pl_node *root;

	drop_begun_item(grow);
	while (grow->open.count) {
		const struct pl_grow_frame *frame = top(grow);

		grow->broken = true;
		if (frame->has_key)
			grow->pairs.count--;
		close_frame(grow, frame->end, true);
	}
	if (!grow->has_root)
		return NULL;
	root = pl_arena_keep(grow->tree, &grow->root, sizeof grow->root);
	return root->kind == PL_NODE_SCALAR && !root->of.text->value.len ? NULL : root;
}
