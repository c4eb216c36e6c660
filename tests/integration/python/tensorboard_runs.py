"""Writes event files with tensorboardX into the current folder and prints, as JSON, what was logged."""

import json
import math

import numpy as np
from tensorboardX import SummaryWriter

logged = {}


def text(value):
    value = float(np.float32(value))
    return value if math.isfinite(value) else str(value)


def log(writer, run, tag, points):
    for step, value in points:
        writer.add_scalar(tag, value, step)
    logged.setdefault(run, {})[tag] = {"steps": [step for step, _ in points], "values": [text(value) for _, value in points]}


with SummaryWriter("logs/first") as writer:
    log(writer, "first", "loss", [(step, 1 / (step + 1)) for step in range(5000)])
    log(writer, "first", "val/acc", [(0, 0.5), (1, math.nan), (2, math.inf), (3, -math.inf), (4, 0.75)])
    log(writer, "first", "spike", [(step, 100.0 if step == 3333 else math.sin(step)) for step in range(5000)])
    writer.add_histogram("weights", np.arange(10), 0)
    writer.add_text("note", "no scalar", 0)
with SummaryWriter("logs/second") as writer:
    log(writer, "second", "loss", [(10, 3.0), (5, 2.0), (2**40, 1.0)])
    writer.add_hparams({"learning_rate": 0.01, "optimizer": "adam", "nesterov": True}, {"best": 0.75}, name="hparams")
    logged["second/hparams"] = {"best": {"steps": [0], "values": [0.75]}}
print(json.dumps(logged))
