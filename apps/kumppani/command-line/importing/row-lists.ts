/** The lists of an import, which come in pages: whole for programs, their beginnings with totals for people. */
import type { Session } from '../session.js'
import { importLine } from '../telling/import-lines.js'
import { remark } from '../telling/reader.js'

type Asking = Pick<Session, 'read' | 'language'>

export type Listed = Record<string, unknown> & { next?: string }

/** How much of each list people are shown unless they ask for all. */
const shownFirst = 100

/** @param o names of the lists, and whether every row is wanted */
export async function listed(
  session: Asking,
  path: string,
  { names, all }: { names: readonly string[]; all: boolean },
): Promise<Record<string, unknown>> {
  const whole = await following(session, path, names)
  const totals = Object.fromEntries(names.map((name) => [name, listIn(whole, name).length]))
  if (all || Object.values(totals).every((total) => total <= shownFirst)) return whole
  remark(importLine('first-shown', { count: shownFirst }), await session.language())
  const beginnings = names.map((name) => [name, listIn(whole, name).slice(0, shownFirst)])
  return { ...whole, totals, ...Object.fromEntries(beginnings) }
}

/** All pages as one. */
async function following(session: Asking, path: string, names: readonly string[]) {
  const { next, ...whole } = (await session.read(path)).body as Listed
  for (let cursor = next; cursor !== undefined; ) {
    const page = (await session.read(path, { cursor })).body as Listed
    for (const name of names) whole[name] = listIn(whole, name).concat(listIn(page, name))
    cursor = page.next
  }
  return whole as Record<string, unknown>
}

const listIn = (answer: Record<string, unknown>, name: string): unknown[] => answer[name] as unknown[]
