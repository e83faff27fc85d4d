#!/usr/bin/perl
# What is built is hard to exploit: read from the ELF files themselves.

use strict;
use warnings;
use Test::More;

my $build = $ENV{B} || 'build';
my $flags = `sed -n 1p '$build/stamp'`;

plan skip_all => 'built without hardening' if $flags !~ /-fstack-protector-strong/ || $flags !~ /-z,relro/;
plan skip_all => 'there is no readelf' if system('readelf --version >/dev/null 2>&1') != 0;

for my $file ("$build/planlint", "$build/libplanlint.so") {
	my $head = `readelf -hlW '$file'`;
	my $dynamic = `readelf -dW '$file'`;
	my $symbols = `readelf -sW --dyn-syms '$file'`;

	like($head, qr/Type:\s+DYN/, "$file: goes anywhere in memory");
	like($head, qr/GNU_STACK\s+(?:\S+\s+){5}RW /, "$file: no code on the stack");
	unlike($head, qr/LOAD\s+(?:\S+\s+){5}RWE/, "$file: nothing is writable and code");
	like($head, qr/GNU_RELRO/, "$file: tables of addresses are read-only");
	like($dynamic, qr/BIND_NOW|Flags:.*\bNOW\b/, "$file: all of them, from the start");
	unlike($dynamic, qr/TEXTREL/, "$file: code is never changed");
	like($symbols, qr/\b__stack_chk_fail\b/, "$file: stacks are watched");
	SKIP: {
		skip 'built without optimising', 1 if $flags !~ /_FORTIFY_SOURCE=[23]/;
		like($symbols, qr/\b__\w+_chk\b/, "$file: calls are fortified");
	}
}
like(`readelf -dW '$build/planlint'`, qr/\bPIE\b/, 'the program too');

done_testing();
