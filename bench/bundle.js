/** Runs a bench written in TypeScript: bundled with what it imports of src/ into a temporary file, which is then loaded. */
const { buildSync } = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const folder = path.join(root, '.cache', 'bench');

/** @returns path of the bundle of bench/<name>.ts; packages are loaded from node_modules as they are */
function bundle(name) {
  const outfile = path.join(folder, `${name}.js`);
  buildSync({
    entryPoints: [path.join(__dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    logLevel: 'error',
    define: { ROOT: JSON.stringify(root) },
  });
  return outfile;
}

/** Runs the bench of that name: its file exports a function of the same name. */
async function run(name, args = []) {
  const file = bundle(name);
  await require(file)[name](args);
  fs.rmSync(file, { force: true });
}

module.exports = { bundle, run, root };
