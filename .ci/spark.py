#!/usr/bin/env python3
"""Read a dataset's Parquet files in Spark and compare rows, types and values with what pyarrow sees.

    .ci/spark.py DATASET...

Without pyspark or Java it says so and is content. The exit status is 1 when something differs.
"""
import importlib.util
import pathlib
import shutil
import sys

import pyarrow.parquet

TYPES = {"int64": "bigint", "double": "double", "bool": "boolean", "date32[day]": "date", "timestamp[us, tz=UTC]": "timestamp", "string": "string"}


def spark_type(arrow):
    return "array<string>" if str(arrow).startswith("list<") else TYPES[str(arrow)]


def differences(spark, path):
    arrow = pyarrow.parquet.read_table(path)
    frame = spark.read.parquet(str(path))
    types = dict(frame.dtypes)
    for field in arrow.schema:
        want = spark_type(field.type)
        if types.get(field.name) != want:
            yield f"{path}: {field.name} is {types.get(field.name)}, want {want}"
    plain = [n for n, t in frame.dtypes if t not in ("date", "timestamp")]  # Python's own dates are narrower than Spark's
    rows = frame.select(*[f"`{n}`" for n in plain]).collect()
    if len(rows) != arrow.num_rows:
        yield f"{path}: {len(rows)} rows, want {arrow.num_rows}"
    for k, name in enumerate(plain):
        if [row[k] for row in rows] != arrow.column(name).to_pylist():
            yield f"{path}: values of {name}"


def main():
    if not (importlib.util.find_spec("pyspark") and shutil.which("java")):
        print("skipped Spark: no pyspark or no Java")
        return
    import pyspark.sql

    spark = (pyspark.sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", False).config("spark.ui.showConsoleProgress", False).config("spark.sql.files.openCostInBytes", 1 << 40)
             .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1").getOrCreate())
    spark.sparkContext.setLogLevel("ERROR")
    files = [p for d in sys.argv[1:] for p in sorted(pathlib.Path(d).resolve().glob("parquet/*.parquet"))]
    found = [d for path in files for d in differences(spark, path)]
    print(*(f"DIFFERENT Spark: {d}" for d in found), sep="\n", end="\n" if found else "")
    print(f"Spark {spark.version}: {len(files)} Parquet files, {len(found)} differences")
    spark.stop()
    sys.exit(1 if found or not files else 0)


if __name__ == "__main__":
    main()
