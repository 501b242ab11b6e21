/** The shipped bundles for browsers use no module and no global of Node. */
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const text = (file: string): string => readFileSync(path.join(root, 'dist', file), 'utf8');

/** Returns the modules that a bundle requires at run time. */
async function asked(code: string): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents: code },
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [
      {
        name: 'all-outside',
        setup: made =>
          made.onResolve({ filter: /.*/ }, one => (one.kind === 'entry-point' ? undefined : { path: one.path, external: true })),
      },
    ],
  });
  return Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(one => one.path));
}
const isNode = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name.split('/')[0]!);

describe.each([
  ['browser/client.js', ['vscode']],
  ['browser/server.js', []],
  ['panel.js', []],
])('%s', (file, allowed) => {
  test('asks for no module but what its host has', async () => {
    const modules = await asked(text(file));
    expect(modules.filter(isNode)).toEqual([]);
    expect([...new Set(modules)]).toEqual(allowed);
  });
});

test('a module of Node would be seen', async () => {
  const planted = `${text('browser/client.js')}\n;require("fs").readFileSync("x"); import("node:path");`;
  expect((await asked(planted)).filter(isNode)).toEqual(['fs', 'node:path']);
});

test('the server answers in a world that has what workers have, and nothing of Node', async () => {
  const sent: { id?: number; result?: { capabilities?: object }; method?: string; params?: { diagnostics: unknown[] } }[] = [];
  const world: Record<string, unknown> = {
    postMessage: (one: never) => sent.push(one),
    TextDecoder,
    TextEncoder,
    URL,
    console,
    setTimeout,
    clearTimeout,
    performance,
    queueMicrotask,
  };
  world.self = world;
  world.MessageChannel = MessageChannel;
  world.addEventListener = () => {};
  const context = vm.createContext(world);
  vm.runInContext(text('browser/server.js'), context);
  for (const name of ['process', 'Buffer', 'require', 'global', '__dirname'])
    expect(vm.runInContext(`typeof ${name}`, context)).toBe('undefined');
  const send = (message: object): void => (world.onmessage as (event: object) => void)({ data: { jsonrpc: '2.0', ...message } });
  const uri = 'file:///a.cred';
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  await expect.poll(() => sent.find(one => one.id === 1)?.result?.capabilities).toBeDefined();
  send({ method: 'initialized', params: {} });
  send({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'cred', version: 1, text: 'certification CWT "W" { goal: acquire-competence }\n' } },
  });
  await expect
    .poll(() => sent.some(one => one.method === 'textDocument/publishDiagnostics' && one.params!.diagnostics.length > 0), {
      timeout: 10_000,
    })
    .toBe(true);
});
