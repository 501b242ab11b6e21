/** Returns a short name made of a title's capitals: `CWT` for "Certified Widget Technician"; an empty string if it has none. */
export function initials(title: string): string {
  return (title.match(/(?<![\p{L}\p{M}\p{N}])\p{Lu}/gu) ?? []).join('');
}
