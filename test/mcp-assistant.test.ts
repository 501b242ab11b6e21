/** An assistant that knows nothing of Cred but what `cred mcp` offers: it learns the language from the resources and writes programs. */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CRED, folderOf } from './command.ts';

const root = path.resolve(import.meta.dirname, '..');
const open: Client[] = [];
afterAll(async () => {
  for (const client of open) await client.close();
});

async function serving(folder: string): Promise<Client> {
  const client = new Client({ name: 'assistant', version: '1' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [CRED, 'mcp', folder], stderr: 'pipe' }));
  open.push(client);
  // Knowing the tools, the client checks every structured answer by the tool's own schema.
  await client.listTools();
  return client;
}

type Structured = Record<string, unknown> & { next: string[]; page: number; pages: number };

async function ask(client: Client, name: string, given: Record<string, unknown> = {}): Promise<Structured> {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: given });
  const [{ text }] = content as [{ text: string }];
  expect(isError, text).not.toBe(true);
  expect(JSON.parse(text)).toEqual(structuredContent);
  if (given.limit === undefined) expect(text.length, name).toBeLessThanOrEqual(20_000);
  return structuredContent as Structured;
}

async function read(client: Client, uri: string): Promise<string> {
  const { contents } = await client.readResource({ uri });
  return contents.map(one => ('text' in one ? one.text : '')).join('');
}

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

describe('in an empty folder', () => {
  let client: Client;
  beforeAll(async () => {
    client = await serving(folderOf({}));
  });

  test('every listed resource can be read, and so can one of each family', async () => {
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual(expect.arrayContaining(['cred://language', 'cred://templates/certification']));
    for (const { uri } of resources) expect((await read(client, uri)).length, uri).toBeGreaterThan(60);
    for (const uri of ['cred://kinds/job-analysis', 'cred://rules/certification/goal', 'cred://standards/NCCA-2021.S14'])
      expect(await read(client, uri)).toMatch(/^#|\*\*/);
    await expect(client.readResource({ uri: 'cred://kinds/nothing' })).rejects.toThrow('There is no resource');
    await expect(client.readResource({ uri: 'cred://programs/../x.cred' })).rejects.toThrow('outside of the folder');
  });

  test('the page of a kind has its properties, their values, what stands in it, and an example that parses', async () => {
    const kinds = [...(await read(client, 'cred://kinds')).matchAll(/^- `([\w-]+)`/gm)].map(([, kind]) => kind!);
    expect(kinds.length).toBeGreaterThan(30);
    const page = await read(client, 'cred://kinds/assessment');
    for (const words of ['`standard-setting`', '### passing-score', '`multiple-choice`']) expect(page).toContain(words);
    const texts: { path: string; text: string }[] = [];
    for (const kind of kinds) {
      const example = /```cred\n([^]*?)```/.exec(await read(client, `cred://kinds/${kind}`))?.[1];
      expect(example, kind).toContain(`${kind} `);
      texts.push({ path: `${kind}.cred`, text: example! });
    }
    for (const one of texts) {
      const { findings } = await ask(client, 'check', { texts: [one] });
      const slips = (findings as Found[]).filter(({ rule, severity }) => severity === 'error' && rule.startsWith('language/'));
      expect(slips, one.text).toEqual([]);
    }
  });

  test.each(['organization', 'certification', 'certificate', 'attendance', 'program'])(
    'a new %s, begun from its template, ends without findings but holes',
    async kind => {
      let text = await read(client, `cred://templates/${kind}`);
      const check = async (): Promise<Found[]> =>
        (await ask(client, 'check', { texts: [{ path: 'draft.cred', text }] })).findings as Found[];
      // A "program" leaves open which kind it is to be, and this finding asks for it.
      const isOpen = ({ rule }: Found): boolean => rule === 'language/hole' || (kind === 'program' && rule === 'program/path');
      for (let round = 0; round < 4 && !(await check()).every(isOpen); round++) {
        const { files } = (await ask(client, 'fix', {
          texts: [{ path: 'draft.cred', text }],
          unsafe: true,
          limit: 100_000,
        })) as unknown as {
          files: { text: string }[];
        };
        if (files[0]) text = files[0].text;
      }
      expect((await check()).filter(one => !isOpen(one))).toEqual([]);
      expect(text).toContain('?');
      expect((await ask(client, 'format', { texts: [{ path: 'draft.cred', text }] })).changed).toBe(0);
    },
  );

  test('open questions are answered in everyday words, and what does not fit is told', async () => {
    const text = 'certification CWT "Widget Technician" {\n  owner: ?\n  maintenance { cycle: ? }\n}\n';
    const texts = [{ path: 'draft.cred', text }];
    const { questions } = (await ask(client, 'questions', { texts })) as unknown as { questions: { id: string; question: string }[] };
    const cycle = questions.find(({ id }) => id.endsWith('/cycle'))!;
    expect(cycle.question).toMatch(/\?$/);
    const told = await ask(client, 'answer', {
      texts,
      answers: [
        { id: cycle.id, input: 'three years' },
        { id: 'CWT/nothing', input: 'x' },
      ],
    });
    expect(told.results).toEqual([
      { id: 'CWT/nothing', problem: 'There is no open question of this id.', suggestions: [] },
      { path: 'draft.cred', text: text.replace('cycle: ?', 'cycle: 3 years') },
    ]);
    const aside = await ask(client, 'answer', { texts, answers: [{ id: cycle.id, aside: 'it is for life' }] });
    expect((aside.results as { text: string }[])[0]!.text).toContain('cycle does not apply: it is for life');
  });

  test('versions are compared, records imported, programs exported', async () => {
    const version = (score: string) => ({
      texts: [{ path: 'a.cred', text: `certification C "C" {\n  assessment exam "E" { passing-score: ${score} }\n}\n` }],
    });
    const { changes } = await ask(client, 'diff', { before: version('70%'), after: version('75%') });
    expect(changes).toEqual([
      expect.objectContaining({ type: 'changed', program: 'certification C "C"', what: expect.stringContaining('75%') }),
    ]);
    const { files } = (await ask(client, 'export', { ...version('70%'), to: 'json' })) as unknown as {
      files: { path: string; text: string }[];
    };
    expect(files[0]!.path).toBe('programs.json');
    const back = await ask(client, 'import', { texts: files });
    expect((back.files as { text: string }[])[0]!.text).toContain('passing-score: 70%');
    expect(back.records).toBe(1);
  });

  test('arguments of resources and prompts are completed', async () => {
    const values = async (uri: string, name: string, value: string) =>
      (await client.complete({ ref: { type: 'ref/resource', uri }, argument: { name, value } })).completion.values;
    expect(await values('cred://kinds/{kind}', 'kind', 'job')).toEqual(['job-analysis']);
    expect(await values('cred://templates/{kind}', 'kind', 'cert')).toEqual(['certification', 'certificate']);
    expect(await values('cred://rules/{+rule}', 'rule', 'certification/go')).toEqual(['certification/goal']);
    const standards = await client.complete({
      ref: { type: 'ref/prompt', name: 'prepare-accreditation' },
      argument: { name: 'standard', value: 'ncca' },
    });
    expect(standards.completion.values).toEqual(['NCCA-2014', 'NCCA-2021']);
  });

  test('prompts name tools and resources that there are', async () => {
    const { prompts } = await client.listPrompts();
    const { tools } = await client.listTools();
    expect(prompts).toHaveLength(4);
    for (const { name, arguments: given = [] } of prompts) {
      const filled = Object.fromEntries(given.filter(one => one.required).map(one => [one.name, 'NCCA-2021']));
      const { messages } = await client.getPrompt({ name, arguments: filled });
      const { text } = messages.at(-1)!.content as { text: string };
      const called = [...text.matchAll(/[Cc]all "([a-z]+)"/g)].map(([, tool]) => tool!);
      expect(called.length, name).toBeGreaterThan(0);
      expect(tools.map(one => one.name)).toEqual(expect.arrayContaining(called));
      for (const [uri] of text.matchAll(/cred:\/\/[a-z/-]+[a-z]/g)) expect((await read(client, uri)).length).toBeGreaterThan(60);
    }
    await expect(client.getPrompt({ name: 'prepare-accreditation', arguments: {} })).rejects.toThrow('"standard" is missing');
  });
});

describe('in a folder with many programs', () => {
  const folder = folderOf({});
  let client: Client;
  beforeAll(async () => {
    cpSync(path.join(root, 'examples'), folder, { recursive: true });
    client = await serving(folder);
  });

  test('no answer is longer than 20,000 characters unless it was asked for, and its pages are the whole', async () => {
    const whole = await ask(client, 'readiness', { detail: 'full', limit: 5_000_000 });
    expect(whole.pages).toBe(1);
    expect(JSON.stringify(whole).length).toBeGreaterThan(300_000);
    const parts: unknown[] = [];
    for (let page = 1, pages = 1; page <= pages; page++) {
      const told = await ask(client, 'readiness', { detail: 'full', page });
      pages = told.pages;
      parts.push(...(told.programs as unknown[]));
      if (page < pages) expect(told.next[0]).toContain(`"page": ${page + 1}`);
    }
    expect(parts).toEqual(whole.programs);
    const summary = await ask(client, 'readiness');
    expect(summary.next.length).toBeGreaterThan(0);
    for (const tool of ['check', 'path', 'questions', 'fix', 'format']) expect((await ask(client, tool)).page).toBe(1);
    await ask(client, 'export', { to: 'markdown', paths: ['clean-certification.cred'] });
  });

  test('a long text comes in parts that are the whole together', async () => {
    const file = 'clean-certification.cred';
    const request = { to: 'json', paths: [file] };
    const [all] = (await ask(client, 'export', { ...request, limit: 1_000_000 })).files as { text: string }[];
    let text = '';
    for (let page = 1, pages = 1; page <= pages; page++) {
      const told = await ask(client, 'export', { ...request, limit: 4000, page });
      expect(JSON.stringify(told).length).toBeLessThanOrEqual(4000);
      pages = told.pages;
      for (const part of told.files as { text: string }[]) text += part.text;
    }
    expect(text).toBe(all!.text);
  });

  test('the project’s own files are resources, and complete paths', async () => {
    const { resources } = await client.listResources();
    const names = readdirSync(folder).filter(name => name.endsWith('.cred'));
    for (const name of names) expect(resources.map(({ uri }) => uri)).toContain(`cred://programs/${name}`);
    expect(await read(client, `cred://programs/${names[0]}`)).toBe(
      readFileSync(path.join(folder, names[0]!), 'utf8').replace('\uFEFF', ''),
    );
    const { completion } = await client.complete({
      ref: { type: 'ref/prompt', name: 'tell-the-board' },
      argument: { name: 'path', value: 'planned' },
    });
    expect(completion.values).toEqual(['planned-certification.cred']);
  });

  test('a text stands for the file of its path: the names of the project are known in it', async () => {
    const text = 'certification NEW "New" {\n  owner: NOBODY\n}\n';
    const { findings } = (await ask(client, 'check', { texts: [{ path: 'draft.cred', text }] })) as unknown as { findings: Found[] };
    expect(findings.map(({ rule }) => rule)).toContain('language/unresolved-reference');
    const known = await ask(client, 'check', {
      texts: [
        { path: 'draft.cred', text },
        { path: 'owner.cred', text: 'organization NOBODY "Nobody" {\n  legal-form: nonprofit\n}\n' },
      ],
    });
    expect((known.findings as Found[]).map(({ rule }) => rule)).not.toContain('language/unresolved-reference');
  });
});
