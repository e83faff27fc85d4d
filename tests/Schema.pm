package Schema;

# Holds JSON documents against JSON Schema: the keywords that SARIF's schema and our own use. An unknown keyword dies, so that
# nothing is passed by merely not being looked at.

use strict;
use warnings;
use Exporter 'import';
use JSON::PP;

our @EXPORT_OK = qw(mistakes);

my %ignored = map { $_ => 1 } qw($schema $id id $comment $defs definitions title description default examples format deprecated);

sub mistakes {
	my ($schema, $document) = @_;
	return check($schema, $schema, $document, '$');
}

sub kind {
	my ($value) = @_;
	return 'null' if !defined $value;
	return 'object' if ref $value eq 'HASH';
	return 'array' if ref $value eq 'ARRAY';
	return 'boolean' if JSON::PP::is_bool($value);
	# a number that was never used as a string has no POK flag; JSON::PP keeps them apart the same way
	my $written = JSON::PP->new->allow_nonref->encode($value);
	return $written =~ /^"/ ? 'string' : $written =~ /^-?\d+$/ ? 'integer' : 'number';
}

sub is_kind {
	my ($kind, $wanted) = @_;
	return grep { $kind eq $_ || ($_ eq 'number' && $kind eq 'integer') } ref $wanted ? @$wanted : $wanted;
}

sub same { return JSON::PP->new->canonical->allow_nonref->encode($_[0]) eq JSON::PP->new->canonical->allow_nonref->encode($_[1]) }

sub target {
	my ($root, $reference) = @_;
	my ($at, @path) = ($root, split m{/}, $reference =~ s/^#\/?//r);
	$at = $at->{s/~1/\//gr =~ s/~0/~/gr} // die "no $reference in the schema\n" for @path;
	return $at;
}

my %keyword = (
	'$ref' => sub { my ($root, $ref, $value, $place) = @_; check($root, target($root, $ref), $value, $place) },
	type => sub {
		my ($root, $type, $value, $place) = @_;
		is_kind(kind($value), $type) ? () : "$place is " . kind($value);
	},
	enum => sub {
		my ($root, $allowed, $value, $place) = @_;
		(grep { same($_, $value) } @$allowed) ? () : "$place is none of those allowed";
	},
	const => sub { my ($root, $only, $value, $place) = @_; same($only, $value) ? () : "$place has another value" },
	required => sub {
		my ($root, $names, $value, $place) = @_;
		ref $value eq 'HASH' ? map { "$place lacks $_" } grep { !exists $value->{$_} } @$names : ();
	},
	properties => sub {
		my ($root, $schemas, $value, $place) = @_;
		ref $value eq 'HASH' ? map { check($root, $schemas->{$_}, $value->{$_}, "$place.$_") }
		    grep { exists $value->{$_} } sort keys %$schemas : ();
	},
	patternProperties => sub {
		my ($root, $schemas, $value, $place) = @_;
		return () if ref $value ne 'HASH';
		map { my $pattern = $_; map { check($root, $schemas->{$pattern}, $value->{$_}, "$place.$_") }
		    grep { /$pattern/ } sort keys %$value } sort keys %$schemas;
	},
	propertyNames => sub {
		my ($root, $schema, $value, $place) = @_;
		ref $value eq 'HASH' ? map { check($root, $schema, $_, "$place, key $_") } sort keys %$value : ();
	},
	items => sub {
		my ($root, $schema, $value, $place) = @_;
		ref $value eq 'ARRAY' ? map { check($root, $schema, $value->[$_], "$place\[$_]") } 0 .. $#$value : ();
	},
	minItems => sub { ref $_[2] eq 'ARRAY' && @{$_[2]} < $_[1] ? "$_[3] is too short" : () },
	maxItems => sub { ref $_[2] eq 'ARRAY' && @{$_[2]} > $_[1] ? "$_[3] is too long" : () },
	uniqueItems => sub {
		return () if !$_[1] || ref $_[2] ne 'ARRAY';
		my %seen;
		(grep { $seen{JSON::PP->new->canonical->allow_nonref->encode($_)}++ } @{$_[2]}) ? "$_[3] repeats an item" : ();
	},
	minProperties => sub { ref $_[2] eq 'HASH' && keys %{$_[2]} < $_[1] ? "$_[3] has too few members" : () },
	minimum => sub { kind($_[2]) =~ /integer|number/ && $_[2] < $_[1] ? "$_[3] is too small" : () },
	maximum => sub { kind($_[2]) =~ /integer|number/ && $_[2] > $_[1] ? "$_[3] is too large" : () },
	minLength => sub { kind($_[2]) eq 'string' && length $_[2] < $_[1] ? "$_[3] is too short" : () },
	maxLength => sub { kind($_[2]) eq 'string' && length $_[2] > $_[1] ? "$_[3] is too long" : () },
	pattern => sub { kind($_[2]) eq 'string' && $_[2] !~ /$_[1]/ ? "$_[3] does not match $_[1]" : () },
	allOf => sub { my ($root, $all, $value, $place) = @_; map { check($root, $_, $value, $place) } @$all },
	anyOf => sub {
		my ($root, $any, $value, $place) = @_;
		(grep { !check($root, $_, $value, $place) } @$any) ? () : "$place fits none of the forms";
	},
	oneOf => sub {
		my ($root, $any, $value, $place) = @_;
		1 == grep({ !check($root, $_, $value, $place) } @$any) ? () : "$place does not fit just one of the forms";
	},
	not => sub { my ($root, $schema, $value, $place) = @_; check($root, $schema, $value, $place) ? () : "$place fits what it must not" },
	additionalProperties => sub { () }, # in check, which sees its neighbours
);

sub additional {
	my ($root, $schema, $value, $place) = @_;
	return () if ref $value ne 'HASH' || !exists $schema->{additionalProperties};
	my @patterns = keys %{$schema->{patternProperties} || {}};
	my @others = grep { my $name = $_; !exists $schema->{properties}{$name} && !grep { $name =~ /$_/ } @patterns } sort keys %$value;
	return map { check($root, $schema->{additionalProperties}, $value->{$_}, "$place.$_") } @others;
}

sub check {
	my ($root, $schema, $value, $place) = @_;
	return $schema ? () : ("$place must not be there") if JSON::PP::is_bool($schema);
	my @wrong;
	for my $name (sort keys %$schema) {
		next if $ignored{$name};
		my $check = $keyword{$name} or die "Schema.pm does not know the keyword $name\n";
		push @wrong, $check->($root, $schema->{$name}, $value, $place);
	}
	push @wrong, additional($root, $schema, $value, $place);
	return @wrong; # an array: anyOf and its like ask how many
}

1;
