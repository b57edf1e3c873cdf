/**
 * The website channel in a real browser: what a host page pays, how fast the chat opens and answers, beside bare Web Chat
 * with a static transcript and an echo bot on the same page; and what an idle conversation costs the server.
 */
const { fork } = require('node:child_process');
const fs = require('node:fs');
const http = require('node:http');
const os = require('node:os');
const path = require('node:path');
const { build } = require('esbuild');
const { WebSocket } = require('ws');

const root = path.join(__dirname, '..');
const webDir = path.join(root, 'dist/web');
const rounds = 7;
const idleConversations = 1000;
const question = 'Quelles sont les priorités du programme ?';
const budgets = { requests: 2, bytes: 6000, open: 1.3, reply: 1.5 };

/** Runs the bench, prints the figures, and ends with code 1 when a budget is exceeded. */
async function web() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-web-'));
  const support = await loadSupport(folder);
  const host = await startHost();
  const assistant = await startAssistant(host.url, path.join(folder, 'data'));
  const echo = await support.startWebService({ webDir, allowedOrigins: [host.url] });
  const browser = await support.launchChromium();
  host.serve({ ours: assistant.url, echo: echo.url });
  try {
    const without = await load(browser, `${host.url}/plain`);
    const withWidget = await load(browser, `${host.url}/ours`);
    const samples = { ours: [], bare: [], echo: [] };
    // In turn, so that whatever else the machine does falls on all alike; the first round warms the servers up.
    for (let round = 0; round <= rounds; round += 1) {
      for (const page of Object.keys(samples)) {
        const sample = await open(browser, `${host.url}/${page}`);
        if (round > 0) samples[page].push(sample);
      }
    }
    const memory = await idleMemory(assistant);
    return report({ without, withWidget, samples, memory });
  } finally {
    await browser.close();
    await echo.end();
    await assistant.stop();
    host.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The service with an echo bot and the browser as the tests start them. */
async function loadSupport(folder) {
  const outfile = path.join(root, 'node_modules/.cache/bench-web.js');
  await build({
    stdin: {
      contents: `export * from './test/support/webService'; export * from './test/support/chromium';`,
      resolveDir: root,
    },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    external: ['libsql', 'dtrace-provider', 'playwright-core', 'esbuild', '@sparticuz/chromium'],
    define: { __dirname: JSON.stringify(path.join(root, 'test/support')), BUILD_ID: '"bench"' },
  });
  process.env.TMPDIR = folder;
  return require(outfile);
}

/** A site that embeds the assistant, and one with bare Web Chat in a frame that a button opens. */
async function startHost() {
  const manifest = JSON.parse(fs.readFileSync(path.join(webDir, 'manifest.json'), 'utf8'));
  const webChat = manifest['webchat.js'].file;
  let services = {};
  const site = (rest) =>
    `<!doctype html><html lang="fr"><title>Commune</title><link rel="icon" href="data:,"><main><h1>Commune</h1></main>${rest}</html>`;
  const server = http.createServer((request, response) => {
    const name = request.url.slice(1).split('?')[0];
    if (name === webChat) {
      response.setHeader('content-type', 'text/javascript');
      response.setHeader('content-encoding', 'br');
      response.end(fs.readFileSync(path.join(webDir, `${webChat}.br`)));
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (name === 'plain') response.end(site(''));
    else if (name === 'bare') response.end(site(bareButton));
    else if (name === 'transcript') response.end(site(transcript(webChat)));
    else response.end(site(`<script async src="${services[name]}/widget.js"></script>`));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    serve: (urls) => (services = urls),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const bareButton = `<button>Une question ?</button><script>
document.querySelector('button').onclick = () => {
  const frame = document.createElement('iframe');
  frame.width = 420; frame.height = 660; frame.src = '/transcript';
  document.body.append(frame);
};</script>`;

const transcript = (
  webChat,
) => `<div id="chat" style="height:600px"></div><script src="/${webChat}"></script><script>
const listeners = new Set();
const observable = (first) => ({ subscribe(next) {
  const tell = typeof next === 'function' ? next : next.next.bind(next);
  first.forEach(tell); listeners.add(tell); return { unsubscribe() {} };
} });
WebChat.renderWebChat({ locale: 'fr-FR', directLine: {
  activity$: observable([{ id: '1', type: 'message', text: 'Bonjour', from: { id: 'b', role: 'bot' }, timestamp: new Date().toISOString() }]),
  connectionStatus$: observable([0, 1, 2]), postActivity: () => observable(['2']), end() {},
} }, document.getElementById('chat'));</script>`;

/** The built program, as a user starts it. */
async function startAssistant(allowed, dataDir) {
  const child = fork(path.join(root, 'bin/assistant.js'), ['serve'], {
    execArgv: ['--expose-gc', '--require', path.join(__dirname, 'memoryProbe.js')],
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, ALLOWED_ORIGINS: allowed, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const url = await new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const started = /"code":"STARTED","url":"([^"]+)"/.exec(output);
      if (started) resolve(started[1]);
    });
    child.once('exit', (code) => reject(new Error(`the assistant ended with ${code}:\n${output}`)));
  });
  return {
    url,
    memory: () =>
      new Promise((resolve) => {
        child.once('message', resolve);
        child.send('memory');
      }),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }),
  };
}

/** A page in a browser context of its own, with what went over the network. */
async function visit(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const page = await context.newPage();
  const traffic = { requests: 0, bytes: 0 };
  const pending = [];
  page.on('requestfinished', (request) => {
    // The page's icon and Web Chat's pictures are within it.
    if (!request.url().startsWith('http')) return;
    traffic.requests += 1;
    pending.push(
      request.sizes().then(
        ({ responseHeadersSize, responseBodySize }) => {
          traffic.bytes += responseHeadersSize + responseBodySize;
        },
        () => undefined,
      ),
    );
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  return { context, page, read: () => Promise.all(pending).then(() => ({ ...traffic })) };
}

async function load(browser, url) {
  const { context, read } = await visit(browser, url);
  const traffic = await read();
  await context.close();
  return traffic;
}

/** Clicks, waits for an input that can be written in, and asks; the bare transcript has nobody to ask. */
async function open(browser, url) {
  const { context, page, read } = await visit(browser, url);
  const before = await read();
  const began = process.hrtime.bigint();
  await page.getByRole('button', { name: 'Une question ?' }).click();
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  const input = frame.locator('[data-id="webchat-sendbox-input"]');
  await input.fill('a');
  const openMs = since(began);
  const bubbles = frame.locator('.webchat__bubble__content');
  await bubbles.first().waitFor();
  const after = await read();
  let replyMs;
  if (!url.endsWith('/bare')) {
    await input.fill(question);
    const asked = process.hrtime.bigint();
    await input.press('Enter');
    await bubbles.nth(2).waitFor();
    replyMs = since(asked);
  }
  await context.close();
  return { openMs, replyMs, requests: after.requests - before.requests, bytes: after.bytes - before.bytes };
}

/** How much more memory the server uses, garbage aside, for each conversation that is open and idle. */
async function idleMemory({ url, memory }) {
  const sockets = [];
  const openMany = async (count) => {
    for (let i = 0; i < count; i += 1) sockets.push(await openStream(url));
  };
  await openMany(100);
  const before = await memory();
  await openMany(idleConversations);
  const after = await memory();
  for (const socket of sockets) socket.terminate();
  return {
    perConversation: (after.usedBytes - before.usedBytes) / idleConversations,
    residentBytes: before.residentBytes,
  };
}

async function openStream(url) {
  const call = async (address, token) =>
    (
      await globalThis.fetch(url + address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        body: '{}',
      })
    ).json();
  const { token } = await call('/api/webchat/token');
  const { streamUrl } = await call('/v3/directline/conversations', token);
  const socket = new WebSocket(streamUrl);
  await new Promise((resolve, reject) => {
    socket.once('message', resolve);
    socket.once('error', reject);
  });
  return socket;
}

function report({ without, withWidget, samples, memory }) {
  const median = (page, what) => {
    const values = samples[page].map((sample) => sample[what]).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)];
  };
  const requests = withWidget.requests - without.requests;
  const bytes = withWidget.bytes - without.bytes;
  const opening = median('ours', 'openMs') / median('bare', 'openMs');
  const replying = median('ours', 'replyMs') / median('echo', 'replyMs');
  const row = (what, figure, budget, kept) => ({ what, figure, budget, kept });
  const rows = [
    row('before opening: requests', String(requests), `≤ ${budgets.requests}`, requests <= budgets.requests),
    row('before opening: bytes', String(bytes), `≤ ${budgets.bytes}`, bytes <= budgets.bytes),
    row('opening: requests, kB', `${median('ours', 'requests')}, ${kb(median('ours', 'bytes'))}`, ''),
    row('bare Web Chat: requests, kB', `${median('bare', 'requests')}, ${kb(median('bare', 'bytes'))}`, ''),
    row('click to input', `${ms(median('ours', 'openMs'))}`, ''),
    row('bare Web Chat: click to input', `${ms(median('bare', 'openMs'))}`, ''),
    row('  ratio', opening.toFixed(2), `≤ ${budgets.open}`, opening <= budgets.open),
    row('Enter to reply on screen', ms(median('ours', 'replyMs')), ''),
    row('echo bot: Enter to reply', ms(median('echo', 'replyMs')), ''),
    row('  ratio', replying.toFixed(2), `≤ ${budgets.reply}`, replying <= budgets.reply),
    row('server per idle conversation', `${kb(memory.perConversation, 1)} kB`, ''),
    row('server, resident', `${Math.round(memory.residentBytes / 1e6)} MB`, ''),
  ];
  console.log(`Website: medians of ${rounds} runs with a cold cache, ${os.cpus().length} cores\n`);
  for (const { what, figure, budget, kept } of rows) {
    const verdict = kept === undefined ? '' : kept ? 'kept' : 'EXCEEDED';
    console.log(`${what.padEnd(32)}${figure.padStart(14)}  ${budget.padEnd(8)}${verdict}`.trimEnd());
  }
  if (rows.some(({ kept }) => kept === false)) process.exitCode = 1;
  return rows;
}

const since = (began) => Number(process.hrtime.bigint() - began) / 1e6;
const ms = (value) => `${Math.round(value)} ms`;
const kb = (bytes, digits = 0) => (bytes / 1000).toFixed(digits);

module.exports = { web };
