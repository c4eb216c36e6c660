export { mlflowSource, type MlflowSourceOptions } from './mlflow-source.js';
