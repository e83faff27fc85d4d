# Rule packs: their rules are listed, explained, selected and suppressed, their examples hold, and slips are shown in place.

use strict;
use warnings;
use Cwd;
use File::Basename;
my $here;
BEGIN { $here = getcwd }
use JSON::PP;
use Program;
use Test::More;

sub found { return join ' ', map { "$_->{range}{start}{line}:$_->{range}{start}{column} $_->{rule}" } @{decode_json($out)->{findings}} }

# ---- the packs under examples/: each rule finds its bad example and nothing in its good one

for my $pack (glob "$here/examples/packs/*.yaml") {
	my $name = basename($pack);

	put('.planlint.yaml', "extends: ['$pack']\n");
	is(planlint('rules', '--format', 'json'), 0, "$name can be read") or diag($err);
	my @rules = grep { !defined $_->{since} } @{decode_json($out)};
	ok(@rules > 0, "$name has rules");
	for my $rule (@rules) {
		my @words = ('check', '--profile', 'research', '--format', 'json', '--select', $rule->{id}, '-');
		planlint({in => $rule->{bad}}, @words);
		like(found(), qr/$rule->{id}/, "$rule->{id} finds its bad example");
		planlint({in => $rule->{good}}, @words);
		is(found(), '', "and nothing in its good one");
	}
}

# ---- conditions

my $plan = "plan: {title: Park plan, period: 2010/11, set_on: 2010-03-01}\nkey_actions:\n  - title: Repair the paths\n"
    . "    lead_officer: B. Fern\n    deadline: 2010-12-31\n    partners: [Friends of the Park]\n"
    . "    smart_targets: [40 metres of path resurfaced by March 2011]\n    milestones:\n"
    . "      - {id: M1, text: 'Piloting the new gravel, and more', due: 2010-09-30}\n";
put('plan.yaml', $plan);

# Scope, condition, place of the finding ('' for none).
my @conditions = (
	['milestone', 'present: due', '9:25'],
	['milestone', 'absent: due', ''],
	['milestone', 'absent: [outcome, start]', '9:25'],
	['milestone', 'absent: [outcome, due]', ''],
	['milestone', 'present: id', '9:25'],
	['milestone', 'matches: {text: gravel}', '9:42'],
	['milestone', 'matches: {text: GRAVEL$}', ''],
	['milestone', 'matches: {text: {lexicon: trial}}', '9:25'],
	['milestone', 'matches: {text: {lexicon: and}}', '9:50'],
	['milestone', 'matches: {text: {lexicon: dots}}', ''],
	['milestone', 'not-matches: {text: gravel}', ''],
	['milestone', 'not_matches: {text: tarmac}', '9:25'],
	['milestone', 'not_matches: {outcome: tarmac}', '9:25'],
	['milestone', 'matches: {action.title: paths}', '3:23'],
	['milestone', 'matches: {plan.title: Park}', '1:15'],
	['milestone', 'before: {due: 2010-10-01}', '9:66'],
	['milestone', 'before: {due: 2010-09-30}', ''],
	['milestone', 'after: {due: plan.set_on}', '9:66'],
	['milestone', 'after: {due: action.deadline}', ''],
	['milestone', 'before: {due: action.deadline}', '9:66'],
	['milestone', 'before: {start: 2030-01-01}', ''],
	['milestone', 'after: {start: 2001-01-01}', ''],
	['milestone', 'not: {present: outcome}', '9:25'],
	['milestone', 'any: [{present: outcome}, {matches: {text: new}}]', '9:38'],
	['milestone', 'all: [{present: due}, {matches: {text: new}}]', '9:38'],
	['milestone', 'all: [{matches: {text: new}}, {present: outcome}]', ''],
	['milestone', '{any: [{present: outcome}, {present: due}], matches: {text: more}}', '9:54'],
	['action', 'matches: {partners: friends}', '6:16'],
	['action', 'matches: {smart_targets: metres}', '7:24'],
	['action', 'matches: {milestones: gravel}', '9:42'],
	['action', 'present: deadline', '3:12'],
	['action', 'absent: resources', '3:12'],
	['action', 'count: {milestones: 1}', '3:12'],
	['action', 'count: {milestones: {at-least: 2}}', ''],
	['action', 'count: {milestones: {at-most: 2}, partners: 1}', '3:12'],
	['action', 'after: {deadline: plan.period_end}', ''],
	['plan', 'count: {key_actions: {at-least: 1, at-most: 1}}', '1:15'],
	['plan', 'before: {set_on: 2010-04-01}', '1:51'],
	['plan', 'present: organisation', ''],
);
for my $case (@conditions) {
	my ($scope, $when, $place) = @$case;
	my $text = $when =~ /^\{/ ? $when : "{$when}";

	put('pack.yaml', "lexicons: {trial: [pilot*], and: [and   more, 'a.d'], dots: ['n.w', 'gra*l']}\nrules:\n"
	    . "  - {id: one, summary: s, scope: $scope, when: $text}\n");
	put('.planlint.yaml', "extends: pack.yaml\n");
	planlint('check', '--format', 'json', '--select', 'one', 'plan.yaml');
	is($out && found(), $place ? "$place one" : '', "$scope $when") or diag($err);
}

# ---- as any other rule

put('pack.yaml', "rules:\n  - {id: gravel, summary: there is gravel, message: Gravel, advice: Take tarmac, severity: info,\n"
    . "     confidence: high, why: It moves, at: due, when: {matches: {text: gravel}}}\n"
    . "  - {id: rest, summary: all is off, off: yes, when: {present: text}}\n");
put('.planlint.yaml', "extends: pack.yaml\n");
planlint('check', '--format', 'json', 'plan.yaml');
my ($finding) = grep { $_->{rule} eq 'gravel' } @{decode_json($out)->{findings}};
is("$finding->{message}/$finding->{advice}/$finding->{severity}/$finding->{confidence}/$finding->{module}",
    'Gravel/Take tarmac/info/high/custom', 'a finding says what the pack says');
is($finding->{range}{start}{column}, 66, 'and stands where it says');
unlike($out, qr/"rest"/, 'a rule that is off is off');
put('.planlint.yaml', "extends: pack.yaml\nrules: {gravel: error, rest: warning}\n");
is(planlint('check', '--format', 'json', 'plan.yaml'), 1, 'severities can be set');
like($out, qr/"rest"/, 'and rules put on');
planlint('check', '--format', 'json', '--ignore', 'custom,structure', '--set', 'rest.severity=info', 'plan.yaml');
unlike($out, qr/"rule":"gravel"/, 'a module of a pack can be ignored');
put('quiet.yaml', $plan =~ s/(2010-09-30\})/$1  # planlint: ignore[gravel] -- it is what we have/r);
planlint('check', '--format', 'json', '--select', 'gravel,suppression', 'quiet.yaml');
is((grep { $_->{state} eq 'suppressed' } @{decode_json($out)->{findings}}), 1, 'and its findings suppressed');
is(planlint('check', '--select', 'gravl', 'plan.yaml'), 2, 'a slip');
like($err, qr/did you mean "gravel"\?/, 'is told from the nearest');
is(planlint('check', '--isolated', '--select', 'gravel', 'plan.yaml'), 2, 'without the configuration there is no such rule');
planlint('explain', 'gravel');
like($out, qr/^gravel: there is gravel\nerror, high confidence, module custom, of a rule pack\n/, 'explain');
for my $format (qw(text concise jsonl sarif github gitlab junit csv markdown)) {
	planlint('check', '--format', $format, '--select', 'gravel', 'plan.yaml');
	like($out, qr/Gravel|gravel/, "the format $format shows it");
}
put("$_/.planlint.yaml", "extends: ../pack.yaml\nrules: {gravel: error}\n"), put("$_/plan.yaml", $plan) for 'a', 'b';
planlint('check', '--format', 'json', '--select', 'gravel', 'a', 'b', 'plan.yaml');
is((() = $out =~ /"rule":\s*"gravel"/g), 3, 'two configurations may name the same pack');
put('b/.planlint.yaml', "{}\n");
planlint('check', '--format', 'json', '--select', 'gravel', 'a', 'b', 'plan.yaml');
is((() = $out =~ /"rule":\s*"gravel"/g), 2, 'where none names it, its rules are not there');

# ---- slips: the pack, the place, what is said, what is proposed

my @slips = (
	["rules:\n  - {id: one, summary: s, wehn: {present: due}}\n", '2:27', qr/a rule has no wehn/, 'when'],
	["rules:\n  - {id: One, summary: s, when: {present: due}}\n", '2:10', qr/One is no name for a rule/],
	["rules:\n  - {summary: s, when: {present: due}}\n", '2:6', qr/this rule has no id/],
	["rules:\n  - {id: one, when: {present: due}}\n", '2:6', qr/this rule has no summary/],
	["rules:\n  - {id: one, summary: s}\n", '2:6', qr/does not say when it holds/],
	["rules:\n  - {id: overdue, summary: s, when: {present: due}}\n", '2:10', qr/there is a rule overdue already/],
	["rules:\n  - {id: timescale, summary: s, when: {present: due}}\n", '2:10', qr/there is a module timescale already/],
	["rules:\n  - {id: one, summary: s, scope: mileston, when: {present: due}}\n", '2:34', qr/mileston is none of/, 'milestone'],
	["rules:\n  - {id: one, summary: s, severity: off, when: {present: due}}\n", '2:37', qr/off is none of error/],
	["rules:\n  - {id: one, summary: s, off: perhaps, when: {present: due}}\n", '2:32', qr/perhaps is neither yes nor no/],
	["rules:\n  - {id: one, summary: s, when: {presnt: due}}\n", '2:34', qr/there is no condition presnt/, 'present'],
	["rules:\n  - {id: one, summary: s, when: {present: du}}\n", '2:43', qr/there is no field du here/, 'due'],
	["rules:\n  - {id: one, summary: s, when: {present: action.deadlin}}\n", '2:43', qr/no field action\.deadlin/, 'action.deadline'],
	["rules:\n  - {id: one, summary: s, scope: plan, when: {present: due}}\n", '2:56', qr/there is no field due here/],
	["rules:\n  - {id: one, summary: s, when: {matches: {text: 'a('}}}\n", '2:51', qr/no pattern/],
	["rules:\n  - {id: one, summary: s, when: {matches: {text: {lexicon: words}}}}\n", '2:60', qr/this pack has no lexicon words/],
	["rules:\n  - {id: one, summary: s, when: {before: {due: soon}}}\n", '2:48', qr/neither a day nor a field/],
	["rules:\n  - {id: one, summary: s, when: {before: {text: 2010-01-01}}}\n", '2:49', qr/this field has no day/],
	["rules:\n  - {id: one, summary: s, when: {count: {feeds: {above: 3}}}}\n", '2:50', qr/above is no bound/],
	["rules:\n  - {id: one, summary: s, when: {}}\n", '2:33', qr/this condition is empty/],
	["rules:\n  - {id: one, summary: s, when: {any: []}}\n", '2:39', qr/this condition is empty/],
	["lexicons:\n  words: []\nrules:\n  - {id: one, summary: s, when: {present: due}}\n", '2:10', qr/this lexicon is empty/],
	["rules:\n  - {id: one, summary: s, at: texd, when: {present: due}}\n", '2:31', qr/no field texd here/, 'text'],
	["rule-s: x\nrules:\n  - {id: one, summary: s, when: {present: due}}\n", '1:1', qr/a rule pack has no rule-s/, 'rules'],
	["rules:\n  - {id: one, summary: s, when: {present: due}\n", '\d:\d+', qr/never closed/],
);
for my $slip (@slips) {
	my ($pack, $place, $message, $nearest) = @$slip;
	my $name = $pack =~ s/\n/ /gr;

	put('pack.yaml', $pack);
	put('.planlint.yaml', "extends: pack.yaml\n");
	is(planlint('check', 'plan.yaml'), 2, "$name is 2");
	like($err, qr/^error\[[\w-]+\]: .*$message.*\n +--> pack\.yaml:$place\n/m, 'shown at its place');
	like($err, qr/Did you mean \Q$nearest\E\?/, "proposes $nearest") if $nearest;
}

done_testing();
