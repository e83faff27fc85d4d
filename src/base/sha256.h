/* SHA-256 (FIPS 180-4), for what others check by that name. For tables and fingerprints pl_hash128 is quicker. */
#ifndef PL_BASE_SHA256_H
#define PL_BASE_SHA256_H

#include <planlint/diag.h>

struct pl_sha256 {
	uint32_t state[8];
	uint64_t length; /* bytes taken so far */
	unsigned char block[64];
};

void pl_sha256_begin(struct pl_sha256 *sha);
void pl_sha256_add(struct pl_sha256 *sha, struct pl_str bytes);

/* In base64, as browsers want it: 44 characters and a NUL. Ends the sum. */
void pl_sha256_base64(struct pl_sha256 *sha, char out[45]);

#endif
