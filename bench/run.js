/**
 * `npm run bench [-- name…] [--large]`: runs these benches, or all. Each prints its figures; `web` fails when a budget is exceeded. With --large,
 * `search` goes up to 100,000 passages and wants `node --max-old-space-size=12288 bench/run.js search --large`.
 */
const { buildWhenStale } = require('../scripts/build.js');

const benches = {
  search: (options) => require('./bundle.js').run('search', options),
  start: () => require('./bundle.js').run('start', require('./bundle.js').bundle('startProbe')),
  matching: () => require('./bundle.js').run('matching'),
  web: () => require('./web.js').web(),
};

async function main(args) {
  const names = args.filter((arg) => !arg.startsWith('--'));
  const options = args.filter((arg) => arg.startsWith('--'));
  const unknown = names.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    throw new Error(`no such bench: ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  }
  await buildWhenStale();
  for (const name of names.length > 0 ? names : Object.keys(benches)) await benches[name](options);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
