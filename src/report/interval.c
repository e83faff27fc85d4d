/* Wilson's interval of a share, and intervals of what is made of several shares. */
#include "report/interval.h"

#include <math.h>

static const double Z = 1.959963984540054; /* of the normal distribution, for 95 % */

struct pl_interval pl_interval_share(uint64_t hits, uint64_t count)
{
	double n = (double)count, share = (double)hits / n, z = Z * Z / n;
	double centre = (share + z / 2) / (1 + z);
	double half = sqrt(share * (1 - share) * z + z * z / 4) / (1 + z);

	return (struct pl_interval){share, hits ? centre - half : 0, hits < count ? centre + half : 1};
}

struct pl_interval pl_interval_times(struct pl_interval part, double size)
{
	return (struct pl_interval){part.value * size, part.low * size, part.high * size};
}

static double together(double a, double b) { return sqrt(a * a + b * b); }

struct pl_interval pl_interval_sum(struct pl_interval a, struct pl_interval b)
{
	double value = a.value + b.value;

	return (struct pl_interval){value, value - together(a.value - a.low, b.value - b.low),
	                            value + together(a.high - a.value, b.high - b.value)};
}

/* A limit is the share s at which (1 - s) * part - s * rest is as far from 0 as its own limit on that side: between
 * `from`, where it is not, and `to`, where it is further. */
static double limit(struct pl_interval part, struct pl_interval rest, double from, double to)
{
	enum { STEPS = 60 };
	double below = from < to ? part.high : part.low, above = from < to ? rest.low : rest.high;

	for (int i = 0; i < STEPS; i++) {
		double s = (from + to) / 2, distance = fabs((1 - s) * part.value - s * rest.value);

		if (distance < together((1 - s) * (below - part.value), s * (above - rest.value)))
			from = s;
		else
			to = s;
	}
	return from;
}

struct pl_interval pl_interval_part(struct pl_interval part, struct pl_interval rest)
{
	double value = part.value / (part.value + rest.value);

	return (struct pl_interval){value, limit(part, rest, value, 0), limit(part, rest, value, 1)};
}
