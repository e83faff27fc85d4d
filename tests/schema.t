# The schemas that planlint prints hold for the examples, for what it writes itself, and not for slips.

use strict;
use warnings;
use Cwd;
my $here;
BEGIN { $here = getcwd }
use JSON::PP;
use Schema qw(mistakes);
use Files qw(slurp);
use Program;
use Test::More;

# A file as the reader of an editor would see it, every value a text, from the tree that planlint dumps.
sub tree {
	my ($path) = @_;
	planlint('check', '--isolated', '--dump', 'tree', $path);
	my @documents;
	my @open; # [indent, container]
	for (split /\n/, $out) {
		my ($indent, $key, $rest) = /^( *)(?:(-|"(?:[^"\\]|\\.)*" \S+): ?|(?=document))?(.*)/ or next;
		($indent, $key, $rest) = ($1, '-', $2) if /^( *)- (.*)/;
		my $depth = length $indent;
		my $value = $rest =~ /mapping \d/ ? {} : $rest =~ /list \d/ ? [] : undef;
		$value = JSON::PP->new->allow_nonref->decode($1) if !ref $value && $rest =~ /("(?:[^"\\]|\\.)*")$/;
		pop @open while @open && $open[-1][0] >= $depth;
		if (/^document/) { push @documents, $value; @open = ([0, $value]); next }
		my $parent = $open[-1][1];
		if ($key eq '-') { push @$parent, $value }
		else { $parent->{JSON::PP->new->allow_nonref->decode($key =~ s/ \S+$//r)} = $value }
		push @open, [$depth, $value] if ref $value;
	}
	return @documents;
}

sub schema {
	my ($name, @words) = @_;
	planlint('schema', $name, @words);
	return decode_json($out);
}

sub fits { my ($schema, $document, $what) = @_; is(join("\n", mistakes($schema, $document)), '', $what) }
sub slips { my ($schema, $document, $what) = @_; isnt(join("\n", mistakes($schema, $document)), '', $what) }

my %schema = map { $_ => schema($_) } qw(plan config output compare records rates score);
for my $name (sort keys %schema) {
	is($schema{$name}{'$schema'}, 'https://json-schema.org/draft/2020-12/schema', "$name says which draft it is of");
}

# ---- plans

for my $path (glob "$here/examples/*-good.yaml $here/examples/*-poor.yaml") {
	my ($name) = $path =~ m{([^/]+)$};
	my @documents = tree($path);

	is(scalar @documents, 1, "$name is one document");
	ok(exists $documents[0]{plan}{title}, "$name is seen as it is");
	fits($schema{plan}, $documents[0], "$name fits the schema");
}
fits($schema{plan}, {plan => {title => 'A', period => {start => '2010-04-01', end => '2011-03-31'}},
	key_actions => [{title => 'B', no => 1, statutory => JSON::PP::false, milestones => ['C', {text => 'D', due => 2010}]}]},
	'numbers and truth values do for texts');
slips($schema{plan}, ['a list'], 'a list is no plan');
slips($schema{plan}, {plan => {title => ['A', 'B', {}]}}, 'a title is no list of mappings');
slips($schema{plan}, {key_actions => [{milestones => [{text => {a => 1}}]}]}, 'a text is no mapping');
ok($schema{plan}{'$defs'}{milestone}{properties}{due}, 'milestones have a due date');
ok(!$schema{plan}{'$defs'}{theme}{properties}{due}, 'themes have none');

# ---- configurations

put('full.yaml', <<'END');
extends: [planlint:ci]
fail_on: error
min-confidence: low
aliases: {key_actions: [workstreams], due: when}
calendar: {year-start: 04-01, holidays: [2026-12-25]}
vocabulary: {bodies: [Moot], meetings: powwow, acronyms: {LSP: Local Strategic Partnership}}
rules:
  meeting-only: error
  timescale: off
  unrealistic-timescale: {severity: warning, minimum-weeks: {public consultation: 12}}
overrides:
  - files: ["archive/**"]
    rules: {missing-outcome: off}
suppressions: {require-reason: true, locked: [duplicate-ref]}
END
is(planlint('check', '-c', 'full.yaml', '--allow-empty', '.'), 0, 'planlint takes this configuration') or diag($err);
fits($schema{config}, (tree('full.yaml'))[0], 'and so does its schema');
planlint('init');
fits($schema{config}, (tree('.planlint.yaml'))[0], 'what init writes fits the schema');
put('.planlint.yaml', join '', map { s/^#(?! )|^#(?=  \S)//r } split /^/, get('.planlint.yaml'));
is(planlint('check', '--allow-empty', '.'), 0, 'with all that it offers') or diag($err);
fits($schema{config}, (tree('.planlint.yaml'))[0], 'that fits as well');
is(scalar(keys %{(tree('.planlint.yaml'))[0]}), 11, 'and is not little');
unlink '.planlint.yaml';
slips($schema{config}, $_->[0], $_->[1]) for
	[{failon => 'error'}, 'an unknown key'], [{'fail-on' => 'off'}, 'a level that is none'],
	[{rules => {'meeting-only' => 'eror'}}, 'a severity that is none'],
	[{rules => {'ref-format' => {patern => 'x'}}}, 'an option that is none'], [{calendar => {start => 1}}, 'a key of a part'],
	[{overrides => {}}, 'a mapping where a list belongs'];
fits($schema{config}, {rules => {'undefined-acronym' => JSON::PP::false}}, 'off may be read as false');

# What the README shows of a configuration and a rule pack is one.
{
	my $readme = slurp("$here/README.md");
	my ($config) = $readme =~ /^```yaml\n(extends:.*?)^```/ms;
	my ($pack) = $readme =~ /^```yaml\n(module:.*?)^```/ms;

	put('shown/.planlint.yaml', $config);
	put('shared/council-rules.yaml', $pack);
	is(planlint('check', '-c', 'shown/.planlint.yaml', '--allow-empty', 'shown'), 0, 'the README shows a configuration')
	    or diag($err);
	fits($schema{config}, (tree('shown/.planlint.yaml'))[0], 'that fits the schema');
}

put('pack.yaml', "rules:\n  - {id: one, summary: s, when: {present: text}}\n");
put('.planlint.yaml', "extends: pack.yaml\n");
ok(schema('config')->{'$defs'}{rules}{properties}{one}, 'rules of packs are known here');
unlink '.planlint.yaml';

# ---- reports

put("$_.yaml", $plan{$_}) for keys %plan;
for my $words (['late.yaml'], ['fine.yaml'], ['broken.yaml', 'none.yaml'], ['--as-of', '2010-10-01', 'late.yaml']) {
	planlint('check', '--format', 'json', @$words);
	fits($schema{output}, decode_json($out), "the report on @$words fits the schema");
}
put('quiet.yaml', $plan{late} =~ s/(2012-01-31)/$1 # planlint: ignore[deadline-outside-period]/r);
planlint('check', '--format', 'json', 'quiet.yaml');
like($out, qr/"suppressed"/, 'a suppressed finding');
fits($schema{output}, decode_json($out), 'fits');
slips($schema{output}, {%{decode_json($out)}, findings => [{}]}, 'a finding without anything does not');

# ---- the command

is(planlint('schema'), 2, 'which one must be said');
like($err, qr/which schema\? There are plan, config, output, compare, records, rates, score$/, 'is asked');
is(planlint('schema', 'plans'), 2, 'no such schema');

done_testing();
