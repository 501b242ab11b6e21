// node scripts/compare.mjs [ROUNDS] 'COMMAND A' 'COMMAND B': whether B takes less time than A. The two run in turns, so that what else
// the machine does hits both; what counts are the medians of wall time, and of the time on the processor.
import { spawnSync } from 'node:child_process';

const given = process.argv.slice(2);
const rounds = given.length === 3 ? Number(given.shift()) : 7;
const [before, after] = given;
if (!before || !after || !(rounds >= 1)) {
  console.error("node scripts/compare.mjs [ROUNDS] 'COMMAND A' 'COMMAND B'");
  process.exit(2);
}

/** Seconds of one run: by the clock, and on the processor with its children. */
function measure(command) {
  const { stderr } = spawnSync('bash', ['-c', `TIMEFORMAT='%R %U %S'; time { ${command} ; } > /dev/null 2>&1`], { encoding: 'utf8' });
  const [wall, user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { wall, processor: user + system };
}

const runs = { before: [], after: [] };
measure(before); // what both read is in the system's cache from here on
for (let round = 0; round < rounds; round++) {
  runs.before.push(measure(before));
  runs.after.push(measure(after));
}
const median = (all, what) => all.map(run => run[what]).sort((a, b) => a - b)[all.length >> 1];
for (const what of ['wall', 'processor']) {
  const [a, b] = [median(runs.before, what), median(runs.after, what)];
  console.log(`${what.padEnd(9)}  A ${a.toFixed(2)} s   B ${b.toFixed(2)} s   B takes ${((b / a) * 100).toFixed(0)} % of A`);
}
