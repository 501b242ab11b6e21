/** Imports of zip archives: every file is read or told by its name, whatever its path and state are. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { expect, describe as group, test } from 'vitest';
import { importFiles } from '../exchange/import.ts';
import { distinct } from '../exchange/paths.ts';
import { inputsFrom } from '../host/import-inputs.ts';
import { entriesOf } from '../host/zip.ts';
import { cred, folderOf } from './command.ts';

const record = (name: string): Uint8Array =>
  strToU8(JSON.stringify({ '@type': 'ceterms:Certification', '@id': `https://r.example/${name}`, 'ceterms:name': name }));

/** Replaces a text in all places of an archive by one of the same length, such as a name by another one. */
function patched(bytes: Uint8Array, from: string, to: string): Uint8Array {
  expect(to).toHaveLength(from.length);
  return new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1'));
}

/** Changes a field of two bytes in the directory's entry of a file, and in the header before its content. */
function withField(bytes: Uint8Array, name: string, inEntry: number, inHeader: number, value: number): Uint8Array {
  const made = Buffer.from(bytes);
  made.writeUInt16LE(value, made.lastIndexOf(name) - 46 + inEntry);
  made.writeUInt16LE(value, made.indexOf(name) - 30 + inHeader);
  return new Uint8Array(made);
}
const encrypted = (bytes: Uint8Array, name: string): Uint8Array => withField(bytes, name, 8, 6, 1);
const packedBy = (bytes: Uint8Array, name: string, method: number): Uint8Array => withField(bytes, name, 10, 8, method);

const read = (bytes: Uint8Array) => {
  const { inputs, problems } = inputsFrom('a.zip', bytes);
  return { files: inputs.map(({ file }) => file), told: problems.map(({ file, why }) => `${file}: ${why}`), inputs };
};
const titles = (bytes: Uint8Array): string[] => {
  const { files } = importFiles(read(bytes).inputs);
  return files.flatMap(({ text }) => [...text.matchAll(/^certification \S+ "(.*)"/gm)].map(([, title]) => title!));
};

group('entries that come to one path', () => {
  const same = 'Another file of the archive comes to the same path. Both are read, this one under a path of its own.';

  test.each<[string, Zippable, string[]]>([
    ['a step out of the folder', { '1.json': record('A'), '../1.json': record('B') }, ['1.json', '1-2.json']],
    ['two slashes', { 'a/b.json': record('A'), 'a//b.json': record('B') }, ['a/b.json', 'a/b-2.json']],
    ['the slashes of Windows', { 'a/b.json': record('A'), 'a\\b.json': record('B') }, ['a/b.json', 'a/b-2.json']],
    ['capitals', { 'a.json': record('A'), 'A.JSON': record('B') }, ['a.json', 'A-2.JSON']],
    ['ways of writing an accent', { '\u00e9.json': record('A'), 'e\u0301.json': record('B') }, ['\u00e9.json', 'e\u0301-2.json']],
    ['characters that a file cannot have', { 'a:b.json': record('A'), 'a?b.json': record('B') }, ['a-b.json', 'a-b-2.json']],
    [
      'a path that is another one with a number',
      { 'a.json': record('A'), './a.json': record('B'), 'a-2.json': record('C') },
      ['a.json', 'a-2.json', 'a-2-2.json'],
    ],
  ])('%s: all are read, and it is told', (_, files, paths) => {
    const archive = zipSync(files);
    const { files: found, told } = read(archive);
    expect(found).toEqual(paths.map(one => `a.zip/${one}`));
    expect(told).toEqual(paths.slice(1).map(one => `a.zip/${one}: ${same}`));
    expect(titles(archive)).toEqual(['A', 'B', 'C'].slice(0, paths.length));
  });

  test('a name that stands twice in the archive', () => {
    const archive = patched(zipSync({ 'a.json': record('A'), 'b.json': record('B') }), 'b.json', 'a.json');
    expect(read(archive).files).toEqual(['a.zip/a.json', 'a.zip/a-2.json']);
    expect(titles(archive)).toEqual(['A', 'B']);
  });

  test('each becomes a file of its own in the folder', async () => {
    const folder = folderOf({
      'a.zip': zipSync({
        '1.json': record('A'),
        '../1.json': record('B'),
        'x/1.csv': strToU8('Credential Name,Credential Type\nC,Certification\n'),
      }),
    });
    expect((await cred(folder, ['import', 'a.zip', '-o', 'p'])).code).toBe(1);
    expect(readdirSync(path.join(folder, 'p'), { recursive: true }).sort()).toEqual(['a', 'a/1-2.cred', 'a/1.cred', 'a/x', 'a/x/1.cred']);
  });

  test('files of the same name that a program hands over', () => {
    const text = (title: string): string => new TextDecoder().decode(record(title));
    const { files } = importFiles(['a.json', 'a.json', 'a-2.json'].map((file, i) => ({ file, text: text('ABC'[i]!) })));
    expect(files.map(({ file, text: made }) => [file, /"(.)"/.exec(made)![1]])).toEqual([
      ['a.json', 'A'],
      ['a-3.json', 'B'],
      ['a-2.json', 'C'],
    ]);
  });

  test('a number is added until the path is free', () => {
    const taken = new Set<string>();
    expect(['a', 'A', 'a-2', 'a'].map(one => distinct(one, '.cred', taken))).toEqual(['a.cred', 'A-2.cred', 'a-2-2.cred', 'a-3.cred']);
  });
});

group('entries that are not read are told by name', () => {
  const inner = zipSync({ 'b.json': record('B') });

  test.each<[string, Uint8Array, string]>([
    ['an archive', zipSync({ 'a.json': record('A'), 'x/inner.zip': inner }), 'x/inner.zip: It is an archive within the archive.'],
    ['another kind of archive', zipSync({ 'a.json': record('A'), 'x.tar.gz': inner }), 'x.tar.gz: It is an archive within the archive.'],
    ['another ending', zipSync({ 'a.json': record('A'), 'b.pdf': record('B') }), 'b.pdf: It is not read: it is no .json, .jsonld'],
    ['no ending', zipSync({ 'a.json': record('A'), README: record('B') }), 'README: It is not read: it is no .json'],
    ['an older form', zipSync({ 'a.json': record('A'), 'b.xls': record('B') }), 'b.xls: It is no file of Excel or Word'],
    ['encrypted', encrypted(zipSync({ 'a.json': record('A'), 'b.json': record('B') }), 'b.json'), 'b.json: It is encrypted.'],
    [
      'another method',
      packedBy(zipSync({ 'a.json': record('A'), 'b.json': record('B') }), 'b.json', 14),
      'b.json: It is packed by a method',
    ],
    [
      'damaged',
      patched(zipSync({ 'a.json': record('A'), 'b.json': record('Bxyz') }, { level: 0 }), 'Bxyz', 'Bxyy'),
      'b.json: It is damaged.',
    ],
    [
      'with a cut content',
      patched(
        zipSync({ 'a.json': record('A'), 'b.json': record('B') }),
        'PK\x03\x04\x14\x00\x00\x00\x08\x00',
        'PK\x03\x05\x14\x00\x00\x00\x08\x00',
      ),
      'a.json: It is damaged.',
    ],
  ])('%s', (_, archive, says) => {
    const { files, told } = read(archive);
    expect(
      told.some(one => one.startsWith(`a.zip/${says}`)),
      told.join('\n'),
    ).toBe(true);
    // Whatever is not told is read.
    expect(new Set([...files, ...told.map(one => one.split(': ')[0])])).toEqual(
      new Set([...entriesOf(archive)!].map(({ name }) => `a.zip/${name}`).concat(files.length === 0 ? ['a.zip'] : [])),
    );
  });

  test('what a system adds for itself is no file of anybody', () => {
    const archive = zipSync({
      'a.json': record('A'),
      '__MACOSX/._a.json': strToU8('x'),
      '.DS_Store': strToU8('x'),
      'x/Thumbs.db': strToU8('x'),
      'folder/': new Uint8Array(),
    });
    expect(read(archive)).toMatchObject({ files: ['a.zip/a.json'], told: [] });
  });

  test('the path leads nowhere outside of the folder', () => {
    const archive = zipSync({ '../../a.json': record('A'), '/etc/b.json': record('B'), 'C:\\x\\c.json': record('C'), '..': record('D') });
    const { files, told } = read(archive);
    expect(files).toEqual(['a.zip/a.json', 'a.zip/etc/b.json', 'a.zip/x/c.json']);
    expect(told.map(one => one.split(': ')[0])).toEqual(['a.zip/unnamed']);
  });
});

group('the archive as a whole', () => {
  const archive = zipSync({ 'a.json': record('A'), 'b.json': record('B') });

  test('cut off at any place, it is refused, not read in part', () => {
    for (let length = 0; length < archive.length; length++)
      expect(read(archive.slice(0, length)), `${length} bytes`).toMatchObject({
        files: [],
        told: ['a.zip: It is no zip archive, or a part of it is missing.'],
      });
  });

  test('with any byte changed, each file is as it was or told', () => {
    const wanted = new Set(importFiles(read(archive).inputs).files.map(({ text }) => text));
    for (let at = 0; at < archive.length; at++) {
      const odd = archive.slice();
      odd[at]! ^= 0xff;
      const { inputs, told } = read(odd);
      expect(told.length > 0 || inputs.length === 2, `byte ${at}`).toBe(true);
      for (const { text } of importFiles(inputs).files) expect(wanted, `byte ${at}`).toContain(text);
    }
  });

  test('behind a program that unpacks it, and before a comment, it is read', () => {
    const comment = new Uint8Array([...archive, ...strToU8('of somebody')]);
    comment[archive.length - 2] = 11;
    expect(titles(new Uint8Array([...strToU8('#!/bin/sh\n'), ...comment]))).toEqual(['A', 'B']);
  });

  test('without files it is told, and a bomb is refused', () => {
    expect(read(zipSync({})).told).toEqual(['a.zip: There is no file in it that can be imported.']);
    expect(read(zipSync({ 'a.json': new Uint8Array(101_000_000) })).told[0]).toContain('when it is unpacked');
  });
});
