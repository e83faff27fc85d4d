/* Precision and recall as text, json and csv. */
#include "report/score.h"

#include "base/str.h"
#include "report/csv_out.h"
#include "report/json.h"

#include <stdio.h>

static const struct {
	const char *name;
	struct pl_estimate (*estimate)(const struct pl_score *score, const struct pl_score_rule *rule);
} measures[] = {{"precision", pl_score_precision}, {"recall", pl_score_recall}};

enum { MEASURES = sizeof measures / sizeof *measures };

static unsigned long long judged(const struct pl_score_marks *marks) { return marks->yes + marks->no; }

static struct pl_score_marks all_marks(const struct pl_score *score)
{
	struct pl_score_marks all = {0};

	for (size_t i = 0; i < score->rules.count + PL_SCORE_KINDS; i++) {
		const struct pl_score_marks *marks =
		        i < PL_SCORE_KINDS ? &score->milestones[i] : &score->rules.items[i - PL_SCORE_KINDS].findings;

		all.yes += marks->yes;
		all.no += marks->no;
		all.unsure += marks->unsure;
		all.blank += marks->blank;
	}
	return all;
}

/* ---- text ---- */

enum { RULE_COLUMNS = 29, ESTIMATE_COLUMNS = 19, MARK_COLUMNS = 6 };

static void show_estimate(struct pl_out *out, struct pl_estimate estimate)
{
	char text[40] = "-";

	if (!estimate.why_not)
		(void)snprintf(text, sizeof text, "%.2f (%.2f to %.2f)", estimate.interval.value, estimate.interval.low,
		               estimate.interval.high);
	pl_out_print(out, " %-*s", ESTIMATE_COLUMNS, text);
}

static void show_table(const struct pl_score *score, struct pl_out *out)
{
	pl_out_print(out, "%-*s %-*s %*s %s\n", RULE_COLUMNS, "rule", ESTIMATE_COLUMNS, "precision (95 %)",
	             MARK_COLUMNS, "marked", " recall (95 %)");
	for (size_t i = 0; i < score->rules.count; i++) {
		const struct pl_score_rule *rule = &score->rules.items[i];

		pl_out_print(out, "%-*s", RULE_COLUMNS, rule->id);
		show_estimate(out, pl_score_precision(score, rule));
		pl_out_print(out, " %*llu ", MARK_COLUMNS, judged(&rule->findings));
		show_estimate(out, pl_score_recall(score, rule));
		pl_out_puts(out, "\n");
	}
}

/* "precision of a, b and c: why", each reason once. */
static void show_reason(const struct pl_score *score, struct pl_screen *screen, size_t measure, const char *why)
{
	const char *line = "";
	size_t count = 0;

	for (size_t i = 0; i < score->rules.count; i++) {
		const struct pl_score_rule *rule = &score->rules.items[i];

		if (measures[measure].estimate(score, rule).why_not != why)
			continue;
		line = pl_arena_print(score->arena, "%s%s%s", line, count++ ? ", " : "", rule->id);
	}
	if (count == score->rules.count && count > 1)
		line = "every rule";
	pl_screen_wrap(screen, pl_arena_print(score->arena, "- %s of %s: %s", measures[measure].name, line, why), 0, 2);
}

static void show_reasons(const struct pl_score *score, struct pl_screen *screen)
{
	bool begun = false;

	for (size_t m = 0; m < MEASURES; m++)
		for (size_t i = 0; i < score->rules.count; i++) {
			const char *why = measures[m].estimate(score, &score->rules.items[i]).why_not;
			bool said = false;

			for (size_t k = 0; k < i && why && !said; k++)
				said = measures[m].estimate(score, &score->rules.items[k]).why_not == why;
			if (!why || said)
				continue;
			pl_out_puts(screen->out, begun ? "" : "\nnot estimated:\n");
			begun = true;
			show_reason(score, screen, m, why);
		}
}

void pl_score_text(const struct pl_score *score, struct pl_screen *screen)
{
	struct pl_score_marks all = all_marks(score);
	const char *unsure = all.unsure ? pl_arena_print(score->arena, ", %llu as unsure and left out",
	                                                 (unsigned long long)all.unsure)
	                                : "";

	pl_screen_wrap(screen,
	               pl_arena_print(score->arena, "%llu of %llu rows are marked%s", judged(&all) + all.unsure,
	                              judged(&all) + all.unsure + all.blank, unsure),
	               0, 0);
	if (!score->rules.count)
		return;
	pl_out_puts(screen->out, "\n");
	show_table(score, screen->out);
	show_reasons(score, screen);
}

/* ---- json ---- */

static void marks_json(struct pl_json *json, const char *key, const struct pl_score_marks *marks)
{
	pl_json_open(json, key, '{');
	pl_json_number(json, "population", marks->population);
	pl_json_number(json, "yes", marks->yes);
	pl_json_number(json, "no", marks->no);
	pl_json_number(json, "unsure", marks->unsure);
	pl_json_number(json, "blank", marks->blank);
	pl_json_close(json, '}');
}

static void estimate_json(struct pl_json *json, const char *key, struct pl_estimate estimate)
{
	pl_json_open(json, key, '{');
	if (estimate.why_not) {
		pl_json_string(json, "value", NULL);
		pl_json_string(json, "why_not", estimate.why_not);
	} else {
		pl_json_decimal(json, "value", estimate.interval.value);
		pl_json_decimal(json, "low", estimate.interval.low);
		pl_json_decimal(json, "high", estimate.interval.high);
	}
	pl_json_close(json, '}');
}

static void rule_json(struct pl_json *json, const struct pl_score *score, const struct pl_score_rule *rule)
{
	pl_json_break(json);
	pl_json_open(json, NULL, '{');
	pl_json_string(json, "rule", rule->id);
	marks_json(json, "findings", &rule->findings);
	pl_json_number(json, "milestones", rule->milestones);
	pl_json_open(json, "missed", '{');
	pl_json_number(json, "unflagged", rule->missed[PL_SCORE_UNFLAGGED]);
	pl_json_number(json, "flagged", rule->missed[PL_SCORE_FLAGGED]);
	pl_json_close(json, '}');
	for (size_t m = 0; m < MEASURES; m++)
		estimate_json(json, measures[m].name, measures[m].estimate(score, rule));
	pl_json_close(json, '}');
}

void pl_score_json(const struct pl_score *score, struct pl_out *out)
{
	struct pl_json json = {.out = out};

	pl_json_open(&json, NULL, '{');
	pl_json_string(&json, "schema", PL_SCORE_SCHEMA);
	pl_json_decimal(&json, "confidence", 0.95);
	pl_json_open(&json, "milestones", '{');
	marks_json(&json, "unflagged", &score->milestones[PL_SCORE_UNFLAGGED]);
	marks_json(&json, "flagged", &score->milestones[PL_SCORE_FLAGGED]);
	pl_json_close(&json, '}');
	pl_json_open(&json, "rules", '[');
	for (size_t i = 0; i < score->rules.count; i++)
		rule_json(&json, score, &score->rules.items[i]);
	pl_json_break(&json);
	pl_json_close(&json, ']');
	pl_json_close(&json, '}');
	pl_out_puts(out, "\n");
}

/* ---- csv ---- */

void pl_score_csv(const struct pl_score *score, struct pl_out *out)
{
	pl_out_puts(out, "rule,findings,milestones,yes,no,unsure,blank,missed_unflagged,missed_flagged,"
	                 "precision,precision_low,precision_high,precision_why_not,"
	                 "recall,recall_low,recall_high,recall_why_not\r\n");
	for (size_t i = 0; i < score->rules.count; i++) {
		const struct pl_score_rule *rule = &score->rules.items[i];
		const uint64_t numbers[] = {rule->findings.population,
		                            rule->milestones,
		                            rule->findings.yes,
		                            rule->findings.no,
		                            rule->findings.unsure,
		                            rule->findings.blank,
		                            rule->missed[PL_SCORE_UNFLAGGED],
		                            rule->missed[PL_SCORE_FLAGGED]};

		pl_csv_put(out, rule->id);
		for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++)
			pl_out_print(out, ",%llu", (unsigned long long)numbers[k]);
		for (size_t m = 0; m < MEASURES; m++) {
			struct pl_estimate estimate = measures[m].estimate(score, rule);

			if (estimate.why_not)
				pl_out_puts(out, ",,,");
			else
				pl_out_print(out, ",%.4f,%.4f,%.4f", estimate.interval.value, estimate.interval.low,
				             estimate.interval.high);
			pl_out_puts(out, ",");
			pl_csv_put(out, estimate.why_not);
		}
		pl_out_puts(out, "\r\n");
	}
}
