# UNTESTED. The same as duplicates.sh, for Apache Spark: it shows how the steps fall into place there and has not been run.
# What is tested is duplicates.sh, whose steps have the same numbers; compare the two on plans of yours before you trust it.
#
#   spark-submit duplicates_spark.py 'records/*.jsonl' groups/

import sys

from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pyspark.sql import types as T

SAME = 0.8  # as the option `similarity` of duplicate-across-plans
SPECIFIC = 2
HEAVIEST = 4  # no word weighs more
TELLING = {"approve", "publish", "begin", "continue", "submit"}


def parse(tokens):
    """{stem: (weight, letters)} of ["STEM/WEIGHTletters", ...]"""
    words = {}
    for token in tokens:
        stem, rest = token.rsplit("/", 1)
        letters = rest.lstrip("0123456789")
        words[stem] = (int(rest[: len(rest) - len(letters)]), letters)
    return words


def keys(weight, tokens, rank):
    """By which keys a set can be found: see keys.awk."""
    words = sorted((rank[stem], own) for stem, (own, _) in parse(tokens).items())
    needed = SAME * weight - 1e-6
    left = weight
    for i, (first, own) in enumerate(words):
        if left < needed:
            return
        if needed <= HEAVIEST:
            yield str(first)
        left -= own
        rest = left
        for second, other in words[i + 1 :]:
            if rest < needed - own:
                break
            yield f"{first}+{second}"
            rest -= other


def are_same(a, b):
    """See pairs.awk."""
    x, y = parse(a.tokens), parse(b.tokens)
    shared = sum(min(x[stem][0], y[stem][0]) for stem in x.keys() & y.keys())
    if shared / (a.weight + b.weight - shared) < SAME:
        return False
    left = "".join(x[stem][1] for stem in x.keys() - y.keys())
    right = "".join(y[stem][1] for stem in y.keys() - x.keys())
    if "g" in left or "g" in right or any(letter in left and letter in right for letter in "nps"):
        return False
    if not a.deed or not b.deed or a.deed == b.deed:
        return True
    mine, others = set(a.deed_kinds), set(b.deed_kinds)
    return bool(mine & others) and mine & TELLING == others & TELLING


def main(source, target):
    spark = SparkSession.builder.appName("planlint-duplicates").getOrCreate()

    # 1 and 2: records, numbered in the order of plans
    records = spark.read.json(source).where(
        F.col("compared") & (F.col("specific") >= SPECIFIC) & ~F.col("cancelled")
    )
    order = records.orderBy("plan", "document", "milestone").rdd.zipWithIndex()
    numbered = order.map(lambda pair: (*pair[0], pair[1])).toDF(
        T.StructType(records.schema.fields + [T.StructField("n", T.LongType())])
    ).persist()

    # 3: equal sets of words are one
    stems = F.transform("tokens", lambda token: F.regexp_replace(token, "/[0-9]+[a-z]*$", ""))
    first = F.min("n").over(Window.partitionBy("stems"))
    sets = numbered.withColumn("stems", F.array_join(stems, " ")).withColumn("first", first).persist()
    equal = sets.where("n != first").select(F.col("first").alias("a"), F.col("n").alias("b"))
    distinct = sets.where("n = first").select("n", "weight", "deed", "deed_kinds", "tokens").persist()

    # 4: rare words first. There are few words: their ranks go to every worker.
    words = distinct.select(F.explode(F.transform("tokens", lambda token: F.regexp_replace(token, "/[0-9]+[a-z]*$", ""))).alias("stem"))
    counted = words.groupBy("stem").count().orderBy("count", "stem").select("stem").collect()
    rank = spark.sparkContext.broadcast({row.stem: place for place, row in enumerate(counted)})
    keyed = distinct.rdd.flatMap(lambda row: ((key, row) for key in keys(row.weight, row.tokens, rank.value)))

    # 5: compare all sets of one key
    def pairs(group):
        rows = sorted(group, key=lambda row: row.weight)
        for i, b in enumerate(rows):
            for a in reversed(rows[:i]):
                if a.weight < SAME * b.weight - 1e-6:
                    break
                if are_same(a, b):
                    yield min(a.n, b.n), max(a.n, b.n)

    alike = keyed.groupByKey().flatMap(lambda item: pairs(item[1])).distinct().toDF(["a", "b"])

    # 6: what hangs together is a group, known by its smallest number: the smallest one is handed on until nothing changes
    edges = equal.union(alike).persist()
    edges = edges.union(edges.select(F.col("b").alias("a"), F.col("a").alias("b"))).persist()
    group = edges.select(F.col("a").alias("n")).distinct().withColumn("group", F.col("n"))
    while True:
        offered = edges.join(group, edges.b == group.n).groupBy("a").agg(F.min("group").alias("offered"))
        handed = group.join(offered, group.n == offered.a).select(
            "n", F.least("group", "offered").alias("group"), (F.col("offered") < F.col("group")).alias("changed")
        ).localCheckpoint()
        group = handed.select("n", "group")
        if not handed.where("changed").head(1):
            break
    found = group.join(numbered, "n").groupBy("group").agg(
        F.sort_array(F.collect_list(F.struct("n", "plan", "line"))).alias("places"),
        F.countDistinct("series").alias("series"),
    )
    found.where("series > 1").orderBy("group").select("places").write.json(target)


if __name__ == "__main__":
    main(*sys.argv[1:3])
