# planlint compare: what a new version of plans adds, drops and mends, and what became of last period's milestones.

use strict;
use warnings;
use Cwd;
my $here;
BEGIN { $here = getcwd }
use JSON::PP;
use Schema qw(mistakes);
use Program;
use Test::More;

my $old = <<'END';
plan:
  title: Canal plan 2010/11
  period: 2010/11
key_actions:
  - ref: KA1
    title: Bring boats back to the canal
    expected_outcome: 400 boats a year pass the locks
    milestones:
      - {id: M1, text: Workshop with boaters, due: 2010-06-30}
      - {id: M2, text: Top lock gates replaced, due: 2010-09-30, status: completed}
      - {id: M3, text: Towpath resurfaced from Mill Lane to the basin, due: 2010-12-31}
  - ref: KA2
    title: Keep the water clean
    expected_outcome: Otters live here again
    milestones:
      - {id: M1, text: 12 litter traps cleared of weed, due: 2010-09-30, lead_officer: Minna Oake}
      - {id: M2, text: Phase 1 of the dredging at Stoke bridge completed, due: 2010-09-30}
END
my $new = $old;
$new =~ s/Workshop with boaters/30 boaters have chosen the moorings that open first/;
$new =~ s/(gates replaced, due: 2010-)09-30/${1}11-30/;
$new =~ s/resurfaced from Mill Lane to the basin/from Mill Lane to the basin resurfaced and lit/;
$new =~ s/12 litter traps cleared/20 litter traps cleared with Minna Oake/;
$new =~ s/Phase 1/Phase 2/;
$new =~ s/id: M2, text: Phase/id: M3, text: Phase/;
$new .= "      - {id: M4, text: Meeting of the water group with Minna Oake, due: 2010-12-31}\n";
put('old.yaml', $old);
put('new.yaml', $new);

# ---- text

is(planlint('compare', 'old.yaml', 'new.yaml'), 0, 'to have compared is no failure') or diag $err;
is($out, <<'END', 'two versions of a plan, in words');
Canal plan 2010/11
from old.yaml to new.yaml
Milestones: 2 added, 1 gone, 3 reworded, 1 with another deadline
  reworded  KA1 "Bring boats back to the canal" > M1
            was: Workshop with boaters
            now: 30 boaters have chosen the moorings that open first
  deadline  KA1 "Bring boats back to the canal" > M2: due 30 September 2010, now
            30 November 2010
            Top lock gates replaced
  reworded  KA1 "Bring boats back to the canal" > M3
            was: Towpath resurfaced from Mill Lane to the basin
            now: Towpath from Mill Lane to the basin resurfaced and lit
  reworded  KA2 "Keep the water clean" > M1
            was: 12 litter traps cleared of weed
            now: 20 litter traps cleared with Minna Oake of weed
  gone      KA2 "Keep the water clean" > M2, due 30 September 2010
            Phase 1 of the dredging at Stoke bridge completed
  added     KA2 "Keep the water clean" > M3, due 30 September 2010
            Phase 2 of the dredging at Stoke bridge completed
  added     KA2 "Keep the water clean" > M4, due 31 December 2010
            Meeting of the water group with Minna Oake
Findings: 1 new, 1 gone
  new       warning[meeting-only] new.yaml:18:24
            KA2 "Keep the water clean" > M4
            this says that people meet ("Meeting"), not what they will decide or
            produce
  gone      warning[meeting-only] old.yaml:9:24
            KA1 "Bring boats back to the canal" > M1
            this says that people meet ("Workshop"), not what they will decide
            or produce

END
is($err, '', 'and nothing else');
is((sort { $b <=> $a } map { length } split /\n/, $out)[0] <= 80, 1, 'within 80 columns');

is(planlint('compare', 'old.yaml', 'old.yaml'), 0, 'with itself');
is($out, "1 plan compared; nothing changed\n", 'nothing changed');
planlint('compare', '-q', 'old.yaml', 'old.yaml');
is($out, '', 'which -q does not say');
planlint('compare', '-v', '--select', 'meeting-only', 'old.yaml', 'old.yaml');
like($out, qr/unchanged warning\[meeting-only\] old\.yaml:9:24/, '-v lists what is unchanged');

is(planlint({in => $old}, 'compare', '-', 'new.yaml'), 0, 'standard input may be the old one');
like($out, qr/^from <stdin> to new\.yaml$/m, 'and is named');

# ---- exit status

is(planlint('compare', '--fail-on', 'warning', 'old.yaml', 'new.yaml'), 1, '--fail-on counts new findings');
is(planlint('compare', '--fail-on', 'error', 'old.yaml', 'new.yaml'), 0, 'of that level');
is(planlint('compare', '--fail-on', 'info', 'new.yaml', 'old.yaml'), 1, 'the other way round');
is(planlint('compare', '--fail-on', 'info', 'old.yaml', 'old.yaml'), 0, 'and old ones never');
is(planlint('compare', '--ignore', 'meeting-only', '--fail-on', 'info', 'old.yaml', 'new.yaml'), 0, 'nor ignored ones');
for ([['old.yaml'], qr/two files or two folders/], [['old.yaml', 'new.yaml', 'new.yaml'], qr/two files or two folders/],
	[['old.yaml', 'gone.yaml'], qr/gone\.yaml: /], [['-', '-'], qr/only be one of the two/],
	[['.', 'new.yaml'], qr/\. is a folder and new\.yaml is none/], [['--format', 'sarif', 'old.yaml', 'new.yaml'], qr/sarif/],
	[['-o', 'no/such/folder', 'old.yaml', 'new.yaml'], qr/can't write/]) {
	is(planlint('compare', @{$_->[0]}), 2, "@{$_->[0]}: not done");
	like($err, $_->[1], 'and why');
}
mkdir 'none';
is(planlint('compare', 'none', 'none'), 2, 'no plan at all');
like($err, qr/no plan found/, 'is said');
is(planlint('compare', '--allow-empty', 'none', 'none'), 0, 'unless that is fine');

# ---- json and markdown

planlint('schema', 'compare');
my $schema = decode_json($out);
planlint('compare', '--format', 'json', 'old.yaml', 'new.yaml');
my $report = decode_json($out);
is(join("\n", mistakes($schema, $report)), '', 'the report fits its schema');
is($report->{schema}, 'planlint-compare-1', 'which it names');
my $file = $report->{files}[0];
is_deeply([map { scalar @{$file->{findings}{$_}} } qw(new gone unchanged ignored)], [1, 1, 0, 0], 'the findings');
planlint('check', '--format', 'json', 'new.yaml');
is($file->{findings}{new}[0]{fingerprint}, decode_json($out)->{findings}[0]{fingerprint}, 'known to check by that name');
my ($moved) = grep { $_->{moved} } @{$file->{plans}[0]{milestones}};
is_deeply($moved, {change => 'kept', fate => undef, reworded => JSON::PP::false, moved => JSON::PP::true,
	elsewhere => JSON::PP::false, alike_percent => 100,
	old => {item => 'KA1 "Bring boats back to the canal" > M2', text => 'Top lock gates replaced', due => '2010-09-30', line => 10},
	new => {item => 'KA1 "Bring boats back to the canal" > M2', text => 'Top lock gates replaced', due => '2010-11-30', line => 10}},
	'a milestone with another deadline');
is($report->{summary}{milestones_reworded}, 3, 'the totals');

planlint('compare', '--format', 'json', '-o', 'report.json', 'old.yaml', 'new.yaml');
is($out, '', '-o leaves the screen empty');
is_deeply(decode_json(get('report.json')), $report, 'and writes the same');

planlint('compare', '--format', 'markdown', '--select', 'meeting-only', 'old.yaml', 'new.yaml');
is($out, <<'END', 'a comment for a pull request');
## planlint: what changed

**Findings: 1 new, 1 gone** in 1 plan

### Canal plan 2010/11

old.yaml → new.yaml: milestones: 2 added, 1 gone, 3 reworded, 1 with another deadline

| | where | milestone | due |
|---|---|---|---|
| reworded | KA1 "Bring boats back to the canal" &gt; M1 | ~~Workshop with boaters~~<br>30 boaters have chosen the moorings that open first | 30 June 2010 |
| new deadline | KA1 "Bring boats back to the canal" &gt; M2 | Top lock gates replaced | 30 September 2010 → 30 November 2010 |
| reworded | KA1 "Bring boats back to the canal" &gt; M3 | ~~Towpath resurfaced from Mill Lane to the basin~~<br>Towpath from Mill Lane to the basin resurfaced and lit | 31 December 2010 |
| reworded | KA2 "Keep the water clean" &gt; M1 | ~~12 litter traps cleared of weed~~<br>20 litter traps cleared with Minna Oake of weed | 30 September 2010 |
| gone | KA2 "Keep the water clean" &gt; M2 | Phase 1 of the dredging at Stoke bridge completed | 30 September 2010 |
| added | KA2 "Keep the water clean" &gt; M3 | Phase 2 of the dredging at Stoke bridge completed | 30 September 2010 |
| added | KA2 "Keep the water clean" &gt; M4 | Meeting of the water group with Minna Oake | 31 December 2010 |

| finding | line | rule | what it says |
|---|---:|---|---|
| **new** | 18 | meeting\-only | this says that people meet \("Meeting"\), not what they will decide or produce. Write what will have been decided or produced towards KA2 by then; name the meeting in passing or leave it out<br><sub>KA2 "Keep the water clean" &gt; M4</sub> |
| gone | 9 | meeting\-only | this says that people meet \("Workshop"\), not what they will decide or produce<br><sub>KA1 "Bring boats back to the canal" &gt; M1</sub> |
END
planlint('compare', '--format', 'markdown', 'old.yaml', 'old.yaml');
is($out, "## planlint: what changed\n\nNothing changed in 1 plan.\n", 'nothing changed');

for my $format (qw(text json markdown)) {
	planlint('compare', '--redact', '--format', $format, 'old.yaml', 'new.yaml');
	unlike($out, qr/Minna|Oake/, "--redact names no officer in $format");
	like($out, qr/officer\\?-1/, 'but a token');
}

# ---- two periods

my $next = <<'END';
plan:
  title: Canal plan 2011/12
  period: 2011/12
key_actions:
  - ref: KA1
    title: Bring boats back to the canal
    expected_outcome: 500 boats a year pass the locks
    achievements:
      - {id: M1, text: Workshop with boaters, percent_complete: 0, carried_forward: no, explanation: Nobody came}
    milestones:
      - {id: M1, text: Towpath resurfaced from Mill Lane to the basin, due: 2011-09-30, carried_forward: {from: M3, explanation: Floods}}
  - ref: KA2
    title: Keep the water clean
    expected_outcome: Otters live here again
    milestones:
      - {id: M1, text: 12 litter traps cleared of weed, due: 2011-09-30}
      - {id: M2, text: Reeds planted at the weir, due: 2011-09-30}
END
put('next.yaml', $next);
planlint('compare', '--select', 'meeting-only', 'old.yaml', 'next.yaml');
is($out, <<'END', 'what became of last period');
Canal plan 2011/12
from old.yaml to next.yaml
Of 5 milestones of last period: 1 completed, 1 carried forward, 1 set again
  without saying so, 1 dropped, 1 lost; 1 new
  dropped   KA1 "Bring boats back to the canal" > M1, due 30 June 2010
            Workshop with boaters
  carried   KA1 "Bring boats back to the canal" > M3: due 31 December 2010, now
            30 September 2011
            Towpath resurfaced from Mill Lane to the basin
  set again KA2 "Keep the water clean" > M1: due 30 September 2010, now 30
            September 2011
            12 litter traps cleared of weed
  lost      KA2 "Keep the water clean" > M2, due 30 September 2010
            Phase 1 of the dredging at Stoke bridge completed
  new       KA2 "Keep the water clean" > M2, due 30 September 2011
            Reeds planted at the weir
Findings: 1 gone
  gone      warning[meeting-only] old.yaml:9:24
            KA1 "Bring boats back to the canal" > M1
            this says that people meet ("Workshop"), not what they will decide
            or produce

END
planlint('compare', '--format', 'json', 'old.yaml', 'next.yaml');
$report = decode_json($out);
is(join("\n", mistakes($schema, $report)), '', 'the report fits the schema');
is_deeply([map { $_->{fate} // 'new' } @{$report->{files}[0]{plans}[0]{milestones}}],
	[qw(dropped completed carried_forward set_again lost new)], 'every milestone of last period is in it');

# ---- folders

put('2010/a/canal.yaml', $old);
put('2010/roads-10.yaml', $plan{late});
put('2010/lost.yaml', $plan{fine} =~ s/Park/Pond/r);
put('2010/other.yaml', $plan{other});
put('2011/a/canal.yaml', $next);
put('2011/roads-11.yaml', $plan{late});
put('2011/fresh.yaml', $plan{late} =~ s/Park/Wood/r);
is(planlint('compare', '2010', '2011'), 0, 'two folders') or diag $err;
like($out, qr{^from 2010/a/canal\.yaml to 2011/a/canal\.yaml$}m, 'plans pair by path');
like($out, qr{^Pond plan\n2010/lost\.yaml\nThis plan was dropped, with 1 milestone\.$}m, 'a plan that is gone');
like($out, qr{^Wood plan\n2011/fresh\.yaml\nThis plan was added, with 1 milestone\.$}m, 'a plan that is new');
unlike($out, qr/roads/, 'one with another name and the same title is as before');
like($out, qr/^2 plans compared, 1 added, 1 dropped; findings: /m, 'the totals');
my $all = $out;
planlint('compare', '-j', '3', './2010/', '2011//');
is($out, $all, 'the same however the folders are typed and however many work');
planlint('compare', '--format', 'json', '2010', '2011');
is(join("\n", mistakes($schema, decode_json($out))), '', 'which fits the schema');

put('2011/broken.yaml', "plan: {title: [\n");
chmod 0, '2011/fresh.yaml';
is(planlint('compare', '2010', '2011'), $> == 0 ? 0 : 2, 'what cannot be read is said') or diag $err;
like($out, qr/new +error\[yaml-syntax\] 2011\/broken\.yaml/, 'broken YAML is a new finding');

done_testing();
