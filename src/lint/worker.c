/* Opens and closes what a thread needs to lint. */
#include "lint/worker.h"

void pl_worker_open(struct pl_worker *worker, const struct pl_run *run) { *worker = (struct pl_worker){.run = run}; }

void pl_worker_close(struct pl_worker *worker)
{
	pl_matcher_close(worker->matcher);
	pl_arena_free(&worker->known);
	pl_arena_free(&worker->scratch);
	pl_arena_free(&worker->tree);
	pl_arena_free(&worker->hook);
	pl_arena_free(&worker->readings);
	pl_arena_free(&worker->arena);
}

void pl_worker_settle(struct pl_worker *worker, struct pl_area *area)
{
	worker->scratch.area = worker->tree.area = worker->hook.area = area;
	worker->readings.area = worker->known.area = worker->arena.area = area;
}

enum pl_status pl_worker_guard(struct pl_worker *worker, struct pl_arena *file,
                               enum pl_status (*body)(struct pl_worker *worker, void *data), void *data)
{
	struct pl_arena *arenas[] = {&worker->arena,    &worker->scratch, &worker->tree, &worker->hook,
	                             &worker->readings, &worker->known,   file};
	struct pl_arena_guard guard;
	enum pl_status status;

	for (size_t i = 0; i < sizeof arenas / sizeof *arenas; i++)
		arenas[i]->guard = &guard;
	if (setjmp(guard.jump))
		status = PL_NO_MEMORY;
	else
		status = body(worker, data);
	for (size_t i = 0; i < sizeof arenas / sizeof *arenas; i++)
		arenas[i]->guard = NULL;
	return status;
}

void pl_worker_clear(struct pl_worker *worker)
{
	pl_arena_reset(&worker->scratch);
	pl_arena_reset(&worker->tree);
	pl_arena_reset(&worker->hook);
	pl_arena_reset(&worker->readings);
}

enum { KNOWN_MOST = 3 << 20 }; /* bytes: some 8,000 words */

void pl_worker_forget_words(struct pl_worker *worker)
{
	if (worker->known.held < KNOWN_MOST)
		return;
	worker->words.count = 0;
	pl_arena_free(&worker->known);
}

static void add_words(struct pl_vocabulary *vocabulary, const struct pl_strs *words, uint64_t kinds)
{
	for (size_t i = 0; i < words->count; i++)
		pl_vocabulary_add_noun(vocabulary, words->items[i], kinds);
}

static struct pl_vocabulary *open_vocabulary(struct pl_worker *worker, const struct pl_config *config)
{
	struct pl_vocabulary *vocabulary = PL_MAKE(&worker->known, struct pl_vocabulary);

	pl_vocabulary_open(vocabulary, &worker->known);
	vocabulary->phrases = worker->run->phrases;
	if (config) {
		add_words(vocabulary, &config->bodies, PL_KIND(BODY) | PL_KIND(GROUP));
		add_words(vocabulary, &config->meetings, PL_KIND(EVENT));
	}
	*PL_VEC_PUSH(&worker->arena, &worker->words) = (struct pl_worker_words){config, vocabulary, {0}};
	return vocabulary;
}

enum pl_match pl_worker_find(struct pl_worker *worker, const struct pl_pattern *pattern, struct pl_str subject,
                             uint32_t from, struct pl_span *found)
{
	if (!worker->matcher)
		worker->matcher = pl_matcher_open(&worker->arena, worker->run->patterns, worker->run->limits.match);
	return pl_matcher_find(worker->matcher, pattern, subject, from, found);
}

/* Configurations without words of their own share one. */
struct pl_vocabulary *pl_worker_vocabulary(struct pl_worker *worker, const struct pl_config *config)
{
	if (config && !config->bodies.count && !config->meetings.count)
		config = NULL;
	for (size_t i = 0; i < worker->words.count; i++)
		if (worker->words.items[i].config == config)
			return worker->words.items[i].vocabulary;
	return open_vocabulary(worker, config);
}

void pl_worker_tell_anew(struct pl_worker *worker)
{
	for (size_t i = 0; i < worker->words.count; i++)
		worker->words.items[i].told.count = 0;
}

bool pl_worker_tells(struct pl_worker *worker, const struct pl_vocabulary *vocabulary, uint32_t stem)
{
	struct pl_worker_words *words = worker->words.items;

	while (words->vocabulary != vocabulary)
		words++;
	while (words->told.count <= stem)
		*PL_VEC_PUSH(&worker->arena, &words->told) = false;
	if (words->told.items[stem])
		return false;
	return words->told.items[stem] = true;
}
