#!/usr/bin/perl
# What a stage makes of a plan: `planlint check --dump STAGE` on each tests/golden/STAGE/NAME.yaml is NAME.txt. With BLESS=1
# the present output becomes the expected one; read the diff before you commit it.

use strict;
use warnings;
use File::Basename qw(basename dirname);
use Files qw(get put);
use Test::More;

my $planlint = $ENV{PLANLINT} || 'build/planlint';

my %has_golden;
for my $plan (sort glob 'tests/golden/*/*.yaml') {
	my $stage = basename(dirname($plan));
	my $golden = $plan =~ s/\.yaml$/.txt/r;
	my $dump = `$planlint check --isolated --dump $stage $plan`;
	put($golden, $dump) if $ENV{BLESS};
	is($dump, get($golden), "$stage of $plan");
	$has_golden{$golden} = 1;
}
ok($has_golden{$_}, "$_ has a plan") for sort glob 'tests/golden/*/*.txt';

done_testing();
