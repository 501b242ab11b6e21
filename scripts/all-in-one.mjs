/** Bundles the language and the exchange into the file that uses them, instead of loading them from beside it. */
export const allInOne = {
  name: 'all-in-one',
  setup(build) {
    build.onResolve({ filter: /checking\/bundles\.ts$/ }, async ({ resolveDir }) =>
      build.resolve('../checking/bundled.ts', { resolveDir, kind: 'import-statement' }),
    );
  },
};
