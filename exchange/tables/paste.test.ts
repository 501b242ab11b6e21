/** Pasting what people have: by where the cursor stands, and nothing of it is lost. */
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../language/findings/finding.ts';
import { CredFile } from '../../language/model/file.ts';
import type { Names } from '../../language/model/scope.ts';
import type { ClipboardContent } from './clipboard.ts';
import { type PasteReading, pasteAsCred } from './paste.ts';

const NONE: Names = { top: () => [], owned: () => [], all: [] };

/** Pastes at the mark `|` and returns the text of the file, and what was said. */
function pasted(marked: string, copied: string | ClipboardContent): { text: string; read: PasteReading } | undefined {
  const at = marked.indexOf('|');
  const file = CredFile.read('file:///a.cred', marked.replace('|', ''));
  const read = pasteAsCred(file, { start: at, end: at }, typeof copied === 'string' ? { text: copied } : copied, NONE);
  return read && { text: applyEdits(file.text, [...read.further, { start: at, end: at, text: read.insert }]), read };
}

const EXCEL = 'Content area\t% of exam\tQuestions\nSafety\t25%\t30\n"Loans,\nexhibitions"\t75%\t90\n';
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>td { width: 3 }</style></head><body><!--StartFragment-->
<table class=MsoTableGrid><tr><td><p class=MsoNormal><b>Domain<o:p></o:p></b></p></td><td><p>Weight</p></td><td><p>Tasks</p></td></tr>
<tr><td rowspan=2><p>Safety &amp; care</p></td><td rowspan=2><p>25&nbsp;%</p></td><td><p>Inspect<br>the site</p></td></tr><tr><td><ul><li>Wear a helmet</li></ul></td></tr>
<tr><td>Repair</td><td>75%</td><td></td></tr></table><!--EndFragment--></body></html>`;

describe('in a certification', () => {
  test('a table of Excel becomes domains, laid out for the place', () => {
    const { text, read } = pasted('certification C "C" {\n  goal: ?\n  |\n}\n', EXCEL)!;
    expect(text).toBe(
      'certification C "C" {\n  goal: ?\n  domain safety "Safety" { weight: 25%; items: 30 }\n  domain loans-exhibitions "Loans, exhibitions" { weight: 75%; items: 90 }\n}\n',
    );
    expect(read.title).toBe('2 domains');
    expect(read.understood).toEqual([
      '"Content area" is the title of a domain',
      '"% of exam" is "weight" of a domain',
      '"Questions" is "items" of a domain',
    ]);
  });

  test('a table of Word with cells over several rows', () => {
    const { text } = pasted('certification C "C" {\n\t|\n}', { text: 'ignored', html: WORD })!;
    expect(text).toBe(
      'certification C "C" {\n\tdomain safety-care "Safety & care" {\n\t\tweight: 25%\n\n\t\ttask "Inspect"\n\t\ttask "the site"\n\t\ttask "Wear a helmet"\n\t}\n\n\tdomain repair "Repair" { weight: 75% }\n}',
    );
  });

  test('labels fill holes, go into the assessment that is there, and add what is not', () => {
    const { text, read } = pasted(
      'certification C "C" {\n  audience: ?\n  scope: broad\n  |\n\n  assessment exam "Exam" { items: 120; passing-score: ? }\n}',
      'Target audience: Welders\nScope: narrow\nPassing Score: 70%\nExam duration: 3 hours\nRenewal cycle: 3 years\nMascot: a torch',
    )!;
    expect(text).toContain('audience: "Welders"\n');
    expect(text).toContain('assessment exam "Exam" { items: 120; duration: 3 hours; passing-score: 70% }');
    expect(text).toContain('maintenance { cycle: 3 years }');
    expect(text).toContain('// Mascot: a torch');
    expect(text).toContain('scope: broad');
    expect(text).toContain('// scope: narrow');
    expect(read.problems.map(({ why }) => why)).toEqual(['"scope" is stated already; "scope: narrow" is kept as a comment.']);
  });
});

test('a list means what stands there: domains, outcomes, tasks, policies', () => {
  const list = '• Loans and exhibitions\n• Care of objects\n   ◦ Handle with gloves\n';
  expect(pasted('certification C "C" {\n  |\n}', list)!.text).toContain(
    'domain care-objects "Care of objects" {\n    task "Handle with gloves"',
  );
  expect(pasted('certificate C "C" {\n  |\n}', '1. Describe risks\n2. Control risks')!.text).toContain(
    'outcome control-risks "Control risks"\n',
  );
  expect(pasted('certification C "C" {\n  domain D "D" {\n    |\n  }\n}', '- Inspect\n- Weld')!.text).toContain(
    '    task "Inspect"\n    task "Weld"\n  }',
  );
  expect(pasted('organization O "O" {\n  |\n}', 'Policies:\n- Appeals\n- Complaints')!.text).toContain('policy "Appeals"');
  expect(pasted('certificate C "C" { | }', 'Safety – 3 hours\nRepair – 4 hours')!.text).toContain(
    'module safety "Safety" { hours: 3 hours }',
  );
});

test('at the top of a file whole programs are made', () => {
  expect(pasted('|', 'Program name\tType\nCertified Welder\tCertification')!.text).toContain(
    'certification certified-welder "Certified Welder"',
  );
});

test('what is prose, and what stands within a text or a comment, is pasted as it is', () => {
  for (const place of [
    'certification C "a | b" { }',
    '// a | b',
    'certification C "C" {\n  summary: "a | b"\n}',
    'certification | "C" { }',
  ])
    expect(pasted(place, EXCEL), place).toBeUndefined();
  expect(pasted('|', 'A sentence, and nothing more.')).toBeUndefined();
  expect(pasted('certification C "C" {\n  |\n}', '')).toBeUndefined();
});
