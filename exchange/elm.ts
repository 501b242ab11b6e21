/**
 * Writes programs in the European Learning Model (ELM 3), as micro-credentials are described in Europe: what is learned, how much work it
 * is, how it is assessed and who awards it. The names are those of the JSON-LD context for European Digital Credentials.
 */
import { printableText } from '../language/model/printable.ts';
import { isAddress, recordOf } from './addresses.ts';
import { isoOf } from './ctdl/durations.ts';
import { entry, type Json, type JsonObject } from './json.ts';
import { type ExportRefusal, type LeftOut, refusedWithoutTitle } from './left.ts';
import { isPointer, type ModelBlock, type Quantity } from './model.ts';
import { labelled, type Titles, titlesOf } from './prose.ts';
import { ExportedBlock } from './taking.ts';
import { digits } from './values.ts';

/** The published context, and the two keywords that a credential has from another one. */
export const ELM_CONTEXT: Json = ['http://data.europa.eu/snb/model/context/edc-ap', { id: '@id', type: '@type' }];

/** The documents, one for each program, and what is left out. */
export interface ElmDocuments {
  readonly documents: readonly { readonly name: string; readonly json: JsonObject }[];
  readonly left: readonly LeftOut[];
}

/** Writes programs; `language` is that of their texts. `all` are the blocks to which they may refer. */
export function exportElm(programs: readonly ModelBlock[], all: readonly ModelBlock[], language = 'und'): ElmDocuments | ExportRefusal {
  const refusal = refusedWithoutTitle(programs, 'which the European Learning Model asks for');
  if (refusal) return refusal;
  const left: LeftOut[] = [];
  const titles = titlesOf(all);
  const documents = programs.map(one => {
    const json = new ElmDocument(new ExportedBlock(one, left), all, titles, language).json();
    return { name: one.name ?? 'program', json: { '@context': ELM_CONTEXT, ...json } };
  });
  return { documents, left };
}

/** A list of the European Union, and the items of it that Cred writes, each with its code there and its name in English. */
interface ConceptList {
  readonly scheme: string;
  readonly prefix: string;
  readonly items: Readonly<Record<string, readonly [code: string, name: string]>>;
}
const CREDITS: ConceptList = {
  scheme: 'http://data.europa.eu/snb/education-credit/25831c2',
  prefix: 'http://data.europa.eu/snb/education-credit/',
  items: { ECTS: ['6fcec5c5af', 'European Credit Transfer System'] },
};
const EQF: ConceptList = {
  scheme: 'http://data.europa.eu/snb/eqf/25831c2',
  prefix: 'http://data.europa.eu/snb/eqf/',
  items: Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map(level => [String(level), [String(level), `Level ${level}`]])),
};
const LANGUAGES: ConceptList = {
  scheme: 'http://publications.europa.eu/resource/authority/language',
  prefix: 'http://publications.europa.eu/resource/authority/language/',
  items: {
    bg: ['BUL', 'Bulgarian'],
    cs: ['CES', 'Czech'],
    da: ['DAN', 'Danish'],
    de: ['DEU', 'German'],
    el: ['ELL', 'Greek'],
    en: ['ENG', 'English'],
    es: ['SPA', 'Spanish'],
    et: ['EST', 'Estonian'],
    fi: ['FIN', 'Finnish'],
    fr: ['FRA', 'French'],
    ga: ['GLE', 'Irish'],
    hr: ['HRV', 'Croatian'],
    hu: ['HUN', 'Hungarian'],
    is: ['ISL', 'Icelandic'],
    it: ['ITA', 'Italian'],
    lt: ['LIT', 'Lithuanian'],
    lv: ['LAV', 'Latvian'],
    mt: ['MLT', 'Maltese'],
    nl: ['NLD', 'Dutch'],
    no: ['NOR', 'Norwegian'],
    pl: ['POL', 'Polish'],
    pt: ['POR', 'Portuguese'],
    ro: ['RON', 'Romanian'],
    sk: ['SLK', 'Slovak'],
    sl: ['SLV', 'Slovenian'],
    sv: ['SWE', 'Swedish'],
    tr: ['TUR', 'Turkish'],
    uk: ['UKR', 'Ukrainian'],
  },
};

function concept({ scheme, prefix, items }: ConceptList, key: string): JsonObject | undefined {
  const found = entry(items, key);
  if (!found) return undefined;
  const [code, name] = found;
  return { id: prefix + code, type: 'Concept', inScheme: { id: scheme, type: 'ConceptScheme' }, prefLabel: { en: [name] } };
}

/** What is said in words of a part, as the model has no property, or only a list of its own, for it. */
const IN_WORDS: Readonly<Record<string, readonly string[]>> = {
  eligibility: [
    ...['education', 'field', 'experience', 'training', 'completes', 'holds', 'license', 'minimum-age', 'references'],
    ...['membership', 'conditions', 'waives', 'until'],
  ],
  module: ['delivery', 'required'],
  assessment: ['use', 'format', 'delivery', 'items', 'duration', 'passing-score', 'proctored'],
  award: ['type', 'letters', 'requires', 'one-of', 'valid-for', 'lifetime', 'verification'],
  maintenance: ['cycle', 'continuing-education', 'completes', 'passes', 'reexamination', 'practice', 'ethics', 'conditions', 'grace'],
  accreditation: ['standard', 'by', 'granted', 'expires'],
};

/** Writes one program. */
class ElmDocument {
  /** How many objects of each class have been named; names are those of the document, not of the world. */
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly taking: ExportedBlock,
    private readonly all: readonly ModelBlock[],
    private readonly titles: Titles,
    private readonly language: string,
  ) {}

  json(): JsonObject {
    const { taking } = this;
    const awards = taking.of('award');
    const ctid = taking.text('ctid');
    const website = this.address('website');
    const level = awards.map(one => this.level(one)).find(Boolean);
    const json = this.object(level ? 'Qualification' : 'LearningAchievementSpecification', {
      id: recordOf(ctid) ?? (website && `${website}#achievement`),
      title: this.text(taking.title),
      description: this.text(taking.text('summary')),
      identifier: ctid === undefined ? [] : [this.object('Identifier', { notation: ctid, schemeName: 'CTID' })],
      homepage: this.page(website),
      language: this.languages(),
      eqfLevel: level,
      volumeOfLearning: this.hours(taking, 'duration'),
      creditPoint: awards.flatMap(one => this.credits(one)),
      entryRequirement: this.note(taking.of('eligibility').flatMap(one => this.titled(one, 'Asked for'))),
      learningOutcome: taking.of('outcome').flatMap(one => this.outcome(one)),
      influencedBy: taking.of('module').flatMap(one => this.activity(one)),
      provenBy: taking.of('assessment').flatMap(one => this.assessment(one)),
      awardingOpportunity: this.awarding(),
      additionalNote: [
        ...awards.flatMap(one => this.notes(this.titled(one, 'Award'))),
        ...taking.of('maintenance').flatMap(one => this.notes(this.titled(one, 'Renewal'))),
        // Only accreditations that are held are named.
        ...taking
          .of('accreditation')
          .flatMap(one => (one.text('status') === 'accredited' ? this.notes(this.titled(one, 'Accreditation')) : [])),
      ],
    });
    taking.skip('ctdl-type');
    taking.end();
    return json;
  }

  /** Makes an object without its empty members. */
  private object(type: string, parts: Readonly<Record<string, Json | undefined>>): JsonObject {
    const number = (this.numbers.get(type) ?? 0) + 1;
    this.numbers.set(type, number);
    const { id = `urn:epass:${type[0]!.toLowerCase()}${type.slice(1)}:${number}`, ...rest } = parts;
    const said = Object.entries(rest).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
    return { id, type, ...Object.fromEntries(said as [string, Json][]) };
  }

  private text(text: string | undefined): JsonObject | undefined {
    const clean = text === undefined ? '' : printableText(text).trim();
    return clean === '' ? undefined : { [this.language]: [clean] };
  }
  private note(words: readonly string[]): JsonObject | undefined {
    const noteLiteral = this.text(words.length === 0 ? undefined : `${words.join('; ')}.`);
    return noteLiteral && this.object('Note', { noteLiteral });
  }
  private notes(words: readonly string[]): Json[] {
    return [this.note(words) ?? []].flat();
  }
  /** Says in words what a part states. */
  private words(part: ExportedBlock): string[] {
    return labelled(part, IN_WORDS[part.block.kind]!, this.titles).map(([name, values]) => `${name}: ${values.join(', ')}`);
  }
  /** Says what a part states, with its title; without one it is called by its kind. */
  private titled(part: ExportedBlock, called: string): string[] {
    const words = this.words(part);
    const title = part.title ?? (words.length > 0 ? called : undefined);
    return title === undefined ? [] : [[title, ...(words.length > 0 ? [words.join('; ')] : [])].join(' – ')];
  }

  private address(key: string): string | undefined {
    const value = this.taking.text(key);
    if (value === undefined || isAddress(value)) return value;
    this.taking.leave(key, 'not exact', 'It is no web address.');
    return undefined;
  }
  private page(address: string | undefined): Json[] {
    return address === undefined ? [] : [this.object('WebResource', { contentURL: address })];
  }
  private languages(): Json[] {
    return this.taking.all('languages').flatMap(one => {
      const [code = ''] = String(one).toLowerCase().split('-');
      const found = concept(LANGUAGES, code);
      if (!found) this.taking.leave('languages', 'not exact', `"${String(one)}" is not among the languages that are known here.`);
      return found ?? [];
    });
  }
  private level(award: ExportedBlock): JsonObject | undefined {
    const level = award.text('framework-level');
    if (level === undefined) return undefined;
    const found = concept(EQF, /^EQF(?: level)? ?([1-8])$/i.exec(level.trim())?.[1] ?? '');
    if (!found)
      award.leave('framework-level', 'not exact', 'Only levels of the European Qualifications Framework are known here: "EQF 5".');
    return found;
  }
  /** Writes a time as the work that it asks for, which is counted in hours. */
  private hours(part: ExportedBlock, key: string): string | undefined {
    const time = part.one<Quantity>(key);
    const iso = time && ['hour', 'minute'].includes(time.unit ?? '') && time.to === undefined ? isoOf(time) : undefined;
    if (time && iso === undefined) part.leave(key, 'not exact', 'The work of learners is counted in hours.');
    return iso;
  }
  private credits(part: ExportedBlock): Json[] {
    const credits = part.one<Quantity>('credits');
    const framework = credits && concept(CREDITS, credits.unit ?? '');
    if (framework && credits.to === undefined) return [this.object('CreditPoint', { framework, point: digits(credits.amount) })];
    if (credits) part.leave('credits', 'not exact', 'Only credits in ECTS are known here.');
    return [];
  }

  private outcome(part: ExportedBlock): Json[] {
    return part.title === undefined ? [] : [this.object('LearningOutcome', { title: this.text(part.title) })];
  }
  private activity(part: ExportedBlock): Json[] {
    if (part.title === undefined) return [];
    return [
      this.object('LearningActivitySpecification', {
        title: this.text(part.title),
        description: this.text(part.text('summary')),
        workload: this.hours(part, 'hours'),
        additionalNote: this.notes(this.words(part)),
      }),
    ];
  }
  private assessment(part: ExportedBlock): Json[] {
    if (part.title === undefined) return [];
    return [this.object('LearningAssessmentSpecification', { title: this.text(part.title), additionalNote: this.notes(this.words(part)) })];
  }

  private awarding(): Json[] {
    const pointer = this.taking.one('owner');
    if (!isPointer(pointer)) return [];
    const found = this.all.find(one => one.kind === 'organization' && one.name === (pointer.target ?? pointer.ref));
    if (found?.title === undefined) {
      this.taking.leave('owner', 'not exact', 'The organization has no title.');
      return [];
    }
    const { website, ctid } = found.properties ?? {};
    const homepage = isAddress(website) ? website : undefined;
    const body = this.object('Organisation', {
      id: recordOf(ctid) ?? homepage,
      legalName: this.text(found.title),
      homepage: this.page(homepage),
    });
    return [this.object('AwardingOpportunity', { awardingBody: [body] })];
  }
}
