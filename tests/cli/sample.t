# --sample: rows to be marked by hand, the same for a seed however the plans are read, and score takes them back.

use strict;
use warnings;
use JSON::PP;
use Program;
use Test::More;

my $command = 'sweep';

# 20 plans of 12 milestones: meetings in all, two late ones in the first four, a rare placeholder in one.
for my $plan (1 .. 20) {
	my $milestones = '';
	for my $i (1 .. 12) {
		my $words = $i <= 3 ? "Meeting $plan-$i held with Una Pike" : "$plan$i metres of path resurfaced";
		$words = 'TBC' if $plan == 7 && $i == 12;
		$milestones .= "      - {text: \"$words\", due: " . ($plan <= 4 && $i > 10 ? '2012-01-31' : '2010-09-30') . "}\n";
	}
	put(sprintf('plans/p%02d.yaml', $plan), "plan: {title: Park plan, period: 2010/11}\nkey_actions:\n  - title: Repair the paths\n"
		. "    lead_officer: Una Pike\n    expected_outcome: Wheelchairs reach every bench\n    milestones:\n$milestones");
}
my @select = ('--select', 'meeting-only,deadline-outside-period,placeholder,missing-outcome');

# Rows as hashes; no field of these plans has a line end in it.
sub rows {
	my ($head, @lines) = split /\r\n/, $_[0];
	my @names = split /,/, $head;
	return map { my %row; @row{@names} = map { s/""/"/gr } /"((?:[^"]|"")*)"/g; \%row } @lines;
}
sub sample {
	my @words = @_;
	planlint($command, @select, '--fail-on', 'never', '--sample', @words, 'plans');
	return $out;
}

my $csv = sample(40);
my @rows = rows($csv);
is(scalar @rows, 40, 'as many rows as asked for');
my (%kind, %rule, %seen);
$kind{$_->{kind}}++, $rule{$_->{rule}}++, $seen{"$_->{kind} $_->{id}"}++ for @rows;
is_deeply(\%rule, {'' => 20, 'meeting-only' => 11, 'deadline-outside-period' => 8, placeholder => 1}, 'rare rules are there in full');
is_deeply(\%kind, {finding => 20, unflagged => 10, flagged => 10}, 'milestones of both kinds, of each what score needs');
is(scalar keys %seen, 40, 'each once');
my ($meeting) = grep { $_->{rule} eq 'meeting-only' } @rows;
is_deeply([@$meeting{qw(population sampled milestones mark missed due)}], [60, 11, 60, '', '', '2010-09-30'], 'what a row stands for');
like($meeting->{text}, qr/^Meeting \d+-[123] held/, 'its words');
like($meeting->{message}, qr/people meet/, 'what is said of it');
my ($unflagged) = grep { $_->{kind} eq 'unflagged' } @rows;
is_deeply([@$unflagged{qw(population sampled rule raised)}], [20 * 12 - 69, 10, '', ''], 'a milestone on which nothing was found');
my ($line) = (split /\n/, get($unflagged->{plan}))[$unflagged->{line} - 1];
like($line, qr/\Q$unflagged->{text}\E/, 'and where it stands');
my ($flagged) = grep { $_->{kind} eq 'flagged' } @rows;
like($flagged->{raised}, qr/^[a-z-]+$/, 'what was raised on another');
my %early;
$early{$_->{rule} || $_->{kind}}++ for @rows[0 .. 19];
is_deeply([map { $early{$_} >= 4 } qw(meeting-only deadline-outside-period flagged unflagged)], [(1) x 4], 'half of the file has half of each');

is(sample(40), $csv, 'the same again');
is(sample(40, '-j', 3), $csv, 'on several threads');
isnt(sample(40, '--seed', 1), $csv, 'another seed');
is(sample(40, '--seed', 0), $csv, 'the seed that is there by itself');
planlint($command, @select, '--fail-on', 'never', '--sample', 40, map { sprintf 'plans/p%02d.yaml', $_ } reverse 1 .. 20);
is($out, $csv, 'named in another order');
my %all = map { ("$_->{kind} $_->{id}" => 1) } rows(sample(100));
is((grep { !$all{"$_->{kind} $_->{id}"} } grep { $_->{kind} eq 'finding' } @rows), 0, 'a larger sample holds the smaller one');
is(scalar rows(sample(1000)), 69 + 240, 'all there is');
is(scalar rows(sample(1)), 3, 'each rule at least once');

# Marked as the truth is: the rules are right; every milestone with "metres" in the first four plans should be late.
my %mark = (finding => 'yes', flagged => 'yes', unflagged => '');
sub marked {
	my ($csv, $missed) = @_;
	my @names = split /,/, ($csv =~ /^(.*)\r\n/)[0];
	return join "\r\n", join(',', @names), map { my $row = $_;
		$row->{mark} = $mark{$row->{kind}};
		$row->{missed} = $missed->($row) ? 'deadline-outside-period' : 'none' if $row->{kind} eq 'unflagged';
		join ',', map { '"' . ($row->{$_} =~ s/"/""/gr) . '"' } @names } rows($csv);
}
put('marked.csv', marked(sample(1000), sub { $_[0]{plan} =~ /p0[1-4]/ }));
is(planlint('score', '--format', 'json', 'marked.csv'), 0, 'score takes it back') or diag($err);
my %score = map { $_->{rule} => $_ } @{decode_json($out)->{rules}};
cmp_ok(abs($score{'deadline-outside-period'}{recall}{value} - 8 / (8 + 28)), '<', 0.0002, 'a census gives the truth');
cmp_ok($score{'meeting-only'}{recall}{value}, '==', 1, 'of each rule');
is($score{'meeting-only'}{precision}{value} + 0, 1, 'precision as well');

# Officers, formulas, files.
is(planlint($command, @select, '--redact', '--sample', 1000, 'plans'), 1, 'redacted');
unlike($out, qr/Una|Pike/, 'names nobody');
like($out, qr/Meeting \d+-\d held with officer-1/, 'but says that there is somebody');
put('sheet/a.yaml', $plan{late} =~ s/text: 40/text: =40/r);
planlint($command, '--sample', 4, 'sheet');
like($out, qr/,"'=40 metres/, 'no cell begins a formula');
is(planlint($command, @select, '--sample', 40, '--fail-on', 'never', '-o', 's.csv', 'plans'), 0, 'to a file');
is(get('s.csv'), $csv, 'the same');
is(planlint($command, '--sample', 0, 'plans'), 2, 'none');
is(planlint($command, '--sample', 5, '--by', 'rule', 'plans'), 2, 'with rates');
like($err, qr/^planlint: --by and --sample can't be written at once; run twice$/, 'is refused');

done_testing;
