/* JSON, written as it comes. */
#include "report/json.h"

#include "base/str.h"
#include "base/utf8.h"
#include "plan/due.h"

static void member(struct pl_json *json, const char *key)
{
	if (json->started)
		pl_out_puts(json->out, ",");
	json->started = true;
	if (json->breaks)
		pl_out_puts(json->out, "\n");
	json->breaks = false;
	if (!key)
		return;
	pl_out_puts(json->out, "\"");
	pl_out_puts(json->out, key);
	pl_out_puts(json->out, "\":");
}

void pl_json_break(struct pl_json *json) { json->breaks = true; }

void pl_json_open(struct pl_json *json, const char *key, char bracket)
{
	member(json, key);
	pl_out_add(json->out, (struct pl_str){&bracket, 1});
	json->started = false;
}

void pl_json_close(struct pl_json *json, char bracket)
{
	if (json->breaks)
		pl_out_puts(json->out, "\n");
	json->breaks = false;
	pl_out_add(json->out, (struct pl_str){&bracket, 1});
	json->started = true;
}

/* Controls, C1 and the line separators are escaped although JSON would not ask for all of them: a report is also read
 * on terminals and pasted into scripts. */
static bool needs_escape(uint32_t code)
{
	return code < 0x20 || code == '"' || code == '\\' || (code >= 0x7F && code < 0xA0) || code == 0x2028 ||
	       code == 0x2029;
}

static void escape(struct pl_out *out, uint32_t code)
{
	static const char short_forms[][2] = {{'"', '"'},  {'\\', '\\'}, {'\b', 'b'}, {'\f', 'f'},
	                                      {'\n', 'n'}, {'\r', 'r'},  {'\t', 't'}};

	for (size_t i = 0; i < sizeof short_forms / sizeof *short_forms; i++)
		if (code == (unsigned char)short_forms[i][0]) {
			pl_out_print(out, "\\%c", short_forms[i][1]);
			return;
		}
	pl_out_print(out, "\\u%04x", (unsigned)code);
}

/* Bytes from `at` on that are written as they are, all of them ASCII. */
static size_t plain_end(struct pl_str text, size_t at)
{
	while (at < text.len && text.ptr[at] >= ' ' && text.ptr[at] < 0x7F && text.ptr[at] != '"' &&
	       text.ptr[at] != '\\')
		at++;
	return at;
}

static void quoted(struct pl_out *out, struct pl_str text)
{
	size_t plain = 0, at = 0;

	pl_out_puts(out, "\"");
	while ((at = plain_end(text, at)) < text.len) {
		size_t from = at;
		uint32_t code = pl_utf8_next(text, &at);
		bool invalid = code == 0xFFFD && at - from == 1;

		if (!invalid && !needs_escape(code))
			continue;
		pl_out_add(out, pl_str_sub(text, plain, from));
		plain = at;
		if (invalid)
			pl_out_print(out, "\\\\x%02x", (unsigned char)text.ptr[from]);
		else
			escape(out, code);
	}
	pl_out_add(out, pl_str_sub(text, plain, at));
	pl_out_puts(out, "\"");
}

void pl_json_text(struct pl_json *json, const char *key, struct pl_str text)
{
	member(json, key);
	quoted(json->out, text);
}

void pl_json_string(struct pl_json *json, const char *key, const char *text)
{
	member(json, key);
	if (text)
		quoted(json->out, pl_str_of(text));
	else
		pl_out_puts(json->out, "null");
}

void pl_json_number(struct pl_json *json, const char *key, uint64_t number)
{
	member(json, key);
	pl_out_number(json->out, number, 0);
}

/* In whole numbers: printf would write the comma of some countries. */
void pl_json_decimal(struct pl_json *json, const char *key, double number)
{
	unsigned long long scaled = (unsigned long long)(number * 10000 + 0.5);

	member(json, key);
	pl_out_print(json->out, "%llu.%04llu", scaled / 10000, scaled % 10000);
}

void pl_json_day(struct pl_json *json, const char *key, pl_day day)
{
	char room[PL_DAY_ROOM];

	pl_json_string(json, key, day == PL_NO_DAY ? NULL : pl_day_iso(day, room));
}

void pl_json_flag(struct pl_json *json, const char *key, bool flag)
{
	member(json, key);
	pl_out_puts(json->out, flag ? "true" : "false");
}
