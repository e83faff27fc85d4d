#!/usr/bin/perl
# The project's own form: headers stand alone, stages include only what comes before them, each rule is complete, the README
# says what the program says, and the library exports what its headers declare.

use strict;
use warnings;
use File::Basename;
use Files qw(put slurp);
use Test::More;

my $cc = $ENV{CC} || 'cc';
my $build = $ENV{B} || 'build';

# [including file, header, is it "quoted"] of all files in the patterns.
sub includes {
	my @found;
	for my $path (map { glob } @_) {
		my $text = slurp($path);
		push @found, [$path, $2, $1 eq '"'] while $text =~ /^#include\s+(["<])([^">]+)/mg;
	}
	return @found;
}

sub none {
	my ($name, @wrong) = @_;
	ok(!@wrong, $name) or diag(join "\n", sort @wrong);
}

# ---- headers

sub compiles {
	my ($language, $header) = @_;
	return system("$cc -fsyntax-only -Wall -Wextra -Werror $language -Iinclude -Isrc -x $header >&2") == 0;
}

none('each header compiles alone in C', grep { !compiles('-std=c11 -D_POSIX_C_SOURCE=200809L', "c $_") }
    glob 'include/planlint/*.h src/*/*.h');

SKIP: {
	skip "$cc compiles no C++ here", 1 if system("echo | $cc -fsyntax-only -x c++ - 2>/dev/null") != 0;
	none('each public header compiles alone in C++', grep { !compiles('-std=c++11', "c++ $_") }
	    glob 'include/planlint/*.h');
}

none('each header has a guard', grep { slurp($_) !~ /^#ifndef (\w+)\n#define \1\n/m && !/\.def$/ }
    glob 'include/planlint/*.h src/*/*.h');

# ---- layers

my @stages = qw(base source diag yaml plan text lint report cli);
my %place = map { $stages[$_] => $_ } 0 .. $#stages;

sub folder_of { return (split m{/}, $_[0])[1] }

sub breaks_layer {
	my ($path, $header, $quoted) = @{ $_[0] };
	return 0 if !$quoted || ($header eq '../../rules/rules.def' && folder_of($path) eq 'lint');
	return 1 if $header !~ m{^(\w+)/} || !exists $place{$1};
	return $place{$1} > $place{ folder_of($path) };
}

sub show { return "$_[0][0] includes $_[0][1]" }

none('a stage includes only itself and the stages before it', map { show($_) } grep { breaks_layer($_) }
    includes('src/*/*.[ch]'));
none('the program is a client: it includes the public headers, base and report only', map { show($_) }
    grep { $_->[2] && $_->[1] !~ m{^(?:base|report|cli)/} } includes('src/cli/*.[ch]'));
none('the public headers include each other only', map { show($_) }
    grep { $_->[2] || $_->[1] !~ m{^(?:planlint/\w+|std\w+)\.h$} } includes('include/planlint/*.h'));

my %libc = map { $_ => 1 } qw(assert ctype errno float inttypes limits math stdbool stddef stdint stdio stdlib string strings);
none('a rule includes the public headers and the C library only', map { show($_) }
    grep { $_->[2] ? $_->[1] !~ /^\w+\.def$/ : $_->[1] !~ m{^planlint/\w+\.h$} && !($_->[1] =~ /^(\w+)\.h$/ && $libc{$1}) }
    includes('rules/*/*.[ch]'));

for my $header (qw(yaml.h pcre2.h jansson.h libstemmer.h utf8proc.h xxhash.h)) {
	my %files = map { $_->[0] => 1 } grep { $_->[1] eq $header } includes('src/*/*.[ch]', 'rules/*/*.[ch]');
	ok(keys %files <= 1, "at most one file includes $header") or diag(join "\n", sort keys %files);
}

# ---- rules

my %listed = map { $_ => 1 } slurp('rules/rules.def') =~ /^PL_RULE\((\w+)\)/mg;
my %written = map { basename($_, '.c') => $_ } glob 'rules/*/*.c';
my %builtin = map { $_ => 1 } slurp('src/diag/builtin.def') =~ /\.id\s*=\s*"([\w-]+)"/g;

sub id { return $_[0] =~ tr/_/-/r }

none('each line of rules.def has its file', grep { !$written{$_} } keys %listed);
none('each rule has its line in rules.def', grep { !$listed{$_} } keys %written);
none('each rule defines the symbol of its name',
    grep { slurp($written{$_}) !~ /^const struct pl_rule pl_rule_$_\b/m } keys %written);
none('each rule has the id and the module of its place', grep {
	my $module = folder_of($written{$_});
	slurp($written{$_}) !~ /\.id = "\Q@{[id($_)]}\E"/ || slurp($written{$_}) !~ /\.module = "$module"/
} keys %written);
none('each rule has a folder of test plans with a bad and a good one', grep {
	my $folder = "tests/rules/$_";
	!-e "$folder/bad.yaml" || !-e "$folder/good.yaml"
} map { id($_) } keys %listed);
none('each folder of test plans has its rule', grep { !$listed{ tr/-/_/r } && !$builtin{$_} }
    map { basename($_) } glob 'tests/rules/*');

# ---- what the README says

my $readme = slurp('README.md');
my %quoted = ( # what stands in the README: the command and what it prints
	table => qr/^<!-- (planlint rules --format markdown) -->\n(.*?)^<!-- end -->/ms,
	sample => qr/^```\n\$ (planlint check .*?)\n(.*?)^```/ms,
);

for my $part (sort keys %quoted) {
	$readme =~ $quoted{$part} or die "no $part in the README\n";
	my ($text, $from, $now) = ($2, $-[2], scalar `$build/$1`);
	if ($ENV{BLESS}) {
		substr $readme, $from, length $text, $now;
		put('README.md', $readme);
	} else {
		is($text, $now, "the $part in the README is what the program prints");
	}
}

my ($formats) = `$build/planlint help check` =~ /^ +--format FORMAT .*?\n(.*?)^ {1,8}-/ms;
my @formats = ($formats // '') =~ /^ {28}(\w+) {2,}\S/mg;
my ($reports) = $readme =~ /^## Reports\n(.*?)^## /ms;
cmp_ok(scalar @formats, '>', 9, 'help lists the formats');
none('the README tells of each format', grep { my $name = $_; $reports !~ /^\|[^|]*`$name`/m } @formats);

# ---- the library

my %exported = map { /\sT (\w+)$/ || /\s[DRB] (\w+)$/ ? ($1 => 1) : () } `nm -D --defined-only $build/libplanlint.so`;
my %declared;
for my $header (glob 'include/planlint/*.h') {
	my $text = slurp($header) =~ s{/\*.*?\*/}{}gsr;
	$declared{$1} = 1 while $text =~ /^PL_API [^;(]*?(\w+)\(/mg;
}
my $gcov = grep { /^__gcov_/ } keys %exported; # brings names of its own
none('the library exports nothing that no public header declares', $gcov ? () : grep { !$declared{$_} } keys %exported);
none('the library exports what the public headers declare', grep { !$exported{$_} } keys %declared);

# ---- all text

my @all = split /\0/, `git ls-files -z 2>/dev/null` || '';
SKIP: {
	skip 'not a git checkout', 2 if !@all;
	my @text = grep { -f && -T _ } @all;
	none('no file names a place on some machine', grep { slurp($_) =~ m{(?<![\w.~/-])/(?:home|root|work|Users)/} } @text);
	none('no file has work left to do', grep { slurp($_) =~ /\b(?:FIXME|XXX)\b/ } grep { !m{^tests/form\.t$} } @text);
}

done_testing();
