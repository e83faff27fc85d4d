/* Reads .planlintignore files and answers what they leave out. */
#include "cli/ignore.h"

#include "base/buf.h"
#include "base/glob.h"
#include "base/path.h"
#include "base/str.h"

#include <errno.h>

static struct pl_str without_blanks(struct pl_str text)
{
	while (text.len && pl_ascii_is_space(text.ptr[text.len - 1]))
		text.len--;
	return text;
}

bool pl_ignore_line_read(struct pl_str text, struct pl_ignore_line *line)
{
	*line = (struct pl_ignore_line){0};
	text = without_blanks(text);
	if (!text.len || text.ptr[0] == '#')
		return false;
	if (text.ptr[0] == '!') {
		line->negated = true;
		text = pl_str_sub(text, 1, text.len);
	}
	if (text.len && text.ptr[text.len - 1] == '/') {
		line->folders_only = true;
		text.len--;
	}
	line->anchored = text.len && memchr(text.ptr, '/', text.len);
	if (text.len && text.ptr[0] == '/')
		text = pl_str_sub(text, 1, text.len);
	line->pattern = text;
	return text.len > 0;
}

bool pl_ignore_line_matches(const struct pl_ignore_line *line, struct pl_str path, bool is_folder)
{
	if (line->folders_only && !is_folder)
		return false;
	return pl_glob_match(line->pattern, line->anchored ? path : pl_path_name(path));
}

static void read_lines(struct pl_arena *arena, struct pl_ignore *ignore, struct pl_str text)
{
	if (pl_str_starts(text, PL_STR("\xEF\xBB\xBF")))
		text = pl_str_sub(text, 3, text.len);
	while (text.len) {
		const char *newline = memchr(text.ptr, '\n', text.len);
		size_t length = newline ? (size_t)(newline - text.ptr) : text.len;
		struct pl_ignore_line line;

		if (pl_ignore_line_read(pl_str_sub(text, 0, length), &line))
			*PL_VEC_PUSH(arena, &ignore->lines) = line;
		text = pl_str_sub(text, length + 1, text.len);
	}
}

const struct pl_ignore *pl_ignore_read(struct pl_arena *arena, const char *folder, const struct pl_ignore *above,
                                       int *error)
{
	const char *slash = folder[strlen(folder) - 1] == '/' ? "" : "/";
	const char *path = pl_arena_print(arena, "%s%s.planlintignore", folder, slash);
	struct pl_ignore *ignore;
	struct pl_buf text = {0};
	struct pl_str lines;

	*error = pl_buf_read_file(&text, path);
	if (*error == ENOENT || *error == ENOTDIR)
		*error = 0;
	if (*error || !text.ptr) {
		pl_buf_free(&text);
		return above;
	}
	lines.len = text.len;
	lines.ptr = pl_buf_take(&text, arena);
	ignore = PL_MAKE(arena, struct pl_ignore);
	ignore->above = above;
	ignore->folder = strlen(folder) + strlen(slash);
	read_lines(arena, ignore, lines);
	return ignore;
}

bool pl_ignore_matches(const struct pl_ignore *ignore, struct pl_str path, bool is_folder)
{
	for (; ignore; ignore = ignore->above) {
		struct pl_str inside = pl_str_sub(path, ignore->folder, path.len);

		for (size_t i = ignore->lines.count; i > 0; i--)
			if (pl_ignore_line_matches(&ignore->lines.items[i - 1], inside, is_folder))
				return !ignore->lines.items[i - 1].negated;
	}
	return false;
}
