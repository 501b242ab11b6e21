// npm start: from a fresh clone to the first findings on the terminal, then to the real editor in the browser.
//   npm start -- [--no-open] [--port N] [--serve]
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { build, install, node, root } from './install.mjs';

const USAGE = 'npm start -- [--no-open] [--port NUMBER] [--serve]';
const { open, port, serve } = options();
// This is checked before anything is built.
if (port && !(await isFree(port))) {
  console.error(`Port ${port} is in use by another program. Name another one with --port, or leave it out: a free one is taken.`);
  process.exit(1);
}

install();
build();

console.log('\n$ cred check examples\n');
const found = node('dist/cred.cjs', 'check', 'examples');
if (found > 1) process.exit(found);

console.log(`
Some of the examples are flawed on purpose; that is what Cred says of them.

How to go on:
  npx cred check FILE.cred     check a program of your own
  npx cred init                find out which kind of program fits, and get a file to go on with
  npx cred --help              what else the command can do
  npm run package              make cred-*.vsix; in VS Code: "Extensions: Install from VSIX…", then open examples/
  docs/language.md             the language on a few pages
`);

const hasDisplay = process.platform !== 'linux' || !!(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
if (!serve && (process.env.CI || !hasDisplay)) {
  const why = process.env.CI ? 'CI is set' : 'There is no display here';
  console.log(`${why}, so the editor is not started; "npm start -- --serve" serves it all the same.`);
  process.exit(0);
}

// This is imported only now, because its own imports may have been installed above.
const { serveVSCode } = await import('./serve-vscode.mjs');
// Ctrl-C during the start also ends what was started.
let stopped = false;
let stop = async () => {};
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    stopped = true;
    stop().then(() => process.exit(0));
  });
}
const editor = await serveVSCode({ extension: root, folder: `${root}/examples`, file: `${root}/examples/flawed-certification.cred`, port });
stop = editor.stop;
console.log(`The editor is at ${editor.address}\nCtrl-C stops it.`);
if (open && hasDisplay) openBrowser(editor.address);
await editor.ended;
if (!stopped) {
  console.error("The editor's server has ended by itself; run npm start again.");
  process.exit(1);
}

function options() {
  try {
    const { values } = parseArgs({
      options: { 'no-open': { type: 'boolean' }, port: { type: 'string' }, serve: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    const port = values.port === undefined ? 0 : Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`"${values.port}" is no port. Name one from 1 to 65535.`);
    return { open: !values['no-open'], port, serve: values.serve || values.port !== undefined };
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    process.exit(2);
  }
}

function isFree(wanted) {
  return new Promise(resolve => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(wanted, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function openBrowser(url) {
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => {}) // The address is printed above.
    .unref();
}
