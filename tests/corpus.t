#!/usr/bin/perl
# Real plans read without a structure finding. Skipped where the corpus is not at hand:
# CORPUS names a folder of plans.

use strict;
use warnings;
use Test::More;

my $planlint = $ENV{PLANLINT} || 'build/planlint';
my $corpus = $ENV{CORPUS} || '../shared/corpus/dev';
my @plans = glob "$corpus/*.yaml";
plan skip_all => 'no corpus of real plans' unless @plans;

for my $plan (@plans) {
	my @wrong;
	for my $finding (`$planlint check --isolated --select structure --format jsonl $plan`) {
		push @wrong, $finding if $finding =~ /"rule":/;
	}
	is_deeply(\@wrong, [], $plan);
}

done_testing();
