# Manual pages: all commands have one, with all options of the table, in macros that formatters accept.

use strict;
use warnings;
use Program;
use Test::More;

# As a reader sees it, for comparing.
sub plain {
	my ($text) = @_;
	$text =~ s/\\f[BIR]//g;
	$text =~ s/\\&//g;
	$text =~ s/\\-/-/g;
	return $text;
}

sub accepted {
	my ($name) = @_;
	my %linters = (mandoc => 'mandoc -T lint -W error', groff => 'groff -man -ww -Tascii -z');
	for my $linter (sort keys %linters) {
		SKIP: {
			skip "no $linter here", 1 if system("command -v $linter >/dev/null 2>&1") != 0;
			is(qx($linters{$linter} ./page 2>&1), '', "$linter accepts $name");
		}
	}
}

is(planlint('help', '--man'), 0, 'the page of planlint');
my $overview = $out;
put('page', $overview);
accepted('planlint.1');
is(join(' ', $overview =~ /^\.SH (.*)/mg), 'NAME SYNOPSIS DESCRIPTION COMMANDS EXIT STATUS FILES EXAMPLES SEE ALSO',
	'has its sections');

planlint('help');
my @commands = $out =~ /^  ([a-z]+) (?=.*\n(?:.*\n)*\nFor example)/mg;
cmp_ok(@commands, '>', 8, 'the commands are known');
is(join(' ', plain($overview) =~ /^\.BR planlint-(\S+) \(1\)/mg), join(' ', @commands), 'it names the page of each');

for my $command (@commands) {
	planlint('help', $command);
	my @heads = map { s/ +$//r } $out =~ /^  (?:   )?((?:-., )?--\S+(?: [A-Z]\S*)?)/mg;
	ok(@heads > 0, "$command has options");
	is(planlint('help', '--man', $command), 0, "$command has a page");
	my $page = $out;
	my %stands = map { $_ => 1 } split /\n/, plain($page);
	is(join('; ', grep { !$stands{$_} } @heads), '', 'with each of them');
	like($page, qr/^\.SH $_$/m, "and a section $_")
	    for 'NAME', 'SYNOPSIS', 'DESCRIPTION', 'OPTIONS', 'EXIT STATUS', 'EXAMPLES', 'SEE ALSO';
	unlike($page, qr/^(?!\.(?:TH|SH|SS|TP|RS|RE|BR|B)\b)[.']/m, 'no text is taken for a macro');
	put('page', $page);
	accepted("planlint-$command.1");
}

planlint('help', '--man', 'check');
like(plain($out), qr/^--fail-on LEVEL\n.*\n\(error, warning, info, never\)$/m, 'values stand with their option');
like(plain($out), qr/^sarif\n/m, 'and formats with what they are');
like($out, qr/^\.SH FILES$/m, 'check reads files');
is(planlint('help', '--man', 'no-such-command'), 2, 'no page of what is no command');

done_testing;
