const fs = require('node:fs');

/**
 * A jest reporter that ends the output with `N passed, N failed` alone on a line, for tools that read no other form.
 * A test file that could not run counts as one failure.
 */
module.exports = class PlainSummary {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    // At exit, because jest writes its own summary after all reporters; and at once, because nothing runs after exit.
    process.once('exit', () => fs.writeSync(1, `${results.numPassedTests} passed, ${failed} failed\n`));
  }
};
