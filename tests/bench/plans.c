/*
 * Writes plans to measure with: plans PLANS MILESTONES FOLDER. Plan N has the same bytes on every machine, and a plan
 * of 160 milestones about 72,000 of them.
 *
 * Three in four milestones are as a careful officer would write them; the others have the slips that rules look for.
 * One in fifty says what another one says, of the same plan or of another.
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- chance ------------------------------------------------------------------------------------------------------ */

/* Sebastiano Vigna's splitmix64. */
static uint64_t random_from(uint64_t *state)
{
	uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);

	z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
	return z ^ z >> 31;
}

static unsigned below(uint64_t *state, unsigned limit) { return (unsigned)(random_from(state) >> 32) % limit; }

/* ---- words ------------------------------------------------------------------------------------------------------- */

static const char *const places[] = {
        "Ashford Mill", "Brookham",    "Carlbridge",  "Dunmouth",     "Eastwick",   "Fenfield",    "Greenham Cross",
        "Holmford",     "Kingsmere",   "Langwick",    "Millbridge",   "Northfield", "Oakmouth",    "Penham",
        "Redbridge",    "Stanwick",    "Thornford",   "Westmere",     "Upper Cray", "Lower Cray",  "Saltby",
        "Wrayton",      "Harrow Hill", "Quayside",    "Marlow Green", "Tillingby",  "Ottermouth",  "Yarrow Bank",
        "Coldbrook",    "Inglefield",  "Priory Park", "Vale End",     "Summerley",  "Beacon Hill", "Hatherby",
        "Longstone",    "Elmstead",    "Foxcote",     "Rushmere",     "Scarby"};
static const char *const officers[] = {"Head of Housing Repairs",
                                       "Parks Manager",
                                       "Head of Adult Learning",
                                       "Transport Planning Lead",
                                       "Assistant Director Estates",
                                       "Public Health Lead",
                                       "Libraries Manager",
                                       "Head of Waste",
                                       "Youth Services Manager",
                                       "Head of Revenues",
                                       "Climate Programme Lead",
                                       "Town Centre Manager",
                                       "Head of Early Years",
                                       "Community Safety Manager",
                                       "Flood Risk Lead",
                                       "Head of Customer Services"};
static const char *const kinds[] = {"new",     "accessible", "shared",        "solar",       "mobile",    "safe",
                                    "weekly",  "free",       "local",         "covered",     "heated",    "evening",
                                    "digital", "quiet",      "wild",          "dry",         "low-cost",  "step-free",
                                    "lit",     "rural",      "volunteer-run", "all-weather", "insulated", "pop-up"};
static const char *const things[] = {
        "path",           "footbridge",    "allotment",    "reading room", "pump",          "classroom",
        "charging point", "bus shelter",   "repair cafe",  "flood gate",   "nest box",      "hostel bed",
        "playground",     "clinic",        "tool library", "river sensor", "orchard",       "kitchen",
        "ticket machine", "changing room", "phone line",   "ramp",         "streetlight",   "boiler",
        "studio",         "well",          "warm room",    "jetty",        "greenhouse",    "bike store",
        "weir",           "market stall",  "depot",        "crossing",     "swimming lane", "nursery place",
        "meadow",         "rain garden",   "workshop bay", "loft"};
static const char *const deeds[] = {"Open",         "Install", "Repair", "Replace",   "Insulate", "Clear",   "Plant",
                                    "Fence",        "Let",     "Light",  "Resurface", "Convert",  "Inspect", "Buy",
                                    "Fit locks to", "Paint",   "Drain",  "Reroof",    "Rewire",   "Furnish"};
static const char *const people[] = {"carers",
                                     "first-time tenants",
                                     "night-shift workers",
                                     "pupils on free meals",
                                     "wheelchair users",
                                     "small farms",
                                     "market traders",
                                     "new parents",
                                     "people over 75",
                                     "volunteers",
                                     "young offenders",
                                     "nurses",
                                     "apprentices",
                                     "families in temporary housing",
                                     "cyclists",
                                     "refugees",
                                     "care leavers",
                                     "foster families",
                                     "veterans",
                                     "students without broadband"};
static const char *const ends[] = {"with step-free access",
                                   "at no cost to tenants",
                                   "using reclaimed stone from the old quarry",
                                   "within the budget agreed in February",
                                   "ahead of the winter",
                                   "with seats every 100 metres",
                                   "on land of the harbour trust",
                                   "after soil tests on all plots",
                                   "under the new framework for small works",
                                   "with a keyholder on call day and night",
                                   "to the standard that residents chose",
                                   "beside the line of the disused railway",
                                   "for the first time since the flood",
                                   "where the survey found the longest waits",
                                   "so that nobody has to cross the ring road"};
static const char *const papers[] = {"strategy", "guide",   "policy",       "annual report",
                                     "handbook", "charter", "map of needs", "business case"};
static const char *const bodies[] = {"Cabinet", "the Board", "the Scrutiny Panel", "the Leadership Team",
                                     "the Estates Committee"};
static const char *const measures[] = {
        "empty plots",           "late repairs",           "falls at home",          "missed collections",
        "days lost to sickness", "complaints upheld",      "cars idling at schools", "households in arrears",
        "lamps out for a week",  "pupils late for school", "unpaid parking fines",   "leaking hydrants"};
static const char *const efforts[] = {"Support",
                                      "Promote",
                                      "Raise awareness among",
                                      "Work closely with",
                                      "Strengthen links with",
                                      "Improve services for"};
static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
static const char *const numbers[] = {"3", "12", "5", "40", "2", "150", "25", "8", "60", "18", "300", "9", "75", "21"};
static const char *const shares[] = {"6%", "10%", "a quarter", "12%", "15%", "a third", "18%", "22%", "30%"};
static const char *const works[] = {"in use", "handed over", "let",      "signed off by the surveyor",
                                    "open",   "running",     "paid for", "booked in full"};

/* ---- sentences ----------------------------------------------------------------------------------------------------
 */

static const char *const good[] = {"{deed} {number} {kind} {thing}s in {place} {end}",
                                   "{number} {kind} {thing}s in use by {people} in {place} {end}",
                                   "{deed} the {kind} {thing}s that {people} in {place} asked for, {end}",
                                   "Contract let for {number} {kind} {thing}s in {place} {end}",
                                   "{number} {people} in {place} trained to run the {kind} {thing} {end}",
                                   "{Kind} {thing} at {place} opened for {people} {end}",
                                   "{number} fewer {measure} in {place} than in the same quarter a year before",
                                   "{deed} the {thing}s between {place} and {place} {end}"};
static const char *const slips[] = {"Report on the {kind} {thing} in {place} to {body} and note the views of {people}",
                                    "{effort} {people} in {place} in all matters of the {kind} {thing}",
                                    "Publish the {place} {paper} for the {kind} {thing}s in print and online",
                                    "Quarterly meetings with {people} about the {kind} {thing} in {place}",
                                    "Continue to maintain the {kind} {thing}s in {place} to a high standard",
                                    "Draft the {paper} for the {kind} {thing} in {place}",
                                    "Look into options for a {kind} {thing} in {place} (date tbc)"};
static const char *const results[] = {"{number} {thing}s {work}", "{measure} down by {share}",
                                      "{number} {people} served a week", "{kind} {thing} {work} by spring",
                                      "{share} fewer {measure}"};
static const char *const titles[] = {"{deed} {kind} {thing}s for {people} in {place}",
                                     "{Kind} {thing}s within a short walk of {people} in {place}",
                                     "Fewer {measure} in {place} and {place}"};
static const char *const outcomes[] = {
        "More {people} in {place} reach a {kind} {thing} close to home, {measure} go down by {share} while the plan "
        "runs, and what is saved pays for the {thing}s that {people} miss most.",
        "Life in {place} is easier for {people}: they wait less for a {kind} {thing}, {share} of them say so when "
        "asked, and there are fewer {measure} than in any year since records began."};
static const char *const targets[] = {
        "Cut {measure} in {place} from {high} to {low} by {month}",
        "Raise the share of {people} with a {kind} {thing} in {place} from {low}% to {high}% by {month}"};

struct list {
	const char *name;
	const char *const *words;
	unsigned count;
};

#define LIST(name, words)                                                                                              \
	{                                                                                                              \
		(name), (words), sizeof(words) / sizeof *(words)                                                       \
	}

static const struct list lists[] = {LIST("place", places),   LIST("kind", kinds),     LIST("thing", things),
                                    LIST("deed", deeds),     LIST("people", people),  LIST("end", ends),
                                    LIST("paper", papers),   LIST("body", bodies),    LIST("measure", measures),
                                    LIST("effort", efforts), LIST("number", numbers), LIST("share", shares),
                                    LIST("work", works),     LIST("month", months)};

/* Those in front come up more often, as words do. */
static const char *pick(uint64_t *state, const char *const *words, unsigned count)
{
	return words[below(state, 1 + below(state, count))];
}

#define PICK(state, words) pick((state), (words), sizeof(words) / sizeof *(words))

/* A text on its way; none is longer. */
struct text {
	char bytes[600];
	size_t length;
};

static void add(struct text *text, const char *bytes, size_t length)
{
	memcpy(text->bytes + text->length, bytes, length);
	text->length += length;
	text->bytes[text->length] = '\0';
}

static void add_slot(struct text *text, uint64_t *state, const char *name, size_t length)
{
	char number[8];

	if (strncmp(name, "high", length) == 0 || strncmp(name, "low", length) == 0) {
		snprintf(number, sizeof number, "%u", (*name == 'h' ? 60 : 20) + below(state, 35));
		add(text, number, strlen(number));
	} else if (strncmp(name, "Kind", length) == 0) {
		const char *kind = PICK(state, kinds);

		number[0] = (char)(*kind - 'a' + 'A');
		add(text, number, 1);
		add(text, kind + 1, strlen(kind + 1));
	}
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (strncmp(lists[i].name, name, length) == 0 && !lists[i].name[length]) {
			const char *word = pick(state, lists[i].words, lists[i].count);

			add(text, word, strlen(word));
		}
}

/* A sentence with a word in the place of each {name}. */
static void fill(struct text *text, uint64_t *state, const char *sentence)
{
	while (*sentence) {
		size_t plain = strcspn(sentence, "{"), name;

		add(text, sentence, plain);
		sentence += plain;
		if (!*sentence)
			break;
		name = strcspn(sentence, "}") - 1;
		add_slot(text, state, sentence + 1, name);
		sentence += name + 2;
	}
}

static struct text sentence_of(uint64_t *state, const char *const *sentences, unsigned count)
{
	struct text text = {.length = 0};

	fill(&text, state, sentences[below(state, count)]);
	return text;
}

#define SENTENCE(state, sentences) sentence_of((state), (sentences), sizeof(sentences) / sizeof *(sentences))

/* ---- a plan ------------------------------------------------------------------------------------------------------ */

struct plan {
	FILE *file;
	uint64_t state;
	uint64_t number;
	unsigned year, milestones; /* milestones: written so far */
};

/* Plain, quoted or folded, as authors write; a colon must be quoted. */
static void put_text(struct plan *plan, const char *text, int indent)
{
	unsigned style = strstr(text, ": ") ? 7 : below(&plan->state, 10);
	size_t room = 76 - (size_t)indent;

	if (style < 6) {
		fprintf(plan->file, "%s\n", text);
		return;
	}
	if (style < 9 && strlen(text) < 200) {
		fprintf(plan->file, "\"%s\"\n", text);
		return;
	}
	fputs(">-\n", plan->file);
	while (*text) {
		size_t length = strlen(text);

		if (length > room)
			for (length = room; text[length] != ' ';)
				length--;
		fprintf(plan->file, "%*s%.*s\n", indent, "", (int)length, text);
		text += length + (text[length] == ' ');
	}
}

static struct text milestone_text(uint64_t seed)
{
	return below(&seed, 4) ? SENTENCE(&seed, good) : SENTENCE(&seed, slips);
}

enum { COMMON = 4000 }; /* texts that any plan may have */

/* What a milestone says follows from a number: two with the same say the same. */
static uint64_t seed_of_text(struct plan *plan)
{
	uint64_t own = plan->number << 32 | plan->milestones;

	switch (below(&plan->state, 100)) {
	case 0:
		return below(&plan->state, COMMON);
	case 1:
		return plan->milestones ? plan->number << 32 | below(&plan->state, plan->milestones) : own;
	default:
		return own;
	}
}

static void put_milestone(struct plan *plan, unsigned action, unsigned nth, unsigned targets_there)
{
	static const char *const states[] = {"not started", "in progress", "on track", "delayed"};
	struct text text = milestone_text(seed_of_text(plan)), result = SENTENCE(&plan->state, results);
	unsigned month = below(&plan->state, 12), year = plan->year + (month < 3) + (below(&plan->state, 60) == 0);

	if (below(&plan->state, 5) == 0) {
		unsigned said = below(&plan->state, 10) ? month : (month + 1) % 12;
		char date[32];

		snprintf(date, sizeof date, " by %s %u", months[said], year);
		add(&text, date, strlen(date));
	}
	fprintf(plan->file, "      - id: KA%u.M%u\n        text: ", action, nth);
	put_text(plan, text.bytes, 10);
	fprintf(plan->file, "        due: %u-%02u-%02u\n        lead_officer: %s\n        outcome: ", year, month + 1,
	        1 + below(&plan->state, 28), PICK(&plan->state, officers));
	put_text(plan, result.bytes, 10);
	fprintf(plan->file, "        feeds: [T%u]\n        status: %s\n", 1 + below(&plan->state, targets_there),
	        PICK(&plan->state, states));
	plan->milestones++;
}

static void put_action(struct plan *plan, unsigned number, unsigned milestones)
{
	unsigned targets_there = 1 + below(&plan->state, 2);
	struct text title = SENTENCE(&plan->state, titles), outcome = SENTENCE(&plan->state, outcomes);

	fprintf(plan->file, "  - ref: KA%u\n    title: ", number);
	put_text(plan, title.bytes, 6);
	fprintf(plan->file,
	        "    lead_officer: %s\n    deadline: %u-03-31\n    expected_outcome: ", PICK(&plan->state, officers),
	        plan->year + 1);
	put_text(plan, outcome.bytes, 6);
	if (below(&plan->state, 10))
		fprintf(plan->file, "    partners: [%s Trust, %s College]\n", PICK(&plan->state, places),
		        PICK(&plan->state, places));
	fputs("    smart_targets:\n", plan->file);
	for (unsigned i = 1; i <= targets_there; i++) {
		struct text target = SENTENCE(&plan->state, targets);

		fprintf(plan->file, "      - id: T%u\n        text: ", i);
		fprintf(plan->file, "%s %u\n        by: %u-%02u-31\n", target.bytes, plan->year + 1, plan->year + 1,
		        below(&plan->state, 8) ? 3 : 1);
	}
	fputs("    milestones:\n", plan->file);
	for (unsigned i = 1; i <= milestones; i++)
		put_milestone(plan, number, i, targets_there);
}

static void put_plan(struct plan *plan, unsigned milestones)
{
	const char *place = places[plan->number % (sizeof places / sizeof *places)];

	plan->state = plan->number * 7919;
	plan->year = 2026 + (unsigned)(plan->number % 3);
	fprintf(plan->file,
	        "plan:\n  title: Delivery plan of %s for %u\n  organisation: %s Council\n"
	        "  period: {start: %u-04-01, end: %u-03-31}\n  set_on: %u-02-14\n\nkey_actions:\n",
	        place, plan->year, place, plan->year, plan->year + 1, plan->year);
	for (unsigned action = 1; milestones > 0; action++) {
		unsigned some = 3 + below(&plan->state, 3);

		some = some < milestones ? some : milestones;
		put_action(plan, action, some);
		milestones -= some;
	}
}

static void fail(const char *what)
{
	fprintf(stderr, "%s: %s\n", what, strerror(errno));
	exit(1);
}

int main(int argc, char **argv)
{
	unsigned long plans = argc == 4 ? strtoul(argv[1], NULL, 10) : 0;
	unsigned milestones = argc == 4 ? (unsigned)strtoul(argv[2], NULL, 10) : 0;

	if (!plans || !milestones) {
		fprintf(stderr, "usage: plans PLANS MILESTONES FOLDER\n");
		return 2;
	}
	for (unsigned long i = 1; i <= plans; i++) {
		struct plan plan = {.number = i};
		char path[4096];

		snprintf(path, sizeof path, "%s/plan-%05lu.yaml", argv[3], i);
		plan.file = fopen(path, "w");
		if (!plan.file)
			fail(path);
		put_plan(&plan, milestones);
		if (fclose(plan.file) != 0)
			fail(path);
	}
	return 0;
}
