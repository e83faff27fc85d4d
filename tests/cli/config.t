# The configuration: where it is found, what each key does, and how mistakes in it are shown.

use strict;
use warnings;
use JSON::PP;
use Program;
use Test::More;

my $head = "plan: {title: Park plan, period: 2010/11}\nkey_actions:\n  - title: Repair the paths\n"
    . "    expected_outcome: Wheelchairs reach every bench\n    milestones:\n";
my $plan = $head . "      - {text: 40 metres of path resurfaced, due: 2012-01-31}\n";
my $words = $head . "      - {text: Report to Moot, due: 2010-09-30}\n"
    . "      - {text: Powwow with the coach, due: 2010-10-01}\n"
    . "      - {text: Report to Policy and Resources, due: 2010-12-24}\n"
    . "      - {text: 40 metres of path resurfaced by the LSP, due: 2011-01-31}\n";

# "path:line rule" of each new finding.
sub found {
	return join ' ', map { "$_->{path}:$_->{range}{start}{line} $_->{rule}" }
	    grep { $_->{state} eq 'new' } @{decode_json($out)->{findings}};
}

sub rules_found { return found() =~ s/\S+:(\d+) /$1 /gr }

sub configured {
	my ($config, @words) = @_;
	put('.planlint.yaml', $config);
	return planlint('check', '--format', 'json', @words ? @words : 'plan.yaml');
}

mkdir '.git';
put('plan.yaml', $plan);
put('worded.yaml', $words);

# ---- what each key does

is(configured("rules: {structure: off}\n"), 1, 'a configuration is read');
is(rules_found(), '6 deadline-outside-period', 'and leaves on what it does not name');

configured("min-severity: error\n");
is(rules_found(), '', 'min-severity');
configured("min-confidence: low\nrules: {deadline-outside-period: error}\n");
like(rules_found(), qr/6 deadline-outside-period/, 'a severity');
is(decode_json($out)->{findings}[-1]{severity}, 'error', 'is that of the finding');
configured("min_severity: error\n");
is(rules_found(), '', '_ will do for -');
is(configured("fail-on: error\n"), 0, 'fail-on');
is(configured("fail-on: error\n", '--fail-on', 'warning', 'plan.yaml'), 1, 'the option beats it');
is(configured("fail-on: never\nrules: {timescale: error}\n"), 0, 'fail-on: never');
configured("rules: {deadline-outside-period: off}\n");
is(rules_found(), '', 'off');
configured("rules: {timescale: off}\n");
is(rules_found(), '', 'a module');
configured("rules: {timescale: off}\n", '--set', 'deadline-outside-period.severity=info', 'plan.yaml');
is(rules_found(), '6 deadline-outside-period', 'an option beats the configuration');
configured("rules: {non-working-day: warning}\ncalendar: {holidays: [30/09/2010, 2010-10-01]}\n", 'worded.yaml');
like(rules_found(), qr/6 non-working-day .*7 non-working-day/, 'holidays; a rule that is off by itself comes on');
unlike(rules_found(), qr/8 non-working-day/, 'on those days only');
put('quarter.yaml', $plan =~ s/2012-01-31/Q4 2010/r =~ s/2010\/11/2010/r);
configured("calendar: {year-start: 01-01}\n", 'quarter.yaml');
is(rules_found(), '', 'year-start: the fourth quarter ends with the year');
configured("calendar: {year-start: 04-01}\n", 'quarter.yaml');
isnt(rules_found(), '', 'and here it does not');

configured("{}\n", 'worded.yaml');
unlike(rules_found(), qr/committee-only/, 'words that nobody explains');
like(rules_found(), qr/9 undefined-acronym/, 'and letters');
configured("vocabulary:\n  bodies: [Moot, Policy and Resources]\n  meetings: [powwow]\n", 'worded.yaml');
like(rules_found(), qr/6 committee-only/, 'vocabulary: a body');
like(rules_found(), qr/7 meeting-only/, 'vocabulary: a meeting');
like(rules_found(), qr/8 committee-only/, 'vocabulary: a body of several words');
configured("vocabulary: {acronyms: {LSP: Local Strategic Partnership}}\n", 'worded.yaml');
unlike(rules_found(), qr/undefined-acronym/, 'vocabulary: acronyms');
configured("vocabulary: {acronyms: [LSP]}\n", 'worded.yaml');
unlike(rules_found(), qr/undefined-acronym/, 'letters alone');
configured("rules: {undefined-acronym: {known: [LSP]}}\n", 'worded.yaml');
unlike(rules_found(), qr/undefined-acronym/, 'an option that is a list');

put('words.yaml', "workstreams:\n  - title: Repair the paths\n    expected_outcome: Wheelchairs reach every bench\n"
    . "    milestones:\n      - {text: 40 metres of path resurfaced, when: soon}\n");
configured("aliases: {key-actions: workstreams, due: [when, until]}\n", '.');
like(found(), qr/words\.yaml:5 missing-deadline/, 'aliases: the file is a plan, and its deadline is read');
unlike(found(), qr/words\.yaml:\d+ unknown-key/, 'and no key is unknown');
put('words.yaml', get('words.yaml') =~ s/workstreams/Work Streams/r);
configured("aliases: {key_actions: Work streams, due: when}\n", '.');
like(found(), qr/words\.yaml:5 missing-deadline/, 'in any spelling');
unlink 'words.yaml', 'quarter.yaml', 'worded.yaml';

put('many.yaml', $plan . $plan =~ s/.*milestones:\n//sr x 9);
configured("rules: {too-many-milestones: {severity: warning, action: 20, quarter: 20}, duplication: off}\n", 'many.yaml');
unlike(rules_found(), qr/too-many-milestones/, 'an option that is a number');
unlink 'many.yaml';

# ---- files

put("$_/plan.yaml", $plan) for qw(plans archive plans/old);
put('plans/notes.txt', 'not: {a plan');
configured("include: ['plans/**']\n", '.');
is(found() =~ s/:6 \S+//gr, 'plans/old/plan.yaml plans/plan.yaml', 'include');
configured("exclude: [archive, plans/old/]\n", '.');
is(found() =~ s/:6 \S+//gr, 'plan.yaml plans/plan.yaml', 'exclude');
configured("exclude: [archive]\n", 'archive/plan.yaml');
is(found(), 'archive/plan.yaml:6 deadline-outside-period', 'a file that is named is always looked at');
configured("exclude: [archive, plans]\n", '--include', '*/plan.yaml', '.');
is(found() =~ s/:6 \S+//gr, '', '--include does not undo what excludes a folder');
configured("overrides:\n  - files: ['archive/**']\n    rules: {timescale: off}\n", '.');
is(found() =~ s/:6 \S+//gr, 'plan.yaml plans/old/plan.yaml plans/plan.yaml', 'overrides');

put('plans/.planlint.yaml', "rules: {deadline-outside-period: off}\n");
configured("rules: {deadline-outside-period: error}\n", '.');
is(found() =~ s/:6 \S+//gr, 'archive/plan.yaml plan.yaml', 'the nearest counts, and nothing of those above it');
configured("exclude: [plan.yaml]\n", '-c', 'plans/.planlint.yaml', '.');
is(found(), '', '-c is for all files');
mkdir 'plans/old/.git';
configured("rules: {deadline-outside-period: error}\n", '.');
like(found(), qr{plans/old/plan\.yaml}, 'none is looked for above the root of a repository');
rmdir 'plans/old/.git';
unlink 'plans/.planlint.yaml';
configured("rules: {deadline-outside-period: off}\n", '--isolated', 'plan.yaml');
is(rules_found(), '6 deadline-outside-period', '--isolated');
put('one.yaml', "rules: {timescale: off}\n");
configured("rules: {deadline-outside-period: error}\n", '--isolated', '-c', 'one.yaml', 'plan.yaml');
is(rules_found(), '', '--isolated with -c reads that one');
chdir 'plans' or die;
planlint('check', '--format', 'json', '.');
is(decode_json($out)->{findings}[0]{severity}, 'error', 'found upward from the folder');
planlint({in => $plan}, 'check', '--format', 'json', '-');
is(decode_json($out)->{findings}[0]{severity}, 'error', 'and for standard input');
chdir '..' or die;

configured("rules: {timescale: off}\n", '--list-files', 'plans');
is($out, "plans/old/plan.yaml\nplans/plan.yaml\n", '--list-files');
is(configured("rules: {timescale: off}\n", '--list-files', '--select', 'nothing', 'plans'), 2, 'with an option that makes no sense');
is($out, '', 'lists nothing');

# ---- extends

put('shared/base.yaml', "extends: planlint:research\nrules: {deadline-outside-period: info, meeting-only: error}\nfail-on: info\n");
is(configured("extends: [shared/base.yaml]\n"), 1, 'extends a file');
is((grep { $_->{rule} eq 'deadline-outside-period' } @{decode_json($out)->{findings}})[0]{severity}, 'info', 'its rules count');
is(configured("extends: [shared/base.yaml]\nfail-on: error\n"), 0, 'what is nearer is laid over it');
configured("extends: planlint:officer\nrules: {deadline-outside-period: info}\n");
is(rules_found(), '', 'a profile');
configured("extends: planlint:officer\nrules: {deadline-outside-period: info}\n", '--profile', 'research', 'plan.yaml');
like(rules_found(), qr/6 deadline-outside-period/, '--profile beats it');
configured("extends: planlint:officer\nmin-severity: info\nrules: {deadline-outside-period: info}\n", '--profile', 'officer', 'plan.yaml');
like(rules_found(), qr/6 deadline-outside-period/, 'a level in the configuration beats the profile');

is(configured("extends:\nrules:\nfail-on:\ncalendar:\n"), 1, 'keys without a value say nothing');

# ---- suppressions

put('quiet.yaml', $plan =~ s/(2012-01-31\})/$1  # planlint: ignore[deadline-outside-period]/r);
configured("{}\n", 'quiet.yaml');
is(rules_found(), '', 'a suppression without a reason');
configured("suppressions: {require-reason: yes}\n", 'quiet.yaml');
like(rules_found(), qr/6 deadline-outside-period 6 bad-suppression/, 'require-reason');
configured("suppressions: {locked: [timescale]}\n", 'quiet.yaml');
like(rules_found(), qr/6 deadline-outside-period 6 bad-suppression/, 'locked');

# ---- versions

is(configured("required-version: '>=0.1'\n"), 1, 'a version that fits');
is(configured("required-version: '>=0.1, <0.1'\n"), 2, 'one that does not');
like($err, qr/this is planlint \S+, and the configuration is for >=0\.1, <0\.1/, 'is said');
configured("rules-as-of: 0.9\n");
is(rules_found(), '', 'rules-as-of: rules that came later stay off');
configured("rules-as-of: 0.9\nrules: {deadline-outside-period: error}\n");
is(rules_found(), '6 deadline-outside-period', 'unless they are named');

# ---- mistakes

# Configuration, line and column of its mistake, what is said, what is proposed.
my @slips = (
	["rule: {timescale: off}\n", '1:1', qr/there is no setting rule here/, 'rules'],
	["rules:\n  meeting-onyl: error\n", '2:3', qr/there is no rule or module meeting-onyl/, 'meeting-only'],
	["rules:\n  meeting-only: eror\n", '2:17', qr/eror is none of error, warning, info and off/, 'error'],
	["rules:\n  ref-format: {patern: KA}\n", '2:16', qr/ref-format has no option patern/, 'pattern'],
	["rules:\n  unrealistic-timescale: {minimum-weeks: {tender: soon}}\n", '2:51', qr/"soon" is not a whole number/],
	["rules: [meeting-only]\n", '1:8', qr/rules takes keys and values/],
	["calendar: {year-start: 04-31}\n", '1:24', qr/04-31 is no day of a year/],
	["calendar: {holidays: [2010-02-30]}\n", '1:23', qr/2010-02-30 is no day/],
	["calendar: {year-strat: 04-01}\n", '1:12', qr/no setting year-strat here/, 'year-start'],
	["aliases: {deu: when}\n", '1:11', qr/deu is no key of the plan format/, 'due'],
	["fail-on: off\n", '1:10', qr/off is none of error, warning, info and never/],
	["min-severity: off\n", '1:15', qr/off is none of error, warning and info/],
	["min-confidence: sure\n", '1:17', qr/sure is none of high, medium and low/],
	["fail-on: [error]\n", '1:10', qr/fail-on takes one value/],
	["include: {a: b}\n", '1:10', qr/include takes a list/],
	["suppressions: {require-reason: perhaps}\n", '1:32', qr/perhaps is neither yes nor no/],
	["suppressions: {locked: [duplicate-reff]}\n", '1:25', qr/there is no rule or module duplicate-reff/, 'duplicate-ref'],
	["overrides:\n  - rules: {timescale: off}\n", '2:5', qr/does not say which files/],
	["overrides: {files: a}\n", '1:12', qr/overrides takes a list/],
	["rules-as-of: soon\n", '1:14', qr/soon is no version/],
	["required-version: 1.0\n", '1:19', qr/1\.0 names no versions/],
	["extends: planlint:offcier\n", '1:10', qr/planlint has no profile offcier/, 'officer'],
	["extends: [none.yaml]\n", '1:11', qr/there is no file none\.yaml/],
	["fail-on: error\nfail_on: info\n", '2:1', qr/fail-on is given twice/],
	["fail-on: error\nfail-on: info\n", '2:1', qr/fail-on/],
	["rules: {timescale: off\n", '\d:\d+', qr/never closed/],
	["- rules\n", '1:1', qr/this is no configuration/],
	["fail-on: error\n---\nfail-on: info\n", '2:1', qr/a configuration is one document/],
);
for my $slip (@slips) {
	my ($config, $place, $message, $nearest) = @$slip;
	my $name = $config =~ s/\n/ /gr;
	is(configured($config), 2, "$name is 2");
	is($out, '', "$name writes no report");
	like($err, qr/^error\[[\w-]+\]: .*$message.*\n +--> \.planlint\.yaml:$place\n/m, "$name is shown at its place");
	like($err, qr/Did you mean \Q$nearest\E\?/, "$name proposes $nearest") if $nearest;
	like($err, qr/^planlint: \.planlint\.yaml: 1 mistake; nothing was checked$/m, "$name is counted");
}

put('a.yaml', "extends: b.yaml\n");
put('b.yaml', "extends: [a.yaml]\n");
is(configured("extends: a.yaml\n"), 2, 'a circle');
like($err, qr/goes round in a circle/, 'is shown');
like($err, qr/--> b\.yaml:1:11$/m, 'at its place');
put('b.yaml', "rules: {timescal: off}\n");
is(configured("extends: a.yaml\n"), 2, 'a mistake in what is extended');
like($err, qr/--> b\.yaml:1:9$/m, 'is shown there');
is(planlint('check', '-c', 'nowhere.yaml', 'plan.yaml'), 2, 'no such configuration');
like($err, qr/^planlint: nowhere\.yaml: /m, 'is said');
unlink '.planlint.yaml';
is(planlint('check', '-c', 'b.yaml', '--select', 'meeting-only', 'plan.yaml'), 2, '-c with a mistake');

# ---- other commands

put('.planlint.yaml', "rules: {meeting-only: error, unrealistic-timescale: {minimum-weeks: {recruitment: 99}}}\n");
planlint('explain', 'meeting-only');
like($out, qr/^error, medium confidence/m, 'explain tells the severity here');
planlint('explain', 'unrealistic-timescale');
like($out, qr/in force.*recruitment=99/s, 'and the options');
put('.planlint.yaml', "rules: {meeting-onyl: error}\n");
is(planlint('rules'), 2, 'rules reads it too');
is(planlint('rules', '--isolated'), 0, 'unless it is told not to');

done_testing();
