/* acronym-conflict: one acronym that two plans of an organisation explain in different ways. */
#include <planlint/corpus.h>
#include <planlint/rule.h>

#include <stdlib.h>
#include <string.h>

static int compare_texts(struct pl_str a, struct pl_str b)
{
	size_t shorter = a.len < b.len ? a.len : b.len;
	int order = shorter ? memcmp(a.ptr, b.ptr, shorter) : 0;

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

struct entry {
	const struct pl_corpus_acronym *acronym;
	uint32_t organisation, number;
};

static int compare_groups(const struct entry *a, const struct entry *b)
{
	if (a->organisation != b->organisation)
		return a->organisation < b->organisation ? -1 : 1;
	return compare_texts(a->acronym->letters, b->acronym->letters);
}

static int compare(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int order = compare_groups(a, b);

	return order ? order : (a->number > b->number) - (a->number < b->number);
}

/* The first entry of each other meaning. */
static void check_group(struct pl_ctx *ctx, const struct entry *entries, size_t count)
{
	const struct pl_corpus_acronym *first = entries->acronym;
	const struct pl_corpus_place **places = pl_alloc(ctx, count, sizeof *places);
	const struct pl_corpus_acronym *other = NULL;
	size_t named = 0;

	for (size_t i = 1; i < count; i++) {
		bool known = entries[i].acronym->sense == first->sense ||
		             entries[i].acronym->place.plan == first->place.plan;

		for (size_t k = 1; k < i && !known; k++)
			known = entries[k].acronym->sense == entries[i].acronym->sense;
		if (known)
			continue;
		other = other ? other : entries[i].acronym;
		places[named++] = &entries[i].acronym->place;
	}
	if (!other)
		return;
	pl_report_across(
	        ctx, &(struct pl_across){
	                     .place = &first->place,
	                     .message = pl_print(ctx, "%.*s is \"%.*s\" here and \"%.*s\" in another plan",
	                                         (int)first->letters.len, first->letters.ptr, (int)first->meaning.len,
	                                         first->meaning.ptr, (int)other->meaning.len, other->meaning.ptr),
	                     .related = places,
	                     .related_count = named,
	                     .related_message = "explained differently here",
	             });
}

static void check_corpus(struct pl_ctx *ctx, const struct pl_corpus *corpus)
{
	struct entry *entries = pl_alloc(ctx, corpus->acronym_count, sizeof *entries);
	size_t count = 0;

	for (uint32_t i = 0; i < corpus->acronym_count; i++) {
		const struct pl_corpus_acronym *acronym = &corpus->acronyms[i];

		if (pl_across_runs(ctx, corpus, acronym->place.plan))
			entries[count++] =
			        (struct entry){acronym, corpus->plans[acronym->place.plan].organisation_number, i};
	}
	if (count)
		qsort(entries, count, sizeof *entries, compare);
	for (size_t begin = 0, end; begin < count; begin = end) {
		for (end = begin + 1; end < count && compare_groups(&entries[begin], &entries[end]) == 0; end++)
			;
		check_group(ctx, entries + begin, end - begin);
	}
}

const struct pl_rule pl_rule_acronym_conflict = {
        .id = "acronym-conflict",
        .module = "outcome",
        .since = "1.0",
        .summary = "one acronym that plans of an organisation explain in different ways",
        .why = "Who reads the plans of several services takes an acronym for what the last plan said it was. Compared are "
               "the entries under acronyms, within one organisation; other capitals, plurals and punctuation make no "
               "difference.",
        .advice = "Agree on one meaning, or write the other one out",
        .bad = "plan: {title: Parks plan}\n"
               "acronyms: {CDO: community development officer}\n"
               "key_actions:\n"
               "  - {title: Friends groups, milestones: [{text: CDO appointed, due: 2010-09-30}]}\n"
               "---\n"
               "plan: {title: Finance plan}\n"
               "acronyms: {CDO: corporate debt office}\n"
               "key_actions:\n"
               "  - {title: Less debt, milestones: [{text: CDO opened, due: 2010-09-30}]}\n",
        .good = "plan: {title: Parks plan}\n"
                "acronyms: {CDO: community development officer}\n"
                "key_actions:\n"
                "  - {title: Friends groups, milestones: [{text: CDO appointed, due: 2010-09-30}]}\n"
                "---\n"
                "plan: {title: Libraries plan}\n"
                "acronyms: {CDO: Community Development Officers}\n"
                "key_actions:\n"
                "  - {title: Reading groups, milestones: [{text: CDO appointed, due: 2010-09-30}]}\n",
        .severity = PL_INFO,
        .confidence = PL_HIGH,
        .off = true,
        .sweep = true,
        .on_corpus = check_corpus,
};
