/** A release as the workflow makes it, its steps run here in order; and what is in its packages, installed as users do. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderOf } from '../command.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly steps: readonly Step[];
  readonly container?: string;
  readonly needs?: string | readonly string[];
}

const root = path.resolve(import.meta.dirname, '../..');
const workflow = (name: string): { on: unknown; jobs: Record<string, Job> } =>
  parse(readFileSync(path.join(root, '.github/workflows', name), 'utf8'));
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
const { build, executables, release } = workflow('release.yml').jobs as { build: Job; executables: Job; release: Job };
const AT = {
  GITHUB_REF_NAME: `v${version}`,
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'example/cred',
};

/** A fresh checkout with the packages installed. `.ci/run`, which runs this very test, only says that it was called. */
function checkout(): string {
  const folder = folderOf({});
  for (const name of readdirSync(root))
    if (!/^(node_modules|dist|\.git|\.vscode-test|.*\.(vsix|tgz))$/.test(name))
      cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  writeFileSync(path.join(folder, '.ci/run'), '#!/bin/sh\necho "ran $*"\n');
  const git = (...args: string[]): void => {
    const named = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args];
    const { status, stderr } = spawnSync('git', named, { cwd: folder, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
  };
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'area: what changes for whom');
  git('tag', `v${version}`);
  return folder;
}

/** Programs that would reach out: they write down what they were asked. npm does so only where it would publish. */
function standIns(): { readonly bin: string; readonly asked: () => string[] } {
  const bin = folderOf({});
  const log = path.join(bin, 'asked');
  const npm = spawnSync('bash', ['-c', 'command -v npm'], { encoding: 'utf8' }).stdout.trim();
  const note = `printf '%s\\n' "$(basename "$0") $*" >> '${log}'`;
  for (const [name, text] of Object.entries({
    gh: `if [ "$2" = view ]; then [ -e '${bin}/released' ]; else touch '${bin}/released'; ${note}; fi`,
    npx: note,
    npm: `if [ "$1" = publish ]; then ${note}; printf '%s\\n' "$(cat package.json)" > '${bin}/published.json'; else exec '${npm}' "$@"; fi`,
  })) {
    writeFileSync(path.join(bin, name), `#!/bin/bash\n${text}\n`);
    chmodSync(path.join(bin, name), 0o755);
  }
  return { bin, asked: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []) };
}

function run(step: Step, cwd: string, env: Readonly<Record<string, string>> = {}) {
  return spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step.run!], {
    cwd,
    encoding: 'utf8',
    // The settings of git that a step writes are those of its machine, not of this one.
    env: { ...process.env, npm_config_update_notifier: 'false', GIT_CONFIG_GLOBAL: path.join(cwd, '.gitconfig'), ...AT, ...env },
    timeout: 150_000,
  });
}
const step = (job: Job, name: string): Step => job.steps.find(one => one.name === name)!;
const unpacked = (archive: string): string => {
  const folder = folderOf({});
  const { status, stderr } = /\.tgz$/.test(archive)
    ? spawnSync('tar', ['-xzf', archive, '-C', folder], { encoding: 'utf8' })
    : spawnSync('unzip', ['-q', archive, '-d', folder], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return folder;
};

let folder: string;
let vsix: string;
let tgz: string;
beforeAll(() => {
  folder = checkout();
  for (const one of build.steps.filter(({ run }) => run)) {
    const ran = run(one, folder);
    expect(ran.status, `${one.name}\n${ran.stdout}\n${ran.stderr}`).toBe(0);
  }
  vsix = path.join(folder, `cred-${version}.vsix`);
  tgz = path.join(folder, `cred-lang-${version}.tgz`);
  writeFileSync(path.join(folder, 'cred-linux-x64'), 'executable');
}, 180_000);

describe('the workflows', () => {
  test.each(readdirSync(path.join(root, '.github/workflows')))(
    '%s pins what it uses, and puts nothing from outside into a script',
    name => {
      const steps = Object.values(workflow(name).jobs).flatMap(job => job.steps);
      expect(steps.length).toBeGreaterThan(1);
      for (const { uses, run } of steps) {
        // By commit: a tag could be moved.
        if (uses) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
        if (run) expect(run).not.toContain('${{');
      }
    },
  );

  test('a tag is tested before anything is packed, and packed before it is released', () => {
    expect(workflow('release.yml').on).toEqual({ push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } });
    expect(build.steps.map(({ name, uses }) => name ?? uses!.split('@')[0])).toEqual([
      'actions/checkout',
      'The tag names the version, and the changes are told',
      'Tests',
      'Packages',
      'actions/upload-artifact',
    ]);
    expect(release.needs).toEqual(['build', 'executables']);
    expect(executables.needs).toBe('build');
    expect(run(step(build, 'Tests'), folder).stdout).toBe('ran test:all\n');
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    expect(scripts['test:all']).toBeDefined();
    expect(step(workflow('ci.yml').jobs.test!, 'Tests').run).toBe('.ci/run');
  });

  test('a tag that is not the version, or of which the changes say nothing, ends it', () => {
    const [first] = build.steps.filter(one => one.run);
    expect(run(first!, folder, { GITHUB_REF_NAME: 'v9.9.9' })).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(`The tag v9.9.9 is not v${version}`),
    });
    const other = folderOf({
      'package.json': JSON.stringify({ version }),
      'CHANGELOG.md': `# Changes\n\n## ${version}\n\n## 0.0.1\n\nOld.\n`,
    });
    expect(run(first!, other)).toMatchObject({ status: 1, stdout: expect.stringContaining('says nothing of') });
    expect(readFileSync(path.join(folder, 'release-notes.md'), 'utf8')).toContain('- ');
  });

  test('each secret is in its own step, and npm needs none', () => {
    const text = readFileSync(path.join(root, '.github/workflows/release.yml'), 'utf8');
    const inSteps = release.steps.flatMap(one => Object.values(one.env ?? {}).filter(value => value.includes('secrets.')));
    expect(inSteps).toHaveLength(2);
    expect(text.match(/\$\{\{ secrets\./g)).toHaveLength(2);
    expect(step(release, 'npm')).toEqual({ name: 'npm', run: expect.stringContaining('--provenance') });
    expect((release as { permissions?: object }).permissions).toEqual({ contents: 'write', 'id-token': 'write' });
  });

  test('the release holds the packages, the executables and checksums; without secrets no marketplace is asked', () => {
    const { bin, asked } = standIns();
    const env = { PATH: `${bin}:${process.env.PATH}`, VSCE_PAT: '', OVSX_PAT: '', GH_TOKEN: 'x' };
    const steps = release.steps.filter(({ run, name }) => run && name !== 'Tags of what is built' && name !== 'npm');
    // Twice: whoever runs it again finds the release made.
    for (const one of [...steps, ...steps]) expect(run(one, folder, env).status, one.name).toBe(0);
    const files = ['cred-0.vsix', 'cred-lang-0.tgz', 'cred-linux-x64'].map(name => name.replace('0', version));
    expect(asked()).toEqual([
      `gh release create v${version} --repo example/cred --verify-tag --title Cred ${version} --notes-file release-notes.md ${files.join(' ')} SHA256SUMS`,
    ]);
    const sums = readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8');
    for (const file of files) expect(sums).toMatch(new RegExp(`^[0-9a-f]{64}  ${file.replaceAll('.', '\\.')}$`, 'm'));
    expect(spawnSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: folder }).status).toBe(0);
    expect(readFileSync(path.join(folder, 'release-notes.md'), 'utf8')).toContain('## Commits\n\n- **area**: what changes for whom');
  });

  test('with them it goes to the two marketplaces, and to npm', () => {
    const { bin, asked } = standIns();
    const env = { PATH: `${bin}:${process.env.PATH}`, VSCE_PAT: 'a', OVSX_PAT: 'b' };
    for (const name of ['Visual Studio Marketplace', 'Open VSX', 'npm']) {
      const ran = run(step(release, name), folder, env);
      expect(ran.status, `${name} ${ran.stderr}`).toBe(0);
    }
    expect(asked()).toEqual([
      expect.stringMatching(new RegExp(`^npx --yes @vscode/vsce@[\\d.]+ publish --packagePath cred-${version}\\.vsix$`)),
      expect.stringMatching(new RegExp(`^npx --yes ovsx@[\\d.]+ publish cred-${version}\\.vsix$`)),
      `npm publish cred-lang-${version}.tgz --ignore-scripts --access public --provenance`,
    ]);
  });

  test('the tags hold what is built: the action and the hooks run from them, with nothing to install', () => {
    const remote = folderOf({});
    const git = (...args: string[]) => spawnSync('git', args, { cwd: remote, encoding: 'utf8' });
    git('init', '--quiet', '--bare', 'example/cred.git');
    const ran = run(step(release, 'Tags of what is built'), folder, { GITHUB_SERVER_URL: remote, GH_TOKEN: 'x' });
    expect(ran.status, ran.stderr).toBe(0);
    const tree = path.join(remote, 'tree');
    for (const tag of [`v${version}-built`, `v${version.split('.')[0]}`]) {
      expect(git('-c', 'advice.detachedHead=false', 'clone', '--quiet', '--branch', tag, 'example/cred.git', tree).stderr).toBe('');
      const made = JSON.parse(readFileSync(path.join(tree, 'package.json'), 'utf8'));
      for (const key of ['dependencies', 'devDependencies', 'scripts']) expect(made).not.toHaveProperty(key);
      for (const file of ['action.yml', '.pre-commit-hooks.yaml', 'dist/cred.cjs'])
        expect(existsSync(path.join(tree, file)), file).toBe(true);
      expect(spawnSync(process.execPath, ['dist/cred.cjs', '--version'], { cwd: tree, encoding: 'utf8' }).stdout.trim()).toBe(version);
      rmSync(tree, { recursive: true });
    }
  });
});

describe('the extension', () => {
  test('its page shows pictures that are in the repository, at this version', () => {
    const page = readFileSync(path.join(unpacked(vsix), 'extension/readme.md'), 'utf8');
    const base = 'https://github.com/example/cred';
    const pictures = [...page.matchAll(/(?:href|srcset|src)="([^"]+\.webp)"/g)];
    expect(pictures.length).toBeGreaterThan(8);
    for (const [, address] of pictures) {
      expect(address).toContain(`${base}/raw/v${version}/docs/images/`);
      expect(existsSync(path.join(root, address!.slice(`${base}/raw/v${version}/`.length))), address).toBe(true);
    }
    const links = [...page.matchAll(/(?<!!)\[[^\]]+\]\(([^)]+)\)/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      expect(link).toContain(`${base}/blob/v${version}/`);
      expect(existsSync(path.join(root, link.slice(`${base}/blob/v${version}/`.length))), link).toBe(true);
    }
  });

  test('it is described as a gallery wants it', () => {
    const inside = unpacked(vsix);
    const manifest = readFileSync(path.join(inside, 'extension.vsixmanifest'), 'utf8');
    for (const what of [
      'Services.Links.Source',
      'Services.Links.Support',
      'Services.Links.Learn',
      'Branding.Color',
      'Content.Changelog',
      'Content.License',
      '<Icon>',
    ])
      expect(manifest).toContain(what);
    expect(/<Description[^>]*>([^<]*)</.exec(manifest)![1]).toMatch(/^Describe credentialing programs/);
    // The icon: PNG, at least 128 points square.
    const icon = readFileSync(path.join(inside, 'extension/icons/cred.png'));
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)].every(size => size >= 128)).toBe(true);
  });
});

describe('the command line and library', () => {
  const installed = (): string => {
    const at = folderOf({ 'package.json': '{ "private": true, "type": "module" }' });
    const { status, stderr } = spawnSync('npm', ['install', '--offline', '--no-audit', '--no-fund', tgz], { cwd: at, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    return at;
  };

  test('nothing comes with it but what it needs', () => {
    const at = path.join(unpacked(tgz), 'package');
    const top = readdirSync(at).sort();
    expect(top).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'cred-model.schema.json',
      'cred.schema.json',
      'dist',
      'docs',
      'man',
      'package.json',
      'syntaxes',
    ]);
    expect(readdirSync(path.join(at, 'docs')).sort()).toEqual(['rules', 'standards']);
    expect(readFileSync(tgz).length).toBeLessThan(2_000_000);
  });

  test('its manifest names only what is in it, and exports what others read', () => {
    const at = path.join(unpacked(tgz), 'package');
    const manifest = JSON.parse(readFileSync(path.join(at, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ name: 'cred-lang', version, bin: { cred: './dist/cred.cjs' } });
    expect(manifest.repository.url).toBe('git+https://github.com/example/cred.git');
    const named = JSON.stringify([manifest.bin, manifest.man, manifest.types, manifest.exports]).match(/\.\/[^"]+/g)!;
    const files = named.filter(one => /\.\w+$/.test(one) && existsSync(path.join(at, one)));
    expect(files.length).toBeGreaterThanOrEqual(8);
    for (const key of ['scripts', 'dependencies', 'devDependencies', 'contributes', 'private', 'icon', 'l10n'])
      expect(manifest).not.toHaveProperty(key);
    for (const target of Object.values(manifest.exports).flatMap(one => (typeof one === 'string' ? [one] : Object.values(one as object))))
      expect(existsSync(path.join(at, target)), target).toBe(true);
  });

  test('no placeholder is left in what is released', () => {
    for (const at of [path.join(unpacked(tgz), 'package'), path.join(unpacked(vsix), 'extension')])
      for (const name of readdirSync(at, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(md|json|yml)$/.test(name)) continue;
        expect(readFileSync(path.join(at, name), 'utf8'), name).not.toMatch(/\bOWNER\/|@owner\b|\bYOUR[-_]|\bTODO\b/);
      }
  });

  test('installed in an empty folder it checks, explains, reports, exchanges and serves an editor', async () => {
    const at = installed();
    expect(readdirSync(path.join(at, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['cred-lang']);
    writeFileSync(
      path.join(at, 'a.cred'),
      'certification CWT "Widget Technician" {\n  status: developing\n  goal: acquire-competence\n}\n',
    );
    const bin = path.join(at, 'node_modules/.bin/cred');
    const cred = (...args: string[]) => spawnSync(bin, args, { cwd: at, encoding: 'utf8' });
    expect(cred('--version').stdout.trim()).toBe(version);
    const checked = cred('check', 'a.cred');
    expect(checked.status).toBe(1);
    expect(checked.stdout).toContain('certification/goal');
    expect(cred('explain', 'certification/goal').stdout).toContain('Why');
    expect(cred('readiness', 'a.cred', '--standard', 'NCCA-2021').stdout).toContain('NCCA-2021');
    expect(cred('report', 'a.cred', '-o', 'report.html').status).toBe(0);
    expect(existsSync(path.join(at, 'report.html'))).toBe(true);
    expect(JSON.parse(cred('export', 'a.cred', '--to', 'ctdl').stdout)['@graph']).toBeDefined();
    const server = spawn(bin, ['lsp', '--stdio'], { cwd: at });
    server.stdin.write(
      message({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }),
    );
    let answered = '';
    while (!answered.includes('hoverProvider')) answered += String((await once(server.stdout, 'data'))[0]);
    server.kill();
  });

  test('a program imports it', () => {
    const at = installed();
    writeFileSync(
      path.join(at, 'use.mjs'),
      "import { check, rules } from 'cred-lang';\nconsole.log(check([{ path: 'a.cred', text: 'person P' }]).files.length, rules().length > 50);\n",
    );
    expect(spawnSync(process.execPath, ['use.mjs'], { cwd: at, encoding: 'utf8' })).toMatchObject({ stdout: '1 true\n', stderr: '' });
    expect(existsSync(path.join(at, 'node_modules/cred-lang/dist/index.d.ts'))).toBe(true);
  });
});

test('the notices name everybody whose code is in a bundle, with a license', () => {
  const text = readFileSync(path.join(unpacked(tgz), 'package/dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
  expect(readFileSync(path.join(unpacked(vsix), 'extension/dist/THIRD-PARTY-NOTICES.txt'), 'utf8')).toBe(text);
  // Packages that leave their marks in the bundles, and one that only tools need.
  for (const name of [
    'langium',
    'chevrotain',
    'vscode-languageserver',
    'vscode-languageclient',
    'commander',
    '@modelcontextprotocol/sdk',
    'morphdom',
  ])
    expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
  expect(text).toContain('Creative Commons Attribution 4.0');
  expect(text).not.toMatch(/^(esbuild|vitest|typescript) /m);
  for (const part of text.split(/^-{80}$/m).slice(1)) expect(part.length, part).toBeGreaterThan(200);
});

const message = (content: object): string => {
  const text = JSON.stringify(content);
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};
