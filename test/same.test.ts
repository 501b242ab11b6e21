/** The editor and the command line give the same findings for every project of the corpus: the examples, and the programs on the rules' pages. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Finding } from '../language/findings/finding.ts';
import { byCommandLine, byEditor, type Files, filesBelow } from './both-faces.ts';
import { marked } from './expect.ts';
import { folderOf } from './folders.ts';
import { fencesOf } from './rule-page.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Returns the projects of a page: fences of a section that name their files are one project, each other fence is one. */
function projectsOf(page: string): Files[] {
  return page.split(/^## /m).flatMap(section => {
    const fences = fencesOf(section).map(({ file, source, asOf }) => ({
      name: file,
      text: marked(source).text,
      config: JSON.stringify({ asOf }),
    }));
    const named = fences.filter(({ name }) => name !== undefined);
    const together = { ...Object.fromEntries(named.map(({ name, text }) => [name!, text])), 'cred.json': named[0]?.config ?? '' };
    const alone = fences.filter(({ name }) => name === undefined).map(({ text, config }) => ({ 'a.cred': text, 'cred.json': config }));
    return named.length > 0 ? [together, ...alone] : alone;
  });
}

function corpus(): readonly (readonly [string, readonly Files[]])[] {
  const examples = path.join(ROOT, 'examples');
  const read = (folder: string): Files =>
    Object.fromEntries(filesBelow(folder, '.cred').map(name => [name, readFileSync(path.join(folder, name), 'utf8')]));
  const all = read(examples);
  const rules = path.join(ROOT, 'language/rules');
  const folders = readdirSync(examples, { withFileTypes: true }).filter(entry => entry.isDirectory());
  const settings = {
    'a.cred': 'certification A "A" {}\n',
    'drafts/b.cred': 'certificate B "B" {}\n',
    'old/c.cred': '',
    'sub/cred.json': '{ "exclude": ["c.cred", "d.cred"], "overrides": [{ "files": ["../old/", "old/", "c.cred"], "rules": {} }] }',
    'sub/c.cred': '',
    'cred.json': `{ "exclude": ["old/", "!old/d.cred", "sub/"], "overrides": [
      { "files": ["drafts/", "draft/", "old/", "sub/c.cred"], "programs": ["A", "X"], "rules": { "certificte/*": "off" } },
      { "files": [], "rules": {} }] }`,
  };
  return [
    ['settings that name files', [settings]],
    ['examples', [all]],
    ...folders.map(({ name }) => [`examples/${name}`, [read(path.join(examples, name))]] as const),
    ['each example by itself', Object.values(all).map(text => ({ 'a.cred': text }))],
    ...filesBelow(rules, '.md').map(name => [name, projectsOf(readFileSync(path.join(rules, name), 'utf8'))] as const),
  ];
}
test.each(corpus())('%s', async (_, projects) => {
  for (const files of projects) {
    const folder = folderOf(files);
    const said = byCommandLine(folder);
    expect(await byEditor(folder, true)).toEqual(said);
    if (Object.keys(files).length > 2) expect(await byEditor(folder, false)).toEqual(said);
  }
});

test('the corpus has pages of several files, and findings of every severity', () => {
  const several = corpus().filter(([name, projects]) => name.endsWith('.md') && projects.some(files => Object.keys(files).length > 2));
  expect(several.length).toBeGreaterThan(1);
  const severities = Object.values(byCommandLine(path.join(ROOT, 'examples'))).flatMap(all => all.map(one => (one as Finding).severity));
  expect([...new Set(severities)].sort()).toEqual(['error', 'information', 'warning']);
});
