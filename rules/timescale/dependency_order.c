/* dependency-order: due before something it depends on, or depending on itself in a circle. */
#include <planlint/rule.h>

static const struct pl_due *due_of(const struct pl_item *item)
{
	if (item && item->kind == PL_ITEM_MILESTONE)
		return &((const struct pl_milestone *)item)->due;
	if (item && item->kind == PL_ITEM_ACTION)
		return &((const struct pl_action *)item)->deadline;
	return NULL;
}

/* ---- due before it ---------------------------------------------------------------------------------------------- */

static void check_reference(struct pl_ctx *ctx, const struct pl_milestone *milestone, const struct pl_item *needed)
{
	const struct pl_due *due = due_of(needed);
	pl_day day = pl_due_day(&milestone->due);
	if (!due || needed->plan != milestone->item.plan || day == PL_NO_DAY || pl_due_day(due) <= day)
		return;
	struct pl_place place = {.item = needed, .part = {.text = due->text}, .message = "what it depends on"};
	pl_report(ctx, &(struct pl_report){
	                       .item = &milestone->item,
	                       .part = {.text = milestone->due.text},
	                       .message = pl_print(ctx, "due %s, before %s, which it depends on and which is due %s",
	                                           pl_print_due(ctx, &milestone->due), pl_print_item(ctx, needed),
	                                           pl_print_due(ctx, due)),
	                       .related = &place,
	                       .related_count = 1,
	               });
}

static void check_milestone(struct pl_ctx *ctx, const struct pl_milestone *milestone)
{
	for (size_t i = 0; i < milestone->depends_on.count; i++)
		check_reference(ctx, milestone, milestone->depends_on.items[i].item);
}

/* ---- in a circle ------------------------------------------------------------------------------------------------ */

/* A walk along the dependencies. It keeps its own stack, since a plan may chain any number of milestones. */
struct walk {
	const struct pl_plan *plan;
	uint32_t *path; /* the milestones from the first to the current one */
	size_t *next;   /* for each of them: which dependency comes next */
	size_t *behind; /* by milestone: 1 + its place in the path; 0 where it is not in it */
	bool *done;     /* by milestone */
	size_t length;
};

static struct walk start_walk(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	size_t count = plan->milestone_count;
	return (struct walk){
	        .plan = plan,
	        .path = pl_alloc(ctx, count, sizeof(uint32_t)),
	        .next = pl_alloc(ctx, count, sizeof(size_t)),
	        .behind = pl_alloc(ctx, count, sizeof(size_t)),
	        .done = pl_alloc(ctx, count, sizeof(bool)),
	};
}

static void enter(struct walk *walk, uint32_t milestone)
{
	walk->path[walk->length] = milestone;
	walk->next[walk->length] = 0;
	walk->behind[milestone] = ++walk->length;
}

static void leave(struct walk *walk)
{
	uint32_t milestone = walk->path[--walk->length];
	walk->behind[milestone] = 0;
	walk->done[milestone] = true;
}

/* "M1 > M3 > M1" */
static const char *print_circle(struct pl_ctx *ctx, const struct walk *walk, size_t from)
{
	enum { SHOWN = 12 };
	const char *text = "";
	size_t end = walk->length - from > SHOWN ? from + SHOWN : walk->length;
	for (size_t i = from; i < end; i++)
		text = pl_print(ctx, "%s%s > ", text, pl_print_item(ctx, &walk->plan->milestones[walk->path[i]]->item));
	return pl_print(ctx, "%s%s%s", text, end < walk->length ? "… > " : "",
	                pl_print_item(ctx, &walk->plan->milestones[walk->path[from]]->item));
}

static void report_circle(struct pl_ctx *ctx, const struct walk *walk, size_t from)
{
	const struct pl_milestone *first = walk->plan->milestones[walk->path[from]];
	size_t count = walk->length - from - 1;
	struct pl_place *others = pl_alloc(ctx, count, sizeof *others);
	for (size_t i = 0; i < count; i++)
		others[i] = (struct pl_place){.item = &walk->plan->milestones[walk->path[from + 1 + i]]->item,
		                              .message = "in the same circle"};
	pl_report(ctx, &(struct pl_report){
	                       .item = &first->item,
	                       .part = {.text = first->depends_on.items[walk->next[from] - 1].text},
	                       .message = count == 0 ? "depends on itself"
	                                             : pl_print(ctx, "depends on itself in a circle: %s",
	                                                        print_circle(ctx, walk, from)),
	                       .advice = "Take one of the dependencies out, so that there is a first step",
	                       .related = others,
	                       .related_count = count,
	               });
}

/* One step: down the next dependency, or back. Every milestone is left once, so a circle is reported once. */
static void step(struct pl_ctx *ctx, struct walk *walk)
{
	const struct pl_milestone *milestone = walk->plan->milestones[walk->path[walk->length - 1]];
	size_t *next = &walk->next[walk->length - 1];
	if (*next == milestone->depends_on.count) {
		leave(walk);
		return;
	}
	const struct pl_item *needed = milestone->depends_on.items[(*next)++].item;
	if (!needed || needed->kind != PL_ITEM_MILESTONE || needed->plan != walk->plan)
		return;
	uint32_t index = ((const struct pl_milestone *)needed)->index;
	if (walk->behind[index])
		report_circle(ctx, walk, walk->behind[index] - 1);
	else if (!walk->done[index])
		enter(walk, index);
}

static void check_plan(struct pl_ctx *ctx, const struct pl_plan *plan)
{
	struct walk walk = start_walk(ctx, plan);
	for (uint32_t i = 0; i < plan->milestone_count; i++) {
		if (!walk.done[i] && plan->milestones[i]->depends_on.count > 0)
			enter(&walk, i);
		while (walk.length > 0)
			step(ctx, &walk);
	}
}

const struct pl_rule pl_rule_dependency_order = {
        .id = "dependency-order",
        .module = "timescale",
        .since = "1.0",
        .summary = "due before something it depends on, or a circle of dependencies",
        .why = "What depends on something else can't be ready before it: either a date is wrong or the dependency is. "
               "Where milestones depend on each other in a circle, none can ever begin. The last day of a month or "
               "quarter counts, and the same day is fine.",
        .advice = "Move one of the two dates, or take the dependency out",
        .bad = "plan: {title: Schools plan, period: 2010/11}\n"
               "key_actions:\n"
               "  - title: Healthier school meals\n"
               "    milestones:\n"
               "      - {id: M1, text: Kitchens refitted in 4 schools, due: Q3}\n"
               "      - {id: M2, text: 600 hot meals a day served in them, due: Q2, depends_on: [M1]}\n",
        .good = "plan: {title: Schools plan, period: 2010/11}\n"
                "key_actions:\n"
                "  - title: Healthier school meals\n"
                "    milestones:\n"
                "      - {id: M1, text: Kitchens refitted in 4 schools, due: Q2}\n"
                "      - {id: M2, text: 600 hot meals a day served in them, due: Q3, depends_on: [M1]}\n",
        .severity = PL_ERROR,
        .confidence = PL_HIGH,
        .on_milestone = check_milestone,
        .on_plan = check_plan,
};
