/* A link to another key action that does not link back. */
#include <planlint/rule.h>

/* Several links to one key action are one question. */
static bool named_before(const struct pl_action *action, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (pl_link_action(&action->links[i]) == pl_link_action(&action->links[index]))
			return true;
	return false;
}

static void check(struct pl_ctx *ctx, const struct pl_action *action, const struct pl_link *link)
{
	const struct pl_action *other = pl_link_action(link);
	struct pl_place place = {.item = &other->item, .message = "does not link back"};

	pl_report(ctx, &(struct pl_report){
	                       .item = &action->item,
	                       .part.text = link->to ? link->to : link->milestone,
	                       .related = &place,
	                       .related_count = 1,
	                       .message = pl_print(ctx, "%s links to %s, and %s does not link back",
	                                           pl_print_item(ctx, &action->item), pl_print_item(ctx, &other->item),
	                                           pl_print_item(ctx, &other->item)),
	                       .advice = pl_print(ctx, "Name %s in the links section of %s, or take this link out",
	                                          pl_print_item(ctx, &action->item), pl_print_item(ctx, &other->item)),
	               });
}

static void on_action(struct pl_ctx *ctx, const struct pl_action *action)
{
	for (size_t i = 0; i < action->link_count; i++) {
		const struct pl_action *other = pl_link_action(&action->links[i]);

		if (other && other != action && !named_before(action, i) && !pl_action_links(other, action))
			check(ctx, action, &action->links[i]);
	}
}

const struct pl_rule pl_rule_one_way_link = {
        .id = "one-way-link",
        .module = "linkage",
        .since = "1.0",
        .summary = "a link to a key action that does not link back",
        .why = "Links between key actions are there so that both lead officers know what they share. If only one of "
               "the two names the other, its officer may change a date without knowing who waits for it. Links to "
               "other plans are not followed.",
        .advice = "Name the link in both key actions, or in neither",
        .bad = "plan:\n"
               "  title: Schools plan 2014/15\n"
               "key_actions:\n"
               "  - ref: KA1\n"
               "    title: Every pupil walks or cycles once a week\n"
               "    deadline: 2015-03-31\n"
               "    links:\n"
               "      - {to: KA2, note: Crossings come first}\n"
               "  - ref: KA2\n"
               "    title: 9 school crossings with lights\n"
               "    deadline: 2014-12-31\n",
        .good = "plan:\n"
                "  title: Schools plan 2014/15\n"
                "key_actions:\n"
                "  - ref: KA1\n"
                "    title: Every pupil walks or cycles once a week\n"
                "    deadline: 2015-03-31\n"
                "    links:\n"
                "      - {to: KA2, note: Crossings come first}\n"
                "  - ref: KA2\n"
                "    title: 9 school crossings with lights\n"
                "    deadline: 2014-12-31\n"
                "    links:\n"
                "      - {to: KA1, note: Pupils count the cars}\n",
        .severity = PL_WARNING,
        .confidence = PL_HIGH,
        .on_action = on_action,
};
