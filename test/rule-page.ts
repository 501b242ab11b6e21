/**
 * Reads a rule's page for its tests. A fence with `on=good-certification` contains only the lines that matter; the rest of the program
 * comes from `language/rules/good-certification.cred`.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from '../language/syntax/document.ts';
import type { BlockNode, MemberNode } from '../language/syntax/tree.ts';
import { DAY } from './expect.ts';

const RULES = path.resolve(import.meta.dirname, '../language/rules');

export interface Fence {
  /** The file that contains the program, `file=owner.cred`; without one the fence stands alone. */
  readonly file: string | undefined;
  readonly asOf: string;
  /** A path that does not exist, `without=evidence/jta.pdf`. */
  readonly without: readonly string[];
  /** A path that leads out of the project, `outside=../minutes.pdf`. */
  readonly outside: readonly string[];
  /** The program with its mark lines. */
  readonly source: string;
}

export const pageOf = (rule: string): string => readFileSync(path.join(RULES, `${rule}.md`), 'utf8');

/** Returns a section of a page by its heading, such as `Avoid`; empty if there is none. */
export const sectionOf = (page: string, name: string): string => page.split(/^## /m).find(part => part.startsWith(`${name}\n`)) ?? '';

/** Returns the programs of a section in the order of the page. */
export function fencesOf(section: string): Fence[] {
  return [...section.matchAll(/```cred([^\n]*)\n([\s\S]*?)```/g)].map(([, info, source]) => {
    const said = (key: string): string | undefined => new RegExp(` ${key}=(\\S+)`).exec(info!)?.[1];
    const listed = (key: string): string[] => [said(key)].filter(value => value !== undefined);
    const good = said('on');
    return {
      file: said('file'),
      asOf: said('as-of') ?? DAY,
      without: listed('without'),
      outside: listed('outside'),
      source: good === undefined ? source! : extended(goodProgram(good), source!),
    };
  });
}

/** Returns the text of a good program by its name, such as `good-certification`. */
export const goodProgram = (name: string): string => readFileSync(path.join(RULES, `${name}.cred`), 'utf8');

/**
 * A good program extended by a text. A property of the text takes the place of the good one with its key; a block takes in
 * what the good one of its kind and name has more. An unnamed block is known by its title. Every line of the text
 * stays as it is, so marks below it keep their columns.
 */
export function extended(good: string, text: string): string {
  const insertions: { readonly at: number; readonly text: string }[] = [];
  complete(parse(text).root, parse(good).root);
  insertions.sort((a, b) => b.at - a.at);
  return insertions.reduce((all, { at, text: added }) => all.slice(0, at) + added + all.slice(at), text);

  function complete(block: BlockNode, model: BlockNode): void {
    const missing: string[] = [];
    for (const member of model.members) {
      const own = block.members.find(one => isSame(one, member));
      if (own === undefined) missing.push(good.slice(member.first!.start, member.last!.end));
      else if (own.type === 'block' && member.type === 'block') complete(own, member);
    }
    if (missing.length > 0) insertions.push(addition(block, missing));
  }

  function addition({ kind, last, open, close }: BlockNode, members: readonly string[]) {
    if (!kind) return { at: text.length, text: `\n${members.join('\n\n')}\n` };
    if (!open || !close) return { at: last!.end, text: ` {\n${members.join('\n')}\n}` };
    const inside = text.slice(open.end, close.start);
    if (!inside.includes('\n')) {
      const said = inside.trimEnd();
      return { at: open.end + said.length, text: `${said && ';'} ${members.join('; ')}` };
    }
    const line = text.lastIndexOf('\n', close.start) + 1;
    const indent = text.slice(line, close.start);
    return { at: line, text: members.map(member => `${indent}  ${member}\n`).join('') };
  }
}

function isSame(one: MemberNode, other: MemberNode): boolean {
  if (one.type === 'property' && other.type === 'property') return one.key.text === other.key.text;
  return one.type === 'block' && other.type === 'block' && one.kind?.text === other.kind?.text && nameOf(one) === nameOf(other);
}

const nameOf = ({ name, title }: BlockNode): string | undefined => name?.text ?? title?.text;
