/* Learns officers' names, and finds them at the beginning of texts. */
#include "report/redact_names.h"

#include "base/str.h"

bool pl_redact_in_word(unsigned char byte)
{
	return pl_ascii_is_alpha((char)byte) || pl_ascii_is_digit((char)byte) || byte >= 0xC3;
}

/* ---- pieces ----------------------------------------------------------------------------------------------------- */

enum { PIECE = 60 };

/* A node's number and a piece behind it. */
struct key {
	char bytes[sizeof(uint32_t) + PIECE];
	size_t length;
};

static struct pl_str key_text(const struct key *key) { return (struct pl_str){key->bytes, key->length}; }

/* Cuts the next piece off the text: a word in lower case (or so much of it as there is room for), any white space as
 * one blank, or a mark. */
static struct key take_piece(uint32_t node, struct pl_str text, size_t *at)
{
	struct key key = {.length = sizeof node};

	memcpy(key.bytes, &node, sizeof node);
	if (pl_ascii_is_space(text.ptr[*at])) {
		while (*at < text.len && pl_ascii_is_space(text.ptr[*at]))
			++*at;
		key.bytes[key.length++] = ' ';
		return key;
	}
	do
		key.bytes[key.length++] = pl_ascii_lower(text.ptr[(*at)++]);
	while (*at < text.len && key.length < sizeof key.bytes && pl_redact_in_word((unsigned char)text.ptr[*at - 1]) &&
	       pl_redact_in_word((unsigned char)text.ptr[*at]));
	return key;
}

static size_t has_capital(struct pl_str words) { return words.ptr[0] >= 'A' && words.ptr[0] <= 'Z'; }

/* ---- learning --------------------------------------------------------------------------------------------------- */

/* Of two the longest, so that "Ann Shah Jones" is not taken for "Ann Shah"; of equal ones that which came first. */
static uint32_t longer(const struct pl_redact_names *names, uint32_t a, uint32_t b)
{
	size_t left = a ? names->items.items[a - 1].words.len : 0, right = b ? names->items.items[b - 1].words.len : 0;

	return left > right || (left == right && a < b) ? a : b;
}

static uint32_t child_of(struct pl_redact_names *names, struct pl_arena *arena, const struct key *key)
{
	uint32_t *child = pl_map_find(&names->children, key_text(key));
	char *kept;

	if (child)
		return *child;
	kept = pl_arena_bytes(arena, key->length);
	memcpy(kept, key->bytes, key->length);
	child = pl_map_put(arena, &names->children, (struct pl_str){kept, key->length}, NULL);
	*child = (uint32_t)names->nodes.count;
	PL_VEC_PUSH(arena, &names->nodes);
	return *child;
}

void pl_redact_names_add(struct pl_redact_names *names, struct pl_arena *arena, struct pl_redact_name name)
{
	uint32_t place, node = 0;

	if (!names->nodes.count)
		PL_VEC_PUSH(arena, &names->nodes);
	*PL_VEC_PUSH(arena, &names->items) = name;
	place = (uint32_t)names->items.count;
	for (size_t at = 0; at < name.words.len;) {
		uint32_t *cut = &names->nodes.items[node].cut[has_capital(name.words)];
		struct key key;

		if (pl_ascii_is_space(name.words.ptr[at]) && !name.exact_case)
			*cut = longer(names, *cut, place);
		key = take_piece(node, name.words, &at);
		node = child_of(names, arena, &key);
	}
	names->nodes.items[node].whole = longer(names, names->nodes.items[node].whole, place);
}

/* ---- finding ---------------------------------------------------------------------------------------------------- */

enum { LEAST_CUT = 3 }; /* bytes that are left of a name */

/* White space up to a cut ("Meet Ann …"), or up to the end of a line that the name may go on behind. */
static bool is_cut(struct pl_str rest, bool is_line)
{
	rest = pl_str_trim(rest);
	return rest.len ? pl_str_starts(rest, PL_STR("\xE2\x80\xA6")) : is_line;
}

static bool is_whole(const struct pl_redact_names *names, uint32_t place, struct pl_str text, size_t at)
{
	const struct pl_redact_name *name = place ? &names->items.items[place - 1] : NULL;

	if (!name || (at < text.len && pl_redact_in_word((unsigned char)text.ptr[at])))
		return false;
	return !name->exact_case || pl_str_equal(name->words, pl_str_sub(text, 0, at));
}

static bool go_on(const struct pl_redact_names *names, uint32_t *node, struct pl_str text, size_t *at)
{
	struct key key = take_piece(*node, text, at);
	const uint32_t *child = pl_map_find(&names->children, key_text(&key));

	if (child)
		*node = *child;
	return child != NULL;
}

const struct pl_redact_name *pl_redact_names_find(const struct pl_redact_names *names, struct pl_str text, bool is_line,
                                                  size_t *length)
{
	uint32_t node = 0, best = 0;
	bool is_over = !names->nodes.count;

	for (size_t at = 0; !is_over;) {
		const struct pl_redact_node *here = &names->nodes.items[node];
		uint32_t found = is_whole(names, here->whole, text, at) ? here->whole : 0;

		is_over = at == text.len;
		if (at >= LEAST_CUT && (is_over || pl_ascii_is_space(text.ptr[at])) &&
		    is_cut(pl_str_sub(text, at, text.len), is_line)) {
			found = longer(names, found, here->cut[has_capital(text)]);
			is_over = true;
		}
		if (found && longer(names, best, found) != best) {
			best = found;
			*length = at;
		}
		is_over = is_over || !go_on(names, &node, text, &at);
	}
	return best ? &names->items.items[best - 1] : NULL;
}
