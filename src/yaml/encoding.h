/* Findings about the bytes of a file, before any YAML is read. */
#ifndef PL_YAML_ENCODING_H
#define PL_YAML_ENCODING_H

#include "diag/collect.h"

/* Raises bad-encoding for source->bad: one finding a run, and one that counts those not kept. */
void pl_encoding_report(const struct pl_source *source, struct pl_collector *collector);

#endif
