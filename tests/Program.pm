package Program;

# Runs planlint in a folder of its own that is empty at first, for the tests of the command line.

use strict;
use warnings;
use Cwd 'abs_path';
use Exporter 'import';
use File::Temp 'tempdir';
use Files qw(put get);

our @EXPORT = qw(planlint put get $out $err $status $planlint %plan);

our $planlint = abs_path($ENV{PLANLINT} || 'build/planlint');
our ($out, $err, $status);

# Plans that are known to have one finding, or none.
our %plan = (
	fine => "plan: {title: Park plan, period: 2010/11}\nkey_actions:\n  - title: Repair the paths\n"
	    . "    expected_outcome: Wheelchairs reach every bench\n"
	    . "    milestones:\n      - {text: 40 metres of path resurfaced, due: 2010-09-30}\n",
	late => "plan: {title: Park plan, period: 2010/11}\nkey_actions:\n  - title: Repair the paths\n"
	    . "    expected_outcome: Wheelchairs reach every bench\n"
	    . "    milestones:\n      - text: 40 metres of path resurfaced\n        due: 2012-01-31\n",
	broken => "plan: {title: Park plan\nkey_actions: [\n",
	other => "version: 3\nservices: {web: {image: nginx}}\n",
);

delete @ENV{qw(NO_COLOR FORCE_COLOR COLUMNS GITHUB_ACTIONS)};
chdir tempdir(CLEANUP => 1) or die "no folder for the test: $!";

# The first argument may be a hash: in (text for standard input), to (redirection of standard output, in shell).
sub planlint {
	my %how = ref $_[0] ? %{shift @_} : ();
	my @words = map { my $word = $_; $word =~ s/'/'\\''/g; "'$word'" } ($planlint, @_);
	my $redirect = $how{to} || '>.out';
	put('.in', defined $how{in} ? $how{in} : '');
	system("@words <.in $redirect 2>.err");
	$status = $? & 127 ? "signal " . ($? & 127) : $? >> 8;
	$out = get('.out');
	$err = get('.err');
	unlink '.in', '.out', '.err';
	return $status;
}

1;
