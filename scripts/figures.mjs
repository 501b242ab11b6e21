// Records figures that have a budget. Tests measure them on the shipped bundles; each is printed and kept for docs/performance.md (npm run
// bench -- --write). A time fails no test, because it depends on the machine and its load.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FILE = path.resolve(import.meta.dirname, '../node_modules/.cache/cred/figures.json');

/** Returns the recorded figures by name: the figure in words, its budget, and whether it is within the budget. */
export const figures = () => (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {});

/** Records a figure. `kept` says whether it is within its budget, and is returned. */
export function figure(what, measured, budget, kept) {
  console.log(`    ${what}: ${measured}, ${budget}`);
  mkdirSync(path.dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify({ ...figures(), [what]: { figure: measured, budget, kept } }));
  return kept;
}
