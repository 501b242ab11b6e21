// VS Code's own server and a Chromium to open it in: what the tests and the screenshot share.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { getVSCode } from './get-vscode.mjs';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const hasChromium = existsSync(CHROMIUM);

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launchChromium = () => chromium.launch({ executablePath: CHROMIUM, args: ['--headless', '--no-sandbox', ...QUIET] });

/**
 * Opens the address of a workbench that runs a suite in its extension host, shows what the suite says, and gives its exit
 * code. `failing` may end it early.
 */
export async function runSuite(page, address, { verbose = !!process.env.VERBOSE, failing } = {}) {
  const timeout = Number(process.env.VSCODE_TEST_TIMEOUT_MS ?? 180_000);
  const held = []; // VS Code's own log lines come the same way: they are shown only when no test began
  let begun = verbose;
  let passed = false;
  let timer;
  const done = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no result from the extension host in ${timeout / 1000} s`)), timeout);
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    page
      .exposeFunction('codeAutomationLog', (type, args) => {
        const line = String(args[0]).trim();
        if (/^[1-9]\d* passed, 0 failed$/.test(line)) passed = true;
        if (!begun && line.includes('##tests')) begun = true;
        else if (begun) (type === 'error' ? console.error : console.log)(...args);
        else held.push(args);
      })
      .catch(reject);
    page.on('crash', () => reject(new Error('the page crashed')));
    failing?.(reject);
    if (verbose) page.on('console', message => process.stderr.write(`[page ${message.type()}] ${message.text()}\n`));
  });
  try {
    await page.goto(address);
    const code = await done;
    // A code of 0 alone proves nothing: the host also ends with 0 when something calls process.exit().
    if (!code && !passed) console.error('the tests did not report that they passed');
    return code || (passed ? 0 : 1);
  } finally {
    clearTimeout(timer);
    if (!begun) for (const args of held) console.error(...args);
    if (process.env.VSCODE_TEST_SCREENSHOT) await page.screenshot({ path: process.env.VSCODE_TEST_SCREENSHOT }).catch(() => {});
  }
}

/** Starts both, with a packaged extension installed where one is given; `stop` ends them and removes every trace. */
export async function startVSCode({ viewport = { width: 1200, height: 800 }, verbose = false, vsix } = {}) {
  const vscodeDir = getVSCode();
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'cred-vscode-'));
  const folders = ['server-data-dir', 'user-data-dir', 'extensions-dir'].map(name => `--${name}=${path.join(temporary, name)}`);
  const options = '--host=127.0.0.1 --port=0 --without-connection-token --accept-server-license-terms --telemetry-level=off';
  if (vsix) {
    const install = [`${vscodeDir}/out/server-main.js`, '--install-extension', vsix, ...folders, '--accept-server-license-terms'];
    execFileSync(process.execPath, install, { stdio: verbose ? 'inherit' : ['ignore', 'ignore', 'inherit'] });
  }
  const server = spawn(
    process.execPath,
    // Newer builds run no tests without the smoke-test driver; this one does not mind it.
    [`${vscodeDir}/out/server-main.js`, ...options.split(' '), ...folders, '--disable-workspace-trust', '--enable-smoke-test-driver'],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const runs = () => server.exitCode === null && server.signalCode === null;
  const kill = () => runs() && process.kill(-server.pid, 'SIGKILL'); // its process group: the extension hosts too
  process.once('exit', kill);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  let browser;
  const stop = async () => {
    await browser?.close().catch(() => {});
    if (runs()) {
      const gone = new Promise(resolve => server.once('exit', resolve));
      kill();
      await gone;
    }
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const host = await address(server, verbose);
    browser = await launchChromium();
    const page = await browser.newPage({ viewport });
    return { server, page, stop, remote: file => `vscode-remote://${host}${encodeURI(path.resolve(file))}`, address: workbench(host) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where the workbench opens a folder; `payload` are its start parameters, as pairs. */
const workbench = host => (folder, payload) => {
  const url = new URL(`http://${host}/`);
  url.searchParams.set('folder', path.resolve(folder));
  url.searchParams.set('payload', JSON.stringify([...payload, ['skipWelcome', 'true']]));
  return url.href;
};

function address(server, verbose) {
  return new Promise((resolve, reject) => {
    let log = '';
    const read = chunk => {
      log += chunk;
      if (verbose) process.stderr.write(chunk);
      const found = /Web UI available at http:\/\/[^:]+:(\d+)/.exec(log);
      if (found) resolve(`127.0.0.1:${found[1]}`);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', code => reject(new Error(`VS Code's server exited with ${code}\n${log}`)));
    setTimeout(() => reject(new Error(`VS Code's server did not start in 60 s\n${log}`)), 60_000).unref();
  });
}
