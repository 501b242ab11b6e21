/**
 * The functions that declare the vocabulary: `kind(…)` for each kind of block, and one function for each type of property. Checking,
 * completion, hover, documentation and highlighting read the tables that they return, and the types of the model are inferred from
 * the same tables.
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

/** The types of value that a property can have. */
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

/** A property of a kind. `T` is the type of one value in the model; `Many` is true if the property takes a list. */
export interface Property<T = unknown, Many extends boolean = boolean> {
  readonly type: ValueType;
  /** The question that a value answers, as an author is asked it: "How was the passing score found?". */
  readonly prompt: string;
  /** The property's meaning, in one or two plain sentences of our own. */
  readonly says: string;
  readonly many: Many;
  /** For type `word`: each allowed word with its meaning. */
  readonly words?: Readonly<Record<string, string>>;
  /** For type `reference`: the kinds that it may refer to. */
  readonly to?: readonly string[];
  /** For type `reference`: whether a text may stand in place of a name. */
  readonly orText?: boolean;
  /** The clauses that ask for it, such as "NCCA 2021 Standard 14, Job Analysis". */
  readonly asked?: readonly string[];
  /** How certificate and certification programs differ in it. */
  readonly differs?: Differs;
  /** For type `text`: `rules` if the text names rules by their ids. */
  readonly names?: 'rules';
  /** The corresponding term of the Credential Transparency Description Language. */
  readonly ctdl?: string;
  /** This field is never set; it carries the type `T` for the model. */
  readonly __value?: T;
}

/** How a property or kind differs between the two kinds of program. */
export interface Differs {
  readonly certificate?: string;
  readonly certification?: string;
}

/** The optional fields of a property's declaration. */
interface PropertyExtras {
  readonly names?: 'rules';
  readonly asked?: readonly string[];
  readonly differs?: Differs;
  readonly ctdl?: string;
}

type TypeExtras = Pick<Property, 'words' | 'to' | 'orText'>;

/** Makes a property's table row. Every row has the same keys, so V8 gives all rows one hidden class; the rows are read for every value. */
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

/** A type that requires every key of a row, so that the compiler reports a new key that `row` leaves out. */
type EveryKey<T> = Record<Exclude<keyof T, '__value'>, unknown>;

const property =
  <T>(type: ValueType) =>
  (prompt: string, says: string, more: PropertyExtras = {}): Property<T, false> =>
    row(type, prompt, says, more);

export const text = property<string>('text');
export const url = property<Link>('url');
/** A document: a path relative to the file, or an https address. */
export const document = property<string>('document');
export const date = property<Day>('date');
/** A whole number of zero or more. */
export const count = property<number>('count');
/** A whole number or a range of whole numbers, for example for an adaptive examination. */
export const countRange = property<CountRange>('count-range');
export const number = property<number>('number');
/** A percentage or a range of percentages. */
export const share = property<Share>('share');
/** A range of numbers, such as `200 to 800`. */
export const range = property<Range>('range');
/** A quantity in units of time or in educational units. */
export const duration = property<Quantity>('duration');
/** A number with any unit except a currency. */
export const quantity = property<Quantity>('quantity');
/** A quantity or a range of quantities in one unit, such as `25 to 100 points`. */
export const quantityRange = property<QuantityRange>('quantity-range');
export const money = property<Money>('money');
/** A number with or without a unit. */
export const amount = property<Amount>('amount');
export const passingScore = property<PassingScore>('passing-score');
export const yesNo = property<boolean>('yes-no');
/** A path of the form `kind(.kind)*.property(.word)?`. */
export const featurePath = property<string>('feature-path');

/** A word of the vocabulary that the table does not list: a word of another property, or a kind. */
export const anyWord = property<string>('any-word');

/** One of the listed words, each with its own description. */
export function word<const W extends Record<string, string>>(
  prompt: string,
  says: string,
  words: W,
  more: PropertyExtras = {},
): Property<keyof W & string, false> {
  return row('word', prompt, says, more, { words: bare(words) });
}

/** The name of a block of one of the kinds; the model holds a {@link Reference}. */
export function ref(to: string | readonly string[], prompt: string, says: string, more: PropertyExtras = {}): Property<Reference, false> {
  return row('reference', prompt, says, more, { to: typeof to === 'string' ? [to] : to });
}

/** A reference, or a text for something that the project does not describe. */
export function refOrText(
  to: string | readonly string[],
  prompt: string,
  says: string,
  more: PropertyExtras = {},
): Property<Reference | string, false> {
  return row('reference', prompt, says, more, { to: typeof to === 'string' ? [to] : to, orText: true });
}

/** Makes a property take several values, separated by commas. */
export const many = <T>(one: Property<T, false>): Property<T, true> => ({ ...one, many: true });

export type Properties = Readonly<Record<string, Property>>;

/** The four kinds of program, as targets of references and as parents. */
export const PROGRAMS = ['certification', 'certificate', 'attendance', 'program'] as const;
export type ProgramKind = (typeof PROGRAMS)[number];

/** The parent of the blocks at a file's top level, in `standsIn`. */
export const TOP = 'file';

/** A kind of block as the vocabulary describes it. */
export interface KindTable<P extends Properties = Properties> {
  /** The kind as it is written, such as `job-analysis`. */
  readonly name: string;
  /** The kind in plain words with its article, such as "a job analysis". */
  readonly called: string;
  /** The kinds (or {@link TOP}) in which it may stand. */
  readonly standsIn: readonly string[];
  readonly says: string;
  readonly differs?: Differs;
  readonly asked?: readonly string[];
  /** Whether a parent may have only one: any parent, or only the listed kinds. */
  readonly once?: boolean | readonly string[];
  /** Whether a name is expected (`language/missing-name`). Any kind may have one. */
  readonly named?: boolean;
  /** Whether a title is expected (`language/missing-title`). */
  readonly titled?: boolean;
  readonly properties: P;
  /** The properties that a fix or a snippet adds as holes, in this order. */
  readonly insert: readonly string[];
  readonly ctdl?: string;
}

/** The declaration of a kind. `insert` names properties of the kind itself. */
type KindDeclaration<P extends Properties> = Omit<KindTable<P>, 'name' | 'insert'> & { readonly insert: readonly (keyof P & string)[] };

/** Declares a kind of block. `name` is its spelling in the language. */
export function kind<const P extends Properties>(name: string, table: KindDeclaration<P>): KindTable<P> {
  const { called, standsIn, says, differs, asked, once, named, titled, properties, insert, ctdl } = table;
  const whole = { name, called, standsIn, says, differs, asked, once, named, titled, properties: bare(properties), insert, ctdl };
  return whole satisfies EveryKey<KindTable>;
}

/** Removes the prototype of a table that is indexed by words of the text, so that "constructor" is not found in it. */
function bare<T extends object>(table: T): T {
  return Object.assign(Object.create(null), table) as T;
}
