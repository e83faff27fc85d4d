# --previous: last period's plans are found in a folder by organisation and title, and the chain goes on from there.

use strict;
use warnings;
use JSON::PP;
use Schema qw(mistakes);
use Program;
use Test::More;

sub plan_of {
	my ($title, $period, $text, $due, %more) = @_;
	return "plan:\n  title: $title\n  organisation: @{[$more{of} // 'Isle Council']}\n"
	    . ($period ? "  period: $period\n" : '') . ($more{previous} ? "  previous: $more{previous}\n" : '')
	    . "key_actions:\n  - ref: KA1\n    title: Bring the ferry back\n    milestones:\n"
	    . "      - {id: M1, text: $text, due: $due}\n";
}
sub found { join ' ', sort $out =~ /\[((?:lost|repeated|date)[a-z-]+)\]/g }
my @rules = ('--isolated', '--fail-on', 'never', '--select', 'lost-milestone,date-only-rollover,repeated-rollover');

put('old/2008/ferry.yaml', plan_of('Ferry plan 2008/09', '2008/09', 'Landing stage rebuilt in oak', '2009-03-31'));
put('old/2009/plan.yaml', plan_of('Ferry plan 2009/10', '2009/10', 'Landing stage rebuilt in oak', '2010-03-31'));
put('old/2009/other.yaml', plan_of('Ferry plan 2009/10', '2009/10', 'Café let to a tenant', '2010-03-31', of => 'Shire Council'));
put('old/2011/plan.yaml', plan_of('Ferry plan 2011/12', '2011/12', 'Lighthouse rewired', '2012-03-31'));
put('old/broken.yaml', "plan: [\n");
put('old/services.yaml', $plan{other});
put('now.yaml', plan_of('"Ferry Plan: 2010-11"', '2010/11', 'Landing stage rebuilt in oak', '2011-03-31'));

is(planlint('check', @rules, 'now.yaml'), 0, 'alone');
is(found(), '', 'nothing is known of last period');
like($out, qr/names no previous plan/, 'which is said');
is(planlint('check', @rules, '--previous', 'old', 'now.yaml'), 0, 'with --previous') or diag $err;
is(found(), 'date-only-rollover repeated-rollover', 'the latest plan before of the same organisation and title is found');
like($out, qr{old/2009/plan\.yaml}, 'and named');
like($out, qr{carried forward or set again twice since 2008/09}, 'and the one before it');
unlike($out, qr{2011/plan|other\.yaml|names no previous}, 'no later one and none of others');
my $once = $out;
planlint('check', @rules, '--previous', 'old', '-j', '2', 'now.yaml');
is($out, $once, 'the same on several threads');
planlint('check', @rules, '--previous', 'old/2008', '--previous', 'old/2009', 'now.yaml');
is(found(), 'date-only-rollover repeated-rollover', 'several folders');
planlint('check', @rules, '--previous', '.', 'now.yaml');
is(found(), 'date-only-rollover repeated-rollover', 'a folder that holds the plan itself');

put('named.yaml', plan_of('Ferry plan 2010/11', '2010/11', 'Landing stage rebuilt in oak', '2011-03-31', previous => 'old/2009/other.yaml'));
planlint('check', @rules, '--previous', 'old', 'named.yaml');
is(found(), 'lost-milestone', 'what the plan names itself comes first');

put('dateless.yaml', plan_of('Ferry plan', undef, 'Landing stage rebuilt in oak', '2011-03-31'));
planlint('check', @rules, '--previous', 'old', 'dateless.yaml');
is(found(), '', 'a plan that does not say of when it is follows none');
put('titled.yaml', plan_of('Ferry plan 2010/11', undef, 'Landing stage rebuilt in oak', '2011-03-31'));
planlint('check', @rules, '--previous', 'old', 'titled.yaml');
is(found(), 'date-only-rollover repeated-rollover', 'the year in its title is enough');

planlint('check', '--isolated', '--fail-on', 'never', '--select', 'repeated-rollover', '--set', 'repeated-rollover.times=3',
	'--previous', 'old', 'now.yaml');
is(found(), '', 'how often is an option');
is(planlint('check', '--previous', 'gone', 'now.yaml'), 2, 'no such folder');
like($err, qr/^planlint: gone: /, 'is said');

planlint('sweep', '--isolated', '--fail-on', 'never', '--previous', 'old', 'now.yaml');
like($out, qr/\[repeated-rollover\]/, 'in a sweep the rule runs by itself');
planlint('check', '--isolated', '--fail-on', 'never', '--previous', 'old', 'now.yaml');
unlike($out, qr/\[repeated-rollover\]/, 'in a check only where it is asked for');


planlint('sweep', '--isolated', '--fail-on', 'never', '--previous', 'old', 'now.yaml', 'old/2009');
like($out =~ s/\n +/ /gr, qr/^since last period \(2 plans\), of 2 milestones: 2 set again without saying so; 0 new; 1 put off twice or more$/m,
	'a sweep says what became of last period') or diag $out;
planlint('schema', 'output');
my $schema = decode_json($out);
planlint('sweep', '--isolated', '--format', 'json', '--previous', 'old', 'now.yaml', 'old/2009');
my $report = decode_json($out);
is(join("\n", mistakes($schema, $report)), '', 'in json as the schema has it');
is_deeply($report->{summary}{since_last_period}, {plans => 2, milestones => 2, completed => 0, carried_forward => 0,
	set_again => 2, dropped => 0, lost => 0, new => 0, put_off_twice => 1}, 'with the counts');
planlint('check', '--isolated', '--format', 'json', '--previous', 'old', 'now.yaml');
ok(!exists decode_json($out)->{summary}{since_last_period}, 'which a check does not count');

my @once = ('--select', 'repeated-rollover', '--previous', 'old');
is(planlint('baseline', 'create', @once, 'now.yaml'), 0, 'a baseline knows what was found so');
is(planlint('check', @once, '--baseline', '.planlint-baseline.json', 'now.yaml'), 0, 'from then on');
is(planlint('check', @once, 'now.yaml'), 1, 'and without it it counts');

put('secret.yaml', plan_of('Ferry plan 2010/11', '2010/11', 'Landing stage rebuilt in oak', '2011-03-31'));
put('old/2008/ferry.yaml', get('old/2008/ferry.yaml') =~ s/(due: 2009-03-31)/$1, lead_officer: Minna Oake/r
	=~ s/Bring the ferry/Minna Oake brings the ferry/r);
planlint('check', @rules, '--redact', '--previous', 'old', 'secret.yaml');
like($out, qr/repeated-rollover/, 'with --redact');
unlike($out, qr/Minna|Oake/, 'the officers of every period are hidden');

done_testing();
