/* Memory for arenas in one huge page. */
#define _DEFAULT_SOURCE /* anonymous mappings, madvise */
#include "base/area.h"

#include <stdint.h>
#include <sys/mman.h>

enum {
	SIZE = 2 << 20, /* a huge page of most processors, and where it has to begin */
	ALIGN = 16
};

void pl_area_open(struct pl_area *area)
{
	void *mapped = mmap(NULL, 2 * SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (mapped == MAP_FAILED)
		return;
	area->mapped = mapped;
	area->begin = area->at = (unsigned char *)mapped + (-(uintptr_t)mapped % SIZE);
	area->end = area->begin + SIZE;
#ifdef MADV_HUGEPAGE
	(void)madvise(area->begin, SIZE, MADV_HUGEPAGE);
#endif
}

void pl_area_close(struct pl_area *area)
{
	if (area->mapped)
		munmap(area->mapped, 2 * SIZE);
	*area = (struct pl_area){0};
}

static size_t rounded(size_t size) { return (size + ALIGN - 1) / ALIGN * ALIGN; }

void *pl_area_take(struct pl_area *area, size_t size)
{
	void *taken = area->at;

	if (size > SIZE || rounded(size) > pl_area_room(area))
		return NULL;
	area->at += rounded(size);
	return taken;
}

size_t pl_area_room(const struct pl_area *area) { return (size_t)(area->end - area->at); }

bool pl_area_holds(const struct pl_area *area, const void *taken)
{
	return (uintptr_t)taken >= (uintptr_t)area->begin && (uintptr_t)taken < (uintptr_t)area->end;
}

void pl_area_give_back(struct pl_area *area, void *taken, size_t size)
{
	if ((unsigned char *)taken + rounded(size) == area->at)
		area->at = taken;
}
