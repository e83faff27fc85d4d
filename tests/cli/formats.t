# The machine formats: each is one document, valid with and without findings, and nothing that stands in a plan can break out
# of it.

use strict;
use warnings;
use utf8;
use Cwd 'abs_path';
use JSON::PP;
use Schema 'mistakes';
use Test::More;

my $schema_path;
BEGIN { $schema_path = abs_path('../shared/schemas/sarif-2.1.0.json') }
use Program; # goes into a folder of its own

my @formats = qw(text concise json jsonl sarif github gitlab junit csv markdown html);

# ---- what each format must be

# A small reader of XML: tags that match, attributes in quotes, no other character that XML has a meaning for.
sub xml_mistakes {
	my ($text) = @_;
	my @open;
	return 'no declaration' if $text !~ s/^<\?xml version="1.0" encoding="UTF-8"\?>\n//;
	while ($text =~ /\G(?:([^<&]+)|(&(?:amp|lt|gt|quot|#39);)|<(\/?)([a-z][\w-]*)((?: [a-zA-Z-]+="[^"<]*")*)(\/?)>)/gc) {
		next if !defined $4;
		return "a raw & in $5" if defined $5 && $5 =~ /&(?!(?:amp|lt|gt|quot|#39);)/;
		if ($3) {
			my $last = pop @open // '';
			return "$4 closes $last" if $last ne $4;
		} elsif (!$6) {
			push @open, $4;
		}
	}
	return 'not XML from ' . substr $text, pos($text) // 0, 60 if (pos($text) // 0) < length $text;
	return @open ? "open at the end: @open" : ();
}

# The page is XML but for its first line, and for style and script, which are the same in every page and hold no </.
sub html_mistakes {
	my ($text) = @_;
	return 'no doctype' if $text !~ s/^<!DOCTYPE html>\n/<?xml version="1.0" encoding="UTF-8"?>\n/;
	for my $raw (qw(style script)) {
		return "not one $raw" if 1 != ($text =~ s/<$raw>.*?<\/$raw>//gs);
	}
	my %ids;
	return 'ids twice' if grep { $ids{$_}++ } $text =~ / id="([^"]*)"/g;
	my @lost = grep { !$ids{$_} } $text =~ / href="#([^"]*)"/g;
	return @lost ? "links to nothing: @lost" : xml_mistakes($text);
}

sub csv_rows {
	my ($text) = @_;
	my @rows;
	while ($text =~ /\G((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*)\r\n/gc) {
		my ($line, @fields) = ($1);
		push @fields, defined $1 ? $1 =~ s/""/"/gr : $2 while $line =~ /\G(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g;
		push @rows, \@fields;
	}
	return (pos($text) // 0) == length $text ? @rows : ();
}

# One look at the whole document a format.
my $sarif_schema = $schema_path && -e $schema_path && decode_json(get($schema_path));
my %valid = (
	text => sub { $_[0] =~ /\n\z/ },
	concise => sub { !grep { !/^.+?:\d+:\d+: (?:error|warning|info) [a-z-]+ \S/ } split /\n/, $_[0] },
	json => sub { eval { ref decode_json($_[0]) eq 'HASH' } },
	jsonl => sub { my @lines = map { eval { decode_json($_) } || die "no JSON: $_" } split /\n/, $_[0]; !exists $lines[-1]{rule} },
	sarif => sub {
		my $log = eval { decode_json($_[0]) } or return 0;
		my @wrong = $sarif_schema ? mistakes($sarif_schema, $log) : ();
		diag(join "\n", @wrong) if @wrong;
		return !@wrong && $log->{version} eq '2.1.0' && @{$log->{runs}} == 1 && ref $log->{runs}[0]{results} eq 'ARRAY'
		    && $log->{runs}[0]{tool}{driver}{name} eq 'planlint';
	},
	github => sub { !grep { !/^::(?:error|warning|notice) [^\r]+?::\S/ } split /\n/, $_[0] },
	gitlab => sub {
		my $issues = eval { decode_json($_[0]) };
		return 0 if ref $issues ne 'ARRAY';
		my %prints;
		return !grep { !length $_->{description} || !length $_->{check_name} || $_->{severity} !~ /^(?:info|minor|major|critical|blocker)$/
		    || !length $_->{location}{path} || $_->{location}{lines}{begin} !~ /^[1-9]\d*$/ || $prints{$_->{fingerprint}}++ } @$issues;
	},
	junit => sub { my @wrong = xml_mistakes($_[0]); diag(@wrong) if @wrong; !@wrong },
	csv => sub {
		my @rows = csv_rows($_[0]);
		return @rows && !grep { @$_ != 15 } @rows;
	},
	markdown => sub { $_[0] =~ /^## planlint\n/ },
	html => sub { my @wrong = html_mistakes($_[0]); diag(@wrong) if @wrong; !@wrong },
);

# ---- plans

put('quiet/plan.yaml', $plan{fine} =~ s/period: 2010\/11/period: 2010\/11, previous: none/r);
put("plans/$_.yaml", $plan{$_}) for qw(late broken fine);
put('plans/noted.yaml', $plan{late} =~ s/2012-01-31/2012-01-31 # planlint: ignore[deadline-outside-period] -- "agreed, with funders"/r);

# What each language that a report is written in would take for its own.
my @hostile = (
	'=cmd|"/c calc"!A1', '+1+1', '-2+3', '@SUM(A1)', "\t=1", '</testcase><script>alert(1)</script>', ']]> <!-- & &amp; "quoted" -->',
	'::error file=x::forged', "%0A::warning::forged", "line\n::error::forged\nend", 'a,b;c"d', '| x | <img src=x onerror=y> `code` |',
	'[link](https://example.org) @somebody #1', "\e[31mred\e]8;;x\e\\ \x07 \x{9b}31m", "\x{202e}reversed\x{2066}", '{0} %s %n %1$s', '\\u0000 \\',
	"\x{fffe}\x{ffff}\x{1F4DA}",
);
my $hostile = "plan: {title: Hostile plan, period: 2010/11}\nkey_actions:\n";
my $json = JSON::PP->new->allow_nonref->ascii;
$hostile .= "  - ref: " . $json->encode("K$_ $hostile[$_]") . "\n    title: " . $json->encode($hostile[$_]) . "\n"
    . "    lead_officer: " . $json->encode($hostile[$_]) . "\n    smart_targets: [{id: " . $json->encode($hostile[$_]) . ", text: x}]\n"
    . "    links: [{to: " . $json->encode($hostile[$_]) . "}]\n    status: " . $json->encode($hostile[$_]) . "\n"
    . "    milestones:\n      - {id: " . $json->encode($hostile[$_]) . ", text: " . $json->encode("$hostile[$_] meeting held")
    . ", due: 2012-01-31} # planlint: ignore[meeting-only] -- =1+1 </x> ::error::\n" for 0 .. $#hostile;
put('hostile/pl,an: 100%#1.yaml', $hostile);

for my $format (@formats) {
	for my $folder (qw(quiet plans hostile)) {
		like(planlint('check', '--profile', 'research', '--format', $format, $folder), qr/^[01]$/, "$format: $folder");
		ok($valid{$format}->($out), "$format: $folder gives a valid document") or diag(substr $out, 0, 2000);
		is($err, '', "$format: $folder says nothing else") if $format ne 'concise';
		unlike($out, qr/[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f]/, "$format: $folder leaves no control characters");
		utf8::decode(my $text = $out);
		unlike($text, qr/[\x{80}-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}\x{fffe}\x{ffff}]/, "$format: nor what steers the screen")
		    if $format !~ /^json|^sarif|^gitlab/ || $folder ne 'hostile';
	}
	planlint('check', '--format', $format, '--allow-empty', '--include', '*.none', '.');
	is($status, 0, "$format: no plan at all");
	ok($format eq 'text' || $valid{$format}->($out) || ($format eq 'jsonl' && $out), "$format: is a valid document then too") or diag($out);
}

# ---- the hostile plan once more, by what each reader would do

planlint('check', '--profile', 'research', '--format', 'csv', 'hostile');
my @cells = map { @$_ } csv_rows($out);
ok(!(grep { /^[=+\-@\t\r]/ } @cells), 'csv: no cell begins a formula') or diag(grep { /^[=+\-@\t\r]/ } @cells);
ok((grep { /^'=/ } @cells), 'csv: the words are there all the same');
planlint('check', '--profile', 'research', '--format', 'github', 'hostile');
ok(!(grep { /^::/ && !/^::(?:error|warning|notice) (?:file=hostile\/pl%2Can%3A 100%25#1\.yaml,|title=planlint)/ } split /\n/, $out),
	'github: no command but our own') or diag($out);
planlint('check', '--profile', 'research', '--format', 'markdown', 'hostile');
unlike($out, qr/<(?!br>|\/?sub>)|(?<!\\)\[|(?<!\\)`|@/, 'markdown: no HTML, link, code or mention of the plan\'s');
my %columns;
$columns{(() = s/\\.//gr =~ /\|/g)}++ for grep { /^\|/ } split /\n/, $out;
is_deeply([keys %columns], [5], 'markdown: every row has its columns');
planlint('check', '--profile', 'research', '--format', 'sarif', 'hostile');
my $log = decode_json($out);
my @uris = map { $_->{locations}[0]{physicalLocation}{artifactLocation}{uri} } @{$log->{runs}[0]{results}};
is_deeply([grep { $_ ne 'hostile/pl%2Can%3A%20100%25%231.yaml' } @uris], [], 'sarif: the path is a URI');
is((grep { $_->{message}{text} =~ /\]\(/ } @{$log->{runs}[0]{results}}), 0, 'sarif: no link of the plan\'s');
planlint('check', '--color', 'always', '--profile', 'research', 'hostile');
unlike($out =~ s/\e\[[0-9;]*m//gr, qr/\e|\x07/, 'text: no escape but our own colours');

# ---- sarif

planlint('check', '--format', 'sarif', 'plans');
my $run = decode_json($out)->{runs}[0];
my @results = @{$run->{results}};
my %worth = (error => 2, warning => 1, note => 0);
is_deeply([map { $worth{$_->{level}} } @results], [sort { $b <=> $a } map { $worth{$_->{level}} } @results], 'sarif: the worst come first');
my @rules = @{$run->{tool}{driver}{rules}};
ok(!(grep { !length $_->{help}{text} || !length $_->{help}{markdown} || !length $_->{shortDescription}{text} } @rules), 'sarif: every rule has help');
cmp_ok(scalar @rules, '>', 30, 'sarif: all enabled rules are there');
ok(!(grep { $rules[$_->{ruleIndex}]{id} ne $_->{ruleId} } @results), 'sarif: ruleIndex leads to the rule');
ok(!(grep { $_->{partialFingerprints}{'planlint/v1'} !~ /^[0-9a-f]{32}$/ } @results), 'sarif: fingerprints');
my ($suppressed) = grep { $_->{suppressions} } @results;
is($suppressed->{suppressions}[0]{kind}, 'inSource', 'sarif: suppressed findings say so');
is($suppressed->{suppressions}[0]{justification}, '"agreed, with funders"', 'sarif: and why');
my @notes = map { $_->{message}{text} } @{$run->{invocations}[0]{toolExecutionNotifications}};
ok((grep { /^Not checked: / } @notes), 'sarif: what was not checked');
mkdir 'elsewhere';
my $here = Cwd::getcwd();
mkdir '.git';
chdir 'elsewhere';
planlint('check', '--format', 'sarif', '../plans/late.yaml');
is(decode_json($out)->{runs}[0]{results}[0]{locations}[0]{physicalLocation}{artifactLocation}{uri}, 'plans/late.yaml', 'sarif: paths from the root, wherever it runs');
my $elsewhere = decode_json($out)->{runs}[0]{results}[0]{partialFingerprints};
planlint('check', '--format', 'github', "$here/plans/late.yaml");
like($out, qr/^::warning file=plans\/late\.yaml,/m, 'github: likewise');
chdir '..';
planlint('check', '--format', 'sarif', 'plans/late.yaml');
is_deeply(decode_json($out)->{runs}[0]{results}[0]{partialFingerprints}, $elsewhere, 'fingerprints do not depend on where it runs');
rmdir '.git';

# ---- states: suppressed findings in json, jsonl, sarif and csv only

for my $format (@formats) {
	planlint('check', '--format', $format, 'plans/noted.yaml');
	my $shows = $out =~ /deadline-outside-period/ && $out =~ /agreed, with funders/;
	is(!!$shows, !!($format =~ /^(?:jsonl?|sarif|csv)$/), "$format: suppressed findings");
	is($status, 0, "$format: do not count");
}

# ---- what was not checked is in every report that has a place for it

for my $format (grep { $_ ne 'concise' } @formats) {
	planlint('check', '--format', $format, 'plans/fine.yaml');
	like($out, qr/as\\?_at/, "$format: says what was not checked");
}

# ---- github

my $many = "plan: {title: Many, period: 2010/11}\nkey_actions:\n  - title: Repair paths\n    expected_outcome: Wheelchairs reach every bench\n    milestones:\n";
$many .= "      - {id: M$_, text: $_ metres of path resurfaced at site $_, due: 2012-01-31}\n" for 1 .. 14;
$many .= "      - {id: M$_, text: $_ metres of fence mended at site $_, due: 31/02/2010}\n" for 15 .. 27;
put('many.yaml', $many);
planlint('check', '--format', 'json', 'many.yaml');
my $total = @{decode_json($out)->{findings}};
planlint('check', '--format', 'github', 'many.yaml');
my %said;
$said{$1}++ while $out =~ /^::(\w+)/mg;
is($said{error}, 10, 'github: ten errors');
is($said{warning}, 10, 'github: ten warnings');
cmp_ok($said{notice}, '<=', 10, 'github: ten notices at most');
my $left = $total - 20 - ($said{notice} - 1);
like($out, qr/^::notice title=planlint::$left more findings are not shown here/m, 'github: and what is left');
like($out, qr/^::error /, 'github: the worst first');
{
	local $ENV{GITHUB_ACTIONS} = 'true';
	planlint('check', 'plans/late.yaml');
	like($out, qr/^warning\[.*^::warning file=/ms, 'GITHUB_ACTIONS: annotations behind the text');
	planlint('check', '--format', 'json', 'plans/late.yaml');
	ok($valid{json}->($out), 'but not behind what was asked for');
	local $ENV{GITHUB_ACTIONS} = 'false';
	planlint('check', 'plans/late.yaml');
	unlike($out, qr/^::/m, 'and not elsewhere');
}
put('lines.yaml', $plan{late} =~ s/text: 40 metres/text: >-\n          Meeting\n          held/r);
planlint('check', '--format', 'github', 'lines.yaml');
ok(!(grep { /line=(\d+),endLine=(\d+)/ && $1 != $2 && /col=/ } split /\n/, $out), 'github: no column on several lines');

# ---- junit: what fails the run fails its case

planlint('check', '--format', 'junit', 'plans/late.yaml');
like($out, qr/<testcase classname="plans\/late.yaml" name="deadline-outside-period"><failure /, 'junit: a case a rule');
planlint('check', '--format', 'junit', '--fail-on', 'error', 'plans/late.yaml');
unlike($out, qr/<failure/, 'junit: --fail-on decides');
like($out, qr/<system-out>plans\/late\.yaml:\d+:\d+: warning/, 'junit: what does not fail is said all the same');

# ---- several at once, and files that cannot be written

planlint('check', map({ ('--format', $_, '-o', "all.$_") } @formats), 'plans');
for my $format (@formats) {
	planlint('check', '--format', $format, 'plans');
	is(get("all.$format"), $out, "$format: in a file as on the screen");
	is(planlint('check', '--format', $format, '-o', '/dev/full', 'plans'), 2, "$format: a full disk");
	like($err, qr/can't write \/dev\/full: No space left/, "$format: is said");
	put('old', 'old');
	is(planlint('check', '--format', $format, '-o', 'old', '--format', 'text', '-o', 'no/folder', 'plans'), 2, "$format: a run that fails");
	is(get('old'), 'old', "$format: leaves the old file");
	system("( sleep 0.1; '$planlint' check --format $format plans 2>.err; echo \$? >.rc ) | true");
	is(get('.rc'), "2\n", "$format: a closed pipe");
}

# ---- a file that cannot be read

SKIP: {
	skip 'root reads everything', 8 if $> == 0;
	put('closed/a.yaml', $plan{fine});
	chmod 0, 'closed/a.yaml';
	for my $format (@formats) {
		is(planlint('check', '--format', $format, 'closed', 'plans/fine.yaml'), 2, "$format: an unreadable file");
		ok($valid{$format}->($out), "$format: leaves a valid document");
	}
}

done_testing;
