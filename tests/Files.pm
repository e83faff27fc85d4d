package Files;

# Reads and writes files as bytes.

use strict;
use warnings;
use Exporter 'import';
use File::Basename 'dirname';
use File::Path 'make_path';

our @EXPORT_OK = qw(put get slurp);

sub put {
	my ($path, $text) = @_;
	make_path(dirname($path));
	open my $file, '>:raw', $path or die "$path: $!\n";
	print $file $text;
	close $file or die "$path: $!\n";
}

# undef where there is none.
sub get {
	my ($path) = @_;
	open my $file, '<:raw', $path or return undef;
	local $/;
	return scalar <$file> // '';
}

sub slurp {
	my ($path) = @_;
	return get($path) // die "$path: $!\n";
}

1;
