-- Parquet files of runs, from tables as a tracker's export left them. Within a metric, a run's points lie together and in order.
COPY (SELECT key, run_id, step, wall_time, value FROM logged_points ORDER BY key, run_id, step)
TO 'points.parquet' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 40960);

COPY (SELECT run_id, name, config, state, start_time FROM logged_runs ORDER BY run_id)
TO 'runs.parquet' (FORMAT parquet, COMPRESSION zstd);

CREATE VIEW points AS FROM 'points*.parquet';

CREATE VIEW runs AS FROM 'runs*.parquet';
