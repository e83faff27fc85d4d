#!/usr/bin/perl
# The example plans: a good plan is silent, and a poor plan explains each of its findings in a comment above the place. A
# comment "# rule-id: why" belongs to the next line that is none.

use strict;
use warnings;
use JSON::PP;
use Test::More;

my $planlint = $ENV{PLANLINT} || 'build/planlint';
my %is_rule = map { $_->{id} => 1 } @{ decode_json(scalar `$planlint rules --format json`) };

sub findings {
	my ($path) = @_;
	my $report = decode_json(scalar `$planlint check --isolated --profile ci --format json $path`);
	return map { "$_->{range}{start}{line} $_->{rule}" } @{ $report->{findings} };
}

sub comments {
	my ($path) = @_;
	open my $file, '<', $path or die "$path: $!\n";
	my (@waiting, @found);
	while (<$file>) {
		if (/^\s*#/) {
			push @waiting, $1 if /^\s*# ([\w-]+): / && $is_rule{$1};
		} else {
			push @found, map { "$. $_" } splice @waiting;
		}
	}
	return @found;
}

sub lines { return join '', map { "$_\n" } sort { ($a =~ /(\d+)/)[0] <=> ($b =~ /(\d+)/)[0] || $a cmp $b } @_ }

for my $template (qw(local-delivery three-year programme improvement strategic)) {
	is(lines(findings("examples/$template-good.yaml")), '', "the good $template plan is silent");
	my $poor = "examples/$template-poor.yaml";
	is(lines(findings($poor)), lines(comments($poor)), "the poor $template plan explains each finding");
}

done_testing();
