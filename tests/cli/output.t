# Reports: several at once, files that are whole or not there, the same bytes whatever the locale and the order.

use strict;
use warnings;
use JSON::PP;
use List::Util 'shuffle';
use Program;
use Test::More;

put("$_.yaml", $plan{$_}) for keys %plan;

# Several at once.
is(planlint('check', '--format', 'json', '-o', 'r.json', '--format', 'jsonl', '-o', 'r.jsonl', '--format', 'concise',
	'late.yaml', 'broken.yaml'), 1, 'three reports');
like($out, qr/^late\.yaml:\d+:\d+: warning /m, 'one on the screen');
my $document = decode_json(get('r.json'));
is_deeply([sort keys %$document], [sort qw(schema tool as_of summary not_checked files findings)], 'json: its members');
my @lines = map { decode_json($_) } split /\n/, get('r.jsonl');
my $last = pop @lines;
is_deeply(\@lines, $document->{findings}, 'jsonl: the same findings');
delete $document->{findings};
is_deeply($last, $document, 'and the rest in its last line');
is($last->{summary}{files}, 2, 'files are counted');
for my $finding (@lines) {
	is_deeply([sort keys %$finding], [sort qw(rule module severity confidence message advice path item range evidence
		related fingerprint state suppression)], 'a finding has its members');
	my ($start, $end) = @{$finding->{range}}{qw(start end)};
	cmp_ok($start->{offset}, '<=', $end->{offset}, 'and a range');
}
my ($late) = grep { $_->{rule} eq 'deadline-outside-period' } @lines;
is(substr($plan{late}, $late->{range}{start}{offset}, $late->{range}{end}{offset} - $late->{range}{start}{offset}),
	'2012-01-31', 'the range is the words');

# Files.
is(planlint('check', '-o', 'no/such/folder', 'late.yaml'), 2, 'a folder that is not there');
like($err, qr/^planlint: can't write no\/such\/folder: No such file/, 'is named');
put('old.txt', 'old');
is(planlint('check', '-o', 'old.txt', '--select', 'nonsense', 'late.yaml'), 2, 'a run that fails');
is(get('old.txt'), 'old', 'leaves the old file');
is(planlint('check', '-o', '/dev/full', 'late.yaml'), 2, 'a full disk');
like($err, qr/^planlint: can't write \/dev\/full: No space left/, 'is named');
is(planlint('check', '-o', '-', 'late.yaml'), 1, '-o - is standard output');
like($out, qr/^warning/, 'as ever');
system("( sleep 0.2; '$planlint' check late.yaml 2>.err; echo \$? >.rc ) | true");
like(get('.rc'), qr/^2$/, 'a pipe that nobody reads any more');
like(get('.err'), qr/^planlint: can't write standard output: Broken pipe$/m, 'is said and does not kill');
unlink '.rc', '.err';
planlint('check', '-o', 'new.txt', 'late.yaml');
is_deeply([glob('.*planlint*')], [], 'nothing temporary stays');

# An interrupted run: opening a FIFO that nobody reads holds it up half-way.
system('mkfifo', 'fifo') == 0 or die 'no mkfifo';
my $child = fork;
if (!$child) {
	exec $planlint, 'check', '--format', 'json', '-o', 'half.json', '--format', 'text', '-o', 'fifo', 'late.yaml';
	die "$planlint: $!";
}
my $left = 500;
select undef, undef, undef, 0.01 while !glob('.half.json.planlint-*') && $left--;
cmp_ok($left, '>', 0, 'a report is written beside its place');
kill 'TERM', $child;
waitpid $child, 0;
is($? & 127, 15, 'a signal ends the run');
is_deeply([glob('.half* half*')], [], 'and nothing is left of it') or diag join ' ', glob('.half* half*');

# Order.
my @files;
for my $i (1 .. 12) {
	put("many/p$i.yaml", $plan{$i % 3 ? 'late' : 'broken'});
	push @files, "many/p$i.yaml";
}
for my $format (qw(text concise json jsonl sarif github gitlab junit csv markdown)) {
	planlint('check', '--format', $format, 'many');
	my $first = $out;
	for my $locale (qw(C C.UTF-8 tr_TR.UTF-8 en_GB.UTF-8)) {
		local $ENV{LC_ALL} = $locale;
		planlint('check', '--format', $format, shuffle(@files));
		is($out, $first, "$format: the same bytes under $locale, arguments shuffled");
	}
}
planlint('check', '--format', 'json', @files);
my @paths = map { $_->{path} } @{decode_json($out)->{files}};
is_deeply(\@paths, [sort @files], 'paths are in byte order');

# Colour.
planlint('check', 'late.yaml');
unlike($out, qr/\e/, 'no colour where nobody sees it');
planlint('check', '--color', 'always', 'late.yaml');
like($out, qr/^\e\[1;33mwarning/, '--color always');
(my $plain = $out) =~ s/\e\[[0-9;]*m//g;
planlint('check', 'late.yaml');
is($plain, $out, 'colour changes nothing else');
{
	local $ENV{FORCE_COLOR} = 1;
	planlint('check', 'late.yaml');
	like($out, qr/\e/, 'FORCE_COLOR');
	planlint('check', '--color=never', 'late.yaml');
	unlike($out, qr/\e/, '--color beats it');
	local $ENV{NO_COLOR} = 1;
	planlint('check', 'late.yaml');
	unlike($out, qr/\e/, 'and so does NO_COLOR');
	planlint('check', '--color=always', '--format=json', 'late.yaml');
	unlike($out, qr/\e/, 'json has no colour at all');
}

done_testing;
