export { readMlflowFiles } from './read-mlflow-files.js';
