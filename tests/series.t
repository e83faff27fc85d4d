# Real logs of actions, one a meeting, as plans that name each other: what became of each item, as a reader found it.
#
# The logs are public, but no part of this project: where they are not beside it there is nothing to try.

use strict;
use warnings;
use Cwd;
my $here;
BEGIN { $here = getcwd }
use JSON::PP;
use Program;
use Test::More;

my $logs = "$here/../shared/corpus/public";
my @series = (
	[map { "odug-action-log-$_" } qw(2012-08 2012-11 2013-03 2013-04 2013-06)],
	[map { "cabinet-office-transparency-board-log-$_" } qw(2011-09 2011-10 2011-11)],
);
plan skip_all => 'no public logs beside the project' if grep { !-e "$logs/$_.jsonl" } map { @$_ } @series;

my $json = JSON::PP->new->allow_nonref->utf8;
sub quoted { return $json->encode($_[0]) } # JSON is YAML

sub rows {
	my ($log) = @_;
	return map { $json->decode($_) } grep { /\S/ } split /\n/, get("$logs/$log.jsonl");
}

sub item {
	my ($row) = @_;
	my $text = '      - text: ' . quoted($row->{text}) . "\n";
	$text .= '        due: ' . quoted($row->{due}) . "\n" if $row->{due};
	return $text . "        carried_forward: yes\n" if $row->{status} =~ /^carried forward/i;
	return $text . ($row->{status} ? '        status: ' . quoted($row->{status}) . "\n" : '');
}

sub write_plan {
	my ($log, $previous) = @_;
	my ($year, $month) = $log =~ /(\d+)-(\d+)$/;
	my (@order, %items);
	for my $row (rows($log)) {
		push @order, $row->{key_action} if !$items{$row->{key_action}};
		$items{$row->{key_action}} .= item($row);
	}
	put("$log.yaml", "plan:\n  title: $log\n  period: {start: $year-$month-01, end: $year-$month-28}\n"
		. ($previous ? "  previous: $previous.yaml\n" : '') . "key_actions:\n"
		. join '', map { '  - title: ' . quoted($_) . "\n    milestones:\n$items{$_}" } @order);
}

for my $logs (@series) {
	write_plan($logs->[$_], $_ ? $logs->[$_ - 1] : undef) for 0 .. $#$logs;
}

sub milestones {
	my ($was, $is) = @_;
	is(planlint('compare', '--isolated', '--format', 'json', "$was.yaml", "$is.yaml"), 0, "$was and $is") or diag $err;
	my ($plan) = @{ decode_json($out)->{files}[0]{plans} };
	ok($plan->{two_periods}, 'are of two periods');
	return @{ $plan->{milestones} };
}

my (%pairs, %fates);
for my $logs (@series) {
	for (1 .. $#$logs) {
		for my $one (milestones($logs->[$_ - 1], $logs->[$_])) {
			$fates{$one->{fate}}++ if $one->{fate};
			$pairs{$one->{old}{text}}{$one->{new}{text}} = 1 if $one->{old} && $one->{new};
		}
	}
}

# ---- what a reader would say of all pairs

my @turns = grep { my $old = $_; grep { turn($old) && turn($_) && turn($old) ne turn($_) } keys %{$pairs{$old}} } keys %pairs;
sub turn { return $_[0] =~ /\b(\w+(?:th|first|second|third)) meeting\b/ ? $1 : '' }
is("@turns", '', 'the minutes of one meeting are not those of another');
my $same = grep { my $old = $_; $pairs{$old}{$old} } keys %pairs;
my $other = grep { my $old = $_; grep { $_ ne $old } keys %{$pairs{$old}} } keys %pairs;
cmp_ok($same, '>', 20, 'most of what stands again stands in the same words');
cmp_ok($other, '>=', 7, 'and some in others');
my ($agreement) = grep { /copy of the proposed agreement/ } keys %pairs;
like(join('', keys %{$pairs{$agreement // ''}}), qr/now passed to/, 'what was added to is the same');
ok(!$pairs{'Establish workstream'}, 'to establish something is not to write its terms of reference');
cmp_ok($fates{carried_forward}, '>=', 34, 'what is said to be carried forward is found');

is(planlint('sweep', '--isolated', '--fail-on', 'never', '--select', 'repeated-rollover', '--format', 'json', '.'), 0, 'a sweep');
my @found = @{ decode_json($out)->{findings} };
cmp_ok(scalar @found, '>=', 15, 'finds what was put off again and again');
is(scalar(grep { @{$_->{related}} < 2 } @found), 0, 'and where it stood before');
my ($longest) = sort { @{$b->{related}} <=> @{$a->{related}} } @found;
like($longest->{message}, qr/again 3 times since 2012-11-01$/, 'how often, and since when');

done_testing();
