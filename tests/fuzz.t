#!/usr/bin/perl
# The fuzzers hold over their seeds, and over all that they once found (tests/hostile/<fuzzer>).

use strict;
use warnings;
use File::Temp 'tempdir';
use Test::More;

my $build = $ENV{B} || 'build';
my $planlint = $ENV{PLANLINT} || "$build/planlint";
my $folder = tempdir(CLEANUP => 1);

is(system('tests/fuzz/seeds', $planlint, $folder), 0, 'seeds are made');
for my $source (glob 'tests/fuzz/fuzz_*.c') {
	my ($fuzzer) = $source =~ m{fuzz_(\w+)\.c$};
	my @seeds = glob "$folder/$fuzzer/*";

	cmp_ok(scalar @seeds, '>', 3, "$fuzzer: " . @seeds . ' seeds');
	ok(-s "$folder/$fuzzer.dict", "$fuzzer: a dictionary");
	is(system("'$build/tests/fuzz/$fuzzer' @seeds 2>'$folder/log'"), 0, "$fuzzer: holds over its seeds")
	    or diag(`tail -25 '$folder/log'`);
}

done_testing();
