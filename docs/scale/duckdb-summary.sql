-- One row per run and metric. The same statement refreshes it after new points came; readers see the old table until it is done.
CREATE OR REPLACE TABLE summary AS
SELECT
  key,
  run_id,
  arg_max(value, step) AS latest,
  coalesce(min(value) FILTER (WHERE isfinite(value)), min(value) FILTER (WHERE isinf(value))) AS min,
  coalesce(max(value) FILTER (WHERE isfinite(value)), max(value) FILTER (WHERE isinf(value))) AS max,
  min(step) AS first_step,
  max(step) AS last_step,
  arg_max(wall_time, step) AS wall_time,
  min(wall_time) AS min_wall_time,
  max(wall_time) AS max_wall_time,
  count(*) AS points,
  min(step) FILTER (WHERE step > 0) AS min_positive_step,
  min(value) FILTER (WHERE value > 0 AND isfinite(value)) AS min_positive
FROM points
GROUP BY key, run_id
ORDER BY key, run_id;
