// What the measurements take from the kit, bundled for Node from its sources.
export { bucketColumn, colorBuckets, defaultColorSettings, legendItems } from '@runhue/core';
export { clickhouseSource } from '@runhue/sources/clickhouse-source';
export { duckdbSource } from '@runhue/sources/duckdb-source';
export { httpSource } from '@runhue/sources/http-source';
export { serveRunSource } from '@runhue/sources/serve-source';
export { toNodeListener } from '@runhue/sources/serve-source-node';
