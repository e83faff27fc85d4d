#!/bin/sh
# `make deb` builds a package that is whole, that names what it needs, and whose program runs where it is unpacked.

: "${B:=build}"
for tool in dpkg-deb dpkg-shlibdeps; do
	command -v $tool >/dev/null || { echo "1..0 # SKIP no $tool here"; exit 0; }
done
. tests/check.sh
export DEBFULLNAME='The planlint authors' DEBEMAIL=planlint@example.org
deb=$B/planlint_$(sed -n 's/^#define PL_VERSION "\(.*\)"/\1/p' include/planlint/planlint.h)_$(dpkg --print-architecture).deb
rm -f "$deb"
doc=$root/all/usr/share/doc/planlint

field() { dpkg-deb --field "$deb" "$1"; }
unpack() { dpkg-deb -R "$deb" "$root/all" && mv "$root/all/DEBIAN" "$root/control"; }
version() { test "planlint $(field Version)" = "$("$root/all/usr/bin/planlint" version)"; }
needs() { field Depends | grep -q "$1"; }
owners() { dpkg-deb --contents "$deb" | awk '$2 != "root/root" || $1 !~ /^(lrwxrwxrwx|[d-]rw[x-]r-[x-]r-[x-])$/ { print; bad = 1 } END { exit bad }'; }
sums() { (cd "$root/all" && md5sum --quiet --strict -c ../control/md5sums && test "$(find . -type f | wc -l)" = "$(wc -l <../control/md5sums)"); }
poor() { "$root/all/usr/bin/planlint" check --format concise examples/improvement-poor.yaml >"$root/found"; test $? = 1 && grep -q meeting-only "$root/found"; }
changes() { zcat "$doc/changelog.gz" >"$root/changelog" && test "$(dpkg-parsechangelog -l "$root/changelog" -S Version)" = "$(field Version)" &&
	! awk 'length > 80 && !/^ -- /' "$root/changelog" | grep .; }
again() { cp "$deb" "$root/first.deb" && make -s deb && cmp "$deb" "$root/first.deb"; }

check 'make deb' make -s deb
check 'it can be unpacked' unpack
check 'the program in it runs, and is of the version of the package' version
check 'and finds what is to be found' poor
check 'it depends on libyaml' needs libyaml-0-2
check 'and on PCRE2' needs libpcre2-8-0
check 'and no gap is left open' sh -c "! dpkg-deb --field '$deb' | grep @[A-Z]"
check 'the shared library lies where the loader looks' sh -c "ls '$root'/all/usr/lib/*/libplanlint.so.[0-9]"
check 'and has the loader told' grep -q ldconfig "$root/control/triggers"
check 'all belongs to root, and only root may write it' owners
check 'every file has its checksum' sums
check 'the manual is in it' zcat "$root/all/usr/share/man/man1/planlint.1.gz"
check 'the licence is in it' cmp LICENSE "$doc/copyright"
check 'and what has changed' changes
check 'built again it is the same, byte for byte' again

count=$((count + 1))
if ! command -v lintian >/dev/null; then
	echo "ok $count # SKIP no lintian here"
elif lintian --allow-root --fail-on error,warning "$deb" >"$root/log" 2>&1; then
	echo "ok $count - lintian has nothing to say"
else
	echo "not ok $count - lintian has nothing to say"
	sed 's/^/# /' "$root/log"
fi
echo "1..$count"
