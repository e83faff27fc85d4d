/* Compares versions. */
#include "lint/version.h"

#include "base/str.h"

enum { LONGEST = 32 };

bool pl_version_valid(struct pl_str text)
{
	struct pl_str part;
	long number;

	if (!text.len || text.len > LONGEST || text.ptr[text.len - 1] == '.')
		return false;
	while (pl_str_split(&text, '.', &part))
		if (!part.len || !pl_ascii_is_digit(part.ptr[0]) || !pl_str_number(part, &number))
			return false;
	return true;
}

static long next_number(struct pl_str *rest)
{
	struct pl_str part;
	long number = 0;

	if (pl_str_split(rest, '.', &part))
		(void)pl_str_number(part, &number);
	return number;
}

int pl_version_compare(struct pl_str a, struct pl_str b)
{
	while (a.len || b.len) {
		long left = next_number(&a), right = next_number(&b);

		if (left != right)
			return left < right ? -1 : 1;
	}
	return 0;
}

bool pl_version_range(struct pl_str range, struct pl_str version, bool *fits)
{
	static const struct {
		const char *sign;
		bool below, equal, above;
	} signs[] = {{">=", false, true, true},
	             {"<=", true, true, false},
	             {">", false, false, true},
	             {"<", true, false, false},
	             {"=", false, true, false}};
	struct pl_str part;
	bool some = false;

	*fits = true;
	while (pl_str_split(&range, ',', &part)) {
		size_t i = 0;
		int order;

		while (i < sizeof signs / sizeof *signs && !pl_str_starts(part, pl_str_of(signs[i].sign)))
			i++;
		if (i == sizeof signs / sizeof *signs)
			return false;
		part = pl_str_trim(pl_str_sub(part, strlen(signs[i].sign), part.len));
		if (!pl_version_valid(part))
			return false;
		order = pl_version_compare(version, part);
		*fits &= order < 0 ? signs[i].below : order > 0 ? signs[i].above : signs[i].equal;
		some = true;
	}
	return some;
}
