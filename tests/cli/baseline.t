# The baseline: what it holds does not count, moves don't wake it, changed words do; only what was looked at is touched.

use strict;
use warnings;
use JSON::PP;
use Program;
use Test::More;

my $two = "plan: {title: Park plan, period: 2010/11}\nkey_actions:\n  - ref: KA1\n    title: Repair the paths\n"
    . "    expected_outcome: Wheelchairs reach every bench\n    milestones:\n"
    . "      - {id: M1, text: 40 metres of path resurfaced, due: 2012-01-31}\n"
    . "      - {id: M2, text: Workshop with the friends of the park held, due: 2010-06-30}\n";
put('plans/a.yaml', $two);
put('plans/b.yaml', $plan{late});

sub states {
	planlint('check', '--format', 'json', @_);
	my %count;
	$count{"$_->{rule} $_->{state}"}++ for @{decode_json($out)->{findings}};
	return \%count;
}

my @with = ('--baseline', '.planlint-baseline.json');

is(planlint('baseline', 'create', 'plans'), 0, 'create');
my $first = get('.planlint-baseline.json');
my $baseline = decode_json($first);
is($baseline->{schema}, 'planlint-baseline-1', 'says what it is');
is_deeply([map { $_->{path} } @{$baseline->{findings}}], [sort map { $_->{path} } @{$baseline->{findings}}], 'sorted by path');
is((() = $first =~ /^\{"path"/mg), @{$baseline->{findings}}, 'an entry a line');
is(planlint('check', 'plans', @with), 0, 'what it holds does not count');
like($out, qr/3 in the baseline/, 'and is counted apart');
is($err, '', 'nothing is stale');
is_deeply(states('plans', @with), {'deadline-outside-period baselined' => 2, 'meeting-only baselined' => 1}, 'json tells the state');
is(planlint('check', 'plans', @with, '--isolated'), 1, '--isolated reads none');
planlint('baseline', 'create', 'plans');
is(get('.planlint-baseline.json'), $first, 'creating it again changes nothing');

# Moves, reorderings, new neighbours, another way of writing it.
my $moved = $two =~ s/(      - \{id: M1.*\n)(      - \{id: M2.*\n)/$2      - {id: M3, text: 12 benches mended, due: 2010-07-31}\n$1/r;
put('plans/a.yaml', "# a comment\n\n" . $moved =~ s/Workshop with the/"workshop  with the/r =~ s/park held,/park held",/r);
is(planlint('check', 'plans', @with), 0, 'moves and reorderings wake nothing');
put('plans/a.yaml', $moved =~ s/friends of the park/neighbours of the park/r);
is_deeply(states('plans/a.yaml', @with), {'deadline-outside-period baselined' => 1, 'meeting-only new' => 1}, 'changed words do');
like($err, qr/stale in the baseline: plans\/a\.yaml: meeting-only: /, 'the old entry is stale');
like($err, qr/planlint baseline prune/, 'with a way out');

# A file that cannot be read to its end, a rule that does not run, a level that is not shown: nobody can know.
put('plans/a.yaml', "$two  - title: [\n");
planlint('check', 'plans', @with);
unlike($err, qr/stale/, 'a broken file makes nothing stale');
put('plans/a.yaml', $two =~ s/Workshop.*held/9 swings painted/r);
planlint('check', 'plans', @with, '--select', 'timescale');
unlike($err, qr/stale/, 'nor does a rule that did not run');
planlint('check', 'plans', @with, '--profile', 'officer');
like($err, qr/stale in the baseline: plans\/a\.yaml: meeting-only/, 'a stale entry is stale in any profile');
put('plans/a.yaml', $two);
planlint('check', 'plans', @with, '--profile', 'officer', '--min-severity', 'error');
unlike($err, qr/stale/, 'what is not shown is not stale');

# prune, and create for one file.
put('plans/a.yaml', $two =~ s/Workshop.*held/9 swings painted/r);
put('plans/b.yaml', $plan{fine});
is(planlint('baseline', 'prune', 'plans/a.yaml'), 0, 'prune');
like($err, qr/1 stale entry taken out, 2 left/, 'says what went');
my @left = @{decode_json(get('.planlint-baseline.json'))->{findings}};
is_deeply([map { "$_->{path} $_->{rule}" } @left], ['plans/a.yaml deadline-outside-period', 'plans/b.yaml deadline-outside-period'],
	'only the file given was touched');
put('plans/a.yaml', $two);
planlint('baseline', 'prune', 'plans/a.yaml');
is(scalar @{decode_json(get('.planlint-baseline.json'))->{findings}}, 2, 'prune adds nothing');
put('plans/b.yaml', $plan{late} =~ s/40 metres/50 metres/r);
planlint('baseline', 'create', 'plans/a.yaml');
@left = @{decode_json(get('.planlint-baseline.json'))->{findings}};
is_deeply([map { "$_->{path} $_->{rule}" } @left], ['plans/a.yaml deadline-outside-period', 'plans/a.yaml meeting-only',
	'plans/b.yaml deadline-outside-period'], 'create likewise');
unlink 'plans/b.yaml';
planlint('baseline', 'prune', 'plans');
is((grep { $_->{path} eq 'plans/b.yaml' } @{decode_json(get('.planlint-baseline.json'))->{findings}}), 0, 'a file that has gone takes its entries along');

# show, and other names.
is(planlint('baseline', 'show'), 0, 'show');
like($out, qr/^plans\/a\.yaml\n  [0-9a-f]{8}  deadline-outside-period: KA1 /, 'lists them');
is(planlint('baseline', 'create', '-o', 'known.json', 'plans'), 0, '-o');
is(planlint('check', '--baseline=known.json', 'plans'), 0, 'is read by its name');
put('.planlint.yaml', "baseline: known.json\n");
is(planlint('check', 'plans'), 0, 'or by the configuration');
mkdir 'below';
chdir 'below';
is(planlint('check', '../plans'), 0, 'from another folder too');
chdir '..';
unlink '.planlint.yaml';

# What cannot be done.
is(planlint('baseline'), 2, 'no verb');
is(planlint('baseline', 'nonsense'), 2, 'a verb that is none');
is(planlint('check', '--baseline', 'none.json', 'plans'), 2, 'a baseline that is not there');
like($err, qr/none\.json: /, 'is named');
for my $bad ('', '[]', '{"schema":"planlint-baseline-1"}', '{"schema":"planlint-baseline-1","findings":[{}]}', "\0", '{"a":1,"a":2}', '[' x 5000) {
	put('bad.json', $bad);
	is(planlint('check', '--baseline', 'bad.json', 'plans'), 2, 'a baseline that is none');
	like($err, qr/^planlint: bad\.json: /, 'is named');
	planlint('baseline', 'create', '-o', 'bad.json', 'plans');
	is(get('bad.json'), $bad, 'and not written over');
}
put('old.json', $first);
is(planlint('baseline', 'create', '-o', 'old.json', 'plans', 'missing.yaml'), 2, 'a file that cannot be read');
is(get('old.json'), $first, 'leaves the old baseline');
is(planlint('baseline', 'create', '-o', '/dev/full', 'plans'), 2, 'a full disk');
mkdir 'empty';
is(planlint('baseline', 'create', '-o', 'new.json', 'empty'), 2, 'no plan');
ok(!-e 'new.json', 'no baseline');

# Equal findings are told apart by their number.
put('same/c.yaml', "plan: {title: P, period: 2010/11}\nkey_actions:\n  - title: Repair the paths\n    expected_outcome: x\n    milestones:\n"
    . "      - {text: 40 metres resurfaced, due: 2012-01-31}\n" x 2);
planlint('baseline', 'create', '-o', 'same.json', 'same');
my $known = () = get('same.json') =~ /deadline-outside-period/g;
put('same/c.yaml', get('same/c.yaml') . "      - {text: 40 metres resurfaced, due: 2012-01-31}\n");
is(states('same', '--baseline', 'same.json')->{'deadline-outside-period new'}, 1, 'a third of two equal ones is new');
is($known, 2, 'both were known');

done_testing;
