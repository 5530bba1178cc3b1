/** Every language writes every kind of text, in many variants, without holes, the same for the same seed. */
import { describe, expect, it } from '@jest/globals'
import { demoProducts } from '../products.js'
import { seededRandom } from '../random.js'
import { inventedSectors } from '../sectors.js'
import { grammars, textsOf } from './texts.js'
import {
  type InventedLanguage,
  inventedTopics,
  occasionLists,
  projectKinds,
  type TextContext,
  textLanguages,
  visitGoals,
} from './vocabulary.js'

const notes = (language: InventedLanguage, seed: number, count: number) => {
  const random = seededRandom(seed)
  const texts = textsOf(language, random)
  return Array.from({ length: count }, (_, index) => {
    const context = { sector: random.pick(inventedSectors), month: random.int(1, 12) }
    const emailNote = (about: TextContext) => texts.email(about).note
    const kinds = [texts.visitNote, texts.phoneNote, emailNote, texts.quickNote]
    return kinds[index % kinds.length]?.(context) ?? ''
  })
}

const everyKind = (language: InventedLanguage, seed: number) => {
  const random = seededRandom(seed)
  const texts = textsOf(language, random)
  const written: string[] = []
  for (const sector of inventedSectors) {
    for (const topic of inventedTopics) {
      const context = { sector, topic, month: random.int(1, 12) }
      const { meetingNotes, project, occasion, email, visit, tellsOf: _, ...others } = texts
      written.push(...Object.values(email(context)))
      written.push(...visitGoals.flatMap((goal) => Object.values(visit(goal, context))))
      written.push(...Object.values(others).map((writer) => writer(context)))
      written.push(...Object.values(meetingNotes(context)))
      written.push(...projectKinds.flatMap((kind) => Object.values(project(kind, context))))
      written.push(...occasions.map(([list, of]) => occasion(list, context, of)))
    }
  }
  return written
}

/** Every list of occasions with each occasion that English tells apart. */
const occasions = occasionLists.flatMap((list) =>
  Object.keys(grammars.en).flatMap((name) => {
    const [of, by] = name.split('@')
    return of === list ? [[list, by] as const] : []
  }),
)

const sectorIn = { kitchen: 'hospitality', laboratory: 'pharma', ship: 'marine' } as const

/** Upper-case first letter, or a digit. */
const wellBegun = /^[\p{Lu}\d]/u

describe.each(textLanguages)('texts in %s', (language) => {
  it('writes thousands of distinct notes', () => {
    expect(new Set(notes(language, 11, 5000)).size).toBeGreaterThan(4000)
  })

  it('writes notes that end as sentences', () => {
    for (const note of notes(language, 12, 500)) expect(note).toMatch(/[.]$/)
  })

  it('leaves no text empty, unresolved, overlong or begun in lower case', () => {
    const flawed = everyKind(language, 13).filter(
      (text) => /[{}|]|undefined| {2}|\.\./.test(text) || text.length > 600 || !wellBegun.test(text),
    )
    expect(flawed).toEqual([])
  })

  it('begins every sentence with a capital', () => {
    const flawed = everyKind(language, 14).filter((text) => /[.!?] \p{Ll}/u.test(text))
    expect(flawed).toEqual([])
  })

  it('writes the same texts for the same seed and others for another', () => {
    expect(everyKind(language, 15)).toEqual(everyKind(language, 15))
    expect(everyKind(language, 15)).not.toEqual(everyKind(language, 16))
  })

  it('has the same lists as English, with no entry twice', () => {
    const ofLanguage = grammars[language]
    for (const list of Object.keys(grammars.en)) expect(ofLanguage).toHaveProperty([list])
    for (const entries of Object.values(ofLanguage)) expect(new Set<unknown>(entries).size).toBe(entries.length)
  })
})

/** Every sentence part of a language. */
const partsOf = (language: InventedLanguage) =>
  Object.values(grammars[language])
    .flat()
    .filter((entry) => typeof entry === 'string')

describe.each(textLanguages)('what texts in %s say of goods', (language) => {
  const goods = /\{(product|cooler|bought|boughtCooler|ordered|delivered)\./
  const number = /\{\d+\.\./

  it('counts none, since their number is known from what was sold', () => {
    expect(partsOf(language).filter((part) => number.test(part) && goods.test(part))).toEqual([])
    const ours = grammars[language].situation?.filter((part) => String(part).startsWith('(bought)'))
    const service = grammars[language]['fact@service']?.filter((part) => String(part).startsWith('(agreement)'))
    expect(ours).toHaveLength(1)
    expect(service).toHaveLength(1)
    expect([...(ours ?? []), ...(service ?? [])].filter((part) => /\d/.test(String(part)))).toEqual([])
  })

  it('puts none in a place, where it might not fit', () => {
    expect(partsOf(language).filter((part) => /\{place\./.test(part) && goods.test(part))).toEqual([])
  })
})

describe('contexts', () => {
  it('speaks of the galley on ships and never of it in laboratories', () => {
    const texts = textsOf('en', seededRandom(17))
    const written = (sector: 'marine' | 'laboratory') =>
      Array.from({ length: 300 }, () => texts.visitNote({ sector })).join(' ')
    expect(written('marine')).toContain('galley')
    expect(written('laboratory')).not.toMatch(/galley|kitchen|HACCP/)
  })

  it('keeps to the topic asked for', () => {
    const texts = textsOf('en', seededRandom(18))
    for (let count = 0; count < 50; count++) expect(texts.phoneNote({ topic: 'pilot' })).toMatch(/pilot/i)
  })

  it('keeps to the sector: schools have no restaurant kitchen, shops no restaurant manager', () => {
    const texts = textsOf('en', seededRandom(20))
    const written = (sector: 'education' | 'retail') =>
      Array.from({ length: 300 }, () => texts.visitNote({ sector })).join(' ')
    expect(written('education')).not.toMatch(/restaurant kitchen|goods-in/)
    expect(written('retail')).not.toMatch(/restaurant manager|head chef/)
  })

  it.each(textLanguages)('tells nobody in %s who has not bought how our equipment does', (language) => {
    const texts = textsOf(language, seededRandom(21))
    const ours = /\{(bought|boughtCooler|delivered)\./
    const ofOurs = grammars[language].quickNote?.filter((part) => ours.test(String(part))) ?? []
    expect(ofOurs).toHaveLength(3)
    for (const part of ofOurs) expect(part).toMatch(/^\((bought|complaint|delivered)\) /)
    const nothing = { bought: [], ordered: [], delivered: [] }
    const asked = inventedTopics.filter((topic) => texts.tellsOf(topic, { isCustomer: false, ...nothing }))
    expect(asked).not.toContain('complaint')
    expect(asked).not.toContain('delivery')
    expect(() => texts.phoneNote({ topic: 'complaint', ...nothing })).toThrow('the list is empty')
  })

  it('says who called as the encounter does', () => {
    const texts = textsOf('en', seededRandom(23))
    for (let count = 0; count < 100; count++) {
      expect(texts.phoneNote({ by: 'they' })).not.toMatch(/^(Called|Reached)/)
      expect(texts.phoneNote({ by: 'we' })).not.toMatch(/^The [a-z ]+ (called|returned)/)
    }
  })

  it.each(textLanguages)('speaks in %s of the goods that they have, by the names of the catalogue', (language) => {
    const texts = textsOf(language, seededRandom(27))
    for (const { code, kind, line, settings: fit } of demoProducts) {
      const isCooler = kind === 'product' && ['cold-storage', 'laboratory'].includes(line)
      for (const setting of isCooler ? fit : []) {
        const about = { setting, sector: sectorIn[setting], bought: [code] } as const
        expect([code, texts.tellsOf('complaint', about)]).toEqual([code, true])
      }
    }
  })

  it('puts nothing off to the day that it is', () => {
    const texts = textsOf('en', seededRandom(24))
    const monday = Array.from({ length: 300 }, () => texts.notReached({ weekday: 1 })).join(' ')
    expect(monday).not.toContain('on Monday')
    expect(monday).toContain('on Friday')
  })

  it('writes subject and note of an email about one thing', () => {
    const texts = textsOf('en', seededRandom(26))
    for (let count = 0; count < 50; count++) {
      const { subject, note } = texts.email({ topic: 'complaint' })
      const [, thing = ''] =
        /^(?:Complaint about the|The) ([a-z ]+?)(?: (?:has|keeps|no longer|gives|takes) .*)?$/.exec(subject) ?? []
      expect(note).toContain(thing)
    }
  })

  it('names a project and describes it as one place', () => {
    const texts = textsOf('en', seededRandom(25))
    for (let count = 0; count < 50; count++) {
      const { name, what } = texts.project('renovation', { sector: 'education' })
      const [, place = ''] = /of the ([a-z ]+?)( in two stages)?$/.exec(name) ?? []
      expect(what).toContain(place)
    }
  })

  it('looks ahead from the month given', () => {
    const texts = textsOf('en', seededRandom(19))
    const autumn = Array.from({ length: 300 }, () => texts.nextStep({ month: 10 })).join(' ')
    expect(autumn).toContain('before the Christmas season')
    expect(autumn).not.toContain('before the summer season')
  })
})
