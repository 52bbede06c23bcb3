#!/usr/bin/env python3
"""Execute the quick-start notebook on a dataset, as it stands.

    .ci/notebook.py DATASET [OTHER] [--keep DIR]

A cell that fails, warns or that shows nothing fails the run. OTHER is the second dataset of question 8.
--keep writes the pictures and the tables as text there, for somebody to look at.
"""
import argparse
import base64
import os
import pathlib
import sys

import nbclient
import nbformat

NOTEBOOK = pathlib.Path(__file__).parent.parent / "testdata" / "quickstart.ipynb"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("dataset", type=pathlib.Path)
    parser.add_argument("other", type=pathlib.Path, nargs="?")
    parser.add_argument("--keep", type=pathlib.Path)
    args = parser.parse_args()
    os.environ["NEWSLEDGER_DATASET"] = str(args.dataset.resolve())
    os.environ["NEWSLEDGER_OTHER"] = str((args.other or args.dataset).resolve())

    book = nbformat.read(NOTEBOOK, as_version=4)
    if any(c.get("outputs") for c in book.cells):
        sys.exit("the notebook is stored with outputs: clear them")
    client = nbclient.NotebookClient(book, kernel_name="python3", timeout=120)
    client.create_kernel_manager().transport = "ipc"  # over TCP the kernel warns
    client.execute()

    pictures = shown = 0
    for cell in book.cells:
        if cell.cell_type == "code" and not cell.outputs:
            sys.exit(f"{cell.id} shows nothing")
        for output in cell.get("outputs", []):
            if output.output_type == "stream" and output.name == "stderr":
                sys.exit(f"{cell.id} warns: {output.text}")
            data = output.get("data", {})
            picture = "image/png" in data
            pictures += picture
            shown += not picture
            if args.keep:
                args.keep.mkdir(parents=True, exist_ok=True)
                if picture:
                    (args.keep / f"{cell.id}.png").write_bytes(base64.b64decode(data["image/png"]))
                else:
                    (args.keep / f"{cell.id}.txt").write_text(output.get("text") or data["text/plain"], encoding="utf-8")
    print(f"notebook: {pictures} pictures and {shown} tables on {args.dataset.name}, no warning")


if __name__ == "__main__":
    main()
