# planlint score: marks become precision and recall, whatever the spreadsheet did to the file.

use strict;
use warnings;
use JSON::PP;
use Schema qw(mistakes);
use Program;
use Test::More;

my @columns = qw(plan line item text due rule message mark missed raised kind population sampled milestones id);
my $id;

sub row {
	my %row = (plan => 'a.yaml', line => 3, text => "=Hold a \"meeting\"; then,\nanother", id => ++$id, sampled => 9, @_);
	return \%row;
}
sub finding { return row(kind => 'finding', population => 120, milestones => 100, rule => $_[0], mark => $_[1], @_[2 .. $#_]) }
sub milestone { return row(kind => $_[0], population => $_[0] eq 'flagged' ? 200 : 1000, missed => $_[1], @_[2 .. $#_]) }

sub csv {
	my ($separator, $end, @rows) = @_;
	return join '', map { join($separator, map { my $field = $_ // ''; $field = "'$field" if $field =~ /^=/; $field =~ s/"/""/g; "\"$field\"" } @$_) . $end }
	    [@columns], map { my $row = $_; [@$row{@columns}] } @rows;
}

my @rows = ((map { finding('meeting-only', $_ < 18 ? 'yes' : 'No') } 1 .. 20), finding('meeting-only', 'unsure'),
	finding('meeting-only', ''), (map { finding('overdue', 'yes', milestones => 0) } 1 .. 6), finding('placeholder', 'yes'),
	(map { milestone('unflagged', $_ > 2 ? 'none' : 'Meeting-only, vague-milestone') } 1 .. 40),
	(map { milestone('flagged', $_ > 1 ? '' : 'meeting-only', mark => $_ > 1 ? 'yes' : '', raised => 'overdue') } 1 .. 20),
	milestone('flagged', 'meeting-only', raised => 'overdue, meeting-only'), milestone('unflagged', ''));

sub score {
	my ($text, @words) = @_;
	put('marked.csv', $text);
	return planlint('score', @words, 'marked.csv');
}

is(score(csv(',', "\r\n", @rows), '--format', 'json'), 0, 'a marked sample') or diag($err);
my $plain = $out;
my $json = decode_json($out);
my %rule = map { $_->{rule} => $_ } @{$json->{rules}};
planlint('schema', 'score');
my $schema = decode_json($out);
is(join("\n", mistakes($schema, $json)), '', 'the json is as planlint schema score says');
isnt(join("\n", mistakes($schema, {%$json, rules => [{rule => 'overdue'}]})), '', 'which asks for all of it');
is_deeply($rule{'meeting-only'}{findings}, {population => 120, yes => 17, no => 3, unsure => 1, blank => 1}, 'marks are counted');
is($rule{'meeting-only'}{precision}{value}, 0.85, 'precision');
is($rule{'meeting-only'}{precision}{low}, 0.6396, 'from');
is($rule{'meeting-only'}{precision}{high}, 0.9476, 'to');
is_deeply($rule{'meeting-only'}{missed}, {unflagged => 2, flagged => 1}, 'what was raised there is not missed');
# right: 0.85 * 100; missed: 1000 * 2/40 + 200 * 1/21
my $recall = 85 / (85 + 50 + 200 / 21);
cmp_ok(abs($rule{'meeting-only'}{recall}{value} - $recall), '<', 0.0001, 'recall is weighed up');
cmp_ok($rule{'meeting-only'}{recall}{low}, '<', 0.45, 'and uncertain');
is($rule{'vague-milestone'}{recall}{value}, 0, 'a rule that found nothing of what was missed');
like($rule{overdue}{recall}{why_not}, qr/key actions or plans/, 'no recall of what no milestone raises');
like($rule{placeholder}{precision}{why_not}, qr/fewer than 5/, 'too few marks');
is_deeply([map { $_->{rule} } @{$json->{rules}}], [qw(meeting-only vague-milestone placeholder overdue)],
	'rules stand in the order of listing');

# The same marks however they were saved.
for my $case (['semicolons', csv(';', "\r\n", @rows)], ['tabs', csv("\t", "\n", @rows)], ['old line ends', csv(',', "\r", @rows)],
	['a byte order mark', "\xEF\xBB\xBF" . csv(',', "\n", @rows)], ['sep=', "sep=;\r\n" . csv(';', "\r\n", @rows)],
	['another order', csv(',', "\n", reverse @rows)], ['blank rows', csv(',', "\n", @rows) . (',' x 14) . "\n\n"]) {
	is(score($case->[1], '--format', 'json'), 0, "with $case->[0]") or diag($err);
	is($out, $plain, 'the same');
}
is(planlint({in => csv(',', "\n", @rows)}, 'score', '--format', 'json', '-'), 0, 'from standard input');
is($out, $plain, 'the same');

score(csv(',', "\n", @rows));
like($out, qr/^89 of 91 rows are marked, 1 as unsure and left out$/m, 'text says how many marks there are');
like($out, qr/^meeting-only +0\.85 \(0\.64 to 0\.95\) +20 +0\.59 \(0\.\d\d to 0\.\d\d\)$/m, 'and what they come to');
like($out, qr/^- precision of placeholder: fewer than 5/m, 'and what could not be estimated');
is((grep { length > 80 } split /\n/, $out), 0, 'in 80 columns');
score(csv(',', "\n", @rows), '--format', 'csv');
like($out, qr/^"meeting-only",120,100,17,3,1,1,2,1,0\.8500,0\.6396,0\.9476,"",/m, 'csv');

# What cannot be read is said with its line.
sub refused {
	my ($text, $expected, $what) = @_;
	is(score($text), 2, "$what is refused");
	like($err, $expected, 'with its place');
	is($out, '', 'and nothing else');
}
my $fine = milestone('unflagged', 'none', text => 'x');
refused('', qr/^planlint: marked\.csv:1: the file is empty$/, 'an empty file');
refused("a,b\n1,2\n", qr/marked\.csv:1: the first line names no column 'kind'/, 'another table');
refused(csv(',', "\n", $fine, {%$fine, id => 0, mark => 'perhaps'}), qr/marked\.csv:3: the mark is yes, no, unsure or blank, not 'perhaps'/, 'a mark');
refused(csv(',', "\n", $fine, {%$fine, id => 0, missed => 'meting-only'}), qr/csv:3: there is no rule 'meting-only'; did you mean 'meeting-only'\?/, 'a rule');
refused(csv(',', "\n", $fine, $fine), qr/csv:3: this row stands on line 2 already/, 'a row twice');
refused(csv(',', "\n", $fine, {%$fine, id => 0, population => 7}), qr/csv:3: the population is 7 here and 1000 further up/, 'two samples in one');
refused(csv(',', "\n", $fine, {%$fine, id => 0, population => 'many'}), qr/csv:3: 'population' should be a number here, not 'many'/, 'no number');
refused(csv(',', "\n", {%$fine, mark => 'no'}), qr/csv:2: marked no: write under 'missed'/, 'a no that says nothing');
refused(csv(',', "\n", {%$fine, mark => 'yes', missed => 'overdue'}), qr/csv:2: marked yes, and yet a rule is missed/, 'a contradiction');
refused(csv(',', "\n", {%$fine, kind => 'x'}), qr/csv:2: the kind is finding, unflagged or flagged, not 'x'/, 'a kind');
refused(csv(',', "\n", finding('overdue', 'yes', missed => 'overdue', text => '')), qr/csv:2: what was missed is told on rows of milestones/, 'missed at a finding');
refused(csv(',', "\n", finding('', 'yes')), qr/csv:2: a finding needs its rule/, 'no rule');
refused(csv(',', "\n", $fine) . "\"x,y\n", qr/csv:3: a quotation mark opens here and none closes it/, 'an open quotation');
refused(csv(',', "\n", $fine) . '"",' x 14 . "\"\",more\n", qr/csv:3: this row has more fields/, 'a row too long');
is(planlint('score', 'none.csv'), 2, 'a file that is not there');
like($err, qr/none\.csv: there is no such file/, 'is named');
is(planlint('score'), 2, 'no file');
like($err, qr/takes one file/, 'is said');

# A rule of a pack that is not at hand here.
is(score(csv(',', "\n", map { finding('house-style-x', 'yes') } 1 .. 5)), 0, 'rules of packs are as good');

done_testing;
