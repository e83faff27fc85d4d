# Reads ranks (STEM RANK), then sets (NUMBER WEIGHT DEED KINDS TOKENS). Writes each set under each key by which it can be
# found: KEY NUMBER WEIGHT DEED KINDS TOKENS.
#
# Let the words of two sets that are alike be in the order of their rarity. The rarest word that they share stands where
# what follows in each set still weighs enough, and so does the second rarest, but for the weight of the first (the
# prefix filter of Bayardo, Ma and Srikant 2007, taken two words far as in Wang, Li and Feng 2012, with weights). So the
# two words together are a key that both sets have, and few others. Only sets so light that one word could be all that
# they share are found by one as well.
BEGIN {
	FS = OFS = "\t"
	heaviest = 4 # no word weighs more
}

NR == FNR { rank[$1] = $2; next }

{
	count = split($5, token, " ")
	for (i = 1; i <= count; i++) {
		slash = match(token[i], /\/[0-9]+[a-z]*$/)
		at[i] = rank[substr(token[i], 1, slash - 1)]
		weight[i] = substr(token[i], slash + 1) + 0
		for (k = i; k > 1 && at[k - 1] > at[k]; k--) {
			swap = at[k]; at[k] = at[k - 1]; at[k - 1] = swap
			swap = weight[k]; weight[k] = weight[k - 1]; weight[k - 1] = swap
		}
	}
	needed = same * $2 - 1e-6
	left = $2
	for (i = 1; i <= count && left >= needed; i++) {
		if (needed <= heaviest)
			print at[i], $0
		rest = left -= weight[i]
		for (k = i + 1; k <= count && rest >= needed - weight[i]; k++) {
			print at[i] "+" at[k], $0
			rest -= weight[k]
		}
	}
}
