# --by: findings per 100 milestones, with what they are divided by.

use strict;
use warnings;
use JSON::PP;
use Schema qw(mistakes);
use Program;
use Test::More;

my $command = 'sweep';

sub text_of {
	my ($head, @actions) = @_;
	return "plan: {title: Park plan, $head}\nkey_actions:\n" . join '', @actions;
}
put('a.yaml', text_of('organisation: Parkside, period: 2010/11, as_at: 2010-10-01',
	"  - {title: Repair the paths, lead_officer: Ada Fell, deadline: 2010-12-31, expected_outcome: Wheelchairs reach every bench, milestones: [\n",
	"     {text: Workshop held, due: 2010-05-31, status: completed},\n",
	"     {text: Meeting of the team, due: 2012-05-31, status: in progress, lead_officer: ada fell},\n",
	"     {text: 40 metres of path resurfaced, due: 2010-09-01, status: in progress, lead_officer: Bo Reed}]}\n"));
put('b.yaml', text_of('organisation: parkside',
	"  - {title: Plant trees, lead_officer: Ada Fell, expected_outcome: Shade, milestones: [\n",
	"     {text: 20 oaks planted at the gate, due: 2010-05-31},\n",
	"     {text: Meeting of gardeners, due: tbc}]}\n")
	. "---\n" . text_of('period: 2010/11, template: three-year, as_at: 2010-10-01', "  - {title: Empty, priorities: []}\n"));
put('c.yaml', $plan{broken});

my @select = ('--profile', 'research', '--select', 'meeting-only,overdue,missing-outcome,deadline-outside-period,yaml-syntax,no-milestones');

# Rows of csv by field and value.
sub rates {
	my %row;
	is(planlint($command, @_, '--format', 'csv', '.'), 1, "rates $_[-1]") or diag($err);
	for (split /\r\n/, $out) {
		my ($by, $value, @numbers) = split /,/, tr/"//dr, -1;
		$row{$by}{$value} = "@numbers[0 .. 2]" . (length $numbers[5] ? " not $numbers[5] aside $numbers[6]" : '');
	}
	return \%row;
}

my $rates = rates(@select, '--by', 'rule,plan,organisation,template,officer', '--by', 'quarter,plan');
is($rates->{all}{''}, '6 5 7', 'milestones, those flagged, findings');
is_deeply($rates->{rule}, {
	'meeting-only' => '6 3 3 not 0 aside 0',
	'overdue' => '4 1 1 not 2 aside 0', # one of the plans gives no day to compare with
	'deadline-outside-period' => '4 1 1 not 2 aside 0', # nor a period
	'missing-outcome' => '6 1 1 not 0 aside 0', # on a key action that is its own milestone
	'no-milestones' => '6 0 0 not 0 aside 0',
	'yaml-syntax' => '6 0 1 not 0 aside 0', # on no milestone
}, 'rules, and what they could not look at');
is_deeply($rates->{plan}, {'a.yaml' => '3 3 4', 'b.yaml' => '2 1 1', 'b.yaml#2' => '1 1 1', 'c.yaml' => '0 0 1'}, 'plans');
is_deeply($rates->{organisation}, {Parkside => '5 4 5', '' => '1 1 2'}, 'organisations, whatever their case');
is_deeply($rates->{template}, {'three-year' => '1 1 1', '' => '5 4 6'}, 'templates');
is_deeply($rates->{officer}, {'Ada Fell' => '4 3 4', 'Bo Reed' => '1 1 1', '' => '1 1 1'}, 'officers');
is_deeply($rates->{quarter}, {'2010-04 to 2010-06' => '2 1 1', '2010-07 to 2010-09' => '1 1 1', '2012-04 to 2012-06' => '1 1 2',
	'' => '2 2 2'}, 'quarters');
like($out, qr/^"rule","meeting-only",6,3,3,50\.0000,0\.5000,0,0\r$/m, 'rates and shares');
like($out, qr/^"plan","c\.yaml",0,0,1,,,,\r$/m, 'no rate where there are no milestones');
my $csv = $out;

planlint($command, @select, '--by', 'rule,plan,organisation,template,officer,quarter', '--format', 'csv', '-j', 3, '.');
is($out, $csv, 'the same on several threads');
like($csv, qr/"overdue".*"missing-outcome".*"no-milestones"/s, 'the highest rate first');
like($csv, qr/"2010-04 to .*"2010-07 to .*"2012-04 to .*"quarter","",/s, 'quarters as they come');

# Of a plan that says nothing of a rule's day, what the rule finds all the same stands aside.
put('aside/a.yaml', text_of('period: 2010/11', "  - title: Plant trees\n    achievements: [{id: A1, text: 20 oaks planted, status: in progress, percent_complete: 90}]\n"
	. "    milestones:\n      - {text: 20 oaks planted, carried_forward: {from: A1}}\n      - {text: Lamps mended, percent_complete: 20}\n"));
planlint($command, '--select', 'almost-complete', '--by', 'rule', '--format', 'csv', 'aside');
like($out, qr/^"all","",2,1,1,.*^"rule","almost-complete",0,0,0,,,2,1\r$/ms, 'it is counted apart');
unlink 'aside/a.yaml';

# Priorities by title; a milestone counts under each that its key action serves.
put('serve/a.yaml', "plan: {title: Park plan, template: three-year}\npriorities:\n"
	. "  - {id: 1, title: Clean air, targets: [\"30% less soot\"]}\n  - {id: 2, title: Quiet streets}\n"
	. "key_actions:\n  - {title: Workshop, priorities: [1, 2, 2], due: 2010-05-31}\n  - {title: Plant 20 oaks, priorities: [2], due: 2010-06-30}\n");
my $serve = planlint($command, '--select', 'meeting-only', '--by', 'priority', '--format', 'csv', 'serve');
like($out, qr/^"priority","Clean air",1,1,1,100\.0000,1\.0000,,\r\n"priority","Quiet streets",2,1,1,50\.0000,0\.5000,,\r$/m, 'priorities');
unlink 'serve/a.yaml';

# Text and json.
is(planlint($command, @select, '--by', 'rule,officer', '.'), 1, 'text');
like($out, qr/^findings: 7; milestones: 6, in plans: 4; 116\.7 findings per 100 milestones;/, 'begins with the whole');
like($out, qr/^rule +per 100 +findings +milestones +flagged +left out\nmeeting-only +50\.0 +3 +6 +50\.0%\n/m, 'a table');
like($out, qr/^overdue +25\.0 +1 +4 +25\.0% +2$/m, 'with what is left out');
like($out, qr/^found nothing: no-milestones$/m, 'and what found nothing');
like($out, qr/^no officer is named +100\.0 .*\n1 finding is about a whole plan or file not here$/m, 'what belongs to nobody');
is((grep { length > 80 } split /\n/, $out), 0, 'in 80 columns');
planlint($command, @select, '--by', 'rule,officer', '--format', 'json', '.');
my $json = decode_json($out);
is($json->{schema}, 'planlint-rates-1', 'json');
is_deeply([@$json{qw(plans milestones flagged findings)}], [4, 6, 5, 7], 'with the whole');
my ($overdue) = grep { $_->{value} eq 'overdue' } @{$json->{tables}[0]{rows}};
is_deeply($overdue, {value => 'overdue', milestones => 4, flagged => 1, findings => 1, per_100 => 25, share => 0.25,
	not_applicable => 2, set_aside => 0}, 'and the same numbers');
is($json->{tables}[1]{elsewhere}, 1, 'those elsewhere');
is($json->{tables}[1]{rows}[-1]{value}, undef, 'the nameless last');
planlint('schema', 'rates');
my $schema = decode_json($out);
is(join("\n", mistakes($schema, $json)), '', 'as planlint schema rates says');
planlint($command, '--by', 'rule,plan,organisation,template,officer,priority,quarter', '--as-of', '2010-10-01', '--format', 'json', '.');
is(join("\n", mistakes($schema, decode_json($out))), '', 'whatever is asked for');
planlint($command, '--allow-empty', '--by', 'rule', '--format', 'json', '--exclude', '*.yaml', '.');
is(join("\n", mistakes($schema, decode_json($out))), '', 'and where there is nothing');
delete $json->{tables}[0]{rows}[0]{share};
isnt(join("\n", mistakes($schema, $json)), '', 'but not without a share');

# Suppressed findings are none; other formats stay what they are; officers can be redacted.
put('one/a.yaml', $plan{late} =~ s/(2012-01-31)/$1 # planlint: ignore[deadline-outside-period]/r);
is(planlint($command, '--by', 'rule', '--format', 'csv', 'one'), 0, 'a suppressed finding');
like($out, qr/^"all","",1,0,0,/m, 'is not counted');
is(planlint($command, '--by', 'rule', '--format', 'jsonl', '-o', 'f.jsonl', '--format', 'csv', '-o', 'r.csv', 'one'), 0, 'beside findings');
like(get('f.jsonl'), qr/"state":"suppressed"/, 'which are written as ever');
like(get('r.csv'), qr/^by,value,/, 'rates');
for my $format (qw(text json csv)) {
	planlint($command, @select, '--redact', '--by', 'officer', '--format', $format, '.');
	unlike($out, qr/Fell|Ada|Reed/i, "$format names nobody");
	like($out, qr/officer-1/, 'but tokens');
}

# What is found across plans counts where its milestone does.
for my $of ('Parks', 'Roads') {
	put("twice/$of.yaml", "plan: {title: $of plan, organisation: $of}\nkey_actions:\n  - title: Lit paths\n    lead_officer: $of Lead\n"
		. "    milestones:\n      - {text: Lighting in Abbey Park and on the riverside path repaired, due: 2010-05-31}\n"
		. "      - {text: Workshop held, due: 2010-08-31}\n");
}
planlint($command, '--select', 'duplicate-across-plans,meeting-only', '--by', 'rule,plan,organisation,officer,quarter,priority',
	'--format', 'csv', 'twice');
my @rows = map { s/"//gr } $out =~ /^([^\r]*)\r$/mg;
is_deeply([grep { /across|Parks|Roads|2010-0|all|priority/ } @rows], ['all,,4,3,3,75.0000,0.7500,,',
	'rule,duplicate-across-plans,4,1,1,25.0000,0.2500,0,0',
	'plan,twice/Parks.yaml,2,2,2,100.0000,1.0000,,', 'plan,twice/Roads.yaml,2,1,1,50.0000,0.5000,,',
	'organisation,Parks,2,2,2,100.0000,1.0000,,', 'organisation,Roads,2,1,1,50.0000,0.5000,,',
	'officer,Parks Lead,2,2,2,100.0000,1.0000,,', 'officer,Roads Lead,2,1,1,50.0000,0.5000,,',
	'quarter,2010-04 to 2010-06,2,1,1,50.0000,0.5000,,', 'quarter,2010-07 to 2010-09,2,2,2,100.0000,1.0000,,',
	'priority,,4,2,2,50.0000,0.5000,,'], 'findings across plans');
unlink glob 'twice/*';

# Mistakes.
is(planlint($command, '--by', 'rules', '.'), 2, 'a field that is none');
like($err, qr/^planlint: --by rules: did you mean rule\?$/, 'is said');
is(planlint($command, '--by', 'rule,colour', '.'), 2, 'another');
like($err, qr/--by colour: it is one of rule, plan, organisation, template, officer, priority, quarter$/, 'with those there are');
is(planlint($command, '--by', '', '.'), 2, 'none');
is(planlint($command, '--by', 'rule', '--format', 'sarif', '.'), 2, 'a format that has no rates');
like($err, qr/^planlint: --by is written with --format text or json or csv$/, 'is said');

done_testing;
