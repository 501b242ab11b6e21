// Bundles the extension, the language server and the command line into dist/, one file each; two servers share a third.
//   node esbuild.mjs [--watch] [--tests] [--production]
import { appendFileSync, chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { context, transformSync } from 'esbuild';
import { allInOne } from './scripts/all-in-one.mjs';
import { lateBuiltins } from './scripts/late-builtins.mjs';
import { notices } from './scripts/notices.mjs';
import { styleAsText } from './scripts/style-as-text.mjs';
import { withoutAjv } from './scripts/without-ajv.mjs';
import { withoutProtocol } from './scripts/without-protocol.mjs';

const root = import.meta.dirname;
const [watch, tests, production] = ['--watch', '--tests', '--production'].map(flag => process.argv.includes(flag));

// VS Code up to 1.100 runs extensions on Node 20, which lacks a function that the parser calls, so the shipped bundles define it.
const polyfill = transformSync(readFileSync(path.join(root, 'scripts/groupby.mjs'), 'utf8'), { minify: true }).code.trim();

const bundles = [
  { from: 'client/extension.ts', to: 'dist/client.cjs', external: ['vscode'] },
  { from: 'server/main.ts', to: 'dist/server.cjs', banner: polyfill },
  // The extension's two servers share a file with the language (dist/shared.mjs), so that it holds it once.
  { from: 'server/main.ts', to: 'dist/server.mjs', banner: polyfill, sharedWith: { assistant: 'cli/mcp/alone.ts' } },
  { from: 'client/browser.ts', to: 'dist/browser/client.js', browser: 'cjs', external: ['vscode'] },
  { from: 'server/browser.ts', to: 'dist/browser/server.js', browser: true, banner: polyfill },
  { from: 'cli/start.ts', to: 'dist/cred.cjs', banner: '#!/usr/bin/env node', executable: true },
  { from: 'cli/main.ts', to: 'dist/main.cjs', light: true },
  { from: 'cli/checking/engine.ts', to: 'dist/engine.cjs', banner: polyfill, light: true },
  { from: 'cli/checking/thread.ts', to: 'dist/thread.cjs' },
  { from: 'cli/checking/exchanging.ts', to: 'dist/exchange.cjs', banner: polyfill, light: true },
  {
    from: 'library/index.ts',
    to: 'dist/index.mjs',
    banner: polyfill,
    light: true,
    library: true,
    declarations: { 'library/api.ts': 'dist/index.d.ts', 'exchange/model-types.ts': 'dist/model.d.ts' },
  },
  { from: 'cli/mcp/mcp.ts', to: 'dist/mcp.cjs', light: true },
  { from: 'client/panel/page.ts', to: 'dist/panel.js', browser: true },
  { from: 'client/panel/panel.css', to: 'dist/panel.css', browser: true, style: true },
];
if (tests) {
  const external = ['vscode', 'mocha'];
  bundles.push(
    { from: 'test/vscode/index.ts', to: 'dist/test/vscode/index.cjs', external },
    { from: 'test/vscode/extension.test.ts', to: 'dist/test/vscode/extension.test.cjs', external },
    { from: 'test/vscode/views.test.ts', to: 'dist/test/vscode/views.test.cjs', external },
    { from: 'test/vscode/assistants.test.ts', to: 'dist/test/vscode/assistants.test.cjs', external },
    { from: 'test/vscode/projects.test.ts', to: 'dist/test/vscode/projects.test.cjs', external },
    {
      from: 'test/vscode/index.browser.ts',
      to: 'dist/test/vscode/index.browser.js',
      browser: 'cjs',
      external: ['vscode'],
      // Mocha's build for browsers would mistake the bundle's own exports for its own.
      define: { exports: 'undefined' },
    },
  );
}

const MAPS = path.join(root, 'dist/maps');

/** Moves source maps to dist/maps/, which no package ships. The bundle names its map, so debuggers find it there. */
const mapsApart = {
  name: 'maps-apart',
  setup(build) {
    build.onEnd(result => {
      for (const file of result.outputFiles ?? []) {
        const { dir, base } = path.parse(file.path);
        const apart = base.endsWith('.map') ? path.join(MAPS, base) : file.path;
        mkdirSync(path.dirname(apart), { recursive: true });
        writeFileSync(apart, file.contents);
        if (/\.[cm]?js$/.test(base)) appendFileSync(apart, `//# sourceMappingURL=${path.relative(dir, MAPS)}/${base}.map\n`);
      }
    });
  },
};

/** The metafiles of the shipped bundles, which say whose code is in them. */
const made = [];
const accounted = { name: 'accounted', setup: build => build.onEnd(({ metafile }) => void (metafile && made.push(metafile))) };

/** Copies declarations that import nothing unchanged. */
const copied = (from, to) => ({
  name: 'copied',
  setup: build => build.onEnd(() => copyFileSync(path.join(root, from), path.join(root, to))),
});

/** Gives a module of ES what a module of CommonJS has, for the packages that ask for it. */
const AS_COMMONJS =
  "import{createRequire as _cr}from'node:module';import{fileURLToPath as _fp}from'node:url';const require=_cr(import.meta.url),__filename=_fp(import.meta.url),__dirname=_fp(new URL('.',import.meta.url));";

function options({
  from,
  to,
  banner = '',
  external = [],
  define = {},
  executable,
  light,
  sharedWith,
  browser,
  style,
  library,
  declarations,
}) {
  const outfile = path.join(root, to);
  return {
    ...(sharedWith
      ? {
          entryPoints: { [path.parse(to).name]: path.join(root, from), ...sharedWith },
          outdir: path.dirname(outfile),
          splitting: true,
          chunkNames: 'shared',
          outExtension: { '.js': '.mjs' },
        }
      : { entryPoints: [path.join(root, from)], outfile }),
    bundle: true,
    minify: !watch,
    // If a module of Node is needed after all, the build of a browser's bundle fails.
    ...(library
      ? { platform: 'neutral', target: 'es2022', format: 'esm', mainFields: ['module', 'main'] }
      : browser
        ? { platform: 'browser', target: 'es2022', format: browser === 'cjs' ? 'cjs' : 'iife' }
        : { platform: 'node', target: 'node20', format: sharedWith ? 'esm' : 'cjs' }),
    external,
    define,
    banner: { js: sharedWith ? AS_COMMONJS + banner : banner },
    sourcemap: 'external',
    sourceRoot: `${path.relative(MAPS, path.dirname(outfile))}/`,
    alias: {
      // Its main file loads its parts in a way that cannot be bundled.
      'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
      // Two packages contain a copy each; one is enough.
      'vscode-languageserver-types': path.join(root, 'node_modules/vscode-languageserver-types/lib/esm/main.js'),
      // This build contains what it needs of Node.
      ...(browser && { 'csv-parse/sync': 'csv-parse/browser/esm/sync' }),
    },
    loader: { '.md': 'text', '.cred': 'text' },
    legalComments: 'none',
    logLevel: watch ? 'info' : 'warning',
    write: false,
    metafile: true,
    plugins: [
      mapsApart,
      ...(style ? [] : [styleAsText]),
      ...(to.startsWith('dist/test/') ? [] : [accounted]),
      ...(light ? [withoutProtocol] : []),
      ...(light || sharedWith ? [withoutAjv] : []),
      ...(sharedWith ? [allInOne] : []),
      ...(light && !library ? [lateBuiltins] : []),
      ...Object.entries(declarations ?? {}).map(([from, to]) => copied(from, to)),
      ...(executable ? [{ name: 'executable', setup: build => build.onEnd(() => chmodSync(outfile, 0o755)) }] : []),
    ],
  };
}

const missing = bundles.filter(bundle => !existsSync(path.join(root, bundle.from)));
for (const { from, to } of missing.filter(bundle => !bundle.optional)) {
  console.error(`${from} does not exist: ${to} is not built`);
  if (production) process.exit(1);
}
if (!watch) rmSync(MAPS, { recursive: true, force: true });
// Packs the pages of rules and standards into one file for the extension, since a hundred small files compress badly.
const pages = ['docs/rules', 'docs/standards'].flatMap(folder =>
  readdirSync(path.join(root, folder), { recursive: true })
    .filter(name => name.endsWith('.md'))
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`),
);
mkdirSync(path.join(root, 'dist'), { recursive: true });
const texts = pages.sort().map(name => [name, readFileSync(path.join(root, name), 'utf8')]);
writeFileSync(path.join(root, 'dist/pages.json'), JSON.stringify(Object.fromEntries(texts)));
const contexts = await Promise.all(bundles.filter(bundle => !missing.includes(bundle)).map(bundle => context(options(bundle))));
try {
  await Promise.all(contexts.map(one => (watch ? one.watch() : one.rebuild())));
} catch {
  process.exitCode = 1; // esbuild has printed the reason already.
}
if (!watch) await Promise.all(contexts.map(one => one.dispose()));
if (!watch && !process.exitCode) writeFileSync(path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'), notices(made, root));
// A new bundle needs a new code cache; an older one is not used.
if (!watch && !process.exitCode) await import('./scripts/code-cache.mjs');
