/* Knows the officers' names, and takes them out of texts. */
#include "report/redact.h"

#include "base/buf.h"
#include "base/str.h"

#include <stdlib.h>

/* ---- learning names --------------------------------------------------------------------------------------------- */

struct pl_redaction *pl_redact_open(struct pl_arena *arena, const char *key)
{
	struct pl_redaction *redaction = PL_MAKE(arena, struct pl_redaction);

	redaction->arena = arena;
	redaction->key = key && *key ? key : NULL;
	return redaction;
}

static struct pl_str lowered(struct pl_arena *arena, struct pl_str text)
{
	char *copy = pl_arena_copy(arena, text);

	for (size_t i = 0; i < text.len; i++)
		copy[i] = pl_ascii_lower(copy[i]);
	return (struct pl_str){copy, text.len};
}

static const char *token_for(struct pl_redaction *redaction, struct pl_str lower)
{
	const char *keyed;

	redaction->officers++;
	if (!redaction->key)
		return pl_arena_print(redaction->arena, "officer-%zu", redaction->officers);
	keyed = pl_arena_print(redaction->arena, "%s\n%.*s\n%s", redaction->key, PL_STR_ARG(lower), redaction->key);
	return pl_arena_print(redaction->arena, "officer-%s", pl_hash_digits(redaction->arena, pl_str_of(keyed), 10));
}

static bool is_in(struct pl_str word, const char *const *list)
{
	for (; *list; list++)
		if (pl_str_equal_fold(word, pl_str_of(*list)))
			return true;
	return false;
}

/* "Head of Housing" has no surname. */
static bool is_person(struct pl_str name, struct pl_str *surname)
{
	static const char *const jobs[] = {
	        "head",    "manager",   "officer",   "director",  "team",  "lead",  "leader", "service", "services",
	        "chief",   "executive", "assistant", "deputy",    "chair", "group", "board",  "unit",    "department",
	        "partner", "partners",  "council",   "committee", "of",    "the",   "and",    "for",     NULL};
	size_t words = 0;
	struct pl_str rest = name, word;

	while (pl_str_split(&rest, ' ', &word)) {
		bool capital =
		        word.len && ((word.ptr[0] >= 'A' && word.ptr[0] <= 'Z') || (unsigned char)word.ptr[0] >= 0xC3);

		if (!word.len)
			continue;
		if (!capital || is_in(word, jobs))
			return false;
		*surname = word;
		words++;
	}
	return words > 1 && surname->len > 2;
}

/* A surname that two officers share tells neither from the other. */
static void add_surname(struct pl_redaction *redaction, struct pl_str surname, const char *token)
{
	struct pl_str key = lowered(redaction->arena, surname);
	uint32_t *place = pl_map_put(redaction->arena, &redaction->tokens, key, NULL);

	if (*place && strcmp(redaction->names.items.items[*place - 1].token, token) != 0) {
		redaction->names.items.items[*place - 1].token = "officer";
		return;
	}
	if (*place)
		return;
	pl_redact_names_add(&redaction->names, redaction->arena, (struct pl_redact_name){surname, token, true});
	*place = (uint32_t)redaction->names.items.count;
}

static void learn_name(struct pl_redaction *redaction, struct pl_str name)
{
	static const char *const nobody[] = {"tbc",
	                                     "tba",
	                                     "n/a",
	                                     "none",
	                                     "all",
	                                     "various",
	                                     "vacant",
	                                     "unknown",
	                                     "various officers",
	                                     "all officers",
	                                     "officer",
	                                     "officers",
	                                     NULL};
	struct pl_str kept, lower, surname = {0};
	uint32_t *place;

	if (name.len < 2 || is_in(name, nobody))
		return;
	lower = lowered(redaction->arena, name);
	place = pl_map_put(redaction->arena, &redaction->tokens, lower, NULL);
	if (*place)
		return;
	kept = (struct pl_str){pl_arena_copy(redaction->arena, name), name.len};
	pl_redact_names_add(&redaction->names, redaction->arena,
	                    (struct pl_redact_name){kept, token_for(redaction, lower), false});
	*place = (uint32_t)redaction->names.items.count;
	if (is_person(kept, &surname))
		add_surname(redaction, surname, redaction->names.items.items[*place - 1].token);
}

/* Several people in one value: "A. Shah / B. Jones", "A. Shah and B. Jones (lead)". */
static void learn_value(struct pl_redaction *redaction, const struct pl_text *text)
{
	struct pl_str value = text ? text->value : (struct pl_str){0};
	size_t begin = 0;

	for (size_t at = 0; at <= value.len; at++) {
		size_t skip = 1;

		if (at < value.len && strchr("/,;&()\n", value.ptr[at]) == NULL) {
			if (!pl_str_starts(pl_str_sub(value, at, value.len), PL_STR(" and ")))
				continue;
			skip = 5;
		}
		learn_name(redaction, pl_str_trim(pl_str_sub(value, begin, at)));
		begin = at + skip;
		at = begin - 1;
	}
}

static void learn_plan(struct pl_redaction *redaction, const struct pl_plan *plan)
{
	for (size_t i = 0; plan && i < plan->action_count; i++) {
		const struct pl_action *action = plan->actions[i];

		learn_value(redaction, action->lead_officer);
		for (size_t k = 0; k < action->milestone_count; k++)
			learn_value(redaction, action->milestones[k]->lead_officer);
	}
}

enum { MOST_PERIODS = 100 }; /* plans that name each other have no first one */

void pl_redact_learn(struct pl_redaction *redaction, const struct pl_file *file)
{
	for (size_t i = 0; i < file->plan_count; i++) {
		const struct pl_plan *plan = file->plans[i];

		for (size_t k = 0; plan && k < MOST_PERIODS; k++, plan = plan->previous_plan)
			learn_plan(redaction, plan);
	}
}

/* ---- finding names ---------------------------------------------------------------------------------------------- */

struct piece {
	size_t begin, end; /* of the text that goes */
	const char *token;
};

/* All in the arena: memory may run out anywhere. */
struct rewrite {
	struct pl_redaction *redaction;
	struct pl_arena *arena;
	struct pl_str text;
	PL_VEC(struct piece) pieces;
	size_t length; /* of what the text becomes */
	struct pl_redact_edits *edits;
};

static void replace(struct rewrite *rewrite, size_t begin, size_t end, const char *token)
{
	size_t length = strlen(token);

	*PL_VEC_PUSH(rewrite->arena, &rewrite->pieces) = (struct piece){begin, end, token};
	rewrite->length += length - (end - begin);
	if (rewrite->edits)
		*PL_VEC_PUSH(rewrite->arena, &rewrite->edits->items) = (struct pl_redact_edit){begin, end, length};
}

static char *put(char *at, const char *bytes, size_t length)
{
	if (length)
		memcpy(at, bytes, length);
	return at + length;
}

static struct pl_str finish(struct rewrite *rewrite)
{
	struct pl_str text = rewrite->text;
	size_t copied = 0;
	char *out, *at;

	if (!rewrite->pieces.count)
		return text;
	at = out = pl_arena_bytes(rewrite->arena, rewrite->length + 1);
	for (size_t i = 0; i < rewrite->pieces.count; i++) {
		const struct piece *piece = &rewrite->pieces.items[i];

		at = put(at, text.ptr + copied, piece->begin - copied);
		at = put(at, piece->token, strlen(piece->token));
		copied = piece->end;
	}
	at = put(at, text.ptr + copied, text.len - copied);
	*at = '\0';
	return (struct pl_str){out, rewrite->length};
}

/* Does what ends before `colon` name people as keys do: lead_officer, owner, "Responsible officer"? */
static bool names_people(struct pl_str before)
{
	static const char *const words[] = {"officer", "oficer", "lead", "owner", "responsib", NULL};
	struct pl_str lower;
	char bytes[64];
	size_t begin = before.len;

	while (begin && before.len - begin < sizeof bytes - 1 && !strchr("{,[", before.ptr[begin - 1]))
		begin--;
	lower = pl_str_sub(before, begin, before.len);
	for (size_t i = 0; i < lower.len; i++)
		bytes[i] = pl_ascii_lower(lower.ptr[i]);
	bytes[lower.len] = '\0';
	for (size_t i = 0; words[i]; i++)
		if (strstr(bytes, words[i]))
			return true;
	return false;
}

/* The value behind a key, up to what ends it on this line. */
static size_t value_end(struct pl_str line, size_t at)
{
	while (at < line.len && !strchr(",}", line.ptr[at]) &&
	       !(line.ptr[at] == '#' && pl_ascii_is_space(line.ptr[at - 1])))
		at++;
	while (pl_ascii_is_space(line.ptr[at - 1]))
		at--;
	return at;
}

static struct pl_str redact(struct pl_redaction *redaction, struct pl_arena *arena, struct pl_str text, bool is_line,
                            struct pl_redact_edits *edits)
{
	struct rewrite rewrite = {
	        .redaction = redaction, .arena = arena, .text = text, .length = text.len, .edits = edits};

	for (size_t at = 0, length; at < text.len; at++) {
		const struct pl_redact_name *name;

		if (is_line && text.ptr[at] == ':' && at + 2 < text.len && text.ptr[at + 1] == ' ' &&
		    names_people(pl_str_sub(text, 0, at))) {
			size_t begin = at + 2, end = value_end(text, begin);
			struct pl_str value = pl_str_sub(text, begin, end > begin ? end : begin);

			name = value.len ? pl_redact_names_find(&redaction->names, value, false, &length) : NULL;
			if (value.len)
				replace(&rewrite, begin, end, name && length == value.len ? name->token : "officer");
			at = value.len ? end - 1 : at;
			continue;
		}
		if (at && pl_redact_in_word((unsigned char)text.ptr[at - 1]))
			continue;
		name = pl_redact_names_find(&redaction->names, pl_str_sub(text, at, text.len), is_line, &length);
		if (!name)
			continue;
		replace(&rewrite, at, at + length, name->token);
		at += length - 1;
	}
	return finish(&rewrite);
}

struct pl_str pl_redact_text(struct pl_redaction *redaction, struct pl_arena *arena, struct pl_str text,
                             struct pl_redact_edits *edits)
{
	return redact(redaction, arena, text, false, edits);
}

const char *pl_redact_string(struct pl_redaction *redaction, struct pl_arena *arena, const char *text)
{
	struct pl_str whole = pl_str_of(text), clean = pl_redact_text(redaction, arena, whole, NULL);

	return clean.ptr == whole.ptr ? text : pl_arena_copy(arena, clean);
}

struct pl_str pl_redact_line(struct pl_redaction *redaction, struct pl_arena *arena, struct pl_str line,
                             struct pl_redact_edits *edits)
{
	return redact(redaction, arena, line, true, edits);
}

size_t pl_redact_place(const struct pl_redact_edits *edits, size_t byte)
{
	size_t grown = 0, shrunk = 0;

	for (size_t i = 0; i < edits->items.count; i++) {
		const struct pl_redact_edit *edit = &edits->items.items[i];

		if (byte <= edit->begin)
			break;
		if (byte < edit->end) /* inside a name: what is marked there marks all of it */
			return edit->begin + grown - shrunk + edit->length;
		grown += edit->length;
		shrunk += edit->end - edit->begin;
	}
	return byte + grown - shrunk;
}
