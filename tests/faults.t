#!/usr/bin/perl
# Things that go wrong around planlint, one at a time: memory that runs out at any allocation, reads and writes that
# fail half-way, files that shrink, grow or go while they are read. Each time the answer is the usual one, or exit status 2 with one message; nothing is half-written,
# nothing leaks. FAULTS=all takes every allocation, otherwise it is a sample.

use strict;
use warnings;
use lib 'tests';
use Cwd qw(abs_path getcwd);
use Test::More;

my ($shim, $project, $ldd);
BEGIN {
	my $build = $ENV{B} || 'build';
	$shim = abs_path("$build/tests/faults/shim.so");
	$ldd = `ldd '$build/planlint'`;
	$project = getcwd();
}
use Files qw(slurp);
use Program;

plan skip_all => 'sanitizers bring memory of their own' if $ldd =~ /asan|tsan/;
plan skip_all => 'gcov does not look whether there is memory' if `nm '$planlint'` =~ /__gcov_/;
plan skip_all => 'there is no shim' unless $shim && -e $shim;

my $step = ($ENV{FAULTS} || '') eq 'all' || $ENV{CI} ? 1 : 23;

my $poor = slurp("$project/examples/local-delivery-poor.yaml");
my %files = (
	'poor.yaml' => $poor,
	'wide.yaml' => "\xff\xfe" . join('', map { "$_\0" } split //, $plan{late}),
	'broken.yaml' => "plan: {title: 'x}\n---\na: &a [1, 2]\nb: *a\nc: *d\n" . $plan{late},
	'mixed.yaml' => "# planlint: ignore-file[style] -- later\nplan: {title: \"Caf\\u00e9 \\\n  plan\", period: 2010/11}\n<<: {key_actions: [one]}\n"
	    . "key_actions:\n  - text: >-\n      Hold a\n      meeting\n    due: 31/02/2010 # planlint: ignore[structure] -- known\n",
	'config.yaml' => "extends: [planlint:research, pack.yaml]\nrules: {meeting-only: error, ref-format: {pattern: 'KA\\d+'}}\n"
	    . "overrides: [{files: ['*poor*'], rules: {undefined-acronym: off}}]\naliases: {due: [when]}\n"
	    . "vocabulary: {bodies: [Harbour Board], acronyms: {HMB: Harbour Master Board}}\n",
	'pack.yaml' => slurp("$project/examples/packs/house-style.yaml"),
	'wrong.yaml' => "extends: [gone.yaml]\nrulez: {meeting-only: error}\nrules: {meting-only: off}\n",
	'old' => "old\n",
	'later.yaml' => "plan: {title: Park plan, period: 2011/12, previous: poor.yaml}\nkey_actions:\n  - Repair the paths\n",
);
put("folder/$_", $plan{late}) for 'one.yaml', 'in/two.yaml', 'out/three.yaml';
put('folder/.planlintignore', "out\n*.txt\n");
put('folder/.planlint.yaml', "rules: {meeting-only: off}\n");

# Before each run all is as it was: what the run writes is compared with what it wrote when nothing failed.
my %at = map { $_ => 1 } keys %files;
sub reset_files {
	opendir my $folder, '.' or die;
	for my $name (readdir $folder) {
		unlink $name if !$at{$name} && -f $name;
	}
	put($_, $files{$_}) for grep { !-e $_ || get($_) ne $files{$_} } keys %files;
}

sub written {
	opendir my $folder, '.' or die;
	return { map { $_ => slurp($_) } grep { -f $_ && $_ ne 'log' } readdir $folder };
}

sub run_with {
	my ($faults, @words) = @_;
	reset_files();
	# by env, so that nothing goes wrong in the shell
	my @env = ("LD_PRELOAD=$shim", 'FAULT_LOG=log', map { "$_=$faults->{$_}" } keys %$faults);
	my $words = join ' ', map { my $word = $_; $word =~ s/'/'\\''/g; "'$word'" } ('env', @env, $planlint, @words);
	my $answer = { out => scalar(`exec $words 2>../err-$$ </dev/null`), status => $? };
	$answer->{err} = get("../err-$$") // '';
	$answer->{log} = get('log') // '';
	unlink 'log', "../err-$$";
	$answer->{files} = written();
	return $answer;
}

sub same_files {
	my ($a, $b) = @_;
	return join("\0", map { "$_\0$a->{$_}" } sort keys %$a) eq join("\0", map { "$_\0$b->{$_}" } sort keys %$b);
}

# Answers that are right where a file is another one, or none, by the time it is read: without a .planlintignore nothing
# is ignored, of last period's plan the report says that it could not be read, and what is written is what was there.
my %fair = (
	'folders' => sub { $_[0]{out} =~ m{folder/out/three\.yaml} },
	"last period's plan" => sub { $_[0]{out} =~ /poor\.yaml could not\s+be read as a plan/ },
	'ignore' => sub { $_[0]{files}{'poor.yaml'} eq "$_[1]{files}{'poor.yaml'}\n" },
);

# What is wrong with an answer to a fault; '' for nothing.
sub wrong {
	my ($answer, $usual, $before, $unread) = @_;
	return "ended by signal " . ($answer->{status} & 127) if $answer->{status} & 127;
	my ($live, $always) = map { (split ' ', $_)[5] } $answer->{log}, $usual->{log};
	return 'no log' unless defined $live;
	return "$live allocations are never freed" if $live > $always;
	for my $name (keys %{$answer->{files}}) {
		my $bytes = $answer->{files}{$name};
		next if defined $before->{$name} && $before->{$name} eq $bytes;
		next if defined $usual->{files}{$name} && $usual->{files}{$name} eq $bytes;
		next if $unread && exists $usual->{files}{$name}; # the report is about what could be read
		return "$name is half-written";
	}
	for my $name (keys %$before) {
		return "$name is gone" if !defined $answer->{files}{$name};
	}
	if ($answer->{status} == $usual->{status}) {
		return '' if $answer->{out} eq $usual->{out} && $answer->{err} eq $usual->{err} && same_files($answer->{files}, $usual->{files});
		return 'another answer with the same status' if $answer->{status} >> 8 != 2;
	}
	return "status " . ($answer->{status} >> 8) if $answer->{status} >> 8 != 2;
	my $new = $answer->{err};
	return "no clear message: $new" if $new !~ /^planlint: [^\n]+$/m;
	return '';
}

# Runs the command with the n-th of each kind of fault, for all n.
sub withstands {
	my ($what, @words) = @_;
	my $usual = run_with({}, @words);
	my ($allocations, $reads, $writes, $ends, $opened) = split ' ', $usual->{log};
	reset_files();
	my $before = written();
	cmp_ok($usual->{status} & 127, '==', 0, "$what: no signal to begin with");
	my @faults = (
		[FAULT_MALLOC => $allocations, $step, 'allocations fail'],
		[FAULT_READ => $reads, 1, 'reads fail'],
		[FAULT_SHORT => $reads, 1, 'files are cut short'],
		[FAULT_GROWN => $ends, 1, 'files grow'],
		[FAULT_GONE => $opened, 1, 'files go, folders are shut'],
		[FAULT_WRITE => $writes, 1, 'writes fail'],
	);
	for (@faults) {
		my ($fault, $count, $by, $name) = @$_;
		my (@wrong, $tried);
		for (my $k = 1; $k <= ($count || 0); $k += $by) {
			my $file = $fault ne 'FAULT_WRITE' && $fault ne 'FAULT_MALLOC';
			my $answer = run_with({ $fault => $k }, @words);
			my $wrong = wrong($answer, $usual, $before, $file);
			push @wrong, "$k: $wrong" if length $wrong && !($file && $fair{$what} && $fair{$what}->($answer, $usual));
			$tried++;
		}
		is(scalar @wrong, 0, "$what: $name" . ($tried ? " ($tried of $count)" : ''))
		    or diag(join "\n", splice @wrong, 0, 10);
	}
}

withstands('check', qw(check --isolated poor.yaml));
withstands('a file in UTF-16', qw(check --isolated wide.yaml));
withstands('broken YAML', qw(check --isolated --profile research broken.yaml mixed.yaml));
withstands('configuration and pack', qw(check -c config.yaml poor.yaml));
withstands('a configuration that is refused', qw(check -c wrong.yaml poor.yaml));
withstands('reports to files', qw(check --isolated poor.yaml), map { ('--format', $_, '-o', $_ eq 'json' ? 'old' : "report.$_") }
	qw(json jsonl sarif csv gitlab junit markdown github concise text));
withstands('redacting', qw(check --isolated --redact --group-by officer --statistics poor.yaml));
withstands('a page', qw(check --isolated --format html -o page.html --group-by rule poor.yaml mixed.yaml));
withstands('folders', qw(check folder));
withstands("last period's plan", qw(check --isolated --profile research later.yaml));
withstands('baseline create', qw(baseline create -o baseline.json poor.yaml));
{
	run_with({}, qw(baseline create -o baseline.json poor.yaml));
	$files{'baseline.json'} = slurp('baseline.json');
	$at{'baseline.json'} = 1;
}
withstands('a baseline', qw(check --baseline baseline.json poor.yaml wide.yaml));
withstands('baseline prune', qw(baseline prune --baseline baseline.json wide.yaml));
{
	my $answer = run_with({}, qw(check --isolated --format jsonl poor.yaml));
	my ($print) = $answer->{out} =~ /"rule":"meeting-only".*?"fingerprint":"(\w+)"/;
	withstands('ignore', 'ignore', $print, '--reason', 'agreed', 'poor.yaml');
}
withstands('sweep', qw(sweep --isolated -j1 --by rule --format json -o old poor.yaml wide.yaml broken.yaml));
withstands('compare', qw(compare --isolated poor.yaml mixed.yaml));
withstands('init', qw(init local-delivery));
withstands('rules', qw(rules --format json -c config.yaml));
withstands('explain', qw(explain meeting-only));
withstands('schema', qw(schema plan));
withstands('dumping the text', qw(check --isolated --dump text poor.yaml));

done_testing();
