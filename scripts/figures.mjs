// Figures that have a budget, measured by the tests that use what is shipped: each is printed, and kept for docs/performance.md
// (npm run bench -- --write). A time fails no test: another machine, or a busy one, is no fault of Cred's.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FILE = path.resolve(import.meta.dirname, '../node_modules/.cache/cred/figures.json');

/** By what was measured: the figure in words, its budget, and whether that is kept. */
export const figures = () => (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {});

/** `kept` says whether what was measured is within its budget; it is given back. */
export function figure(what, measured, budget, kept) {
  console.log(`    ${what}: ${measured}, ${budget}`);
  mkdirSync(path.dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify({ ...figures(), [what]: { figure: measured, budget, kept } }));
  return kept;
}
