#!/usr/bin/perl
# Every finding speaks alike: a message begins small unless with a word of the plan, an advice begins with a capital, and
# neither ends in a full stop. And every rule's texts for people are sentences.
use strict;
use warnings;
use Files qw(slurp);
use JSON::PP;
use Test::More;

my $planlint = $ENV{PLANLINT} || 'build/planlint';
my $corpus = $ENV{CORPUS} || '../shared/corpus/dev';

sub faults {
	my ($finding, $plan) = @_;
	my ($message, $advice) = @$finding{qw(message advice)};
	my @faults;
	push @faults, 'begins with a capital' if $message =~ /^([A-Z]\w*)/ && index($plan, $1) < 0;
	push @faults, 'ends in a stop' if $message =~ /[.:;,!]$/ || $advice =~ /(?<!\.\.)[.:;,!]$/;
	push @faults, 'has odd space' if "$message|$advice" =~ /  |^ | $|[\t\n]|\| | \|| [,;:]( |$)/;
	push @faults, 'advice begins small' if $advice !~ /^[A-Z]/;
	push @faults, 'has a back quote' if "$message$advice" =~ /`/ && $plan !~ /`/;
	push @faults, 'notes begin small' if grep { $_->{message} =~ /^[A-Z]\w*[a-z]/ } @{ $finding->{related} };
	return map { "$finding->{path} $finding->{rule}: $_: $message | $advice" } @faults;
}

for my $path (sort glob "$corpus/*.yaml examples/*.yaml tests/rules/*/*.yaml tests/golden/*/*.yaml tests/accuracy/*.yaml") {
	my $plan = slurp($path);
	my @lines = `$planlint check --isolated --profile research --fail-on never --format jsonl $path`;
	my @found = grep { $_->{rule} } map { decode_json($_) } @lines;
	my @faults = map { faults($_, $plan) } @found;
	is(join("\n", @faults), '', $path);
}

my $rules = decode_json(join '', `$planlint rules --format json`);
for my $rule (@{ ref $rules eq 'HASH' ? $rules->{rules} : $rules }) {
	unlike($rule->{summary}, qr/^[A-Z][a-z]|[.:;]$|`/, "$rule->{id}: summary");
	like($rule->{why}, qr/^[A-Z].*[.?]$/s, "$rule->{id}: why") if exists $rule->{why};
	like($rule->{advice}, qr/^[A-Z].*[^.:;]$/s, "$rule->{id}: advice") if exists $rule->{advice};
}

done_testing();
