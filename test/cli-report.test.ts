/** `cred report`: one page that needs nothing else, and that escapes every text of a file. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { cred, folderOf } from './command.ts';

const example = (name: string): string => readFileSync(path.resolve(import.meta.dirname, '../examples/both', name), 'utf8');
const BOTH = Object.fromEntries(['certification.cred', 'certificate.cred', 'organization.cred'].map(name => [name, example(name)]));
const EVIL = '</style></title><script>alert(1)</script><img src=x onerror=alert(2)>';
const HOSTILE = `organization ORG "${EVIL}" { website: "javascript:alert(3)" }
certification X "${EVIL} | [a](javascript:alert(4)) \`b\`" {
  owner: ORG
  summary: "${EVIL}"
  goal: validate-competence
  // cred-ignore certification/job-analysis: ${EVIL}
  domain d1 "${EVIL}" { weight: 60% }
  assessment e "${EVIL}" { measures: d1; use: summative; passing-score: 70% }
  accreditation { standard: NCCA-2021; status: seeking; due: 2027-01 }
  evidence "${EVIL}" { supports: NCCA-2021.S4; document: "javascript:alert(5)" }
}
`;
const report = (files: Record<string, string>, ...args: string[]) => cred(folderOf(files), ['report', '--as-of', '2026-06-01', ...args]);

test('several programs: an overview by owner, and a page for each', async () => {
  const { code, out, err } = await report(BOTH);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/<title>Credentialing programs<\/title>/);
  expect(out.match(/<article class="program"/g)).toHaveLength(2);
  for (const part of ['Between the kinds', 'Readiness', 'Alignment', 'Examination specifications', 'Roadmap', 'Further reading'])
    expect(out).toContain(part);
  // Every link within the page has a target.
  const ids = new Set([...out.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const links = [...out.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(id => !ids.has(id))).toEqual([]);
  expect([...out.matchAll(/ id="([^"]+)"/g)]).toHaveLength(ids.size);
});

test('"-" is standard output, and no file of that name is made', async () => {
  const printed = await report(BOTH);
  expect(await report(BOTH, '-o', '-')).toEqual(printed);
  const folder = folderOf({ 'a.cred': 'person P "P"\n' });
  expect(await cred(folder, ['check', '--format', 'json=-'])).toEqual(await cred(folder, ['check', '--format', 'json']));
  expect(existsSync(path.join(folder, '-'))).toBe(false);
  expect((await report(BOTH, '--format', 'docx', '-o', '-')).err).toBe('A Word document cannot be printed. Name a file for it with -o.\n');
});

test('how firmly it points there is told wherever the path is, never in percent', async () => {
  const two = 'program A "A" { goal: acquire-competence\nmodule m "Day"\naward { type: attendance } }\nprogram B "B" { }';
  const { out } = await report({ 'a.cred': two });
  // In the overview, and at the program.
  expect(out.match(/Neither: nothing in it must be passed</g)).toHaveLength(2);
  expect(out.match(/Nothing in it must be passed\./g)).toHaveLength(1);
  expect(out).not.toMatch(/% sure|Confidence/);
  expect(out).toMatch(/Undecided so far</);
  const markdown = (await report({ 'a.cred': two }, '--format', 'markdown')).out;
  expect(markdown).toMatch(/\| Neither: nothing in it must be passed \|/);
  expect(markdown).toMatch(/is neither a certificate program nor a certification\. .* Nothing in it must be passed\./);
  expect(markdown).toMatch(/\| Undecided so far \|/);
});

test('one program: it stands for itself and fetches nothing', async () => {
  const { out } = await report({ 'certification.cred': BOTH['certification.cred']! });
  expect(out).toMatch(/<title>Certified Exhibition Lighting Practitioner<\/title>/);
  expect(out).toContain("default-src 'none'; style-src &#39;sha256-");
  expect(out).not.toMatch(/<(script|link|img|iframe|object|embed)\b| src=|url\((?!#)|@import/);
});

test('nothing of a file becomes markup', async () => {
  const { code, out } = await report({ 'x.cred': HOSTILE });
  expect(code).toBe(0);
  expect(out).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(out.toLowerCase()).not.toMatch(/<script|<img|href="javascript:/);
  expect(out.match(/<\/style>/g)).toHaveLength(1);
  // Every element is closed: no text has ended one early.
  const body = out.slice(out.indexOf('<body>'), out.indexOf('</body>') + '</body>'.length);
  expect(XMLValidator.validate(body, { allowBooleanAttributes: true })).toBe(true);
});

test('Markdown says the same, and nothing of a file becomes markup there either', async () => {
  const { out } = await report(BOTH, '--format', 'markdown');
  expect(out).toMatch(/^# Credentialing programs\n/);
  expect(out).toContain('## Certified Exhibition Lighting Practitioner');
  expect(out).toMatch(/\| Domain \| Weight \| Scored items \|/);
  const hostile = (await report({ 'x.cred': HOSTILE }, '--format', 'markdown')).out;
  expect(hostile).toContain('&lt;script&gt;');
  expect(hostile).not.toMatch(/<script|<img|[^\\]\]\(javascript|[^\\]`b`/);
});

test('what a standard is not known to ask for is said to be practice, met or missing, on each page', async () => {
  const sought = `organization O "Owner" { legal-form: ? }
certificate C "Course" { owner: O; module m "M" { delivery: blended }; accreditation { standard: ICE-1100-2019; status: seeking } }`;
  const features = (await report({ 'x.cred': sought })).out
    .match(/<ul class="checks" role="list">.*?<\/ul>/gs)!
    .flatMap(list => list.split('<li>'));
  const isPractice = (title: string): boolean[] =>
    features.filter(one => one.includes(title)).map(one => one.includes('Practice of the field.'));
  for (const title of ['How it is taught', 'Who teaches it', 'What the organization is in law'])
    expect(isPractice(title), title).toContain(true);
  expect(isPractice('Instruction as part of the program')).toEqual([false]);
  const { out } = await report({ 'x.cred': sought }, '--format', 'markdown');
  expect(out).toMatch(
    /\| Organization and administration \| [^|]+ \| What the organization is in law \(still to be stated; practice of the field\)/,
  );
  expect(out).toMatch(/\| 1 Scope \| [^|]+ \| Intended learning outcomes; An assessment of these outcomes;/);
});

/** A certificate program with more modules than a sheet of paper has room for beside each other. */
const WIDE = `certificate WIDE "ברית מילה, and more" {
  goal: acquire-competence
  ${Array.from({ length: 30 }, (_, i) => `outcome LO${i} "Outcome number ${i}"`).join('\n  ')}
  ${Array.from({ length: 40 }, (_, i) => `module module-${i} "Module ${i}" { teaches: LO${i % 25} }`).join('\n  ')}
  assessment test "Test" { measures: ${Array.from({ length: 30 }, (_, i) => `LO${i}`).join(', ')}; passing-score: 70% }
  needs-analysis { conducted: 2020-11; next-due: 2024-11 }
  milestone "Site visit" { stage: deliver; due: 2025-02 }
}
`;

test('Markdown of one program: it is the title, and what repeats is one step with its lines', async () => {
  const { out } = await report({ 'x.cred': WIDE }, '--format', 'markdown');
  expect(out).toMatch(/^# ברית מילה, and more\n\nCertificate program, operating\. 6 warnings, /);
  expect(out).toMatch(/\n## Next steps\n/);
  expect(out).toMatch(
    /\n\d\. Warning: No module [^\n]*Outcome number 25[^\n]* \(line 28\)\n {3}- No module [^\n]*Outcome number 26[^\n]* \(line 29\)\n/,
  );
  expect(out).toMatch(
    /\d+ of \d+ clauses met\. \[Institute for Credentialing Excellence\]\(<https:\/\/www\.credentialingexcellence\.org>\)/,
  );
});

test('a program at a glance: what fits, how ready, what is found, what is due', async () => {
  const { out } = await report({ 'x.cred': WIDE });
  const glance = /<dl class="glance">[^]*?<\/dl>/.exec(out)![0];
  expect(glance).toContain('aria-label="Of 7 dimensions, 3 point to a certificate program; 4 are not stated"');
  expect(glance).toMatch(/ICE-1100-2019, not claimed[^]*\d+ of \d+ clauses met/);
  expect(glance).toContain(' 6 warnings<');
  expect(glance).not.toContain('to be stated');
  expect((await report({ 'x.cred': WIDE.replace('goal: acquire-competence', 'goal: ?') })).out).toContain('1 place still to be stated');
  expect(glance).toMatch(/<dt>Overdue<\/dt>[^]*2024-11<[^]*Next needs analysis[^]*, and 1 more/);
});

test('what one rule finds again and again is one step, the others folded beneath', async () => {
  const { out } = await report({ 'x.cred': WIDE });
  const steps = /<ol class="steps"[^]*?<\/ol>/.exec(out)![0];
  expect(steps.match(/<code>alignment\/outcome-not-taught/g)).toHaveLength(1);
  expect(steps).toContain('<summary>4 more like this</summary>');
  for (const i of [25, 26, 27, 28, 29]) expect(steps).toContain(`Outcome number ${i}&quot;`);
});

test('lines that follow one another are told as one, and words keep their own direction', async () => {
  const { out } = await report({ 'x.cred': WIDE });
  expect(out).toContain('lines\u00a03\u201332');
  expect(out).toContain('<bdi>ברית מילה, and more</bdi>');
});

test('into a file, by its ending; what cannot be written is said', async () => {
  const folder = folderOf(BOTH);
  expect(await cred(folder, ['report', '-o', 'r.html'])).toMatchObject({ code: 0, out: '', err: '"r.html" is written.\n' });
  expect(readFileSync(path.join(folder, 'r.html'), 'utf8')).toMatch(/^<!DOCTYPE html>/);
  expect(statSync(path.join(folder, 'r.html')).size).toBeLessThan(400_000);
  await cred(folder, ['report', '-o', 'r.md']);
  expect(readFileSync(path.join(folder, 'r.md'), 'utf8')).toMatch(/^# /);
  expect(await cred(folder, ['report', '-o', 'certificate.cred'])).toMatchObject({
    code: 2,
    err: '"certificate.cred" is a program. Name another file for what is written.\n',
  });
  expect(readFileSync(path.join(folder, 'certificate.cred'), 'utf8')).toBe(BOTH['certificate.cred']);
  expect((await cred(folder, ['report', '-o', 'no/r.html'])).err).toBe('"no/r.html" cannot be written: its folder is not there.\n');
  expect(await cred(folder, ['report', 'organization.cred', '-o', 'o.html'])).toMatchObject({
    code: 2,
    err: 'There are no programs in these files, so no report is written.\n',
  });
  expect(readdirSync(folder)).not.toContain('o.html');
});

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

test.skipIf(!existsSync(CHROMIUM) && !process.env.CI)(
  'no width cuts it off, in light and dark its words can be read, and it runs nothing',
  async () => {
    const folder = folderOf({ ...BOTH, 'x.cred': HOSTILE });
    await cred(folder, ['report', '-o', 'r.html']);
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    try {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ viewport: { width: 380, height: 800 }, colorScheme });
        const asked: string[] = [];
        page.on('request', request => asked.push(request.url()));
        page.on('dialog', dialog => asked.push(dialog.message()));
        await page.goto(`file://${folder}/r.html`);
        const widths = await page.evaluate('[document.documentElement.scrollWidth, innerWidth]');
        expect(widths).toEqual([380, 380]);
        expect(asked).toEqual([`file://${folder}/r.html`]);
        // Folded sections are checked, too.
        const contrasts = (await page.evaluate(CONTRASTS)) as { words: string; ratio: number }[];
        expect(contrasts.length).toBeGreaterThan(100);
        expect(contrasts.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
        await page.close();
      }
    } finally {
      await browser.close();
    }
  },
);

test.skipIf(!existsSync(CHROMIUM) && !process.env.CI)(
  'on paper a matrix that is too wide becomes a list of names, and nothing is cut off',
  async () => {
    const folder = folderOf({ 'x.cred': WIDE, 'narrow.cred': BOTH['certificate.cred']! });
    for (const name of ['x', 'narrow']) await cred(folder, ['report', `${name}.cred`, '-o', `${name}.html`]);
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    try {
      for (const width of [672, 695]) {
        // A4 and Letter within their margins
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        const seen = () =>
          page.evaluate('[".matrix", ".listed"].map(one => document.querySelector(one)?.checkVisibility() ?? false)') as Promise<boolean[]>;
        const widest = () =>
          page.evaluate(
            'Math.max(...[...document.querySelectorAll("body *")].filter(one => one.checkVisibility() && !one.closest(".spoken")).map(one => one.getBoundingClientRect().right))',
          );
        await page.goto(`file://${folder}/x.html`);
        expect(await seen()).toEqual([true, false]);
        await page.emulateMedia({ media: 'print' });
        expect(await seen()).toEqual([false, true]);
        expect(await widest()).toBeLessThanOrEqual(width + 1);
        await page.goto(`file://${folder}/narrow.html`);
        expect(await seen()).toEqual([true, false]);
        expect(await widest()).toBeLessThanOrEqual(width + 1);
        await page.close();
      }
    } finally {
      await browser.close();
    }
  },
);

/** Runs in the page: for each element with words of its own, their contrast with what is behind them (WCAG 2.2, 1.4.3). */
const CONTRASTS = `(() => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = color => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map(one => (one /= 255) <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4).reduce((sum, one, i) => sum + one * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = element => {
    for (let one = element; one; one = one.parentElement) {
      const color = rgba(getComputedStyle(one).backgroundColor);
      if (color[3] === 255) return color;
    }
    return rgba(matchMedia('(prefers-color-scheme: dark)').matches ? '#121212' : '#fff');
  };
  return [...document.body.querySelectorAll('*')].filter(one => one.checkVisibility() && !one.closest('svg') && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())).map(one => {
    const [a, b] = [light(rgba(getComputedStyle(one).color)), light(behind(one))];
    return { words: one.textContent.trim().slice(0, 40), ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) };
  });
})()`;

test('for a board: a page a program, without places and ids of rules', async () => {
  const { code, out } = await report(BOTH, '--for', 'board');
  expect(code).toBe(0);
  expect(out.match(/<article class="program"/g)).toHaveLength(2);
  for (const part of ['What it is', 'How ready it is', 'What comes next', 'What it takes']) expect(out.split(`>${part}<`)).toHaveLength(3);
  expect(out).not.toMatch(/<code>|\.cred|\bline\b[\s\u00a0]\d/);
  const markdown = (await report(BOTH, '--for', 'board', '--format', 'markdown')).out;
  expect(markdown.match(/^# /gm)).toHaveLength(2);
  expect(markdown).not.toMatch(/`|\.cred|\bline \d/);
  expect((await report({ 'a.cred': HOSTILE }, '--for', 'board')).out).not.toMatch(/<(script|img)|href="javascript:/);
});

test('an empty program has a page for a board too', async () => {
  const { out } = await report({ 'a.cred': 'program P "Not decided"' }, '--for', 'board', '--format', 'markdown');
  expect(out).toContain('- It cannot be told yet which kind the description fits.');
});

test('a picture of the program, and in words what it shows', async () => {
  const { out } = await report(BOTH);
  expect(out.match(/<svg class="map/g)!.length).toBeGreaterThanOrEqual(2);
  expect(out).toContain('The picture in words');
  const svg = /<svg class="map[\s\S]*?<\/svg>/.exec(out)![0];
  expect(XMLValidator.validate(svg)).toBe(true);
  expect((await report({ 'a.cred': HOSTILE })).out).not.toMatch(/<(script|img)/);
});
