import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { pathOf } from '../analysis/path.ts';
import { check } from '../check/check.ts';
import { plainHost } from '../findings/host.ts';
import { CredFile } from '../model/file.ts';
import { Project } from '../project/project.ts';
import { actions } from './actions.ts';
import { split } from './split.ts';

const URI = 'file:///a.cred';
const HYBRID = `organization ORG "Widget Institute" { legal-form: nonprofit }

// Both at once.
program CWT "Certified Widget Technician" {
  owner: ORG
  status: operating
  purpose: recognize-competence
  goal: acquire-competence // as the brochure says
  outcome fit "Fit a widget" { level: apply }
  // Everybody takes it.
  module day "Widget day" { teaches: fit; required: yes } // seven hours
  domain plan "Plan" { weight: 60% }
  domain audit "Audit" { weight: 40% }
  panel writers "Writers" { purpose: item-writing }
  assessment quiz "Closing test" { measures: fit; written-by: writers }
  assessment exam "Examination" { measures: plan, audit; independent: yes }
  award paper "Course certificate" { type: certificate; requires: day, quiz }
  award letters "Designation" { type: designation; letters: "CWT"; requires: exam, day }
  maintenance { cycle: 3 years }
}
`;

function read(text: string) {
  const project = new Project(plainHost('2026-11-24'));
  project.set(URI, text, true);
  const file = project.file(URI)!;
  return { project, file, find: (name: string) => file.programs.find(one => one.name === name)! };
}
const inTwo = (text: string, name: string): string | undefined => {
  const { project, file, find } = read(text);
  return split(find(name), file, project);
};

describe('a hybrid in two programs', () => {
  const made = inTwo(HYBRID, 'CWT')!;

  test('what belongs to the course stands in a certificate program, the rest in the certification', () => {
    expect(made).toBe(`organization ORG "Widget Institute" { legal-form: nonprofit }

// Both at once.
certification CWT "Certified Widget Technician" {
  owner: ORG
  status: operating
  purpose: recognize-competence
  goal: ? // as the brochure says
  domain plan "Plan" { weight: 60% }
  domain audit "Audit" { weight: 40% }
  panel writers "Writers" { purpose: item-writing }
  assessment exam "Examination" { measures: plan, audit; independent: yes }
  award letters "Designation" { type: designation; letters: "CWT"; requires: exam, CWT-course.day }
  maintenance { cycle: 3 years }

  separation {
    between: CWT-course, CWT
    staff: ?
    decisions: ?
    content: ?
    finances: ?
    promotion: ?
  }
}

certificate CWT-course ? {
  owner: ORG
  status: operating
  purpose: ?
  goal: acquire-competence
  outcome fit "Fit a widget" { level: apply }
  // Everybody takes it.
  module day "Widget day" { teaches: fit; required: yes } // seven hours
  assessment quiz "Closing test" { measures: fit; written-by: CWT.writers }
  award paper "Course certificate" { type: certificate; requires: day, quiz }
}
`);
  });

  test('every name still stands for what it stood for', () => {
    const { project, file } = read(made);
    const rules = check(file, project, project.host).findings.map(({ rule }) => rule);
    expect(rules.filter(rule => rule.startsWith('language/') && rule !== 'language/hole')).toEqual([]);
    expect(file.programs.map(program => pathOf(program, file, project).path)).toEqual(['certification', 'certificate']);
  });

  test('a path to what was moved is mended', () => {
    const more = `${HYBRID}\ncertificate OTHER "Other" { module m "M" { teaches: CWT.fit } }\n`;
    expect(inTwo(more, 'CWT')).toContain('teaches: CWT-course.fit');
  });

  test('it is offered on the head of a hybrid, and nowhere else', () => {
    const offered = (text: string, name: string): string[] => {
      const { project, file, find } = read(text);
      const range = file.range(find(name).kindSpan);
      return actions(file, [], { range, only: ['refactor.rewrite'] }, project, project.host).map(({ title }) => title);
    };
    expect(offered(HYBRID, 'CWT')).toContain('Split "Certified Widget Technician" into a certificate program and a certification');
    expect(offered(made, 'CWT').join()).not.toContain('Split');
    expect(offered(made, 'CWT-course').join()).not.toContain('Split');
  });

  test('nothing is split where the words are not in order, or there is no name', () => {
    expect(inTwo(HYBRID.replace('maintenance { cycle: 3 years }\n}', 'maintenance { cycle: 3 years }'), 'CWT')).toBeUndefined();
    const { project, file } = read(HYBRID.replace('program CWT ', 'program '));
    expect(split(file.programs[0]!, file, project)).toBeUndefined();
  });

  test.each(['hybrid-certificate.cred', 'flawed-certification.cred'])('%s: no word and no comment is lost', name => {
    const text = readFileSync(path.resolve(import.meta.dirname, '../../examples', name), 'utf8');
    const { project, file } = read(text);
    const result = split(file.programs[0]!, file, project)!;
    expect(result).toBeDefined();
    const words = (of: string): string[] =>
      CredFile.read(URI, of)
        .parsed.tokens.map(token => token.text)
        .filter(Boolean);
    const after = words(result).sort();
    // But for the kind, which may change, and names that get their program before them.
    const lost = words(text).filter(word => !after.includes(word) && !after.some(other => other.endsWith(`.${word}`)));
    expect(lost.filter(word => !['certificate', 'certification'].includes(word))).toEqual([]);
    const comments = [...text.matchAll(/"(?:[^"\\]|\\.)*"|\/\/.*|\/\*[^]*?\*\//g)]
      .map(([one]) => one.trim())
      .filter(one => one.startsWith('/'));
    expect(comments.length).toBeGreaterThan(1);
    for (const comment of comments) expect(result).toContain(comment);
    const broken = check(read(result).file, read(result).project, project.host).findings.filter(({ rule }) => rule.startsWith('language/'));
    expect(broken.filter(({ rule }) => rule !== 'language/hole')).toEqual([]);
  });

  test('members that share a line, or end in a comment, lose nothing at either end', () => {
    const text = `program HY "Hybrid" {
\t\toutcome lo "Know it" /* by heart */
\t\tmodule m "Day" { teaches: lo }; assessment quiz "Quiz" { measures: lo }
\t\taward "Title" { type: designation }; outcome more "Do it"
\t\tmaintenance { cycle: 3 years }
}
`;
    const made = inTwo(text, 'HY')!;
    const course = made.slice(made.indexOf('certificate HY-course'));
    for (const line of [
      'outcome lo "Know it" /* by heart */',
      'module m "Day" { teaches: lo }',
      'assessment quiz "Quiz" { measures: lo }',
      'outcome more "Do it"',
    ])
      expect(course).toContain(`\n  ${line}\n`);
    expect(made.slice(0, -course.length)).toContain('\n  award "Title" { type: designation }');
  });

  test('line ends and tabs are kept', () => {
    const windows = inTwo(HYBRID.replaceAll('\n', '\r\n'), 'CWT')!;
    expect(windows.replaceAll('\r\n', '')).not.toContain('\n');
  });
});
