// Runs every test project in Node, jsdom and Chromium; arguments go to vitest. The last line is the counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'runhue-test-'));
const report = join(folder, 'report.json');

const environment = { ...process.env, RUNHUE_CHROMIUM: ensureChromium(), STORYBOOK_DISABLE_TELEMETRY: '1' };
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--reporter=default', `--reporter=${join(root, 'scripts/second-try-reporter.mjs')}`, '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { cwd: root, env: environment, stdio: ['ignore', 'inherit', 'inherit'] },
);

const { passed, failed, failures } = results();
rmSync(folder, { recursive: true, force: true });
for (const { name, message } of failures) console.log(`\nFailed: ${name}\n${message}`);
if (status !== 0 && failed === 0) console.log('\nvitest failed outside of the tests; see above.');
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = status === 0 && passed > 0 ? 0 : 1;

/** What the report holds; a file that could not be loaded has no tests and counts as one failure. */
function results() {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const failedTests = (file) => file.assertionResults.filter((test) => test.status === 'failed');
    const broken = testResults.filter((file) => file.status === 'failed' && failedTests(file).length === 0);
    const failures = [
      ...testResults.flatMap((file) => failedTests(file).map((test) => failure(`${file.name}: ${test.fullName}`, test.failureMessages.join('\n')))),
      ...broken.map((file) => failure(file.name, file.message)),
    ];
    return { passed: numPassedTests, failed: numFailedTests + broken.length, failures };
  } catch {
    return { passed: 0, failed: 0, failures: [] };
  }
}

/** The first lines of a failure's message say what is wrong; vitest puts a placeholder there for a test that ran out of time. */
function failure(name, message) {
  return { name, message: message.replace('STACK_TRACE_ERROR', 'out of time').split('\n').slice(0, 12).join('\n') };
}
