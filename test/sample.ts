/** How much of what is made by chance is tried: a sample in `npm test`, and the whole in the heavy half of `npm run test:all`. */

/** Whether everything is tried. */
export const whole = process.env.CRED_WHOLE !== undefined;

/** Returns how often something is tried; `every` tells of how many times one belongs to the sample. */
export const tries = (all: number, every = 10): number => (whole ? all : Math.ceil(all / every));
