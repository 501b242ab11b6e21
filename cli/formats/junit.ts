/** Prints JUnit's XML for build servers: each file is a test suite, errors are failures, and all else is output. */
import { printableLines } from '../../language/model/printable.ts';
import type { FileResult, PlainFinding } from '../result/result.ts';
import type { Writer } from './writer.ts';

/** Its first line counts all tests: the suites are kept as text until then. */
export function junit(): Writer {
  const suites: string[] = [];
  let tests = 0;
  let failures = 0;
  return {
    begin: '<?xml version="1.0" encoding="UTF-8"?>\n',
    file(file) {
      tests += Math.max(1, file.findings.length);
      failures += failuresOf(file);
      suites.push(suite(file));
      return '';
    },
    end: () => [`<testsuites name="cred" tests="${tests}" failures="${failures}" errors="0">\n`, ...suites, '</testsuites>\n'],
  };
}

function suite(file: FileResult): string {
  const { path, findings } = file;
  const cases =
    findings.length > 0 ? findings.map(finding => testcase(path, finding)) : [`    <testcase${names(path, 'nothing to report')}/>\n`];
  return `  <testsuite name="${xml(path)}" tests="${cases.length}" failures="${failuresOf(file)}" errors="0">\n${cases.join('')}  </testsuite>\n`;
}

function testcase(path: string, { rule, severity, message, range: { start }, help }: PlainFinding): string {
  const place = `${path}:${start.line + 1}:${start.character + 1}`;
  const text = xml(`${place} ${severity} ${rule}\n${message}\n${help}`);
  const body =
    severity === 'error' ? `<failure type="${xml(rule)}" message="${xml(message)}">${text}</failure>` : `<system-out>${text}</system-out>`;
  return `    <testcase${names(path, `${rule} at ${start.line + 1}:${start.character + 1}`)}>${body}</testcase>\n`;
}

const names = (path: string, name: string): string => ` classname="${xml(path)}" name="${xml(name)}"`;
const failuresOf = ({ findings }: FileResult): number => findings.filter(({ severity }) => severity === 'error').length;

/** Escapes text for XML 1.0. Characters that XML cannot contain become U+FFFD. */
const xml = (text: string): string =>
  printableLines(text)
    .replace(/[^\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
