/** Writes a JSON list item by item, indented by two blanks. */

/** Starts a list. Its brackets are the caller's; `indent` is the indentation of the line on which the list begins. */
export function listed(indent: string) {
  let isEmpty = true;
  return {
    more(items: readonly unknown[]): string {
      const text = items.map((item, i) => `${isEmpty && i === 0 ? '' : ','}\n${laidOut(item, `${indent}  `)}`).join('');
      if (items.length > 0) isEmpty = false;
      return text;
    },
    /** Returns the text between the last item and the closing bracket. */
    close: (): string => (isEmpty ? '' : `\n${indent}`),
  };
}

/** Line ends within JSON strings are escaped, so every line end here belongs to the layout. */
const laidOut = (value: unknown, indent: string): string => indent + JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${indent}`);
