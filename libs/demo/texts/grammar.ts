/**
 * A small grammar of sentence parts with slots, which writes the demo's notes.
 * A slot names a list; lists may differ by tag (the customer's setting, the topic, the season), and nouns come as
 * rows of ready inflected forms, so a text keeps to one product and still bends it correctly in every sentence.
 */
import type { Random } from '../random.js'
import type { TextMemory } from './text-memory.js'

/** One noun in the forms its language needs, by the form's name: `{ nom: 'kylmähuone', gen: 'kylmähuoneen' }`. */
export type Noun = Readonly<Record<string, string>>

/**
 * Lists by name. A list is found as `name@tag` for the first tag that has one, else as `name`.
 * Sentence parts hold slots: `{list}` writes an entry, `{list.form}` a form of the text's noun from that list,
 * `{2..6}` a whole number between the two, both included, `{200..900/50}` one in steps of 50.
 * A part that begins `(tag) ` is written only under that tag, one that begins `(!tag) ` only without it.
 */
export type Grammar = Readonly<Record<string, readonly string[] | readonly Noun[]>>

/** What one text is written with. */
export interface TextWriting {
  grammar: Grammar
  random: Random
  /** Tags in order of preference, as in `fact@complaint` or `product@laboratory`. */
  tags: readonly string[]
  /** What its reader has been told: parts come in turn. */
  told?: TextMemory
  /** Nouns of this text alone, by list. */
  nouns?: Readonly<Record<string, readonly Noun[]>>
}

const slotPattern = /\{([^{}]+)\}/g
const rangePattern = /^(\d+)\.\.(\d+)(?:\/(\d+))?$/
const sentenceStart = /(^|[.!?]\s+)(\p{Ll})/gu
const condition = /^\((!?)([a-zA-Z-]+)\) /
const deepestNesting = 8

/** Nouns from rows such as `'kylmähuone|kylmähuoneen'`, one part for each form. */
export function nouns(forms: readonly string[], rows: readonly string[]): readonly Noun[] {
  return rows.map((row) => {
    const parts = row.split('|')
    if (parts.length !== forms.length)
      throw new Error(`nouns: "${row}" needs ${forms.length} forms: ${forms.join(', ')}`)
    return Object.fromEntries(forms.map((form, index) => [form, parts[index] as string]))
  })
}

/** Writes one text from a list; within it every noun list yields one noun. Sentences begin with a capital. */
export const write = (writing: TextWriting, list: string): string => writeTogether(writing, [list])[0] as string

/** Writes texts about the same nouns, one from each list. */
export function writeTogether(writing: TextWriting, lists: readonly string[]): string[] {
  const chosen = new Map<string, Noun>()
  return lists.map((list) =>
    fill(writing, `{${list}}`, { chosen, depth: 0 }).replace(
      sentenceStart,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    ),
  )
}

interface Progress {
  chosen: Map<string, Noun>
  depth: number
}

function fill(writing: TextWriting, part: string, progress: Progress): string {
  if (progress.depth > deepestNesting) throw new Error(`grammar: "${part}" nests too deep; a list refers to itself`)
  return part.replace(slotPattern, (_, slot: string) => fillSlot(writing, slot, progress))
}

function fillSlot(writing: TextWriting, slot: string, progress: Progress): string {
  const range = rangePattern.exec(slot)
  if (range) return String(numberWithin(range.slice(1), writing.random))
  const [list = slot, form] = slot.split('.')
  if (form !== undefined) return nounForm(writing, { list, form }, progress)
  const fitting = fittingOf(writing, list)
  const entry = writing.random.pick<string | Noun>(writing.told?.next(fitting) ?? fitting)
  if (typeof entry !== 'string') throw new Error(`grammar: {${slot}} is a list of nouns; name a form, {${slot}.form}`)
  writing.told?.count(entry)
  return fill(writing, entry.replace(condition, ''), { ...progress, depth: progress.depth + 1 })
}

function numberWithin([from, to, step = '1']: string[], random: Random): number {
  return Number(from) + Number(step) * random.int(0, Math.floor((Number(to) - Number(from)) / Number(step)))
}

function nounForm(writing: TextWriting, slot: { list: string; form: string }, { chosen }: Progress): string {
  const noun = chosen.get(slot.list) ?? pickNoun(writing, slot.list)
  chosen.set(slot.list, noun)
  const word = noun[slot.form]
  if (word === undefined) throw new Error(`grammar: the nouns of "${slot.list}" have no form "${slot.form}"`)
  return word
}

function pickNoun(writing: TextWriting, list: string): Noun {
  const entry = writing.random.pick<string | Noun>(listOf(writing, list))
  if (typeof entry === 'string') throw new Error(`grammar: "${list}" holds sentence parts, not nouns`)
  return entry
}

/** The entries of a list that may be written under the tags. */
function fittingOf(writing: TextWriting, list: string): readonly (string | Noun)[] {
  return listOf(writing, list).filter((entry) => {
    const [, not, tag] = typeof entry === 'string' ? conditionOf(entry) : []
    return tag === undefined || writing.tags.includes(tag) === (not === '')
  })
}

const conditions = new Map<string, readonly string[]>()

/** Each part is read once: there are few, and they are asked for often. */
function conditionOf(part: string): readonly string[] {
  const read = conditions.get(part) ?? condition.exec(part) ?? []
  conditions.set(part, read)
  return read
}

/** Whether anything of a list may be written. */
export const hasPartFor = (writing: TextWriting, list: string): boolean => fittingOf(writing, list).length > 0

/** The nouns of a list in a setting. */
export const nounsOf = (writing: TextWriting, list: string): readonly Noun[] =>
  listOf(writing, list).filter((entry) => typeof entry !== 'string')

function listOf({ grammar, tags, nouns: own }: TextWriting, list: string): readonly (string | Noun)[] {
  if (own?.[list]) return own[list]
  const variants = variantsOf(grammar).get(list)
  const tag = variants && tags.find((one) => variants.has(one))
  const found = (tag !== undefined && variants?.get(tag)) || grammar[list]
  if (found === undefined) throw new Error(`grammar: no list "${list}" for the tags ${tags.join(', ')}`)
  return found
}

type Variants = ReadonlyMap<string, ReadonlyMap<string, Grammar[string]>>
const variantsByGrammar = new WeakMap<Grammar, Variants>()

/** The lists of a grammar that differ by tag; sorted out once. */
function variantsOf(grammar: Grammar): Variants {
  const known = variantsByGrammar.get(grammar)
  if (known) return known
  const variants = new Map<string, Map<string, Grammar[string]>>()
  for (const [name, entries] of Object.entries(grammar)) {
    const [list = '', tag] = name.split('@')
    if (tag === undefined) continue
    const ofList = variants.get(list) ?? new Map()
    variants.set(list, ofList.set(tag, entries))
  }
  variantsByGrammar.set(grammar, variants)
  return variants
}
