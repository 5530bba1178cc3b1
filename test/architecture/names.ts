/** Exported names: each is one module's alone, and none holds a word that the glossary puts another in the place of. */
import { type Finding, isSpec, lineAt, type Source } from './sources.js'

const exported =
  /^export\s+(?:default\s+)?(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:const|let|function\*?|class|interface|type|enum)\s+([A-Za-z_$][\w$]*)/gm
/** Lists that say the same in each language under the same name. */
const parallel = /^libs\/demo\/texts\/languages\//
/** The page of the API documents is called so everywhere. */
const wellKnown: ReadonlySet<string> = new Set(['docsPage'])

interface Exported {
  name: string
  path: string
  line: number
}

/**
 * What runs in a browser knows of the rest by its interface alone, so that its names are its own; and those of a screen
 * are its own, which no other screen imports.
 */
const houseOf = (path: string): string => /^apps\/web\/(?:screens\/[^/]+\/)?/.exec(path)?.[0] ?? ''

export function sharedNames(sources: Source[]): Finding[] {
  const homes = new Map<string, Exported[]>()
  for (const one of namesOf(sources)) {
    const key = `${houseOf(one.path)} ${one.name}`
    homes.set(key, [...(homes.get(key) ?? []), one])
  }
  return [...homes.values()].flatMap(([first, ...others]) =>
    others
      .filter(({ path }) => path !== first?.path)
      .map(({ name, path, line }) => ({ path, line, message: `exports ${name}, as ${first?.path} does` })),
  )
}

/** @param glossary the text of docs/glossary.md */
export function replacedWords(sources: Source[], glossary: string): Finding[] {
  const words = wordsNotToUse(glossary)
  return namesOf(sources)
    .filter(({ name }) => !wellKnown.has(name))
    .flatMap(({ name, path, line }) => {
      const word = partsOf(name).find((part) => words.has(part))
      return word ? [{ path, line, message: `exports ${name}; for "${word}" say ${words.get(word)}` }] : []
    })
}

/** Word → what to say, from the last table. */
export function wordsNotToUse(glossary: string): ReadonlyMap<string, string> {
  const rows = glossary.slice(glossary.indexOf('| not | but |')).matchAll(/^\| ([a-z, ]+) \| ([a-z ]+) \|$/gm)
  return new Map([...rows].slice(1).flatMap(([, not = '', but = '']) => not.split(', ').map((word) => [word, but])))
}

function namesOf(sources: Source[]): Exported[] {
  return sources
    .filter(({ path }) => /^(apps|libs)\//.test(path) && !isSpec(path) && !parallel.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(exported)].map((match) => ({ name: match[1] ?? '', path, line: lineAt(text, match.index) })),
    )
}

function partsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(' ')
}
