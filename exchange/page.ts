/** Writes a program as a page for the public, for the owner's own site: one HTML file, with the schema.org description inside it. */
import { printable } from '../language/model/printable.ts';
import { isAddress } from './addresses.ts';
import type { JsonObject } from './json.ts';
import { type ExportRefusal, type LeftOut, refusedWithoutTitle } from './left.ts';
import { isPointer, type ModelBlock } from './model.ts';
import { PAGE_STYLE } from './page-style.ts';
import { label, labelled, type Titles, titlesOf } from './prose.ts';
import { pageOf } from './schema-org.ts';
import { ExportedBlock } from './taking.ts';

/** The pages, one for each program, and what they do not show. */
export interface ProgramPages {
  readonly pages: readonly { readonly name: string; readonly html: string }[];
  readonly left: readonly LeftOut[];
}

/** Writes programs. `all` are the blocks to which they may refer; `language` is that of the author's texts. */
export function exportPages(programs: readonly ModelBlock[], all: readonly ModelBlock[], language?: string): ProgramPages | ExportRefusal {
  const refusal = refusedWithoutTitle(programs, 'and a page about it needs one');
  if (refusal) return refusal;
  const left: LeftOut[] = [];
  const titles = titlesOf(all);
  const pages = programs.map(one => {
    const data = pageOf(one, all, titles, []);
    return { name: one.name ?? 'program', html: new ProgramPage(one, all, titles, left).html(data, language) };
  });
  return { pages, left };
}

const KINDS: Readonly<Record<string, string>> = {
  certification: 'Certification',
  certificate: 'Certificate program',
  attendance: 'Certificate of participation',
  program: 'Program',
};

/** The properties of each part that are of interest to the public, in the order of the page. */
const PUBLIC: Readonly<Record<string, readonly string[]>> = {
  program: [
    'audience',
    'status',
    'duration',
    'languages',
    'occupations',
    'industries',
    'subjects',
    'academic-credit',
    'version',
    'effective',
    'until',
  ],
  eligibility: [
    ...['education', 'field', 'experience', 'training', 'completes', 'holds', 'license', 'minimum-age', 'references'],
    ...['membership', 'conditions', 'waives', 'until'],
  ],
  module: ['summary', 'teaches', 'hours', 'credits', 'delivery', 'required', 'fee', 'website'],
  assessment: [
    'format',
    'measures',
    'items',
    'duration',
    'delivery',
    'open-book',
    'passing-score',
    'attempts',
    'retake-wait',
    'score-report',
    'fee',
    'website',
  ],
  award: ['type', 'letters', 'requires', 'one-of', 'credits', 'framework-level', 'valid-for', 'lifetime', 'verification', 'wording'],
  maintenance: [
    'cycle',
    'continuing-education',
    'completes',
    'passes',
    'reexamination',
    'practice',
    'ethics',
    'conditions',
    'fee',
    'grace',
  ],
  requirement: ['amount', 'every'],
  charge: ['amount', 'who', 'completes', 'every'],
  accreditation: ['standard', 'procedure', 'granted', 'expires'],
};
/** The policies that the public may read. */
const POLICY = ['covers', 'document'];

class ProgramPage {
  private readonly taking: ExportedBlock;

  constructor(
    program: ModelBlock,
    private readonly all: readonly ModelBlock[],
    private readonly titles: Titles,
    left: LeftOut[],
  ) {
    this.taking = new ExportedBlock(program, left);
  }

  html(data: JsonObject, language: string | undefined): string {
    const { taking } = this;
    const title = taking.title!;
    const summary = taking.text('summary');
    const letters = taking.of('award').flatMap(one => one.text('letters') ?? []);
    const body = [
      this.head(title, letters, summary),
      this.section('At a glance', this.list(taking, PUBLIC.program!)),
      this.section('Who can take part', this.parts('eligibility')),
      this.section('What you will be able to do', this.titled('outcome')),
      this.section('What it covers', this.domains()),
      this.section('Instruction', this.parts('module')),
      this.section('Assessment', this.parts('assessment')),
      this.section('Fees', this.fees()),
      this.section('What you receive', this.parts('award')),
      this.section('How it is kept up', this.parts('maintenance')),
      this.section('Accreditation', this.accreditations()),
      this.section('For candidates', this.documents()),
    ].filter(Boolean);
    taking.skip('ctid', 'ctdl-type', 'keywords');
    taking.end();
    const lang = language === undefined || /^en\b/i.test(language) ? '' : ` lang="${escaped(language)}"`;
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
${summary === undefined ? '' : `<meta name="description" content="${escaped(summary)}">\n`}<style>
${PAGE_STYLE}</style>
<script type="application/ld+json">
${JSON.stringify(data, undefined, 2).replaceAll('<', '\\u003c')}
</script>
</head>
<body${lang}>
<main>
${body.join('\n')}
</main>
</body>
</html>
`;
  }

  private head(title: string, letters: readonly string[], summary: string | undefined): string {
    const { block } = this.taking;
    const owner = this.owner();
    const website = this.taking.text('website');
    const short = letters.length > 0 ? ` <span class="letters">${letters.map(escaped).join(', ')}</span>` : '';
    return [
      '<header>',
      `<p class="kind" lang="en">${KINDS[block.kind]!}</p>`,
      `<h1>${escaped(title)}${short}</h1>`,
      owner === undefined ? '' : `<p class="owner">${owner}</p>`,
      summary === undefined ? '' : paragraphs(summary),
      website !== undefined && isAddress(website) ? `<p><a href="${escaped(website)}">${escaped(website)}</a></p>` : '',
      '</header>',
    ]
      .filter(Boolean)
      .join('\n');
  }

  private owner(): string | undefined {
    const pointer = this.taking.one('owner');
    if (!isPointer(pointer)) return undefined;
    const found = this.all.find(one => one.kind === 'organization' && one.name === (pointer.target ?? pointer.ref));
    if (found?.title === undefined) return undefined;
    return linked(found.title, found.properties?.website);
  }

  private section(title: string, content: string): string {
    return content === '' ? '' : `<section>\n<h2 lang="en">${title}</h2>\n${content}\n</section>`;
  }

  /** Lists properties with their values. */
  private list(taking: ExportedBlock, keys: readonly string[]): string {
    const rows = labelled(taking, keys, this.titles).map(
      ([name, values]) => `<dt lang="en">${escaped(name)}</dt>\n${values.map(valueOf).join('\n')}`,
    );
    return rows.length === 0 ? '' : `<dl>\n${rows.join('\n')}\n</dl>`;
  }

  /** Shows each block of a kind with its title and properties. */
  private parts(kind: string): string {
    return this.taking
      .of(kind)
      .map(one => {
        const inner = [
          this.list(one, PUBLIC[kind]!),
          ...one.of('requirement').map(each => heading(each.title, 4) + this.list(each, PUBLIC.requirement!)),
        ];
        return heading(one.title, 3) + inner.filter(Boolean).join('\n');
      })
      .filter(Boolean)
      .join('\n');
  }

  private titled(kind: string): string {
    const items = this.taking.of(kind).flatMap(one => (one.title === undefined ? [] : [`<li>${escaped(one.title)}</li>`]));
    return items.length === 0 ? '' : `<ul>\n${items.join('\n')}\n</ul>`;
  }

  private domains(): string {
    const rows = this.taking.of('domain').flatMap(one => {
      const [weight = ''] = labelled(one, ['weight'], this.titles).flatMap(([, values]) => values);
      const tasks = one.of('task').flatMap(task => (task.title === undefined ? [] : [`<li>${escaped(task.title)}</li>`]));
      if (one.title === undefined) return [];
      const inside = tasks.length === 0 ? '' : `<ul>${tasks.join('')}</ul>`;
      return [{ weight, html: `<th scope="row">${escaped(one.title)}${inside}</th>` }];
    });
    if (rows.length === 0) return '';
    const weighted = rows.some(({ weight }) => weight !== '');
    const head = weighted ? '<thead><tr lang="en"><th scope="col">Domain</th><th scope="col">Weight</th></tr></thead>\n' : '';
    const lines = rows.map(({ weight, html }) => `<tr>${html}${weighted ? `<td>${escaped(weight)}</td>` : ''}</tr>`);
    return `<table>\n${head}<tbody>\n${lines.join('\n')}\n</tbody>\n</table>`;
  }

  private fees(): string {
    const fee = this.list(this.taking, ['fee']);
    const charges = this.taking
      .of('charge')
      .map(one => heading(one.title ?? label(one.text('for') ?? 'charge'), 3) + this.list(one, PUBLIC.charge!));
    return [fee, ...charges].filter(Boolean).join('\n');
  }

  /** Shows the accreditations that are held; those that are sought are nobody's business yet. */
  private accreditations(): string {
    const held = this.taking.of('accreditation').filter(one => one.text('status') === 'accredited');
    return held.map(one => heading(one.text('by'), 3) + this.list(one, PUBLIC.accreditation!)).join('\n');
  }

  /** Links the handbook, the register and the policies that are public and have an address. */
  private documents(): string {
    const links = [
      ...this.taking.of('handbook').flatMap(one => this.link('Handbook', one, 'document')),
      ...this.taking.of('register').flatMap(one => this.link('Register of holders', one, 'website')),
      ...this.taking.of('policy').flatMap(one => {
        const [topics = []] = labelled(one, POLICY.slice(0, 1), this.titles).map(([, values]) => values);
        return this.link(one.title ?? `Policy on ${topics.join(', ')}`, one, 'document');
      }),
    ];
    return links.length === 0 ? '' : `<ul>\n${links.join('\n')}\n</ul>`;
  }

  private link(title: string, taking: ExportedBlock, key: string): string[] {
    const address = taking.block.properties?.[key];
    if (taking.block.properties?.public === false || !isAddress(address)) return [];
    taking.skip(key, 'public');
    return [`<li>${linked(title, address)}</li>`];
  }
}

const heading = (title: string | undefined, level: number): string =>
  title === undefined ? '' : `<h${level}>${escaped(title)}</h${level}>\n`;
const linked = (text: string, address: unknown): string =>
  isAddress(address) ? `<a href="${escaped(address)}">${escaped(text)}</a>` : escaped(text);
const valueOf = (value: string): string => `<dd>${isAddress(value) ? linked(value, value) : withBreaks(value)}</dd>`;
const withBreaks = (text: string): string => text.split('\n').map(escaped).join('<br>\n');
const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map(one => `<p>${withBreaks(one)}</p>`)
    .join('\n');

/** Escapes a text for HTML, and shows characters that steer the display as what they are. */
export const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, sign => `&#${sign.codePointAt(0)};`);
