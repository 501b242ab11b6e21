// Prints what the commits since the tag before say, by area: their subjects are written as "area: what changes for whom".
//   node scripts/commits.mjs v0.2.0
import { execFileSync } from 'node:child_process';

const [to = 'HEAD'] = process.argv.slice(2);
const git = (...args) => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
const before = attempt(() => git('describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*', `${to}^`));
const subjects = git('log', '--no-merges', '--format=%s', before === undefined ? to : `${before}..${to}`)
  .split('\n')
  .filter(Boolean);
const areas = new Map();
for (const subject of subjects) {
  const [, area, what] = /^([\w ,-]+): (.*)$/.exec(subject) ?? ['', 'other', subject];
  areas.set(area, [...(areas.get(area) ?? []), what]);
}
console.log(`## Commits${before === undefined ? '' : ` since ${before}`}\n`);
for (const area of [...areas.keys()].sort()) console.log(`- **${area}**: ${areas.get(area).join('; ')}`);

function attempt(run) {
  try {
    return run();
  } catch {
    return undefined;
  }
}
