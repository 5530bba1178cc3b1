/**
 * Every string that an answer shows a member is in the member's language, or somebody's own words: all queries are asked
 * over the demo's documents, by a member of each language and once more in another one. A word that both answers say at
 * the same place is nobody's translation; it has to be written in an event, or be a word of a text in that language.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import { seedDemo } from '#demo'
import { DomainError, languages, type Position, type Query, type StoredEvent, type TextLanguage } from '#kernel'
import { openSealed } from '#privacy/opening.js'
import { TestGroup } from '../harness/group.js'
import {
  codesOfEvent,
  currencyCodes,
  declaredCodes,
  namesIn,
  ownTextsOf,
  type TextsTold,
  textsFrom,
  textsTold,
  wordsOf,
} from '../harness/told-words.js'

interface Reader {
  as: string
  /** Asked for; the member's own where none is. */
  language?: TextLanguage
}

/** The one whose own language is English administers the group, and sees no customers. */
const readers: Readonly<Record<TextLanguage, readonly Reader[]>> = {
  en: [{ as: 'noora' }, { as: 'elina', language: 'en' }],
  fi: [{ as: 'elina' }],
  sv: [{ as: 'karin' }],
  de: [{ as: 'heike' }],
  nb: [{ as: 'silje' }],
}
const others: Readonly<Record<TextLanguage, TextLanguage>> = { en: 'fi', fi: 'en', sv: 'en', de: 'en', nb: 'en' }

let folder: string
let group: TestGroup
let asked: Asked[]
/** What people wrote and named; names of products apart, which they have in each language. */
let written: Set<string>
/** The longest first. */
let names: string[]
/** Ids and codes that events hold or are made of, and those that the business declares. */
let codes: Set<string>
let productNames: Readonly<Record<TextLanguage, Set<string>>>

const vocabulary = business.registry.slices.flatMap((slice) => slice.vocabulary)
const texts = [...textsFrom([business, vocabulary])]
/** Languages that are kin share words. */
const isAkin = (one: TextLanguage, other: TextLanguage) => one !== 'fi' && other !== 'fi'

/** Words of what is written in a language: one word may be that of its kin, and no more than that. */
const wordsIn = Object.fromEntries(
  languages.map((language) => {
    const other = others[language]
    const own = texts.filter(
      (one) => one[language] !== one[other] || (isAkin(language, other) && wordsOf(one[language]).length < 2),
    )
    const written = [...own.map((one) => one[language]), ...namesIn(language), ...currencyCodes]
    return [language, new Set(written.flatMap(wordsOf))]
  }),
) as Record<TextLanguage, Set<string>>

interface Asked {
  page: Query
  params: Record<string, string>
  query: object
}

/** A question of each query about each of some records, with whatever else it needs to be asked. */
function questionsAbout(records: Readonly<Record<string, readonly string[]>>): Asked[] {
  return [...business.registry.queries.values()].flatMap((page) => {
    const [, of = '', param] = /^\/([a-z-]+)\/:(\w+)/.exec(page.route) ?? []
    const query = needed[page.name] ?? {}
    if (param === undefined) return [{ page, params: {}, query }]
    return (records[of] ?? []).map((id) => ({ page, params: { [param]: id }, query }))
  })
}

const needed: Readonly<Record<string, object>> = {
  search: { text: 'cold' },
  'many-figures': { metrics: ['touchpoints'], from: '2026-01-01', to: '2026-09-13' },
  'record-names': { streams: 'group-group' },
  figures: { by: ['unit', 'year'], from: '2025-01-01', to: '2026-09-13' },
  'figure-events': { from: '2026-01-01', to: '2026-09-13' },
}

async function readAll(): Promise<void> {
  const events: StoredEvent[] = []
  for (let after: Position | undefined = 0; after !== undefined; ) {
    const page: StoredEvent[] = await group.log.readAll({ after, limit: 5000 })
    events.push(...page.map((event) => openSealed(business.registry.catalogue.read(event), group.vault)))
    after = page.length === 5000 ? page.at(-1)?.position : undefined
  }
  codes = new Set([
    ...declaredCodes(business.registry),
    ...vocabulary.flatMap(({ set, words }) => [set, ...Object.keys(words)]),
    ...events.flatMap(codesOfEvent),
  ])
  const isOfProduct = ({ type }: StoredEvent) => type.startsWith('product.')
  const texts = events.filter((event) => !isOfProduct(event)).flatMap((event) => ownOf(event))
  written = new Set(texts)
  names = [...written].filter((text) => text.length <= 80).sort((a, b) => b.length - a.length)
  productNames = Object.fromEntries(
    languages.map((language) => [
      language,
      new Set(events.filter(isOfProduct).flatMap((event) => namesOf(event, language))),
    ]),
  ) as Record<TextLanguage, Set<string>>
}

const ownOf = ({ type, data }: StoredEvent): string[] => ownTextsOf(data, business.registry.catalogue.require(type))

/** What a product is called in a language; what else stands in its event, as its line, is the group's own. */
function namesOf(event: StoredEvent, language: TextLanguage): string[] {
  const { name, names: translated = {} } = event.data as { name?: string; names?: Record<string, string> }
  const foreign = new Set([name, ...Object.values(translated)])
  const own = translated[language] ?? name
  return [...ownOf(event).filter((text) => !foreign.has(text)), ...(own === undefined ? [] : [own])]
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'languages-'))
  group = await TestGroup.open({ folder })
  const setClock = (moment: Date) => {
    group.time = moment.toISOString()
  }
  const until = new Date('2026-09-14T08:30:00Z')
  await seedDemo({ core: group.core, setClock, until, seed: 7, onProgress: () => undefined })
  group.time = '2026-09-14T08:30:00.000Z'
  await group.projector.catchUp()
  await readAll()
  const idsOf = async (page: string, query: object = {}) => {
    const { rows } = await group.ask<{ rows: { id: string }[] }>(
      page,
      {},
      { as: 'elina', query: { limit: 50, ...query } },
    )
    return rows.map(({ id }) => id)
  }
  const relationships = await idsOf('relationships', { filter: 'keyAccount eq true' })
  const customers = [...(await idsOf('customers')).slice(0, 8), ...relationships.map((id) => id.split('.')[0] ?? id)]
  asked = questionsAbout({
    customers: [...new Set(customers)].slice(0, 16),
    contacts: (await idsOf('contacts')).slice(0, 5),
    opportunities: (await idsOf('opportunities')).slice(0, 8),
    relationships: [...relationships.slice(0, 4), ...(await idsOf('relationships')).slice(0, 8)],
    figures: [...business.registry.metrics.keys()],
  })
}, 900_000)
afterAll(async () => {
  await group.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Undefined where it is not the member's to see. */
async function told({ page, params, query }: Asked, { as, language }: Reader): Promise<TextsTold | undefined> {
  try {
    const answer = await group.ask(page.name, params, { as, query, ...(language && { language }) })
    return textsTold(answer, page.answer)
  } catch (error) {
    if (error instanceof DomainError && ['forbidden', 'not-found'].includes(error.kind)) return undefined
    throw error
  }
}

/** A code, an id, or several of them in one. */
const isCode = (text: string): boolean => codes.has(text) || text.split('.').every((part) => codes.has(part))

/** What is left of a text without what somebody wrote or named; a name in each language is that language's own. */
function ofProgram(text: string, place: string, language: TextLanguage): string {
  const named = productNames[languages.find((one) => place.endsWith(`names.${one}`)) ?? language]
  if (written.has(text) || named.has(text) || isCode(text)) return ''
  const own = [...names, ...named].filter((name) => name.length > 2 && text.includes(name))
  return own.reduce((rest, name) => rest.replaceAll(name, ' '), text)
}

/** Replay shows documents as they are kept, by the names of their fields. */
const asKept = /^steps\.changes\.fields\./

interface Untranslated {
  place: string
  says: string
}

function untranslated(one: TextsTold, other: TextsTold, language: TextLanguage): Untranslated[] {
  return [...one].flatMap(([place, texts]) => {
    if (asKept.test(place)) return []
    const foreign = new Set([...(other.get(place) ?? [])].flatMap(wordsOf))
    return [...texts].flatMap((text) => {
      if (!wordsOf(text).some((word) => foreign.has(word))) return []
      const words = wordsOf(ofProgram(text, place, language))
      const strange = words.filter((word) => foreign.has(word) && !wordsIn[language].has(word))
      return strange.length > 0 ? [{ place, says: `"${strange.join(' ')}" in "${text}"` }] : []
    })
  })
}

/** Codes, by the sets that have another word for them in a language. */
const codesIn = (language: TextLanguage): ReadonlySet<string> =>
  new Set(
    vocabulary.flatMap(({ words }) =>
      Object.entries(words).flatMap(([code, word]) =>
        word[language].toLowerCase() === code || wordsOfAll[language].has(code) ? [] : [code],
      ),
    ),
  )

const wordsOfAll = Object.fromEntries(
  languages.map((language) => [
    language,
    new Set(vocabulary.flatMap(({ words }) => Object.values(words).map((word) => word[language].toLowerCase()))),
  ]),
) as Record<TextLanguage, Set<string>>

/** What leads on or is drawn stays as it is kept; people read what stands beside it. */
const asKeptInWords: readonly RegExp[] = [
  /^vocabulary\./,
  /\.(id|unit)$/,
  /^score\./,
  /^replay\.steps\.changes\.fields\./,
  /^products\.rows\.line$/,
  /^(customer\.sections|brief\.sections)\.(name|parts|topic)$/,
  /\.dimensions$/,
  /^(metrics\.rows|figures\.metric|figure-events\.metric|many-figures\.metrics\.metric)\.name$/,
  /^me\.rights\.resource\.id$/,
]

function stringsIn(value: unknown, place: string): { place: string; says: string }[] {
  if (typeof value === 'string') return [{ place, says: value }]
  if (Array.isArray(value)) return value.flatMap((each) => stringsIn(each, place))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => stringsIn(each, `${place}.${name}`))
}

/** Undefined where it is not the member's to see. */
async function toldInWords({ page, params, query }: Asked, as: string, language: TextLanguage) {
  try {
    return await group.ask<object>(page.name, params, { as, query, language, inWords: true })
  } catch (error) {
    if (error instanceof DomainError && ['forbidden', 'not-found'].includes(error.kind)) return undefined
    throw error
  }
}

describe.each(languages)('whatever is answered in words of %s', (language) => {
  it('holds none of the codes', async () => {
    const codes = codesIn(language)
    const isLeft = ({ place, says }: { place: string; says: string }) =>
      codes.has(says) && !written.has(says) && !asKeptInWords.some((one) => one.test(place))
    const found = new Map<string, string>()
    const as = language === 'en' ? 'elina' : (readers[language][0] as Reader).as
    for (const question of asked) {
      const told = stringsIn(await toldInWords(question, as, language), question.page.name)
      for (const { place, says } of told.filter(isLeft)) found.set(place, says)
    }
    expect(Object.fromEntries(found)).toEqual({})
  }, 120_000)
})

describe.each(languages)('whatever is answered in %s', (language) => {
  it('is said in it, but for what people wrote', async () => {
    /** One of each place is enough to be found by. */
    const found = new Map<string, string>()
    let answers = 0
    for (const reader of readers[language])
      for (const question of asked) {
        const one = await told(question, reader)
        const other = one && (await told(question, { ...reader, language: others[language] }))
        if (!other) continue
        answers++
        for (const { place, says } of untranslated(one, other, language))
          found.set(`${question.page.name}: ${place}`, says)
      }
    expect(Object.fromEntries(found)).toEqual({})
    expect(answers).toBeGreaterThan(100)
  }, 120_000)
})
