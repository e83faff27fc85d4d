/* What a plan's texts are read against. */
#include "text/setting.h"

#include "base/str.h"
#include "base/utf8.h"

/* What the meaning says it is: a named group of people meets, and is reported to. */
static uint64_t kinds_of_meaning(struct pl_vocabulary *vocabulary, struct pl_str meaning)
{
	uint64_t groups = PL_KIND(GROUP) | PL_KIND(BODY), found = 0;
	struct pl_str part;

	while (pl_str_split(&meaning, ' ', &part)) {
		struct pl_lexeme lexeme;

		if (!part.len)
			continue;
		lexeme = pl_vocabulary_lexeme(vocabulary, part);
		if (lexeme.noun & groups)
			found |= groups;
		else if ((lexeme.noun & PL_KIND(PEOPLE)) && lexeme.is_plural)
			found |= PL_KIND(GROUP) | PL_KIND(PEOPLE);
	}
	return found;
}

static void add_group(struct pl_text_setting *setting, struct pl_arena *arena, struct pl_str letters, uint64_t kinds)
{
	if (!kinds || letters.len < 2)
		return;
	*pl_map_put(arena, &setting->groups, pl_utf8_fold(arena, letters), NULL) = (uint32_t)setting->kinds.count;
	*PL_VEC_PUSH(arena, &setting->kinds) = kinds;
}

/* "Open Data User Group": odug. */
static void add_organisation(struct pl_text_setting *setting, struct pl_arena *arena, struct pl_vocabulary *vocabulary,
                             struct pl_str name)
{
	char letters[16];
	size_t count = 0;
	struct pl_str rest = name, part;

	while (count < sizeof letters && pl_str_split(&rest, ' ', &part) && part.len && part.ptr[0] >= 'A' &&
	       part.ptr[0] <= 'Z')
		letters[count++] = part.ptr[0];
	add_group(setting, arena, (struct pl_str){letters, count}, kinds_of_meaning(vocabulary, name));
}

void pl_text_setting_of(struct pl_text_setting *setting, struct pl_arena *arena, struct pl_vocabulary *vocabulary,
                        const struct pl_plan *plan)
{
	*setting = (struct pl_text_setting){.calendar = pl_plan_calendar(plan)};
	for (size_t i = 0; i < plan->acronym_count; i++)
		if (plan->acronyms[i].meaning)
			add_group(setting, arena, plan->acronyms[i].letters,
			          kinds_of_meaning(vocabulary, plan->acronyms[i].meaning->value));
	if (plan->organisation)
		add_organisation(setting, arena, vocabulary, plan->organisation->value);
}

void pl_text_setting_add(struct pl_text_setting *setting, struct pl_arena *arena, struct pl_vocabulary *vocabulary,
                         struct pl_str letters, struct pl_str meaning)
{
	if (!pl_text_setting_kinds(setting, pl_utf8_fold(arena, letters)))
		add_group(setting, arena, letters, kinds_of_meaning(vocabulary, meaning));
}

uint64_t pl_text_setting_kinds(const struct pl_text_setting *setting, struct pl_str lower)
{
	const uint32_t *index = pl_map_find(&setting->groups, lower);

	return index ? setting->kinds.items[*index] : 0;
}
