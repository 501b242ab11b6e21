/** The packages that Cred is built with: they are pinned, complete for each system, and run on the oldest Node. A warning of npm fails here. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const { minVersion, satisfies, subset } = createRequire(import.meta.url)('semver') as {
  minVersion(range: string): { readonly version: string };
  satisfies(version: string, range: string): boolean;
  subset(inner: string, outer: string): boolean;
};

interface Locked {
  readonly version: string;
  readonly engines?: { readonly node?: string };
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const json = (name: string) => JSON.parse(readFileSync(path.join(root, name), 'utf8'));
const own = json('package.json') as {
  readonly engines: { readonly node: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
};
const { '': _root, ...locked } = json('package-lock.json').packages as Readonly<Record<string, Locked>>;
const nameOf = (folder: string): string => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
const page = readFileSync(path.join(root, 'docs/dependencies.md'), 'utf8');
const kept = [...page.matchAll(/^\| `(.+?)` \| (\S+) \| (.+) \|$/gm)].map(([, name, at, why]) => ({ name: name!, at: at!, why: why! }));

test('each version is pinned', () => {
  for (const [name, version] of Object.entries(own.devDependencies)) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
});

test('each package runs on the oldest Node, or the page says why it is here', () => {
  const oldest = minVersion(own.engines.node).version;
  const newer = Object.entries(locked)
    .filter(([, { engines }]) => engines?.node !== undefined && !satisfies(oldest, engines.node))
    .map(([folder]) => nameOf(folder));
  expect(newer.filter(name => !/^(@chevrotain\/.*|chevrotain)$/.test(name))).toEqual([]);
  expect(kept.find(({ name }) => name === 'chevrotain')?.why).toContain('Node 22');
});

test('the page on packages that stay at a version names that version', () => {
  expect(kept.length).toBeGreaterThan(3);
  for (const { name, at } of kept) expect(subset(own.devDependencies[name]!, at), `${name} ${at}`).toBe(true);
});

test('each script at installation is allowed or denied', () => {
  const scripted = Object.entries(locked).filter(([, { hasInstallScript }]) => hasInstallScript);
  const answered = scripted.map(([folder]) => nameOf(folder));
  expect([...new Set(answered)].sort()).toEqual(Object.keys(own.allowScripts).sort());
});

test('the lockfile holds what other systems need', () => {
  for (const [folder, { optionalDependencies = {} }] of Object.entries(locked))
    for (const name of Object.keys(optionalDependencies))
      expect(locked[`${folder}/node_modules/${name}`] ?? locked[`node_modules/${name}`], `${name} for ${folder}`).toBeDefined();
});
