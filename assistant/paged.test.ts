/** Pages of answers: none is longer than its limit, and together they hold everything that is not marked as cut. */
import { expect, test } from 'vitest';
import { paged } from './paged.ts';

interface Page {
  readonly problems: readonly string[];
  readonly files: readonly {
    readonly path: string;
    readonly text: string;
    readonly part?: string;
    readonly cut?: true;
    readonly account: string[];
  }[];
  readonly pages: number;
  readonly next: readonly string[];
}

function allPages(whole: Partial<Parameters<typeof paged>[0]>, limit: number): Page[] {
  const one = (page: number): Page => {
    const made = paged({ head: {}, beside: {}, name: 'files', items: [], next: ['Go on.'], ...whole }, { limit, page });
    expect(JSON.stringify(made).length).toBeLessThanOrEqual(limit);
    return made as Page;
  };
  const first = one(1);
  return [first, ...Array.from({ length: first.pages - 1 }, (_, i) => one(i + 2))];
}

test('a long text is cut into parts, and no character is lost', () => {
  const text = `${'line "of" text\n'.repeat(900)}${'😀'.repeat(3000)}\u0001\ud800${'x'.repeat(5000)}`;
  const pages = allPages({ items: [{ path: 'a.cred', text, account: [] }] }, 2000);
  const parts = pages.flatMap(({ files }) => files);
  expect(parts.map(one => one.text).join('')).toBe(text);
  expect(parts.map(one => one.part)).toEqual(parts.map((_, i) => `${i + 1} of ${parts.length}`));
  expect(parts.some(one => one.cut)).toBe(false);
  expect(pages[0]!.next[0]).toBe('Call it again with "page": 2 for the rest.');
  expect(pages.at(-1)!.next).toEqual(['Go on.']);
});

test('a long list is cut into parts, and no entry is lost', () => {
  const account = Array.from({ length: 500 }, (_, i) => `value ${i}: kept as a comment`);
  const parts = allPages({ items: [{ path: 'a.cred', text: 'short', account }] }, 2000).flatMap(({ files }) => files);
  expect(parts.flatMap(one => one.account)).toEqual(account);
  expect(parts.every(one => one.path === 'a.cred' && one.text === 'short')).toBe(true);
});

test('the lists beside the items come first, and none of their sentences is lost', () => {
  const problems = Array.from({ length: 300 }, (_, i) => `record ${i}: it has no name`);
  const pages = allPages({ beside: { problems }, items: [{ path: 'a.cred' }] }, 2000);
  expect(pages.flatMap(one => one.problems)).toEqual(problems);
  expect(pages.findIndex(({ files }) => files.length > 0)).toBe(pages.length - 1);
});

test('what is longer than any page is cut, and the answer says how to get the whole', () => {
  const long = 'long '.repeat(20_000);
  const head = { name: long, list: Array(20).fill(long), deep: { a: { b: { c: long } } } };
  const items = [
    { path: long, text: long, account: [long, long] },
    { path: 'a', deep: { edits: [{ range: { start: { line: 1 } }, text: long }] }, other: [[long], [long]] },
  ];
  const whole = { head, beside: { problems: [long] }, items, next: [long, long] };
  for (const limit of [2000, 3000, 20_000]) {
    const pages = allPages(whole, limit);
    expect(pages[0]!.next.join(' ')).toContain('larger "limit"');
    expect(pages.flatMap(({ files }) => files).some(one => one.cut)).toBe(true);
  }
  expect(allPages(whole, 10_000_000)).toMatchObject([{ ...head, problems: [long], files: items, next: [long, long], pages: 1 }]);
});

test('a page that is not there is refused', () => {
  expect(() => paged({ head: {}, beside: {}, name: 'files', items: [], next: [] }, { limit: 2000, page: 2 })).toThrow('There is no page 2');
});
