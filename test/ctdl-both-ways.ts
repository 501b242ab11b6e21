/** Import and export of CTDL, one after the other, as its tests want them. */
import { importCtdl } from '../exchange/ctdl/in.ts';
import { exportCtdl } from '../exchange/ctdl/out.ts';
import { describe } from '../exchange/describe.ts';
import type { Json, JsonObject } from '../exchange/json.ts';
import { blocksOf, type Model } from '../exchange/model.ts';
import { write } from '../exchange/write.ts';
import { CredFile } from '../language/model/file.ts';

/** Imports a document, and reads the text that is written of it as a model. */
export const read = (json: Json, file = 'a.json') => {
  const imported = importCtdl([{ file, json }]);
  const text = write(imported.files[0]!.blocks);
  const credFile = CredFile.read('file:///a.cred', text);
  return { ...imported, text, file: credFile, model: describe([credFile]).model };
};

/** Exports a model; what is refused is an error. */
export const out = (model: Model, language?: string) => {
  const made = exportCtdl({ blocks: blocksOf(model), all: blocksOf(model), ...(language && { language }) });
  if ('refused' in made) throw new Error(made.refused.join('\n'));
  return made;
};

/** Returns the records of a document. */
export const graphOf = (json: JsonObject): readonly Json[] => json['@graph'] as readonly Json[];

/** Returns what is wrong with a file, except what its author is still to say. */
export const problemsIn = (file: CredFile) => file.problems.filter(({ rule }) => rule !== 'hole' && rule !== 'missing-name');
