/** Reads a JSON model, possibly written by other programs, into blocks, and reports each problem with its path. */
import { TOP } from '../language/vocabulary/define.ts';
import { kindOf } from '../language/vocabulary/kinds.ts';
import { fits, looksLike, NAME } from './fits.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { GROUP_NAMES, GROUPS, MODEL_VERSION, type ModelBlock, type ModelValue } from './model.ts';

/** Something wrong with an imported file. */
export interface ImportProblem {
  /** The path in a JSON file, or the row and column of a sheet. */
  readonly at: string;
  readonly why: string;
}

/** Whether a JSON file is a model of Cred. */
export const isModel = (json: Json): json is JsonObject =>
  isObject(json) && json.version !== undefined && GROUP_NAMES.some(name => Array.isArray(json[name]));

/** Reads a model. Throws nothing: what is wrong is in the problems. */
export function readModel(json: JsonObject): { readonly blocks: readonly ModelBlock[]; readonly problems: readonly ImportProblem[] } {
  const problems: ImportProblem[] = [];
  if (json.version !== MODEL_VERSION) {
    const why = `It is of version ${JSON.stringify(json.version)}; this Cred reads version ${MODEL_VERSION}. Export it again with the same version of Cred.`;
    return { blocks: [], problems: [{ at: 'version', why }] };
  }
  for (const key of Object.keys(json))
    if (key !== 'version' && key !== '$schema' && !Object.hasOwn(GROUPS, key))
      problems.push({ at: key, why: 'Cred does not know this part. It is left out.' });
  const blocks = GROUP_NAMES.flatMap(name => listed(json[name], name, TOP, GROUPS[name], problems));
  return { blocks, problems };
}

function listed(
  json: Json | undefined,
  at: string,
  parent: string,
  kinds: readonly string[] | undefined,
  problems: ImportProblem[],
): ModelBlock[] {
  if (json === undefined) return [];
  if (!Array.isArray(json)) {
    problems.push({ at, why: 'A list of blocks was expected here.' });
    return [];
  }
  return (json as readonly Json[]).flatMap((one, index) => block(one, `${at}[${index}]`, parent, kinds, problems) ?? []);
}

function block(
  json: Json,
  at: string,
  parent: string,
  kinds: readonly string[] | undefined,
  problems: ImportProblem[],
): ModelBlock | undefined {
  const wrong = (where: string, why: string): undefined => void problems.push({ at: where, why });
  if (!isObject(json)) return wrong(at, 'A block was expected here, in braces.');
  const { kind, name, title, properties = {}, holes = [], blocks } = json;
  const table = typeof kind === 'string' ? kindOf(kind) : undefined;
  if (!table) return wrong(`${at}.kind`, `${JSON.stringify(kind) ?? 'Nothing'} is no kind of block. The block is left out.`);
  if (!table.standsIn.includes(parent) || (kinds && !kinds.includes(table.name)))
    return wrong(`${at}.kind`, `"${table.name}" does not stand ${parent === TOP ? 'here' : `in "${parent}"`}. The block is left out.`);
  for (const key of Object.keys(json))
    if (!['kind', 'name', 'title', 'properties', 'holes', 'blocks'].includes(key))
      wrong(`${at}.${key}`, 'Cred does not know this part. It is left out.');
  const named = typeof name === 'string' && NAME.test(name.normalize('NFC'));
  if (name !== undefined && !named)
    wrong(`${at}.name`, 'A name is letters, digits, "-" and "_", and begins with a letter. It is left out.');
  if (title !== undefined && typeof title !== 'string') wrong(`${at}.title`, 'A title is a text. It is left out.');
  const said: Record<string, ModelValue | readonly ModelValue[]> = {};
  if (!isObject(properties)) wrong(`${at}.properties`, 'The properties stand in braces, by their keys.');
  else
    for (const [key, value] of Object.entries(properties)) {
      const where = `${at}.properties.${key}`;
      const row = Object.hasOwn(table.properties, key) ? table.properties[key]! : undefined;
      if (!row) wrong(where, `A ${table.name} has no property "${key}". It is left out.`);
      else if (row.many !== Array.isArray(value)) wrong(where, row.many ? 'It takes a list of values.' : 'It takes one value, not a list.');
      else {
        const values = (row.many ? value : [value]) as readonly Json[];
        const good = values.filter((one, index) => {
          if (fits(one, row)) return true;
          wrong(row.many ? `${where}[${index}]` : where, `${short(one)} is not ${looksLike(row)}. It is left out.`);
          return false;
        }) as unknown as readonly ModelValue[];
        if (good.length > 0) said[key] = row.many ? good : good[0]!;
      }
    }
  const open = (Array.isArray(holes) ? (holes as readonly Json[]) : []).filter(
    (key): key is string => typeof key === 'string' && (key === 'title' || Object.hasOwn(table.properties, key)),
  );
  const parts = listed(blocks, `${at}.blocks`, table.name, undefined, problems);
  return {
    kind: table.name,
    ...(named && { name: name.normalize('NFC') }),
    ...(typeof title === 'string' && { title }),
    ...(Object.keys(said).length > 0 && { properties: said }),
    ...(open.length > 0 && { holes: open.filter(key => key === 'title' || !Object.hasOwn(said, key) || table.properties[key]!.many) }),
    ...(parts.length > 0 && { blocks: parts }),
  };
}

const short = (json: Json): string => {
  const text = JSON.stringify(json);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};
