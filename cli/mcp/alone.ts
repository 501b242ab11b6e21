/** Runs the server of `cred mcp` without the command line, for editors that bring Cred along: `dist/assistant.mjs FOLDER`. */
import { realpathSync } from 'node:fs';
import { serve } from './mcp.ts';

const [folder = '.'] = process.argv.slice(2);
void serve({ root: realpathSync(folder), allowWrites: false });
