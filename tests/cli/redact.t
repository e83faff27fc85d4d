# --redact names no officer anywhere, in any format; --group-by puts findings together.

use strict;
use warnings;
use JSON::PP;
use Program;
use Test::More;

my $named = <<'END';
plan: {title: Park plan, period: 2010/11, as_at: 2010-09-30}
key_actions:
  - ref: KA1
    title: Repair the paths with Fergus Quibell
    lead_oficer: Sorrel Hushed
    lead_officer: Fergus Quibell / Minna Oake
    deadline: 2011-01-01
    expected_outcome: Wheelchairs reach every bench
    milestones:
      - text: Long workshop of the whole team with Fergus Quibell held
        due: 2012-01-31
        lead_officer: Zillah Quick
      - text: Meeting with Mr Quibell and zillah quick about all that
        due: 2010-05-01
      - {text: "Workshop of Minna Oake", due: 2010-05-01, lead_officer: "Fergus \x51uibell"}
      - text: >-
          Meeting with many people of the committee and Fergus
          Quibell held
        due: 2010-05-02
      - {id: Zillah Quick, text: Workshop held, due: 2010-01-01} # planlint: ignore[meeting-only] -- Fergus Quibell agreed
  - ref: Minna Oake
    title: Oaken benches
    lead_officer: Head of Benches
    links: [{to: Fergus Quibell}]
    milestones: [{text: Workshop held, due: 2010-01-01}]
END
put('plan.yaml', $named);
put('broken.yaml', "plan: {title: P}\nkey_actions:\n  - lead_officer: \"Fergus Quibell\n    title: x\n");

my $name = qr/Quibell|Fergus|Minna|\bOake\b|Zillah|\bQuick\b|zillah|Sorrel|Hushed|x51uibell/i;
for my $format (qw(text concise json jsonl sarif github gitlab junit csv markdown html)) {
	for my $by (qw(file rule action officer)) {
		planlint('check', '--profile', 'research', '--redact', '--format', $format, '--group-by', $by, 'plan.yaml', 'broken.yaml');
		unlike($out, $name, "$format by $by: no name") or diag(grep { /$name/ } map { "$_\n" } split /\n/, $out);
		unlike($err, $name, "$format by $by: nor on standard error");
	}
}
planlint('check', '--profile', 'research', 'plan.yaml');
like($out, $name, 'names are there otherwise');
planlint('check', '--redact', '--format', 'json', 'plan.yaml');
my @findings = @{decode_json($out)->{findings}};
like($findings[1]{item}, qr/officer-1/, 'a token stands for the name');
my %tokens = map { $_ => 1 } $out =~ /officer-\d+/g;
cmp_ok(scalar keys %tokens, '>=', 3, 'one for each');
planlint('check', '--redact', 'plan.yaml');
my ($line) = $out =~ /^10 \|(.*Long workshop.*)$/m;
my ($marks) = $out =~ /^10 \|.*\n   \|(.*)$/m;
is(substr($line, length($marks) - 4, 4), 'held', 'underlines follow the words that moved');

# The same words with another name, in the same place: nothing in the report tells the two apart.
put('other/plan.yaml', $named);
chdir 'other';
planlint('check', '--redact', '--profile', 'research', '--format', 'json', 'plan.yaml');
my $one = $out =~ s/"(?:offset|column|line)":\d+//gr;
put('plan.yaml', $named =~ s/Quibell/Quorten/gr =~ s/x51uibell/x51uorten/r);
planlint('check', '--redact', '--profile', 'research', '--format', 'json', 'plan.yaml');
is($out =~ s/"(?:offset|column|line)":\d+//gr, $one, 'fingerprints are made without names');
chdir '..';

# With a key tokens are the same in every run, and others with another key.
sub keyed {
	local $ENV{PLANLINT_REDACT_KEY} = $_[0];
	planlint('check', '--redact', '--group-by', 'officer', 'plan.yaml');
	return join ' ', $out =~ /officer-[0-9a-f]{10}/g;
}
is(keyed('one'), keyed('one'), 'a key gives the same tokens');
isnt(keyed('one'), keyed('two'), 'another key gives others');

# Groups.
put('many/a.yaml', $plan{late});
put('many/b.yaml', $plan{late} =~ s/title: Repair/lead_officer: Ada Fell\n    title: Repair/r =~ s/text: 40.*/text: Workshop held/r);
planlint('check', '--group-by', 'rule', 'many');
is_deeply([$out =~ /^([a-z-]+) \(\d+\)$/mg], ['deadline-outside-period', 'meeting-only'], 'by rule');
planlint('check', '--group-by', 'officer', 'many');
is_deeply([$out =~ /^([A-Za-z ]+) \(\d+\)$/mg], ['Ada Fell', 'no officer is named'], 'by officer, the nameless last');
planlint('check', '--group-by', 'file', 'many');
is_deeply([$out =~ /^([a-z\/.]+) \(\d+\)$/mg], ['many/a.yaml', 'many/b.yaml'], 'by file');
planlint('check', '--group-by', 'action', 'many');
is_deeply([$out =~ /^(many.*) \(\d+\)$/mg], ['many/a.yaml: "Repair the paths"', 'many/b.yaml: "Repair the paths"'], 'by key action');
planlint('check', '--group-by', 'rule', '--max-findings', '1', 'many');
is((() = $out =~ /^warning\[/mg), 1, '--max-findings holds');
like($out, qr/^2 more findings are not shown/m, 'and says so');
is(planlint('check', '--group-by', 'colour', 'many'), 2, 'a group that is none');

done_testing;
