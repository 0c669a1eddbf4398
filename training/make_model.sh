#!/bin/sh
# From the corpora to dragoman/data/model, in one command: CORPORA=DIR FACTS=DIR training/make_model.sh [WORK FOLDER]
# Needs training/requirements.txt. Two and a half hours on two cores that are not busy. Steps, seeds and thread counts are fixed.
set -eu
cd "$(dirname "$0")"
: "${CORPORA:=../../shared/train}" "${FACTS:=../../shared/facts}" "${PYTHON:=python3}" "${THREADS:=2}"
export CORPORA FACTS
work=${1:-checkpoints}
mkdir -p "$work"
"$PYTHON" lemma_table.py --out ../dragoman/data/model/lemmas.json
"$PYTHON" lexicon.py
# Two teachers: the second learns from the first's reading of open text as well.
"$PYTHON" train.py --out "$work/one" --steps 6500 --seed 1 --threads "$THREADS"
"$PYTHON" teach.py --teachers "$work/one" --out "$work/one.pt"
"$PYTHON" train.py --out "$work/two" --taught "$work/one.pt" --trust 0 --silver-share 0.35 --steps 8000 --seed 2 --threads "$THREADS"
# The network that ships goes on from the second and learns from both.
"$PYTHON" teach.py --teachers "$work/one" "$work/two" --out "$work/both.pt"
"$PYTHON" train.py --out "$work/three" --from "$work/two" --taught "$work/both.pt" --trust 0.3 --silver-share 0.5 --rate 1e-4 --head-rate 1e-3 \
  --steps 5000 --seed 3 --threads "$THREADS"
"$PYTHON" export.py --trained "$work/three" --fp32
"$PYTHON" card.py
