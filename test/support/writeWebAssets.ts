import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** A built web folder in small, for tests that are not about what browsers do with it. */
export function writeWebAssets(dir: string): string {
  mkdirSync(dir, { recursive: true });
  const manifest: Record<string, { file: string; contentType: string; integrity: string }> = {};
  for (const name of ['webchat.js', 'chat.js', 'widget.js', 'chat.css']) {
    const file = name.replace('.', '.0123456789ab.');
    const content = `/* ${name} */`;
    writeFileSync(join(dir, file), content);
    writeFileSync(join(dir, `${file}.br`), brotliCompressSync(content));
    writeFileSync(join(dir, `${file}.gz`), gzipSync(content));
    const contentType = name.endsWith('.css') ? 'text/css' : 'text/javascript';
    manifest[name] = { file, contentType, integrity: 'sha384-none' };
  }
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  return dir;
}
