// npm's "prepare": builds Cred for everyone who installs it from its repository (npm, npx, pre-commit). In the repository itself, "npm ci"
// installs and the build runs afterwards.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build, root } from './install.mjs';

if (process.env.npm_command !== 'ci' && !existsSync(path.join(root, 'dist/cred.cjs'))) {
  if (existsSync(path.join(root, 'node_modules/esbuild'))) build();
  else console.error('Cred is not built: what builds it was left out. Install with "npm install --include=dev".');
}
