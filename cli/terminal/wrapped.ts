/** Text in lines no longer than a terminal is wide, or than reads well; each begins with the indentation. */
export function wrapped(text: string, columns: number, indent = ''): string {
  const width = Math.min(columns - 1, 96) - indent.length;
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map(line => indent + line).join('\n');
}
