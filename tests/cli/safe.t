#!/usr/bin/perl
# A plan that means harm to whoever shows a report, in every format: nothing of it reaches a terminal, a spreadsheet, a
# browser, a workflow or a parser as anything but text.

use strict;
use warnings;
use Encode qw(decode FB_CROAK);
use JSON::PP;
use Program;
use Test::More;

# Each of these in titles, officers, refs, keys, comments and suppressions.
my @evil = (
	"\\e[31mred\\e[0m", "\\e]8;;http://x.example/\\e\\\\link\\e]8;;\\e\\\\", "\\e]0;title\\a", "\\x9b31mC1", "\\u009d0;C1 title\\u009c",
	"\\u202eevil\\u202c", "\\u2066isolate\\u2069", "\\u200e\\u200f\\u061c", "\\rover", "\\n::error::new line", "\\u2028\\u2029\\u0085next",
	"=cmd|' /C calc'!A0", "+1+1", "-2+3", "\@SUM(A1)", "\\t=1+1", "\xef\xbc\x9d1+1", ";=1+1", '\"\",=1+1',
	"::error file=x::boo", "::set-output name=x::y", "##[error]boo", "::add-mask::a%0A::stop-commands::b",
	"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt; & ]]>", "' onmouseover='x", '\" onfocus=\"x', "</title></style></script>",
	"[click](javascript:alert(1))", "![x](http://x.example/)", "| cell | `code` **bold**", "```\\n", "<!-- -->", "\@everyone #1",
	"\\0nul", "\\u0008back", "\\x7f", "\\ufeff\\ufffe", "%s%n%d", "\\\\u0000 \\\\",
);
my $plan = "# planlint: ignore[<b>x\e[31m] -- \x{202e}\n# \e[31m\nplan: {title: \"$evil[0] $evil[23]\", period: 2010/11, template: \"$evil[5]\"}\nkey_actions:\n";
for my $i (0 .. $#evil) {
	my $text = $evil[$i];
	$plan .= "  - ref: \"K$i $text\"\n    title: \"$text Meeting about boats\"\n    lead_officer: \"$text\"\n    \"$text\": 1\n"
	    . "    links: [{to: \"$text\"}]\n    milestones:\n      - {id: \"$text\", text: \"$text\", due: \"$text\", status: \"$text\", feeds: [\"$text\"]}\n"
	    . "      - {text: \"Hold a meeting $text\", due: 2012-01-31}\n      - {text: \"Hold a meeting $text\", due: 31/02/2010}\n";
}
$plan = Encode::encode('UTF-8', Encode::decode('UTF-8', $plan =~ s/\x{202e}/\xe2\x80\xae/r, Encode::FB_DEFAULT));
$plan .= "  - \"caf\xe9 \xff\xfe\x9b31m\"\n  - raw \e[31m \x07 \xc2\x9b31m \xe2\x80\xae\n";

# As far as the file system lets names be.
my @names = ("evil \e[31m\n::error::x <b> ,=1+1 \xe2\x80\xae.yaml", "=1+1.yaml", "caf\xe9.yaml", "-x.yaml", "a%0A:b,c.yaml", "<img src=x>.yaml");
put("plans/$_", $plan) for @names;
put('plans/usual.yaml', $plan{late});

my @formats = qw(text concise json jsonl sarif github gitlab junit csv markdown html);
my %report;
my @words = map { ('--format', $_, '-o', "report.$_") } @formats;
is(planlint('check', '--profile', 'research', @words, 'plans'), 1, 'a plan that means harm is a plan with findings') or diag $err;
unlike($err, qr/[^\n\x20-\x7e]/, 'what is said on the side is plain');
$report{$_} = get("report.$_") for @formats;
for my $by (qw(rule action officer)) {
	planlint('check', '--profile', 'research', '--color', 'never', '--group-by', $by, '--statistics', 'plans');
	$report{"text by $by"} = $out;
}
planlint('check', '--profile', 'research', '--redact', 'plans');
$report{'text without names'} = $out;
planlint('check', '--profile', 'research', '--dump', $_, 'plans/usual.yaml') for 'plan';

for my $name (sort keys %report) {
	# not 'UTF-8', which refuses U+FFFE as well; of a copy, since decoding takes what it has read
	my $text = eval { decode('utf8', my $bytes = $report{$name}, FB_CROAK) };
	ok(defined $text && length $text, "$name: is UTF-8") or next;
	my $controls = $name eq 'csv' ? qr/[^\P{Cc}\r\n]/ : qr/[^\P{Cc}\n\t]/;
	unlike($text, $controls, "$name: no control characters, C1 neither");
	unlike($text, qr/[\x{202a}-\x{202e}\x{2066}-\x{2069}\x{200e}\x{200f}\x{61c}]/, "$name: nothing turns the direction of reading")
	    unless $name =~ /^(?:json|jsonl|sarif|gitlab)$/;
	unlike($text, qr/[\x{2028}\x{2029}]/, "$name: no line ends but its own") unless $name =~ /^(?:json|jsonl|sarif|gitlab)$/;
}

# Machines read what is meant for them, and find each name of a file there as it is, or told apart.
my $json = eval { decode_json($report{json}) };
ok($json && @{$json->{findings}}, 'json: one document');
is(scalar(keys %{{map { $_->{path} => 1 } @{$json->{findings}}}}), @names + 1, 'json: each file by a name of its own');
ok(eval { decode_json($_); 1 }, 'jsonl: a line is a document') || diag($_) for (split /\n/, $report{jsonl})[0, 7, -1];
ok(eval { decode_json($report{$_}) }, "$_: one document") for qw(sarif gitlab);
my ($uris) = [$report{sarif} =~ /"uri":"(.*?)"/g];
is(scalar(grep { /[^A-Za-z0-9\-._~:\/?#\[\]@!\$&'()*+,;=%]/ } @$uris), 0, 'sarif: addresses are addresses');

# A row is a row, whatever is in a cell, and no cell begins as a formula.
sub rows {
	my ($csv) = @_;
	my @rows = [];
	while ($csv =~ /\G(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n)/gc) {
		my ($cell, $end) = ($1 // $2, $3);
		push @{$rows[-1]}, $cell =~ s/""/"/gr;
		push @rows, [] if $end ne ',';
	}
	pop @rows if pos($csv) == length $csv;
	return @rows;
}
sub formulas { return grep { /^(?:[=+\-@\t\r]|\xef\xbc[\x8b\x8d\x9d\xa0])/ } map { @$_ } rows(@_) }
my @rows = rows($report{csv});
is(scalar(grep { @$_ != @{$rows[0]} } @rows), 0, 'csv: all of it is rows of the same columns');
is(scalar(formulas($report{csv})), 0, 'csv: no formula');

# One command a line, and every colon of a value is in the value.
my @lines = split /\n/, $report{github};
is(scalar(grep { !/^::(?:error|warning|notice)(?: [^:\n]*)?::[^\n]*$/ } @lines), 0, 'github: commands of ours only');
is(scalar(grep { /^::\w+ (.*?)::/ && $1 =~ /[\r\n:]/ } @lines), 0, 'github: values end where they should');

# Tags are ours only.
my %tags = map { $_ => 1 } $report{junit} =~ /<\/?([^\s>\/?]+)/g;
is_deeply([grep { !/^(?:testsuites|testsuite|testcase|failure|error|skipped|system-out|properties|property|!\[CDATA\[|xml)$/ } sort keys %tags], [], 'junit: tags of ours');
my $html = $report{html} =~ s{<(script|style)\b[^<>]*>.*?</\1>}{}gsr; # ours; that they are whole is told below
my @strange = $html =~ m{(<(?!/?[a-z]+[1-6]?(?:\s+[\w:-]+(?:="[^"<>]*")?)*\s*/?>|!DOCTYPE html>)[^>]{0,60})}g;
is_deeply(\@strange, [], 'html: every tag is whole');
is_deeply([$html =~ m{<[^>]*\s(on\w+)=}g], [], 'html: none does anything');
is_deeply([grep { !/^#/ } $html =~ m{<[^>]*\s(?:href|src|action|xlink:href)="([^"]*)"}g], [], 'html: links stay in the page');
is(scalar(() = $report{html} =~ /<script/g), scalar(() = $report{html} =~ /<\/script>/g), 'html: scripts end where they should');
is(scalar(() = $report{html} =~ /<title\b/g), scalar(() = $report{html} =~ /<\/title>/g), 'html: and so do titles');
unlike($report{markdown}, qr/(?<!\\)<(?:script|img|!--)/, 'markdown: no HTML');
unlike($report{markdown}, qr/(?<!\\)\]\((?!http)/, 'markdown: no links of the plan');
unlike($report{markdown}, qr/^::/m, 'markdown: no commands');
unlike($report{text}, qr/^::/m, 'text: no commands');
unlike($report{concise}, qr/^::/m, 'concise: no commands');

# The same of what looks across plans, compares two, counts, samples and hands on: nothing that steers in any of it, what
# machines read is whole, and no cell is a formula.
put('evil/a.yaml', $plan);
put('evil/b.yaml', $plan =~ s/Hold a meeting/Arrange a workshop/gr);
my %across = (
	(map { ("sweep, $_" => ['sweep', '--format', $_, 'evil']) } qw(text concise json jsonl sarif gitlab junit csv markdown html github)),
	(map { ("compare, $_" => ['compare', '--verbose', '--format', $_, 'evil/a.yaml', 'evil/b.yaml']) } qw(text json markdown)),
	(map { ("rates, $_" => ['sweep', '--by', 'plan,officer', '--format', $_, 'evil']) } qw(text json csv)),
	'sample' => ['sweep', '--sample', 40, 'evil'],
	'records' => ['sweep', '--emit', 'records', 'evil'],
	'dumped plan' => ['check', '--dump', 'plan', 'evil/a.yaml'],
	'dumped text' => ['check', '--dump', 'text', 'evil/a.yaml'],
	'dumped tree' => ['check', '--dump', 'tree', 'evil/a.yaml'],
);
for my $what (sort keys %across) {
	local $ENV{GITHUB_ACTIONS} = 'true' if $what =~ /text|concise|dumped/;
	planlint(@{$across{$what}});
	like($status, qr/^[01]$/, "$what: an answer") or diag($err);
	my $text = eval { decode('utf8', my $bytes = $out, FB_CROAK) };
	ok(defined $text && length $text, "$what: is UTF-8") or next;
	my $is_json = $what =~ /json|sarif|gitlab|records/;
	unlike($text, $what =~ /csv|sample/ ? qr/[^\P{Cc}\r\n]/ : qr/[^\P{Cc}\n\t]/, "$what: no control characters");
	unlike($text, qr/[\x{202a}-\x{202e}\x{2066}-\x{2069}\x{200e}\x{200f}\x{61c}\x{2028}\x{2029}]/, "$what: nothing turns or breaks lines") unless $is_json;
	unlike($text, qr/^\s*::(?!(?:error|warning|notice)(?: [^:\n]*)?::[^\n]*$)/m, "$what: no commands but ours") if $what !~ /html/;
	unlike($text, qr/##\[/, "$what: nor such as stand anywhere in a line") if $ENV{GITHUB_ACTIONS};
	unlike($text, qr/<(?:script>alert|img src)/, "$what: no tags") if $what =~ /html|junit/;
	unlike($text, qr/(?<!\\)<(?:script|img|!--)/, "$what: no HTML") if $what =~ /markdown/;
	is(scalar(formulas($out)), 0, "$what: no formula") if $what =~ /csv|sample/;
	ok(!(grep { !eval { decode_json($_); 1 } } $what =~ /jsonl|records/ ? split /\n/, $out : $out), "$what: JSON") if $is_json;
}

# What commands say of names they cannot read.
planlint('check', "gone\e[31m\n\x{9b}31m.yaml");
unlike(decode('UTF-8', $err), qr/[\e\x9b]/, 'a message of a file that is not there');
like($err, qr/\A[^\n]*\n\z/, 'is one line');
planlint('explain', "\e[31mrule\n");
unlike($err, qr/\e/, 'nor does a rule that is not there');
planlint('check', '--set', "\e[31m=1", 'plans/usual.yaml');
unlike($err, qr/\e/, 'nor an option');
put('c.yaml', "rulez\e: 1\n\"a\\e[31m\": 2\nrules: {\"\\e[31m\": off}\n");
planlint('check', '-c', 'c.yaml', 'plans/usual.yaml');
unlike("$out$err", qr/\e/, 'nor a configuration that is refused');

done_testing();
