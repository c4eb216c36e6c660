import type { SqlJson } from '../run-source/sql/sql-dialect.js';

/** DuckDB reads each text once: what it cannot read is an error that TRY turns into NULL. */
export const duckDbJson: SqlJson = {
  at: (text, path, bind) => `coalesce(TRY(CAST(json_extract(${text}, ${bind(pointerOf(path))}) AS VARCHAR)), CASE WHEN json_valid(${text}) THEN '' ELSE '?' || ${text} END, '')`,
  toNumber: (text) => `TRY_CAST(${text} AS DOUBLE)`,
  members: (text) => `unnest(coalesce(CAST(map_entries(TRY(from_json(${text}, '"MAP(VARCHAR, JSON)"'))) AS STRUCT("key" VARCHAR, "value" VARCHAR)[]), [{'key': '', 'value': '?' || ${text}}]))`,
  member: (pair) => [`${pair}.key`, `coalesce(${pair}.value, '')`],
};

/** A JSON pointer (RFC 6901). */
function pointerOf(path: readonly string[]): string {
  return path.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
