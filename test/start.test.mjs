// npm run test:start: `npm start` as a newcomer runs it: what it prints, when it ends, and that it serves the editor and stops.

import { ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** Runs it in an environment without a display; `output` grows, `ended` settles with its status. */
function start(args, env = {}) {
  const bare = { ...process.env, CI: '', DISPLAY: '', WAYLAND_DISPLAY: '', ...env };
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], { cwd: root, env: bare, stdio: ['ignore', 'pipe', 'pipe'] });
  const run = { child, output: '', ended: once(child, 'close').then(([code]) => code) };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (run.output += data));
  return run;
}
const said = async (run, pattern) => {
  for (const end = Date.now() + 240_000; Date.now() < end; await new Promise(resolve => setTimeout(resolve, 100))) {
    const found = pattern.exec(run.output);
    if (found) return found;
    ok(run.child.exitCode === null, `it ended with ${run.child.exitCode}:\n${run.output}`);
  }
  throw new Error(`it did not say ${pattern}:\n${run.output}`);
};
const freePort = () =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

test('with CI it checks the examples, says how to go on, and ends well', async () => {
  const run = start([], { CI: 'true' });
  ok((await run.ended) === 0, run.output);
  for (const words of ['[2 of 3] Building', 'How to go on:', 'CI is set', '--serve'])
    ok(run.output.includes(words), `${words} is not in\n${run.output}`);
  // A line for each example, not one for each finding.
  ok(/^ {2}examples\/flawed-certification\.cred +\d+ errors?, \d+ warnings?/m.test(run.output), run.output);
  ok(/^ {2}examples\/clean-certification\.cred +(nothing found|\d+ for information)$/m.test(run.output), run.output);
  ok(run.output.split('\n').length < 50, `it says ${run.output.split('\n').length} lines`);
});
test('without a display it ends well too, and says why', async () => {
  const run = start([]);
  ok((await run.ended) === 0 && run.output.includes('There is no display here'), run.output);
});
test('told to, it serves the editor with the extension and the examples, and Ctrl-C stops it', async () => {
  const port = await freePort();
  const run = start(['--no-open', '--port', String(port)]);
  const [, address] = await said(run, /The editor is at (\S+)/);
  ok(new URL(address).port === String(port) && address.length < 30, address);
  const page = await fetch(address);
  ok(page.ok && /workbench/i.test(await page.text()), `${page.status}`);
  const long = new URL(page.url);
  ok(decodeURIComponent(long.href).includes('extensionDevelopmentPath') && long.searchParams.get('folder').endsWith('examples'), page.url);
  run.child.kill('SIGINT');
  const code = await run.ended;
  ok(code === 0, `it ended with ${code}:\n${run.output.slice(-1500)}`);
  ok(
    await fetch(address).then(
      () => false,
      () => true,
    ),
    'it is still served',
  );
});
test('Ctrl-C while the editor starts leaves nothing behind', async () => {
  const port = await freePort();
  const run = start(['--no-open', '--port', String(port)]);
  await said(run, /How to go on:/);
  await new Promise(resolve => setTimeout(resolve, 600));
  run.child.kill('SIGINT');
  ok((await run.ended) === 0, run.output);
  await new Promise(resolve => setTimeout(resolve, 3000));
  const left = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
  ok(left === undefined, 'the editor is served after all');
});
test('a port that is in use is said at once', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const run = start(['--port', String(other.address().port)]);
  ok((await run.ended) === 1 && /Port \d+ is in use/.test(run.output) && !/ at .*:\d+:\d+/.test(run.output), run.output);
  other.close();
});
test('what it does not know is said, with what it knows', async () => {
  for (const args of [
    ['--prot', '1'],
    ['--port', 'abc'],
    ['--port', '70000'],
  ]) {
    const run = start(args);
    ok((await run.ended) === 2 && run.output.includes('--no-open') && !/ at .*:\d+:\d+/.test(run.output), run.output);
  }
});
