/* Writes a tree as text, a node a line, for tests and for the curious. */
#include "base/buf.h"
#include "base/str.h"
#include "yaml/tree.h"

static const char *const kinds[] = {"text", "list", "mapping"};
static const char *const styles[] = {"plain", "single", "double", "literal", "folded", "alias"};

struct dump {
	const struct pl_source *source;
	struct pl_buf *out;
};

static void put_span(const struct dump *dump, struct pl_span span)
{
	struct pl_range range = pl_source_range(dump->source, span);

	pl_buf_print(dump->out, "%u:%u-%u:%u", (unsigned)range.start.line, (unsigned)range.start.column,
	             (unsigned)range.end.line, (unsigned)range.end.column);
}

static void put_quoted(struct pl_buf *out, struct pl_str value)
{
	pl_buf_putc(out, '"');
	for (size_t i = 0; i < value.len; i++) {
		char c = value.ptr[i];

		if (c == '\n')
			pl_buf_puts(out, "\\n");
		else if (c == '"' || c == '\\')
			pl_buf_print(out, "\\%c", c);
		else if ((unsigned char)c < 0x20 || c == 0x7f)
			pl_buf_print(out, "\\x%02x", (unsigned)c);
		else
			pl_buf_putc(out, c);
	}
	pl_buf_putc(out, '"');
}

static void put_indent(const struct dump *dump, unsigned depth)
{
	for (unsigned i = 0; i < depth; i++)
		pl_buf_puts(dump->out, "  ");
}

static void put_node(const struct dump *dump, const struct pl_node *node, unsigned depth);

static void put_pair(const struct dump *dump, const struct pl_pair *pair, unsigned depth)
{
	put_indent(dump, depth);
	put_quoted(dump->out, pair->key.value);
	pl_buf_putc(dump->out, ' ');
	put_span(dump, pair->key.span);
	pl_buf_puts(dump->out, pair->value.merged ? " merged: " : ": ");
	put_node(dump, &pair->value, depth);
}

/* The rest of the current line, and the lines of what the node holds. */
static void put_node(const struct dump *dump, const struct pl_node *node, unsigned depth)
{
	const struct pl_text *text = node->of.text;

	pl_buf_puts(dump->out, node->kind == PL_NODE_SCALAR ? styles[text->style] : kinds[node->kind]);
	pl_buf_putc(dump->out, ' ');
	put_span(dump, node->span);
	if (node->cut)
		pl_buf_puts(dump->out, " cut");
	if (node->kind == PL_NODE_SCALAR) {
		pl_buf_putc(dump->out, ' ');
		put_quoted(dump->out, text->value);
	}
	pl_buf_putc(dump->out, '\n');
	for (uint32_t i = 0; node->kind == PL_NODE_SEQUENCE && i < node->count; i++) {
		put_indent(dump, depth + 1);
		pl_buf_puts(dump->out, "- ");
		put_node(dump, &node->of.items[i], depth + 1);
	}
	for (uint32_t i = 0; node->kind == PL_NODE_MAPPING && i < node->count; i++)
		put_pair(dump, &node->of.pairs[i], depth + 1);
}

void pl_yaml_dump(const struct pl_stream *stream, const struct pl_source *source, struct pl_buf *out)
{
	const struct dump dump = {source, out};

	for (size_t i = 0; i < stream->count; i++) {
		const struct pl_document *document = &stream->documents[i];

		pl_buf_print(out, "document %zu ", i + 1);
		put_span(&dump, document->span);
		pl_buf_puts(out, document->broken ? " broken: " : ": ");
		if (document->root)
			put_node(&dump, document->root, 0);
		else
			pl_buf_puts(out, "empty\n");
	}
}
