import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [
    {
      name: 'text-files',
      transform: (code, id) => (/\.(cred|md)$/.test(id) ? { code: `export default ${JSON.stringify(code)};`, map: null } : undefined),
    },
  ],
  test: {
    setupFiles: ['scripts/groupby.mjs', 'test/seed.ts', 'test/after-file.ts'],
    testTimeout: 60_000,
    // Runs one process per core. Vitest's default leaves a core free, which is half of two.
    maxWorkers: '100%',
    // Keeps what was made of each source (by its text), so that a second run begins at once. After a change to the plugin above, or to one of
    // vitest's packages, `npx vitest --clearCache` empties it.
    experimental: { fsModuleCache: true },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{language,exchange,library,assistant,report,host,server,cli}/**/*.test.ts'],
          // The files share the modules of the language, which keep no state.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'built',
          include: ['test/*.test.{ts,mjs}', 'test/hostile/*.test.ts', 'test/editors/*.test.mjs'],
          exclude: ['test/start.test.mjs'],
          isolate: false,
        },
      },
      // `npm start` builds anew what the others read, so nothing runs beside it.
      { extends: true, test: { name: 'start', include: ['test/start.test.mjs'], testTimeout: 240_000 } },
      {
        extends: true,
        test: {
          name: 'heavy',
          include: [
            'test/heavy/*.test.ts',
            'test/browser/*.test.mjs',
            // What `npm test` tries with a sample.
            '{language,test}/**/*-by-chance.test.ts',
            'language/check/many-fixes.test.ts',
            'test/{properties,safe-fixes,exchange-import-graphs}.test.ts',
          ],
          env: { CRED_WHOLE: 'yes' },
          // Some tests compare times, so nothing runs beside them.
          fileParallelism: false,
          testTimeout: 600_000,
        },
      },
    ],
  },
});
