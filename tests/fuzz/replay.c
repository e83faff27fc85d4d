/* Runs a fuzzer over files that are there, where neither libFuzzer nor AFL++ is: what was found once stays found. */
#include "fuzz.h"

static void replay(const char *path)
{
	FILE *file = fopen(path, "rb");
	uint8_t *bytes;
	long size;

	FUZZ_HOLDS(file && fseek(file, 0, SEEK_END) == 0);
	size = ftell(file);
	FUZZ_HOLDS(size >= 0 && fseek(file, 0, SEEK_SET) == 0);
	bytes = malloc(size ? (size_t)size : 1); /* just as large, so that the address sanitizer sees the end */
	FUZZ_HOLDS(bytes);
	FUZZ_HOLDS(fread(bytes, 1, (size_t)size, file) == (size_t)size);
	fclose(file);
	fprintf(stderr, "%s\n", path);
	LLVMFuzzerTestOneInput(bytes, (size_t)size);
	free(bytes);
}

int main(int count, char **paths)
{
	for (int i = 1; i < count; i++)
		replay(paths[i]);
	return 0;
}
