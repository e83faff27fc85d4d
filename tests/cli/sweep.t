#!/usr/bin/perl
# planlint sweep: what check finds, and what is found across plans, with everything that holds for single findings.

use strict;
use utf8;
use warnings;
use JSON::PP qw(decode_json);
use Test::More;
use Program;

sub text_of {
	my ($title, @milestones) = @_;
	return "plan: {title: $title, organisation: Eastfield Council, period: 2010/11}\nkey_actions:\n"
	    . "  - title: Work of the year\n    lead_officer: Mary Holloway\n    milestones:\n"
	    . join('', map { "      - {text: $_, due: 2010-09-30}\n" } @milestones);
}

my $lighting = 'Lighting in Abbey Park and on the riverside path repaired';
put('plans/highways.yaml', text_of('Highways plan', '40 lamps replaced in Mill Lane', 'Repair lighting on the riverside path and in Abbey Park'));
put('plans/parks.yaml', text_of('Parks plan', $lighting, '12 benches repaired'));
put('plans/town.yaml', text_of('Town plan', "$lighting again"));
put('plans/notes.yaml', $plan{other});

sub findings {
	my (@words) = @_;
	planlint(@words, '--format', 'json');
	my $report = eval { decode_json($out) } or diag $err;
	return ($report, grep { $_->{rule} =~ /across|conflict/ } @{$report->{findings}});
}

# Where they run.
my ($report, @found) = findings('sweep', 'plans');
is(@found, 1, 'one finding for the group');
is($found[0]{path}, 'plans/highways.yaml', 'at its first place');
is($found[0]{message}, 'this milestone stands in 2 other plans as well', 'which says how many');
is_deeply([map { $_->{path} } @{$found[0]{related}}], ['plans/parks.yaml', 'plans/town.yaml'], 'and names the others');
is($found[0]{related}[0]{item}, '"Work of the year" > "Lighting in Abbey Park and on the …"', 'with their items')
	or diag $found[0]{related}[0]{item};
is_deeply($found[0]{related}[0]{range}{start}, {line => 6, column => 16, offset => index(get('plans/parks.yaml'), $lighting)}, 'and places');
is($report->{findings}[-1]{rule}, 'duplicate-across-plans', 'behind those of single plans');
is($report->{summary}{files}, 3, 'no file is counted twice');
is($report->{summary}{milestones}, 5, 'nor is a milestone');
is($report->{summary}{quiet_milestones}, 4, 'and the one it stands on is quiet no more');
is(@{$report->{files}}, 3, 'each file is listed once');
is($report->{files}[0]{infos}, 1, 'with what was found across plans');

(undef, @found) = findings('check', 'plans');
is(@found, 0, 'check does not look across plans');
(undef, @found) = findings('check', '--select', 'duplicate-across-plans', 'plans');
is(@found, 1, 'unless it is asked to');
(undef, @found) = findings('sweep', '--ignore', 'duplication', 'plans');
is(@found, 0, 'and sweep leaves out what it is told to');
(undef, @found) = findings('sweep', '--set', 'duplicate-across-plans.places=1', 'plans');
is(@{$found[0]{related}}, 1, 'places are capped');
like($found[0]{message}, qr/; 1 of the 2 other places are named$/, 'and the message says so');
(undef, @found) = findings('sweep', '--min-severity', 'warning', 'plans');
is(@found, 0, 'levels hold');

# The same bytes whatever -j.
for my $format (qw(text concise json jsonl sarif github gitlab junit csv markdown html)) {
	planlint('sweep', '--format', $format, '-j1', 'plans');
	my $first = $out;
	for my $jobs (2, 5) {
		planlint('sweep', '--format', $format, '-j', $jobs, 'plans');
		is($out, $first, "$format: the same bytes with -j$jobs");
	}
}
planlint('sweep', 'plans');
like($out, qr/^across the plans:\n\ninfo\[duplicate-across-plans\]/m, 'people see where they begin');
is($status, 0, 'and info fails no run');
is(planlint('sweep', '--set', 'duplicate-across-plans.severity=warning', 'plans'), 1, 'a warning does');

# Fingerprints, baseline and suppression.
my ($print) = map { $_->{fingerprint} } (findings('sweep', 'plans'))[1];
put('plans/highways.yaml', "# A comment that moves everything.\n" . get('plans/highways.yaml'));
is((findings('sweep', 'plans'))[1]{fingerprint}, $print, 'the fingerprint stays when lines move');
planlint('baseline', 'create', '--select', 'duplicate-across-plans', '-o', 'known.json', 'plans');
like(get('known.json'), qr/$print/, 'a baseline holds it');
(undef, @found) = findings('sweep', '--baseline', 'known.json', 'plans');
is($found[0]{state}, 'baselined', 'and it is known then');
is($err, '', 'nothing of the baseline is stale');
my $highways = get('plans/highways.yaml');
(my $ignoring = $highways) =~ s/(?=      - \{text: Repair)/      # planlint: ignore[duplicate-across-plans] -- two lamps of each\n/;
put('plans/highways.yaml', $ignoring);
($report, @found) = findings('sweep', 'plans');
is($found[0]{state}, 'suppressed', 'a comment suppresses it');
is($found[0]{suppression}{reason}, 'two lamps of each', 'with its reason');
ok(!grep({ $_->{rule} eq 'unused-suppression' } @{$report->{findings}}), 'and is of use');
($report, @found) = findings('sweep', '--no-ignores', 'plans');
is($found[0]{state}, 'new', 'unless --no-ignores says otherwise');
put('plans/highways.yaml', $highways);

# Configuration.
put('plans/.planlint.yaml', "overrides:\n  - {files: [highways.yaml], rules: {duplicate-across-plans: off}}\n");
(undef, @found) = findings('sweep', 'plans');
is($found[0]{path}, 'plans/parks.yaml', 'files for which a rule is off take no part');
is(@{$found[0]{related}}, 1, 'nor are they named');
put('plans/.planlint.yaml', "rules: {duplicate-across-plans: error}\n");
(undef, @found) = findings('sweep', 'plans');
is($found[0]{severity}, 'error', 'the configuration sets the severity');
unlink 'plans/.planlint.yaml';

# Officers.
put('plans/many.yaml', join "---\n", map { my $n = $_; text_of("Plan $n", map { "Task $n$_ of office $_ done" } 'a' .. 'f') } 1 .. 2);
(undef, @found) = findings('sweep', 'plans');
my ($overload) = grep { $_->{rule} eq "officer-overload-across-plans" } @found;
like($overload->{message}, qr/^Mary Holloway has 17 milestones in 5 plans due in September 2010/, 'an officer is named');
(undef, @found) = findings('sweep', '--redact', 'plans');
unlike($out, qr/Holloway/, 'and is not with --redact');
is(@found, 2, 'which hides no finding');

# UTF-16: places are those on the disk.
my $wide = "\xff\xfe" . join '', map { "$_\0" } split //, text_of('Wide plan', $lighting);
put('wide/a.yaml', $wide);
put('wide/b.yaml', text_of('Other plan', $lighting));
(undef, @found) = findings('sweep', 'wide');
is($found[0]{range}{start}{offset}, index($wide, join '', map { "$_\0" } split //, $lighting), 'also in UTF-16');

done_testing;
