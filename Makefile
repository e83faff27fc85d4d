# planlint: every target. No configure step; see `make help`.
CC      ?= cc
CFLAGS  ?= -O2 -g
WARN     = -Wall -Wextra -Wpedantic -Wconversion -Wshadow
WERROR  ?=
PKGS     = yaml-0.1 libpcre2-8 jansson libutf8proc libxxhash
B       ?= build

PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS   := $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lstemmer
ALL_CFLAGS  = -std=c11 $(WARN) $(WERROR) $(CFLAGS) -fvisibility=hidden -fPIC -D_POSIX_C_SOURCE=200809L \
              -Iinclude -Isrc -I$(B) $(PKG_CFLAGS)

LIB_SRC := $(sort $(wildcard src/base/*.c src/source/*.c src/diag/*.c src/yaml/*.c src/plan/*.c src/text/*.c \
                             src/lint/*.c src/report/*.c rules/*/*.c))
CLI_SRC := $(sort $(wildcard src/cli/*.c))
LIB_OBJ := $(LIB_SRC:%.c=$(B)/%.o)
CLI_OBJ := $(CLI_SRC:%.c=$(B)/%.o)
UNITS   := $(patsubst tests/unit/%.c,$(B)/tests/unit/%,$(sort $(wildcard tests/unit/test_*.c)))

.PHONY: all units clean
all: $(B)/planlint $(B)/libplanlint.a $(B)/libplanlint.so

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(B)/libplanlint.a: $(LIB_OBJ)
	@rm -f $@
	ar rcs $@ $^

$(B)/libplanlint.so: $(LIB_OBJ)
	$(CC) -shared $(LDFLAGS) -o $@ $^ $(PKG_LIBS)

$(B)/planlint: $(CLI_OBJ) $(B)/libplanlint.a
	$(CC) $(LDFLAGS) -o $@ $^ $(PKG_LIBS)

$(B)/tests/unit/%: tests/unit/%.c $(B)/libplanlint.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -o $@ $< $(B)/libplanlint.a $(LDFLAGS) $(PKG_LIBS) -lcmocka

units: $(UNITS)
	@for unit in $(UNITS); do ./$$unit || exit 1; done

clean:
	rm -rf $(B)

-include $(LIB_OBJ:.o=.d) $(CLI_OBJ:.o=.d) $(UNITS:=.d)
