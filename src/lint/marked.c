/* Finds the few texts of a plan that are worth a search, once for all rules. */
#include "lint/ctx.h"
#include "text/mark.h"

static void note(void *data, const struct pl_item *item, const struct pl_text *text, enum pl_seen seen)
{
	struct pl_job *job = data;
	unsigned marks = pl_text_marks(text->value);

	if (marks)
		*PL_VEC_PUSH(job->arena, &job->marked) = (struct pl_marked){item, text, seen, marks};
}

void pl_visit_marked(struct pl_ctx *ctx, unsigned marks, const struct pl_text_visitor *visitor)
{
	struct pl_job *job = ctx->job;

	if (job->marked_plan != ctx->plan) {
		job->marked_plan = ctx->plan;
		job->marked.count = 0;
		pl_plan_visit_texts(ctx->plan, &(struct pl_text_visitor){.text = note, .data = job});
	}
	for (size_t i = 0; i < job->marked.count; i++) {
		const struct pl_marked *marked = &job->marked.items[i];

		if (marked->marks & marks)
			visitor->text(visitor->data, marked->item, marked->text, marked->seen);
	}
}
