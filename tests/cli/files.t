# Which files are looked at: folders, links, ignore files, globs, lists, the same file under several names.

use strict;
use warnings;
use Cwd 'getcwd';
use Program;
use Test::More;

put("tree/$_", $plan{fine}) for qw(a.yaml b.yml sub/c.yaml sub/deep/d.yaml archive/old.yaml .hidden/h.yaml);
put('tree/notes.txt', $plan{fine});
put('tree/other.yaml', $plan{other});
mkdir 'tree/folder.yaml';
symlink '..', 'tree/sub/loop';
symlink '../a.yaml', 'tree/sub/again.yaml';

sub listed { planlint('check', '--list-files', @_); return join ' ', split /\n/, $out }

is(listed('tree'), join(' ', map { "tree/$_" } qw(a.yaml archive/old.yaml b.yml other.yaml sub/c.yaml sub/deep/d.yaml)),
	'a folder: plans by their endings, sorted, each once, no hidden folder, no loop');
is($status, 0, 'listing is 0');
is(planlint('check', '-v', 'tree'), 0, 'the folder is linted');
like($err, qr/^planlint: skipped tree\/\.hidden: hidden folder$/m, 'and says why it skipped a folder');
like($err, qr/^planlint: skipped tree\/sub\/loop: a link to a folder is not followed$/m, 'or a link');
like($err, qr/^planlint: skipped tree\/other\.yaml: it is no plan$/m, 'or other YAML');
is(listed('tree/sub/loop/a.yaml'), 'tree/sub/loop/a.yaml', 'what is named is taken as it is named');
is(listed('tree/notes.txt'), 'tree/notes.txt', 'whatever its ending');
is(listed('./tree//sub/c.yaml', 'tree/sub/c.yaml'), 'tree/sub/c.yaml', 'one file has one name, however it was typed');
is(scalar(split / /, listed('tree', 'tree/sub', getcwd() . '/tree/a.yaml')), 6, 'and is looked at once');
chdir 'tree';
is(listed(), 'a.yaml archive/old.yaml b.yml other.yaml sub/c.yaml sub/deep/d.yaml', 'this folder where none is named');
chdir '..';

# Globs.
is(listed('--include', '*.yml', 'tree'), 'tree/b.yml', '--include by name');
is(listed('--include', 'tree/sub/**', 'tree'), 'tree/sub/again.yaml tree/sub/c.yaml tree/sub/deep/d.yaml',
	'--include by path');
is(listed('--exclude', 'sub', '--exclude', 'o*', 'tree'), 'tree/a.yaml tree/b.yml', '--exclude names files and folders')
	or diag $out;
is(listed('--exclude', 'tree/archive/', 'tree/archive/old.yaml', 'tree/a.yaml'), 'tree/a.yaml',
	'--exclude holds for what is named');
is(planlint('check', '--exclude', '*', 'tree'), 2, 'leaving everything out is no plan found');

# .planlintignore
put('tree/.planlintignore', "# old things\narchive/\r\n*.yml\n\n!sub/keep.yml\n/other.yaml\n");
put('tree/sub/keep.yml', $plan{fine});
put('tree/sub/other.yaml', $plan{other});
is(listed('tree'), 'tree/a.yaml tree/sub/c.yaml tree/sub/deep/d.yaml tree/sub/keep.yml tree/sub/other.yaml',
	'.planlintignore');
planlint('check', '-v', 'tree');
like($err, qr/^planlint: skipped tree\/archive: \.planlintignore names it$/m, '-v says so');
is(listed('tree/sub'), 'tree/sub/again.yaml tree/sub/c.yaml tree/sub/deep/d.yaml tree/sub/keep.yml tree/sub/other.yaml',
	'one above the folder counts');
put('tree/sub/.planlintignore', "!*.yml\nd*\n");
put('tree/sub/e.yml', $plan{fine});
is(listed('tree'), 'tree/a.yaml tree/sub/c.yaml tree/sub/e.yml tree/sub/keep.yml tree/sub/other.yaml',
	'a deeper one goes before it');
is(listed('tree/b.yml'), 'tree/b.yml', 'what is named is looked at');
like(listed('--isolated', 'tree'), qr/archive\/old\.yaml/, '--isolated reads none');
unlink glob('tree/.planlintignore tree/sub/.planlintignore');

# Lists.
put('list', "tree/a.yaml\n\ntree/b.yml\r\n");
is(listed('--files-from', 'list'), 'tree/a.yaml tree/b.yml', '--files-from FILE');
planlint({in => "tree/sub\0tree/b.yml\0"}, 'check', '--list-files', '--files-from', '-', '-0');
like($out, qr/\Atree\/b\.yml\0tree\/sub\/again\.yaml\0/, '--files-from - -0, folders too');
is(planlint({in => 'tree/a.yaml'}, 'check', '--files-from', '-', '-'), 2, 'standard input is one thing');
is(planlint('check', '--files-from', 'gone'), 2, 'a list that is not there');
like($err, qr/^planlint: gone: there is no such file/, 'is named');
is(planlint('check', '--list-files', 'gone.yaml', 'tree/a.yaml'), 2, 'a file that is not there');
is($out, "tree/a.yaml\n", 'the others are listed');

# Names that are no text.
put("odd/new\nline.yaml", $plan{late});
put("odd/\e[31mred.yaml", $plan{late});
put("odd/\xFF.yaml", $plan{late});
is(planlint('check', 'odd'), 1, 'odd names are read');
unlike($out, qr/\e/, 'and shown without escapes');
is(planlint('check', '--format', 'json', 'odd'), 1, 'in JSON');
like($out, qr/"path":"odd\/\\\\xff\.yaml"/, 'as text');
is(planlint('check', '--format', 'concise', 'odd'), 1, 'a finding');
is(scalar(split /\n/, $out), 3, 'is one line');

SKIP: {
	skip 'root reads everything', 3 if $> == 0;
	put('closed/in/x.yaml', $plan{late});
	put('closed/y.yaml', $plan{late});
	chmod 0, 'closed/in';
	is(planlint('check', 'closed'), 2, 'an unreadable folder is 2');
	like($err, qr/^planlint: closed\/in: you have no permission to read it$/m, 'and named');
	like($out, qr/closed\/y\.yaml/, 'the rest is linted');
	chmod 0700, 'closed/in';
}
symlink 'nowhere', 'tree/dangling.yaml';
is(planlint('check', 'tree'), 2, 'a link to nothing is 2');
like($err, qr/^planlint: tree\/dangling\.yaml: there is no such file/m, 'and named');
symlink 'circle.yaml', 'tree/circle.yaml';
is(planlint('check', 'tree'), 2, 'a link to itself in a folder is 2');
like($err, qr/^planlint: tree\/circle\.yaml: it is a link that leads back to itself/m, 'and said in plain words');
unlink 'tree/circle.yaml';

done_testing;
