/**
 * How the vocabulary is written down: one `kind(…)` per kind of block, one property factory per type of value.
 * Everything that must know what can be said (checking, completion, hover, documentation, highlighting) reads the
 * tables made here; the types of the model are inferred from them.
 */
import type {
  Amount,
  CountRange,
  Day,
  Link,
  Money,
  PassingScore,
  Quantity,
  QuantityRange,
  Range,
  Reference,
  Share,
} from '../model/values.ts';

/** The types of value a property may hold, as `type` in its table row. */
export type ValueType =
  | 'text'
  | 'url'
  | 'document'
  | 'date'
  | 'count'
  | 'count-range'
  | 'number'
  | 'share'
  | 'range'
  | 'duration'
  | 'quantity'
  | 'quantity-range'
  | 'money'
  | 'amount'
  | 'passing-score'
  | 'word'
  | 'yes-no'
  | 'any-word'
  | 'reference'
  | 'feature-path';

/** One property of a kind. `T` is the type of one value in the model, `Many` whether a list may be given. */
export interface Property<T = unknown, Many extends boolean = boolean> {
  readonly type: ValueType;
  /** The question that a value answers, as an author is asked it: "How was the passing score found?". */
  readonly prompt: string;
  /** What it means, in one or two plain sentences of our own. */
  readonly says: string;
  readonly many: Many;
  /** For `word`: each allowed word with what it means. */
  readonly words?: Readonly<Record<string, string>>;
  /** For `reference`: the kinds that it may point to. */
  readonly to?: readonly string[];
  /** For `reference`: a text may stand instead of a name. */
  readonly orText?: boolean;
  /** Who asks for it: "NCCA 2021 Standard 14, Job Analysis". */
  readonly asked?: readonly string[];
  /** How the two kinds of program differ in it. */
  readonly differs?: Differs;
  /** For `text`: it names rules by their ids. */
  readonly names?: 'rules';
  /** Its counterpart in the Credential Transparency Description Language. */
  readonly ctdl?: string;
  /** Only in these program kinds it takes part in "missing features first" of completion. */
  readonly __value?: T;
}

export interface Differs {
  readonly certificate?: string;
  readonly certification?: string;
}

/** What may be said of a property beside its type. */
interface PropertyExtras {
  readonly names?: 'rules';
  readonly asked?: readonly string[];
  readonly differs?: Differs;
  readonly ctdl?: string;
}

type TypeExtras = Pick<Property, 'words' | 'to' | 'orText'>;

/** Whatever it has, of one shape with all others: the tables are read at every value. */
const row = <T>(
  type: ValueType,
  prompt: string,
  says: string,
  { asked, differs, names, ctdl }: PropertyExtras,
  { words, to, orText }: TypeExtras = {},
): Property<T, false> => {
  const whole = { type, prompt, says, many: false, words, to, orText, asked, differs, names, ctdl } as const;
  return whole satisfies EveryKey<Property>;
};

/** All that a table may have is written out, so that what is new in it is not forgotten where it is made. */
type EveryKey<T> = Record<Exclude<keyof T, '__value'>, unknown>;

const property =
  <T>(type: ValueType) =>
  (prompt: string, says: string, more: PropertyExtras = {}): Property<T, false> =>
    row(type, prompt, says, more);

export const text = property<string>('text');
export const url = property<Link>('url');
/** A path relative to the file, or an https address. */
export const document = property<string>('document');
export const date = property<Day>('date');
/** A whole number, zero or more. */
export const count = property<number>('count');
/** A whole number, or a range of whole numbers (an adaptive examination). */
export const countRange = property<CountRange>('count-range');
export const number = property<number>('number');
/** A percent, or a range of percents. */
export const share = property<Share>('share');
/** A range of numbers, `200 to 800`. */
export const range = property<Range>('range');
/** A quantity whose unit is a time or an educational unit. */
export const duration = property<Quantity>('duration');
/** A number and any unit but money. */
export const quantity = property<Quantity>('quantity');
/** A quantity, or a range of quantities of one unit (`25 to 100 points`). */
export const quantityRange = property<QuantityRange>('quantity-range');
export const money = property<Money>('money');
/** A plain number or a quantity. */
export const amount = property<Amount>('amount');
export const passingScore = property<PassingScore>('passing-score');
export const yesNo = property<boolean>('yes-no');
/** `kind(.kind)*.property(.word)?` */
export const featurePath = property<string>('feature-path');

/** A word of the vocabulary that the table does not list: another property's, or a kind's. */
export const anyWord = property<string>('any-word');

/** One of the words listed, each with its own description. */
export function word<const W extends Record<string, string>>(
  prompt: string,
  says: string,
  words: W,
  more: PropertyExtras = {},
): Property<keyof W & string, false> {
  return row('word', prompt, says, more, { words: bare(words) });
}

/** The name of a block of one of the kinds; in the model a {@link Reference}. */
export function ref(to: string | readonly string[], prompt: string, says: string, more: PropertyExtras = {}): Property<Reference, false> {
  return row('reference', prompt, says, more, { to: typeof to === 'string' ? [to] : to });
}

/** A reference, or a text that names something which the project does not describe. */
export function refOrText(
  to: string | readonly string[],
  prompt: string,
  says: string,
  more: PropertyExtras = {},
): Property<Reference | string, false> {
  return row('reference', prompt, says, more, { to: typeof to === 'string' ? [to] : to, orText: true });
}

/** Lets a property take several values, separated by commas. */
export const many = <T>(one: Property<T, false>): Property<T, true> => ({ ...one, many: true });

export type Properties = Readonly<Record<string, Property>>;

/** The four kinds of program, as a target of references and as a place to stand in. */
export const PROGRAMS = ['certification', 'certificate', 'attendance', 'program'] as const;
export type ProgramKind = (typeof PROGRAMS)[number];

/** A file's top level, as a place to stand in. */
export const TOP = 'file';

export interface KindTable<P extends Properties = Properties> {
  /** What is written, `job-analysis`. */
  readonly name: string;
  /** In plain words with its article, "a job analysis". */
  readonly called: string;
  /** The kinds (or {@link TOP}) that it may stand in. */
  readonly standsIn: readonly string[];
  readonly says: string;
  readonly differs?: Differs;
  readonly asked?: readonly string[];
  /** Given once per parent: everywhere, or only in the kinds listed. */
  readonly once?: boolean | readonly string[];
  /** A name is wanted on it (`language/missing-name`); any kind may have one. */
  readonly named?: boolean;
  /** A title is wanted on it (`language/missing-title`). */
  readonly titled?: boolean;
  readonly properties: P;
  /** What a fix or a snippet adds, as holes, in this order. */
  readonly insert: readonly string[];
  readonly ctdl?: string;
}

/** What is declared of a kind; `insert` names properties of its own. */
type KindDeclaration<P extends Properties> = Omit<KindTable<P>, 'name' | 'insert'> & { readonly insert: readonly (keyof P & string)[] };

/** Declares a kind of block. `name` is as written in the language. */
export function kind<const P extends Properties>(name: string, table: KindDeclaration<P>): KindTable<P> {
  const { called, standsIn, says, differs, asked, once, named, titled, properties, insert, ctdl } = table;
  const whole = { name, called, standsIn, says, differs, asked, once, named, titled, properties: bare(properties), insert, ctdl };
  return whole satisfies EveryKey<KindTable>;
}

/** A table that is asked for what people have written, in which "constructor" is nothing. */
function bare<T extends object>(table: T): T {
  return Object.assign(Object.create(null), table) as T;
}
