import { expect, test } from 'vitest';
import { KINDS } from './kinds.ts';

test('each property asks a question: short, with a capital, and one that no other property of its kind asks', () => {
  for (const { name, properties } of KINDS.values()) {
    const prompts = Object.values(properties).map(({ prompt }) => prompt);
    for (const prompt of prompts) expect(prompt, name).toMatch(/^[A-Z].{8,90}\?$/);
    expect(new Set(prompts).size, name).toBe(prompts.length);
  }
});
