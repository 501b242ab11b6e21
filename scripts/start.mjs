// npm start: from a fresh clone to the first findings on the terminal, then to the real editor in the browser.
//   npm start -- [--no-open] [--port N] [--serve]
import { spawn } from 'node:child_process';
import { createServer as createRedirects } from 'node:http';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { build, install, output, root } from './install.mjs';

const USAGE = 'npm start -- [--no-open] [--port NUMBER] [--serve]';
const { open, port, serve } = options();
// This is checked before anything is built.
if (port && !(await isFree(port))) {
  console.error(`Port ${port} is in use by another program. Name another one with --port, or leave it out: a free one is taken.`);
  process.exit(1);
}

const hasDisplay = process.platform !== 'linux' || !!(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const ends = !serve && (process.env.CI || !hasDisplay);
const step = (number, doing) => console.log(`[${number} of ${ends ? 3 : 4}] ${doing} …`);

step(1, 'Looking for the packages that Cred is built with');
install();
step(2, 'Building the extension and the command line');
build();
step(3, 'Checking the examples');
console.log(summaryOf(JSON.parse(output('dist/cred.cjs', 'check', 'examples', '--format', 'json'))));
console.log(`
Some of the examples are flawed on purpose. How to go on:
  npx cred check examples/flawed-certification.cred   what Cred says of one of them, and why
  npx cred check FILE.cred     check a program of your own
  npx cred init                find out which kind of program fits, and get a file to go on with
  npx cred --help              what else the command can do
  npm run package              make cred-*.vsix; in VS Code: "Extensions: Install from VSIX…", then open examples/
  docs/language.md             the language on a few pages
`);

if (ends) {
  const why = process.env.CI ? 'CI is set' : 'There is no display here';
  console.log(`${why}, so the editor is not started; "npm start -- --serve" serves it all the same.`);
  process.exit(0);
}

step(4, 'Starting the editor');
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
const editor = await serveVSCode({
  extension: root,
  folder: `${root}/examples`,
  file: `${root}/examples/flawed-certification.cred`,
  env: { CRED_FIRST_START: '1' },
});
const door = await leadTo(editor.address);
stop = () => {
  door.close();
  return editor.stop();
};
const address = `http://localhost:${door.address().port}`;
console.log(`\nThe editor is at ${address}\nCtrl-C stops it.`);
if (open && hasDisplay) openBrowser(address);
await editor.ended;
if (!stopped) {
  door.close();
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

/** Says for each example how many findings it has, by severity. */
function summaryOf({ files }) {
  const width = Math.max(...files.map(({ path }) => path.length));
  return files.map(({ path, findings }) => `  ${path.padEnd(width)}  ${countsOf(findings)}`).join('\n');
}

function countsOf(findings) {
  const counts = ['error', 'warning', 'information'].flatMap(severity => {
    const { length } = findings.filter(one => one.severity === severity);
    return length === 0
      ? []
      : [severity === 'information' ? `${length} for information` : `${length} ${severity}${length === 1 ? '' : 's'}`];
  });
  return counts.join(', ') || 'nothing found';
}

/** Starts a server at the wanted port that leads a browser to a long address, so that the one to type or to click is short. */
async function leadTo(long) {
  const server = createRedirects((_, response) => response.writeHead(302, { location: long }).end());
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
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
