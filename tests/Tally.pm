package Tally;

# prove's harness with two additions: test programs in C get their diagnostics into the stream (cmocka prints failures to
# stderr), and a closing line counts single tests over all programs.

use strict;
use warnings;
use parent 'TAP::Harness';

sub new {
	my ($class, $args) = @_;
	$args->{exec} //= sub {
		my ($harness, $file) = @_;
		return $file =~ /\.t$/ ? undef : ['/bin/sh', '-c', 'exec "$0" 2>&1', $file];
	};
	$args->{comments} //= 1;
	return $class->SUPER::new($args);
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
