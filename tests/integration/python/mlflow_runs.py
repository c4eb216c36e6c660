"""Logs runs through MLflow's own client and prints, as JSON, what its own client reads back: `mlflow_runs.py URI KIND`."""

import json
import math
import sys

from mlflow import MlflowClient
from mlflow.entities import Metric

uri, kind = sys.argv[1:]
answer, sys.stdout = sys.stdout, sys.stderr  # MLflow prints links
client = MlflowClient(tracking_uri=uri)


def log(run_id, metrics):
    for start in range(0, len(metrics), 1000):
        client.log_batch(run_id, metrics=metrics[start : start + 1000])


def text(value):
    return value if math.isfinite(value) else str(value)


def read_back(run_id):
    run = client.get_run(run_id)
    return {
        "id": run_id,
        "name": run.info.run_name,
        "status": run.info.status,
        "startTime": run.info.start_time,
        "params": run.data.params,
        "last": {key: text(value) for key, value in run.data.metrics.items()},
        "history": {
            key: {
                "steps": [point.step for point in history],
                "values": [text(point.value) for point in history],
                "times": [point.timestamp for point in history],
            }
            for key in run.data.metrics
            for history in [client.get_metric_history(run_id, key)]
        },
    }


def values():
    experiment = client.create_experiment("values")
    parent = client.create_run(experiment, run_name="parent").info.run_id
    client.set_terminated(parent)
    now = 1_700_000_000_000
    child = client.create_run(experiment, run_name="child", tags={"mlflow.parentRunId": parent, "team": "blue"}).info.run_id
    client.log_param(child, "learning_rate", 0.01)
    client.log_param(child, "optimizer", "adam")
    client.log_param(child, "text", "two\nlines, 한국어")
    log(child, [Metric("loss", 1 / (step + 1), now + step, step) for step in range(200)])
    log(child, [Metric("val/nested/acc", value, now + index, index) for index, value in enumerate([0.5, math.nan, math.inf, -math.inf, 0.75])])
    log(child, [Metric("ends in nan", 1.0, now, 0), Metric("ends in nan", math.nan, now + 1, 1)])
    log(child, [Metric("ends in inf", 1.0, now, 0), Metric("ends in inf", math.inf, now + 1, 1)])
    log(child, [Metric("odd steps", float(step), now + index, step) for index, step in enumerate([5, -3, 0, 2**40])])
    log(child, [Metric("same step", value, now + index, 0) for index, value in enumerate([3.0, 1.0, 2.0])])
    client.set_terminated(child, "FAILED")
    return [parent, child]


def long():
    experiment = client.create_experiment("long")
    run_id = client.create_run(experiment, run_name="long").info.run_id
    log(run_id, [Metric("loss", math.sin(step), 1_700_000_000_000 + step, step) for step in range(26_000)])
    return [run_id]


def many():
    experiment = client.create_experiment("many")
    for index in range(1005):
        run_id = client.create_run(experiment, run_name=f"run {index}").info.run_id
        if index % 100 == 0:
            client.log_param(run_id, "index", index)
    return []


print(json.dumps([read_back(run_id) for run_id in {"values": values, "long": long, "many": many}[kind]()]), file=answer)
