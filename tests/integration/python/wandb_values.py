"""Logs what is hard to write in JSON, and prints, as JSON, what was logged."""

import json
import math

import wandb

values = [0.5, math.nan, math.inf, -math.inf, 1e-300, 0.1 + 0.2]
with wandb.init(project="values", name="hard values", config={"optimizer": {"name": "adam", "lr": 0.01}, "a.b": 1, "layers": [1, 2]}) as run:
    for step, value in enumerate(values):
        run.log({"value": value, "nested": {"x": step}, "a/b": -step})
    run.log({"late": 7}, step=1000)
print(json.dumps([value if math.isfinite(value) else str(value) for value in values]))
