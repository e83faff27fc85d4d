#!/bin/sh
# What `make install` puts there is enough to embed planlint, shared and static, and `make uninstall` leaves nothing.

: "${B:=build}" "${CC:=cc}"
. tests/check.sh
export PKG_CONFIG_PATH="$root/usr/lib/pkgconfig"
embed() {
	# shellcheck disable=SC2046,SC2086 # flags are several words
	$CC -std=c11 $CFLAGS examples/embed.c -o "$root/embed" $(pkg-config --cflags planlint) $LDFLAGS $1
}
says() { LD_LIBRARY_PATH="$root/usr/lib" "$root/embed" "$1" | grep -q "$2"; }
installed() { (cd "$root/usr" && find . ! -type d | sort); }

check 'install' make -s install PREFIX="$root/usr"
check 'the installed program runs' "$root/usr/bin/planlint" version
check 'an embedding program links with the shared library' embed "$(pkg-config --libs planlint)"
check 'and finds nothing in a good plan' says examples/local-delivery-good.yaml '^0 findings'
check 'and finds the words in a poor one' says examples/local-delivery-poor.yaml '^	KA9$'
check 'an embedding program links with the static library' embed \
	"$root/usr/lib/libplanlint.a $(pkg-config --static --libs planlint | sed 's/-lplanlint//')"
check 'and runs without the shared one' sh -c "'$root/embed' examples/local-delivery-good.yaml | grep -q '^0 findings'"
check 'all seven public headers are there' test "$(installed | grep -c 'include/planlint/.*\.h')" = 7

check 'a manual page for each command' test "$(installed | grep -c 'share/man/man1/planlint-.*\.1$')" = \
	"$("$B/planlint" help --man | grep -c '^\.BR planlint')"
for file in man/man1/planlint.1 bash-completion/completions/planlint zsh/site-functions/_planlint \
	fish/vendor_completions.d/planlint.fish; do
	check "share/$file is there and not empty" test -s "$root/usr/share/$file"
done

count=$((count + 1))
if make -s install DESTDIR="$root/stage" PREFIX=/opt && test -x "$root/stage/opt/bin/planlint" &&
	grep -q '^prefix=/opt$' "$root/stage/opt/lib/pkgconfig/planlint.pc"; then
	echo "ok $count - DESTDIR is where files go and in no file"
else
	echo "not ok $count - DESTDIR is where files go and in no file"
fi

make -s uninstall PREFIX="$root/usr"
check 'uninstall leaves no file' test -z "$(installed)"
echo "1..$count"
