// npm test: on a fresh clone installs and builds; then runs everything that can be checked in a few minutes. `--all` (npm run test:all)
// continues with what takes longer, and `--rest` (npm run test:rest) runs only that. Nothing is installed with the system's package
// manager: a part whose requirements are missing is skipped with a notice, and fails only if CI is set.
import { spawn } from 'node:child_process';
import { build, install, root } from './install.mjs';

install();
console.log('Building …');
build();

// What this imports is installed by now.
const { hasChromium } = await import('./headless.mjs');

const SKIPPED = 77;
const COUNTS = /(\d+) passed, (\d+) failed/g;
/**
 * The time in milliseconds after which running parts are ended and fail. Both halves fit into the 90 minutes of one run on a build
 * machine.
 */
const DEADLINE = Date.now() + (process.argv[2] === '--rest' ? 60 : 25) * 60_000;

const vitest = (...args) => ({ run: ['node_modules/vitest/vitest.mjs', 'run', ...args], counts: vitestCounts });

/** The parts, in groups that run beside each other: what is run, and how the counts are read from the output. */
const QUICK = [
  [{ name: 'lint', run: ['scripts/lint.mjs'], counts: lastCounts }],
  [
    { name: 'unit tests, and tests of what is built', ...vitest('--project', 'unit', '--project', 'built') },
    // It is installed before it is needed, unless the tests in it are skipped.
    ...(hasChromium ? [{ name: 'VS Code 1.100 is there', run: ['scripts/get-vscode.mjs'] }] : []),
  ],
  [{ name: 'highlighting', run: ['node_modules/vscode-tmgrammar-test/dist/unit.js', 'test/syntaxes/*.cred'], counts: grammarCounts }],
  [{ name: 'in VS Code 1.100', run: ['test/vscode/run.mjs'], counts: allCounts }],
];
const HEAVY = [
  [{ name: 'npm start', ...vitest('--project', 'start') }],
  [{ name: 'what takes long: growth, other programs, the packages, the site, the page of a workbench', ...vitest('--project', 'heavy') }],
  [{ name: 'in the web host', run: ['test/vscode/run-web.mjs'], counts: lastCounts }],
  [{ name: 'in VS Code 1.139', run: ['test/vscode/run.mjs'], env: { VSCODE_BUILD: '1.139' }, counts: allCounts }],
];

const asked = process.argv[2];
const parts = asked === '--rest' ? HEAVY : asked === '--all' ? [...QUICK, ...HEAVY] : QUICK;

const total = { passed: 0, failed: 0 };
const skipped = [];
for (const group of parts) await Promise.all(group.map((part, index) => take(part, index === 0)));

/** Runs a part, and adds what it counts. What the first of a group prints is shown at once, that of the others when they end. */
async function take(part, isFirst) {
  const begin = Date.now();
  const title = `\n── ${part.name} ──`;
  if (isFirst) console.log(title);
  const { code, output, shown } = await run(part.run, part.env, isFirst);
  console.log(`${isFirst ? '' : `${title}\n${shown}`}(${Math.round((Date.now() - begin) / 1000)} s)`);
  if (code === SKIPPED) {
    skipped.push(part.name);
    if (process.env.CI) total.failed++;
    return;
  }
  const counts = part.counts?.(output) ?? { passed: 0, failed: code === 0 ? 0 : 1 };
  total.passed += counts.passed;
  // A part that ended with an error but without a failed test has failed, and so has a part that ran no test.
  const silent = part.counts && ((code !== 0 && counts.failed === 0) || counts.passed + counts.failed === 0);
  total.failed += counts.failed + (silent ? 1 : 0);
  if (silent) console.error(`${part.name}: ended with status ${code}, and no test of it failed by itself`);
}

for (const name of skipped) {
  console.log(
    `\n!! SKIPPED: ${name}. What it needs is said above; ${process.env.CI ? 'with CI set that is a failure.' : 'install it and run npm test again.'}`,
  );
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Runs a script of Node; resolves with its status, with what it printed as its result, and with all that it printed. */
function run(args, more, isShown) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...more, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    let output = '';
    let shown = '';
    const show = (data, to) => {
      shown += data;
      if (isShown) to.write(data);
    };
    child.stdout.on('data', data => {
      output += data;
      show(data, process.stdout);
    });
    child.stderr.on('data', data => show(data, process.stderr));
    const timer = setTimeout(() => child.kill(), Math.max(0, DEADLINE - Date.now()));
    child.once('error', reject);
    child.once('close', code => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output, shown });
    });
  });
}

/** Adds up the counts of a part that runs several suites one after the other. */
function allCounts(output) {
  const sum = which => [...output.matchAll(COUNTS)].reduce((all, found) => all + Number(found[which]), 0);
  return { passed: sum(1), failed: sum(2) };
}

function lastCounts(output) {
  const [, passed = 0, failed = 0] = [...output.matchAll(COUNTS)].at(-1) ?? [];
  return { passed: Number(passed), failed: Number(failed) };
}

/** Reads `Tests  2 failed | 31 passed (33)`; a file that could not be loaded counts as a failure. */
function vitestCounts(output) {
  const line = /^\s*Tests\s+(.*)$/m.exec(output)?.[1] ?? '';
  const number = (pattern, text) => Number(pattern.exec(text)?.[1] ?? 0);
  return { passed: number(/(\d+) passed/, line), failed: number(/(\d+) failed/, line) };
}

/** Reads one line per file, with a tick or a cross. */
function grammarCounts(output) {
  const count = mark => output.split('\n').filter(line => line.trimStart().startsWith(mark)).length;
  return { passed: count('✓'), failed: count('✖') };
}
