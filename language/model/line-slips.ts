/** Finds slips in values that people type or paste. Each is one slip of the whole line, with its fix. */
import type { Token } from '../syntax/token.ts';
import type { PropertyNode, SlipEdit, SlipFix } from '../syntax/tree.ts';
import type { Property } from '../vocabulary/define.ts';
import { wordMeant } from '../vocabulary/meant.ts';
import { CURRENCIES, unitOf } from '../vocabulary/units.ts';
import type { AnyBlock } from './block.ts';
import { BULLET, quoteFix, takes } from './decode.ts';
import { dateMeant } from './natural-dates.ts';
import { valueMeant } from './natural-values.ts';
import { doesNotApply, isNotKnown, isPlaceholder } from './not-known.ts';
import type { Problem } from './problem.ts';
import { spanOf } from './span.ts';

const CURRENCY: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY' };
/** The number of smaller units in one larger unit. */
const SUMS: readonly (readonly [larger: string, smaller: string, times: number])[] = [
  ['year', 'month', 12],
  ['week', 'day', 7],
  ['day', 'hour', 24],
  ['hour', 'minute', 60],
];

/** Returns the slip of a property's line, if it has one. The values of such a line are not decoded. */
export const lineSlip = (
  node: PropertyNode,
  key: string,
  table: Property | undefined,
  block: AnyBlock,
  text: string,
): Problem | undefined =>
  notKnown(node, key, table, text, isNotKnown) ??
  inapplicable(node, key, table, text) ??
  meantLine(node, key, table, block, text) ??
  notKnown(node, key, table, text, isPlaceholder) ??
  strayRest(node, text);

/** Returns the slip of a line if it is clear what the line means. */
export function meantLine(
  node: PropertyNode,
  key: string,
  table: Property | undefined,
  block: AnyBlock,
  text: string,
): Problem | undefined {
  const first = node.values[0]?.first ?? node.rest[0];
  if (!first) return undefined;
  // This check comes first because it is cheap, and hardly any line is odd.
  if (first.flaw === 'unclosed-text' && node.rest.length > 0) return tornText(node, first, text);
  const odd = node.rest.length > 0 || node.values.some(value => value.type === 'bad' && !value.first.flaw) || numbersTouch(node);
  if (!odd) return undefined;
  const last = node.rest[node.rest.length - 1] ?? node.values[node.values.length - 1]?.last ?? first;
  const line = text.slice(first.start, last.end);
  const say = (message: string, fix?: SlipFix): Problem => ({ rule: 'syntax', span: spanOf(first, last), message, ...(fix && { fix }) });
  const glue = /[\p{L}\p{N}]/u.test(text[first.start - 1] ?? '') ? ' ' : '';
  const write = (value: string, safe: boolean): SlipFix => ({
    title: `Write ${value}`,
    safe,
    edits: [{ first, last, text: glue + value }],
  });

  if (node.values.length === 0) {
    const fix: SlipFix = { title: 'Join the lines', safe: !BULLET.test(line), edits: [{ onLineOf: node.key, first, last }] };
    if (first.begins) return say(`Write the value on the line of its key, "${key}".`, fix);
    return table && TEXTS.has(table.type)
      ? say('Put this text in quotation marks.', quoteLine(line, first, last))
      : say(`"${line}" is not a value of "${key}".`);
  }
  const below = node.rest[0];
  if (below?.begins && (unitOf(below.text) || CURRENCIES.has(below.text)))
    return say('Write the unit on the line of its number.', {
      title: 'Join the lines',
      safe: true,
      edits: [{ onLineOf: node.values[node.values.length - 1]!.last, first: below, last: below }],
    });
  const number = table && TEXTS.has(table.type) ? undefined : numberSlip(line, table, write);
  if (number) return say(number.message, number.fix);
  if (first.kind === '?') return say('Write "?" alone until the whole value is known.', write('?', !/[\p{L}\p{N}]/u.test(line)));
  const sum = sumMeant(line);
  if (sum) return say(`Write one quantity, such as "${sum}".`, write(sum, false));
  if (/^[*_]+$/.test(first.text) && node.rest.length > 0)
    return say(`"${first.text}" is not part of the value. Take it out.`, {
      title: `Remove "${first.text}"`,
      safe: true,
      edits: [{ first, last: first, text: '' }],
    });
  const quotes = quotesMeant(node, line, text, write);
  if (quotes) return say(quotes.message, quotes.fix);
  const meant = table && valueMeant(line, table, value => takes(value, key, table));
  if (table?.words && !table.many && line.split(OR).length > 1 && line.split(OR).every(one => wordMeant(one, table)))
    return say(`"${key}" takes one of these words. Keep the one that is meant.`);
  const commas = table?.many ? missingCommas(node, TEXTS.has(table.type), text) : undefined;
  const isListed = commas && (!meant || sameWords(meant.text, line));
  if (meant && !isListed) return say(`Write ${meant.text}: that is how Cred reads "${line}".`, write(meant.text, meant.sure));
  if (table?.type === 'reference' && node.rest.length > 0 && !/["{}\n\r?]/.test(line))
    return { rule: 'title-for-name', span: spanOf(first, last), key, table, block, words: line, ...(commas && { commas }) };
  if (commas) return say(`Put commas between the values of "${key}".`, { ...commas, safe: !table?.words || areWords(line, table) });
  if ((table && TEXTS.has(table.type)) || /^(https?:\/\/|www\.)/.test(line)) {
    const fix = quoteLine(line, first, last);
    // A comma may also part several texts.
    const sure = node.values.length === 1 && !(table?.many && line.includes(','));
    return say('Put this text in quotation marks.', fix && { ...fix, safe: fix.safe && sure });
  }
  return undefined;
}

/** Reports a text in quotation marks that goes on over several lines. */
function tornText(node: PropertyNode, first: Token, text: string): Problem {
  const last = node.rest[node.rest.length - 1]!;
  const words = text
    .slice(first.start + 1, last.end - 1)
    .replace(/[ \t]*(?:\r\n|[\n\r])[ \t]*/g, ' ')
    .trim();
  return {
    rule: 'syntax',
    isWhole: true,
    span: spanOf(first, last),
    message: 'This text goes on over several lines. Write it on one, or put three quotation marks before and after it.',
    fix: {
      title: 'Write it on one line',
      safe: !/["\\]/.test(words),
      edits: [{ first, last, text: `"${words.replace(/(?<!\\)"/g, '\\"')}"` }],
    },
  };
}

/** Returns the problem of words that say that a value is not known yet, or that only keep its place. */
function notKnown(
  node: PropertyNode,
  key: string,
  table: Property | undefined,
  text: string,
  says: (line: string) => boolean,
): Problem | undefined {
  const first = node.values[0]?.first ?? node.rest[0];
  if (!first || first.begins) return undefined;
  const last = node.rest[node.rest.length - 1] ?? node.values[node.values.length - 1]!.last;
  const line = text.slice(first.start, last.end);
  if (!says(line) || (table?.words && Object.hasOwn(table.words, line))) return undefined;
  return {
    rule: 'syntax',
    span: spanOf(first, last),
    message: `Write "?" for what is not known yet: Cred then asks for "${key}" when it is time.`,
    fix: { title: 'Write ?', safe: false, edits: [{ first, last, text: '?' }] },
  };
}

/** Returns the problem of words such as "N/A", where what does not apply is left out. They are kept as a comment. */
function inapplicable(node: PropertyNode, key: string, table: Property | undefined, text: string): Problem | undefined {
  const first = node.values[0]?.first ?? node.rest[0];
  if (!first || first.begins || !table || TEXTS.has(table.type)) return undefined;
  const last = node.rest[node.rest.length - 1] ?? node.values[node.values.length - 1]!.last;
  const line = text.slice(first.start, last.end);
  if (!doesNotApply(line) || wordMeant(line, table) || takes(line, key, table)) return undefined;
  const isAlone = node.first.firstOnLine && /^[ \t]*(?:[\n\r]|$)/.test(text.slice(last.end, last.end + 40));
  return {
    rule: 'syntax',
    span: spanOf(first, last),
    message: `Leave "${key}" out if it does not apply. Write "?" if it is not known yet.`,
    fix:
      isAlone && /\p{L}/u.test(line)
        ? { title: 'Keep it as a comment', safe: false, edits: [{ at: node.first, side: 'before', text: '// ' }] }
        : { title: 'Write ?', safe: false, edits: [{ first, last, text: '?' }] },
  };
}

/** Reads numbers, sums of money and dates in other notations: `1,240`, `0,88`, `20-25%`, `$450`, `03/15/2022`. */
function numberSlip(
  line: string,
  table: Property | undefined,
  write: (value: string, safe: boolean) => SlipFix,
): { message: string; fix: SlipFix } | undefined {
  const slip = (message: string, fix: SlipFix) => ({ message, fix });
  const continental = line.replace(
    /^(\D{0,4}?)(\d{1,3}(?:\.\d{3})+),(\d{1,2})(?!\d)/,
    (_, sign, whole, rest) => `${sign}${whole.replaceAll('.', '')}.${rest}`,
  );
  if (continental !== line) {
    const plain = moneyMeant(continental)?.text ?? continental;
    return slip(`Write ${plain}: the decimal sign is a point, and thousands have none.`, write(plain, false));
  }
  if (/^\d{1,3}([, '’\u00a0\u202f]\d{3})+(\.\d+)?(?!\d)/.test(line)) {
    const plain = line.replace(/(\d)[, '’\u00a0\u202f](?=\d{3})/g, '$1');
    // "200 800" may also be two numbers.
    const sure =
      /^[\d.]+(?:%|[ \t]*[\p{L}-]+)?$/u.test(plain) &&
      !/^\d{3} \d{3}/.test(line) &&
      !(table && RANGES.has(table.type) && /^\d+ |^\d{2,3},\d{3}(?![,\d])/.test(line));
    return slip(`Write ${plain}: digits stand without commas or blanks between them.`, write(plain, sure));
  }
  const two = table && twoNumbers(line, table.type);
  if (two) return slip(`Write ${two.what} as ${two.text}.`, write(two.text, two.sure));
  if (/^\d+,\d+(\s*%| \w+)?$/.test(line)) {
    const plain = line.replace(',', '.');
    // "80,120" may also be two numbers.
    const sure = !(table && (table.many || WHOLE.has(table.type)));
    return slip(`Write ${plain}: the decimal sign is a point.`, write(plain, sure));
  }
  if (/^\.\d+(\s*%)?$/.test(line)) return slip(`Write 0${line}: a number begins with a digit.`, write(`0${line}`, true));
  const money = moneyMeant(line);
  if (money) return slip(`Write the amount and then its currency, such as ${money.text}.`, write(money.text, money.sure));
  const date = dateMeant(line);
  if (date) return slip(`Write the date as ${date.text}: year, month, day.`, write(date.text, date.sure));
  return undefined;
}

/** Returns the problem of tokens after a value on its line. */
function strayRest(node: PropertyNode, text: string): Problem | undefined {
  const last = node.rest[node.rest.length - 1];
  if (!last) return undefined;
  const first = node.values[0]?.first ?? node.rest[0]!;
  const bad = node.values.findIndex(value => value.type === 'bad');
  const from = node.values[bad]?.first ?? node.rest[0]!;
  const comma = node.commas[(bad < 0 ? node.values.length : bad) - 1];
  const stray = text.slice(from.start, last.end);
  const between = /[\p{L}\p{N}]/u.test(text[last.end] ?? '') ? ' ' : '';
  const endsLine = /^[ \t]*(?:[\n\r]|$)/.test(text.slice(last.end, last.end + 40));
  const mark = /^(?:#+|--)(?=[ \t])/.exec(stray)?.[0];
  if (mark && endsLine)
    return {
      rule: 'syntax',
      span: spanOf(from, last),
      message: `"${mark}" begins no comment here. Write "//" before it.`,
      fix: { title: 'Make it a comment', safe: false, edits: [{ at: from, side: 'before', text: '// ' }] },
    };
  // A remark in brackets behind the value is kept.
  const isRemark = endsLine && bad < 0 && /^\(.*\)$/.test(stray);
  return {
    rule: 'syntax',
    span: spanOf(from, last),
    message: `"${stray}" does not belong to the value of "${node.key.text}". Take it out, or put ";" before it.`,
    fix: isRemark
      ? { title: `Keep "${stray}" as a comment`, safe: false, edits: [{ at: from, side: 'before', text: '// ' }] }
      : { title: `Remove "${stray}"`, safe: stray === '.', edits: [{ first: comma ?? from, last, text: from === first ? ' ?' : between }] },
  };
}

const TEXTS: ReadonlySet<string> = new Set(['text', 'url', 'document']);

/** Returns a fix that inserts commas between words or texts, as in `appeals complaints, discipline`. Words get none in a list of texts. */
function missingCommas(node: PropertyNode, texts: boolean, text: string): SlipFix | undefined {
  const last = node.values[node.values.length - 1]!;
  const row = [last.first, ...node.rest];
  const wanted = texts ? 'string' : 'word';
  const isOne = (token: Token | undefined): boolean =>
    token !== undefined && !AND.has(token.text) && (token.kind === 'head' ? 'word' : token.kind) === wanted;
  if (node.rest.length === 0 || !isOne(row[0]) || !row.every(token => isOne(token) || token.kind === ',' || AND.has(token.text)))
    return undefined;
  const [begin, end] = [row[0]!, row[row.length - 1]!];
  if (text.slice(begin.start, end.end).includes(';')) {
    const words = row.filter(isOne).map(token => token.text);
    return { title: 'Write commas', safe: true, edits: [{ first: begin, last: end, text: words.join(', ') }] };
  }
  const edits = row.flatMap((token, i): SlipEdit[] => {
    if (!isOne(token)) return [];
    const next = row[i + 1];
    if (next && AND.has(next.text) && isOne(row[i + 2]))
      // If the word begins a line, only the word is replaced, because a comment may stand between.
      return next.begins
        ? [
            { at: token, side: 'after', text: ',' },
            { first: next, last: next, text: '' },
          ]
        : [{ first: token, last: next, text: `${token.text},` }];
    return isOne(next) ? [{ at: token, side: 'after', text: ',' }] : [];
  });
  return edits.length > 0 ? { title: 'Add the comma', safe: true, edits } : undefined;
}

/** Returns whether a list consists of the same words as a line, so that only commas are missing. */
const sameWords = (list: string, line: string): boolean =>
  list.split(', ').join(' ') ===
  line
    .split(/[\s,]+/)
    .filter(word => !AND.has(word))
    .join(' ');

/** Returns whether each word of a line is one of the property's words, exactly as spelt. */
const areWords = (line: string, { words = {} }: Property): boolean =>
  line.split(/[\s,]+/).every(word => AND.has(word) || Object.hasOwn(words, word));

/** Reads a text that is closed twice, or that has quotation marks inside. */
function quotesMeant(
  node: PropertyNode,
  line: string,
  text: string,
  write: (value: string, safe: boolean) => SlipFix,
): { message: string; fix: SlipFix } | undefined {
  const [value, other] = node.values;
  if (other || value?.type !== 'text' || value.first.flaw || node.rest.length === 0) return undefined;
  const mark = node.rest[0]!;
  if (node.rest.length === 1 && mark.text === '"' && mark.start === value.last.end)
    return {
      message: 'This text is closed twice. Take the second quotation mark out.',
      fix: { title: 'Remove the second closing mark', safe: true, edits: [{ first: mark, last: mark, text: '' }] },
    };
  const doubled = /^""([^"\n\r]+)""$/.exec(line);
  if (doubled) return { message: 'This text has two pairs of quotation marks.', fix: write(`"${doubled[1]}"`, true) };
  if (!/^"[^\n\r]*"$/.test(text.slice(value.first.start, node.rest[node.rest.length - 1]!.end)) || /"\s*[,;]?\s*"/.test(line.slice(1, -1)))
    return undefined;
  const inner = line.slice(1, -1).replace(/(?<!\\)"/g, '\\"');
  return {
    message: 'Write a backslash before a quotation mark within a text: \\".',
    fix: { ...write(`"${inner}"`, false), title: 'Keep the marks within' },
  };
}

const OR = /[ \t]+(?:or|oder|ou|and\/or)[ \t]+|[ \t]*\/[ \t]*/;

const RANGES: ReadonlySet<Property['type']> = new Set<Property['type']>(['count-range', 'range', 'share', 'quantity-range']);

/** The types of values that may be two numbers with a comma between them, or that allow no fraction. */
const WHOLE: ReadonlySet<Property['type']> = new Set<Property['type']>([...RANGES, 'count']);

const AND: ReadonlySet<string> = new Set(['and', '&', '+']);

/** Returns a fix that turns the line into one text; its closing quotation mark may exist already. */
function quoteLine(line: string, first: Token, last: Token): SlipFix | undefined {
  if (line.includes('\n') || line.includes('\r')) return undefined;
  const ticked = /^`([^`"]+)`$/.exec(line);
  if (ticked) return { title: 'Put it in quotation marks', safe: true, edits: [{ first, last, text: `"${ticked[1]}"` }] };
  if (!line.includes('"')) return quoteFix(first, last);
  return line.indexOf('"') === line.length - 1
    ? { ...quoteFix(first, last), edits: [{ at: first, side: 'before', text: '"' }] }
    : undefined;
}

/** Reads two numbers with a sign between them, where the language has a word: `20-25%`, `200 – 800`, `88/125`, `25-100 points`. */
function twoNumbers(line: string, type: Property['type']): { what: string; text: string; sure: boolean } | undefined {
  const m =
    /^(-?\d+(?:\.\d+)?)[ \t]*(%?)[ \t]*(?:([-–—−]|\.\.+|…)|(\/|out[ \t]+of\b))[ \t]*(-?\d+(?:\.\d+)?)[ \t]*(%?)(?:[ \t]*(\p{L}[\p{L}-]*))?$/u.exec(
      line,
    );
  if (!m) return undefined;
  const [, low, percent, , outOf, high, percentToo, unit] = m;
  const percents = Boolean(percent || percentToo);
  if (type === 'passing-score' && outOf && !percents && !unit) return { what: 'the score', text: `${low} of ${high}`, sure: true };
  if (outOf) return undefined;
  if (type === 'quantity-range')
    return unit && !percents ? { what: 'the range', text: `${low} to ${high} ${unit}`, sure: true } : undefined;
  if (unit) return undefined;
  if (type === 'share') return { what: 'the range', text: `${low}% to ${high}%`, sure: percents };
  return (type === 'range' || type === 'count-range') && !percents
    ? { what: 'the range', text: `${low} to ${high}`, sure: true }
    : undefined;
}

/** Reads `$450`, `450 €` and `USD 450`. */
function moneyMeant(line: string): { text: string; sure: boolean } | undefined {
  const m = /^(?:([$€£¥]|[A-Z]{3})[ \t]?(\d[\d,]*(?:\.\d+)?)|(\d[\d,]*(?:\.\d+)?)[ \t]?([$€£¥]))$/.exec(line);
  if (!m) return undefined;
  const sign = (m[1] ?? m[4])!;
  const currency = CURRENCY[sign] ?? (CURRENCIES.has(sign) ? sign : undefined);
  return currency === undefined ? undefined : { text: `${amountIn((m[2] ?? m[3])!)} ${currency}`, sure: sign === '€' || sign === currency };
}

/** Removes separators from an amount, as in `1,450.00` and `450,00`: commas separate thousands, unless two digits follow the only one. */
const amountIn = (written: string): string => (/^\d+,\d{1,2}$/.test(written) ? written.replace(',', '.') : written.replaceAll(',', ''));

/** Returns whether two plain numbers have only a comma between them, as in `1,240`. */
function numbersTouch(node: PropertyNode): boolean {
  return node.values.some((value, i) => {
    const next = node.values[i + 1];
    return value.type === 'amount' && value.first === value.last && next?.type === 'amount' && next.first.start === value.last.end + 1;
  });
}

function sumMeant(line: string): string | undefined {
  const m = /^(\d+)\s*(\p{L}+?)s?,?\s+(?:and\s+)?(\d+)\s*(\p{L}+?)s?$/u.exec(line);
  const sum = m && SUMS.find(([larger, smaller]) => larger === m[2] && smaller === m[4]);
  return sum ? `${Number(m[1]) * sum[2] + Number(m[3])} ${sum[1]}s` : undefined;
}
