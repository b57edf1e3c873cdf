/**
 * `node scripts/compareVerdicts.js <catalogue folder>`: the matcher's verdicts on imported schemes against those of the catalogue's own rules, as the
 * publicodes library evaluates them, on a fixed day. Prints the share of equal ones and where each difference comes from; judges nothing.
 */
const { run } = require('../bench/bundle.js');

const [, , place] = process.argv;
if (!place) {
  console.error('usage: node scripts/compareVerdicts.js <catalogue folder>');
  process.exitCode = 1;
} else {
  run('verdicts', [place]).catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
