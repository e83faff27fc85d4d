# planlint ignore: one finding goes, no other byte changes, whatever the plan looks like.

use strict;
use warnings;
use JSON::PP;
use Program;
use Test::More;

my $head = "plan: {title: Park plan, period: 2010/11}\nkey_actions:\n  - ref: KA1\n    title: Repair the paths\n    expected_outcome: Wheelchairs reach every bench\n    milestones:\n";

sub findings { planlint('check', '--format', 'json', '--profile', 'research', @_); return @{decode_json($out)->{findings}} }

# Ignores the n-th finding of a rule in a plan; answers the new bytes.
sub ignored {
	my ($name, $text, $rule, $nth) = @_;
	put('plan.yaml', $text);
	my @before = findings('plan.yaml');
	my $target = (grep { $_->{rule} eq $rule && $_->{state} eq 'new' } @before)[$nth // 0] or return fail("$name: no $rule");
	is(planlint('ignore', substr($target->{fingerprint}, 0, 12), '--reason', 'agreed with "funders" \\ #7', '--profile', 'research', 'plan.yaml'), 0, $name)
	    or diag $err;
	my %after = map { $_->{fingerprint} => $_ } findings('plan.yaml');
	is($after{$target->{fingerprint}}{state}, 'suppressed', "$name: it is ignored");
	is($after{$target->{fingerprint}}{suppression}{reason}, 'agreed with "funders" \\ #7', "$name: with its reason");
	is_deeply([sort map { "$_->{fingerprint} $_->{state}" } values %after],
		[sort map { "$_->{fingerprint} " . ($_->{fingerprint} eq $target->{fingerprint} ? 'suppressed' : $_->{state}) } @before],
		"$name: and nothing else changes");
	my ($old, $new) = ($text, get('plan.yaml'));
	my $same = 0;
	$same++ while $same < length $old && substr($old, $same, 1) eq substr($new, $same, 1);
	is(substr($new, $same + length($new) - length $old), substr($old, $same), "$name: something was put in, nothing taken out")
	    or diag $new;
	return $new;
}

my $why = 'agreed with "funders" \\\\ #7';
like(ignored('behind the line', "$head      - text: Workshop with the friends of the park held\n        due: 2010-09-30\n", 'meeting-only'),
	qr/park held # planlint: ignore\[meeting-only\] -- $why\n/, 'a comment behind the line');
like(ignored('a block scalar', "$head      - text: >-\n          Workshop with the friends\n          of the park held\n        due: 2010-09-30\n", 'meeting-only'),
	qr/text: >- # planlint: ignore/, 'a comment behind the block\'s header');
like(ignored('a plain scalar over lines', "$head      - text: Workshop with the friends\n          of the park\n        due: 2010-09-30\n", 'meeting-only'),
	qr/^ +# planlint: ignore.*\n +- text: Workshop/m, 'a comment above the item');
like(ignored('a comment there already', "$head      - text: Workshop with the friends held # for now\n        due: 2010-09-30\n", 'meeting-only'),
	qr/held # for now # planlint: ignore/, 'one behind it');
like(ignored('flow style', "$head      - {text: Workshop with the friends held, due: 2012-09-30}\n", 'deadline-outside-period'),
	qr/2012-09-30\} # planlint: ignore/, 'a comment behind the line');
like(ignored('CRLF', "$head      - text: Workshop with the friends held\n        due: 2010-09-30\n" =~ s/\n/\r\n/gr, 'meeting-only'),
	qr/held # planlint: ignore.*[^\r]\r\n        due/, 'before the line end');
like(ignored('CRLF, above', "$head      - text: Workshop with the friends\n          of the park\n        due: 2010-09-30\n" =~ s/\n/\r\n/gr, 'meeting-only'),
	qr/#7\r\n      - text/, 'with the line ends of the file');
like(ignored('a byte order mark', "\xEF\xBB\xBF$head      - text: Workshop with the friends held\n        due: 2010-09-30\n", 'meeting-only'),
	qr/^\xEF\xBB\xBFplan/, 'stays in front');
like(ignored('no line end at the end', "$head      - text: Workshop with the friends held", 'meeting-only'), qr/held # planlint: [^\n]*\z/, 'and none after');
like(ignored('a finding on one of two', "$head      - {id: M1, text: Workshop with the friends held, due: 2010-09-30}\n      - {id: M2, text: Seminar with the friends held, due: 2010-09-30}\n", 'meeting-only', 1),
	qr/\{id: M2.*\} # planlint/, 'the other one stays');
like(ignored('keys are used already', "$head      - text: Workshop with the friends held\n        due: 2010-09-30\n      - text: Seminar with the friends held\n        due: 2010-08-31\n        planlint_ignore:\n          meeting-only: agreed\n", 'meeting-only'),
	qr/due: 2010-09-30\n        planlint_ignore: \{meeting-only: "agreed with \\"funders\\" \\\\ #7"\}\n/, 'a key like the others');
like(ignored('a key is there', "$head      - text: Workshop with the friends held\n        due: 2012-09-30\n        planlint_ignore:\n          deadline-outside-period: agreed\n", 'meeting-only'),
	qr/planlint_ignore:\n          meeting-only: "agreed/, 'one more entry');
my $json = '{"plan": {"title": "Park plan", "period": "2010/11"}, "key_actions": [{"title": "Repair the paths", "expected_outcome": "Wheelchairs reach every bench",'
    . "\n \"milestones\": [{\"id\": \"M1\", \"text\": \"Workshop with the friends held\", \"due\": \"2010-09-30\"},\n {\"id\": \"M2\", \"text\": \"Workshop with the poor held\", \"due\": \"2010-09-30\"}]}]}\n";
my $edited = ignored('JSON', $json, 'meeting-only');
ok(eval { decode_json($edited) }, 'JSON stays JSON') or diag $edited;
like($edited, qr/"due": "2010-09-30", "planlint_ignore": \{"meeting-only": "agreed/, 'with a key');

# Several findings of a rule on one item in flow style cannot be told apart: they go together, and that is said.
put('plan.yaml', "${head}      - {id: M1, text: 40 metres of path resurfaced, due: 31/02/2010, start: 30/02/2010}\n");
my ($first) = grep { $_->{rule} eq 'invalid-value' } findings('plan.yaml');
is(planlint('ignore', $first->{fingerprint}, '--reason', 'x', 'plan.yaml'), 0, 'two on one line');
like($err, qr/1 more finding of invalid-value there is ignored with it/, 'the other is named');

# A comment of ours is there: the rule joins its list, behind the line or above the item.
sub joined {
	my ($name, $text, $rule, $from, $to, $reason) = @_;
	put('plan.yaml', $head . $text);
	my ($target) = grep { $_->{rule} eq $rule } findings('plan.yaml');
	is(planlint('ignore', $target->{fingerprint}, '--reason', $reason, 'plan.yaml'), 0, "$name: a rule more") or diag $err;
	is(get('plan.yaml'), $head . $text =~ s/\Q$from\E/$to/r, "$name: in the list");
}
my $asked = "      - {text: Workshop with the friends held, due: 2012-09-30}  # planlint: ignore[meeting-only] -- asked for\n";
joined('behind', $asked, 'deadline-outside-period', '[meeting-only] -- asked for', '[meeting-only, deadline-outside-period] -- asked for; agreed', 'agreed');
joined('one reason', $asked, 'deadline-outside-period', '[meeting-only] -- asked for', '[meeting-only, deadline-outside-period] -- asked for', 'asked for');
joined('above', "      # planlint: ignore[deadline-outside-period] -- late\n      - text: Workshop with the friends\n          of the park\n        due: 2012-09-30\n",
	'meeting-only', '[deadline-outside-period] -- late', '[deadline-outside-period, meeting-only] -- late; agreed', 'agreed');

# One fingerprint in two files.
for my $root (qw(one two)) {
	put("$root/.planlint.yaml", "fail-on: error\n");
	put("$root/plan.yaml", "$head      - text: Workshop with the friends held\n        due: 2010-09-30\n");
}
my ($both) = grep { $_->{rule} eq 'meeting-only' } findings('one');
is(planlint('ignore', $both->{fingerprint}, '--reason', 'x', 'one', 'two'), 2, 'in two files');
like($err, qr/2 findings have the fingerprint.* one\/plan\.yaml:7 \(meeting-only\), two\/plan\.yaml:7 /, 'both are named');
is(planlint('ignore', $both->{fingerprint}, '--reason', 'x', 'two'), 0, 'one of them chosen');
system 'rm -r one two';

# What cannot be done changes nothing.
my $plan = "$head      - text: Workshop with the friends held\n        due: 2010-09-30\n";
put('plan.yaml', $plan);
my ($target) = grep { $_->{rule} eq 'meeting-only' } findings('plan.yaml');
for my $case (['no reason', $target->{fingerprint}], ['an empty reason', $target->{fingerprint}, '--reason', ' '],
	['a reason over lines', $target->{fingerprint}, '--reason', "a\nplan: x"], ['an unknown fingerprint', 'f' x 32, '--reason', 'x'],
	['a short fingerprint', 'abc', '--reason', 'x'], ['no fingerprint', '--reason', 'x'], ['standard input', $target->{fingerprint}, '--reason', 'x', '-'],
	['an odd fingerprint', '../../../etc', '--reason', 'x']) {
	my ($name, @words) = @$case;
	is(planlint('ignore', @words), 2, $name);
	like($err, qr/^planlint: /, "$name: says why");
	is(get('plan.yaml'), $plan, "$name: changes nothing");
}
put('.planlint.yaml', "suppressions: {locked: [meeting-only]}\n");
is(planlint('ignore', $target->{fingerprint}, '--reason', 'x'), 2, 'a locked rule');
like($err, qr/the configuration locks it; nothing was changed/, 'is said to be locked');
is(get('plan.yaml'), $plan, 'changes nothing');
unlink '.planlint.yaml';
is(planlint('ignore', $target->{fingerprint}, '--reason', 'x'), 0, 'found in the folder');
my $once = get('plan.yaml');
is(planlint('ignore', $target->{fingerprint}, '--reason', 'y'), 0, 'ignored already');
like($err, qr/already/, 'is said');
is(get('plan.yaml'), $once, 'and changes nothing');
put('plan.yaml', "\xFF\xFE" . join '', map { "$_\0" } split //, $plan);
my $wide = get('plan.yaml');
is(planlint('ignore', $target->{fingerprint}, '--reason', 'x'), 2, 'UTF-16');
is(get('plan.yaml'), $wide, 'changes nothing');
chmod 0640, 'plan.yaml';
put('plan.yaml', $plan);
planlint('ignore', $target->{fingerprint}, '--reason', 'x');
is((stat 'plan.yaml')[2] & 0777, 0640, 'permissions stay');
is_deeply([glob '.plan.yaml*'], [], 'nothing temporary stays');

done_testing;
