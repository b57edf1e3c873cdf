/** Bundles the server into dist/ (one file loads in half the time of 1,100) and prepares the web assets. */
const { build } = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const dist = path.join(root, 'dist');
const stamp = path.join(dist, 'built.json');

function newest(...places) {
  let latest = 0;
  for (const place of places) {
    const full = path.join(root, place);
    if (!fs.existsSync(full)) continue;
    const stat = fs.statSync(full);
    if (stat.isDirectory()) {
      for (const entry of fs.readdirSync(full)) latest = Math.max(latest, newest(path.join(place, entry)));
    } else latest = Math.max(latest, stat.mtimeMs);
  }
  return latest;
}

/** Builds everything into dist/. */
async function buildAll() {
  const started = newest('src', 'web', 'scripts', 'package-lock.json');
  await build({
    entryPoints: {
      assistant: path.join(root, 'src/main.ts'),
      knowledgeWorker: path.join(root, 'src/knowledgeWorker.ts'),
    },
    outdir: dist,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    logLevel: 'error',
    // Microsoft's schemas are files beside their code.
    external: ['libsql', 'dtrace-provider', 'esbuild', '@microsoft/app-manifest'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { BUILD_ID: JSON.stringify(String(started)) },
  });
  const web = path.join(root, 'scripts/buildWeb.js');
  if (fs.existsSync(web)) await require(web).buildWeb(path.join(dist, 'web'));
  fs.writeFileSync(stamp, JSON.stringify({ sources: started }));
}

/** Builds when dist/ is missing or older than a source file. An installation without sources never builds. */
async function buildWhenStale() {
  if (!fs.existsSync(path.join(root, 'src'))) return;
  const sources = newest('src', 'web', 'scripts', 'package-lock.json');
  const built = fs.existsSync(stamp) ? JSON.parse(fs.readFileSync(stamp, 'utf8')).sources : 0;
  if (built !== sources) await buildAll();
}

module.exports = { buildAll, buildWhenStale };

if (require.main === module) {
  buildAll().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
