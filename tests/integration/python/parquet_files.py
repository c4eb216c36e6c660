"""Writes the same wide table as pandas, plain Arrow and a grown-up Arrow do, into the current folder."""

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

steps = np.arange(50_000)
frame = pd.DataFrame(
    {
        "_step": steps,
        "_timestamp": pd.to_datetime(1_700_000_000 + steps, unit="s"),
        "loss": np.where(steps % 7 == 0, None, np.sin(steps)).astype(float),
        "optimizer": "adam",
    }
)
frame.to_parquet("pandas.parquet")
table = pa.Table.from_pandas(frame, preserve_index=False)
pq.write_table(table, "arrow-small-pages.parquet", data_page_size=4096, row_group_size=9_999)
pq.write_table(table, "arrow-v2.parquet", data_page_version="2.0", version="2.6", compression="none", use_byte_stream_split=["loss"], use_dictionary=["optimizer"])
