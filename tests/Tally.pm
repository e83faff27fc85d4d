package Tally;

# prove's harness with two additions: what cmocka prints is turned into the TAP that prove understands, and a closing line
# counts single tests over all programs.

use strict;
use warnings;
use parent 'TAP::Harness';

sub new {
	my ($class, $args) = @_;
	$args->{exec} //= sub {
		my ($harness, $file) = @_;
		return $file =~ /\.t$/ ? undef : [$^X, '-MTally', '-e', 'Tally::translate(@ARGV)', $file];
	};
	$args->{comments} //= 1;
	return $class->SUPER::new($args);
}

# cmocka prints failures to stderr, calls a skipped test "not ok", and repeats each group in a comment.
sub translate {
	my ($program) = @_;
	$| = 1;
	open my $output, '-|', "./$program 2>&1" or die "$program: $!\n";
	while (<$output>) {
		s/^not (ok \d+) # SKIP (.*)/$1 - $2 # SKIP/;
		print unless /^# (?:not )?ok - /;
	}
	close $output;
	exit($? & 127 ? 1 : $? >> 8);
}

# A program that dies or runs fewer tests than it planned has failed even where each test it ran has passed.
sub broken {
	my ($aggregate) = @_;
	return grep { $_->has_problems && !$_->failed } $aggregate->parsers;
}

sub summary {
	my ($self, $aggregate) = @_;
	$self->SUPER::summary($aggregate);
	my $skipped = $aggregate->skipped + grep { $_->skip_all } $aggregate->parsers;
	my $line = sprintf '%d passed, %d failed', $aggregate->passed - $aggregate->skipped,
	    $aggregate->failed + broken($aggregate);
	$line .= ", $skipped skipped" if $skipped;
	print "$line\n";
}

1;
