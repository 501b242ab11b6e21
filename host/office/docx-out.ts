/** Packs a Word document (.docx) with headings that Word's own navigation shows, and fields that keep their tags. */
import type { WordPart } from '../../exchange/office/forms.ts';
import { packed } from './xlsx-out.ts';
import { escapeXml, XML } from './xml-out.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** The width of the text between the margins, in twentieths of a point. */
const TEXT_WIDTH = 9360;

/** Returns the bytes of a document; `title` is what its properties call it. */
export function documentBytes(parts: readonly WordPart[], title: string): Uint8Array {
  const body = parts.map((part, i) => partXml(part, i + 1)).join('');
  const section =
    '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>';
  const override = (path: string, type: string): string =>
    `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`;
  const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  return packed({
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('word/document.xml', 'officedocument.wordprocessingml.document.main')}${override('word/styles.xml', 'officedocument.wordprocessingml.styles')}${override('word/numbering.xml', 'officedocument.wordprocessingml.numbering')}${override('docProps/core.xml', 'package.core-properties')}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', `${OFFICE}/officeDocument`, 'word/document.xml')}${relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', `${OFFICE}/styles`, 'styles.xml')}${relation('rId2', `${OFFICE}/numbering`, 'numbering.xml')}</Relationships>`,
    'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`,
    'word/document.xml': `${XML}<w:document xmlns:w="${WORD}"><w:body>${body}${section}</w:body></w:document>`,
    'word/styles.xml': STYLES,
    'word/numbering.xml': `${XML}<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="425" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  });
}

/** Returns a text as a run; line breaks are kept. */
const run = (text: string): string =>
  `<w:r>${text
    .split('\n')
    .map(line => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
    .join('<w:br/>')}</w:r>`;
const paragraph = (style: string, text: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${run(text)}</w:p>`;

const STYLE_OF = { title: 'Heading1', heading: 'Heading2', subheading: 'Heading3', paragraph: 'Normal', muted: 'Muted' } as const;

function partXml(part: WordPart, id: number): string {
  switch (part.is) {
    case 'item':
      return paragraph('ListBullet', part.text);
    case 'new-page':
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
    case 'table':
      return tableXml(part);
    case 'field':
      return fieldXml(part, id);
    default:
      return paragraph(STYLE_OF[part.is], part.text);
  }
}

function tableXml({ widths, rows }: Extract<WordPart, { is: 'table' }>): string {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const wide = widths.map(width => Math.round((width / whole) * TEXT_WIDTH));
  const lines = rows.map((cells, row) => {
    const isHead = row === 0;
    const inside = cells.map(
      (text, i) =>
        `<w:tc><w:tcPr><w:tcW w:w="${wide[i] ?? 1000}" w:type="dxa"/>${isHead ? '<w:shd w:val="clear" w:color="auto" w:fill="E7EDF3"/>' : ''}</w:tcPr>${paragraph(isHead ? 'TableHead' : 'TableText', text)}</w:tc>`,
    );
    return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${inside.join('')}</w:tr>`;
  });
  const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="B8C2CC"/>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${wide.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${lines.join('')}</w:tbl>${paragraph('Normal', '')}`;
}

/** A field is a content control: Word shows where to write, and its tag says what it answers. */
function fieldXml({ tag, label, text, prompt, isLocked = false }: Extract<WordPart, { is: 'field' }>, id: number): string {
  const lock = isLocked ? '<w:lock w:val="sdtContentLocked"/>' : '<w:lock w:val="sdtLocked"/>';
  const empty = text === '';
  // LibreOffice keeps titles of fields, but not tags, and only of fields within a line.
  const properties = `<w:sdtPr><w:alias w:val="${escapeXml(tag)}"/><w:tag w:val="${escapeXml(tag)}"/><w:id w:val="${id}"/>${lock}${empty ? '<w:showingPlcHdr/>' : ''}<w:text w:multiLine="1"/></w:sdtPr>`;
  const field = `<w:sdt>${properties}<w:sdtContent>${run(empty ? prompt : text)}</w:sdtContent></w:sdt>`;
  return `${paragraph('FieldLabel', label)}<w:p><w:pPr><w:pStyle w:val="${empty ? 'Placeholder' : 'Answer'}"/></w:pPr>${field}</w:p>`;
}

const style = (id: string, name: string, paragraphs: string, runs: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}${more}<w:qFormat/><w:pPr>${paragraphs}</w:pPr><w:rPr>${runs}</w:rPr></w:style>`;
const next = '<w:next w:val="Normal"/>';
const heading = (level: number, size: number, before: number): string =>
  style(
    `Heading${level}`,
    `heading ${level}`,
    `<w:keepNext/><w:keepLines/><w:spacing w:before="${before}" w:after="80"/><w:outlineLvl w:val="${level - 1}"/>`,
    `<w:b/><w:color w:val="1F3A4D"/><w:sz w:val="${size}"/>`,
    next,
  );
const box = '<w:pBdr><w:left w:val="single" w:sz="18" w:space="6" w:color="D9A300"/></w:pBdr><w:ind w:left="142"/>';
const STYLES = `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${style('Normal', 'Normal', '', '')}${heading(1, 36, 0)}${heading(2, 27, 320)}${heading(3, 23, 200)}${style('Muted', 'Cred muted', '<w:keepNext/>', '<w:color w:val="52606D"/>')}${style('ListBullet', 'List Bullet', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="40"/><w:contextualSpacing/>', '')}${style('FieldLabel', 'Cred field label', '<w:keepNext/><w:spacing w:before="120" w:after="20"/>', '<w:b/><w:sz w:val="20"/>')}${style('Answer', 'Cred answer', box, '')}${style('Placeholder', 'Cred placeholder', box, '<w:i/><w:color w:val="6B7785"/>')}${style('TableHead', 'Cred table head', '<w:spacing w:after="0"/>', '<w:b/><w:sz w:val="20"/>')}${style('TableText', 'Cred table text', '<w:spacing w:after="0"/>', '<w:sz w:val="20"/>')}</w:styles>`;
