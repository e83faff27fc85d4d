# Exit status and messages: what is wrong in a plan is 1, what stops the job is 2, and 2 wins.

use strict;
use warnings;
use Program;
use Test::More;

put("$_.yaml", $plan{$_}) for keys %plan;

is(planlint('check', 'fine.yaml'), 0, 'nothing to say is 0');
is(planlint('check', 'late.yaml'), 1, 'a warning is 1');
like($out, qr/^warning\[deadline-outside-period\]: /, 'and is shown');
is(planlint('check', '--fail-on', 'error', 'late.yaml'), 0, 'unless only errors fail');
like($out, qr/^warning\[deadline-outside-period\]: /, 'which hides nothing');
is(planlint('check', '--fail-on=never', 'broken.yaml'), 0, 'or nothing fails');
is(planlint('check', 'broken.yaml', 'late.yaml'), 1, 'broken YAML is a finding');
like($out, qr/error\[yaml-syntax\].*warning\[deadline-outside-period\]/s, 'and does not end the run');
is(planlint('check', 'other.yaml'), 1, 'a named file that is no plan is a finding');
like($out, qr/error\[not-a-plan\]/, 'of that name');

is(planlint('check', 'gone.yaml', 'late.yaml'), 2, '2 wins over 1');
like($err, qr/^planlint: gone\.yaml: /, 'a missing file is named');
like($out, qr/deadline-outside-period/, 'the others are still linted');
SKIP: {
	skip 'root reads everything', 2 if $> == 0;
	put('secret.yaml', $plan{fine});
	chmod 0, 'secret.yaml';
	is(planlint('check', 'secret.yaml'), 2, 'no permission is 2');
	like($err, qr/^planlint: secret\.yaml: /, 'and named');
	unlink 'secret.yaml';
}
system('mkfifo', 'pipe.yaml') == 0 or die 'no mkfifo';
is(planlint('check', 'pipe.yaml'), 2, 'a FIFO does not hang');
like($err, qr/^planlint: pipe\.yaml: /, 'and is named');
is(planlint('check', '/dev/zero'), 2, 'nor does a device');
unlink 'pipe.yaml';

mkdir 'empty';
is(planlint('check', 'empty'), 2, 'no plan found is 2');
like($err, qr/no plan found in empty/, 'and says where');
is(planlint('check', '--allow-empty', 'empty'), 0, 'unless that is allowed');
put('docs/other.yaml', $plan{other});
is(planlint('check', 'docs'), 2, 'a folder of other YAML holds no plan');
is(planlint('check', '--format', 'json', 'docs'), 2, 'in every format');
like($out, qr/"findings":\[\]/, 'whose document is valid all the same');

is(planlint({to => '>/dev/full'}, 'check', 'late.yaml'), 2, 'a full disk is 2');
like($err, qr/^planlint: can't write standard output: No space left/m, 'and says so');
is(planlint({to => '>/dev/full'}, 'rules'), 2, 'in every command');
is(planlint({to => '>&-'}, 'check', 'late.yaml'), 2, 'closed standard output is 2');
like($err, qr/^planlint: can't write standard output: /m, 'and says so');
is(planlint({to => '>&-'}, 'check', 'late.yaml', '--format', 'json', '-o', 'out.json'), 1, 'but nothing to lose is 1');
like(get('out.json'), qr/^\{.*\}\n\z/s, 'and the report is whole');
is(planlint({to => '>/dev/full'}, 'check', 'fine.yaml', '-q'), 0, 'nothing to write cannot fail');

is(planlint(), 2, 'no command is 2');
like($err, qr/^Usage: /m, 'and shows the help');
is(planlint('late.yaml'), 2, 'a plan is no command');
like($err, qr/did you mean 'planlint check late\.yaml'\?/, 'and the way is shown');
is(planlint('chek'), 2, 'nor is a slip');
like($err, qr/did you mean 'planlint check'\?/, 'and the nearest is shown');
is(planlint("\e[31mx"), 2, 'nor an escape');
unlike($err, qr/\e/, 'which is not passed on');
is($out, '', 'mistakes leave standard output empty');

done_testing;
