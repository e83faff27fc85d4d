/* The sum of FIPS 180-4 section 6.2, a block at a time. */
#include "base/sha256.h"

#include <string.h>

static const uint32_t constants[64] = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t turn(uint32_t word, unsigned by) { return word >> by | word << (32 - by); }

static uint32_t big_endian(const unsigned char *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static void fill_schedule(const unsigned char *block, uint32_t w[64])
{
	for (unsigned i = 0; i < 16; i++)
		w[i] = big_endian(block + (size_t)4 * i);
	for (unsigned i = 16; i < 64; i++) {
		uint32_t a = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ w[i - 15] >> 3;
		uint32_t b = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ w[i - 2] >> 10;

		w[i] = w[i - 16] + a + w[i - 7] + b;
	}
}

static void take_block(struct pl_sha256 *sha)
{
	uint32_t w[64], s[8];

	fill_schedule(sha->block, w);
	memcpy(s, sha->state, sizeof s);
	for (unsigned i = 0; i < 64; i++) {
		uint32_t sum = turn(s[4], 6) ^ turn(s[4], 11) ^ turn(s[4], 25);
		uint32_t one = s[7] + sum + ((s[4] & s[5]) ^ (~s[4] & s[6])) + constants[i] + w[i];
		uint32_t most = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
		uint32_t two = (turn(s[0], 2) ^ turn(s[0], 13) ^ turn(s[0], 22)) + most;

		memmove(s + 1, s, 7 * sizeof *s);
		s[4] += one;
		s[0] = one + two;
	}
	for (unsigned i = 0; i < 8; i++)
		sha->state[i] += s[i];
}

void pl_sha256_begin(struct pl_sha256 *sha)
{
	*sha = (struct pl_sha256){.state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c,
	                                    0x1f83d9ab, 0x5be0cd19}};
}

void pl_sha256_add(struct pl_sha256 *sha, struct pl_str bytes)
{
	for (size_t i = 0; i < bytes.len; i++) {
		sha->block[sha->length++ % 64] = (unsigned char)bytes.ptr[i];
		if (sha->length % 64 == 0)
			take_block(sha);
	}
}

static void pad(struct pl_sha256 *sha)
{
	uint64_t bits = sha->length * 8;
	char length[8];

	pl_sha256_add(sha, (struct pl_str){"\x80", 1});
	while (sha->length % 64 != 56)
		pl_sha256_add(sha, (struct pl_str){"", 1});
	for (unsigned i = 0; i < 8; i++)
		length[i] = (char)(bits >> (56 - 8 * i) & 0xFF);
	pl_sha256_add(sha, (struct pl_str){length, sizeof length});
}

void pl_sha256_base64(struct pl_sha256 *sha, char out[45])
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned char sum[33] = {0}; /* 32 bytes, and one that makes whole groups of three */

	pad(sha);
	for (unsigned i = 0; i < 32; i++)
		sum[i] = (unsigned char)(sha->state[i / 4] >> (24 - 8 * (i % 4)) & 0xFF);
	for (unsigned i = 0; i < 11; i++) {
		uint32_t group = (uint32_t)sum[3 * i] << 16 | (uint32_t)sum[3 * i + 1] << 8 | sum[3 * i + 2];

		for (unsigned k = 0; k < 4; k++)
			out[4 * i + k] = digits[group >> (18 - 6 * k) & 63];
	}
	out[43] = '=';
	out[44] = '\0';
}
