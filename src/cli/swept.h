/*
 * What a sweep can write in the place of findings: rates (--by), a sample to be marked (--sample), records for other
 * engines (--emit). Each stands in for formats of check, so that -o and the rest of the machinery are the same.
 */
#ifndef PL_CLI_SWEPT_H
#define PL_CLI_SWEPT_H

#include "cli/cli.h"

/* Is anything but findings asked for? */
bool pl_swept_asked(const struct pl_settings *settings);

/* Reads these options into what reporters know of them. False after saying what is wrong. */
bool pl_swept_read(struct pl_cli *cli, struct pl_report_options *options) PL_MUST_USE;

/* What writes in the format that was asked for. */
const struct pl_reporter *pl_swept_reporter(const struct pl_settings *settings, const struct pl_reporter *asked);

#endif
