/** Writes self-studies as a Word document or a workbook: for each clause what is shown, the evidence, what is missing, and room to answer. */
import type { SelfStudy, StudiedStandard, StudySection } from '../../language/analysis/self-study.ts';
import { counted } from '../../language/model/sentence.ts';
import { oneLine } from '../values.ts';
import type { SheetValue, WordPart, WorkbookSheet } from './forms.ts';
import { STUDY_HEADINGS, STUDY_PROMPTS, STUDY_TAGS } from './study-form.ts';

/** A self-study with the page for those who decide about the program. */
export interface StudyWithSummary {
  readonly study: SelfStudy;
  readonly summary: readonly { readonly title: string; readonly lines: readonly string[] }[];
}
/** Returns how a place is shown, such as `cwt.cred, line 12`. */
export type ShowPlace = (at: { readonly uri: string; readonly range: { readonly start: { readonly line: number } } }) => string;

/** The states of clauses in words. */
export const STATUS: Readonly<Record<StudySection['status'], string>> = {
  met: 'Shown in the description',
  attested: 'Attested by a document or note',
  'partly met': 'Shown in part',
  missing: 'Not shown yet',
  open: 'For a document to settle',
};
const KINDS: Readonly<Record<SelfStudy['kind'], string>> = {
  certification: 'Certification',
  certificate: 'Certificate program',
  attendance: 'Attendance program',
  program: 'Program of undecided kind',
};

const titleOf = ({ number, title }: StudySection): string => (number === undefined ? title : `${number} ${title}`);
const sourceOf = ({ standard, publisher, edition }: StudiedStandard): string => [standard, publisher, edition].filter(Boolean).join(', ');

/** Returns the page of a program for those who decide: what it is, how ready it is, what comes next and what that takes. */
export function summaryParts({ study, summary }: StudyWithSummary): WordPart[] {
  return [
    { is: 'title', text: study.label },
    { is: 'muted', text: `${KINDS[study.kind]}, ${study.status}. Looked at as of ${study.asOf}.` },
    ...summary.flatMap(({ title, lines }): WordPart[] => [
      { is: 'subheading', text: title },
      ...lines.map((text): WordPart => ({ is: 'item', text })),
    ]),
  ];
}

/** Returns self-studies as one document, each after its summary. */
export function studyDocument(studies: readonly StudyWithSummary[], place: ShowPlace): WordPart[] {
  return studies.flatMap((one, i): WordPart[] => [
    ...(i > 0 ? [{ is: 'new-page' } as const] : []),
    ...summaryParts(one),
    ...one.study.standards.flatMap(standard => standardParts(one.study, standard, place)),
  ]);
}

function standardParts(study: SelfStudy, standard: StudiedStandard, place: ShowPlace): WordPart[] {
  const answers = study.name !== undefined;
  return [
    { is: 'new-page' },
    { is: 'title', text: `Self-study: ${standard.title}` },
    {
      is: 'muted',
      text: `${sourceOf(standard)}. ${standard.met} of ${counted(standard.total, 'clause')} met, ${standard.attested} attested.`,
    },
    {
      is: 'paragraph',
      text: "What is shown stands in the description of the program. Clauses are named by number and title; their text is the publisher's. Fill in the fields, and import this document to take the answers into the description. This is no decision of an accreditor.",
    },
    ...(answers
      ? [{ is: 'field', tag: STUDY_TAGS.program, label: 'Program', text: study.name!, prompt: '', isLocked: true } as const]
      : [{ is: 'muted', text: 'The program has no name, so answers cannot be read back. Give it one.' } as const]),
    {
      is: 'table',
      widths: [12, 58, 30],
      rows: [['Clause', 'Title', 'State'], ...standard.sections.map(one => [one.number ?? '', one.title, STATUS[one.status]])],
    },
    ...standard.sections.flatMap(section => sectionParts(section, answers, place)),
  ];
}

function sectionParts(section: StudySection, answers: boolean, place: ShowPlace): WordPart[] {
  const { path, status, shown, missing, evidence, answer, setAside } = section;
  const list = (title: string, lines: readonly string[]): WordPart[] =>
    lines.length === 0 ? [] : [{ is: 'muted', text: title }, ...lines.map((text): WordPart => ({ is: 'item', text }))];
  return [
    { is: 'heading', text: titleOf(section) },
    { is: 'paragraph', text: `${STATUS[status]}.` },
    ...list(
      'Shown',
      shown.map(({ title, at }) => (at ? `${title} (${place(at)})` : title)),
    ),
    ...list('Evidence', evidence.map(evidenceLine)),
    ...list('Missing', missing.map(missingLine)),
    ...(setAside === undefined ? [] : list('Set aside by the authors', [setAside || 'No reason is given.'])),
    ...(answers && path !== undefined
      ? ([
          { is: 'field', tag: STUDY_TAGS.answer + path, label: 'Answer', text: answer, prompt: STUDY_PROMPTS.answer },
          {
            is: 'field',
            tag: STUDY_TAGS.document + path,
            label: 'Document',
            text: documentsOf(section).join('\n'),
            prompt: STUDY_PROMPTS.document,
          },
        ] as const)
      : []),
  ];
}

const missingLine = ({ title, advice, isHole }: StudySection['missing'][number]): string =>
  [`${title}${isHole ? ' (still to be stated)' : ''}`, advice].filter(Boolean).join('. ');
const evidenceLine = ({ title, document, date, note, pending }: StudySection['evidence'][number]): string =>
  [pending ? 'Announced:' : '', title && `"${title}"`, document, date && `(${date})`, note].filter(Boolean).join(' ') ||
  'A document to come';
/** Returns what the description shows of a clause, a line each, with its place. */
export const shownLines = ({ shown }: StudySection, place: ShowPlace): string =>
  shown.map(({ title, at }) => (at ? `${title} (${place(at)})` : title)).join('\n');
const documentsOf = ({ evidence }: StudySection): string[] => evidence.flatMap(({ document }) => document ?? []);

/** Returns self-studies as sheets, one for each standard of a program; answers can be written into two columns. */
export function studySheets(studies: readonly StudyWithSummary[], place: ShowPlace): WorkbookSheet[] {
  return studies.flatMap(({ study }) =>
    study.standards.map(standard => ({
      name: `${study.name ?? study.label} ${standard.standard}`,
      isProtected: true,
      columns: [
        { heading: STUDY_HEADINGS.program, width: 12 },
        { heading: STUDY_HEADINGS.clause, width: 18 },
        { heading: 'Number', width: 9 },
        { heading: 'Title', width: 34 },
        { heading: 'State', width: 22 },
        { heading: 'Shown', width: 42 },
        { heading: 'Evidence', width: 32 },
        { heading: 'Missing', width: 42 },
        { heading: STUDY_HEADINGS.answer, width: 48, isOpen: true },
        { heading: STUDY_HEADINGS.document, width: 32, isOpen: true },
      ],
      rows: standard.sections.map((section): SheetValue[] => [
        study.name ?? '',
        section.path ?? '',
        section.number ?? '',
        section.title,
        STATUS[section.status],
        shownLines(section, place),
        section.evidence.map(evidenceLine).join('\n'),
        [...section.missing.map(missingLine), ...(section.setAside === undefined ? [] : [`Set aside: ${oneLine(section.setAside)}`])].join(
          '\n',
        ),
        section.answer,
        documentsOf(section).join('\n'),
      ]),
    })),
  );
}
