/** `npm run bench -- <name>`: runs one bench, or all of them. Each prints its figures and fails when a budget is exceeded. */
const { buildWhenStale } = require('../scripts/build.js');

const benches = {
  web: () => require('./web.js').web(),
};

async function main(names) {
  const unknown = names.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    throw new Error(`no such bench: ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  }
  await buildWhenStale();
  for (const name of names.length > 0 ? names : Object.keys(benches)) await benches[name]();
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
