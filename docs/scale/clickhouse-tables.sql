-- Tables of runs for ClickHouse. Within a metric, a run's points lie together and in order: a line is read as one stretch.
CREATE TABLE points (
  key LowCardinality(String),
  run_id String CODEC(ZSTD),
  step Int64 CODEC(Delta, ZSTD),
  wall_time Float64 CODEC(Gorilla, ZSTD),
  value Float64 CODEC(ZSTD)
) ENGINE = MergeTree
ORDER BY (key, run_id, step);

-- A run is written again when its state or config changes; the last written stays.
CREATE TABLE run_versions (
  run_id String,
  name String,
  config String CODEC(ZSTD),
  state LowCardinality(String),
  start_time Float64,
  written_at DateTime64(3) DEFAULT now64(3)
) ENGINE = ReplacingMergeTree(written_at)
ORDER BY run_id;

CREATE VIEW runs AS SELECT run_id, name, config, state, start_time FROM run_versions FINAL;
