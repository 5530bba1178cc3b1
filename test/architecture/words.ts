/** The words that say nothing: not in file names and not in exported names. */
import { type Finding, lineAt, type Source } from './sources.js'

const banned = new Set(['manager', 'helper', 'helpers', 'util', 'utils', 'common', 'base', 'data', 'info', 'handler'])
/** Terms of ours in which a banned word says something. */
const terms = /\bdata (folder|subject|set)/g
const exported =
  /^export\s+(?:default\s+)?(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(const|let|function\*?|class|interface|type|enum)\s+([A-Za-z_$][\w$]*)/gm

export function bannedWords(sources: Source[]): Finding[] {
  return sources.flatMap((one) => [...inPath(one), ...inExports(one)])
}

function inPath({ path }: Source): Finding[] {
  const word = bannedWordIn(path.replace(/\.\w+$/, ''))
  return word ? [{ path, line: 1, message: `has the banned word "${word}" in its path` }] : []
}

function inExports({ path, text }: Source): Finding[] {
  return [...text.matchAll(exported)].flatMap((match) => {
    const [, sort = '', name = ''] = match
    const line = lineAt(text, match.index)
    const word = bannedWordIn(name)
    if (word) return [{ path, line, message: `exports ${name} with the banned word "${word}"` }]
    const hasPrefix = (sort === 'interface' || sort === 'type') && /^I[A-Z][a-z]/.test(name)
    return hasPrefix ? [{ path, line, message: `exports ${name} with an I in front` }] : []
  })
}

function bannedWordIn(name: string): string | undefined {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .toLowerCase()
  return words
    .replace(terms, '$1')
    .split(' ')
    .find((word) => banned.has(word))
}
