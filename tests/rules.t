#!/usr/bin/perl
# Runs the test folders of the rules: tests/rules/RULE/
#
#   bad.yaml, good.yaml   plans that the rule must speak about, or be silent about
#   NAME.yaml             further plans
#   NAME.expect           what is expected of NAME.yaml, one finding a line, in order: LINE:COLUMN "words"; where there is
#                         none, or it is empty, nothing is (a line break in the words is written \n)
#   args                  further options for the program, one a line
#   flag.txt, pass.txt    milestones, one key action a line, that the rule must or must not speak about; " || " separates
#                         several milestones, " @@ " a milestone from its due date; # starts a comment line; "~ " goes
#                         before a line that the rule is known not to judge rightly yet: it counts as to do, and shows
#                         up once the rule gets it right
#
# Only findings of the rule itself count.
use strict;
use warnings;
use File::Temp qw(tempfile);
use Files qw(slurp);
use JSON::PP qw(decode_json);
use Test::More;

our $TODO;
my $program = $ENV{PLANLINT} // 'build/planlint';

sub run_program {
	open my $pipe, '-|:raw', $program, @_ or die "$program: $!\n";
	local $/;
	my $out = <$pipe> // '';
	close $pipe;
	die "$program @_: exit status " . ($? >> 8) . "\n" if $?;
	return decode_json($out);
}

sub findings {
	my ($rule, $path) = @_;
	my $args = "tests/rules/$rule/args";
	my @more = -e $args ? grep { length } split /\n/, slurp($args) : ();
	my $report = run_program(qw(check --isolated --profile research --fail-on never --format json --select),
		$rule, @more, $path);
	return grep { $_->{rule} eq $rule && $_->{state} eq 'new' } @{ $report->{findings} };
}

# ---- a rule is a file, a line in rules.def and a folder of plans

sub check_registry {
	my ($rules) = @_;
	my %defined = map { $_ => 1 } slurp('rules/rules.def') =~ /^PL_RULE\((\w+)\)$/mg;
	my %raised = map { $_ => 1 } slurp('src/diag/builtin.def') =~ /\.id = "([\w-]+)"/g;
	my %listed;

	for my $rule (@$rules) {
		my ($id, $module) = @$rule{qw(id module)};
		my $name = $id =~ tr/-/_/r;
		$listed{$id} = 1;
		ok($raised{$id} || -e "rules/$module/$name.c", "$id has its file in rules/$module");
		ok($raised{$id} || $defined{$name}, "$id has its line in rules/rules.def");
		ok(-e "tests/rules/$id/$_.yaml", "$id has a $_ plan in tests/rules") for qw(bad good);
	}
	for my $path (glob 'rules/*/*.c') {
		my ($name) = $path =~ m{([^/]+)\.c$};
		ok(!(slurp($path) =~ /^const struct pl_rule /m) || $listed{ $name =~ tr/_/-/r }, "$path is listed");
	}
	ok($listed{ s{.*/}{}r }, "$_ belongs to a rule") for glob 'tests/rules/*';
}

# ---- plans

sub described {
	my ($finding, $bytes) = @_;
	my ($start, $end) = @{ $finding->{range} }{qw(start end)};
	my $words = substr $bytes, $start->{offset}, $end->{offset} - $start->{offset};
	$words =~ s/\r?\n/\\n/g;
	return qq($start->{line}:$start->{column} "$words");
}

sub check_plan {
	my ($rule, $name) = @_;
	my $path = "tests/rules/$rule/$name";
	my @expected = -e "$path.expect" ? split /\n/, slurp("$path.expect") : ();
	my $bytes = slurp("$path.yaml");
	my @found = eval { map { described($_, $bytes) } findings($rule, "$path.yaml") };

	return fail("$rule: $name.yaml") || diag($@) if $@;
	fail("$rule: bad.yaml is expected to be bad") if $name eq 'bad' && !@expected;
	is(join("\n", @found), join("\n", @expected), "$rule: $name.yaml");
}

# ---- sentences

sub quoted {
	my ($text) = @_;
	$text =~ s/(["\\])/\\$1/g;
	return qq("$text");
}

sub document {
	my ($line) = @_;
	my $yaml = "---\nplan: {title: Plan of the service, set_on: 2000-01-01}\nkey_actions:\n"
	    . "  - {ref: KA1, title: Programme of work, expected_outcome: Fewer complaints, milestones: [";
	my @milestones = map {
		my ($text, $due) = split / @@ /;
		"{text: " . quoted($text) . (defined $due ? ", due: " . quoted($due) : '') . '}';
	} split / \|\| /, $line;
	return $yaml . join(', ', @milestones) . "]}\n";
}

# One document for each line, so that no line is judged in the light of another.
sub check_sentences {
	my ($rule, $name, $must_fire) = @_;
	my $path = "tests/rules/$rule/$name.txt";
	my ($file, $plan) = tempfile(SUFFIX => '.yaml', UNLINK => 1);
	my (@lines, @ends, %fired);
	my ($number, $size) = (0, 0);

	for my $line (split /\n/, slurp($path)) {
		$number++;
		next if $line =~ /^\s*(#|$)/;
		my $todo = $line =~ s/^~ //;
		my $document = document($line);
		print $file $document;
		$size += length $document;
		push @lines, [$number, $line, $todo];
		push @ends, $size;
	}
	close $file;
	for my $finding (eval { findings($rule, $plan) }) {
		my $offset = $finding->{range}{start}{offset};
		my ($nth) = grep { $offset < $ends[$_] } 0 .. $#ends;
		$fired{$nth} = 1;
	}
	diag($@) if $@;
	for my $nth (0 .. $#lines) {
		my ($at, $line, $todo) = @{ $lines[$nth] };
		$line =~ s/#/\\#/g; # in TAP a name ends at a #
		local $TODO = $todo ? 'not judged rightly yet' : undef;
		ok(!$@ && !$fired{$nth} == !$must_fire, "$rule $name.txt:$at $line");
	}
}

my $rules = run_program(qw(rules --format json));
$rules = $rules->{rules} if ref $rules eq 'HASH';
check_registry($rules);
for my $rule (map { $_->{id} } @$rules) {
	check_plan($rule, m{([^/]+)\.yaml$}) for sort glob "tests/rules/$rule/*.yaml";
	check_sentences($rule, 'flag', 1) if -e "tests/rules/$rule/flag.txt";
	check_sentences($rule, 'pass', 0) if -e "tests/rules/$rule/pass.txt";
}
done_testing();
