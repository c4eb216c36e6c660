export { readParquet, type ParquetOptions } from './read-parquet.js';
