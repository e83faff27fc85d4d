#!/usr/bin/perl
# Every place that a finding names, cut out of the file by its bytes, is what the finding talks about: counted anew here,
# over the examples, the plans of the tests and the corpus, and over one plan in every style of scalar, line end and
# encoding.
use strict;
use warnings;
use utf8;
use Encode qw(encode decode FB_CROAK);
use File::Temp qw(tempdir);
use Files qw(put slurp);
use JSON::PP;
use Test::More;

my $planlint = $ENV{PLANLINT} || 'build/planlint';
my $corpus = $ENV{CORPUS} || '../shared/corpus/dev';
my $folder = tempdir(CLEANUP => 1);
binmode Test::More->builder->$_, ':utf8' for qw(output failure_output todo_output);

sub findings {
	my (@arguments) = @_;
	my @lines = `$planlint check --isolated --profile research --fail-on never --format jsonl @arguments`;
	return grep { $_->{rule} } map { JSON::PP->new->utf8->decode($_) } @lines;
}

# ---- counting anew

sub encoding_of {
	my ($bytes) = @_;
	return $bytes =~ /^\xff\xfe/ ? 'UTF-16LE' : $bytes =~ /^\xfe\xff/ ? 'UTF-16BE' : 'UTF-8';
}

# Line and column of a byte: a line ends at LF, CR or CRLF, a mark at the beginning is no column.
sub recount {
	my ($bytes, $offset) = @_;
	my $before = decode(encoding_of($bytes), substr $bytes, 0, $offset);
	$before =~ s/^\x{feff}//;
	$before =~ s/\r\n/\n/g;
	my @lines = split /[\r\n]/, "$before.", -1;
	return scalar(@lines) . ':' . length $lines[-1];
}

sub wrong_position {
	my ($bytes, $position) = @_;
	my $offset = $position->{offset};
	return "offset $offset is behind the end" if $offset > length $bytes;
	my $said = "$position->{line}:$position->{column}";
	my $counted = recount($bytes, $offset);
	return $said eq $counted ? () : "offset $offset is $counted, not $said";
}

sub cut {
	my ($bytes, $range) = @_;
	my ($begin, $end) = map { $_->{offset} } @$range{qw(start end)};
	return eval { decode(encoding_of($bytes), substr($bytes, $begin, $end - $begin), FB_CROAK) };
}

# What YAML makes of a piece of a scalar, with all space made one blank.
sub spoken {
	my ($text, $style) = @_;
	$style ||= '';
	$text =~ s/''/'/g if $style eq 'single';
	if ($style eq 'double') {
		$text =~ s/\\\r?\n[ \t]*//g;
		$text =~ s/\\u([0-9a-f]{4})|\\U([0-9a-f]{8})|\\(.)/$1 || $2 ? chr hex($1 || $2) : $3 eq 't' ? "\t" : $3/gse;
	}
	$text =~ s/\s+/ /g;
	return $text =~ s/^ | $//gr;
}

# ---- plans that are there already

my %open_ended = map { $_ => 1 } qw(yaml-syntax not-a-plan bad-encoding input-limit);

sub wrong_places {
	my ($bytes, $finding) = @_;
	my @wrong;
	for my $place ($finding, @{ $finding->{evidence} }, grep { $_->{path} eq $finding->{path} } @{ $finding->{related} }) {
		my ($range, $words) = @$place{qw(range words)};
		push @wrong, map { wrong_position($bytes, $_) } @$range{qw(start end)};
		my $text = cut($bytes, $range);
		push @wrong, "$range->{start}{offset} cuts a character" and next if !defined $text && !$open_ended{ $finding->{rule} };
		next if $open_ended{ $finding->{rule} };
		push @wrong, "'$text' begins or ends in space" if $text =~ /^\s|\s$/ || $text eq '';
		push @wrong, "'$text' is not '$words'"
		    if defined $words && !grep { spoken($text, $_) eq spoken($words) } '', 'single', 'double';
	}
	# Quoted at the beginning of a message: that is what it is about, or what a related place is in.
	if ($finding->{message} =~ /^"([^"…]+)"/) {
		my $quoted = spoken($1);
		my @about = map { cut($bytes, $_->{range}), $_->{item} // () } $finding, @{ $finding->{evidence} },
		    @{ $finding->{related} };
		push @wrong, "\"$quoted\" is not there: @about"
		    unless grep { my $text = $_; grep { index(spoken($text, $_), $quoted) >= 0 } '', 'single', 'double' } @about;
	}
	return map { "$finding->{path} $finding->{rule}: $_" } @wrong;
}

for my $plan (sort glob "$corpus/*.yaml examples/*.yaml tests/rules/*/*.yaml tests/golden/*/*.yaml tests/accuracy/*.yaml") {
	my $bytes = slurp($plan);
	next unless defined eval { decode(encoding_of($bytes), $bytes, FB_CROAK | Encode::LEAVE_SRC) }; # no columns to agree on
	my @wrong = map { wrong_places($bytes, $_) } findings($plan);
	is(join("\n", @wrong), '', $plan);
}

# ---- one plan in every style

# Two of each so that related places are there as well.
my @texts = (
	"Café team meeting 🎉 with the tenants' group to discuss: \"what next\"",
	"Report to Cabinet on\tthe 🏠 re\x{301}novation programme",
	"Continue to monitor the naïve “back\\slash” scheme",
	"12 grants paid to owners of 日本 gardens at Q\x{fe0f}ueen's Square, 3 plots # each",
	"12 grants paid to owners of 日本 gardens at Q\x{fe0f}ueen's Square, 3 plots # each",
);

sub folded { my ($text, $indent) = @_; return $text =~ s/ (with|on|the|owners|gardens) /\n$indent$1 /gr }

my %write = (
	plain => sub { $_[0] =~ s/: / - /gr =~ s/ #/ no/gr },
	'plain-folded' => sub { folded($_[0] =~ s/: / - /gr =~ s/ #/ no/gr, $_[1]) },
	single => sub { "'" . $_[0] =~ s/'/''/gr . "'" },
	'single-folded' => sub { "'" . folded($_[0] =~ s/'/''/gr, $_[1]) . "'" },
	double => sub { '"' . $_[0] =~ s/([\\"])/\\$1/gr =~ s/\t/\\t/gr . '"' },
	'double-escaped' => sub {
		'"' . $_[0] =~ s/([\\"])/\\$1/gr =~ s/([^ -~])/sprintf ord $1 > 0xffff ? '\\U%08x' : '\\u%04x', ord $1/ger . '"'
	},
	'double-folded' => sub { '"' . folded($_[0] =~ s/([\\"])/\\$1/gr, $_[1]) =~ s/\n *with/ \\$&/r . '"' },
	literal => sub { "|-\n$_[1]" . folded($_[0], $_[1]) },
	'literal-kept' => sub { "|+\n$_[1]" . folded($_[0], $_[1]) . "\n" },
	folded => sub { ">\n$_[1]" . folded($_[0], $_[1]) },
	'folded-indented' => sub { ">2-\n$_[1]" . folded($_[0], $_[1]) },
);

# 'folded-indented' says that its lines stand two columns in from the key.
sub plan_in {
	my ($style) = @_;
	my $indent = $style eq 'folded-indented' ? ' ' x 10 : ' ' x 12;
	my $number = 0;
	my $plan = "# 🏴 plan\nplan: {title: Jardín plan, period: 2010/11}\nkey_actions:\n"
	    . "  - title: Gardens\n    expected_outcome: \"Fewer compl\\u00e4ints 🎈\"\n    milestones:\n";
	for my $text (@texts) {
		$number++;
		my $written = $write{$style}->($text, $indent);
		$plan .= "      - id: M$number\n        text: $written\n        due: 'Q$number'\n";
	}
	return $plan;
}

my %encode = (
	'' => sub { encode('UTF-8', $_[0]) },
	crlf => sub { encode('UTF-8', $_[0] =~ s/\n/\r\n/gr) },
	cr => sub { encode('UTF-8', $_[0] =~ s/\n/\r/gr) },
	bom => sub { encode('UTF-8', "\x{feff}$_[0]") },
	'bom-crlf' => sub { encode('UTF-8', "\x{feff}" . $_[0] =~ s/\n/\r\n/gr) },
	'utf-16le' => sub { encode('UTF-16LE', "\x{feff}$_[0]") },
	'utf-16be-crlf' => sub { encode('UTF-16BE', "\x{feff}" . $_[0] =~ s/\n/\r\n/gr) },
);

sub told {
	my ($bytes, $finding, $style) = @_;
	my @lines = map { spoken(cut($bytes, $_->{range}), $style) } $finding, @{ $finding->{evidence} }, @{ $finding->{related} };
	return "$finding->{rule}: " . join ' | ', @lines;
}

my %plain = map { $_ => 1 } qw(plain plain-folded); # whose words differ a little
my %expected;

for my $style (sort keys %write) {
	for my $encoding (sort keys %encode) {
		my $name = $style . ($encoding ? "-$encoding" : '');
		my $bytes = $encode{$encoding}->(plan_in($style));
		my $kind = $plain{$style} ? 'plain' : 'quoted';
		put("$folder/$name.yaml", $bytes);
		my @found = findings("$folder/$name.yaml");
		my @wrong = map { wrong_places($bytes, $_) } @found;
		is(join("\n", @wrong), '', "$name: places");
		my $told = join "\n", map { told($bytes, $_, $style =~ /^(single|double)/ ? $1 : '') } @found;
		$expected{$kind} //= $told;
		is($told, $expected{$kind}, "$name: findings");
	}
}

# That there are findings at all, and that each is about its own milestone.
like($expected{quoted}, qr/^meeting-only: Café team meeting/m, 'a meeting is found');
like($expected{quoted}, qr/^duplicate-milestone: .*\| 12 grants paid to owners of 日本/m, 'a repetition is found');

done_testing();
