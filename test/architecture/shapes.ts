/** How files look from outside: names, sizes, the opening comment, and how many stand in one folder. */
import { basename, dirname } from 'node:path'
import { type Finding, isSpec, type Source } from './sources.js'

const suffixes =
  'events|decider|view|metric|policy|process|reference|kind|controller|slice|module|query|queries|section|topic|target|dimension|resource|contract'
const fileName = new RegExp(`^[a-z0-9]+(-[a-z0-9]+)*(\\.(${suffixes}))?((\\.(int|e2e))?\\.spec)?\\.(tsx?|mjs)$`)
const maxLines = 300
const maxSpecLines = 500
const maxEntries = 12
/** Folders one looks up in by name instead of choosing from. */
const openEnded = /(^|\/)(kinds|events|decisions)$|^libs$|^libs\/crm$|^test$/

export function wrongFileNames(sources: Source[]): Finding[] {
  return sources
    .filter((one) => !fileName.test(basename(one.path)))
    .map(({ path }) => ({
      path,
      line: 1,
      message: `is not kebab-case with one suffix of ${suffixes.replaceAll('|', ', ')} or none`,
    }))
}

export function tooLong(sources: Source[]): Finding[] {
  return sources.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split('\n').length
    const most = isSpec(path) ? maxSpecLines : maxLines
    return lines > most ? [{ path, line: most + 1, message: `has ${lines} lines; ${most} at most` }] : []
  })
}

export function withoutOpening(sources: Source[]): Finding[] {
  return sources
    .filter(({ text }) => !/^(#!.*\n)?\/\*\*/.test(text))
    .map(({ path }) => ({ path, line: 1, message: 'does not open with /** what this is and why it is here */' }))
}

/** A spec beside its subject is no entry of its own: nobody chooses between the two. */
export function crowdedFolders(sources: Source[]): Finding[] {
  const entries = new Map<string, Set<string>>()
  for (const { path } of sources.filter((one) => !isSpec(one.path))) {
    for (let child = path; child.includes('/'); child = dirname(child)) {
      const folder = dirname(child)
      entries.set(folder, (entries.get(folder) ?? new Set()).add(child))
    }
  }
  return [...entries]
    .filter(([folder, children]) => children.size > maxEntries && !openEnded.test(folder))
    .map(([path, { size }]) => ({ path, line: 1, message: `holds ${size} entries; ${maxEntries} at most` }))
}
