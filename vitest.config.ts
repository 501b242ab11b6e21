import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [
    {
      name: 'text-files',
      transform: (code, id) => (/\.(cred|md)$/.test(id) ? { code: `export default ${JSON.stringify(code)};`, map: null } : undefined),
    },
  ],
  test: {
    include: [
      'language/**/*.test.ts',
      'library/**/*.test.ts',
      'report/**/*.test.ts',
      'host/**/*.test.ts',
      'server/**/*.test.ts',
      'cli/**/*.test.ts',
      'test/*.test.ts',
    ],
    setupFiles: ['scripts/groupby.mjs'],
    testTimeout: 60_000,
  },
});
