/**
 * Compares an answer with the one that a page shows: every field shown is there, of the same type, and
 * equal where its value is the same on every machine and day. What a page leaves out may be there.
 */
import type { Json } from '#kernel'

/** Fields whose values do not depend on ids, the day, or the history that was made up. */
const stable = new Set(
  'code status title type detail kind precision equal repeated unit field startedBy note summary restated private occurredAt occurred dead'.split(
    ' ',
  ),
)

/** One line per difference; none when it fits. */
export function differences(shown: { language: 'json' | 'text'; text: string }, output: string): string[] {
  if (shown.language === 'text') return textDifferences(shown.text, output)
  return jsonDifferences(JSON.parse(shown.text) as Json, JSON.parse(output) as Json, '')
}

function jsonDifferences(shown: Json | undefined, given: Json | undefined, path: string): string[] {
  const place = path || 'the answer'
  if (sortOf(shown) !== sortOf(given)) return [`${place} is ${sortOf(given)}, shown as ${sortOf(shown)}`]
  if (Array.isArray(shown) && Array.isArray(given)) {
    return shown.flatMap((each, at) => jsonDifferences(each, given[at], `${path}[${at}]`))
  }
  if (shown !== null && typeof shown === 'object' && given !== null && typeof given === 'object') {
    return Object.entries(shown).flatMap(([name, value]) =>
      jsonDifferences(value as Json, (given as Record<string, Json>)[name], path === '' ? name : `${path}.${name}`),
    )
  }
  const name = path.slice(path.lastIndexOf('.') + 1)
  return stable.has(name) && shown !== given ? [`${place} is ${given}, shown as ${shown}`] : []
}

function sortOf(value: Json | undefined): string {
  if (value === null || value === undefined) return 'nothing'
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}

/** Names of fields and of columns, in the order shown; stable values too. */
function textDifferences(shown: string, output: string): string[] {
  const lines = output.split('\n').map((line) => line.trim())
  let from = 0
  return wanted(shown).flatMap((line) => {
    const at = lines.findIndex((given, index) => index >= from && fits(line, given))
    if (at < 0) return [`no line like "${line}" after line ${from}`]
    from = at + 1
    return []
  })
}

/** The lines that hold on any day: `name: value`, and the heads of tables. */
function wanted(shown: string): string[] {
  const lines = shown.trimEnd().split('\n')
  return lines
    .filter((line, at) => /^\s*\w+:/.test(line) || (/:$/.test(lines[at - 1] ?? '') && line.trim() !== '-'))
    .map((line) => line.trim())
}

function fits(shown: string, given: string): boolean {
  const [, name, value] = /^(\w+):(.*)$/.exec(shown) ?? []
  if (name !== undefined) return stable.has(name) ? given === `${name}:${value}` : given.startsWith(`${name}:`)
  const columns = given.split(/\s{2,}/)
  return shown.split(/\s{2,}/).every((column) => columns.includes(column))
}
