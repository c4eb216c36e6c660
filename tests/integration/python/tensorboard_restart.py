"""A second writer goes on in the same folder from step 3, as after a crash: `tensorboard_restart.py`, twice."""

import sys

from tensorboardX import SummaryWriter

first = sys.argv[1] == "1"
with SummaryWriter("restarted/run", filename_suffix=f".{sys.argv[1]}", **({} if first else {"purge_step": 3})) as writer:
    for step in range(0 if first else 3, 6):
        writer.add_scalar("loss", step if first else 10 + step, step)
