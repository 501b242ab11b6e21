// npm start: from a fresh clone to the first findings.
import { build, install, node } from './install.mjs';

install();
build();

console.log('\n$ cred check examples\n');
const found = node('dist/cred.cjs', 'check', 'examples');
if (found > 1) process.exit(found);

console.log(`
Some of the examples are flawed on purpose; that is what Cred says of them.

How to go on:
  npx cred check FILE.cred     check a program of your own
  npx cred check --help        what else the command can do
  npm run package              make cred-*.vsix; in VS Code: "Extensions: Install from VSIX…", then open examples/
  docs/language.md             the language on a few pages
  docs/rules/README.md         what Cred checks, and why
`);
