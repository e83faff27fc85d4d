/* A plan as one tree of items in the order of the file, each with its findings. */
#include "report/html.h"

#include <stdlib.h>

struct tree {
	struct pl_arena *arena;
	struct pl_html_node *nodes; /* the plan first */
	size_t count;
	struct pl_html_node **by_item; /* sorted by address of the item */
};

static void add(struct tree *tree, const struct pl_item *item) { tree->nodes[tree->count++].item = item; }

static size_t count_items(const struct pl_plan *plan)
{
	size_t count = 1 + plan->priority_count + plan->theme_count + plan->objective_count + plan->action_count +
	               plan->milestone_count;

	for (size_t i = 0; i < plan->action_count; i++)
		count += plan->actions[i]->target_count + plan->actions[i]->achievement_count;
	return count;
}

static void add_parts(struct tree *tree, const struct pl_action *action)
{
	for (size_t i = 0; i < action->target_count; i++)
		add(tree, &action->targets[i].item);
	for (size_t i = 0; i < action->achievement_count; i++)
		add(tree, &action->achievements[i].item);
}

static void add_items(struct tree *tree, const struct pl_plan *plan)
{
	add(tree, &plan->item);
	for (size_t i = 0; i < plan->priority_count; i++)
		add(tree, &plan->priorities[i]->item);
	for (size_t i = 0; i < plan->theme_count; i++)
		add(tree, &plan->themes[i]->item);
	for (size_t i = 0; i < plan->objective_count; i++)
		add(tree, &plan->objectives[i]->item);
	for (size_t i = 0; i < plan->action_count; i++) {
		add(tree, &plan->actions[i]->item);
		add_parts(tree, plan->actions[i]);
	}
	for (size_t i = 0; i < plan->milestone_count; i++)
		if (!plan->milestones[i]->is_action) /* a key action that is its own milestone is shown as such */
			add(tree, &plan->milestones[i]->item);
}

static int by_address(const void *a, const void *b)
{
	uintptr_t left = (uintptr_t)(*(struct pl_html_node *const *)a)->item;
	uintptr_t right = (uintptr_t)(*(struct pl_html_node *const *)b)->item;

	return left < right ? -1 : left > right;
}

/* Nodes of one kind are in the order of the file already, and stay so where an alias gives two the same place. */
static int by_place(const void *a, const void *b)
{
	const struct pl_html_node *left = *(struct pl_html_node *const *)a, *right = *(struct pl_html_node *const *)b;

	if (left->item->span.begin != right->item->span.begin)
		return left->item->span.begin < right->item->span.begin ? -1 : 1;
	return left < right ? -1 : left > right;
}

/* The node of the item, or of the nearest item above it that has one; NULL for an item of another plan. */
static struct pl_html_node *node_of(const struct tree *tree, const struct pl_item *item)
{
	for (; item; item = item->parent) {
		struct pl_html_node key = {.item = item}, *wanted = &key, **found;

		found = bsearch(&wanted, tree->by_item, tree->count, sizeof *tree->by_item, by_address);
		if (found)
			return *found;
	}
	return NULL;
}

static struct pl_html_node **pointers(const struct tree *tree)
{
	struct pl_html_node **all = PL_MAKE_ARRAY(tree->arena, tree->count, struct pl_html_node *);

	for (size_t i = 0; i < tree->count; i++)
		all[i] = &tree->nodes[i];
	return all;
}

static void join(struct tree *tree)
{
	struct pl_html_node **by_file = pointers(tree);

	tree->by_item = pointers(tree);
	qsort(tree->by_item, tree->count, sizeof *tree->by_item, by_address);
	qsort(by_file, tree->count, sizeof *by_file, by_place);
	for (size_t i = 0; i < tree->count; i++) {
		struct pl_html_node *node = by_file[i], *parent = node_of(tree, node->item->parent);

		if (!parent)
			continue;
		if (parent->last)
			parent->last->next = node;
		else
			parent->first = node;
		parent->last = node;
	}
}

static void put_note(struct pl_html_node *node, struct pl_html_note *note)
{
	note->next = NULL;
	if (node->last_note)
		node->last_note->next = note;
	else
		node->notes = note;
	node->last_note = note;
}

struct pl_html_node *pl_html_tree(struct pl_arena *arena, const struct pl_plan *plan, struct pl_html_note *notes)
{
	struct tree tree = {.arena = arena};

	tree.nodes = PL_MAKE_ARRAY(arena, count_items(plan), struct pl_html_node);
	add_items(&tree, plan);
	join(&tree);
	for (struct pl_html_note *note = notes, *next; note; note = next) {
		struct pl_html_node *node = node_of(&tree, note->finding->where);

		next = note->next;
		put_note(node ? node : tree.nodes, note);
	}
	return tree.nodes;
}
