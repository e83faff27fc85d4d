#!/bin/sh
# Finds the milestones that stand in several plans, from records, with planlint, jq, sort and awk.
#
#   duplicates.sh FOLDER...        prints one group a line: PLAN:LINE, a tab, PLAN:LINE ...
#
# The groups are those of planlint's own rule duplicate-across-plans. Every step but the last reads lines and writes
# lines, and may run on as many machines as there are; sort is what brings together what belongs together.
#
#   PLANLINT  the program                                        (planlint)
#   JOBS      parts that are worked on side by side              (4)
#   SAME      share of words from which milestones are the same  (0.8, as the rule's option `similarity`)
#   WORK      folder for what lies between the steps             (a temporary one)
set -eu
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
planlint=${PLANLINT:-planlint}
jobs=${JOBS:-4}
same=${SAME:-0.8}
work=${WORK:-$(mktemp -d)}
test -n "${WORK:-}" || trap 'rm -rf "$work"' EXIT
tab=$(printf '\t')

# Runs a command on each of the parts: `{}` in it is the name of the part.
each() {
	if command -v parallel >/dev/null 2>&1; then
		parallel --will-cite -j "$jobs" "$1" ::: "$work"/part.??
	else
		printf '%s\n' "$work"/part.?? | xargs -P "$jobs" -I{} sh -c "$1"
	fi
}

# 1. Records: one JSON line a milestone. Any machine can make those of its own plans.
"$planlint" sweep --list-files "$@" >"$work/all"
split -n "l/$jobs" "$work/all" "$work/part."
each "'$planlint' sweep -j 1 --fail-on never --allow-empty --emit records --files-from {} >{}.records"

# 2. What the rule looks at, as columns. The order of plans decides which of a group is its first.
each "jq -r 'select(.compared and .specific >= 2 and (.cancelled | not)) |
	[.plan, .document, .milestone, .line, .series, .weight, .deed // \"\", (.deed_kinds | join(\" \")), (.tokens | join(\" \"))] |
	@tsv' {}.records >{}.columns"
cat "$work"/part.??.columns | sort -t "$tab" -k 1,1 -k 2,2n -k 3,3n | awk '{ print NR "\t" $0 }' >"$work/milestones"

# 3. Equal sets of words are one: the first of them stands for all.
awk -F "$tab" -v OFS="$tab" '{ stems = $10; gsub(/\/[0-9]+[a-z]*/, "", stems); print stems, $1, $7, $8, $9, $10 }' \
	"$work/milestones" | sort -t "$tab" -k 1,1 -k 2,2n |
	awk -F "$tab" -v OFS="$tab" -v equal="$work/equal" '
		BEGIN { printf "" >equal }
		NR > 1 && $1 == stems { print first, $2 >equal; next }
		{ stems = $1; first = $2; print $2, $3, $4, $5, $6 }' >"$work/sets"

# 4. Rare words first: two sets that are alike share two of their first few.
cut -f 5 "$work/sets" | tr ' ' '\n' | sed 's|/[0-9]*[a-z]*$||' | sort | uniq -c | sort -k 1,1n -k 2 |
	awk '{ print $2 "\t" NR }' >"$work/ranks"
split -n "l/$jobs" "$work/sets" "$work/sets.part."
for part in "$work"/sets.part.??; do
	awk -v same="$same" -f "$here/keys.awk" "$work/ranks" "$part"
done | sort -t "$tab" -k 1,1 -k 3,3n >"$work/keys"

# 5. Those that share such a key are compared.
awk -v same="$same" -f "$here/pairs.awk" "$work/keys" | sort -u >"$work/pairs"

# 6. What hangs together is a group; one of a single plan, or of one plan from year to year, is of no interest.
awk -f "$here/groups.awk" "$work/equal" "$work/pairs" "$work/milestones"
