/** The tools `import` and `export`: programs in the forms of other systems. */
import { WHY } from '../../exchange/left.ts';
import { IMPORT_ENDINGS, isBinary, isRead, notImportable, TARGETS, type Target } from '../../exchange/targets.ts';
import type { SourceText } from '../../library/api.ts';
import { answerObject, count, list, object, text } from '../schema.ts';
import { DETAIL, type Detail, FILES } from '../shared.ts';
import { type FileRequest, ToolRefusal } from '../surroundings.ts';
import { tool } from '../tool.ts';

/** The forms that are texts; a workbook is a file. */
const FORMS = Object.keys(TARGETS).filter(name => name !== 'xlsx');

export const importTool = tool<{ readonly paths?: readonly string[]; readonly texts?: readonly SourceText[]; readonly detail?: Detail }>({
  name: 'import',
  title: 'Read records of other systems',
  description:
    'Makes the text of .cred files from records of other systems (CTDL, Open Badges, CASE, Cred’s own JSON), sheets (CSV, Excel) and Word documents with tables, and tells what became of every value. What has no place in the language is kept as a comment.',
  input: {
    paths: list(text(), `Files, or folders with such: ${IMPORT_ENDINGS.map(one => `.${one}`).join(', ')}.`),
    texts: {
      type: 'array',
      minItems: 1,
      description: 'What is in such files, of those that are texts. Excel, Word and archives are read by their paths.',
      items: object({ path: text('Its ending says the form: record.json, sheet.csv.'), text: text() }, ['path', 'text']),
    },
    detail: DETAIL,
  },
  output: {
    head: { records: count('Records that were read.') },
    beside: { problems: 'What could not be read.' },
    items: 'files',
    item: answerObject({ path: text(), text: text(), account: list(text('What became of a value that has no place.')), part: text() }, [
      'path',
      'text',
    ]),
  },
  async run({ paths, texts, detail = 'summary' }, around) {
    if ((paths === undefined) === (texts === undefined))
      throw new ToolRefusal('Say either "paths" (files to read) or "texts" (what is in them).');
    const binary = texts?.find(one => isBinary(one.path));
    if (binary) throw new ToolRefusal(`"${binary.path}" is no text. Name the file in "paths".`);
    const other = texts?.find(one => !isRead(one.path));
    if (other) throw new ToolRefusal(`${notImportable(other.path)} Give the text a path with the ending of its form.`);
    const { files, records, problems } = await around.importRecords(texts ? { texts } : { paths: paths! });
    const account = (file: string): string[] =>
      records
        .filter(one => one.file === file)
        .flatMap(({ title, properties }) =>
          properties.filter(({ fate }) => detail === 'full' || fate !== 'mapped').map(one => `${title}: ${one.path}: ${one.fate}`),
        );
    const sentences = problems.map(({ file, at, why }) => `${[file, at].filter(Boolean).join(', ')}: ${why}`);
    return {
      head: { records: records.filter(({ name }) => name !== undefined).length },
      beside: { problems: sentences },
      items: files.map(({ file, text: made }) => ({ path: file, text: made, account: account(file) })),
      next: ['"check" the text, "fix" it with "unsafe", then ask "questions".'],
    };
  },
});

export const exportTool = tool<FileRequest & { readonly to: Target; readonly language?: string }>({
  name: 'export',
  title: 'Write programs in other forms',
  description: `Programs as ${FORMS.join(', ')}, with what the form cannot say.`,
  input: {
    ...FILES,
    to: {
      type: 'string',
      enum: FORMS,
      description: Object.entries(TARGETS)
        .filter(([name]) => FORMS.includes(name))
        .map(([name, { says }]) => `${name}: ${says}`)
        .join('; '),
    },
    language: text('The language that the texts are written in, such as en; for ctdl.'),
  },
  required: ['to'],
  output: {
    head: {},
    beside: { left: 'What the form cannot say.' },
    items: 'files',
    item: answerObject({ path: text(), text: text(), part: text() }, ['path', 'text']),
  },
  async run({ to, language, ...request }, around) {
    if (language !== undefined && !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language))
      throw new ToolRefusal(`"${language}" is not the code of a language, such as en or fr-CA.`);
    const projects = (await around.projects(request)).filter(({ files }) => files.length > 0);
    const [one, another] = projects;
    if (!one) throw new ToolRefusal('There are no programs in these files, so nothing is exported.');
    if (another) throw new ToolRefusal('These files belong to several projects. Export the files of one at a time.');
    const reported = new Set(one.files.map(({ uri }) => uri));
    const texts = one.project.uris.map(uri => ({ uri, text: one.project.text(uri)!, reported: reported.has(uri) }));
    const made = around.exportTexts(to, texts, { ...(language !== undefined && { language }) });
    if ('refused' in made) throw new ToolRefusal(`Nothing is exported. ${made.refused.join(' ')}`);
    const left = [...new Set(made.left.map(({ what, why, more }) => `${what}: ${WHY[why]}.${more === undefined ? '' : ` ${more}`}`))];
    return {
      head: {},
      beside: { left },
      items: made.files.map(({ name, text: written }) => ({ path: `${name}${TARGETS[to].ending}`, text: written })),
      next: ['What is left out stays in the .cred file; nothing is lost there.'],
    };
  },
});
