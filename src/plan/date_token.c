/* Cuts a text into what dates are made of. */
#include "plan/date_token.h"

#include "base/str.h"
#include "plan/due.h"

enum { LONGEST = 10 };

struct word {
	char letters[LONGEST + 1];
	uint8_t kind, value;
};

static const struct word words[] = {
#define PL_DATE_WORD(letters, kind, value) {letters, PL_DATE_##kind, value},
#include "plan/date_words.def"
#undef PL_DATE_WORD
};

enum { WORDS = sizeof words / sizeof *words };

const char *pl_date_month_near(struct pl_str word)
{
	return word.len < 5 ? NULL : pl_str_nearest(word, pl_month_names, 12);
}

static bool begins_month(const char *letters)
{
	static const char names[12][4] = {"jan", "feb", "mar", "apr", "may", "jun",
	                                  "jul", "aug", "sep", "oct", "nov", "dec"};

	for (size_t i = 0; i < 12; i++)
		if (pl_ascii_lower(letters[0]) == names[i][0] && pl_ascii_lower(letters[1]) == names[i][1] &&
		    pl_ascii_lower(letters[2]) == names[i][2])
			return true;
	return false;
}

bool pl_date_possible(struct pl_str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (pl_ascii_is_digit(c))
			return true;
		if (c >= 'A' && c <= 'S' && i + 3 <= text.len && (i == 0 || !pl_ascii_is_alpha(text.ptr[i - 1])) &&
		    begins_month(text.ptr + i))
			return true;
	}
	return false;
}

/* As strcmp, in place: most words differ in their first letters. */
static int compare(const char *a, const char *b)
{
	while (*a && *a == *b)
		a++, b++;
	return *a - *b;
}

/* How long the words are that begin with a letter: most others are told from them by that. */
static bool may_be_word(char first, size_t length)
{
#define OF(length) (1u << (length))
	static const uint16_t lengths['z' - 'a' + 1] = {
	        ['a' - 'a'] = OF(2) | OF(3) | OF(5) | OF(6),
	        ['b' - 'a'] = OF(2) | OF(5) | OF(6) | OF(7) | OF(9),
	        ['c' - 'a'] = OF(5) | OF(10),
	        ['d' - 'a'] = OF(3) | OF(6) | OF(8),
	        ['e' - 'a'] = OF(3) | OF(4) | OF(5),
	        ['f' - 'a'] = OF(2) | OF(3) | OF(4) | OF(5) | OF(6) | OF(8) | OF(9),
	        ['i' - 'a'] = OF(2),
	        ['j' - 'a'] = OF(3) | OF(4) | OF(7),
	        ['l' - 'a'] = OF(3) | OF(4) | OF(5),
	        ['m' - 'a'] = OF(3) | OF(5) | OF(6),
	        ['n' - 'a'] = OF(2) | OF(3) | OF(8),
	        ['o' - 'a'] = OF(2) | OF(3) | OF(6) | OF(7),
	        ['p' - 'a'] = OF(5) | OF(6),
	        ['q' - 'a'] = OF(1) | OF(3) | OF(7),
	        ['r' - 'a'] = OF(5),
	        ['s' - 'a'] = OF(2) | OF(3) | OF(4) | OF(5) | OF(6) | OF(7) | OF(8) | OF(9),
	        ['t' - 'a'] = OF(2) | OF(3) | OF(4) | OF(5) | OF(7) | OF(8) | OF(10),
	        ['u' - 'a'] = OF(4) | OF(5),
	        ['w' - 'a'] = OF(2) | OF(4) | OF(5) | OF(6) | OF(9),
	        ['y' - 'a'] = OF(4),
	        ['z' - 'a'] = OF(4)};
#undef OF

	return first >= 'a' && first <= 'z' && length <= LONGEST && (lengths[first - 'a'] >> length & 1);
}

static const struct word *find_word(const char *letters, size_t length)
{
	char folded[LONGEST + 1];
	size_t low = 0, high = WORDS;

	if (length == 0 || !may_be_word(pl_ascii_lower(letters[0]), length))
		return NULL;
	for (size_t i = 0; i < length; i++)
		folded[i] = pl_ascii_lower(letters[i]);
	folded[length] = '\0';
	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = compare(folded, words[middle].letters);

		if (order == 0)
			return &words[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

struct cutter {
	struct pl_str text;
	size_t at;
};

static char peek(const struct cutter *cutter, size_t ahead)
{
	return cutter->at + ahead < cutter->text.len ? cutter->text.ptr[cutter->at + ahead] : '\0';
}

static bool is_letter(char c) { return pl_ascii_is_alpha(c) || (c & 0x80); }

/* A sign of more than one byte that means the same as a sign of ASCII; `bytes` is its length. */
static char plain_wide(const struct cutter *cutter, size_t *bytes)
{
	unsigned char a = (unsigned char)peek(cutter, 0), b = (unsigned char)peek(cutter, 1),
	              c = (unsigned char)peek(cutter, 2);

	*bytes = 1;
	if (a == 0xc2) {
		*bytes = 2;
		return b == 0xa0 ? ' ' : b == 0xa3 ? '$' : '?';
	}
	if (a == 0xe2 && b == 0x80) {
		*bytes = 3;
		if (c >= 0x90 && c <= 0x95)
			return '-';
		if (c >= 0x98 && c <= 0x9b)
			return '\'';
		return c >= 0xa0 && c <= 0xaf ? ' ' : '?';
	}
	if (a == 0xe2) {
		*bytes = 3;
		return b == 0x82 && c == 0xac ? '$' : b == 0x88 && c == 0x92 ? '-' : '?';
	}
	return 'x';
}

static inline char plain(const struct cutter *cutter, size_t *bytes)
{
	*bytes = 1;
	return cutter->text.ptr[cutter->at] & 0x80 ? plain_wide(cutter, bytes) : cutter->text.ptr[cutter->at];
}

static size_t letters_at(const struct cutter *cutter, size_t ahead)
{
	size_t at = cutter->at + ahead, from = at;

	while (at < cutter->text.len && pl_ascii_is_alpha(cutter->text.ptr[at]))
		at++;
	return at - from;
}

/* To the end of a run of letters and digits. */
static void skip_word(struct cutter *cutter)
{
	while (cutter->at < cutter->text.len) {
		size_t bytes;
		char c = plain(cutter, &bytes);

		if (c == 'x' || pl_ascii_is_digit(c) || pl_ascii_is_alpha(c))
			cutter->at++;
		else
			break;
	}
}

static bool is_ordinal_suffix(const char *s)
{
	char a = pl_ascii_lower(s[0]), b = pl_ascii_lower(s[1]);

	return (a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') || (a == 't' && b == 'h');
}

/* 1,100 and 16% and 27N and 5m are no parts of a date. */
static void cut_number(struct cutter *cutter, struct pl_date_token *token)
{
	unsigned value = 0;
	size_t digits = 0, letters;
	const struct word *word;

	while (pl_ascii_is_digit(peek(cutter, digits))) {
		value = value < 100000 ? value * 10 + (unsigned)(peek(cutter, digits) - '0') : value;
		digits++;
	}
	token->kind = digits > 4 || token->attached ? PL_DATE_WORD : PL_DATE_NUMBER;
	token->value = (uint16_t)(digits > 4 ? 0 : value);
	token->digits = (uint8_t)(digits > 4 ? 5 : digits);
	cutter->at += digits;
	letters = letters_at(cutter, 0);
	word = find_word(cutter->text.ptr + cutter->at, letters);
	if (letters == 2 && is_ordinal_suffix(cutter->text.ptr + cutter->at)) {
		token->ordinal = true;
		cutter->at += 2;
	} else if (letters && !(word && digits <= 2 && word->kind == PL_DATE_MONTH)) {
		token->kind = PL_DATE_WORD;
		skip_word(cutter);
	} else if (peek(cutter, 0) == '%') {
		token->kind = PL_DATE_WORD;
		cutter->at++;
	} else if (peek(cutter, 0) == ',' && pl_ascii_is_digit(peek(cutter, 1)) && pl_ascii_is_digit(peek(cutter, 2)) &&
	           pl_ascii_is_digit(peek(cutter, 3))) {
		token->kind = PL_DATE_WORD;
		cutter->at++;
		skip_word(cutter);
	}
}

/* Q2 and Sept10 and FY23 are a word and a number without a space. */
static void cut_word(struct cutter *cutter, struct pl_date_token *token)
{
	const char *letters = cutter->text.ptr + cutter->at;
	size_t length = letters_at(cutter, 0);
	const struct word *word = find_word(letters, length);
	char next = peek(cutter, length);

	token->kind = PL_DATE_WORD;
	token->capital = *letters >= 'A' && *letters <= 'Z';
	if (is_letter(next) || next == '_' || (word && next == '\'' && is_letter(peek(cutter, length + 1))))
		word = NULL;
	if (word && pl_ascii_is_digit(next) && word->kind != PL_DATE_QUARTER && word->kind != PL_DATE_MONTH &&
	    word->kind != PL_DATE_FISCAL)
		word = NULL;
	if (word) {
		token->kind = word->kind;
		token->value = word->value;
		cutter->at += length;
		return;
	}
	cutter->at += length ? length : 1;
	skip_word(cutter);
}

uint8_t pl_date_sign(char sign)
{
	switch (sign) {
	case '-':
		return PL_DATE_DASH;
	case '/':
		return PL_DATE_SLASH;
	case '.':
		return PL_DATE_DOT;
	case ',':
	case ';':
		return PL_DATE_COMMA;
	case '&':
	case '+':
		return PL_DATE_AND;
	case '(':
	case '[':
		return PL_DATE_OPEN;
	case ')':
	case ']':
		return PL_DATE_CLOSE;
	default:
		return PL_DATE_MARK;
	}
}

static void cut_mark(struct cutter *cutter, struct pl_date_token *token, char sign, size_t bytes)
{
	bool is_quote = sign == '\'' || sign == '`';

	cutter->at += bytes;
	if (is_quote && pl_ascii_is_digit(peek(cutter, 0)) && pl_ascii_is_digit(peek(cutter, 1)) &&
	    !pl_ascii_is_digit(peek(cutter, 2))) {
		cut_number(cutter, token);
		token->quoted = true;
		return;
	}
	token->kind = pl_date_sign(sign);
}

bool pl_date_is_plain(struct pl_str word, struct pl_date_token *token)
{
	for (size_t i = 0; i < word.len; i++)
		if (!pl_ascii_is_alpha(word.ptr[i]))
			return false;
	if (!word.len || find_word(word.ptr, word.len))
		return false;
	*token = (struct pl_date_token){.end = (uint32_t)word.len,
	                                .kind = PL_DATE_WORD,
	                                .spaced = true,
	                                .capital = word.ptr[0] >= 'A' && word.ptr[0] <= 'Z'};
	return true;
}

size_t pl_date_tokens(struct pl_str text, size_t from, struct pl_date_token tokens[PL_DATE_ROOM + 1])
{
	struct cutter cutter = {text, from};
	size_t count = 0;
	bool spaced = true, attached = false;

	while (cutter.at < text.len && count < PL_DATE_ROOM) {
		struct pl_date_token *token = &tokens[count];
		size_t bytes;
		char c = plain(&cutter, &bytes);

		if (c == ' ' || pl_ascii_is_space(c)) {
			cutter.at += bytes;
			spaced = true;
			attached = false;
			continue;
		}
		*token = (struct pl_date_token){.begin = (uint32_t)cutter.at, .spaced = spaced, .attached = attached};
		if (pl_ascii_is_digit(c))
			cut_number(&cutter, token);
		else if (pl_ascii_is_alpha(c) || c == 'x')
			cut_word(&cutter, token);
		else
			cut_mark(&cutter, token, c, bytes);
		attached = c == '$' || c == '#' || c == '@' || c == '=';
		token->end = (uint32_t)cutter.at;
		spaced = false;
		count++;
	}
	tokens[count] =
	        (struct pl_date_token){.begin = (uint32_t)cutter.at, .end = (uint32_t)cutter.at, .spaced = true};
	return count;
}

/* Words that count, order or part ("first", "early") need one of these with them, and so do single numbers. */
static bool tells_date(const struct pl_date_token *token)
{
	switch (token->kind) {
	case PL_DATE_MONTH:
	case PL_DATE_SEASON:
	case PL_DATE_QUARTER:
	case PL_DATE_FISCAL:
		return true;
	case PL_DATE_NUMBER: /* 2010, 30/9, 1.4.10 */
		return token->digits == 4 || ((token[1].kind == PL_DATE_DASH || token[1].kind == PL_DATE_SLASH ||
		                               token[1].kind == PL_DATE_DOT) &&
		                              token[2].kind == PL_DATE_NUMBER);
	default:
		return false;
	}
}

bool pl_date_is_told_by(const struct pl_date_token *tokens, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (tells_date(&tokens[i]))
			return true;
	return false;
}
