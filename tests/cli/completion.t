# Shell completion: the scripts are valid, and bash really completes what a user begins to type.

use strict;
use warnings;
use File::Basename 'dirname';
use Program;
use Test::More;

# The scripts ask `planlint rules`.
$ENV{PATH} = dirname($planlint) . ":$ENV{PATH}";

my %script;
for my $shell (qw(bash zsh fish)) {
	is(planlint('completion', $shell), 0, "completion $shell");
	put($shell, $script{$shell} = $out);
	SKIP: {
		skip "no $shell here", 1 if system("command -v $shell >/dev/null 2>&1") != 0;
		is(system("$shell -n ./$shell"), 0, "$shell can read it");
	}
}

for my $wrong ([], ['csh'], ['bash', 'zsh']) {
	is(planlint('completion', @$wrong), 2, "completion @$wrong is refused");
	like($err, qr/one shell: bash, zsh, fish$/, 'naming the shells');
}

planlint('help');
my @commands = $out =~ /^  ([a-z]+) (?=.*\n(?:.*\n)*\nFor example)/mg;
cmp_ok(@commands, '>', 8, 'the commands are known');
for my $command (@commands) {
	planlint('help', $command);
	my @options = $out =~ /^  (?:-.,|   ) --([a-z-]+)/mg;
	ok(@options > 0, "$command has options");
	for my $shell (sort keys %script) {
		my $flag = $shell eq 'fish' ? '-l ' : '--';
		my @lines = grep { /\b$command\b/ || $shell eq 'zsh' } split /\n/, $script{$shell};
		my @missing = grep { my $option = $_; !grep { /\Q$flag$option\E(?![a-z-])/ } @lines } @options;
		is("@missing", '', "$shell knows the options of $command");
	}
}

# What bash offers for a line whose last word is being typed; "FILES" where it leaves that to readline.
sub offers {
	my @words = @_;
	my $line = join ' ', map { "'$_'" } @words;
	put('ask', "compopt() { echo FILES; }\nsource ./bash\nCOMP_WORDS=($line)\nCOMP_CWORD=$#words\n_planlint\n"
		. "printf '%s\\n' \"\${COMPREPLY[\@]}\"\n");
	my $answer = qx(bash --norc ./ask);
	return join ' ', split /\n/, $answer;
}

SKIP: {
	skip 'no bash here', 23 if system('command -v bash >/dev/null 2>&1') != 0;
	is(offers('planlint', 'exp'), 'explain', 'a command');
	is(offers('planlint', 'check', '--pro'), '--profile', 'an option');
	is(offers('planlint', 'check', '--profile', ''), 'officer ci research', 'all values of an option');
	is(offers('planlint', 'check', '--profile', 'of'), 'officer', 'a value');
	is(offers('planlint', 'check', '--profile', '=', 're'), 'research', 'a value behind =');
	is(offers('planlint', 'check', '--fail-on', '='), 'error warning info never', 'all values behind =');
	is(offers('planlint', 'check', '--format', 'sa'), 'sarif', 'a format');
	is(offers('planlint', 'rules', '--format', ''), 'text json markdown', 'the formats of another command');
	is(offers('planlint', 'check', '-o', ''), 'FILES', 'a file for a short option');
	is(offers('planlint', 'check', 'hous'), 'FILES', 'files as arguments');
	is(offers('planlint', 'check', (map { "$_.yaml" } 1 .. 12), '--pro'), '--profile', 'an option behind many files');
	is(offers('planlint', 'check', '--as-of', '2'), '', 'nothing for a day');
	is(offers('planlint', 'explain', 'meet'), 'meeting-only', 'a rule');
	is(offers('planlint', 'explain', 'carry'), 'carry_forward', 'a module');
	is(offers('planlint', 'explain', 'x*'), '', 'no rule');
	is(offers('planlint', 'check', '--select', 'timesc'), 'timescale', 'a rule to select');
	is(offers('planlint', 'check', '--ignore', 'timescale,meet'), 'timescale,meeting-only', 'a further rule');
	is(offers('planlint', 'sweep', '--by', 'pri'), 'priority', 'what rates are by');
	is(offers('planlint', 'init', 'str'), 'strategic', 'a template');
	is(offers('planlint', 'help', 'sch'), 'schema', 'a command to help with');
	is(offers('planlint', 'schema', ''), 'plan config output compare records rates score', 'words of the usage');
	is(offers('planlint', 'baseline', 'cr'), 'FILES create', 'words, else files');
	is(offers('planlint', 'no-such-command', ''), '', 'nothing for a command that is none');
}

done_testing;
