/* Prints %s, %c and whole numbers by hand, and leaves what is rarer to the C library. */
#include "base/format.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

struct sink {
	char *out;
	size_t room, length; /* what does not fit counts as well */
};

static void put(struct sink *sink, const char *text, size_t length)
{
	size_t free = sink->length < sink->room ? sink->room - sink->length : 0;

	if (length) /* a text without bytes may be without a pointer */
		memcpy(sink->out + (sink->length < sink->room ? sink->length : 0), text, length < free ? length : free);
	sink->length += length;
}

static void pad(struct sink *sink, size_t length, int width)
{
	for (size_t i = length; width > 0 && i < (size_t)width; i++)
		put(sink, " ", 1);
}

static void put_number(struct sink *sink, unsigned long long number, bool negative, int width)
{
	char digits[24], *at = digits + sizeof digits;
	size_t length;

	do
		*--at = (char)('0' + number % 10);
	while (number /= 10);
	if (negative)
		*--at = '-';
	length = (size_t)(digits + sizeof digits - at);
	pad(sink, length, width);
	put(sink, at, length);
}

static void put_signed(struct sink *sink, long long number, int width)
{
	put_number(sink, number < 0 ? 0 - (unsigned long long)number : (unsigned long long)number, number < 0, width);
}

static void put_text(struct sink *sink, const char *text, size_t most, int width)
{
	size_t length = most ? strnlen(text, most) : 0;

	pad(sink, length, width);
	put(sink, text, length);
}

/* What may stand between % and its letter: a width or a precision as an argument, the size of a number. */
struct directive {
	int width, precision;
	bool has_precision;
	char size; /* 'l', 'z'; 'L' for ll */
};

static const char *read_directive(const char *at, struct directive *out, va_list *arguments)
{
	if (*at == '*') {
		out->width = va_arg(*arguments, int);
		at++;
	}
	if (at[0] == '.' && at[1] == '*') {
		out->precision = va_arg(*arguments, int);
		out->has_precision = true;
		at += 2;
	}
	if (at[0] == 'l' && at[1] == 'l') {
		out->size = 'L';
		return at + 2;
	}
	if (*at == 'l' || *at == 'z')
		out->size = *at++;
	return at;
}

static unsigned long long next_unsigned(char size, va_list *arguments)
{
	switch (size) {
	case 'l':
		return va_arg(*arguments, unsigned long);
	case 'L':
		return va_arg(*arguments, unsigned long long);
	case 'z':
		return va_arg(*arguments, size_t);
	default:
		return va_arg(*arguments, unsigned);
	}
}

static long long next_signed(char size, va_list *arguments)
{
	switch (size) {
	case 'l':
		return va_arg(*arguments, long);
	case 'L':
		return va_arg(*arguments, long long);
	default:
		return va_arg(*arguments, int);
	}
}

/* False where the directive is none of these. */
static bool put_directive(struct sink *sink, const char **at, va_list *arguments)
{
	struct directive directive = {0};
	const char *letter = read_directive(*at, &directive, arguments);
	char c;

	*at = letter + 1;
	switch (*letter) {
	case 's':
		put_text(sink, va_arg(*arguments, const char *),
		         directive.has_precision ? (size_t)directive.precision : SIZE_MAX, directive.width);
		return directive.width >= 0 && !directive.size;
	case 'u':
		put_number(sink, next_unsigned(directive.size, arguments), false, directive.width);
		break;
	case 'd':
		put_signed(sink, next_signed(directive.size, arguments), directive.width);
		break;
	case 'c':
		c = (char)va_arg(*arguments, int);
		put(sink, &c, 1);
		return !directive.width && !directive.has_precision && !directive.size;
	case '%':
		put(sink, "%", 1);
		return letter[-1] == '%';
	default:
		return false;
	}
	return directive.width >= 0 && !directive.has_precision && !(directive.size == 'z' && *letter == 'd');
}

/* A va_list that is an array can't be passed on by its address from a parameter, only from a copy. */
static bool print(struct sink *sink, const char *format, va_list arguments)
{
	va_list copy;
	bool known = true;

	va_copy(copy, arguments);
	while (known && *format) {
		size_t plain = strcspn(format, "%");

		put(sink, format, plain);
		format += plain;
		if (*format++ == '%')
			known = put_directive(sink, &format, &copy);
		else
			break;
	}
	va_end(copy);
	return known;
}

size_t pl_format(char *out, size_t room, const char *format, va_list arguments)
{
	struct sink sink = {.out = out, .room = room};
	int length;

	assert(room);
	if (print(&sink, format, arguments)) {
		out[sink.length < room ? sink.length : room - 1] = '\0';
		return sink.length;
	}
	length = vsnprintf(out, room, format, arguments);
	assert(length >= 0);
	return (size_t)length;
}
