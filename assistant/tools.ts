/** Lists the tools for assistants. Whoever offers them (the Model Context Protocol, an editor) reads this list. */
import type { Tool } from './tool.ts';
import { fixTool, formatTool } from './tools/change.ts';
import { checkTool } from './tools/check.ts';
import { diffTool } from './tools/compare.ts';
import { exportTool, importTool } from './tools/exchange.ts';
import { explainTool } from './tools/explain.ts';
import { pathTool, readinessTool } from './tools/judge.ts';
import { answerTool, questionsTool } from './tools/questions.ts';

export const TOOLS: readonly Tool[] = [
  explainTool,
  checkTool,
  fixTool,
  formatTool,
  pathTool,
  readinessTool,
  questionsTool,
  answerTool,
  diffTool,
  importTool,
  exportTool,
];
