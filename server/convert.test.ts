import { expect, test } from 'vitest';
import { InsertTextFormat, InsertTextMode } from 'vscode-languageserver';
import { complete } from '../language/services/completion.ts';
import { projectOf } from '../test/expect.ts';
import { completionItem } from './convert.ts';

const TEXT = 'certification CWT "Technician" {\n  assessment exam "Exam" {\n    \n  }\n}\n';

/** What a client with these capabilities puts into the text for a block within a block. */
function taken(item: object, completion: object = {}) {
  const project = projectOf({ 'a.cred': TEXT });
  const offered = complete(project.file('a.cred')!, TEXT.indexOf('    \n') + 4, project, project.host);
  const found = offered.find(({ label }) => label === 'standard-setting')!;
  const { insertTextFormat, insertTextMode, textEdit } = completionItem(
    found,
    { textDocument: { completion: { completionItem: item, ...completion } } },
    undefined,
  );
  return { insertTextFormat, insertTextMode, lines: (textEdit as { newText: string }).newText.split('\n') };
}

test('a block within a block keeps its indentation, whatever an editor does with lines', () => {
  // It leaves them as they are where it is told so: what it puts in is indented as a whole.
  const asIs = taken({
    snippetSupport: true,
    insertTextModeSupport: { valueSet: [InsertTextMode.asIs, InsertTextMode.adjustIndentation] },
  });
  expect(asIs.insertTextMode).toBe(InsertTextMode.asIs);
  expect(asIs.lines[1]).toMatch(/^ {6}[a-z-]+: /);
  expect(asIs.lines.at(-1)).toBe('    }');

  // It shifts the lines of a snippet itself, as the protocol has it.
  const shifts = taken({ snippetSupport: true });
  expect([shifts.insertTextFormat, shifts.insertTextMode]).toEqual([InsertTextFormat.Snippet, undefined]);
  expect(shifts.lines[1]).toMatch(/^ {2}[a-z-]+: /);
  expect(shifts.lines.at(-1)).toBe('}');

  // It says that it does not, or knows plain texts only.
  for (const other of [taken({ snippetSupport: true }, { insertTextMode: InsertTextMode.asIs }), taken({})]) {
    expect(other.lines[1]).toMatch(/^ {6}[a-z-]+: /);
    expect(other.lines.at(-1)).toBe('    }');
  }
});
