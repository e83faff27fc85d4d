# The page for people: what it holds, that it stays small, and that nothing in a plan becomes part of it. How it looks and
# behaves in a browser is tested by `make check-page`. With BLESS=1 tests/page/small.html becomes what is printed now.

use strict;
use warnings;
use utf8;
use Cwd 'abs_path';
use Digest::SHA 'sha256_base64';
use JSON::PP;
use Test::More;

my $folder;
BEGIN { $folder = abs_path('tests/page') }
use Program; # goes into a folder of its own

sub page {
	planlint('check', '--format', 'html', @_);
	return $out;
}

# ---- a plan as a document

put('small.yaml', get("$folder/small.yaml"));
my $whole = page('--profile', 'research', 'small.yaml');
my ($document) = $whole =~ m{(<header>.*?)<section id="rules">}s;
$document =~ s{<details class="same"><summary>Why.*?</details>}{<details></details>}gs;
put("$folder/small.html", $document) if $ENV{BLESS};
is($document, get("$folder/small.html"), 'a small plan is the page expected');
is(page('--profile', 'research', 'small.yaml'), $whole, 'the same bytes again');
is(page('--profile', 'research', '-j4', 'small.yaml'), $whole, 'and with several threads');
like($whole, qr{<mark class="w two">quarterly</mark><a class="n w" id="m2" href="#f2"}, 'words are marked, and lead to the finding');
like($whole, qr{<a class="n" href="#m2" aria-label="Finding 2, to its words">}, 'the finding leads to the words');
like($whole, qr{<code>.*<mark class="i">milestone</mark>: x</code>}, 'what stands in no text of the document is shown as a line of the file');
like($whole, qr{<li>last period&#39;s plan was not compared: the plan names no previous plan</li>}, 'what was not checked is said');

# ---- nothing but its own

my ($style) = $whole =~ m{<style>(.*?)</style>}s;
my ($script) = $whole =~ m{<script>(.*?)</script>}s;
for ([style => $style], [script => $script]) {
	my ($kind, $text) = @$_;
	my $sum = sha256_base64($text);
	$sum .= '=' while length($sum) % 4;
	like($whole, qr{<meta http-equiv="Content-Security-Policy" content="default-src 'none'; [^"]*$kind-src 'sha256-\Q$sum\E'}, "the policy lets in the page's $kind");
}
unlike($whole =~ s{<(style|script)>.*?</\1>}{}gsr, qr{\b(?:src|style|on\w+)=|https?:}, 'nothing is loaded, and there are no other scripts and styles');

my @hostile = ('</article></main><script>alert(1)</script>', '<img src=x onerror=alert(1)>', '&lt;b&gt; &amp;', '"><b a=\'', "\x{202e}reversed\x{2066}",
	"\e[31m \x07 \x{9b}", "a\x{fffe}\x{fdd0}b", ']]> --> <!--', 'javascript:alert(1)');
my $json = JSON::PP->new->allow_nonref->ascii;
for my $text (map { $json->encode($_) =~ s{\\ud[89ab]..\\ud[cdef]..}{x}gr } @hostile) {
	put('hostile.yaml', "plan: {title: $text, organisation: $text, period: 2010/11}\nacronyms: {$text: $text}\nkey_actions:\n  - ref: $text\n    title: $text\n"
	    . "    lead_officer: $text\n    expected_outcome: $text\n    $text: x\n    milestones:\n      - {id: $text, text: $text, due: $text, status: $text}\n"
	    . "      - {text: Meeting held, due: 2012-01-01, $text: $text}\n");
	my $page = page('--profile', 'research', 'hostile.yaml') =~ s{<(?:style|script)>.*?</(?:style|script)>}{}gsr;
	utf8::decode($page);
	my %tags = map { $_ => 1 } $page =~ /<(\w+)/g;
	delete @tags{qw(html head meta title body a header p h1 h2 h3 h4 h5 h6 main section div dl dt dd b span table caption thead tbody tr th td svg rect text path
	    defs pattern desc figure figcaption details summary ul li form fieldset legend label input select option button output article i mark code pre footer)};
	is_deeply(\%tags, {}, "$text brings no tag of its own");
	unlike($page, qr/<\w[^>]*\s(?:on\w+|src|style)\s*=/, "$text brings no attribute");
	unlike($page, qr/[\x00-\x08\x0b-\x1f\x7f-\x9f\x{202a}-\x{202e}\x{2066}-\x{2069}\x{fffe}\x{ffff}\x{fdd0}]/, "$text brings nothing that steers");
}
put('latin.yaml', "plan: {title: Caf\xe9 plan}\nkey_actions:\n  - title: \xff\xfe\x00\n    milestones: [{text: Meeting held, due: 2010}]\n");
my $latin = page('latin.yaml');
ok(utf8::decode($latin), 'bytes that are no UTF-8 come out as characters');

# ---- where there is nothing to say, and what is not said

put('fine.yaml', $plan{fine});
like(page('fine.yaml'), qr{Nothing to change\.}, 'a plan without findings is told so');
like($out, qr{40 metres of path resurfaced}, 'and shown');
unlike($out, qr{<form}, 'without filters');
like($out, qr{<h3>What was not checked</h3>\n<ul class="todo">\n<li>}, 'with what was not checked');
like($out, qr{<summary>\d\d rules looked at every plan</summary>}, 'and with what was');
like(page('--allow-empty', '--include', '*.none', '.'), qr{No plan was found}, 'no plan at all');
put('noted.yaml', $plan{late} =~ s/2012-01-31/2012-01-31 # planlint: ignore[deadline-outside-period] -- agreed/r);
unlike(page('noted.yaml'), qr{<li id="f}, 'suppressed findings are not shown');
like($out, qr{Not shown: 1 finding that the plan says to leave alone\.}, 'but counted');
put('late.yaml', $plan{late});
planlint('baseline', 'create', 'late.yaml');
like(page('--baseline', '.planlint-baseline.json', 'late.yaml'), qr{Not shown: 1 that was known before}, 'so are those of the baseline');
put('broken.yaml', $plan{broken});
like(page('broken.yaml', 'fine.yaml'), qr{<li id="f1" class="f e" data-r="yaml-syntax">}, 'broken YAML has its finding');
page('fine.yaml', 'none.yaml');
is($status, 2, 'a file that is not there is an error');
like($out, qr{<h3>What could not be read</h3>\n<ul class="todo">\n<li>none\.yaml: [^<]+</li>}, 'and said in the page');
put('two.yaml', "$plan{fine}---\n$plan{late}");
page('two.yaml');
is(() = $out =~ /<h3>Park plan<\/h3>/g, 2, 'each plan of a file has its heading');
like($out, qr{Park plan</h3>.*Park plan</h3>.*id="f1"}s, 'and its own findings');

put('named.yaml', $plan{late} =~ s/title: Repair/lead_officer: J\n    title: Repair/r);
unlike(page('--redact', 'named.yaml'), qr{<dd>J</dd>}, 'an officer of one letter is not named either');
like($out, qr{<dt>Lead officer</dt><dd>officer</dd>}, 'but there');

# ---- across plans

my $twin = $plan{fine} =~ s/40 metres of path resurfaced/40 metres of the riverside path resurfaced at Millbrook/r;
put("twins/$_.yaml", $twin =~ s/Park plan/Plan <$_>/r =~ s/title: Repair/lead_officer: Fergus Quibell\n    title: Repair/r) for qw(a b c);
planlint('sweep', '--select', 'duplication', '--format', 'html', 'twins');
my ($across) = $out =~ m{<section id="across"><h2>Found across plans</h2>(.*?)</section>\n<section}s;
like($across, qr{<h3>Plan &lt;a&gt;</h3>}, 'what is found across plans has a part of its own');
like($across, qr{<p class="at">[^<]*Repair the paths[^<]*</p>\n<p><mark class="i">40 metres of the riverside path resurfaced at Millbrook</mark><a class="n i" id="m1"},
	'with the words marked');
my ($there) = $across =~ m{<li>the same milestone: <a href="#(p\d+-\d+)">[^<]*</a>, twins/c\.yaml line \d+</li>};
ok($there, 'and where else they stand');
like($out, qr{<h3>Plan &lt;c&gt;</h3>.*<li class="it" id="$there"><div class="row"><div class="tx"><p>40 metres of the riverside}s, 'with a link to that place');
like($out, qr{<a href="#p\d+">Plan &lt;a&gt;</a>.*?<td class="num">1</td><td class="num">1 of 1</td>|Plan &lt;a&gt; .*?<td class="num">1</td><td class="num">1 of 1</td>},
	'the plan counts them in the chart');
is(() = $out =~ /<article/g, 4, 'each plan is there once, and once more what was found across');

# ---- links to other places, and the words that decided

sub links { # those of related places, none of which may lead nowhere
	my ($page) = @_;
	my %ids = map { $_ => 1 } my @ids = $page =~ / id="([^"]+)"/g;
	is(scalar keys %ids, scalar @ids, 'every id is there once');
	is_deeply([grep { !$ids{$_} } $page =~ / href="#([^"]*)"/g], [], 'every link leads somewhere');
	return $page =~ m{<ul class="rel">.*?</ul>}gs;
}
my $lamps = "plan: {title: Lamp plan, period: 2010/11}\nkey_actions:\n  - title: Light the paths\n    milestones:\n"
    . "      - &one {text: 40 lamps on the riverside path repaired, due: 2010-09-30}\n"
    . "      - {text: Repair 40 lamps on the riverside path, due: 2010-12-31}\n      - *one\n";
put('lamps.yaml', $lamps);
my ($list) = links(page('--select', 'duplicate-milestone', 'lamps.yaml'));
like($list, qr{<li>the same milestone: <a href="#p1-\d+">}, 'a milestone of the plan is linked to');
my ($id) = $list =~ /href="#([^"]+)"/;
like($out, qr{<li class="it" id="$id"><div class="row"><div class="tx"><p>(?:<mark[^>]*>)?Repair 40 lamps}, 'where it stands');
put('dated.yaml', "plan: {title: Lamp plan, period: 2010/11}\nkey_actions:\n  - title: Light the paths\n    deadline: 2010-06-30\n"
    . "    milestones:\n      - {text: 40 lamps repaired, due: 2010-09-30}\n");
($list) = links(page('--select', 'deadline-after-action', 'dated.yaml'));
like($list, qr{<a href="#p1-\d+">[^<]*Light the paths}, 'a field is part of its item');
put('years/1.yaml', "plan: {title: Lamp plan 2009/10, period: 2009/10}\nkey_actions:\n  - {ref: KA1, title: Light the paths, milestones: [{text: 40 lamps on the riverside path repaired, due: 2010-03-31}]}\n");
put('years/2.yaml', "plan: {title: Lamp plan 2010/11, period: 2010/11, previous: 1.yaml}\nkey_actions:\n  - {ref: KA1, title: Light the paths, milestones: [{text: 40 lamps on the riverside path repaired, due: 2011-03-31}]}\n");
($list) = links(page('--profile', 'research', '--select', 'date-only-rollover', 'years'));
like($list, qr{<a href="#p1">[^<]*</a>, years/1\.yaml line 3}, "a date of last period's plan leads to that plan");
($list) = links(page('--profile', 'research', '--select', 'date-only-rollover', 'years/2.yaml'));
like($list, qr{<li>[^<]*, years/1\.yaml line 3</li>}, 'and only named where it is not');

put('words.yaml', $plan{fine} =~ s/40 metres of path resurfaced/Quarterly meeting of the friends of the park/r);
page('--select', 'meeting-only', 'words.yaml');
like($out, qr{<mark class="w">[^<]*<b>[Mm]eeting</b>[^<]*</mark>}, 'the words that decided stand out from the rest');
page('--select', 'meeting-only', '--redact', 'words.yaml');
like($out, qr{<mark class="w">[^<]*<b>[Mm]eeting</b>[^<]*</mark>}, 'without names as well');

# ---- how large it may be: 200 KB, and 1 KB a finding

sub fits {
	my ($name, @arguments) = @_;
	my $page = page(@arguments);
	my $findings = () = $page =~ /<li id="f\d/g;
	cmp_ok(length $page, '<=', 1024 * (200 + $findings), "$name fits: $findings findings");
	return $findings;
}

my $head = "plan: {title: Path plan, period: 2010/11}\nkey_actions:\n  - title: Repair the paths\n    expected_outcome: Wheelchairs reach every bench\n    milestones:\n";
my $quiet = join '', map { "      - {text: $_ metres of path number $_ resurfaced, due: 2010-09-30, lead_officer: Officer number $_}\n" } 1 .. 3000;
put('huge.yaml', "$head$quiet      - {text: Meeting held, due: 2012-01-31}\n");
ok(fits('one huge plan', '--select', 'meeting-only,deadline-outside-period', 'huge.yaml') > 0, 'it has findings');
unlike($out, qr{number 2999 resurfaced}, 'of a huge plan only what has findings is shown');
like($out, qr{only what raised something is shown}, 'as it says');
put('twice.yaml', "$head$quiet      - {text: Repair the path number 2999 of 2999 metres, due: 2010-09-30}\n");
links(page('--select', 'duplicate-milestone', 'twice.yaml'));
put('quiet.yaml', $head . $quiet);
is(fits('a huge plan without findings', '--select', 'meeting-only', 'quiet.yaml'), 0, 'it has none');
like($out, qr{Nothing to change\.}, 'and says so');
for my $count (100, 300, 500, 700, 900) {
	my @lines = split /^/, $quiet;
	put('medium.yaml', $head . join '', @lines[0 .. $count - 1]);
	fits("a plan of $count milestones", '--select', 'meeting-only', 'medium.yaml');
}
put("clean/$_.yaml", $plan{fine}) for map { sprintf 'plan-with-a-rather-long-name-%04d', $_ } 1 .. 1500;
fits('many plans without findings', 'clean');
like($out, qr{<li>and \d+ more</li>}, 'not all of them are named');
my $long = join ' ', map { "wörd$_" } 1 .. 200;
put("loud/$_.yaml", $plan{late} =~ s/40 metres/Meeting <&> $long/r =~ s/Repair the paths/Repair <&"> $long/r) for map { sprintf 'plan-with-a-rather-long-name-%04d', $_ } 1 .. 300;
fits('many plans with one finding each', '--select', 'deadline-outside-period', 'loud');
like($out, qr{<mark class="w">2012-01-31</mark>}, 'with the words marked');

done_testing();
