#!/usr/bin/perl
# The files for CI are YAML, planlint understands every planlint command in them, and old plans start as the README says.

use strict;
use warnings;
use Cwd 'abs_path';
use File::Basename 'dirname';
use File::Copy 'copy';
use File::Temp 'tempdir';
use Files qw(put slurp);
use JSON::PP;
use Test::More;

my $planlint = abs_path($ENV{PLANLINT} || 'build/planlint');
my $scratch = tempdir(CLEANUP => 1);
my $json = JSON::PP->new->allow_nonref;

# The commands run as they stand, in a folder with plans, with the variables that the services or the files themselves set.
mkdir "$scratch/plans" or die;
copy($_, "$scratch/plans") or die for glob 'examples/improvement-*.yaml';
my %set = (PATH => dirname($planlint) . ":$ENV{PATH}", GITHUB_STEP_SUMMARY => "$scratch/summary.md", PATHS => 'plans',
	FAIL_ON => 'warning', SARIF => 'planlint.sarif');

# All texts of a YAML file, as planlint reads them.
sub texts {
	my ($path) = @_;
	my $dump = `$planlint check --isolated --dump tree $path`;
	is($?, 0, "$path is YAML");
	return map { $json->decode($_) } $dump =~ /: (?:plain|single|double|literal|folded) \S+ (".*")$/mg,
	    $dump =~ /^\s*- (?:plain|single|double|literal|folded) \S+ (".*")$/mg;
}

sub run {
	my ($command, @arguments) = @_;
	local @ENV{keys %set} = values %set;
	delete local $ENV{GITHUB_ACTIONS};
	put("$scratch/script", $command . (@arguments ? ' "$@"' : '') . "\n");
	my $status = system("cd $scratch && bash script @arguments >out 2>err") >> 8;
	return ($status, slurp("$scratch/err"));
}

my %writes = (
	'examples/ci/github/action.yml' => [qw(planlint.sarif summary.md)],
	'examples/ci/gitlab.yml' => [qw(gl-code-quality-report.json planlint-junit.xml)],
);

for my $path (sort keys %writes) {
	my @commands = grep { /^planlint / } texts($path);
	is(@commands, 1, "$path has one planlint command");
	my ($status, $err) = run($commands[0]);
	is($status, 1, 'which finds what is poor in the plans') or diag($err);
	for my $report (@{ $writes{$path} }) {
		ok(-s "$scratch/$report", "and writes $report");
	}
}

my @workflow = texts('examples/ci/github/workflow.yml');
ok((grep { $_ eq 'OWNER/planlint/examples/ci/github@main' } @workflow), 'the workflow uses the action');
is((grep { $_ eq 'planlint.sarif' } @workflow), 2, 'and uploads what the action writes');

# pre-commit appends the names of the files.
my @hook = texts('.pre-commit-hooks.yaml');
my ($entry) = grep { /^planlint / } @hook;
is((run($entry, 'plans/improvement-good.yaml'))[0], 0, 'the hook lets a good plan pass');
is((run($entry, 'plans/improvement-good.yaml', 'plans/improvement-poor.yaml'))[0], 1, 'and holds a poor one up');
my ($files) = grep { /plans/ && /\// } @hook;
like($_, qr/$files/, "the hook looks at $_") for 'plans/housing.yaml', 'council/plan/2027.yml';
unlike($_, qr/$files/, "the hook leaves $_ alone") for 'compose.yaml', 'airplanes/list.yaml', '.github/workflows/plans.yml';

# What the README tells those with old plans to do, in a repository of their own.
my ($section) = slurp('README.md') =~ /^### Starting with old plans\n(.*?)^##/ms;
my ($setup, $check) = $section =~ /^((?:    [^\n]*\n)+).*?^    (planlint check [^\n]*)\n/ms;
my ($config) = $section =~ /^```yaml\n(.*?)^```/ms;
is((run('git init -q . && git config user.name a && git config user.email a@example.org && git add plans'))[0], 0, 'a repository');
is((run('planlint check plans'))[0], 1, 'old plans have findings');
is((run("set -e\n$setup"))[0], 0, 'the baseline is made and committed');
is((run('git status --porcelain .planlint-baseline.json && git ls-files --error-unmatch .planlint-baseline.json'))[0], 0, 'it is there');
is((run($check))[0], 0, 'then nothing counts');
put("$scratch/.planlint.yaml", $config);
is((run('planlint check plans'))[0], 0, 'nor without the option');
my $poor = slurp("$scratch/plans/improvement-poor.yaml");
put("$scratch/plans/improvement-poor.yaml", $poor =~ s/Workshop with ward sisters/Workshop with ward clerks/r);
is((run('planlint check plans'))[0], 1, 'changed words do');
like((run('planlint check plans'))[1], qr/stale in the baseline: .*ward sisters/, 'and the old ones are named');
is((run('planlint baseline prune plans'))[0], 0, 'until they are taken out');
unlike((run('planlint check plans'))[1], qr/stale/, 'and are gone');
put("$scratch/plans/improvement-poor.yaml", $poor);
is((run('planlint baseline create plans && mv plans/improvement-poor.yaml plans/renamed.yaml && planlint check plans'))[0], 1,
	'so does a renamed file');
is((run('planlint baseline show'))[0], 0, 'show');

done_testing();
