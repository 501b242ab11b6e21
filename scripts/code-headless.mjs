#!/usr/bin/env node
// Stands in for the desktop `code` under @vscode/test-electron: takes the same arguments, runs the tests in the extension
// host of VS Code's server through headless Chromium, and exits with their code.
import process from 'node:process';
import { startVSCode } from './headless.mjs';

const verbose = !!process.env.VERBOSE;
const timeout = Number(process.env.VSCODE_TEST_TIMEOUT_MS ?? 180_000);
const folder = process.argv.slice(2).find(argument => !argument.startsWith('-')) ?? process.cwd();
const given = name => process.argv.filter(argument => argument.startsWith(`--${name}=`)).map(argument => argument.slice(name.length + 3));

let exitCode = 1;
let vscode;
try {
  vscode = await startVSCode({ verbose });
  exitCode = await runTests(vscode);
} catch (error) {
  console.error(error.message ?? error);
} finally {
  await vscode?.stop();
}
process.exit(exitCode);

async function runTests({ server, page, remote, address }) {
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
    server.once('exit', code => reject(new Error(`VS Code's server exited with ${code}`)));
    if (verbose) page.on('console', message => process.stderr.write(`[page ${message.type()}] ${message.text()}\n`));
  });
  try {
    const keys = ['extensionDevelopmentPath', 'extensionTestsPath'];
    await page.goto(
      address(
        folder,
        keys.flatMap(key => given(key).map(file => [key, remote(file)])),
      ),
    );
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
