// Starts Chromium without a window and VS Code's own server, for the tests and the pictures.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { serveVSCode } from './serve-vscode.mjs';

export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const hasChromium = existsSync(CHROMIUM);

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Settings of a workbench for pictures, which leave room for the text and its findings. */
export const ROOMY = {
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.lightbulb.enabled': 'off',
};

/** Ends the process, and says why, where there is no Chromium. */
export function needChromium(what) {
  if (hasChromium) return;
  console.error(`${what} need Chromium: apt-get install chromium (or set CHROMIUM to its path)`);
  process.exit(1);
}

export const launchChromium = () => chromium.launch({ executablePath: CHROMIUM, args: ['--headless', '--no-sandbox', ...QUIET] });

/**
 * Opens a workbench that runs a test suite in its extension host, prints the suite's output, and returns its exit code. `failing` can end
 * it early.
 */
export async function runSuite(page, address, { verbose = !!process.env.VERBOSE, failing } = {}) {
  const timeout = Number(process.env.VSCODE_TEST_TIMEOUT_MS ?? 180_000);
  const held = []; // VS Code's log lines come the same way; they are printed only if no test began.
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
    // Code 0 alone proves nothing, because the host also ends with 0 when something calls process.exit().
    if (!code && !passed) console.error('the tests did not report that they passed');
    return code || (passed ? 0 : 1);
  } finally {
    clearTimeout(timer);
    if (!begun) for (const args of held) console.error(...args);
    if (process.env.VSCODE_TEST_SCREENSHOT) await page.screenshot({ path: process.env.VSCODE_TEST_SCREENSHOT }).catch(() => {});
  }
}

/**
 * Starts both, with the packaged extensions that are given installed; `stop` ends them and removes every trace. `scale` is the number of
 * pixels for one of the page.
 */
export async function startVSCode({ viewport = { width: 1200, height: 800 }, scale = 1, verbose = false, vsix = [] } = {}) {
  const { server, remote, addressOf, stop: stopServer } = await serveVSCode({ vsix, verbose });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  let browser;
  const stop = async () => {
    await browser?.close().catch(() => {});
    await stopServer();
  };
  try {
    browser = await launchChromium();
    const page = await browser.newPage({ viewport, deviceScaleFactor: scale });
    return { server, page, stop, remote, address: addressOf };
  } catch (error) {
    await stop();
    throw error;
  }
}
