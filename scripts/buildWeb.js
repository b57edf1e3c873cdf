/** Makes dist/web: the chat page's scripts and styles, the launcher, and Microsoft's Web Chat, compressed and named by content. */
const { execFile } = require('node:child_process');
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { promisify } = require('node:util');
const zlib = require('node:zlib');
const { build } = require('esbuild');
const tar = require('tar');

const root = path.join(__dirname, '..');
const cache = path.join(root, '.cache');

/**
 * Web Chat's npm package would install some 500 MB for the one file we serve, so the build takes that file out of the
 * package's archive. The archive must be exactly this one.
 */
const webChat = {
  name: 'botframework-webchat',
  version: '4.18.1',
  integrity:
    'sha512-7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==',
  file: 'package/dist/webchat.js',
};

const javascript = 'text/javascript; charset=utf-8';
const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** Builds everything into `outDir`, with a manifest.json that maps plain names to hashed ones. */
async function buildWeb(outDir) {
  fs.mkdirSync(outDir, { recursive: true });
  const made = await Promise.all([
    webChatFiles(),
    bundle('chat.ts'),
    bundle('widget.ts'),
    bundle('chat.css'),
    bundle('desk.ts'),
    bundle('desk.css'),
  ]);
  const manifest = {};
  for (const { name, contentType, content, br, gz } of made) {
    const hash = crypto.createHash('sha256').update(content).digest('hex').slice(0, 12);
    const extension = path.extname(name);
    const file = `${path.basename(name, extension)}.${hash}${extension}`;
    fs.writeFileSync(path.join(outDir, file), content);
    fs.writeFileSync(path.join(outDir, `${file}.br`), br);
    fs.writeFileSync(path.join(outDir, `${file}.gz`), gz);
    manifest[name] = { file, contentType, integrity: integrityOf('sha384', content) };
  }
  // After all it names, and at one stroke: whoever reads it finds everything, also while a service runs.
  const draft = path.join(outDir, 'manifest.draft');
  fs.writeFileSync(draft, JSON.stringify(manifest, null, 2));
  fs.renameSync(draft, path.join(outDir, 'manifest.json'));
  const current = Object.values(manifest).flatMap(({ file }) => [file, `${file}.br`, `${file}.gz`]);
  for (const file of fs.readdirSync(outDir)) {
    if (file !== 'manifest.json' && !current.includes(file)) fs.rmSync(path.join(outDir, file));
  }
}

/** One of our own sources, bundled and compressed. */
async function bundle(entry) {
  const result = await build({
    entryPoints: [path.join(root, 'web', entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2020'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  });
  const content = Buffer.from(result.outputFiles[0].contents);
  const isStyle = entry.endsWith('.css');
  return {
    name: entry.replace(/\.ts$/, '.js'),
    contentType: isStyle ? 'text/css; charset=utf-8' : javascript,
    content,
    ...(await compressed(content, 11)),
  };
}

/** Web Chat's one file with its compressed forms, from the cache when an earlier build has made them. */
async function webChatFiles() {
  const dir = path.join(cache, `webchat-${webChat.version}`);
  const plain = path.join(dir, 'webchat.js');
  if (!fs.existsSync(path.join(dir, 'complete'))) {
    fs.mkdirSync(dir, { recursive: true });
    const archive = await webChatArchive();
    await tar.x({ file: archive, cwd: dir, strip: 2 }, [webChat.file]);
    fs.rmSync(archive);
    const { br, gz } = await compressed(fs.readFileSync(plain), 9);
    fs.writeFileSync(`${plain}.br`, br);
    fs.writeFileSync(`${plain}.gz`, gz);
    fs.writeFileSync(path.join(dir, 'complete'), webChat.integrity);
  }
  return {
    name: 'webchat.js',
    contentType: javascript,
    content: fs.readFileSync(plain),
    br: fs.readFileSync(`${plain}.br`),
    gz: fs.readFileSync(`${plain}.gz`),
  };
}

/** The package's archive, fetched by npm itself so that the user's registry and proxy settings hold. */
async function webChatArchive() {
  const spec = `${webChat.name}@${webChat.version}`;
  const dir = fs.mkdtempSync(path.join(cache, 'pack-'));
  try {
    await npm(['pack', spec, '--pack-destination', dir, '--ignore-scripts', '--silent']);
    const packed = path.join(dir, `${webChat.name}-${webChat.version}.tgz`);
    const integrity = integrityOf('sha512', fs.readFileSync(packed));
    if (integrity !== webChat.integrity) {
      throw new Error(
        `the registry's ${spec} is not the expected one (${integrity}); nothing of it was used`,
      );
    }
    const archive = path.join(cache, `${webChat.name}-${webChat.version}.tgz`);
    fs.renameSync(packed, archive);
    return archive;
  } catch (error) {
    throw new Error(
      `Web Chat could not be fetched: "npm pack ${spec}" failed.\n${firstLines(error.stderr || error.message)}\n` +
        'The first build needs npm and access to its registry (see "npm ping", and the registry and proxy settings in ' +
        '.npmrc); later builds use .cache/. Without network, copy .cache/ from a machine that has built once.',
      { cause: error },
    );
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

function npm(args) {
  const run = promisify(execFile);
  const options = { cwd: root, timeout: 180_000, maxBuffer: 16 * 1024 * 1024 };
  // Under "npm start" npm says where it is; elsewhere it is on the path, as a script of the shell on Windows.
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.c?js$/.test(own)) return run(process.execPath, [own, ...args], options);
  const onWindows = process.platform === 'win32';
  return run(onWindows ? 'npm.cmd' : 'npm', args, { ...options, shell: onWindows });
}

async function compressed(content, quality) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGWIN } = zlib.constants;
  const params = {
    [BROTLI_PARAM_QUALITY]: quality,
    [BROTLI_PARAM_SIZE_HINT]: content.length,
    [BROTLI_PARAM_LGWIN]: 24,
  };
  const [br, gz] = await Promise.all([brotli(content, { params }), gzip(content, { level: 9 })]);
  return { br, gz };
}

function integrityOf(algorithm, content) {
  return `${algorithm}-${crypto.createHash(algorithm).update(content).digest('base64')}`;
}

function firstLines(text) {
  return String(text).trim().split('\n').slice(0, 5).join('\n');
}

module.exports = { buildWeb };

if (require.main === module) {
  buildWeb(path.join(root, 'dist', 'web')).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
