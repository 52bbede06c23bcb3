#!/usr/bin/env python3
"""Open a dataset in the programs that people use and compare what they see.

    python3 -m venv .venv && .venv/bin/pip install -r .ci/requirements.txt
    .venv/bin/python .ci/readers.py DATASET [--hard]

Every table is read as Parquet by pandas, Polars and DuckDB and as CSV by Python's own csv module, pandas, Polars and DuckDB; the workbook by
openpyxl in both modes and, where soffice is installed, by LibreOffice. Row counts, types and values are compared with datapackage.json
and with each other. The scripts load.sql and load_sqlite.sql are run, croissant.json is read, README's examples give rows. --hard: the rows
are those of exporters/exporttest, which no reader guesses right. The first line of a difference names reader, table and column. The exit
status is 1 when there is one.
"""
import ast
import contextlib
import csv
import datetime
import hashlib
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import warnings

import duckdb
import openpyxl
import pandas
import polars
import pyarrow.parquet

csv.field_size_limit(1 << 30)
differences = []


def sql(query):
    with duckdb.connect() as c:
        return c.execute(query).fetchall()


def differs(*words):
    differences.append(": ".join(str(w) for w in words))
    print("DIFFERENT", differences[-1])


def same(got, want, *words):
    if got != want:
        differs(*words, f"got {str(got)[:200]}, want {str(want)[:200]}")


# What each reader makes of a column of each type.
PANDAS = {"integer": {"Int64"}, "number": {"float64"}, "boolean": {"boolean"}, "date": {"date32[day][pyarrow]"}, "datetime": {"datetime64[us, UTC]"},
          "string": {"str", "object", "string"}, "list": {"object"}}
POLARS = {"integer": "Int64", "number": "Float64", "boolean": "Boolean", "date": "Date", "datetime": "Datetime(time_unit='us', time_zone='UTC')",
          "string": "String", "list": "List(String)"}
DUCKDB = {"integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE", "datetime": "TIMESTAMP WITH TIME ZONE", "string": "VARCHAR",
          "list": "VARCHAR[]"}


def written(value):
    """A value of a Parquet column as the CSV files write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        text = value.strftime("%Y-%m-%dT%H:%M:%S.%f").rstrip("0").rstrip(".")
        return text + "Z"
    if isinstance(value, list):
        return " | ".join(value)
    return str(value)


FORMULA = tuple("=+-@\t\r\0")  # what the guard of the dialect for Excel stands before


def equal(parquet, text):
    if isinstance(parquet, float):
        return text != "" and float(text) == parquet
    return written(parquet) == text


def check_parquet(path, table, fields, rows):
    arrow = pyarrow.parquet.read_table(path)
    frame = pandas.read_parquet(path)
    lazy = polars.scan_parquet(path).collect()
    same(len(frame), rows, "pandas", table, "rows")
    same(lazy.height, rows, "polars", table, "rows")
    same(frame.attrs.get("table"), table, "pandas", table, "attrs")
    missing = {"dataset", "newsledger", "release", "schema_version"} - set(frame.attrs)
    same(missing, set(), "pandas", table, "attrs that are missing")
    described = {d[0]: d[1] for d in sql(f"DESCRIBE SELECT * FROM '{path}'")}
    same(sql(f"SELECT count(*) FROM '{path}'")[0][0], rows, "duckdb", table, "rows")
    for f in fields:
        name, kind = f["name"], f["type"]
        if str(frame[name].dtype) not in PANDAS[kind]:
            differs("pandas", table, name, frame[name].dtype)
        same(str(lazy.schema[name]), POLARS[kind], "polars", table, name)
        same(described[name], DUCKDB[kind], "duckdb", table, name)
        if not (arrow.schema.field(name).metadata or {}).get(b"description"):
            differs("pyarrow", table, name, "no description")
        column = arrow.column(name).to_pylist()
        if kind in ("string", "list"):
            same(lazy[name].to_list(), column, "polars", table, name)
            same([r[0] for r in sql(f'SELECT "{name}" FROM \'{path}\'')], column, "duckdb", table, name)
    return arrow.to_pydict()


def check_csv(path, table, fields, rows, parquet, guard):
    with open(path, encoding="utf-8-sig", newline="") as f:  # -sig: the dialect for Excel begins with a byte order mark
        header, *lines = csv.reader(f)
    names = [f["name"] for f in fields]
    same(header, names, "csv", table, "header")
    same(len(lines), rows, "csv", table, "rows")
    same(len(pandas.read_csv(path)), rows, "pandas csv", table, "rows")
    same(polars.read_csv(path, infer_schema_length=None).height, rows, "polars csv", table, "rows")
    same(sql(f"SELECT count(*) FROM read_csv('{path}', all_varchar=true, max_line_size=100000000)")[0][0], rows, "duckdb csv", table, "rows")
    if parquet is None:
        return
    for k, name in enumerate(names):
        for i, line in enumerate(lines):
            text = line[k]
            if guard and fields[k]["type"] in ("string", "list") and text.startswith(guard) and text.lstrip(guard)[:1] in FORMULA:
                text = text[1:]
            if not equal(parquet[name][i], text):
                differs("csv against parquet", table, name, f"row {i + 1}: {line[k][:80]!r} and {str(parquet[name][i])[:80]!r}")
                break


# Which table a sheet shows; Planned shows some of its rows.
SHEETS = {"Events": "events_flat", "Planned": None, "Side_by_side": "figure_groups", "Figures": "figures_flat", "Citations": "citations_flat",
          "Actors": "actors", "Links": "links_flat", "Places": "places", "Articles": "articles"}


def check_workbook(path, counts):
    rows = {}
    for read_only in (False, True):
        book = openpyxl.load_workbook(path, read_only=read_only)
        reader = "openpyxl read-only" if read_only else "openpyxl"
        for sheet, table in SHEETS.items():
            lines = list(book[sheet].iter_rows(values_only=True))
            while lines and all(v is None for v in lines[-1]):
                lines.pop()
            if table and table in counts:
                same(len(lines) - 1, counts[table], reader, sheet, "rows")
            same(len(lines), rows.setdefault(sheet, len(lines)), reader, sheet, "rows of the other mode")
            for line in lines:
                if any(isinstance(v, str) and (v == "<nil>" or v.startswith("#REF") or v.startswith("#NAME")) for v in line):
                    differs(reader, sheet, f"{line}")
            dates = [k for k, name in enumerate(lines[0]) if name and name.endswith(("_date", "date_start", "date_end", "_reported"))]
            for k in dates:
                for line in lines[1:]:
                    if line[k] is not None and not isinstance(line[k], datetime.datetime):
                        differs(reader, sheet, lines[0][k], f"{line[k]!r} is no date")
                        break
        if not read_only:
            for sheet in SHEETS:
                same(list(book[sheet].tables), ["tbl_" + sheet.lower()], reader, sheet, "table")
        book.close()
    if shutil.which("soffice"):
        check_libreoffice(path, rows)
    else:
        print("skipped LibreOffice: no soffice")


def check_libreoffice(path, rows):
    with tempfile.TemporaryDirectory() as out:
        every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
        subprocess.run(["soffice", f"-env:UserInstallation=file://{out}/profile", "--headless", "--convert-to", every_sheet, "--outdir", out, path],
                       check=True, capture_output=True, timeout=300)
        for sheet, n in rows.items():
            with open(pathlib.Path(out) / f"newsledger-{sheet}.csv", encoding="utf-8", newline="") as f:
                lines = [line for line in csv.reader(f) if any(line)]
            same(len(lines), n, "LibreOffice", sheet, "rows")


def check_package(directory):
    try:
        import frictionless
    except ImportError:
        print("skipped frictionless: not installed")
        return
    report = frictionless.validate(str(directory / "datapackage.json"))
    for task in report.tasks:
        for error in task.errors[:5]:
            differs("frictionless", task.name, error.message[:200])
    for error in report.errors:
        differs("frictionless", error.message[:200])


def check_profile(directory):
    """datapackage.json, and the schema of each table, keep the JSON Schemas of Data Package 2.0 that the package dplib carries. They are older than
    the field type list: such fields are held against string."""
    try:
        import importlib.resources
        import jsonschema
        profiles = importlib.resources.files("dplib") / "profiles" / "2.0"
        profile = {name: json.loads((profiles / f"{name}.json").read_text(encoding="utf-8")) for name in ("datapackage", "tableschema")}
    except ImportError:
        print("skipped the Data Package profile: dplib or jsonschema is not installed")
        return
    package = json.loads((directory / "datapackage.json").read_text(encoding="utf-8"))
    tables = [r["schema"] for r in package["resources"] if "schema" in r]
    for field in (f for t in tables for f in t["fields"] if f["type"] == "list"):
        field["type"] = "string"
    parts = [("datapackage", package)] + [("tableschema", t) for t in tables]
    for name, part in parts:
        for error in jsonschema.validators.validator_for(profile[name])(profile[name]).iter_errors(part):
            differs("Data Package profile", name, error.json_path, error.message[:200])


def check_partitions(directory):
    """Each hive folder holds the rows of its table, with the partition as a column, sorted by date."""
    for folder in sorted(p for p in (directory / "parquet").iterdir() if p.is_dir()):
        whole = pandas.read_parquet(directory / "parquet" / f"{folder.name}.parquet")
        key = "row_id" if folder.name == "links_flat" else whole.columns[0]
        parts = pandas.read_parquet(folder)
        by = parts.columns[-1]
        same(sorted(parts[key]), sorted(whole[key]), "pandas", folder.name, "keys in the partitions")
        frame = polars.read_parquet(folder / "**" / "*.parquet", hive_partitioning=True)
        same(sorted(frame[key]), sorted(whole[key]), "polars", folder.name, "keys in the partitions")
        rows = duckdb.sql(f"SELECT {by}, count(*) FROM read_parquet('{folder}/**/*.parquet', hive_partitioning = true) GROUP BY 1").fetchall()
        want = {str(k): n for k, n in parts[by].value_counts().items()}
        same({str(k): n for k, n in rows}, want, "DuckDB", folder.name, "rows by partition")
        same({str(k): n for k, n in frame[by].value_counts().rows()}, want, "polars", folder.name, "rows by partition")


def check_readme(directory):
    """README's examples for notebooks run as they stand, without a warning, and give rows. They name the dataset "dataset"."""
    if directory.name != "dataset":
        print("skipped README's examples: the dataset is not called dataset")
        return
    readme = (pathlib.Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    with contextlib.chdir(directory.parent), warnings.catch_warnings():
        warnings.simplefilter("error")
        for language, block in re.findall(r"^```(python|sql)\n(.*?)^```", readme, re.M | re.S):
            if "pyspark" in block:
                continue  # a JVM of its own: spark.py reads every file
            try:
                if language == "sql":
                    rows = len(sql(block))
                else:
                    *before, last = ast.parse(block).body
                    names = {}
                    exec(compile(ast.Module(before, []), "README.md", "exec"), names)
                    rows = len(eval(compile(ast.Expression(last.value), "README.md", "eval"), names))
            except Exception as e:
                differs("README", language, f"{type(e).__name__}: {e}", block.strip().splitlines()[-1])
            else:
                same(rows > 0, True, "README", language, "gives rows", block.strip().splitlines()[-1])


def check_load(directory, counts):
    """The scripts that the dataset brings load every table into DuckDB and SQLite, and every reference has its row."""
    if (directory / "load.sql").exists():
        with contextlib.chdir(directory), duckdb.connect() as c:
            c.execute((directory / "load.sql").read_text(encoding="utf-8"))
            for table, rows in counts.items():
                same(c.execute(f"SELECT count(*) FROM {table}").fetchone()[0], rows, "load.sql", table, "rows")
    if (directory / "load_sqlite.sql").exists() and shutil.which("sqlite3"):
        with tempfile.TemporaryDirectory() as out:
            file = pathlib.Path(out) / "ledger.sqlite"
            with open(directory / "load_sqlite.sql", "rb") as script:
                done = subprocess.run(["sqlite3", file], stdin=script, cwd=directory, capture_output=True, text=True, timeout=300)
            same((done.returncode, done.stderr), (0, ""), "load_sqlite.sql", "runs")
            with contextlib.closing(sqlite3.connect(file)) as c:
                same(c.execute("PRAGMA foreign_key_check").fetchall(), [], "load_sqlite.sql", "references without a row")
                for table, rows in counts.items():
                    same(c.execute(f"SELECT count(*) FROM {table}").fetchone()[0], rows, "load_sqlite.sql", table, "rows")


def check_croissant(directory, counts):
    try:
        import mlcroissant
    except ImportError:
        print("skipped Croissant: mlcroissant is not installed")
        return
    dataset = mlcroissant.Dataset(jsonld=str(directory / "croissant.json"))
    for problem in dataset.metadata.ctx.issues.errors:
        differs("mlcroissant", problem)
    for table in ("events", "figures_flat"):
        if table in counts:
            same(sum(1 for _ in dataset.records(table)), counts[table], "mlcroissant", table, "rows")


def check_sums(directory):
    for line in (directory / "SHA256SUMS").read_text().splitlines():
        want, name = line.split("  ", 1)
        same(hashlib.sha256((directory / name).read_bytes()).hexdigest(), want, "sha256", name)


def main():
    directory = pathlib.Path(sys.argv[1]).resolve()
    package = json.loads((directory / "datapackage.json").read_text())
    check_sums(directory)
    if "--partitions" in sys.argv:
        check_partitions(directory)
        print(f"{directory.name}: partitions, {len(differences)} differences")
        sys.exit(1 if differences else 0)
    schemas = {r["table"]: r["schema"]["fields"] for r in package["resources"] if "schema" in r}
    counts, parquet = {}, {}
    files = package["resources"] + package.get("files", [])
    for r in files:
        if "table" in r:
            counts[r["table"]] = r["rows"]
        if r["format"] == "parquet" and "table" in r:
            parquet[r["table"]] = check_parquet(str(directory / r["path"]), r["table"], schemas[r["table"]], r["rows"])
    for r in files:
        if r["format"] == "csv":
            check_csv(str(directory / r["path"]), r["table"], schemas[r["table"]], r["rows"], parquet.get(r["table"]), r["dialect"].get("formulaGuard"))
        if r["format"] == "xlsx":
            check_workbook(str(directory / r["path"]), counts)
    check_profile(directory)
    check_package(directory)
    if "--hard" not in sys.argv:  # it reads CSV with pandas' own guesses: 2^53 + 1 and the year 9999 fail there
        check_croissant(directory, counts)
    check_load(directory, counts)
    check_readme(directory)
    readers = f"pandas {pandas.__version__}, pyarrow {pyarrow.__version__}, polars {polars.__version__}, duckdb {duckdb.__version__}, openpyxl {openpyxl.__version__}"
    print(f"{directory.name}: {len(counts)} tables, {sum(counts.values())} rows, {len(differences)} differences ({readers})")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
