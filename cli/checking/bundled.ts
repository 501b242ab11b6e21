/** Stands for `bundles.ts` where one file holds everything: nothing is loaded late. */
import * as wholeEngine from './engine.ts';
import * as wholeExchange from './exchanging.ts';

/** Returns the language. */
export const engine = (): typeof wholeEngine => wholeEngine;

/** Returns the exchange with other systems. */
export const exchange = (): typeof wholeExchange => wholeExchange;

/** There is no bundle for threads to load. */
export const ENGINE = __filename;
