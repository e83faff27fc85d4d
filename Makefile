# planlint: every target. No configure step; `make help` lists what there is.
CC      ?= cc
CFLAGS  ?= -O2 -g
WERROR  ?=
B       ?= build
PREFIX  ?= /usr/local
LIBDIR  ?= $(PREFIX)/lib

PKGS     = yaml-0.1 libpcre2-8 jansson libutf8proc libxxhash
WARN     = -Wall -Wextra -Wpedantic -Wconversion -Wshadow
# Of the flags that make a hole harder to use those that the compiler takes. Asked for once, when something is compiled.
takes    = $(shell printf '\043include <string.h>\n' | $(CC) -Werror -O2 $(1) -x c -c -o /dev/null - 2>/dev/null && echo '$(1)')
# Fortified calls need the optimiser; without it glibc only warns about them.
FORTIFY  = $(if $(filter -O1 -O2 -O3 -Os,$(CFLAGS)),$(firstword $(call takes,-D_FORTIFY_SOURCE=3) -D_FORTIFY_SOURCE=2))
HARDEN  ?= $(eval HARDEN := $(if $(FORTIFY),-U_FORTIFY_SOURCE $(FORTIFY)) $(foreach flag,-fstack-protector-strong \
             -fstack-clash-protection -fcf-protection,$(call takes,$(flag))))$(HARDEN)
LDHARDEN ?= -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack
VERSION := $(shell sed -n 's/^.define PL_VERSION "\(.*\)"/\1/p' include/planlint/planlint.h)
MANDIR  ?= $(PREFIX)/share/man
SONAME   = libplanlint.so.$(firstword $(subst ., ,$(VERSION)))

# Asked for when something is compiled and not before: `make deps` may have to install pkg-config first.
pkg = $(if $(shell pkg-config --exists $(PKGS) 2>/dev/null && echo yes),$(shell pkg-config $(1) $(PKGS)),\
           $(error libraries are missing: run 'make deps'))
PKG_CFLAGS = $(eval PKG_CFLAGS := $(call pkg,--cflags))$(PKG_CFLAGS)
PKG_LIBS   = $(eval PKG_LIBS := $(call pkg,--libs) -lm -pthread)$(PKG_LIBS)
# Nobody asks for errno behind sqrt; without that it is an instruction, and the program loads no libm as it starts.
ALL_CFLAGS = -std=c11 $(WARN) $(WERROR) $(CFLAGS) $(HARDEN) -fvisibility=hidden -fPIC -pthread -D_POSIX_C_SOURCE=200809L \
             -fno-math-errno -Iinclude -Isrc -I$(B) $(PKG_CFLAGS)
ALL_LDFLAGS = $(LDHARDEN) $(LDFLAGS)
say = $(if $(V),,@printf '  %-4s %s\n' $(1) $@;) # V=1 shows the commands instead

LIB_SRC := $(sort $(wildcard src/base/*.c src/source/*.c src/diag/*.c src/yaml/*.c src/plan/*.c src/text/*.c \
                             src/lint/*.c src/report/*.c rules/*/*.c))
CLI_SRC := $(sort $(wildcard src/cli/*.c))
LIB_OBJ := $(LIB_SRC:%.c=$(B)/%.o)
CLI_OBJ := $(CLI_SRC:%.c=$(B)/%.o)
HEADERS := $(sort $(wildcard include/planlint/*.h))
UNITS   := $(patsubst tests/unit/%.c,$(B)/tests/unit/%,$(sort $(wildcard tests/unit/test_*.c)))
TESTS   := $(UNITS) $(sort $(wildcard tests/*.t tests/cli/*.t))
OWN_C   := $(sort $(wildcard include/planlint/*.h src/*/*.[ch] src/*/*/*.[ch] rules/*/*.[ch] tests/*/*.[ch] examples/*.c))

# As bash, zsh and fish look for them under share/.
COMPLETIONS := $(addprefix $(B)/completion/,bash-completion/completions/planlint zsh/site-functions/_planlint \
                                            fish/vendor_completions.d/planlint.fish)

.DELETE_ON_ERROR:
.PHONY: all units fuzzers fuzz afl valgrind demo check check-built check-page sanitize sanitize-threads coverage accuracy bench bench-parts lint lint-layout lint-tidy lint-cppcheck format bless deps install uninstall dist deb clean help FORCE

all: $(if $(CLI_SRC),$(B)/planlint $(B)/man/stamp $(COMPLETIONS)) $(B)/libplanlint.a $(B)/libplanlint.so ## build the program and the library (the default)

# ---- building -------------------------------------------------------------------------------------------------------

# Other flags or another set of files build anew.
$(B)/stamp: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' "$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS)" "$(LIB_SRC) $(CLI_SRC)" | cmp -s - $@ || \
		printf '%s\n' "$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS)" "$(LIB_SRC) $(CLI_SRC)" > $@

$(B)/%.o: %.c $(B)/stamp
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# Texts that the program carries: a string for each line, without the indent.
$(B)/report/page/%.inc: src/report/page/% Makefile
	@mkdir -p $(@D)
	@sed 's/^[[:space:]]*//; s/[\\"?]/\\&/g; s/.*/"&\\n",/' $< > $@

# The lexicon's tables are made of its lists by a program of its own.
LEXICON := $(B)/text/lexicon/forms
LEXICON_OBJ := $(patsubst %,$(B)/src/text/%.o,lexicon/make lexicon/derive looks stem) $(filter $(B)/src/base/%,$(LIB_OBJ))
LIB_OBJ += $(LEXICON).o
$(B)/text/lexicon/make: $(LEXICON_OBJ)
	@mkdir -p $(@D)
	$(call say,LD)$(CC) $(ALL_LDFLAGS) -o $@ $(LEXICON_OBJ) $(PKG_LIBS)
$(LEXICON).c: $(B)/text/lexicon/make
	$(call say,GEN)$(B)/text/lexicon/make > $@
$(LEXICON).o: $(LEXICON).c src/text/lexicon/forms.h $(B)/stamp
	$(call say,CC)$(CC) $(ALL_CFLAGS) -c -o $@ $<

PAGE := $(B)/report/page/style.css.inc $(B)/report/page/script.js.inc
$(B)/src/report/html_page.o: $(PAGE)

$(B)/libplanlint.a: $(LIB_OBJ) $(B)/stamp
	$(call say,AR)rm -f $@; ar rcs $@ $(LIB_OBJ)

$(B)/libplanlint.so: $(LIB_OBJ) $(B)/stamp
	$(call say,LD)$(CC) -shared -Wl,-soname,$(SONAME) $(ALL_LDFLAGS) -o $@ $(LIB_OBJ) $(PKG_LIBS)

$(B)/planlint: $(CLI_OBJ) $(B)/libplanlint.a
	$(call say,LD)$(CC) -pie $(ALL_LDFLAGS) -o $@ $(CLI_OBJ) $(B)/libplanlint.a $(PKG_LIBS)

# The program writes its manual pages; planlint.1 names the others.
$(B)/man/stamp: $(B)/planlint
	@rm -rf $(@D) && mkdir -p $(@D)
	$(call say,MAN)$(B)/planlint help --man > $(@D)/planlint.1 && \
	for page in $$(sed -n 's/^\.BR planlint\\-\([a-z-]*\) .*/\1/p' $(@D)/planlint.1); do \
		$(B)/planlint help --man $$page > $(@D)/planlint-$$page.1 || exit 1; \
	done && touch $@

$(COMPLETIONS): $(B)/planlint
	@mkdir -p $(@D)
	$(call say,GEN)$(B)/planlint completion $(firstword $(subst -, ,$(subst /, ,$(patsubst $(B)/completion/%,%,$@)))) > $@

$(B)/tests/bench/%: tests/bench/%.c $(B)/libplanlint.a
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(ALL_CFLAGS) -MMD -MP -o $@ $< $(B)/libplanlint.a $(ALL_LDFLAGS) $(PKG_LIBS)

$(B)/tests/unit/%: tests/unit/%.c $(B)/libplanlint.a
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(ALL_CFLAGS) -MMD -MP -o $@ $< $(filter %.o,$^) $(B)/libplanlint.a $(ALL_LDFLAGS) $(PKG_LIBS) -lcmocka $(TEST_LIBS)

# What only tests hold the library against.
$(B)/tests/unit/test_stem: TEST_LIBS = -lstemmer
$(B)/tests/unit/test_lexicon: $(B)/src/text/lexicon/derive.o

# A fuzzer with libFuzzer's or AFL++'s engine (FUZZ_ENGINE), or with none: then it runs the files that it is given.
FUZZERS     := $(patsubst tests/fuzz/fuzz_%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
FUZZ_ENGINE ?= tests/fuzz/replay.c

$(B)/tests/fuzz/%: tests/fuzz/fuzz_%.c tests/fuzz/replay.c $(B)/libplanlint.a $(B)/stamp
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(ALL_CFLAGS) -Itests/fuzz -MMD -MP -MF $@.d -o $@ $< $(FUZZ_ENGINE) $(B)/libplanlint.a \
		$(ALL_LDFLAGS) $(PKG_LIBS)

fuzzers: $(FUZZERS:%=$(B)/tests/fuzz/%)

# Preloaded by the tests of faults; works on the C library's memory, so without sanitizers and the like.
$(B)/tests/faults/shim.so: tests/faults/shim.c
	@mkdir -p $(@D)
	$(call say,CC)$(CC) -std=c11 $(WARN) $(WERROR) -O1 -g -fPIC -shared -o $@ $< -ldl

units: $(UNITS)
	@for unit in $(UNITS); do ./$$unit || exit 1; done

# ---- the two commands of the README ---------------------------------------------------------------------------------

demo: deps ## install what is missing, build, and check a poor example plan
	@$(MAKE) --no-print-directory -s all
	@echo '$$ $(B)/planlint check --fail-on never examples/local-delivery-poor.yaml'
	@$(B)/planlint check --fail-on never examples/local-delivery-poor.yaml

check: deps ## install what is missing, build, and run every test
	@$(MAKE) --no-print-directory check-built

# Every test program speaks TAP; tests/Tally.pm is prove's harness and prints the closing line.
check-built: all $(UNITS) fuzzers $(B)/tests/faults/shim.so
	@export CC='$(CC)' B='$(B)' CFLAGS='$(CFLAGS)' LDFLAGS='$(LDFLAGS)'; \
		PLANLINT='$(B)/planlint' CMOCKA_MESSAGE_OUTPUT=tap \
		PERL5LIB=tests prove --harness Tally $(PROVEFLAGS) $(TESTS)

check-page: DEPS += command:chromium:chromium command:node:nodejs command:npm:npm command:pdftotext:poppler-utils
check-page: deps ## open reports in format html in headless Chromium
	@$(MAKE) --no-print-directory -s all
	@cd tests/page && { cmp -s package-lock.json node_modules/.planlint-lock || \
		{ npm ci --silent --no-audit --no-fund && cp package-lock.json node_modules/.planlint-lock; }; }
	@PLANLINT='$(B)/planlint' PERL5LIB=tests prove --harness Tally --exec '' tests/page/check.js

# What must be there, and Debian's package that brings it. More commands may be asked for: make deps ALSO=clang
DEPS = command:cc:gcc command:ar:binutils command:pkg-config:pkg-config command:prove:perl \
       header:stdio.h:libc6-dev header:yaml.h:libyaml-dev header:pcre2.h:libpcre2-dev header:jansson.h:libjansson-dev \
       header:libstemmer.h:libstemmer-dev header:utf8proc.h:libutf8proc-dev header:xxhash.h:libxxhash-dev \
       header:cmocka.h:libcmocka-dev $(foreach tool,$(ALSO),command:$(tool):$(tool))

deps: ## install the libraries and tools that are missing (Debian, Ubuntu)
	@missing=; \
	for dep in $(DEPS); do \
		kind=$${dep%%:*}; rest=$${dep#*:}; name=$${rest%%:*}; package=$${rest#*:}; \
		case $$kind in \
		command) command -v $$name ;; \
		header) printf '#define PCRE2_CODE_UNIT_WIDTH 8\n#include <%s>\n' $$name | $(CC) -E -x c - ;; \
		esac >/dev/null 2>&1 || missing="$$missing $$package"; \
	done; \
	test -n "$$missing" || exit 0; \
	sudo=; test "$$(id -u)" = 0 || sudo=sudo; \
	if ! command -v apt-get >/dev/null || { test -n "$$sudo" && ! command -v sudo >/dev/null; }; then \
		echo "Please install these first (the names are Debian's packages):$$missing" >&2; exit 1; \
	fi; \
	echo "Installing:$$missing"; \
	$$sudo apt-get -qq update && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $$missing >/dev/null

# ---- looking closer -------------------------------------------------------------------------------------------------

SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

sanitize: ## run every test under the address, undefined-behaviour and leak sanitizers
	@ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1 UBSAN_OPTIONS=print_stacktrace=1 \
		$(MAKE) --no-print-directory check-built B=$(B)-sanitize HARDEN= LDHARDEN= \
		CFLAGS='-O1 -g $(SANITIZE) -DPL_ARENA_DEBUG' LDFLAGS='$(SANITIZE)'

# What threads touch: the pool's own tests, and plans of every kind on more threads than there are processors.
sanitize-threads: ## run what uses threads under the thread sanitizer
	@$(MAKE) --no-print-directory -s B=$(B)-threads HARDEN= LDHARDEN= CFLAGS='-O1 -g -fsanitize=thread' \
		LDFLAGS=-fsanitize=thread $(B)-threads/planlint $(B)-threads/tests/unit/test_pool $(B)-threads/tests/unit/test_corpus
	@TSAN_OPTIONS=halt_on_error=1 B='$(B)-threads' PLANLINT='$(B)-threads/planlint' CMOCKA_MESSAGE_OUTPUT=tap \
		PERL5LIB=tests prove --harness Tally $(PROVEFLAGS) $(B)-threads/tests/unit/test_pool $(B)-threads/tests/unit/test_corpus \
		tests/cli/threads.t tests/cli/sweep.t

valgrind: DEPS += command:valgrind:valgrind
valgrind: all deps ## check the examples under valgrind: no leak, nothing uninitialised
	@valgrind -q --error-exitcode=9 --leak-check=full --show-leak-kinds=all --errors-for-leak-kinds=all $(B)/planlint check \
		--isolated --fail-on never --profile research -j1 --format html -o $(B)/valgrind.html --format sarif -o $(B)/valgrind.sarif examples/*.yaml

LEAST_LINES    = 92
LEAST_BRANCHES = 80

# Of branches those count that were taken, each way; without asserts, whose other way is a bug.
coverage: ## run every test and print how much of each file they reach: lines, and branches each way
	-@$(MAKE) --no-print-directory check-built B=$(B)-coverage HARDEN= \
		CFLAGS='-O0 -g --coverage -fprofile-update=atomic -DNDEBUG -Wno-unused' LDFLAGS=--coverage
	@for file in $(LIB_SRC) $(CLI_SRC); do \
		echo $$(gcov -b -n -o $(B)-coverage/$$file $$file 2>/dev/null | grep -A4 "^File '$$file'" | tr '\n' ' ' | \
			sed -n "s|.*Lines executed:\([0-9.]*\)% of \([0-9]*\)\(.*\)|\1 \2 \3|p" | \
			sed "s|Branches.*least once:\([0-9.]*\)% of \([0-9]*\).*|\1 \2|; s|No branches.*|100 0|; s|\$$| $$file|"); \
	done | awk '{ printf "%6.1f%% of %4d  %6.1f%% of %4d  %s\n", $$1, $$2, $$3, $$4, $$5; \
			lines += $$2; line += $$1 * $$2; branches += $$4; branch += $$3 * $$4 } \
		END { printf "%6.1f%% of %d lines, %.1f%% of %d branches\n", line / lines, lines, branch / branches, branches; \
			exit line / lines < $(LEAST_LINES) || branch / branches < $(LEAST_BRANCHES) }'

# The seeds are made of plans that are here anyway; what a fuzzer finds beside them is kept from run to run.
FUZZ_SECONDS ?= 60
FUZZ_B        = $(B)-fuzz
FUZZ_OPTIONS  = -max_len=8000 -timeout=20 -rss_limit_mb=3000 -print_final_stats=1

fuzz: all ## fuzz each stage for FUZZ_SECONDS=60 with libFuzzer (clang) and the sanitizers; FUZZERS='load plan' names some
	@$(MAKE) --no-print-directory -s fuzzers B=$(FUZZ_B) CC=clang HARDEN= LDHARDEN= FUZZ_ENGINE=-fsanitize=fuzzer \
		CFLAGS='-O1 -g -fsanitize=fuzzer-no-link $(SANITIZE) -DPL_ARENA_DEBUG' LDFLAGS='$(SANITIZE)'
	@tests/fuzz/seeds $(B)/planlint $(FUZZ_B)/seeds
	@for fuzzer in $(FUZZERS); do \
		mkdir -p $(FUZZ_B)/corpus/$$fuzzer && printf '== %s\n' $$fuzzer && \
		$(FUZZ_B)/tests/fuzz/$$fuzzer $(FUZZ_OPTIONS) -max_total_time=$(FUZZ_SECONDS) -dict=$(FUZZ_B)/seeds/$$fuzzer.dict \
			-artifact_prefix=$(FUZZ_B)/found-$$fuzzer- $(FUZZ_B)/corpus/$$fuzzer $(FUZZ_B)/seeds/$$fuzzer || exit 1; \
	done

# The same fuzzers for AFL++, to be run by hand: afl-fuzz -i build-afl/seeds/load -o found -x build-afl/seeds/load.dict -- build-afl/tests/fuzz/load
afl: all ## build the fuzzers for AFL++, and their seeds, in build-afl
	@$(MAKE) --no-print-directory -s fuzzers B=$(B)-afl CC=afl-clang-fast HARDEN= LDHARDEN= FUZZ_ENGINE=-fsanitize=fuzzer \
		CFLAGS='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -DPL_ARENA_DEBUG' LDFLAGS='-fsanitize=address,undefined'
	@tests/fuzz/seeds $(B)/planlint $(B)-afl/seeds

accuracy: all ## score the word rules against the labelled plans in tests/accuracy
	@tests/accuracy/score --binary $(B)/planlint

# Plans of 160 milestones. What is asked of a sweep is asked of 10,000: 720 MB, and some minutes.
BENCH_PLANS ?= 1000

bench: all $(B)/tests/bench/bench $(B)/tests/bench/plans ## print what checking costs, beside libyaml alone (BENCH_PLANS=1000)
	@rm -rf $(B)/bench && mkdir -p $(B)/bench/plans $(B)/bench/tenth $(B)/bench/huge
	@$(B)/tests/bench/plans $(BENCH_PLANS) 160 $(B)/bench/plans
	@$(B)/tests/bench/plans $$(($(BENCH_PLANS) / 10)) 160 $(B)/bench/tenth
	@$(B)/tests/bench/plans 1 16000 $(B)/bench/huge
	@$(B)/tests/bench/bench $(B)/planlint $(B)/bench/plans $(B)/bench/tenth 160 $(B)/bench/huge/plan-00001.yaml

bench-parts: all $(B)/tests/bench/cost $(B)/tests/bench/plans ## print what the steps of reading a text cost, and each rule
	@rm -rf $(B)/bench && mkdir -p $(B)/bench/plans
	@$(B)/tests/bench/plans 12 160 $(B)/bench/plans
	@$(B)/tests/bench/cost $(B)/bench/plans

lint: lint-layout lint-tidy lint-cppcheck ## check the C code with clang-format, clang-tidy and cppcheck (-k: with all)

lint-layout:
	clang-format --dry-run -Werror $(OWN_C)

# How far the paths through one function are followed: clang's own bound takes ten minutes for all files, a seventh of it
# less than two, and nearly all that was ever found was found by then.
LINT_PATHS ?= 225000

lint-tidy: $(PAGE)
	printf '%s\n' $(LIB_SRC) $(CLI_SRC) | xargs -P2 -I{} clang-tidy --quiet {} -- -std=c11 -D_POSIX_C_SOURCE=200809L \
		-Iinclude -Isrc -I$(B) $(PKG_CFLAGS) -Xclang -analyzer-config -Xclang max-nodes=$(LINT_PATHS) 2>/dev/null

lint-cppcheck: $(PAGE)
	cppcheck --quiet -D__GNUC__=12 --std=c11 --enable=warning,performance,portability --error-exitcode=1 --inline-suppr \
		--suppress=missingIncludeSystem -Iinclude -Isrc -I$(B) src rules

format: ## lay out the C code with clang-format
	clang-format -i $(OWN_C)

bless: all ## take what the program prints now as expected: goldens of the stages, rules and sample in the README
	@BLESS=1 B='$(B)' PLANLINT='$(B)/planlint' PERL5LIB=tests prove $(wildcard tests/golden.t) tests/form.t tests/cli/html.t

# ---- installing -----------------------------------------------------------------------------------------------------

define pkgconfig
prefix=$(PREFIX)
libdir=$(LIBDIR)
includedir=$${prefix}/include

Name: planlint
Description: Linter for action plans
Version: $(VERSION)
Requires.private: $(PKGS)
Libs: -L$${libdir} -lplanlint
Libs.private: -lm -pthread
Cflags: -I$${includedir}
endef

install: all ## install program, library, manual and completions (PREFIX=/usr/local, LIBDIR, MANDIR, DESTDIR)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/include/planlint $(DESTDIR)$(LIBDIR)/pkgconfig
	install -m 755 $(B)/planlint $(DESTDIR)$(PREFIX)/bin/planlint
	install -m 644 $(HEADERS) $(DESTDIR)$(PREFIX)/include/planlint
	install -m 644 $(B)/libplanlint.a $(DESTDIR)$(LIBDIR)/libplanlint.a
	install -m 755 $(B)/libplanlint.so $(DESTDIR)$(LIBDIR)/libplanlint.so.$(VERSION)
	ln -sf libplanlint.so.$(VERSION) $(DESTDIR)$(LIBDIR)/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(LIBDIR)/libplanlint.so
	$(file >$(B)/planlint.pc,$(pkgconfig))
	install -m 644 $(B)/planlint.pc $(DESTDIR)$(LIBDIR)/pkgconfig/planlint.pc
	install -d $(DESTDIR)$(MANDIR)/man1 $(dir $(COMPLETIONS:$(B)/completion/%=$(DESTDIR)$(PREFIX)/share/%))
	install -m 644 $(B)/man/*.1 $(DESTDIR)$(MANDIR)/man1
	for file in $(COMPLETIONS:$(B)/completion/%=%); do \
		install -m 644 $(B)/completion/$$file $(DESTDIR)$(PREFIX)/share/$$file || exit 1; \
	done

uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/planlint $(DESTDIR)$(LIBDIR)/pkgconfig/planlint.pc
	rm -f $(addprefix $(DESTDIR)$(LIBDIR)/,libplanlint.a libplanlint.so $(SONAME) libplanlint.so.$(VERSION))
	rm -f $(addprefix $(DESTDIR)$(PREFIX)/,$(HEADERS))
	rm -f $(DESTDIR)$(MANDIR)/man1/planlint.1 $(DESTDIR)$(MANDIR)/man1/planlint-*.1
	rm -f $(COMPLETIONS:$(B)/completion/%=$(DESTDIR)$(PREFIX)/share/%)
	-rmdir $(DESTDIR)$(PREFIX)/include/planlint

dist: ## pack the committed sources
	@mkdir -p $(B)
	git archive --prefix=planlint-$(VERSION)/ -o $(B)/planlint-$(VERSION).tar.gz HEAD

# ---- a Debian package -----------------------------------------------------------------------------------------------

DEBFULLNAME ?= The planlint authors
DEBEMAIL    ?= planlint@example.org
DEB_ARCH     = $(shell dpkg --print-architecture)
DEB_LIBDIR   = usr/lib/$(shell dpkg-architecture -qDEB_HOST_MULTIARCH)
DEB_ROOT     = $(B)/deb/planlint

# One package for the program and for those who embed it.
define debcontrol
Package: planlint
Version: $(VERSION)
Section: text
Priority: optional
Architecture: $(DEB_ARCH)
Maintainer: $(DEBFULLNAME) <$(DEBEMAIL)>
Installed-Size: @SIZE@
Depends: @DEPENDS@
Suggests: libyaml-dev, libpcre2-dev, libjansson-dev, libutf8proc-dev, libxxhash-dev
Description: linter for action plans
 planlint reads the action plans of public bodies, written in YAML, and says
 what a careful reviewer would ask their authors to change: milestones that are
 only a meeting, work without an end, deadlines outside the period, references
 that lead nowhere. Every finding stands at the exact words.
 .
 The package holds the program, and the library with its headers for programs
 that embed it.
endef

deb: DEPS += command:dpkg-shlibdeps:dpkg-dev
deb: export CONTROL = $(debcontrol)
# The same sources give the same bytes: the time is the last commit's, and without git that of the changelog.
deb: export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || date +%s -r CHANGELOG.md)

deb: deps ## build a Debian package
	@$(MAKE) --no-print-directory -s all
	@rm -rf $(B)/deb && mkdir -p $(B)/deb/debian $(DEB_ROOT)/DEBIAN $(addprefix $(DEB_ROOT)/usr/share/,doc/planlint lintian/overrides)
	@$(MAKE) --no-print-directory -s install DESTDIR=$(abspath $(DEB_ROOT)) PREFIX=/usr LIBDIR=/$(DEB_LIBDIR)
	@cd $(DEB_ROOT) && strip -R .comment -R .note usr/bin/planlint && \
		strip --strip-unneeded -R .comment -R .note $(DEB_LIBDIR)/libplanlint.so.$(VERSION) && \
		strip --strip-debug -D -R .comment -R .note $(DEB_LIBDIR)/libplanlint.a && \
		chmod 644 $(DEB_LIBDIR)/libplanlint.so.$(VERSION)
	@gzip -9n $(DEB_ROOT)/usr/share/man/*/*
	@cd $(DEB_ROOT)/usr/share/zsh && mv site-functions vendor-completions # where Debian's zsh looks
	@printf 'planlint: %s\n' package-name-doesnt-match-sonames non-dev-pkg-with-shlib-symlink > $(DEB_ROOT)/usr/share/lintian/overrides/planlint
	@cp LICENSE $(DEB_ROOT)/usr/share/doc/planlint/copyright
	@{ printf 'planlint ($(VERSION)) unstable; urgency=medium\n\n'; \
		awk '/^## / { part++ } part != 1 { next } /^- / { print "" } /^(- |  )/ { sub(/^ +/, ""); printf "%s ", $$0 }' CHANGELOG.md | \
			fold -sw 74 | sed '/./!d; s/ *$$//; s/^/    /; s/^    - /  * /'; \
		printf '\n\n -- $(DEBFULLNAME) <$(DEBEMAIL)>  %s\n' "$$(LC_ALL=C date -uR -d @$$SOURCE_DATE_EPOCH)"; \
	} | gzip -9n > $(DEB_ROOT)/usr/share/doc/planlint/changelog.gz
	@printf 'Source: planlint\n\nPackage: planlint\nArchitecture: any\n' > $(B)/deb/debian/control
	@cd $(B)/deb && dpkg-shlibdeps -Tdepends planlint/usr/bin/planlint planlint/$(DEB_LIBDIR)/libplanlint.so.$(VERSION)
	@printf '%s\n' "$$CONTROL" | sed "s/@SIZE@/$$(du -sk --exclude=DEBIAN $(DEB_ROOT) | cut -f1)/; \
		s/@DEPENDS@/$$(sed -n 's/^shlibs:Depends=//p' $(B)/deb/depends)/" > $(DEB_ROOT)/DEBIAN/control
	@echo 'libplanlint $(firstword $(subst ., ,$(VERSION))) planlint (>= $(VERSION))' > $(DEB_ROOT)/DEBIAN/shlibs
	@echo 'activate-noawait ldconfig' > $(DEB_ROOT)/DEBIAN/triggers
	@cd $(DEB_ROOT) && find usr -type f | LC_ALL=C sort | xargs md5sum > DEBIAN/md5sums && chmod -R u=rwX,go=rX .
	@dpkg-deb --root-owner-group -Zxz --build $(DEB_ROOT) $(B)/planlint_$(VERSION)_$(DEB_ARCH).deb >/dev/null
	@echo $(B)/planlint_$(VERSION)_$(DEB_ARCH).deb

clean: ## remove everything that was built
	rm -rf $(B) $(B)-sanitize $(B)-threads $(B)-coverage $(B)-fuzz $(B)-afl

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1	\2/p' Makefile | sort | awk -F '\t' '{ printf "  make %-16s %s\n", $$1, $$2 }'

-include $(LIB_OBJ:.o=.d) $(LEXICON_OBJ:.o=.d) $(CLI_OBJ:.o=.d) $(UNITS:=.d) $(FUZZERS:%=$(B)/tests/fuzz/%.d) $(wildcard $(B)/tests/bench/*.d)
