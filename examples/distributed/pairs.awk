# Reads what keys.awk wrote, sorted by key and weight, and compares all sets of one key: writes NUMBER NUMBER for
# those that are the same. Similarity is the weight of the words in both over the weight of the words in either.
BEGIN {
	FS = OFS = "\t"
	split("approve publish begin continue submit", words, " ")
	for (i in words) telling[words[i]]
}

function has_any(flags, letter) { return index(flags, letter) > 0 }

# Letters of the words that stand in set a and not in set b.
function missing(a, b,    i, found) {
	found = ""
	for (i = 1; i <= count[a]; i++)
		if (!((b, stem[a, i]) in weights))
			found = found letters[a, i]
	return found
}

# A number, a name or a thing in each that the other lacks, or a stage of work in one of them: two of one kind.
function tells_apart(a, b,    left, right) {
	left = missing(a, b)
	right = missing(b, a)
	return (has_any(left, "n") && has_any(right, "n")) || (has_any(left, "p") && has_any(right, "p")) ||
	       (has_any(left, "s") && has_any(right, "s")) || has_any(left, "g") || has_any(right, "g")
}

function has_kind(kinds, kind) { return index(" " kinds " ", " " kind " ") > 0 }

# "Agree the specification" and "implement the specification" do not do the same.
function does_the_same(a, b,    i, n, list, shared, kind) {
	if (deed[a] == "" || deed[b] == "" || deed[a] == deed[b])
		return 1
	n = split(kinds[a], list, " ")
	for (i = 1; i <= n; i++)
		shared += has_kind(kinds[b], list[i])
	for (kind in telling)
		if (has_kind(kinds[a], kind) != has_kind(kinds[b], kind))
			return 0
	return shared > 0
}

# 0 as soon as too much is missing.
function similarity(a, b,    i, own, other, shared, most, needed) {
	most = weight[a]
	needed = same / (1 + same) * (weight[a] + weight[b]) - 1e-6
	for (i = 1; i <= count[a]; i++) {
		own = weights[a, stem[a, i]]
		if (!((b, stem[a, i]) in weights)) {
			if ((most -= own) < needed)
				return 0
			continue
		}
		other = weights[b, stem[a, i]]
		shared += own < other ? own : other
	}
	return shared / (weight[a] + weight[b] - shared)
}

# The lighter of a pair stands first, and must not be too light.
function compare_all(    i, k) {
	for (i = 2; i <= sets; i++)
		for (k = i - 1; k && weight[k] >= same * weight[i] - 1e-6; k--)
			if (similarity(k, i) >= same && !tells_apart(k, i) && does_the_same(k, i)) {
				if (number[k] < number[i])
					print number[k], number[i]
				else
					print number[i], number[k]
			}
}

function forget(    i) {
	sets = 0
	split("", weights)
	split("", stem)
	split("", letters)
}

$1 != key { compare_all(); forget(); key = $1 }

{
	sets++
	number[sets] = $2 + 0
	weight[sets] = $3 + 0
	deed[sets] = $4
	kinds[sets] = $5
	count[sets] = split($6, token, " ")
	for (i = 1; i <= count[sets]; i++) {
		slash = match(token[i], /\/[0-9]+[a-z]*$/)
		stem[sets, i] = substr(token[i], 1, slash - 1)
		weights[sets, stem[sets, i]] = substr(token[i], slash + 1) + 0
		letters[sets, i] = token[i]
		sub(/^.*\/[0-9]+/, "", letters[sets, i])
	}
}

END { compare_all() }
