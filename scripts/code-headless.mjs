#!/usr/bin/env node
// Replaces the desktop `code` under @vscode/test-electron: it takes the same arguments, runs the tests in the extension host of VS Code's
// server through headless Chromium, and exits with their code.
import process from 'node:process';
import { runSuite, startVSCode } from './headless.mjs';

const verbose = !!process.env.VERBOSE;
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

function runTests({ server, page, remote, address }) {
  const keys = ['extensionDevelopmentPath', 'extensionTestsPath'];
  const open = address(
    folder,
    keys.flatMap(key => given(key).map(file => [key, remote(file)])),
  );
  const failing = reject => server.once('exit', code => reject(new Error(`VS Code's server exited with ${code}`)));
  return runSuite(page, open, { verbose, failing });
}
