/*
 * Shares and their 95 % intervals.
 *
 * A share of a simple random sample gets Wilson's score interval (E. B. Wilson, Probable inference, the law of
 * succession, and statistical inference, Journal of the American Statistical Association 22, 1927): it stays within 0
 * and 1, and tells something also where none or all of few are hits.
 *
 * Sums and ratios of such shares are put together from the limits of their parts, each taken as if it were its own
 * standard error on that side (the method of variance estimates recovery, MOVER: G. Y. Zou and A. Donner, Construction
 * of confidence limits about effect measures, Statistics in Medicine 27, 2008; for ratios: A. Donner and G. Y. Zou,
 * Closed-form confidence intervals for functions of the normal mean and standard deviation, Statistical Methods in
 * Medical Research 21, 2012). The parts must come from independent samples.
 *
 * No correction is made for a sample that takes in most of its population: the intervals are about plans like these,
 * not only about these.
 */
#ifndef PL_REPORT_INTERVAL_H
#define PL_REPORT_INTERVAL_H

#include <stdint.h>

struct pl_interval {
	double value, low, high;
};

/* `hits` of `count`; count is not 0. */
struct pl_interval pl_interval_share(uint64_t hits, uint64_t count);

/* The share of `size` things: value, low and high times it. */
struct pl_interval pl_interval_times(struct pl_interval part, double size);

struct pl_interval pl_interval_sum(struct pl_interval a, struct pl_interval b);

/* part / (part + rest). The values of the two are not both 0. */
struct pl_interval pl_interval_part(struct pl_interval part, struct pl_interval rest);

#endif
