/** Implements the tools of `cred mcp`. A refusal is an answer, too, so that the assistant can correct its request. */

import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { isWithin } from '../../host/inside.ts';
import { today } from '../../host/today.ts';
import { engine } from '../checking/bundles.ts';
import { checkProjects } from '../checking/check.ts';
import type { FitOptions } from '../checking/fits.ts';
import { rulePage } from '../files/package.ts';
import { rewrite } from '../files/rewrite.ts';
import { diffOf } from '../formats/diff.ts';
import { json } from '../formats/json.ts';
import { readinessJsonOf } from '../formats/readiness-json.ts';
import { textOf } from '../formats/writer.ts';
import { Refusal } from '../terminal/refusal.ts';
import type { McpOptions } from './mcp.ts';
import { filesWithin } from './mcp-files.ts';

interface ToolArguments {
  readonly paths?: readonly string[] | undefined;
  readonly asOf?: string | undefined;
}

const said = (...texts: string[]): CallToolResult => ({ content: texts.map(text => ({ type: 'text', text })) });

/** Turns a refusal into an answer in words instead of an error of the connection. */
async function answered(tell: () => CallToolResult | Promise<CallToolResult>): Promise<CallToolResult> {
  try {
    return await tell();
  } catch (error) {
    if (error instanceof Refusal) return { ...said(error.message), isError: true };
    process.stderr.write(`${(error as Error)?.stack ?? String(error)}\n`);
    return { ...said('Cred has stopped on an error of its own; its output on stderr says where. Please report it.'), isError: true };
  }
}

/** Checks files; the answer contains the findings. */
export const checkTool = (serving: McpOptions, { paths, asOf }: ToolArguments): Promise<CallToolResult> =>
  answered(async () => {
    const result = await checkProjects(filesWithin(serving.root, paths), { asOf });
    return said(textOf(json(result), result));
  });

/** Explains a topic in Markdown. */
export const explainTool = ({ root }: McpOptions, { topic }: { readonly topic: string }): Promise<CallToolResult> =>
  answered(() => {
    const known = engine().explain(topic);
    const found = 'near' in known ? (engine().explainIn(topic, filesWithin(root), root) ?? known) : known;
    if ('near' in found)
      throw new Refusal(`Nothing in Cred is called "${topic}".${found.near === undefined ? '' : ` Did you mean "${found.near}"?`}`);
    const page = found.rule === undefined ? found.text : rulePage(found.rule);
    if (page === undefined) throw new Refusal(`The page of "${topic}" is not in this package.`);
    return said(page);
  });

/** Tells which path each program fits. */
export const pathTool = (
  serving: McpOptions,
  { paths, asOf, as }: ToolArguments & Pick<Partial<FitOptions>, 'as'>,
): Promise<CallToolResult> =>
  answered(() => {
    const programs = engine().fitsOf(filesWithin(serving.root, paths), { asOf, today: today(), cwd: serving.root, ...(as && { as }) });
    return said(JSON.stringify({ version: 1, programs }));
  });

/** Tells how ready each program is for standards. */
export const readinessTool = (
  serving: McpOptions,
  { paths, asOf, standards }: ToolArguments & { readonly standards?: readonly string[] | undefined },
): Promise<CallToolResult> =>
  answered(() => {
    const told = engine().tellReadiness({
      projects: filesWithin(serving.root, paths),
      asOf,
      today: today(),
      ...(standards && { standards: [...new Set(standards)] }),
      format: 'json',
      colours: false,
      cwd: serving.root,
    });
    if ('refused' in told) throw new Refusal(told.refused);
    return said(readinessJsonOf(told.programs.map(([, , text]) => text)));
  });

/** Applies fixes, and writes the files if requested. */
export const fixTool = (
  { root, allowWrites }: McpOptions,
  {
    paths,
    asOf,
    unsafe = false,
    write = false,
  }: ToolArguments & { readonly unsafe?: boolean | undefined; readonly write?: boolean | undefined },
): Promise<CallToolResult> =>
  answered(() => {
    if (write && !allowWrites)
      throw new Refusal(
        'Nothing was changed: this server only reads. Start it with --allow-writes, or leave "write" out to see what would change.',
      );
    const fixed = engine().fixFiles(filesWithin(root, paths), { asOf, today: today(), unsafe });
    const changed = fixed.filter(({ before, after }) => before !== after);
    if (write) {
      for (const one of changed) {
        // Checked again, because a link may have been put there since.
        if (!isWithin(root, one.file))
          throw new Refusal(`"${one.shown}" leads out of the folder that this server looks after, so it was left alone.`);
        rewrite(one);
      }
    }
    const errors = fixed.reduce((sum, one) => sum + one.errors, 0);
    const head = `${changed.length} ${changed.length === 1 ? 'file' : 'files'} ${write ? 'changed' : 'would change'}, ${errors} ${errors === 1 ? 'error is' : 'errors are'} left.`;
    return said([head, ...changed.map(({ shown, before, after }) => diffOf(shown, before, after, { colours: false }))].join('\n\n'));
  });
