/* Finds refs that are written differently from all their siblings, or from the project's pattern. */
#include "base/str.h"
#include "plan/reader.h"

enum { SHAPE_ROOM = 48, FEWEST_SIBLINGS = 3 };

/* KA12 and CIP4 are "A9", 01.02a is "9.9a". */
static struct pl_str shape_of(struct pl_str ref, char room[SHAPE_ROOM])
{
	size_t n = 0;

	for (size_t i = 0; i < ref.len && n < SHAPE_ROOM; i++) {
		char c = ref.ptr[i];
		char kind = pl_ascii_is_digit(c)   ? '9'
		            : c >= 'A' && c <= 'Z' ? 'A'
		            : pl_ascii_is_alpha(c) ? 'a'
		            : pl_ascii_is_space(c) ? ' '
		                                   : c;
		bool repeats = kind == '9' || kind == 'A' || kind == 'a' || kind == ' ';

		if (n == 0 || room[n - 1] != kind || !repeats)
			room[n++] = kind;
	}
	return (struct pl_str){room, n};
}

static bool is_same(char a, char b) { return a == b || (pl_ascii_is_digit(a) && pl_ascii_is_digit(b)); }

/* M1 and M2: only digits differ, as nearly always. */
static bool differ_in_digits(struct pl_str a, struct pl_str b)
{
	size_t i = 0;

	while (i < a.len && i < b.len && is_same(a.ptr[i], b.ptr[i]))
		i++;
	return i == a.len && i == b.len;
}

static bool same_shape(const struct pl_text *a, const struct pl_text *b)
{
	struct pl_str x = pl_str_trim(a->value), y = pl_str_trim(b->value);
	char left[SHAPE_ROOM], right[SHAPE_ROOM];

	return differ_in_digits(x, y) || pl_str_equal(shape_of(x, left), shape_of(y, right));
}

/* The refs of one list, in order. */
struct group {
	const struct pl_item *parent;
	enum pl_item_kind kind;
	const struct pl_item *first[3]; /* that have refs */
	const struct pl_item *odd;
	size_t refs, odd_count;
};

/* The shape that at least two of the first three have. */
static const struct pl_item *norm(const struct group *group)
{
	if (same_shape(group->first[0]->ref, group->first[1]->ref) ||
	    same_shape(group->first[0]->ref, group->first[2]->ref))
		return group->first[0];
	return same_shape(group->first[1]->ref, group->first[2]->ref) ? group->first[1] : NULL;
}

/* "3a" put in between 3 and 4 is how numbering goes on, not a slip. */
static bool is_inserted(struct pl_str ref)
{
	return ref.len > 1 && pl_ascii_is_alpha(ref.ptr[ref.len - 1]) && pl_ascii_is_digit(ref.ptr[ref.len - 2]);
}

static void close_group(struct pl_reader *reader, const struct group *group, const struct pl_item *normal)
{
	const struct pl_item *odd = group->odd;
	struct pl_record_place related;

	if (!normal || group->odd_count != 1 || group->refs <= FEWEST_SIBLINGS ||
	    is_inserted(pl_str_trim(odd->ref->value)))
		return;
	related = (struct pl_record_place){
	        .item = normal, .span = normal->ref->span, .message = "written like all others"};
	pl_collect_builtin_related(
	        reader->collector, PL_BUILTIN_REF_FORMAT, odd, odd->ref->span, &related,
	        pl_arena_print(reader->arena, "Write it in the form of \"%.*s\"", PL_STR_ARG(normal->ref->value)),
	        "\"%.*s\" is written differently from the %zu others beside it, such as \"%.*s\"",
	        PL_STR_ARG(odd->ref->value), group->refs - 1, PL_STR_ARG(normal->ref->value));
}

/* Items of one list, which stand together; `at` answers the next or NULL. */
static void check_run(struct pl_reader *reader, const struct pl_item *const *items, size_t count)
{
	struct group group = {0};
	const struct pl_item *normal;

	for (size_t i = 0; i < count && group.refs < 3; i++)
		if (items[i]->ref)
			group.first[group.refs++] = items[i];
	if (group.refs < 3)
		return;
	normal = norm(&group);
	if (!normal)
		return;
	group.refs = 0;
	for (size_t i = 0; i < count; i++) {
		if (!items[i]->ref)
			continue;
		group.refs++;
		if (!same_shape(items[i]->ref, normal->ref)) {
			group.odd = items[i];
			group.odd_count++;
		}
	}
	close_group(reader, &group, normal);
}

static void check_pattern(struct pl_reader *reader, const struct pl_item *item)
{
	if (!item->ref || reader->options->ref_matches(reader->options->ref_pattern, pl_str_trim(item->ref->value)))
		return;
	pl_collect_builtin(reader->collector, PL_BUILTIN_REF_FORMAT, item, item->ref->span,
	                   "Write the ref in the form that the project has agreed",
	                   "\"%.*s\" does not have the form that this project's configuration asks for",
	                   PL_STR_ARG(item->ref->value));
}

/* Splits items into runs of the same parent. */
static void check_items(struct pl_reader *reader, const struct pl_item *const *items, size_t count)
{
	for (size_t begin = 0, end; begin < count; begin = end) {
		for (end = begin + 1; end < count && items[end]->parent == items[begin]->parent; end++)
			;
		check_run(reader, items + begin, end - begin);
	}
}

void pl_check_ref_format(struct pl_reader *reader)
{
	size_t most = reader->actions.count + reader->objectives.count + reader->milestones.count;
	const struct pl_item **items = PL_MAKE_ARRAY(reader->scratch, most, const struct pl_item *);
	size_t count = 0;

	for (size_t i = 0; i < reader->actions.count; i++)
		items[count++] = &reader->actions.items[i]->item;
	if (reader->options->ref_pattern) {
		for (size_t i = 0; i < count; i++)
			check_pattern(reader, items[i]);
	} else {
		check_items(reader, items, count);
		count = 0;
		for (size_t i = 0; i < reader->objectives.count; i++)
			items[count++] = &reader->objectives.items[i]->item;
		check_items(reader, items, count);
	}
	count = 0;
	for (size_t i = 0; i < reader->milestones.count; i++)
		if (!reader->milestones.items[i]->is_action)
			items[count++] = &reader->milestones.items[i]->item;
	check_items(reader, items, count);
}
