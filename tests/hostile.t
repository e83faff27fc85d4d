#!/usr/bin/perl
# Files made to break a reader, or broken by accident: planlint answers with findings, in time and without a crash.

use strict;
use warnings;
use lib 'tests';
use Program;
use Test::More;

$SIG{ALRM} = sub { BAIL_OUT('planlint hangs') };

# The plan is named or piped; the finding that is expected among others, or undef for any answer but a crash.
sub survives {
	my ($what, $bytes, $rule) = @_;
	put('hostile.yaml', $bytes);
	alarm 120;
	planlint('check', '--isolated', '--format', 'concise', 'hostile.yaml');
	alarm 0;
	ok($status =~ /^[01]$/, "$what: an answer ($status)") or diag(substr($err, 0, 500));
	like($out, qr/\b\Q$rule\E\b/, "$what: $rule") if defined $rule;
}

my $key_actions = "key_actions:\n";

survives('an empty file', '', 'not-a-plan');
survives('a byte order mark and nothing else', "\xef\xbb\xbf", 'not-a-plan');
survives('only comments', "# one\n\n# two\n", 'not-a-plan');
survives('only a document mark', '--- ', 'not-a-plan');
survives('lone carriage returns', "plan:\r  title: Parks\rkey_actions:\r  - Repair the paths\r");
survives('open brackets', '[' x 200_000, 'input-limit');
survives('open braces', '{a: ' x 200_000, 'input-limit');
survives('closing brackets', ']' x 200_000, 'yaml-syntax');
survives('lists in lists', '- ' x 200_000, 'input-limit');
survives('ever deeper indentation', join('', map { ' ' x $_ . "a:\n" } 0 .. 3_000), 'input-limit');
survives('NULs', "\0" x 10_000, 'bad-encoding');
survives('NULs in a plan', "${key_actions}  - Repair\0 the \0\0 paths\n", 'bad-encoding');
survives('every byte', join('', map { chr } 0 .. 255) x 50, 'bad-encoding');
survives('an old encoding', "${key_actions}  - \x95 The council\x92s caf\xe9\n", 'bad-encoding');
survives('half of UTF-16', "\xff\xfep\0l\0a\0n\0:\0\x3c", 'bad-encoding');
survives('a key of a megabyte', 'k' x 1_000_000 . ": v\n", 'yaml-syntax');
survives('a quoted key of a megabyte', '"' . 'k' x 1_000_000 . "\": v\n", 'yaml-syntax');
survives('a text of four megabytes', "plan: {title: Parks}\n${key_actions}  - " . 'word ' x 800_000 . "\n");
survives('a quotation mark that never ends', "plan: \"" . "text\n" x 500_000, 'yaml-syntax');
survives('a tab at each line', "\ta: b\n" x 10_000, 'yaml-syntax');
survives('the same key again and again', "plan: {title: Parks}\n" . "due: Q1\n" x 20_000, 'duplicate-key');
survives('many anchors', "plan: {title: Parks}\n${key_actions}" . join('', map { "  - &a$_ Item $_\n" } 1 .. 20_000));
survives('many mistakes', "a: b: c\n---\n" x 5_000, 'yaml-syntax');
survives('many documents', "--- a\n" x 20_000, 'input-limit');
survives('an alias in itself', "plan: &p {title: *p}\n${key_actions}  - *p\n", 'yaml-syntax');
survives('complex keys', "? [a, b]\n: c\n? {d: e}\n: f\nplan: {title: Parks}\n", 'wrong-type');

my $bomb = "key_actions:\n  - &a0 {title: Item, partners: [x, x, x, x, x, x, x, x, x]}\n";
$bomb .= "  - &a$_ [" . join(', ', ("*a" . ($_ - 1)) x 10) . "]\n" for 1 .. 30;
survives('aliases of aliases', $bomb, 'input-limit');

my $deep = "key_actions:\n  - &a0 [x]\n";
$deep .= "  - &a$_ [*a" . ($_ - 1) . "]\n" for 1 .. 5_000;
survives('aliases that go deeper and deeper', $deep, 'input-limit');

done_testing();
