# init: what it writes is checked without a finding to fail on, and nothing is written over.

use strict;
use warnings;
use Program;
use Test::More;

mkdir '.git';
is(planlint('init'), 0, 'init');
is($out, "wrote .planlint.yaml\n", 'says what it wrote');
my $config = get('.planlint.yaml');
is(planlint('check', '--allow-empty'), 0, 'the configuration is one');
is(planlint('init'), 2, 'a second time there is nothing to do');
like($err, qr/^planlint: \.planlint\.yaml is there already; it stays as it is$/m, 'is said');
is(get('.planlint.yaml'), $config, 'and the file is as it was');

for my $template (qw(local-delivery three-year programme improvement strategic)) {
	is(planlint('init', $template), 0, "init $template");
	like($out, qr/^wrote $template-plan\.yaml$/m, 'names the plan');
	is(planlint('check', "$template-plan.yaml"), 0, 'in which nothing is wrong') or diag($out);
	like(get("$template-plan.yaml"), qr/^  template: $template$/m, 'and which is of that template');
}
put('strategic-plan.yaml', 'mine');
is(planlint('init', 'strategic'), 2, 'a plan that is there');
is(get('strategic-plan.yaml'), 'mine', 'is not written over');
is(planlint('init', 'three_year-'), 2, 'no such template');
is(planlint('init', 'programe'), 2, 'a slip');
like($err, qr/did you mean programme\?/, 'is told from the nearest');
is(planlint('init', 'nonsense'), 2, 'nothing like it');
like($err, qr/^planlint: there is no template 'nonsense' \(see planlint help init\)$/m, 'is said');
is(planlint('init', 'a', 'b'), 2, 'one at a time');

# A disk that is full.
SKIP: {
	mkdir 'disk';
	skip 'no small disk can be had', 3 if system('mount -t tmpfs -o size=4k planlint disk 2>/dev/null') != 0;
	put('disk/full', 'x' x 4096);
	is(system("cd disk && '$planlint' init >../said 2>&1") >> 8, 2, 'a disk that is full');
	like(get('said'), qr/^planlint: can't write \.planlint\.yaml: /m, 'is said');
	ok(!-e 'disk/.planlint.yaml', 'and nothing is left');
	system('umount disk');
}

done_testing();
