/* What a plan's texts are read against: its calendar, and the groups and boards that its acronyms stand for. */
#ifndef PL_TEXT_SETTING_H
#define PL_TEXT_SETTING_H

#include "plan/due.h"
#include "text/vocabulary.h"

struct pl_text_setting {
	struct pl_calendar calendar;
	struct pl_map groups; /* letters in lower case: index into kinds */
	PL_VEC(uint64_t) kinds;
};

/* Reads the plan's `acronyms`, and the initials of the organisation itself where it is a group. */
void pl_text_setting_of(struct pl_text_setting *setting, struct pl_arena *arena, struct pl_vocabulary *vocabulary,
                        const struct pl_plan *plan);

/* An acronym that the project explains, unless the plan does. */
void pl_text_setting_add(struct pl_text_setting *setting, struct pl_arena *arena, struct pl_vocabulary *vocabulary,
                         struct pl_str letters, struct pl_str meaning);

/* Kinds of an acronym as a noun; 0 for one that stands for no group. */
uint64_t pl_text_setting_kinds(const struct pl_text_setting *setting, struct pl_str lower);

#endif
