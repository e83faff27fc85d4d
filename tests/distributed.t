# examples/distributed finds the same groups as the sweep's own rule.

use strict;
use warnings;
use Cwd;
my $here;
BEGIN { $here = getcwd }
use JSON::PP;
use Program;
use Test::More;

plan skip_all => 'no jq here' if system('command -v jq >/dev/null 2>&1') != 0;

# Milestones are made of few words, so that many are alike: in words, in all but one word, number, place, stage or verb, and
# in words of another weight. A generator of its own, so that they are the same each time.
my $seed = 7;
sub pick { $seed = ($seed * 1103515245 + 12345) & 0x7fffffff; return $_[($seed >> 8) % @_] }

my @verbs = qw(Repair Publish Open Approve Begin Review);
my @things = ('lighting', 'the guide', 'benches', 'the survey', 'play areas', 'a footbridge', 'Lighting');
my @places = ('Abbey Park', 'Northgate', 'the riverside path', 'Mill Lane', 'the market square', 'Eastfield School');
for my $number (1 .. 24) {
	my $plan = '';
	for my $document (0 .. $number % 3 == 0) {
		$plan .= "---\n" if $document;
		$plan .= "plan: {title: Plan " . ($number % 9) . ($document ? ' more' : '') . ", organisation: Body " . ($number % 4) . "}\nkey_actions:\n"
		    . "  - title: Work\n    milestones:\n";
		for (1 .. 40) {
			my $words = join ' ', pick(@verbs), pick('', '', pick(5, 12, 300)), pick(@things), 'in', pick(@places), 'and', pick(@places),
			    pick('', 'with the tenants', 'on 21 Jan', 'for wheelchairs');
			$words = pick("$words completed", lc $words, $words, $words);
			$plan .= "      - {text: \"" . ($words =~ s/ +/ /gr) . "\"" . pick('', '', '', ', status: cancelled') . "}\n";
		}
	}
	put("plans/$number.yaml", $plan);
}
put('plans/none.yaml', $plan{other});

my @more = ('--set', 'duplicate-across-plans.places=1000000');
planlint('sweep', '--select', 'duplicate-across-plans', @more, '--format', 'json', 'plans');
my $own = join '', map {
	join("\t", map { "$_->{path}:$_->{range}{start}{line}" } $_, @{$_->{related}}) . "\n"
} @{decode_json($out)->{findings}};
cmp_ok(scalar(split /\n/, $own), '>', 60, 'there are groups');
cmp_ok($own =~ tr/\t//, '>', 120, 'of several members');

sub joined {
	my ($jobs) = @_;
	return scalar qx(PLANLINT='$planlint' JOBS=$jobs sh $here/examples/distributed/duplicates.sh plans 2>&1);
}
is(joined(1), $own, 'records joined by awk and sort give the same');
is(joined(3), $own, 'in several parts');

done_testing;
