/** Runs `cred mcp` over standard input and output. It is a bundle of its own (dist/mcp.cjs), since only this command needs it. */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Tool as ProtocolTool } from '@modelcontextprotocol/sdk/types.js';
import {
  CallToolRequestSchema,
  CompleteRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import type { Surroundings } from '../../assistant/surroundings.ts';
import type { Tool } from '../../assistant/tool.ts';
import { engine } from '../checking/bundles.ts';
import { version } from '../files/package.ts';
import { type McpOptions, surroundingsOf } from './mcp-files.ts';

/** The resources that one page of their list has. */
const RESOURCES_PER_PAGE = 200;
/** The most completions that the protocol allows in an answer. */
const COMPLETIONS = 100;

const INSTRUCTIONS =
  'Cred checks descriptions of credentialing programs (.cred files). Before you write one, read the resource cred://language and cred://templates/KIND (or call "explain" with language and with templates/certification). Check after every change, explain what a finding does not make clear, and leave "?" where a fact is not known: never make one up.';

/** Serves until the input ends. */
export async function serve(options: McpOptions): Promise<void> {
  const around = surroundingsOf(options);
  const server = new Server(
    { name: 'cred', title: 'Cred', version: version() },
    { instructions: INSTRUCTIONS, capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} } },
  );
  serveTools(server, around, options.allowWrites);
  serveResources(server, around);
  servePrompts(server, around);
  await server.connect(new StdioServerTransport());
}

function serveTools(server: Server, around: Surroundings, mayWrite: boolean): void {
  const { TOOLS, inputOf, outputOf, runTool } = engine();
  const declared = (tool: Tool) => ({
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: inputOf(tool, mayWrite),
    outputSchema: outputOf(tool),
    annotations: {
      title: tool.title,
      readOnlyHint: !(tool.writes && mayWrite),
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
  });
  // The protocol's types are mutable and ours are not; nothing changes the values.
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: TOOLS.map(declared) as unknown as ProtocolTool[] }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params: { name, arguments: given } }) => {
    const tool = TOOLS.find(one => one.name === name);
    if (!tool)
      throw new McpError(ErrorCode.InvalidParams, `There is no tool "${name}". Known are: ${TOOLS.map(one => one.name).join(', ')}.`);
    if (given?.write !== undefined && tool.writes && !mayWrite)
      return failed(
        'Nothing was changed: this server only reads. Start it with --allow-writes, or leave "write" out to see what would change.',
      );
    try {
      const { structured, text, isError } = await runTool(tool, given, around);
      return isError ? failed(text) : { content: [{ type: 'text', text }], structuredContent: structured as Record<string, unknown> };
    } catch (error) {
      process.stderr.write(`${(error as Error)?.stack ?? String(error)}\n`);
      return failed('Cred has stopped on an error of its own; its output on stderr says where. Please report it.');
    }
  });
}

const failed = (text: string) => ({ content: [{ type: 'text' as const, text }], isError: true });

function serveResources(server: Server, around: Surroundings): void {
  const { FAMILIES, completions, readResource, resources } = engine();
  server.setRequestHandler(ListResourcesRequestSchema, async ({ params }) => {
    const all = await refusing(() => resources(around));
    const from = Number(params?.cursor ?? 0) || 0;
    const to = from + RESOURCES_PER_PAGE;
    return { resources: all.slice(from, to).map(one => ({ ...one })), ...(to < all.length && { nextCursor: String(to) }) };
  });
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates: FAMILIES.map(one => ({ ...one })) }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }) => {
    const { text, mimeType } = await refusing(() => readResource(uri, around));
    return { contents: [{ uri, mimeType, text }] };
  });
  server.setRequestHandler(CompleteRequestSchema, async ({ params: { ref, argument } }) => {
    // The kinds of which there are templates are fewer than all kinds.
    const isTemplate = ref.type === 'ref/resource' && ref.uri.includes('templates/');
    const values = await refusing(() => completions(isTemplate ? 'template' : argument.name, argument.value, around));
    return { completion: { values: values.slice(0, COMPLETIONS), total: values.length, hasMore: values.length > COMPLETIONS } };
  });
}

function servePrompts(server: Server, around: Surroundings): void {
  const { PROMPTS, promptText, readResource } = engine();
  server.setRequestHandler(ListPromptsRequestSchema, () => ({
    prompts: PROMPTS.map(({ name, title, description, arguments: given }) => ({
      name,
      title,
      description,
      arguments: given.map(one => ({ ...one })),
    })),
  }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params: { name, arguments: given = {} } }) =>
    refusing(async () => {
      const { prompt, text } = promptText(name, given);
      const file = given.path ? `cred://programs/${given.path.split('/').map(encodeURIComponent).join('/')}` : undefined;
      const read = file === undefined ? undefined : await readResource(file, around);
      return {
        description: prompt.description,
        messages: [
          ...(read ? [{ role: 'user' as const, content: { type: 'resource' as const, resource: { uri: file!, ...read } } }] : []),
          { role: 'user' as const, content: { type: 'text' as const, text } },
        ],
      };
    }),
  );
}

/** Turns a refusal into an error of the protocol. */
async function refusing<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof engine().ToolRefusal) throw new McpError(ErrorCode.InvalidParams, error.message);
    throw error;
  }
}
