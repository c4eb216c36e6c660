/** Names the tests that passed only at their second try, so that an unsteady test is seen though it fails nothing. */
export default class SecondTryReporter {
  #names = [];

  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) this.#names.push(`${test.module.relativeModuleId}: ${test.fullName}`);
  }

  onTestRunEnd() {
    for (const name of this.#names) console.log(`Passed at the second try: ${name}`);
  }
}
