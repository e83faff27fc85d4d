#!/usr/bin/perl
# Each limit, at the limit and one beyond it: the same bytes give the same answer, and what was not done is said.

use strict;
use warnings;
use Cwd 'getcwd';
use Test::More;

my $project;
BEGIN { $project = getcwd() }
use Program;

my $three = "plan: {title: Parks, period: 2010/11}\nkey_actions:\n  - Repair the paths\n---\na: 1\n---\nb: 2\n";

# The smallest limit that is no limit, by halves.
sub least {
	my ($option, $high, $finding, @rest) = @_;
	my $low = 1;
	while ($low < $high) {
		my $middle = int(($low + $high) / 2);
		planlint('check', '--isolated', '--profile', 'research', $option, $middle, '--format', 'concise', @rest);
		if ($out =~ /\b$finding\b/) { $low = $middle + 1 } else { $high = $middle }
	}
	return $low;
}

sub holds {
	my ($what, $option, $limit, $finding, @rest) = @_;
	my @words = ('check', '--isolated', '--profile', 'research', '--format', 'concise', @rest);
	planlint(@words, $option, $limit);
	unlike($out, qr/\b$finding\b/, "$what: $option $limit is enough");
	my $usual = $out;
	planlint(@words);
	is($out, $usual, "$what: and changes nothing");
	is(planlint(@words, $option, $limit - 1), 1, "$what: one less is a finding");
	like($out, qr/\b$finding\b/, "$what: of that name");
	like($out, qr/: (?:error|warning) $finding /, "$what: which people see");
	my $first = $out;
	planlint(@words, $option, $limit - 1, '-j4');
	is($out, $first, "$what: the same each time");
}

put('plan.yaml', $plan{late});
holds('size', '--max-size', length $plan{late}, 'input-limit', 'plan.yaml');
holds('depth', '--max-depth', 5, 'input-limit', 'plan.yaml');
is(least('--max-depth', 100, 'input-limit', 'plan.yaml'), 5, 'depth: root, list, action, list, milestone');
holds('nodes', '--max-nodes', least('--max-nodes', 1000, 'input-limit', 'plan.yaml'), 'input-limit', 'plan.yaml');

put('alias.yaml', "plan: {title: Parks}\nkey_actions:\n  - &a {title: Repair the paths, due: Q1}\n  - *a\n  - *a\n");
put('none.yaml', "plan: {title: Parks}\nkey_actions:\n  - &a {title: Repair the paths, due: Q1}\n");
my ($with, $without) = map { least('--max-nodes', 1000, 'input-limit', $_) } 'alias.yaml', 'none.yaml';
is($with, $without + 2 * 5, 'nodes: aliases count as what they stand for: a group, two keys, two values');

put('three.yaml', $three);
holds('documents', '--max-documents', 3, 'input-limit', 'three.yaml');

planlint('check', '--isolated', '--profile', 'research', '--format', 'concise', 'three.yaml');
my $findings = () = $out =~ /^three\.yaml:/mg;
cmp_ok($findings, '>', 2, 'there are findings');
holds('findings', '--max-findings-per-file', $findings, 'input-limit', 'three.yaml');
like($out, qr/1 more finding in this file was not kept/, 'findings: how many are missing');

# A pattern that tries everything: a pack's, since planlint's own do not.
put('pack.yaml', "rules:\n  - id: tries-all\n    summary: Tries all\n    message: Tries all\n    scope: milestone\n    severity: warning\n"
	. "    when: {matches: {text: '^(?:(?:a|b|ab)+)+\$'}}\n");
put('config.yaml', "extends: [pack.yaml]\n");
put('slow.yaml', "plan: {title: Parks, period: 2010/11}\nkey_actions:\n  - title: Repair the paths\n    milestones:\n      - {text: ababababab!, due: Q1}\n");
my @packed = ('-c', 'config.yaml', '--select', 'tries-all,incomplete-check', 'slow.yaml');
sub packed { my ($limit) = @_; planlint('check', '--max-match-steps', $limit, '--format', 'concise', @packed); return $out =~ /incomplete-check/ }
is(planlint('check', '--format', 'concise', @packed), 0, 'a pattern within its steps') or diag "$out$err";
my ($low, $high) = (1, 1_000_000);
while ($low < $high) { my $middle = int(($low + $high) / 2); if (packed($middle)) { $low = $middle + 1 } else { $high = $middle } }
ok(!packed($low), "match steps: $low are enough");
ok(packed($low - 1), 'match steps: one less is not') or diag $out;
like($out, qr/tries-all was not checked to the end here/, 'match steps: which rule, and where');

# Steps of all rules.
put('many.yaml', "plan: {title: Parks, period: 2010/11}\nkey_actions:\n  - title: Repair the paths\n    milestones:\n"
	. join '', map { "      - {text: Path number $_ resurfaced with gravel, due: Q1}\n" } 1 .. 40);
my $steps = least('--max-steps', 1_000_000, 'incomplete-check', 'many.yaml');
holds('steps', '--max-steps', $steps, 'incomplete-check', 'many.yaml');
like($out, qr/not all of this file was checked: that takes more than @{[$steps - 1]} steps/, 'steps: how many there were');
planlint('check', '--isolated', '--max-steps', 1, '--ignore', 'incomplete-check', '--format', 'json', 'many.yaml');
like($out, qr/part of the file was not checked/, 'steps: also where the rule is off');

# Limits are the help's, the manual's and SECURITY.md's.
my $security = get("$project/SECURITY.md") // '';
planlint('help', 'check');
for my $option ($out =~ /^\s+(--max-(?:size|depth|nodes|documents|findings-per-file|match-steps|steps)) /mg) {
	my ($default) = $out =~ /^\s+\Q$option\E .*?\(default (\w+)\)/ms;
	ok(defined $default, "$option: the help tells the default");
	like($security, qr/^\| `\Q$option\E` \| $default \|/m, "$option: and so does SECURITY.md");
}

done_testing();
