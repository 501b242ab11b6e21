// Runs VS Code's own server on this machine, for npm start and for the tests.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { getVSCode } from './get-vscode.mjs';

/** Starts it for a folder, a file of it open, with an extension's sources or packages; `stop` ends it and removes every trace. */
export async function serveVSCode({ extension, vsix = [], folder, file, port = 0, verbose = false, env = {} }) {
  const { vscodeDir, node } = getVSCode();
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'cred-vscode-'));
  const folders = ['server-data-dir', 'user-data-dir', 'extensions-dir'].map(name => `--${name}=${path.join(temporary, name)}`);
  // The examples lie in a repository, and the editor would ask about it.
  const settings = path.join(temporary, 'user-data-dir/Machine');
  mkdirSync(settings, { recursive: true });
  writeFileSync(path.join(settings, 'settings.json'), JSON.stringify({ 'git.openRepositoryInParentFolders': 'never' }));
  if (vsix.length > 0) {
    const install = [
      `${vscodeDir}/out/server-main.js`,
      ...vsix.flatMap(one => ['--install-extension', one]),
      ...folders,
      '--accept-server-license-terms',
    ];
    execFileSync(node, install, { stdio: verbose ? 'inherit' : ['ignore', 'ignore', 'inherit'] });
  }
  const options = `--host=127.0.0.1 --port=${port} --without-connection-token --accept-server-license-terms --telemetry-level=off`;
  const server = spawn(
    node,
    // Newer builds run tests only with the smoke-test driver; this one accepts the option.
    [`${vscodeDir}/out/server-main.js`, ...options.split(' '), ...folders, '--disable-workspace-trust', '--enable-smoke-test-driver'],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: { ...process.env, ...env } },
  );
  const runs = () => server.exitCode === null && server.signalCode === null;
  const kill = () => runs() && process.kill(-server.pid, 'SIGKILL'); // The process group is killed, which includes the extension hosts.
  process.once('exit', kill);
  const ended = new Promise(resolve => server.once('exit', resolve));
  const stop = async () => {
    kill();
    await ended;
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const host = await hostOf(server, verbose);
    const remote = file => `vscode-remote://${host}${encodeURI(path.resolve(file))}`;
    /** Returns the address at which the workbench opens a folder; `payload` has its start parameters, as pairs. */
    const addressOf = (at, payload) => {
      const url = new URL(`http://${host}/`);
      url.searchParams.set(at.endsWith('.code-workspace') ? 'workspace' : 'folder', path.resolve(at));
      url.searchParams.set('payload', JSON.stringify([...payload, ['skipWelcome', 'true']]));
      return url.href;
    };
    const address =
      folder &&
      addressOf(folder, [
        ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
        ...(file ? [['openFile', remote(file)]] : []),
      ]);
    return { server, ended, stop, remote, addressOf, address };
  } catch (error) {
    await stop();
    throw error;
  }
}

function hostOf(server, verbose) {
  return new Promise((resolve, reject) => {
    let log = '';
    const read = chunk => {
      log += chunk;
      if (verbose) process.stderr.write(chunk);
      const found = /Web UI available at http:\/\/[^:]+:(\d+)/.exec(log);
      if (found) resolve(`127.0.0.1:${found[1]}`);
      // The server would go on without an address.
      if (log.includes('EADDRINUSE')) reject(new Error('The port is in use by another program.'));
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', code => reject(new Error(`VS Code's server exited with ${code}\n${log}`)));
    setTimeout(() => reject(new Error(`VS Code's server did not start in 60 s\n${log}`)), 60_000).unref();
  });
}
