# --changed-since: the whole set is linted, and what touches changed files is shown.

use strict;
use warnings;
use JSON::PP;
use Program;
use Test::More;

plan skip_all => 'no git here' if system('git --version >/dev/null 2>&1') != 0;

$ENV{$_} = 'planlint@example.org' for qw(GIT_AUTHOR_EMAIL GIT_COMMITTER_EMAIL);
$ENV{$_} = 'planlint' for qw(GIT_AUTHOR_NAME GIT_COMMITTER_NAME);
$ENV{GIT_CONFIG_NOSYSTEM} = 1;
$ENV{HOME} = Cwd::getcwd();
delete @ENV{grep { /^GIT_(?:DIR|WORK_TREE|INDEX_FILE)/ } keys %ENV};

sub git { system('git', @_) == 0 or die "git @_" }
sub paths {
	planlint('check', '--format', 'json', @_);
	my %seen;
	return [sort grep { !$seen{$_}++ } map { $_->{path} } @{decode_json($out)->{findings}}];
}

is(planlint('check', '--changed-since', 'main', '.'), 2, 'outside a repository') or diag $out;
like($err, qr/git/, 'git is named');

git('init', '-q', '-b', 'main', '.');
put("plans/$_.yaml", $plan{late}) for qw(a b c);
put("plans/odd name;\$(x) \"q\".yaml", $plan{late});
git('add', '.');
git('commit', '-q', '-m', 'First');
is_deeply(paths('--changed-since', 'HEAD', 'plans'), [], 'nothing changed, nothing shown');
is($status, 0, 'and nothing counts');
put('plans/b.yaml', "# later\n$plan{late}");
is_deeply(paths('--changed-since', 'HEAD', 'plans'), ['plans/b.yaml'], 'a changed file');
is($status, 1, 'counts');
put('plans/new.yaml', $plan{late});
is_deeply(paths('--changed-since', 'HEAD', 'plans'), ['plans/b.yaml', 'plans/new.yaml'], 'and one that git does not know');
put("plans/odd name;\$(x) \"q\".yaml", "# later\n$plan{late}");
is_deeply(paths('--changed-since', 'HEAD', 'plans'), ['plans/b.yaml', 'plans/new.yaml', "plans/odd name;\$(x) \"q\".yaml"], 'odd names');
chdir 'plans';
is_deeply(paths('--changed-since', 'HEAD', '.'), ['b.yaml', 'new.yaml', "odd name;\$(x) \"q\".yaml"], 'from a folder below');
chdir '..';
planlint('check', '--format', 'json', '--changed-since', 'HEAD', 'plans');
is(decode_json($out)->{summary}{files}, 5, 'all files were looked at');
git('add', '.');
git('commit', '-q', '-m', 'Second');
is_deeply(paths('--changed-since', 'HEAD~1', 'plans'), ['plans/b.yaml', 'plans/new.yaml', "plans/odd name;\$(x) \"q\".yaml"], 'since an earlier commit');

# What happened on the other branch is not ours.
git('checkout', '-q', '-b', 'side', 'HEAD~1');
put('plans/c.yaml', "# side\n$plan{late}");
is_deeply(paths('--changed-since', 'main', 'plans'), ['plans/c.yaml'], 'since the branches parted');

# A REF is never an option, a range, a path or a command.
for my $odd ('no-such-branch', '--output=x', '-h', 'HEAD~1..HEAD', '', 'HEAD;touch x', '$(touch x)', ':/Second^{tree}', 'plans', "HEAD\n") {
	is(planlint('check', '--changed-since', $odd, 'plans'), 2, "REF '$odd' is refused");
	ok(!-e 'x', 'and does nothing');
}
{
	local $ENV{PATH} = '/nonexistent';
	is(planlint('check', '--changed-since', 'HEAD', 'plans'), 2, 'without git');
}

done_testing;
