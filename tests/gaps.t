#!/usr/bin/perl
# One gap is told once: what a plan lacks, and what of it can't be read, is one rule's finding and no other's.
use strict;
use warnings;
use File::Temp qw(tempdir);
use Files qw(put);
use JSON::PP qw(decode_json);
use Test::More;

my $planlint = $ENV{PLANLINT} || 'build/planlint';
my $folder = tempdir(CLEANUP => 1);

sub told {
	my ($yaml) = @_;
	put("$folder/plan.yaml", $yaml);
	my $report = decode_json(join "", `$planlint check --isolated --profile ci --fail-on never --format json $folder/plan.yaml`);
	my @told;
	for (@{ $report->{findings} }) {
		my ($start, $end) = map { $_->{offset} } @{ $_->{range} }{qw(start end)};
		my $words = substr $yaml, $start, $end - $start;
		push @told, "$_->{rule} \@ $words" . ($_->{rule} eq 'missing-field' ? ": $_->{message}" : '')
		    if $_->{rule} ne 'review-gaps';
	}
	return [sort @told];
}

# ---- an item with a title only, in each template

my $review = 'period: 2010/11, as_at: 2010-09-30';

is_deeply(told("plan: {title: P, template: local-delivery, $review}\nkey_actions: [{ref: KA1, title: Homes}]\n"), [
	'missing-field @ Homes: this key action lacks a lead officer, resources and a links section (it may be empty)',
	'missing-outcome @ Homes',
	'no-milestones @ Homes',
	'no-smart-target @ Homes',
], 'local-delivery');

is_deeply(told("plan: {title: P, template: three-year, $review}\ntasks: [{title: Homes}]\n"), [
	'missing-deadline @ Homes',
	'missing-field @ Homes: this task lacks a ref and a task officer',
	'missing-outcome @ Homes',
	'missing-status @ Homes',
	'no-priority @ Homes',
], 'three-year');

is_deeply(told("plan: {title: P, template: programme, $review}\nthemes: [{title: Homes}]\n"),
	['empty-theme @ Homes'], 'programme');

is_deeply(told("plan: {title: P, template: improvement, $review}\nrecommendations: [{recommendation: Homes}]\n"), [
	'missing-deadline @ Homes',
	'missing-field @ Homes: this recommendation lacks an action (what will be done) and a report on progress',
	'missing-status @ Homes',
], 'improvement');

is_deeply(told("plan: {title: P, template: strategic, $review}\nactivities: [{activity: Homes, milestones: [9 let]}]\n"), [
	'missing-deadline @ 9 let',
	'missing-field @ 9 let: this milestone lacks a lead officer',
	'missing-field @ Homes: this activity lacks a ref, a lead officer and a deadline',
	'missing-status @ 9 let',
	'missing-status @ Homes',
], 'strategic');

# ---- what is there and can't be read, or stands under a mistyped key

is_deeply(told(<<"END"), [
plan: {title: P, template: local-delivery, $review}
key_actions:
  - {ref: KA1, title: Homes, lead_officer: A. Officer, resources: 1 FTE, links: ,
     outcmoe: 9 families housed, smart_targts: [9 homes by March 2011], milestnes: [9 homes let]}
END
	'unknown-key @ milestnes',
	'unknown-key @ outcmoe',
	'unknown-key @ smart_targts',
], 'mistyped keys of a key action');

is_deeply(told(<<"END"), [
plan: {title: P, template: three-year, $review}
tasks:
  - {ref: 1, title: Homes, officer: A. Officer, outcomes: {a: b}, quarter: 13, support_function: maybe, status: flying}
  - {ref: 2, title: 12 shops let, officer: A. Officer, outcomes: More trade, quater: 3, priorty: P1, statu: flying}
END
	'invalid-value @ 13',
	'invalid-value @ flying',
	'invalid-value @ maybe',
	'unknown-key @ priorty',
	'unknown-key @ quater',
	'unknown-key @ statu',
	'wrong-type @ {a: b}',
], 'values of a task that cannot be read');

# "None" is no value: it is missing after all.
is_deeply(told(<<"END"), ['no-priority @ Homes'], 'a priority called none');
plan: {title: P, template: three-year, period: 2010/11}
tasks: [{ref: 1, title: Homes, officer: A. Officer, outcomes: More trade, quarter: 3, priorities: none}]
END

done_testing();
