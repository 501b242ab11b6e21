/** Wraps a text into lines that fit the terminal, or that are comfortable to read if it is wider. Each line begins with `indent`. */
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
