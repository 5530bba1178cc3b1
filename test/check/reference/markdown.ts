/** The few pieces of Markdown that reference pages are made of. */

/** A table; cells may hold anything on one line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export const code = (text: string): string => `\`${text}\``

/** Says at the top that nobody edits the page by hand. */
export const generatedNote = '<!-- Written by `npm run generate` from the definitions; change those instead. -->'
