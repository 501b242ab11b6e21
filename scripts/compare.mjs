// node scripts/compare.mjs [ROUNDS] 'COMMAND A' 'COMMAND B': tells whether B takes less time than A. The two run alternately, so that
// other load on the machine affects both. The medians of wall time and of CPU time are compared.
import { spawnSync } from 'node:child_process';

const given = process.argv.slice(2);
const rounds = given.length === 3 ? Number(given.shift()) : 7;
const [before, after] = given;
if (!before || !after || !(rounds >= 1)) {
  console.error("node scripts/compare.mjs [ROUNDS] 'COMMAND A' 'COMMAND B'");
  process.exit(2);
}

/** Returns the seconds of one run: wall time, and CPU time including child processes. */
function measure(command) {
  const { stderr } = spawnSync('bash', ['-c', `TIMEFORMAT='%R %U %S'; time { ${command} ; } > /dev/null 2>&1`], { encoding: 'utf8' });
  const [wall, user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { wall, processor: user + system };
}

const runs = { before: [], after: [] };
measure(before); // After this run the files that both read are in the system's cache.
for (let round = 0; round < rounds; round++) {
  runs.before.push(measure(before));
  runs.after.push(measure(after));
}
const median = (all, what) => all.map(run => run[what]).sort((a, b) => a - b)[all.length >> 1];
for (const what of ['wall', 'processor']) {
  const [a, b] = [median(runs.before, what), median(runs.after, what)];
  console.log(`${what.padEnd(9)}  A ${a.toFixed(2)} s   B ${b.toFixed(2)} s   B takes ${((b / a) * 100).toFixed(0)} % of A`);
}
