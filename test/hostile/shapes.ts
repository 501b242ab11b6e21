/**
 * Texts that grow with a number, each made to be hard for one part of reading: the lexer, the pairing of braces, names that
 * are looked up, lists that are compared. Checking such a text may take twice as long when it is twice as long, not more.
 */
const repeat = (part: string, n: number): string => part.repeat(n);
const each = (n: number, line: (i: number) => string): string => Array.from({ length: n }, (_, i) => line(i)).join('');

export const SHAPES: Readonly<Record<string, (n: number) => string>> = {
  quotes: n => repeat('"', n),
  quoteSp: n => repeat('" ', n),
  quoteLn: n => repeat('"\n', n),
  q3key: n => repeat('a: """x\n', n),
  q3key2: n => repeat('program P "P" {\na: """x\n', n),
  escq: n => `"${repeat('\\"', n)}`,
  backsl: n => `"${repeat('\\', n)}`,
  curlyq2: n => repeat('“a ', n),
  curlyqLn: n => repeat('“a\n', n),
  singlea: n => repeat("'a", n),
  singlesp: n => repeat(" 'a b", n),
  singleapos: n => `'${repeat("x'y", n)}`,
  guillemet: n => repeat('«', n),
  close: n => repeat('}', n),
  openclose: n => repeat('{}', n),
  deepblk1: n => repeat('a {', n),
  deepclosed: n => repeat('a {', n) + repeat('}', n),
  openLn: n => repeat('{\n', n),
  progopen: n => repeat('program P "P" {\n', n),
  qm: n => repeat('?', n),
  qmLn: n => repeat('?\n', n),
  slashsp: n => repeat('/ ', n),
  cmt: n => repeat('/*', n),
  cmtLn: n => repeat('/*\n', n),
  cmtcl: n => repeat('/**/', n),
  cmtcl2: n => repeat('*/', n),
  colon: n => repeat(':', n),
  colonsp: n => repeat('a: ', n),
  comma: n => repeat(',', n),
  commaw: n => `a: ${repeat('b,', n)}`,
  commaonlyLn: n => `a: ${repeat(',\n', n)}`,
  pct: n => repeat('%', n),
  dots2: n => repeat('.', n),
  minus: n => repeat('-', n),
  digitsdot: n => repeat('1.', n),
  digitsminus: n => repeat('1-', n),
  digslash: n => repeat('1/', n),
  digsp: n => repeat('1 ', n),
  numto: n => repeat('1 to ', n),
  of: n => repeat('of ', n),
  words: n => repeat('a ', n),
  wordsLn: n => repeat('a\n', n),
  blanksX: n => `a${repeat(' ', n)}b`,
  tabs: n => repeat('\t', n),
  cr: n => repeat('\r', n),
  blanksLn: n => repeat('          \n', n),
  nul: n => repeat('\0', n),
  eq: n => repeat('=', n),
  eqLn: n => repeat('a = b\n', n),
  money: n => repeat('$', n),
  moneyx: n => `a: $${repeat('x', n)}`,
  addr: n => repeat('http://', n),
  addr3: n => repeat('a://b ', n),
  bullets: n => repeat('- a\n', n),
  bulletsK: n => repeat('- a: b\n', n),
  bulletsX: n => repeat('* - • a: b\n', n),
  marksK: n => `${repeat('•', n)}a: b`,
  combining: n => `a${repeat('\u0301', n)}`,
  emoji: n => repeat('😀', n),
  arab: n => repeat('ش', n),
  membersflat: n => each(n, i => `outcome o${i} "O ${i}"\n`),
  dupnames: n => `program P "P" {\n${repeat('  outcome o "O"\n', n)}}\n`,
  duptop: n => repeat('organization O "O" {}\n', n),
  dupprog: n => repeat('program P "P" { goal: ? }\n', n),
  dupkey: n => `program P "P" {\n${repeat('  goal: ?\n', n)}}\n`,
  unkkey: n => `program P "P" {\n${each(n, i => `  gaol${i}: x\n`)}}\n`,
  unkkind: n => `program P "P" {\n${each(n, i => `  outcmoe${i} o "x"\n`)}}\n`,
  unkword: n => `program P "P" {\n${each(n, i => `  policy { covers: appels${i} }\n`)}}\n`,
  unkrefmany: n =>
    `certificate P "P" {\n${each(n, i => ` outcome o${i}x "O"\n`)} assessment a "A" { measures: ${Array.from({ length: n }, (_, i) => `q${i}`).join(', ')} }\n}\n`,
  refmany: n =>
    `certificate P "P" {\n${each(n, i => ` outcome o${i} "O"\n`)} assessment a "A" { measures: ${Array.from({ length: n }, (_, i) => `o${i}`).join(', ')} }\n}\n`,
  domains: n =>
    `certification P "P" {\n${each(n, i => ` domain d${i} "D" { weight: 1%; task t${i} "T" }\n`)} assessment a "A" { measures: ${Array.from({ length: n }, (_, i) => `d${i}`).join(', ')} }\n}\n`,
  longunk: n => `program P "P" { ${repeat('g', n)}: x }`,
  longrefs: n =>
    each(n, i => `organization ${repeat('a', 60)}${i} "O" {}\n`) + each(n, i => `program P${i} "P" { owner: ${repeat('a', 59)}b${i} }\n`),
  owners: n => each(n, i => `organization O${i} "O" {}\n`) + each(n, i => `program P${i} "P" { owner: O${i}; goal: ? }\n`),
  bare: n => `certification P "P" {\n${each(n, i => `  assessment a${i} "A ${i}" { }\n`)}}\n`,
  unkowners: n => each(n, i => `organization O${i} "O" {}\n`) + each(n, i => `program P${i} "P" { owner: Q${i}x; goal: ? }\n`),
  oneowner: n => `organization O "O" {}\n${each(n, i => `certification P${i} "P" { owner: O; goal: ? }\n`)}`,
  oneownermix: n =>
    `organization O "O" {}\n` +
    each(n, i => `${i % 2 ? 'certification' : 'certificate'} P${i} "P" { owner: O; goal: ?; module m "M" {} }\n`),
  sametitle: n => each(n, i => `certification P${i} "Same Title" { goal: ? }\n`),
  replaces: n => each(n, i => `certification P${i} "P" { replaces: P${(i + 1) % n}; requires: P${(i + 7) % n} }\n`),
  dotpath: n => `program P "P" { owner: ${repeat('P.', n)}P }`,
  ignores: n => `program P "P" {\n${each(n, i => `  // cred-ignore certification/goal: r${i}\n  outcome o${i} "O"\n`)}}\n`,
  ignorelist: n => `// cred-ignore ${repeat('a/b, ', n)}c/d: reason\nprogram P "P" {}\n`,
  ignoreline: n => `program P "P" {\n${each(n, i => `  gaol${i}: x // cred-ignore language/unknown-property: y\n`)}}\n`,
  ignoreno: n => repeat('// cred-ignore\n', n),
  ignorecol: n => `// cred-ignore ${repeat('a', n)}\n`,
  clauses: n =>
    `standard S "S" {\n${each(n, i => ` clause C${i} "C" { number: "${i}"; summary: "x"; feature f "F" { needs: goal } }\n`)}}\nprogram P "P" { accreditation { standard: S; status: seeking } }\n`,
  clausedeep: n =>
    `standard S "S" {\n${each(n, i => `clause c${i} "C" {\nfeature f "F" { needs: goal }\n`)}${repeat('}\n', n)}}\nprogram P "P" { accreditation { standard: S; status: seeking } }\n`,
  stdsprogs: n =>
    each(
      n,
      i =>
        `standard S${i} "S" { accredits: certification; clause C "C" { feature f "F" { needs: goal } } }\ncertification P${i} "P" { goal: ? }\n`,
    ),
  needs: n =>
    `standard S "S" { accredits: certification; clause C "C" { feature f "F" { needs: ${repeat('assessment.standard-setting.method, ', n)}goal } } }\ncertification P "P" { goal: ? }\n`,
  evidence: n =>
    `certification P "P" {\n accreditation { standard: NCCA-2021; status: seeking }\n${repeat(' evidence "E" { supports: NCCA-2021.S14; document: "x.pdf" }\n', n)}}\n`,
  milestones: n => `certification P "P" {\n${each(n, i => ` milestone "M ${i}" { due: 20${10 + (i % 80)}-01-01 }\n`)}}\n`,
  results: n =>
    `certification P "P" {\n assessment a "A" {}\n${each(n, i => ` results { of: a; from: ${1000 + (i % 9000)}; candidates: 10; passed: 20 }\n`)}}\n`,
  persons: n =>
    each(n, i => `person P${i} "N" {}\n`) +
    `certification C "C" { assessment a "A" { authors: ${Array.from({ length: n }, (_, i) => `P${i}`).join(', ')} }; panel p "P" { members: ${Array.from({ length: n }, (_, i) => `P${i}`).join(', ')} } }`,
  text2: n => `program P "P" { summary: "${repeat('certif', n)}" }`,
  text3: n => `certificate P "P" { summary: """${repeat('certified ', n)}""" }`,
  titleQ: n => `program P "${repeat('a.', n)}" { goal: x }`,
  holes: n => `program P "P" {\n${repeat('  outcome ? ?\n', n)}}`,
  bodies: n =>
    `organization O "O" {\n${each(n, i => ` body b${i} "B" { governs: P; autonomous: yes; seats: 9 }\n`)}}\ncertification P "P" { owner: O }\n`,
  seps: n =>
    `organization O "O" {\n${each(n, _i => ` separation { between: P, Q }\n`)}}\ncertification P "P" { owner: O }\ncertificate Q "Q" { owner: O; module m "M" {} }\n`,
  url: n => `program P "P" { website: "http://${repeat('a.', n)}b" }`,
  url2: n => `program P "P" { website: "${repeat('http://a ', n)}" }`,
  range: n => `program P "P" { fee: ${repeat('20-25% ', n)} }`,
  thous: n => `program P "P" { fee: ${repeat('1,240', n)} }`,
  usdate: n => `program P "P" { launched: ${repeat('03/15/2022 ', n)} }`,
  nextline: n => `program P "P" {\n${repeat('  goal:\n    x\n', n)}}`,
  titlenext: n => repeat('outcome\n"x"\n', n),
  titlenext2: n => repeat('"x"\n', n),
  domainnum: n => repeat('domain 3 "T" {\n', n),
  mixed: n => repeat('program P "P" { goal = validate; fee: $450 • x: “y” \n', n),
  // Opening marks without closing ones, with something behind them on the same line.
  guillemetBraces: n => repeat('« { ', n),
  moneyCommas: n => repeat('$,', n),
  escapedBlockTexts: n => repeat('k: \\"""\n', n),
  quoteBlanks: n => `"${repeat(' ', n)}x`,
  addressCommas: n => `a://${repeat(',', n)}x`,
  ignoreBlanks: n => `// cred-ignore a/b: ${repeat(' ', n)}x\n`,
  blockTextLines: n => `program P "P" { summary: """\n${repeat('  a\n', n)}""" }`,
  // Names that the file does not have, in several ways.
  bodiesOfOwner: n =>
    `organization O "O" {\n${each(n, i => `  body b${i} "B"\n`)}}\n${each(n, i => `certification P${i} "P" { owner: O; assessment a "A" { standard-setting { approved-by: b${i} } } }\n`)}`,
  editions: n => `${each(n, i => `organization ABC-${i} "O" {}\n`)}${each(n, i => `program P${i} "P" { owner: ABC }\n`)}`,
};
