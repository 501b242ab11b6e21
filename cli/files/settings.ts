/** What a command says of a `cred.json` with mistakes. `cred check` shows them as findings instead, and needs nothing of this. */
import { Lines } from '../../language/model/lines.ts';
import { readConfig } from '../../language/project/config.ts';
import type { Invocation } from '../terminal/invocation.ts';
import type { ConfigText } from './gather.ts';

/** Prints the mistakes in a project's settings on stderr, a line each; a command that asks twice prints them once. */
export function tellSettings(cli: Invocation, config: ConfigText | undefined): void {
  for (const line of config ? mistakesIn(config) : []) cli.sayOnce(line);
}

/**
 * Returns why no file may be rewritten under these settings, or `undefined` if files may. Settings that cannot be read may leave a file
 * out, or lay it out otherwise.
 */
export function whyNotRewritten(config: ConfigText | undefined): string | undefined {
  if (!config || !(config.unreadable || readConfig(config.text).isBroken)) return undefined;
  return `Nothing is changed where "${config.shown}" counts: it may leave files out, and cannot be read.`;
}

function mistakesIn({ shown, text, unreadable }: ConfigText): readonly string[] {
  const config = readConfig(text);
  const why = unreadable ?? config.unreadable;
  if (why) return [`"${shown}" ${why.why}. ${why.remedy}`];
  if (config.own('language/config') === 'off') return [];
  const lines = new Lines(text);
  return config.slips.map(({ start, message }) => {
    const { line, character } = lines.position(start);
    return `${shown}:${line + 1}:${character + 1}: ${message}`;
  });
}
