/** Runs `cred mcp` over standard input and output. It is a bundle of its own (dist/mcp.cjs), since only this command needs it. */
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';
import { isDay } from '../../language/project/config-slips.ts';
import { version } from '../files/package.ts';
import { checkTool, explainTool, fixTool, pathTool, readinessTool } from './mcp-tools.ts';

/** How to serve. */
export interface McpOptions {
  /** The folder, with links resolved; nothing outside of it is revealed or written. */
  readonly root: string;
  readonly allowWrites: boolean;
}

const paths = z
  .array(z.string().min(1))
  .optional()
  .describe('Files or folders, relative to the folder that the server was started for. Default: all of it.');
const asOf = z
  .string()
  .refine(isDay, 'Write a day as 2026-01-31.')
  .optional()
  .describe('The day to judge by, YYYY-MM-DD. Default: the day that cred.json sets, else today.');

/** Serves until the input ends. */
export async function serve(serving: McpOptions): Promise<void> {
  const server = new McpServer({ name: 'cred', version: version() }, { instructions: INSTRUCTIONS });
  const reads = { readOnlyHint: true, openWorldHint: false };
  server.registerTool(
    'check',
    {
      title: 'Check programs',
      description:
        'What Cred finds in .cred files: contradictions, what is missing, and from which standard that comes. JSON as of "cred check --format json".',
      inputSchema: z.strictObject({ paths, asOf }),
      annotations: reads,
    },
    given => checkTool(serving, given),
  );
  server.registerTool(
    'explain',
    {
      title: 'Explain a rule or a word',
      description:
        'The page of a rule (certification/goal), a kind (job-analysis), a property (assessment.reliability), a standard (NCCA-2021) or a clause (NCCA-2021.S14), in Markdown.',
      inputSchema: z.strictObject({ topic: z.string().min(1).describe('What to explain, as in the examples above.') }),
      annotations: reads,
    },
    given => explainTool(serving, given),
  );
  server.registerTool(
    'path',
    {
      title: 'Which path a program fits',
      description: 'Whether each program fits as a certificate, a certification, both or neither, with reasons and next steps. JSON.',
      inputSchema: z.strictObject({
        paths,
        asOf,
        as: z
          .enum(['certificate', 'certification', 'attendance'])
          .optional()
          .describe('Also tell what would be found if the programs were of this kind.'),
      }),
      annotations: reads,
    },
    given => pathTool(serving, given),
  );
  server.registerTool(
    'readiness',
    {
      title: 'Readiness for a standard',
      description: 'How ready each program is for a standard, clause by clause: what its description shows, and what is missing. JSON.',
      inputSchema: z.strictObject({
        paths,
        asOf,
        standards: z.array(z.string().min(1)).optional().describe('By name, such as NCCA-2021. Default: those that fit each program.'),
      }),
      annotations: reads,
    },
    given => readinessTool(serving, given),
  );
  server.registerTool(
    'fix',
    {
      title: 'Fix programs',
      description: `What the fixes of findings change, as a diff.${serving.allowWrites ? ' With "write" the files are changed.' : ' No file is changed.'}`,
      inputSchema: z.strictObject({
        paths,
        asOf,
        unsafe: z
          .boolean()
          .optional()
          .describe(
            'Also fixes that need an author’s eye afterwards: what is missing comes as "?". Never replace a "?" by a fact that nobody stated.',
          ),
        write: z.boolean().optional().describe('Change the files; only where the server was started with --allow-writes.'),
      }),
      annotations: { readOnlyHint: !serving.allowWrites, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    given => fixTool(serving, given),
  );
  await server.connect(new StdioServerTransport());
}

const INSTRUCTIONS =
  'Cred checks descriptions of credentialing programs (.cred files). Check after every change, explain what a finding does not make clear, and leave "?" where a fact is not known.';
