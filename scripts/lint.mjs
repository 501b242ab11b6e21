// npm run lint: checks format and lint, stale generated files, the direction of imports, and types. All checks run, even if some fail.
import { node } from './install.mjs';

const CHECKS = {
  'format and lint': ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  'made files are fresh': ['scripts/generate/generate.mjs', '--check'],
  'imports point one way': ['scripts/check-imports.mjs'],
  'no name has two meanings': ['scripts/check-names.mjs'],
  types: ['node_modules/typescript/bin/tsc', '--noEmit'],
  "types of the panel's page": ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'client/panel'],
  'types of the site': ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'site'],
};

let passed = 0;
let failed = 0;
for (const [name, command] of Object.entries(CHECKS)) {
  const ok = node(...command) === 0;
  console.log(`${ok ? 'ok' : 'FAILED'}  ${name}`);
  if (ok) passed++;
  else failed++;
}
console.log(`lint: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
