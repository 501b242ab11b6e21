/**
 * The safeguards of an owner of both a certification and instruction, item by item. Each item has the rule that decides it, if there is
 * one, and the place that shows or violates it. Accreditation is not among them, because it is the owner's choice.
 */
import type { BlockView } from './judging/block-view.ts';
import type { Standing } from './standing/standing.ts';

export type BothItem = NonNullable<Standing['both']>[number];

/** A program of the owner. */
export interface OwnedProgram {
  readonly kind: string;
  readonly name: string;
  readonly label: string;
  readonly view: BlockView;
  /** What the public hears: the titles of the program and its awards, without the words that only tell the kind. */
  readonly marks: readonly string[];
  /** The programs that it or one of its modules prepares for. */
  readonly preparesFor: readonly string[];
}

/** The owner, its separations, and its programs on either side with their names. */
export interface BothSides {
  readonly owned: BlockView;
  readonly walls: readonly BlockView[];
  readonly certifications: readonly OwnedProgram[];
  readonly instruction: readonly OwnedProgram[];
  readonly certified: ReadonlySet<string>;
  readonly taught: ReadonlySet<string>;
}

/** Returns the items in the order in which they are shown. */
export const bothItems = (sides: BothSides): readonly BothItem[] => [
  governance(sides),
  ...WALLS.map(([key, what, rule, wanted = 'yes']) => wallItem(sides.walls, { key, what, rule, wanted })),
  price(sides),
  wayIn(sides),
  noOverlap(sides, authorsOf, 'Nobody teaches and writes or reviews items of the examination', 'portfolio/shared-author'),
  noOverlap(sides, decidersOf, 'Nobody teaches and decides about the certification or who passes', 'portfolio/shared-decider'),
  { what: 'A waiting time before those who taught may write items or decide: two years are usual', status: 'not said' },
  sameTerms(sides),
  ownPolicies(sides),
  marks(sides),
  statement(sides),
  impartiality(sides),
  twoStudies(sides),
];

/** Returns the words that a property states, without those that are still open. */
export const said = (view: BlockView, key: string): readonly string[] => view.words(key).flatMap(({ text }) => text ?? []);
const isOpen = (view: BlockView, key: string): boolean => view.words(key).some(({ text }) => text === undefined);
/** Returns whether a property names one of the programs, as `CWT` or as a part, `CWT.course`. */
const mentions = (view: BlockView, key: string, sides: ReadonlySet<string>): boolean =>
  said(view, key).some(text => sides.has(text.split('.')[0]!));
const within = ({ view }: OwnedProgram, kind: string): readonly BlockView[] => view.inner.filter(one => one.kind === kind);

interface Line {
  readonly what: string;
  readonly rule?: string;
  /** The block that violates, leaves open or shows the item, in this order of precedence. */
  readonly broken?: BlockView | undefined;
  readonly shown?: BlockView | undefined;
  readonly open?: BlockView | undefined;
}

function line({ what, rule, broken, shown, open }: Line): BothItem {
  const status = broken ? 'missing' : shown ? 'done' : open ? 'in work' : 'missing';
  const at = (broken ?? shown ?? open)?.at();
  return { what, status, ...(rule !== undefined && { rule }), ...(at && { at }) };
}

function governance({ owned, certified, taught }: BothSides): BothItem {
  const governing = owned.inner.filter(one => one.kind === 'body' && (mentions(one, 'governs', certified) || isOpen(one, 'governs')));
  const shown = governing.find(
    body => !mentions(body, 'governs', taught) && said(body, 'autonomous').includes('yes') && said(body, 'governs').length > 0,
  );
  return line({
    what: 'A governing body for the certification alone, free in its decisions',
    rule: 'portfolio/autonomy',
    shown,
    open: governing[0],
  });
}

const INCOMPLETE = 'portfolio/separation-incomplete';
const WALLS: readonly (readonly [key: string, what: string, rule: string, wanted?: 'yes' | 'no'])[] = [
  ['staff', 'Different people for teaching and for certifying', INCOMPLETE],
  ['decisions', 'Decisions on certification by people who took no part in teaching', INCOMPLETE],
  ['content', 'Items of the examination out of reach of those who teach', INCOMPLETE],
  ['finances', 'A budget of its own for each, so that neither depends on selling the other', INCOMPLETE],
  ['promotion', 'Own training never presented as the only, the easier or the cheaper way', INCOMPLETE],
  ['purchase-required', 'Nothing of the owner that candidates must buy', 'portfolio/purchase-required', 'no'],
  ['pass-guarantee', 'No promise to pass', 'portfolio/pass-guarantee', 'no'],
];

function wallItem(
  walls: readonly BlockView[],
  { key, what, rule, wanted }: { readonly key: string; readonly what: string; readonly rule: string; readonly wanted: 'yes' | 'no' },
): BothItem {
  const words = walls.flatMap(wall => wall.words(key));
  const shown = words.find(({ text }) => text === wanted);
  const open = words.find(({ text }) => text === undefined);
  const broken = words.find(({ text }) => text !== undefined && text !== wanted);
  const status = shown && !broken ? 'done' : open ? 'in work' : 'missing';
  const at = (status === 'done' ? shown : (open ?? broken))?.at() ?? walls[0]?.at();
  return { what, status, rule, ...(at && { at }) };
}

/** Returns whether the program states its price, by a fee of its own or of an examination, or by charges. */
const priced = ({ view }: OwnedProgram): boolean =>
  said(view, 'fee').length > 0 ||
  view.inner.some(one => one.kind === 'charge' || (one.kind === 'assessment' && said(one, 'fee').length > 0));

/** Judges whether each side states a price. */
function price({ certifications, instruction }: BothSides): BothItem {
  const sides = [certifications, instruction];
  const shown = sides.every(side => side.some(priced)) ? certifications.find(priced)!.view : undefined;
  return line({ what: 'A price of its own for each', shown, open: sides.flat().find(priced)?.view });
}

/** Judges whether every certification has a route that does not require the owner's own instruction. */
function wayIn({ certifications, taught }: BothSides): BothItem {
  const routes = certifications.map(one => within(one, 'eligibility').filter(route => !said(route, 'applies').includes('advised')));
  const isOwn = (route: BlockView): boolean => mentions(route, 'completes', taught) || mentions(route, 'holds', taught);
  const tied = routes.find(
    all => all.length > 0 && (all.every(isOwn) || all.some(one => said(one, 'applies').includes('everyone') && isOwn(one))),
  );
  const all = routes.every(some => some.length > 0);
  return line({
    what: 'Another way in than the instruction of the owner',
    rule: 'portfolio/tied-eligibility',
    broken: tied?.find(isOwn),
    shown: all ? routes[0]?.find(route => !isOwn(route)) : undefined,
    open: routes.flat()[0],
  });
}

/** Returns names of people; for a panel or body, those of its members. */
type People = (sides: BothSides) => readonly string[];

const authorsOf: People = ({ certifications }) =>
  certifications.flatMap(one => {
    const panels = within(one, 'panel').filter(panel => said(panel, 'purpose').some(purpose => /^item-/.test(purpose)));
    return [...within(one, 'assessment').flatMap(exam => said(exam, 'written-by')), ...panels.flatMap(panel => said(panel, 'members'))];
  });
const decidersOf: People = ({ owned, certifications, certified }) => {
  const bodies = owned.inner.filter(one => one.kind === 'body' && mentions(one, 'governs', certified));
  const panels = certifications
    .flatMap(one => within(one, 'panel'))
    .filter(panel => said(panel, 'purpose').some(purpose => purpose === 'standard-setting' || purpose === 'scoring'));
  return [...bodies, ...panels].flatMap(group => said(group, 'members'));
};

function noOverlap(sides: BothSides, peopleOf: People, what: string, rule: string): BothItem {
  const people = new Set(peopleOf(sides));
  const modules = sides.instruction.flatMap(one => within(one, 'module'));
  const teaching = modules.filter(module => said(module, 'instructors').length > 0);
  const broken = teaching.find(module => said(module, 'instructors').some(name => people.has(name)));
  const known = people.size > 0 && teaching.length > 0;
  return line({ what, rule, broken, shown: known ? teaching[0] : undefined, open: teaching[0] });
}

/** Judges that no price of a certification is only for people who took the owner's course. */
function sameTerms({ certifications, taught }: BothSides): BothItem {
  const charges = certifications.flatMap(one => within(one, 'charge'));
  const broken = charges.find(charge => mentions(charge, 'completes', taught));
  return line({
    what: 'The same terms for those who learned elsewhere',
    rule: 'portfolio/unequal-terms',
    broken,
    shown: charges[0] ?? certifications.find(priced)?.view,
  });
}

/** Judges whether the certification has policies and appeals of its own. */
function ownPolicies({ owned, certifications, certified }: BothSides): BothItem {
  const covers = (policy: BlockView): boolean => policy.kind === 'policy' && said(policy, 'covers').includes('appeals');
  const own = certifications.flatMap(one => one.view.inner).find(covers);
  const ofOwner = owned.inner.filter(covers);
  const named = ofOwner.find(policy => said(policy, 'for').length > 0 && said(policy, 'for').every(name => certified.has(name)));
  return line({
    what: 'Policies and appeals of its own for the certification',
    rule: 'portfolio/appeals-same-people',
    shown: own ?? named,
    open: ofOwner[0],
  });
}

function marks({ certifications, instruction }: BothSides): BothItem {
  const taken = new Set(certifications.flatMap(one => one.marks));
  const alike = instruction.find(one => one.marks.some(mark => mark !== '' && taken.has(mark)));
  const unnamed = [...certifications, ...instruction].find(one => one.marks.length === 0);
  return line({
    what: 'Names and marks that the public can tell apart',
    rule: 'portfolio/same-name',
    broken: alike?.view,
    shown: unnamed ? undefined : instruction[0]!.view,
    open: unnamed?.view,
  });
}

const statement = ({ walls }: BothSides): BothItem =>
  line({
    what: 'A public statement of how the two are kept apart',
    shown: walls.find(wall => said(wall, 'document').length > 0),
    open: walls.find(wall => isOpen(wall, 'document')) ?? walls[0],
  });

/** Judges whether impartiality is reviewed at least once a year, as the title of an evaluation tells. */
function impartiality({ owned, certifications }: BothSides): BothItem {
  const looks = [owned, ...certifications.map(({ view }) => view)]
    .flatMap(({ inner }) => inner)
    .filter(one => one.kind === 'evaluation' && /impartial/i.test(one.title ?? ''));
  const yearly = looks.find(one => said(one, 'every').some(every => /^(?:1 year|(?:[1-9]|1[0-2]) month)$/.test(every)));
  return line({ what: 'A yearly look at impartiality, with people from outside', shown: yearly, open: looks[0] });
}

function twoStudies({ certifications, instruction }: BothSides): BothItem {
  const role = certifications.flatMap(one => within(one, 'job-analysis'));
  const needs = instruction.flatMap(one => within(one, 'needs-analysis'));
  const done = (studies: readonly BlockView[]): BlockView | undefined => studies.find(one => said(one, 'conducted').length > 0);
  return line({
    what: 'Two studies: of the role for the certification, of what is to be learned for the instruction',
    rule: done(role) ? 'certificate/quality' : 'certification/job-analysis',
    shown: done(role) && done(needs) ? done(role) : undefined,
    open: done(role) ?? done(needs) ?? role[0] ?? needs[0],
  });
}
