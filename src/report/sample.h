/*
 * A sample to be marked by hand: findings of each rule, and milestones on which nothing was found and on which
 * something was, as csv that `planlint score` reads.
 *
 * Each rule is a stratum, and so are unflagged and flagged milestones. Half of the sample are findings, evenly spread
 * over the rules, so that rare rules get marks (each rule at least one); the rest are milestones, of both kinds in
 * proportion. A stratum's sample is the rows of the lowest rank, and the rank of a row is
 *
 *	mix(mix(seed) xor the first 64 bits of its fingerprint)
 *
 * where mix is the output function of splitmix64 (G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number
 * generators, 2014). So it depends on the seed and the plan, not on the order of files or the number of threads, and a
 * milestone that is in a sample stays in it when other plans come to it as long as there is room. Memory grows with the
 * sample, not with what it is drawn from.
 *
 * The rows are in an order in which every beginning of the file holds as large a part of each stratum: whoever marks
 * the first third has marked a sample.
 */
#ifndef PL_REPORT_SAMPLE_H
#define PL_REPORT_SAMPLE_H

#include <stdint.h>

/* mix() of above. */
uint64_t pl_sample_mix(uint64_t number);

/* The rank of a row by its fingerprint, 32 hexadecimal digits. */
uint64_t pl_sample_rank(uint64_t seed, const char *fingerprint);

#endif
