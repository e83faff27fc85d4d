# Reads pairs (NUMBER NUMBER, the smaller first), then the milestones in their order. Writes each group of more than one
# series of plans on a line: PLAN:LINE, a tab, PLAN:LINE ...
BEGIN { FS = "\t" }

function root(i) {
	while (i in above)
		i = above[i]
	return i
}

function unite(a, b) {
	a = root(a)
	b = root(b)
	if (a < b)
		above[b] = a
	else if (b < a)
		above[a] = b
}

NF == 2 { unite($1 + 0, $2 + 0); paired[$1 + 0]; paired[$2 + 0]; next }

($1 + 0) in paired {
	first = root($1 + 0)
	if (!(first in places)) {
		order[++groups] = first
		series[first] = $6
	}
	places[first] = places[first] (places[first] == "" ? "" : "\t") $2 ":" $5
	differs[first] += $6 != series[first]
}

END {
	for (i = 1; i <= groups; i++)
		if (differs[order[i]])
			print places[order[i]]
}
