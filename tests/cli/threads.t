#!/usr/bin/perl
# Several files at a time: the same bytes whatever -j, a run that is interrupted, and how far it has come.

use strict;
use warnings;
use Test::More;
use Program;

# Enough to fill a pipe, of all kinds: some good, some broken, some no plan, some that name last period's.
my $many = 120;
for my $i (1 .. $many) {
	my $kind = (qw(late late fine broken other late))[$i % 6];
	my $text = $plan{$kind};
	$text =~ s/Park plan/Park plan $i/;
	$text =~ s/(period: [^}\n]*)/$1, previous: p@{[$i - 1]}.yaml/ if $i % 4 == 0;
	$text .= "      - {text: Meeting of the bench group $_, due: tbc}\n" for ($kind eq 'late' ? (1 .. 3) : ());
	put("many/p$i.yaml", $text);
}

planlint('check', '--format', 'json', 'many');
my ($known) = $out =~ /"fingerprint": ?"([0-9a-f]+)"/;
put('known.json', qq({"schema": "planlint-baseline-1", "findings": [{"path": "many/p1.yaml", "rule": "meeting-only", "fingerprint": "$known"}]}));
for my $format (qw(text concise json jsonl sarif github gitlab junit csv markdown)) {
	my @words = ('check', '--profile', 'research', '--format', $format, '--baseline', 'known.json', 'many');
	planlint(@words, '-j1');
	my ($first, $said, $exit) = ($out, $err, $status);
	for my $jobs (2, 3, 16) {
		planlint(@words, '-j', $jobs);
		is($out, $first, "$format: the same bytes with -j$jobs");
		is($err, $said, 'and on standard error');
		is($status, $exit, 'and the same exit status');
	}
}
put('own.yaml', "vocabulary: {bodies: [bench group]}\nrules: {ref-format: {pattern: 'KA[0-9]+'}}\nextends: [pack.yaml]\n");
put('pack.yaml', "module: house\nrules:\n  - {id: no-tbc, summary: say when, when: {matches: {due: 'tb[ac]'}}}\n");
for my $words (['--redact'], ['-c', 'own.yaml']) {
	planlint('check', '--format', 'json', '-j1', @$words, 'many');
	my ($first, $exit) = ($out, $status);
	planlint('check', '--format', 'json', '-j4', @$words, 'many');
	is($out, $first, "the same with @$words") or diag $err;
	is($exit, 1, 'of what is found');
}
is(planlint('check', '-j', '0', 'many'), 2, 'no thread at all is refused');

# Words that come in one plan only are forgotten in between; what is said of the next plan must not change by that.
my $words = 0;
for my $i (1 .. 40) {
	my $text = $plan{late};
	$text .= "      - {text: Hold the @{[map { my $n = ++$words; join '', map { chr(97 + $n / 26**$_ % 26) } 0 .. 4 } 1 .. 400]} meeting, due: tbc}\n";
	put("words/p$i.yaml", $text);
}
planlint('check', '-j1', '--format', 'concise', 'words');
my $together = $out;
my $alone = '';
for my $i (sort { "p$a.yaml" cmp "p$b.yaml" } 1 .. 40) {
	planlint('check', '--format', 'concise', "words/p$i.yaml");
	$alone .= $out;
}
ok(length $alone, 'plans of many words raise something');
is($together, $alone, 'and the same together as each by itself');

# Stopped half-way: the report goes to a pipe that nobody reads until the signal has come.
system('mkfifo', 'pipe') == 0 or die 'no mkfifo';

sub waiting {
	my ($pipe) = @_;
	my $bytes = pack 'L', 0;
	ioctl $pipe, 0x541B, $bytes or die "FIONREAD: $!";
	return unpack 'L', $bytes;
}

sub interrupted {
	my ($signal, @words) = @_;
	my $child = fork;
	if (!$child) {
		$SIG{$signal} = 'DEFAULT'; # who runs the tests in the background may have it ignored
		open STDERR, '>', 'said' or die;
		exec $planlint, 'check', '-o', 'pipe', '--format', 'json', '-o', 'half.json', @words, 'many';
		die "$planlint: $!";
	}
	open my $pipe, '<', 'pipe' or die "pipe: $!";
	my $left = 2000;
	select undef, undef, undef, 0.01 while !waiting($pipe) && $left--;
	kill $signal, $child;
	local $/;
	my $report = <$pipe>;
	waitpid $child, 0;
	return ($? & 127, $report);
}

for my $jobs (1, 4) {
	my ($signal, $report) = interrupted('INT', '-j', $jobs);
	is($signal, 2, "-j$jobs: ^C ends the run as ^C does");
	like(get('said'), qr/^planlint: stopped: \d+ of $many files were looked at$/m, 'and it says how far it came');
	like($report, qr/^warning\[/, 'what was found till then is there');
	unlike($report, qr/raised nothing$/m, 'without totals');
	is_deeply([glob('.half* half*')], [], 'no half report stays') or diag join ' ', glob('.half* half*');
}

# Progress: a terminal for standard error, which script(1) makes.
SKIP: {
	skip 'no script command', 7 if system('script -qec true /dev/null >/dev/null 2>&1') != 0;
	my $slowly = sub { # enough for something to be seen
		my ($command) = @_;
		my $reader = fork;
		if (!$reader) {
			open my $pipe, '<', 'pipe' or die "pipe: $!";
			for (my $chunk; sysread $pipe, $chunk, 16384;) {
				select undef, undef, undef, 0.2;
			}
			exit 0;
		}
		system("script -qec \"'$planlint' $command -o pipe many\" /dev/null </dev/null >seen 2>&1");
		waitpid $reader, 0;
		return get('seen');
	};
	my $seen = $slowly->('check -j2');
	like($seen, qr/\r\d+ of $many files, [\d.]+ a second, about \d+ s left\e\[K/, 'how far it has come');
	like($seen, qr/\r\e\[K\z/, 'is taken away in the end');
	unlike($seen, qr/comparing/, 'and nothing is compared');
	$seen = $slowly->('sweep -j2');
	like($seen, qr/files, [^\r]*\r\e\[K\rcomparing plans: 0 %\e\[K/, 'a sweep goes on to compare plans');
	like($seen, qr/\r\e\[K\z/, 'which is taken away as well');
	system("script -qec \"'$planlint' check -q -j2 --fail-on never many >report\" /dev/null </dev/null >seen 2>&1");
	is(get('seen'), '', 'not with -q');
	system("script -qec \"'$planlint' check -j2 --fail-on never many\" /dev/null </dev/null >seen 2>&1");
	unlike(get('seen'), qr/a second, about/, 'nor between findings');
}
planlint({to => '>.out'}, 'check', 'many');
unlike($err, qr/a second/, 'nor in a pipe');

done_testing;
