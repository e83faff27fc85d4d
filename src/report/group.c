/* Gathers findings as they will be shown, and shows them group by group. */
#include "report/group.h"

#include "base/str.h"
#include "plan/build.h"
#include "report/redact.h"

#include <stdlib.h>

struct pl_screen *pl_groups_screen(struct pl_groups *groups, const struct pl_report_job *job)
{
	groups->screen = job->screen;
	groups->screen.out = &groups->out;
	groups->out.fd = -1;
	return &groups->screen;
}

/* ---- names of groups -------------------------------------------------------------------------------------------- */

static const struct pl_action *action_of(const struct pl_item *item)
{
	while (item && item->kind != PL_ITEM_ACTION)
		item = item->parent;
	return (const struct pl_action *)item;
}

static const struct pl_text *officer_of(const struct pl_item *item)
{
	const struct pl_action *action = action_of(item);

	if (item && item->kind == PL_ITEM_MILESTONE)
		return pl_milestone_officer((const struct pl_milestone *)item);
	return action ? action->lead_officer : NULL;
}

static struct pl_str clean(const struct pl_report_job *job, struct pl_str name)
{
	if (!job->options->redaction)
		return name;
	return pl_redact_text(job->options->redaction, job->arena, name, NULL);
}

static const char *name_of(const struct pl_report_job *job, const struct pl_file *file,
                           const struct pl_finding *finding)
{
	const struct pl_action *action;
	const struct pl_text *officer;

	switch (job->options->group_by) {
	case PL_GROUP_RULE:
		return finding->rule->id;
	case PL_GROUP_ACTION:
		action = action_of(finding->where);
		if (!action)
			return file->path;
		return pl_arena_print(job->arena, "%s: %.*s", file->path,
		                      PL_STR_ARG(clean(job, pl_str_of(pl_plan_path(job->arena, &action->item)))));
	case PL_GROUP_OFFICER:
		officer = officer_of(finding->where);
		return officer ? pl_arena_copy(job->arena, clean(job, pl_str_trim(officer->value))) : "";
	case PL_GROUP_NONE:
	case PL_GROUP_FILE:
		break;
	}
	return file->path;
}

void pl_groups_add(struct pl_groups *groups, const struct pl_report_job *job, const struct pl_file *file,
                   const struct pl_finding *finding)
{
	const char *name = pl_arena_copy(job->arena, pl_str_of(name_of(job, file, finding)));
	uint32_t *place = pl_map_put(job->arena, &groups->places, pl_str_of(name), NULL);
	struct pl_str text;

	if (!*place) {
		*PL_VEC_PUSH(job->arena, &groups->groups) = (struct pl_group){.name = name};
		*place = (uint32_t)groups->groups.count;
	}
	groups->groups.items[*place - 1].count++;
	text.len = groups->out.buf.len;
	text.ptr = pl_buf_take(&groups->out.buf, job->arena);
	*PL_VEC_PUSH(job->arena, &groups->findings) = (struct pl_grouped){*place - 1, text};
}

/* ---- showing ---------------------------------------------------------------------------------------------------- */

struct ranked {
	const char *name;
	size_t group;
};

static int by_name(const void *a, const void *b)
{
	const struct ranked *left = a, *right = b;

	if (!*left->name != !*right->name) /* those without a name last */
		return *left->name ? -1 : 1;
	return strcmp(left->name, right->name);
}

static void head(struct pl_screen *screen, const struct pl_group *group)
{
	const char *name = *group->name ? group->name : "no officer is named";

	pl_screen_string(screen, PL_STYLE_BOLD, name);
	pl_out_print(screen->out, " (%zu)\n\n", group->count);
}

/* Findings of one group; answers how many of all are shown by now. */
static size_t show_group(const struct pl_groups *groups, const struct pl_report_job *job, size_t group, size_t shown)
{
	for (size_t i = 0; i < groups->findings.count; i++) {
		if (groups->findings.items[i].group != group || (job->most && shown >= job->most))
			continue;
		pl_out_add(job->screen.out, groups->findings.items[i].text);
		shown++;
	}
	return shown;
}

void pl_groups_show(struct pl_groups *groups, struct pl_report_job *job, bool heads)
{
	bool by_names = job->options->group_by == PL_GROUP_RULE || job->options->group_by == PL_GROUP_OFFICER;
	size_t count = groups->groups.count, shown = 0;
	struct ranked *order = PL_MAKE_ARRAY(job->arena, count, struct ranked);

	for (size_t i = 0; i < count; i++)
		order[i] = (struct ranked){groups->groups.items[i].name, i};
	if (count && by_names)
		qsort(order, count, sizeof *order, by_name);
	for (size_t i = 0; i < count && !(job->most && shown >= job->most); i++) {
		if (heads)
			head(&job->screen, &groups->groups.items[order[i].group]);
		shown = show_group(groups, job, order[i].group, shown);
	}
	pl_buf_free(&groups->out.buf);
}
