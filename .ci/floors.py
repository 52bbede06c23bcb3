#!/usr/bin/env python3
"""floors.py SET SCORES.json FLOORS.tsv: prints the scores of a set and fails when one lies under its floor."""
import json
import sys

name, scores, floors = sys.argv[1], json.load(open(sys.argv[2])), sys.argv[3]
low = []
for line in open(floors, encoding="utf-8"):
    if line.startswith("#"):
        continue
    of, measure, floor = line.rstrip("\n").split("\t")
    if of != name:
        continue
    v = scores[measure]
    got = v[0] / v[1] if len(v) == 2 and not isinstance(v[0], float) else v[0]
    print(f"{name}: {measure}: {got:.3f} (floor {floor})")
    if got < float(floor):
        low.append(measure)
if low:
    sys.exit(f"{name}: under the floor: {', '.join(low)}")
