#!/usr/bin/perl
# Files that are none, links that lead nowhere, pipes that close, signals: an answer each time, and nothing left behind.

use strict;
use warnings;
use POSIX qw(mkfifo WNOHANG :signal_h);
use Program;
use Test::More;

$SIG{ALRM} = sub { BAIL_OUT('planlint hangs') };
sub answers { my ($status, $what, @words) = @_; alarm 60; is(planlint(@words), $status, $what) or diag("$out$err"); alarm 0; return }

put('plans/late.yaml', $plan{late});

# Links.
symlink 'b.yaml', 'plans/a.yaml' or die;
symlink 'a.yaml', 'plans/b.yaml' or die;
symlink '..', 'plans/up' or die;
symlink '.', 'plans/here' or die;
symlink 'gone.yaml', 'plans/nowhere.yaml' or die;
answers(2, 'a link to itself', 'check', 'plans/a.yaml');
like($err, qr/^planlint: plans\/a\.yaml: [^\n]+\n\z/, 'is said once');
answers(2, 'a link to nothing', 'check', 'plans/nowhere.yaml');
answers(2, 'a folder with links to itself', 'check', '--format', 'concise', 'plans');
is(scalar(() = $out =~ /deadline-outside-period/g), 1, 'each plan is read once');
unlink "plans/$_" for qw(a.yaml b.yaml up here nowhere.yaml);

# What is no file.
mkfifo('plans/pipe.yaml', 0600) or die;
answers(2, 'a pipe among plans', 'check', 'plans/pipe.yaml', 'plans/late.yaml');
like($out, qr/deadline-outside-period/, 'the others are still checked');
answers(1, 'a pipe in a folder', 'check', 'plans');
answers(2, 'a configuration that is a pipe', 'check', '-c', 'plans/pipe.yaml', 'plans/late.yaml');
answers(2, 'a baseline that is a pipe', 'check', '--baseline', 'plans/pipe.yaml', 'plans/late.yaml');
answers(2, 'a list of files that is not there', 'check', '--files-from', 'gone');
put('list.yaml', "plan: {title: Parks, previous: plans/pipe.yaml}\nkey_actions:\n  - Repair the paths\n");
alarm 60;
planlint('check', 'list.yaml');
alarm 0;
unlike($status, qr/signal/, "last period's plan is a pipe");
unlink 'plans/pipe.yaml';
answers(2, "a device: $_", 'check', $_) for grep { -e } qw(/dev/zero /dev/null /dev/random /dev/tty);
mkdir 'folder.yaml' or die;
answers(2, 'a folder with the name of a plan', 'check', 'folder.yaml');
answers(2, 'a name that is too long', 'check', 'x' x 5000);
answers(2, 'no name', 'check', '');
SKIP: {
	skip 'root reads everything', 1 if $> == 0;
	mkdir 'locked', 0 or die;
	answers(2, 'a folder that nobody may read', 'check', 'locked');
	rmdir 'locked';
}

# Standard input that is no stream.
alarm 60;
is(system("'$planlint' check - <. >out 2>err") >> 8, 2, 'a folder as standard input');
alarm 0;
like(get('err'), qr/^planlint: standard input: [^\n]+\n\z/, 'is said once');

# Where reports cannot go.
for my $place ('/dev/full', 'gone/report.json', 'folder.yaml', '/proc/report.json') {
	put('report.json', "old\n");
	answers(2, "a report to $place", 'check', '--format', 'json', '-o', $place, 'plans/late.yaml');
	like($err, qr/^planlint: can't write \Q$place\E: /m, 'is said');
}
answers(2, 'one report of two', 'check', '--format', 'json', '-o', 'report.json', '--format', 'csv', '-o', 'gone/report.csv', 'plans/late.yaml');
is(get('report.json'), "old\n", 'leaves the other as it was');
is_deeply([glob '.*planlint-*'], [], 'and nothing behind');
SKIP: {
	mkdir 'disk';
	skip 'no small disk can be had', 3 if system('mount -t tmpfs -o size=8k planlint disk 2>/dev/null') != 0;
	put('disk/report.json', "old\n");
	answers(2, 'a disk that is full', 'check', '--profile', 'research', '--format', 'sarif', '-o', 'disk/report.json', 'plans/late.yaml');
	is(get('disk/report.json'), "old\n", 'keeps the old report');
	is_deeply([glob 'disk/.*planlint-*'], [], 'and nothing else');
	system('umount disk');
}

# A reader that goes away.
put('many.yaml', "plan: {title: Parks, period: 2010/11}\nkey_actions:\n" . "  - {title: Hold a meeting, due: 2012-01-31}\n" x 3000);
my $said = `{ '$planlint' check many.yaml 2>err; echo "status \$?" >&2; } 2>status | head -1`;
is(get('status'), "status 2\n", 'a pipe that closes is 2');
like(get('err'), qr/^planlint: can't write standard output: [^\n]+\n\z/, 'and is said once');

# Signals: the usual end, the status that tells of it, no report half-written. Standard input keeps it waiting.
for my $signal (qw(INT TERM HUP)) {
	put('report.json', "old\n");
	pipe my $read, my $write or die;
	my $child = fork // die;
	if (!$child) {
		open STDIN, '<&', $read;
		close $write;
		open STDOUT, '>', 'out';
		open STDERR, '>', 'err';
		exec $planlint, 'check', '--format', 'json', '-o', 'report.json', '-';
	}
	close $read;
	syswrite $write, $plan{late};
	select undef, undef, undef, 0.3;
	kill $signal, $child;
	alarm 60;
	waitpid $child, 0;
	alarm 0;
	is($? & 127, { INT => SIGINT, TERM => SIGTERM, HUP => SIGHUP }->{$signal}, "SIG$signal ends it");
	is(get('report.json'), "old\n", "SIG$signal: the old report is there");
	is_deeply([glob '.*planlint-*'], [], "SIG$signal: nothing is left behind");
	is(get('err'), '', "SIG$signal: nothing to say");
}

# A screen that fills up: the first signal lets the run end by itself, the second does not wait, and leaves no colours on.
{
	pipe my $read, my $write or die;
	my $child = fork // die;
	if (!$child) {
		open STDOUT, '>&', $write;
		close $read;
		exec $planlint, 'check', '--color', 'always', 'many.yaml';
	}
	close $write;
	alarm 60;
	sysread $read, my $shown, 1;
	select undef, undef, undef, 0.3; # until the pipe is full
	kill STOP => $child;
	waitpid $child, POSIX::WUNTRACED();
	kill $_ => $child for qw(INT TERM);
	my $room = 1 << 16;
	$room -= sysread $read, $shown, $room, length $shown while $room > 0 && length $shown < 1 << 16;
	kill CONT => $child;
	waitpid $child, 0;
	$shown .= $_ while <$read>;
	alarm 0;
	like($? & 127, qr/^(?:${\ SIGINT}|${\ SIGTERM})$/, 'a second signal ends it at once');
	like($shown, qr/\e\[0m\z/, 'the screen is left without colours');
}

done_testing();
