/*
 * One stretch of memory for the blocks of several arenas of one thread, which the system is asked to give in one huge
 * page: a program that reads one small file touches some hundred pages for the first time, and each costs as much as
 * reading a paragraph. What is taken is given back all at once.
 */
#ifndef PL_BASE_AREA_H
#define PL_BASE_AREA_H

#include <stdbool.h>
#include <stddef.h>

struct pl_area {
	unsigned char *begin, *at, *end; /* NULL where it is not open */
	void *mapped;
};

/* Leaves it closed where the system has none. */
void pl_area_open(struct pl_area *area);
void pl_area_close(struct pl_area *area);

/* NULL where there is no room. Not zeroed, aligned as malloc's. */
void *pl_area_take(struct pl_area *area, size_t size);

/* How many bytes can be taken at once, nearly. */
size_t pl_area_room(const struct pl_area *area);

bool pl_area_holds(const struct pl_area *area, const void *taken);

/* Only what was taken last can be taken again. */
void pl_area_give_back(struct pl_area *area, void *taken, size_t size);

#endif
