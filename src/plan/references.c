/* Looks up what refs name, once the whole plan has been read, and finds refs that are given twice. */
#include "plan/reader.h"

#include "base/str.h"
#include "plan/index.h"

#include "yaml/tree.h"

enum { MOST_PARTS = 64 };

/* A part of a text as a text of its own, without the spaces around it. */
static const struct pl_text *part_of(struct pl_reader *reader, const struct pl_text *text, size_t begin, size_t end)
{
	struct pl_text *part;
	struct pl_str value = text->value;

	while (begin < end && pl_ascii_is_space(value.ptr[begin]))
		begin++;
	while (end > begin && pl_ascii_is_space(value.ptr[end - 1]))
		end--;
	if (begin == end)
		return NULL;
	if (begin == 0 && end == value.len)
		return text;
	part = PL_MAKE(reader->arena, struct pl_text);
	part->value = pl_str_sub(value, begin, end);
	part->span = pl_yaml_locate(reader->source, text, (uint32_t)begin, (uint32_t)end);
	part->token = part->span.begin;
	part->style = text->style == PL_SCALAR_ALIAS ? PL_SCALAR_ALIAS : PL_SCALAR_PLAIN;
	return part;
}

size_t pl_split_references(struct pl_reader *reader, const struct pl_text *text, const struct pl_text **out,
                           size_t room)
{
	size_t count = 0, begin = 0;

	for (size_t i = 0; i <= text->value.len && count < room; i++) {
		if (i < text->value.len && text->value.ptr[i] != ',' && text->value.ptr[i] != ';')
			continue;
		out[count] = part_of(reader, text, begin, i);
		count += out[count] != NULL;
		begin = i + 1;
	}
	return count;
}

struct pl_references pl_read_references(struct pl_reader *reader, const struct pl_fields *fields, enum pl_key key,
                                        const struct pl_action *action)
{
	struct pl_texts texts = pl_gather_texts(reader, fields, key);
	struct pl_reference *references;
	size_t found;

	reader->references.count = 0;
	for (size_t i = 0; i < texts.count; i++) {
		const struct pl_text *parts[MOST_PARTS];
		size_t count = pl_split_references(reader, texts.items[i], parts, MOST_PARTS);

		for (size_t j = 0; j < count; j++)
			if (!pl_says_nothing(parts[j]->value))
				*PL_VEC_PUSH(reader->scratch, &reader->references) =
				        (struct pl_reference){.text = parts[j]};
	}
	found = reader->references.count;
	if (!found)
		return (struct pl_references){0};
	references = pl_arena_keep(reader->arena, reader->references.items, found * sizeof *references);
	for (size_t i = 0; i < found; i++)
		*PL_VEC_PUSH(reader->scratch, &reader->pending) = (struct pl_pending){
		        .of.reference = &references[i], .item = fields->item, .action = action, .key = (uint8_t)key};
	return (struct pl_references){references, found};
}

/* ---- what names nothing ----------------------------------------------------------------------------------------- */

/* Nearest names are for people: a file full of mistakes gets them for the first few. */
enum { MOST_NEAREST = 50, MOST_CANDIDATES = 5000 };

struct resolver {
	struct pl_reader *reader;
	struct pl_index index;
	unsigned raised;
};

static void raise_unknown(struct resolver *resolver, const struct pl_pending *pending, const struct pl_text *text,
                          struct pl_str nearest, const char *what)
{
	struct pl_arena *arena = resolver->reader->arena;
	const char *advice =
	        nearest.len ? pl_arena_print(arena, "Write \"%.*s\" if that is meant, or take the reference out",
	                                     PL_STR_ARG(nearest))
	                    : pl_arena_print(arena, "Write the ref of a %s, or take the reference out", what);

	pl_collect_builtin(resolver->reader->collector, PL_BUILTIN_UNKNOWN_REFERENCE, pending->item, text->span, advice,
	                   nearest.len ? "there is no %s \"%.*s\"; the nearest is \"%.*s\"" : "there is no %s \"%.*s\"",
	                   what, PL_STR_ARG(text->value), PL_STR_ARG(nearest));
}

struct nearest {
	struct pl_str wanted, best;
	size_t distance, seen;
};

static void consider(struct nearest *nearest, const struct pl_text *candidate)
{
	size_t longest, limit, distance;
	struct pl_str name;

	if (!candidate || nearest->seen++ > MOST_CANDIDATES)
		return;
	name = pl_str_trim(candidate->value);
	longest = name.len > nearest->wanted.len ? name.len : nearest->wanted.len;
	limit = longest < 3 ? 1 : longest / 2;
	distance = pl_str_distance(nearest->wanted, name, limit);
	if (distance <= limit && distance < nearest->distance) {
		nearest->distance = distance;
		nearest->best = name;
	}
}

static struct pl_str nearest_name(struct resolver *resolver, const struct pl_pending *pending,
                                  const struct pl_text *text)
{
	const struct pl_reader *reader = resolver->reader;
	const struct pl_action *action = pending->action;
	struct nearest nearest = {.wanted = pl_str_trim(text->value), .distance = SIZE_MAX};

	if (resolver->raised++ > MOST_NEAREST)
		return (struct pl_str){0};
	switch (pending->key) {
	case PL_KEY_FEEDS:
		for (size_t i = 0; i < action->target_count; i++)
			consider(&nearest, action->targets[i].item.ref);
		break;
	case PL_KEY_DEPENDS_ON:
		for (size_t i = 0; i < action->milestone_count; i++)
			if (&action->milestones[i]->item != pending->item)
				consider(&nearest, action->milestones[i]->item.ref);
		break;
	case PL_KEY_CARRIED_FORWARD:
		for (size_t i = 0; i < action->achievement_count; i++)
			consider(&nearest, action->achievements[i].item.ref);
		break;
	case PL_KEY_PRIORITIES:
		for (size_t i = 0; i < reader->priorities.count; i++)
			consider(&nearest, reader->priorities.items[i]->item.ref);
		break;
	case PL_KEY_IMPROVEMENT_PLAN:
		for (size_t i = 0; i < reader->plan->corporate_improvement.count; i++)
			consider(&nearest, reader->plan->corporate_improvement.items[i]);
		break;
	default:
		for (size_t i = 0; i < reader->actions.count; i++)
			if (reader->actions.items[i] != action)
				consider(&nearest, reader->actions.items[i]->item.ref);
	}
	return nearest.best;
}

static const char *wanted(const struct pl_reader *reader, uint8_t key)
{
	const struct pl_template_terms *terms = pl_template_terms(reader->plan->template_kind);

	switch (key) {
	case PL_KEY_FEEDS:
		return "SMART target";
	case PL_KEY_DEPENDS_ON:
		return terms->milestone;
	case PL_KEY_CARRIED_FORWARD:
		return "achievement";
	case PL_KEY_PRIORITIES:
		return "priority";
	case PL_KEY_IMPROVEMENT_PLAN:
		return "corporate improvement action";
	default:
		return terms->action;
	}
}

static void not_found(struct resolver *resolver, const struct pl_pending *pending, const struct pl_text *text)
{
	raise_unknown(resolver, pending, text, nearest_name(resolver, pending, text),
	              wanted(resolver->reader, pending->key));
}

/* ---- looking up ------------------------------------------------------------------------------------------------- */

/* KA3.M2: what stands behind the last dot that follows the ref of a key action. */
static const struct pl_item *find_dotted(struct resolver *resolver, enum pl_item_kind kind, struct pl_str name)
{
	for (size_t i = name.len; i-- > 1;) {
		const struct pl_item *item, *action;

		if (name.ptr[i] != '.')
			continue;
		action = pl_index_ref(&resolver->index, pl_str_sub(name, 0, i));
		if (!action || action->kind != PL_ITEM_ACTION)
			continue;
		item = pl_index_id(&resolver->index, (const struct pl_action *)action, kind,
		                   pl_str_sub(name, i + 1, name.len));
		if (item)
			return item;
	}
	return NULL;
}

static const struct pl_item *find_reference(struct resolver *resolver, const struct pl_pending *pending,
                                            struct pl_str name)
{
	const struct pl_item *item = NULL;

	switch (pending->key) {
	case PL_KEY_PRIORITIES:
		return pl_index_priority(&resolver->index, name);
	case PL_KEY_FEEDS:
		item = pl_index_id(&resolver->index, pending->action, PL_ITEM_TARGET, name);
		return item ? item : find_dotted(resolver, PL_ITEM_TARGET, name);
	case PL_KEY_DEPENDS_ON:
		item = pl_index_id(&resolver->index, pending->action, PL_ITEM_MILESTONE, name);
		break;
	default:
		break;
	}
	if (!item)
		item = find_dotted(resolver, PL_ITEM_MILESTONE, name);
	return item ? item : pl_index_ref(&resolver->index, name);
}

static void resolve_reference(struct resolver *resolver, const struct pl_pending *pending)
{
	struct pl_reference *reference = pending->of.reference;

	/* Where the plan declares no priorities, the refs are those of a plan that we don't have. */
	if (pending->key == PL_KEY_PRIORITIES && resolver->reader->priorities.count == 0)
		return;
	reference->item = find_reference(resolver, pending, pl_str_trim(reference->text->value));
	if (!reference->item)
		not_found(resolver, pending, reference->text);
}

static void resolve_link(struct resolver *resolver, const struct pl_pending *pending)
{
	struct pl_link *link = pending->of.link;
	const struct pl_item *item, *milestone;

	if (link->plan || !link->to)
		return;
	item = pl_index_ref(&resolver->index, pl_str_trim(link->to->value));
	milestone = item ? NULL : find_dotted(resolver, PL_ITEM_MILESTONE, pl_str_trim(link->to->value));
	if (milestone) {
		link->to_milestone = (const struct pl_milestone *)milestone;
		item = &link->to_milestone->action->item;
	}
	if (!item) {
		not_found(resolver, pending, link->to);
		return;
	}
	if (item->kind != PL_ITEM_ACTION)
		return;
	link->to_action = (const struct pl_action *)item;
	if (!link->milestone)
		return;
	milestone =
	        pl_index_id(&resolver->index, link->to_action, PL_ITEM_MILESTONE, pl_str_trim(link->milestone->value));
	link->to_milestone = (const struct pl_milestone *)milestone;
	if (!milestone) {
		struct pl_pending inside = *pending;

		inside.action = link->to_action;
		inside.key = PL_KEY_DEPENDS_ON; /* nearest among that action's milestones */
		not_found(resolver, &inside, link->milestone);
	}
}

/* With a plan of last period the name may be one of its milestones; without achievements there is nothing to look in.
 */
static void resolve_carry(struct resolver *resolver, const struct pl_pending *pending)
{
	struct pl_carry *carry = pending->of.carry;
	const struct pl_item *item =
	        pl_index_id(&resolver->index, pending->action, PL_ITEM_ACHIEVEMENT, pl_str_trim(carry->from->value));

	carry->source = (const struct pl_achievement *)item;
	if (!item && !resolver->reader->plan->previous && pending->action->achievement_count)
		not_found(resolver, pending, carry->from);
}

static bool names_improvement(const struct pl_plan *plan, struct pl_str name)
{
	for (size_t i = 0; i < plan->corporate_improvement.count; i++)
		if (pl_str_equal_fold(pl_str_trim(plan->corporate_improvement.items[i]->value), name))
			return true;
	return false;
}

static void resolve_improvement(struct resolver *resolver, const struct pl_pending *pending)
{
	const struct pl_plan *plan = resolver->reader->plan;
	const struct pl_text *text = pending->of.improvement, *parts[MOST_PARTS];
	size_t count;

	if (!plan->corporate_improvement.count || names_improvement(plan, pl_str_trim(text->value)))
		return;
	count = pl_split_references(resolver->reader, text, parts, MOST_PARTS);
	for (size_t i = 0; i < count; i++)
		if (!names_improvement(plan, pl_str_trim(parts[i]->value)))
			not_found(resolver, pending, parts[i]);
}

void pl_references_check(struct pl_reader *reader)
{
	struct resolver resolver = {.reader = reader};

	pl_index_build(&resolver.index, reader);
	for (size_t i = 0; i < reader->pending.count; i++) {
		const struct pl_pending *pending = &reader->pending.items[i];

		switch (pending->key) {
		case PL_KEY_LINKS:
			resolve_link(&resolver, pending);
			break;
		case PL_KEY_CARRIED_FORWARD:
			resolve_carry(&resolver, pending);
			break;
		case PL_KEY_IMPROVEMENT_PLAN:
			resolve_improvement(&resolver, pending);
			break;
		default:
			resolve_reference(&resolver, pending);
		}
	}
}
