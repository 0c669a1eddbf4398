#!/bin/sh
# From the corpora to dragoman/data/model, in one command: CORPORA=DIR FACTS=DIR training/make_model.sh [WORK FOLDER]
# Needs training/requirements.txt. About 80 minutes on one core that is not busy.
set -eu
cd "$(dirname "$0")"
: "${CORPORA:=../../shared/train}" "${FACTS:=../../shared/facts}" "${PYTHON:=python3}"
export CORPORA FACTS
work=${1:-checkpoints}
"$PYTHON" lemma_table.py --out ../dragoman/data/model/lemmas.json
"$PYTHON" lexicon.py
"$PYTHON" train.py --out "$work" --steps 6500 --threads 1 --seed 1
"$PYTHON" export.py --trained "$work" --fp32
"$PYTHON" card.py
