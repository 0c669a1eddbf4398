"""Export a trained network to the files in dragoman/data/model, and measure what was exported.

`python export.py --trained DIR --corpora DIR --out DIR`
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import torch
from batches import Labels
from network import Network, Single
from score import held_documents, measure_reader, speed

from dragoman.reading.model import Reader

NAME, VERSION = "dragoman-reader", "1.1.0"


def export(network: Network, path: Path, teacher: bool = False) -> None:
    """Write the network as ONNX in float32."""
    inputs = (torch.tensor([[101, 7, 8, 9, 102]]), torch.tensor([[7, 0, 1, 2, 7]]), torch.tensor([1, 2]), torch.tensor([1, 3]))
    axes = {
        "ids": {1: "pieces"}, "looks": {1: "pieces"}, "first": {0: "words"}, "last": {0: "words"}, "tags": {0: "words"},
        "arcs": {0: "words", 1: "heads"}, "names": {0: "words"}, "starts": {0: "words"}, "parts": {0: "words"},
        "headstates": {0: "heads"},
    }
    torch.onnx.export(
        Single(network, teacher).eval(), inputs, str(path), input_names=["ids", "looks", "first", "last"],
        output_names=["tags", "arcs", "names", "starts", "parts", "headstates"], dynamic_axes=axes,
        opset_version=17, dynamo=False,
    )


def quantize(source: Path, target: Path) -> None:
    """Weights to int8 per channel. Seven bits of the eight are used: with all eight, processors without VNNI
    saturate and would give other trees than those with it."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(str(prepared), str(target), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def trained(folder: Path) -> tuple[Labels, Network]:
    """What train.py left in a folder."""
    labels = Labels.load(folder / "labels.json")
    network = Network(30522, len(labels.tags), len(labels.rels), len(labels.names))
    network.load_state_dict(torch.load(folder / "network.pt", weights_only=True))
    return labels, network.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path(os.environ.get("CORPORA", "../../shared/train")))
    parser.add_argument("--trained", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path(__file__).resolve().parent.parent / "dragoman/data/model")
    parser.add_argument("--lemmas", type=Path, help="lemmas.json, default: the one in --out")
    parser.add_argument("--fp32", action="store_true", help="measure the float32 network too")
    args = parser.parse_args()
    torch.set_num_threads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    labels, network = trained(args.trained)
    lemmas = args.lemmas or args.out / "lemmas.json"
    if lemmas != args.out / "lemmas.json":
        shutil.copy(lemmas, args.out / "lemmas.json")
        shutil.copy(lemmas.with_name("lexicon.txt"), args.out / "lexicon.txt")
    labels.save(args.out / "labels.json")
    shutil.copy(args.trained / "tokenizer.json", args.out / "tokenizer.json")
    documents = held_documents(args.corpora)
    table: dict[str, dict] = {}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        export(network, full)
        if args.fp32:
            shutil.copy(full, args.out / "model.onnx")
            reader = Reader(args.out)
            for name, docs in documents.items():
                table[f"{name}, float32"] = measure_reader(reader, docs)
                print(name, "float32", table[f"{name}, float32"], flush=True)
        quantize(full, args.out / "model.onnx")
    reader = Reader(args.out)
    for name, docs in documents.items():
        table[name] = measure_reader(reader, docs)
        print(name, table[name], flush=True)
    words = speed(reader, documents["GUM held out"])
    print(f"{words:.0f} words/s on one thread, network alone")
    files = ("model.onnx", "labels.json", "tokenizer.json", "lemmas.json", "lexicon.txt")
    meta = {
        "name": NAME, "version": VERSION, "license": "CC BY-SA 4.0",
        "description": "English tags, UD trees, sentence ends, lemmas and names for news: MiniLM-L6 with six heads, int8",
        "files": {f: hashlib.sha256((args.out / f).read_bytes()).hexdigest() for f in files},
        "training": json.loads((args.trained / "trained.json").read_text())["settings"],
        "words_per_second_one_thread": round(words, -2), "scores": table,
    }
    (args.out / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
