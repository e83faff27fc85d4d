# Every option, and what happens when one is misspelt.

use strict;
use warnings;
use JSON::PP;
use Program;
use Test::More;

put("$_.yaml", $plan{$_}) for keys %plan;

sub rules_found { my @all = map { $_->{rule} } @{decode_json($out)->{findings}}; return "@all" }

# Slips: words, expected message.
my @slips = (
	[['--formt', 'json'], qr/unknown option --formt; did you mean --format\?/],
	[['--frobnicate'], qr/unknown option --frobnicate \(see planlint help check\)/],
	[['-x'], qr/unknown option -x/],
	[['--max-f', '3'], qr/--max-f could be any of --max-findings, --max-findings-per-file/],
	[['--format', 'jsn'], qr/--format jsn: did you mean json\?/],
	[['--format', 'yaml9'], qr/--format yaml9: the formats are text, concise, json, jsonl/],
	[['--profile', 'oficer'], qr/did you mean officer\?/],
	[['--profile', 'zzz'], qr/it is one of officer, ci, research/],
	[['--as-of', '2010-02-30'], qr/--as-of 2010-02-30: it is a day such as/],
	[['--as-of', '30/09/2010'], qr/it is a day such as/],
	[['--max-findings', '0'], qr/a whole number from 1/],
	[['--max-findings', 'many'], qr/a whole number from 1/],
	[['--max-size', '9G'], qr/a whole number from 1 to 1073741824/],
	[['--max-size', ''], qr/--max-size '': a whole number|it is a whole number/],
	[['--quiet=yes'], qr/--quiet takes no value/],
	[['--format'], qr/--format needs a value/],
	[['--select', 'deadline-outside-perod'], qr/deadline-outside-period/],
	[['--ignore', 'timescle'], qr/timescale/],
	[['--set', 'nonsense'], qr/nonsense/],
	[['--set', 'too-many-milestones.limt=3'], qr/limt/],
	[['-o', 'a', '-o', 'b'], qr/give the --format that goes there before it/],
	[['--format', 'json', '--format', 'text'], qr/two reports would both go to standard output/],
	[['--format', 'json', '-o', 'a', '--format', 'text', '-o', 'a'], qr/two reports would both go to a/],
);
for my $slip (@slips) {
	my ($words, $message) = @$slip;
	is(planlint('check', @$words, 'fine.yaml'), 2, "@$words is 2") unless $words->[-1] eq '--format' && @$words == 1;
	planlint('check', 'fine.yaml', @$words) if $words->[-1] eq '--format' && @$words == 1;
	like($err, $message, "@$words: message");
	is($out, '', "@$words: nothing on standard output");
}
ok(!-e 'a', 'a mistake writes no file');

# Ways to write an option.
for my $way (['--format', 'json'], ['--format=json'], ['--form', 'json'], ['--forma=json']) {
	planlint('check', @$way, 'late.yaml');
	is(rules_found(), 'deadline-outside-period', "@$way");
}
planlint('check', '-qo', 'short.txt', 'late.yaml');
like(get('short.txt'), qr/^warning.*path resurfaced.*\n\n\z/s, '-qo FILE');
planlint('check', '-oshort.txt', 'fine.yaml');
like(get('short.txt'), qr/no findings in 1 plan/, '-oFILE');
put('-dash.yaml', $plan{fine});
is(planlint('check', '--', '-dash.yaml'), 0, '-- ends the options');

# Rules.
planlint('check', '--format=json', '--ignore', 'timescale', 'late.yaml');
is(rules_found(), '', '--ignore MODULE');
planlint('check', '--format=json', '--select', 'deadline-outside-period', 'late.yaml', 'broken.yaml');
like(rules_found(), qr/deadline-outside-period/, '--select RULE');
planlint('check', '--format=json', '--set', 'deadline-outside-period.severity=error', 'late.yaml');
is(decode_json($out)->{findings}[0]{severity}, 'error', '--set RULE.severity');
planlint('check', '--format=json', '--select', 'ref-format', '--set', 'ref-format.pattern=^P[0-9]+$', 'late.yaml');
is($status, 0, '--set RULE.OPTION');
planlint('explain', 'ref-format', '--set', 'ref-format.pattern=^P');
like($out, qr/^    in force  \^P$/m, 'explain shows what is in force');
planlint('check', '--format=json', '--min-severity', 'error', 'late.yaml');
is(rules_found(), '', '--min-severity');
is(planlint('check', '--format=json', '--profile', 'research', '--min-severity', 'error', 'late.yaml'), 0,
	'an option beats the profile');
is(planlint('check', '--format=json', '--min-severity', 'error', '--profile', 'research', 'late.yaml'), 0,
	'in either order');
is(planlint('check', '--min-confidence', 'high', 'late.yaml'), 1, '--min-confidence');

# Suppressions.
(my $quiet = $plan{late}) =~ s/resurfaced$/resurfaced  # planlint: ignore[deadline-outside-period] -- agreed/m;
$quiet =~ s/2012-01-31/2012-01-31  # planlint: ignore[deadline-outside-period] -- agreed/;
$quiet =~ s/resurfaced .*/resurfaced/;
put('quiet.yaml', $quiet);
is(planlint('check', 'quiet.yaml'), 0, 'a suppressed finding does not count');
planlint('check', '--format', 'json', 'quiet.yaml');
is(decode_json($out)->{findings}[0]{state}, 'suppressed', 'json tells of it');
is(decode_json($out)->{findings}[0]{suppression}{reason}, 'agreed', 'with the reason');
is(planlint('check', '--no-ignores', 'quiet.yaml'), 1, '--no-ignores');

# Standard input.
is(planlint({in => $plan{late}}, 'check', '-'), 1, '- is standard input');
like($out, qr/--> <stdin>:\d+:\d+/, 'with a name');
planlint({in => $plan{late}}, 'check', '--stdin-filename', 'park.yaml', '-');
like($out, qr/--> park\.yaml:/, '--stdin-filename');
is(planlint({in => ''}, 'check', '-'), 1, 'nothing at all is no plan');

# What else is shown.
planlint('check', '-q', 'late.yaml');
unlike($out, qr/raised nothing/, '-q');
planlint('check', '-v', '.');
like($err, qr/^planlint: looked at fine\.yaml$/m, '-v says what was looked at');
like($err, qr/^planlint: skipped other\.yaml: /m, 'and what was not');
planlint('check', '--max-findings', '1', 'late.yaml', 'broken.yaml');
like($out, qr/more findings? (is|are) not shown \(--max-findings 1\)/, '--max-findings says what is cut');
planlint('check', '--max-findings', '1', '--format', 'json', 'late.yaml', 'broken.yaml');
cmp_ok(scalar @{decode_json($out)->{findings}}, '>', 1, 'and cuts on the screen only');
planlint('check', '--statistics', 'late.yaml');
like($out, qr/^ +1  deadline-outside-period$/m, '--statistics');
planlint('check', '--format', 'concise', 'late.yaml');
like($out, qr/\Alate\.yaml:\d+:\d+: warning deadline-outside-period .+\n\z/, 'concise is one line a finding');
like($err, qr/^1 warning in 1 plan$/m, 'and leaves the totals to standard error');
planlint('check', '-q', '--format', 'concise', 'late.yaml');
is($err, '', 'unless quiet');
planlint('check', '--as-of', '2010-09-30', '--format', 'json', 'fine.yaml');
is(decode_json($out)->{as_of}, '2010-09-30', '--as-of');
for my $stage (qw(tree plan text)) {
	is(planlint('check', '--dump', $stage, 'fine.yaml'), 0, "--dump $stage");
	like($out, qr/resurfaced/, 'shows the plan');
}

is(planlint('check', '--dump', 'tree', 'gone.yaml'), 2, '--dump of a file that is not there');
like($err, qr/^planlint: gone\.yaml: /, 'names it');

# Limits.
for my $limit (['--max-size', '20'], ['--max-depth', '2'], ['--max-nodes', '3']) {
	is(planlint('check', @$limit, 'fine.yaml'), 1, "@$limit is a finding");
	like($out, qr/error\[input-limit\]/, 'of that name');
}
is(planlint('check', '--max-size', '1M', '--max-documents', '5', '--max-findings-per-file', '9', '--max-match-steps',
	'100000', 'fine.yaml'), 0, 'wide limits change nothing');
is(planlint({in => $plan{fine}}, 'check', '--max-size', '20', '-'), 1, 'they hold for standard input');

# The other commands.
is(planlint('version'), 0, 'version');
like($out, qr/^planlint \d+\.\d+\.\d+\n\z/, 'one line');
my $version = $out;
planlint($_) && fail($_), is($out, $version, $_) for '--version', '-V';
for my $words (['help'], ['--help'], ['-h']) {
	is(planlint(@$words), 0, "@$words");
	my @lines = split /\n/, $out;
	cmp_ok(scalar @lines, '<=', 24, 'fits a screen');
	cmp_ok(length, '<=', 80, $_) for @lines;
}
for my $command (qw(check explain rules version help)) {
	is(planlint('help', $command), 0, "help $command");
	like($out, qr/^Usage: planlint $command\b/, 'says how it is used');
	is((sort { $b <=> $a } map { length } split /\n/, $out)[0] > 80, '', 'and fits 80 columns');
	my $help = $out;
	planlint($command, '--help');
	is($out, $help, "$command --help is the same");
}
is(planlint('help', 'nonsense'), 2, 'help on nothing');
is(planlint('rules'), 0, 'rules');
like($out, qr/^  deadline-outside-period +warning +high +\S/m, 'a line a rule');
is(planlint('rules', '--format', 'json'), 0, 'rules as JSON');
my ($rule) = grep { $_->{id} eq 'deadline-outside-period' } @{decode_json($out)};
is($rule->{module}, 'timescale', 'with everything');
is(planlint('rules', '--format', 'markdown'), 0, 'rules as markdown');
like($out, qr/^\| `deadline-outside-period` \| warning \| high \| \S.* \|$/m, 'a row a rule');
is(planlint('explain', 'too-many-milestones'), 0, 'explain');
like($out, qr/^    for good  rules: \{too-many-milestones: \{action: 8\}\} in \.planlint\.yaml$/m, 'explain shows how to keep a setting');
like($out, qr/^    for good  rules: \{too-many-milestones: off\} in \.planlint\.yaml$/m, '... and how to switch a rule off');
like($out, qr/\Atoo-many-milestones: .*\nWhy\n.*\nWhat to write instead\n.*\nOptions\n/s, 'has its parts');
is(planlint('explain', 'too-many-milestone'), 2, 'explain with a slip');
like($err, qr/did you mean too-many-milestones\?/, 'knows the nearest');
is(planlint('explain'), 2, 'explain of nothing');
is(planlint('explain', 'timescale'), 0, 'explain of a module');
like($out, qr/deadline-outside-period/, 'lists its rules');

done_testing;
