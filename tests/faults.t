#!/usr/bin/perl
# Things that go wrong around planlint, one at a time: memory that runs out at any allocation, reads and writes that
# fail half-way. Each time the answer is the usual one, or exit status 2 with one message; nothing is half-written,
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
use Program;

plan skip_all => 'sanitizers bring memory of their own' if $ldd =~ /asan|tsan/;
plan skip_all => 'gcov does not look whether there is memory' if `nm '$planlint'` =~ /__gcov_/;
plan skip_all => 'there is no shim' unless $shim && -e $shim;

my $step = ($ENV{FAULTS} || '') eq 'all' || $ENV{CI} ? 1 : 23;

sub slurp { my ($path) = @_; return get($path) // die "$path: $!" }

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
);

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

# What is wrong with an answer to a fault; '' for nothing.
sub wrong {
	my ($answer, $usual, $before, $unread) = @_;
	return "ended by signal " . ($answer->{status} & 127) if $answer->{status} & 127;
	my (undef, undef, undef, $live) = split ' ', $answer->{log};
	my (undef, undef, undef, $always) = split ' ', $usual->{log};
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
	my ($allocations, $reads, $writes) = split ' ', $usual->{log};
	reset_files();
	my $before = written();
	cmp_ok($usual->{status} & 127, '==', 0, "$what: no signal to begin with");
	for ([FAULT_MALLOC => $allocations, $step, 'allocations'], [FAULT_READ => $reads, 1, 'reads'], [FAULT_SHORT => $reads, 1, 'files cut short'], [FAULT_WRITE => $writes, 1, 'writes']) {
		my ($fault, $count, $by, $name) = @$_;
		my (@wrong, $tried);
		for (my $k = 1; $k <= ($count || 0); $k += $by) {
			my $wrong = wrong(run_with({ $fault => $k }, @words), $usual, $before, $fault ne 'FAULT_WRITE' && $fault ne 'FAULT_MALLOC');
			push @wrong, "$k: $wrong" if length $wrong;
			$tried++;
		}
		is(scalar @wrong, 0, "$what: $name fail" . ($tried ? " ($tried of $count)" : ''))
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
