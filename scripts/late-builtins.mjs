// Loads modules of Node that few commands need only when they are used: loading all of them takes as long as checking a file.
import { createRequire } from 'node:module';

const LATE = /^(?:node:)?(?:child_process|crypto|fs\/promises|readline|worker_threads)$/;
const required = createRequire(import.meta.url);

/** The plugin for esbuild. */
export const lateBuiltins = {
  name: 'late-builtins',
  setup(build) {
    const namespace = 'late';
    build.onResolve({ filter: LATE }, ({ path, namespace: from }) => (from === namespace ? { path, external: true } : { path, namespace }));
    build.onLoad({ filter: LATE, namespace }, ({ path }) => {
      const names = Object.keys(required(path)).map(name => `get ${name}() { return require('${path}').${name}; }`);
      return { contents: `module.exports = { ${names.join(', ')} };` };
    });
  },
};
