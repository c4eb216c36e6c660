-- One row per run and metric, kept up to date by each INSERT into points. Partial rows of one run are joined by merges in the background.
CREATE TABLE summary_states (
  key LowCardinality(String),
  run_id String CODEC(ZSTD),
  latest_state AggregateFunction(argMax, Float64, Int64),
  finite_min_state AggregateFunction(minOrNullIf, Float64, UInt8),
  finite_max_state AggregateFunction(maxOrNullIf, Float64, UInt8),
  infinite_min_state AggregateFunction(minOrNullIf, Float64, UInt8),
  infinite_max_state AggregateFunction(maxOrNullIf, Float64, UInt8),
  first_step SimpleAggregateFunction(min, Int64),
  last_step SimpleAggregateFunction(max, Int64),
  wall_time_state AggregateFunction(argMax, Float64, Int64),
  min_wall_time SimpleAggregateFunction(min, Float64),
  max_wall_time SimpleAggregateFunction(max, Float64),
  points SimpleAggregateFunction(sum, UInt64),
  min_positive_step_state AggregateFunction(minOrNullIf, Int64, UInt8),
  min_positive_state AggregateFunction(minOrNullIf, Float64, UInt8)
) ENGINE = AggregatingMergeTree
ORDER BY (key, run_id);

CREATE MATERIALIZED VIEW summary_of_inserts TO summary_states AS
SELECT
  key,
  run_id,
  argMaxState(value, step) AS latest_state,
  minOrNullIfState(value, isFinite(value)) AS finite_min_state,
  maxOrNullIfState(value, isFinite(value)) AS finite_max_state,
  minOrNullIfState(value, isInfinite(value)) AS infinite_min_state,
  maxOrNullIfState(value, isInfinite(value)) AS infinite_max_state,
  min(step) AS first_step,
  max(step) AS last_step,
  argMaxState(wall_time, step) AS wall_time_state,
  min(wall_time) AS min_wall_time,
  max(wall_time) AS max_wall_time,
  count() AS points,
  minOrNullIfState(step, step > 0) AS min_positive_step_state,
  minOrNullIfState(value, value > 0 AND isFinite(value)) AS min_positive_state
FROM points
GROUP BY key, run_id;

-- What the source reads: tables: { summary: 'summary' }.
CREATE VIEW summary AS
SELECT
  key,
  run_id,
  argMaxMerge(latest_state) AS latest,
  coalesce(minOrNullIfMerge(finite_min_state), minOrNullIfMerge(infinite_min_state)) AS min,
  coalesce(maxOrNullIfMerge(finite_max_state), maxOrNullIfMerge(infinite_max_state)) AS max,
  min(summary_states.first_step) AS first_step,
  max(summary_states.last_step) AS last_step,
  argMaxMerge(wall_time_state) AS wall_time,
  min(summary_states.min_wall_time) AS min_wall_time,
  max(summary_states.max_wall_time) AS max_wall_time,
  sum(summary_states.points) AS points,
  minOrNullIfMerge(min_positive_step_state) AS min_positive_step,
  minOrNullIfMerge(min_positive_state) AS min_positive
FROM summary_states
GROUP BY key, run_id;
