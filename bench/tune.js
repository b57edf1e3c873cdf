/** `npm run tune [-- constant…]`: what each value of each number of the search and the decision makes of the questions; see docs/quality.md. */
const { run } = require('./bundle.js');

run('tune', process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
