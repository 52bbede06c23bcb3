#!/usr/bin/env python3
"""Measure the three writers beside what people use today, on the same rows, in one run.

    python3 -m venv .venv && .venv/bin/pip install -r .ci/requirements.txt XlsxWriter==3.2.9
    .venv/bin/python .ci/bench.py

The rows are those of exporters/exporttest (links_flat: random ids, Zipf words, unique addresses): a million for Parquet (pyarrow, zstd 3) and
CSV (encoding/csv), 200,000 for Excel (XlsxWriter, constant memory). Each pair is run in turns, three times; the median counts. Times are
those of writing rows that are in memory. Peak memory is that of a process that makes the rows as it writes them.
"""
import csv
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

import pyarrow
import pyarrow.parquet
import xlsxwriter

ROOT = pathlib.Path(__file__).resolve().parent.parent
TURNS = 3
csv.field_size_limit(1 << 30)


def go(package, bench, keep=None):
    """Seconds and metrics of one run of a Go benchmark."""
    env = dict(os.environ, **({"NEWSLEDGER_BENCH": str(keep)} if keep else {}))
    out = subprocess.run(["go", "test", f"./exporters/{package}", "-run", "^$", "-bench", f"^Benchmark{bench}$", "-benchtime", "1x", "-timeout", "20m"],
                         cwd=ROOT, env=env, check=True, capture_output=True, text=True).stdout
    line = next(line for line in out.splitlines() if line.startswith("Benchmark"))
    metrics = {unit: float(value) for value, unit in re.findall(r"([\d.]+) (\S+)", line)}
    return metrics["ns/op"] / 1e9, metrics


def clock(run):
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def turns(ours, theirs):
    """Median seconds of each, run in turns, and the last metrics of ours."""
    a, b, metrics = [], [], {}
    for _ in range(TURNS):
        seconds, metrics = ours()
        a.append(seconds)
        b.append(theirs())
    return statistics.median(a), statistics.median(b), metrics


def pyarrow_writer(rows_file, out):
    table = pyarrow.parquet.read_table(rows_file).combine_chunks()
    few = [c.path_in_schema for c in map(pyarrow.parquet.ParquetFile(rows_file).metadata.row_group(0).column, range(table.num_columns)) if "RLE_DICTIONARY" in c.encodings]

    def write():
        pyarrow.parquet.write_table(table, out, compression="zstd", compression_level=3, row_group_size=122_880, use_dictionary=few, data_page_version="1.0")
    return lambda: clock(write), few


def xlsxwriter_writer(rows_file, out):
    rows = [list(r) for r in zip(*pyarrow.parquet.read_table(rows_file).slice(0, 200_000).to_pydict().values())]
    header = pyarrow.parquet.read_schema(rows_file).names

    def write():
        book = xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, header)
        for i, row in enumerate(rows, 1):
            for k, v in enumerate(row):
                if v is None:
                    continue
                if hasattr(v, "year"):
                    sheet.write_datetime(i, k, v, day)
                elif isinstance(v, str):
                    sheet.write_string(i, k, v)
                else:
                    sheet.write(i, k, v)
        book.close()
    return lambda: clock(write)


def row(name, ours, theirs, metrics, their_bytes, peak):
    print(f"| {name} | {ours:.1f} s | {theirs:.1f} s | {ours / theirs:.2f} | {metrics['file-MB']:.1f} MB | {their_bytes / 1e6:.1f} MB | {peak:.0f} MB |")


def main():
    with tempfile.TemporaryDirectory() as tmp:
        work = pathlib.Path(tmp)
        for name in ("parquetfile", "csvfile", "xlsxfile", "plain"):
            (work / name).mkdir()
        print("| writer | ours | theirs | ours / theirs | our size | their size | our peak memory |\n|---|---|---|---|---|---|---|")
        go("parquetfile", "Large", work / "parquetfile")
        rows_file = work / "parquetfile" / "parquet" / "links_flat.parquet"

        out = work / "pyarrow.parquet"
        write, few = pyarrow_writer(rows_file, out)
        ours, theirs, metrics = turns(lambda: go("parquetfile", "Large"), write)
        row(f"Parquet, against pyarrow {pyarrow.__version__}", ours, theirs, metrics, out.stat().st_size, go("parquetfile", "Peak")[1]["peak-MB"])

        ours, theirs, metrics = turns(lambda: go("csvfile", "Large"), lambda: go("csvfile", "LargeEncodingCSV")[0])
        row("CSV, against encoding/csv", ours, theirs, metrics, metrics["file-MB"] * 1e6, go("csvfile", "Peak")[1]["peak-MB"])

        out = work / "xlsxwriter.xlsx"
        ours, theirs, metrics = turns(lambda: go("xlsxfile", "Large"), xlsxwriter_writer(rows_file, out))
        row(f"Excel, against XlsxWriter {xlsxwriter.__version__}", ours, theirs, metrics, out.stat().st_size, go("xlsxfile", "Peak")[1]["peak-MB"])
        print("dictionaries in Parquet:", ", ".join(few), file=sys.stderr)


if __name__ == "__main__":
    main()
