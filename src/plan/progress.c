/* Reads the record of progress: status, percentage, colour, comments, reviews, what was carried forward. */
#include "base/str.h"
#include "plan/reader.h"

const struct pl_progress pl_progress_none = {
        .at_days = {PL_NO_DAY, PL_NO_DAY},
        .percent = -1,
        .updated_on = PL_NO_DAY,
};

static void read_status(struct pl_reader *reader, const struct pl_fields *fields, struct pl_progress *out)
{
	const char *nearest;

	out->status = pl_read_text(reader, fields, PL_KEY_STATUS);
	if (!out->status)
		return;
	if (pl_says_nothing(out->status->value)) {
		out->status = NULL;
		return;
	}
	if (pl_status_parse(out->status->value, &out->state))
		return;
	nearest = pl_status_nearest(reader->arena, out->status->value);
	pl_invalid_value(reader, fields->item, out->status,
	                 nearest ? pl_arena_print(reader->arena,
	                                          "Write '%s', or another of: not started, in progress, delayed, "
	                                          "overdue, completed, cancelled",
	                                          nearest)
	                         : "Write one of: not started, in progress, delayed, overdue, completed, cancelled",
	                 "no status that planlint knows");
}

static void read_percent(struct pl_reader *reader, const struct pl_fields *fields, struct pl_progress *out)
{
	out->percent_text = pl_read_text(reader, fields, PL_KEY_PERCENT_COMPLETE);
	if (!out->percent_text || pl_says_nothing(out->percent_text->value))
		return;
	if (pl_percent_parse(out->percent_text->value, &out->percent))
		return;
	out->percent = -1;
	pl_invalid_value(reader, fields->item, out->percent_text, "Write a number from 0 to 100, such as 50",
	                 "no percentage from 0 to 100");
}

static void read_rag(struct pl_reader *reader, const struct pl_fields *fields, struct pl_progress *out)
{
	out->rag_text = pl_read_text(reader, fields, PL_KEY_RAG);
	if (!out->rag_text || pl_says_nothing(out->rag_text->value))
		return;
	if (!pl_rag_parse(out->rag_text->value, &out->rag))
		pl_invalid_value(reader, fields->item, out->rag_text, "Write R, A or G, or red, amber or green",
		                 "none of the colours red, amber and green");
}

void pl_read_progress(struct pl_reader *reader, const struct pl_fields *fields, struct pl_progress *out)
{
	*out = pl_progress_none;
	read_status(reader, fields, out);
	read_percent(reader, fields, out);
	read_rag(reader, fields, out);
	out->comments = pl_read_text(reader, fields, PL_KEY_COMMENTS);
	out->updated_on = pl_read_day(reader, fields, PL_KEY_UPDATED_ON, true, &out->updated_text);
}

const struct pl_progress *pl_read_own_progress(struct pl_reader *reader, const struct pl_fields *fields)
{
	struct pl_progress *progress;

	if (!fields->value[PL_KEY_STATUS] && !fields->value[PL_KEY_PERCENT_COMPLETE] && !fields->value[PL_KEY_RAG] &&
	    !fields->value[PL_KEY_COMMENTS] && !fields->value[PL_KEY_UPDATED_ON])
		return &pl_progress_none;
	progress = PL_MAKE(reader->arena, struct pl_progress);
	pl_read_progress(reader, fields, progress);
	return progress;
}

static bool read_review(struct pl_reader *reader, const struct pl_walk *walk, const struct pl_entry *entry,
                        struct pl_progress *out)
{
	struct pl_fields fields = {.place = PL_IN_REVIEW, .item = walk->item};

	if (!entry->node)
		return false;
	if (entry->node->kind != PL_NODE_MAPPING) {
		pl_wrong_type(reader, walk->item, walk->name, entry->node, "a review with 'at' and 'status'");
		return false;
	}
	pl_fields_read(reader, entry->node, &fields);
	if (entry->key && !fields.value[PL_KEY_AT] && !pl_text_is_absent(entry->key))
		fields.value[PL_KEY_AT] = pl_key_node(reader, entry->key);
	pl_read_progress(reader, &fields, out);
	out->at = pl_read_text(reader, &fields, PL_KEY_AT);
	if (out->at)
		out->at_days = pl_read_due_text(reader, walk->item, "at", out->at).days;
	return true;
}

const struct pl_progress *pl_read_reviews(struct pl_reader *reader, const struct pl_fields *fields, size_t *count)
{
	struct pl_progress *reviews;
	struct pl_entry entry;
	struct pl_walk walk;

	*count = 0;
	if (!fields->value[PL_KEY_REVIEWS])
		return NULL;
	walk = pl_walk_list(reader, fields, PL_KEY_REVIEWS, PL_IN_REVIEW);
	reviews = PL_MAKE_ARRAY(reader->arena, pl_walk_room(&walk), struct pl_progress);
	while (pl_walk_next(reader, &walk, &entry))
		*count += read_review(reader, &walk, &entry, &reviews[*count]);
	return reviews;
}

/* yes, no, the id it came from, or words on why. */
static void read_carry_text(const struct pl_text *text, struct pl_carry *carry)
{
	if (pl_yes_no_parse(text->value, &carry->said)) {
		carry->text = text;
		return;
	}
	if (pl_says_nothing(text->value))
		return;
	carry->said = PL_YES;
	if (memchr(text->value.ptr, ' ', text->value.len))
		carry->explanation = text;
	else
		carry->from = text;
}

const struct pl_carry *pl_read_carry(struct pl_reader *reader, const struct pl_fields *fields,
                                     const struct pl_action *action)
{
	const struct pl_node *node = fields->value[PL_KEY_CARRIED_FORWARD];
	struct pl_carry *carry;

	if (!node)
		return NULL;
	carry = PL_MAKE(reader->arena, struct pl_carry);
	if (node->kind == PL_NODE_MAPPING) {
		struct pl_fields inner = {.place = PL_IN_CARRY, .item = fields->item};

		pl_fields_read(reader, node, &inner);
		carry->said = PL_YES;
		carry->from = pl_read_text(reader, &inner, PL_KEY_FROM);
		carry->explanation = pl_read_text(reader, &inner, PL_KEY_EXPLANATION);
	} else {
		const struct pl_text *text = pl_read_text(reader, fields, PL_KEY_CARRIED_FORWARD);

		if (text)
			read_carry_text(text, carry);
	}
	if (!carry->explanation)
		carry->explanation = pl_read_text(reader, fields, PL_KEY_EXPLANATION);
	if (carry->from && fields->place != PL_IN_ACHIEVEMENT)
		*PL_VEC_PUSH(reader->scratch, &reader->pending) = (struct pl_pending){
		        .of.carry = carry, .item = fields->item, .action = action, .key = PL_KEY_CARRIED_FORWARD};
	return carry;
}
