/** The commands of a page with the answers it shows for them, and the files it shows by name. */

export interface Shown {
  /** As written. */
  commands: string
  /** What the page shows right after them. */
  answer?: { language: 'json' | 'text'; text: string }
  /** Line of the page on which the commands begin. */
  line: number
}

/** Blocks marked `sh`, each with the `json` or `text` block after which nothing but prose stood. */
export function commandsOf(page: string): Shown[] {
  const shown: Shown[] = []
  let isFresh = false
  for (const { language, text, line } of blocksOf(page)) {
    const last = shown.at(-1)
    if (language === 'sh') shown.push({ commands: text, line })
    else if (isFresh && last && (language === 'json' || language === 'text')) last.answer = { language, text }
    isFresh = language === 'sh'
  }
  return shown
}

/** Files whose name, in backquotes on a line of its own, stands before a block. */
export function filesOf(page: string): Map<string, string> {
  const files = page.matchAll(/^`([\w.-]+)`\n\n```\w+\n(.*?)^```$/gms)
  return new Map([...files].map(([, name = '', text = '']) => [name, text]))
}

function blocksOf(page: string): { language: string; text: string; line: number }[] {
  return [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(({ 1: language = '', 2: text = '', index }) => ({
    language,
    text,
    line: page.slice(0, index).split('\n').length + 1,
  }))
}
