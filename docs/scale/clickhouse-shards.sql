-- On each server first: clickhouse-tables.sql and clickhouse-summary.sql. `runs` names the cluster of these servers in their configuration.
-- A run's points all lie on one server, so that each server finishes its own runs and only finished rows travel.
CREATE TABLE all_points AS points ENGINE = Distributed('runs', currentDatabase(), 'points', cityHash64(run_id));

CREATE TABLE all_run_versions AS run_versions ENGINE = Distributed('runs', currentDatabase(), 'run_versions', cityHash64(run_id));

CREATE TABLE all_runs AS runs ENGINE = Distributed('runs', currentDatabase(), 'runs', cityHash64(run_id));

CREATE TABLE all_summary AS summary ENGINE = Distributed('runs', currentDatabase(), 'summary', cityHash64(run_id));
