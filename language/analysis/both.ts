/** What an owner of a certification and of instruction must have in place, so that neither sways the other. */
import type { NamedFacts } from '../model/facts.ts';
import type { Names } from '../model/scope.ts';
import { isProgramKind } from '../vocabulary/kinds.ts';
import type { Program } from '../vocabulary/program.ts';
import { type BlockView, viewOfFacts } from './judging/block-view.ts';
import type { Standing } from './standing/standing.ts';

type OverlapItem = NonNullable<Standing['both']>[number];

/** A program of the owner. */
interface OwnedProgram {
  readonly kind: string;
  readonly name: string;
  readonly label: string;
  readonly view: BlockView;
  /** What the public hears: its title and those of its awards, without the words that only say what they are. */
  readonly marks: readonly string[];
  /** The programs that it or a module of it prepares for. */
  readonly preparesFor: readonly string[];
}

/** `undefined` where the program's owner has not both, or the program is neither side of it. */
export function bothOf(program: Program, owner: NamedFacts | undefined, names: Names, today: string): readonly OverlapItem[] | undefined {
  if (!owner || program.name === undefined) return undefined;
  const sides = names
    .owned(owner.name)
    .filter(({ kind }) => isProgramKind(kind))
    .map(sideOf);
  const certifications = sides.filter(({ kind }) => kind === 'certification');
  const certified = namesOf(certifications);
  const instruction = sides.filter(
    ({ kind, preparesFor }) => kind === 'certificate' || (kind !== 'certification' && preparesFor.some(one => certified.has(one))),
  );
  const taught = namesOf(instruction);
  if (certified.size === 0 || taught.size === 0 || !(certified.has(program.name) || taught.has(program.name))) return undefined;

  const owned = viewOfFacts(owner);
  const walls = [owned, ...sides.map(({ view }) => view)]
    .flatMap(view => view.inner.filter(({ kind }) => kind === 'separation'))
    .filter(wall => keepsApart(wall, certified));
  return [
    governance(owned, certified, taught),
    ...WALLS.map(([key, what]): OverlapItem => wallItem(walls, key, what)),
    marks(certifications, instruction),
    accreditation(certifications, 'certification', today),
    ...(instruction.some(({ kind }) => kind === 'certificate')
      ? [
          accreditation(
            instruction.filter(({ kind }) => kind === 'certificate'),
            'certificate program',
            today,
          ),
        ]
      : []),
  ];
}

/** An owner may have very many programs, and each is asked about. */
const known = new WeakMap<NamedFacts, OwnedProgram>();

function sideOf(one: NamedFacts): OwnedProgram {
  let side = known.get(one);
  if (side) return side;
  const view = viewOfFacts(one);
  const label = one.title || one.name;
  const titles = [label, ...one.parts.flatMap(({ kind, title }) => (kind === 'award' && title ? [title] : []))];
  const preparesFor = [view, ...view.inner.filter(({ kind }) => kind === 'module')].flatMap(part => said(part, 'prepares-for'));
  side = { kind: one.kind, name: one.name, label, view, marks: titles.map(plain), preparesFor };
  known.set(one, side);
  return side;
}

const said = (view: BlockView, key: string): readonly string[] => view.words(key).flatMap(({ text }) => text ?? []);

const namesOf = (sides: readonly OwnedProgram[]): ReadonlySet<string> => new Set(sides.map(({ name }) => name));
/** `CWT`, or `CWT.course` for a part of it. */
const mentions = (view: BlockView, key: string, sides: ReadonlySet<string>): boolean =>
  said(view, key).some(text => sides.has(text.split('.')[0]!));

/** Its names are not stated yet, or are of a certification and of something else: of another program, or of a module by its own name. */
function keepsApart(wall: BlockView, certifications: ReadonlySet<string>): boolean {
  const between = wall.words('between').map(({ text }) => text?.split('.')[0]);
  if (between.length === 0 || between.includes(undefined)) return true;
  return between.some(name => certifications.has(name!)) && between.some(name => !certifications.has(name!));
}

function governance(owner: BlockView, certifications: ReadonlySet<string>, instruction: ReadonlySet<string>): OverlapItem {
  const what = 'A governing body for the certification alone, free in its decisions';
  const bodies = owner.inner.filter(({ kind }) => kind === 'body');
  const governing = bodies.filter(
    body => mentions(body, 'governs', certifications) || body.words('governs').some(({ text }) => text === undefined),
  );
  const own = governing.find(
    body => !mentions(body, 'governs', instruction) && said(body, 'autonomous').includes('yes') && said(body, 'governs').length > 0,
  );
  const at = own ?? governing[0];
  return { what, status: own ? 'done' : at ? 'in work' : 'missing', ...(at && { at: at.at() }) };
}

const WALLS = [
  ['staff', 'Different people for teaching and for certifying'],
  ['decisions', 'Decisions on certification by people who took no part in teaching'],
  ['content', 'Items of the examination out of reach of those who teach'],
  ['finances', 'Budgets kept apart'],
  ['promotion', 'Own training never presented as the only, the easier or the cheaper way'],
] as const;

function wallItem(walls: readonly BlockView[], key: string, what: string): OverlapItem {
  const words = walls.flatMap(wall => wall.words(key));
  const shown = words.find(({ text }) => text === 'yes');
  const open = words.find(({ text }) => text === undefined);
  const status = shown && !words.some(({ text }) => text === 'no') ? 'done' : open ? 'in work' : 'missing';
  const at = (status === 'done' ? shown : (open ?? words[0]))?.at() ?? walls[0]?.at();
  return { what, status, ...(at && { at }) };
}

function marks(certifications: readonly OwnedProgram[], instruction: readonly OwnedProgram[]): OverlapItem {
  const taken = new Set(certifications.flatMap(one => one.marks));
  const alike = instruction.find(one => one.marks.some(mark => mark !== '' && taken.has(mark)));
  const what = 'Names and marks that the public can tell apart';
  return { what, status: alike ? 'missing' : 'done', at: (alike ?? instruction[0]!).view.at() };
}

/** What is left of a name without the words that only say what it is. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\b(?:certif\p{L}*|designation|program\p{L}*|in|of|the|an?)\b/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** As far along as the one that is least so. */
function accreditation(sides: readonly OwnedProgram[], called: string, today: string): OverlapItem {
  const states = sides.map(({ view }) => {
    const all = view.inner.filter(({ kind }) => kind === 'accreditation');
    const granted = all.find(one => said(one, 'status').includes('accredited') && !said(one, 'expires').some(day => isOver(day, today)));
    const underway = granted ?? all.find(one => !said(one, 'status').includes('lapsed'));
    return { status: granted ? 2 : underway ? 1 : 0, at: (underway ?? view).at() };
  });
  const least = states.reduce((a, b) => (b.status < a.status ? b : a));
  const some = states.some(({ status }) => status > 0);
  const names = sides.slice(0, MOST).map(({ label }) => `"${label}"`);
  const more = sides.length > MOST ? ` and ${sides.length - MOST} more` : '';
  return {
    what: `An accreditation of its own for ${sides.length === 1 ? 'the' : 'each'} ${called}: ${names.join(', ')}${more}`,
    status: least.status === 2 ? 'done' : some ? 'in work' : 'missing',
    at: least.at,
  };
}

/** A year or a month is over when all of its days are. */
const isOver = (day: string, today: string): boolean => day < today.slice(0, day.length);

const MOST = 4;
