/** Builds the program once before any test, so that tests of whole processes start what a user would start. */
module.exports = async function buildOnce() {
  const { buildWhenStale } = require('../../scripts/build.js');
  await buildWhenStale();
};
