#!/usr/bin/perl
# A plan with a YAML mistake: what was read is checked, and nobody is blamed for what stands behind the mistake.

use strict;
use warnings;
use lib 'tests';
use JSON::PP;
use Program;
use Test::More;

sub findings {
	planlint('check', '--isolated', '--format', 'json', 'plan.yaml');
	my $report = decode_json($out);
	return join "\n", map { "$_->{range}{start}{line} $_->{rule}" } @{ $report->{findings} };
}

my $plan = <<'END';
plan: {title: Park plan, period: 2010/11, template: local-delivery}
key_actions:
  - ref: KA1
    title: Repair the paths
    milestones:
      - {id: M1, text: 40 metres of path resurfaced, due: 2012-01-31}
      - id: M2
        text: 90 metres of path resurfaced
        depends_on: [M1, M3]
      - {id: M3, text: New signs up, due: 2010-09-30}
      - text: Benches: all replaced
    lead_officer: J. Hill
END
put('plan.yaml', $plan);
is(findings(), "6 deadline-outside-period\n8 missing-deadline\n11 yaml-syntax",
	'complete items are checked, half ones are not');
is($status, 1, 'a broken plan fails the check');
like($out, qr/line 12 was not read/, 'the report says what was not read');

put('plan.yaml', $plan =~ s/due: 2012-01-31/due: 2010-06-30/r =~ s/M1, M3/M1, M4/r);
unlike(findings(), qr/unknown-reference/, 'what is named may come behind the mistake');

put('plan.yaml', $plan . "---\n" . $plan{late});
like(findings(), qr/\n11 yaml-syntax\n\d+ deadline-outside-period$/,
	'the next plan of the file is checked');

# What stands behind the mistake, or in its place, is nobody's gap.
my $home = "plan: {title: T}\nkey_actions:\n  - title: 12 homes let\n";
put('plan.yaml', "$home    due: *nothing\n");
is(findings(), '4 yaml-syntax', 'an alias to nothing is no missing deadline');
put('plan.yaml', "$home   due: 2010-09-30\n");
is(findings(), '4 yaml-syntax', 'nor is a deadline that is indented badly');
put('plan.yaml', "$home  - @ 9 homes let\n");
is(findings(), "3 missing-deadline\n4 yaml-syntax", 'what is complete is checked');

# What could not be read to its end may well be a plan.
put('plan.yaml', 'a: &a [x]' . join('', map { my $n = chr(ord('a') + $_); my $m = chr(ord('a') + $_ - 1);
	"\n$n: &$n [" . join(',', ("*$m") x 10) . ']' } 1 .. 9) . "\nplan: {title: T}\n");
is(findings(), '8 input-limit', 'a bomb is no reason to say that this is no plan');
put('plan.yaml', join "\0", split //, $home);
unlike(findings(), qr/not-a-plan/, 'nor are zero bytes');
like(findings(), qr/^1 bad-encoding/, 'which are what is said');

done_testing();
