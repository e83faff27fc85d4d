# The text format: what stands under which word, with every way of writing a text, and lines that fit.

use strict;
use warnings;
use utf8;
use Encode qw(encode decode);
use JSON::PP;
use Program;
use Test::More;

my $head = "plan: {title: Park plan, period: 2010/11}\nkey_actions:\n  - title: Repair the paths\n"
    . "    expected_outcome: Wheelchairs reach every bench\n    milestones:\n";

# A deadline outside the period stands on its words; what is before it on the line varies.
sub underlined {
	my ($text) = @_;
	put('p.yaml', encode('UTF-8', $text));
	planlint('check', '-q', '--select', 'deadline-outside-period', 'p.yaml');
	my @lines = split /\n/, decode('UTF-8', $out);
	my ($at) = grep { $lines[$_] =~ /\^/ } 0 .. $#lines;
	return (undef, undef) unless defined $at;
	return @lines[$at - 1, $at];
}

my %before = (
	'plain' => '      - {text: 40 metres resurfaced, due: ',
	'a tab' => "      - {text: 40 metres resurfaced,\tdue: ",
	'wide characters' => '      - {text: 図書 40 metres resurfaced, due: ',
	'combining characters' => "      - {text: 40 me\x{301}tres resurfaced, due: ",
	'an emoji' => '      - {text: 40 metres resurfaced 📚, due: ',
);
for my $how (sort keys %before) {
	my ($line, $marks) = underlined("$head$before{$how}2012-01-31}\n");
	$line = '' unless defined $line;
	my $columns = 0;
	(my $until = $line) =~ s/2012-01-31.*//;
	$columns += /\p{East_Asian_Width=Wide}/ ? 2 : /\p{Mn}/ ? 0 : 1 for split //, $until;
	is(index($marks || '', '^'), $columns, "$how: the marks begin under the words");
	like($marks, qr/[ ]\^{10}$/, "$how: and are as long");
}
my ($line, $marks) = underlined("\x{FEFF}" . join "\r\n", split(/\n/, "$head$before{plain}2012-01-31}"), '');
like($line, qr/2012-01-31\}$/, 'CRLF and a byte order mark: the line without its end');
is(index($marks, '^'), index($line, '2012'), 'and the marks under the words');

# Lines that are too long are cut around the words.
for my $filler (0, 30, 100, 300) {
	($line, $marks) = underlined($head . '      - {text: 40 metres resurfaced ' . ('x ' x $filler) . ", due: 2012-01-31, outcome: "
	    . ('y ' x 60) . "}\n");
	is(index($marks, '^'), index($line, '2012'), "$filler words before: under the words");
	cmp_ok(length $line, '<=', 80, 'the line fits');
	like($line, qr/…$/, 'and shows that it was cut');
}
put('long.yaml', $head . "      - text: Meeting of the friends of the park\n        due: tbc\n");
planlint('check', 'long.yaml');
cmp_ok(length $_, '<=', 80, 'advice and totals fit 80 columns')
    for grep { !/^(warning|error|info)\[/ } split /\n/, decode('UTF-8', $out);

# A text over several lines.
put('block.yaml', "$head      - text: >-\n          40 metres\n          resurfaced\n        due: |\n          2012-01-31\n");
planlint('check', '-q', '--select', 'deadline-outside-period', 'block.yaml');
like($out, qr/^\d+ \|           2012-01-31\n +\|           \^{10}$/m, 'a block scalar is marked where its words are');

# Nothing of a plan steers the terminal.
put('steer.yaml', encode('UTF-8', $head . "      - {text: \"40 \x{9b}31m metres \x{202e}resurfaced\", due: 2012-01-31}\n"));
planlint('check', 'steer.yaml');
unlike(decode('UTF-8', $out), qr/[\x{00}-\x{09}\x{0b}-\x{1f}\x{7f}-\x{9f}\x{202a}-\x{202e}]/, 'no control reaches the terminal');

# The closing sentence.
put('fine.yaml', $plan{fine});
planlint('check', 'fine.yaml');
like($out, qr/\Ano findings in 1 plan\n1 of 1 milestone raised nothing/, 'nothing found');
put('late.yaml', $plan{late});
planlint('check', 'fine.yaml', 'late.yaml');
like($out, qr/^1 warning in 2 plans\n1 of 2 milestones raised nothing/m, 'two plans');
put('empty.yaml', '');
planlint('check', 'empty.yaml');
like($out, qr/^1 error in 1 file, no plan\n\z/m, 'no plan');
(my $without = $plan{fine}) =~ s/, period: 2010\/11//;
put('without.yaml', $without);
planlint('check', '--format', 'json', 'without.yaml');
my $unchecked = decode_json($out)->{not_checked};
cmp_ok(scalar @$unchecked, '>', 0, 'a plan without a period leaves something unchecked');
planlint('check', 'without.yaml');
(my $flat = $out) =~ s/\s+/ /g;
like($flat, qr/\Q$_->{what}: $_->{why}\E/, "the text says so: $_->{what}") for @$unchecked;

done_testing;
