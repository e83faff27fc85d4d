# --emit records: a line a milestone, the same whatever -j, by the schema, without names where they are redacted.

use strict;
use warnings;
use JSON::PP;
use Schema qw(mistakes);
use Program;
use Test::More;

my $text = <<'END';
plan: {title: Parks  Plan, organisation: Parkside, period: 2010/11}
key_actions:
  - ref: KA1
    title: Lit paths
    lead_officer: Una Pike
    milestones:
      - {id: M1, text: Publish the guide to 12 lamps in Abbey Park on 21 Jan, due: 2010-05-31}
      - {text: Workshop of Una Pike held, due: tbc, status: cancelled}
      - text: Workshop of Una Pike held
---
plan: {title: parks plan, organisation: PARKSIDE}
key_actions:
  - {title: Benches, milestones: [{due: 2010-06-30}]}
END
put('plans/a.yaml', $text);
put("plans/b$_.yaml", $text =~ s/Parks/Roads$_/r) for 1 .. 9;
put('plans/broken.yaml', $plan{broken});

sub records { planlint('sweep', '--fail-on', 'never', '--emit', 'records', @_); return map { decode_json($_) } split /\n/, $out }

my @records = records('plans');
my $lines = $out;
is(scalar @records, 40, 'a line a milestone');
planlint('schema', 'records');
my $schema = decode_json($out);
is(join('; ', map { mistakes($schema, $_) } @records), '', 'by the schema');
is_deeply([sort keys %{$schema->{properties}}], [sort keys %{$records[0]}], 'which knows each member');

my ($first, $second, $third, $fourth) = @records;
is_deeply([@$first{qw(plan document milestone line item organisation due officer cancelled compared deed)}],
	['plans/a.yaml', 0, 0, 7, 'KA1 "Lit paths" > M1', 'Parkside', '2010-05-31', 'Una Pike', JSON::PP::false, JSON::PP::true, 'publish'],
	'what a record says');
is_deeply($first->{tokens}, [sort @{$first->{tokens}}], 'tokens are in order');
is_deeply([grep { /^(?:12|abbey|=01-21|lamp)\b|^=/ } @{$first->{tokens}}], ['12/2ns', '=01-21/4ns', 'abbey/2ps', 'lamp/1s'], 'with weights and letters');
is($first->{weight}, eval { my $sum = 0; $sum += $_ for map { m{/(\d+)} } @{$first->{tokens}}; $sum }, 'which add up');
ok($second->{cancelled}, 'a status');
is($second->{due}, undef, 'no day');
is_deeply($third->{rules}, ['meeting-only', 'missing-deadline'], 'rules that found something');
is($fourth->{document}, 1, 'the second plan of the file');
is_deeply([@$fourth{qw(tokens deed officer)}], [[], undef, undef], 'without words');
is($fourth->{series}, $first->{series}, 'the same series in other letters');
isnt($records[4]{series}, $first->{series}, 'another plan is of another');
isnt($second->{id}, $third->{id}, 'ids tell milestones of the same words apart');
is(scalar keys %{{map { $_->{id} => 1 } @records}}, 40, 'and all others');

records('-j', 1, 'plans');
is($out, $lines, 'on one thread');
records('-j', 4, 'plans');
is($out, $lines, 'on several');
records(map { "plans/$_" } grep { /^b/ } map { s{.*/}{}r } glob 'plans/*');
my $part = $out;
records('plans/a.yaml');
is($out . $part, $lines, 'in parts');
planlint('sweep', '--fail-on', 'never', '--emit', 'records', '-o', 'r.jsonl', 'plans');
is(get('r.jsonl'), $lines, 'to a file');
planlint('sweep', '--select', 'meeting-only', '--fail-on', 'never', '--emit', 'records', 'plans/a.yaml');
ok(!decode_json((split /\n/, $out)[0])->{compared}, 'where the rule is off it is not compared');
like($out, qr/"tokens":\["12\/2ns"/, 'the tokens are there all the same');

# Names.
is(planlint('sweep', '--redact', '--emit', 'records', 'plans'), 2, 'a key is needed for what is to be joined without names');
like($err, qr/need PLANLINT_REDACT_KEY/, 'and is asked for');
sub keyed { local $ENV{PLANLINT_REDACT_KEY} = shift; return records('--redact', @_) }
my @one = keyed('one', 'plans/a.yaml');
my $one = $out;
unlike($one, qr/Una|Pike|pike|lamp|abbey|Workshop|paths|:"publish"/i, 'no name and no word');
is(join('; ', map { mistakes($schema, $_) } @one), '', 'by the schema as well');
like($one, qr/"officer":"officer-[0-9a-f]{10}"/, 'but a token');
is((grep { !m{^[0-9a-f]{16}/\d[npgs]*$} } map { @{$_->{tokens}} } @one), 0, 'tokens are hashed');
sub letters { return join ' ', sort map { s{.*/}{}r } @{$_[0]{tokens}} }
is(letters($one[0]), letters($first), 'with their weights');
keyed('one', 'plans/a.yaml');
is($out, $one, 'the same with the same key');
my @all = keyed('one', 'plans');
is_deeply([@all[0 .. 3]], [@one], 'whatever other plans there are');
my @two = keyed('two', 'plans/a.yaml');
isnt($two[0]{$_}, $one[0]{$_}, "another key, another $_") for qw(series officer deed);
is(planlint('sweep', '--emit', 'records', '--by', 'rule', 'plans'), 2, 'rates at the same time');
is(planlint('check', '--emit', 'records', 'plans'), 2, 'check has no records');

done_testing;
