/** Every language writes every kind of text, in many variants, without holes, the same for the same seed. */
import { describe, expect, it } from '@jest/globals'
import { seededRandom } from '../random.js'
import { inventedSectors } from '../sectors.js'
import { grammars, textsOf } from './texts.js'
import { type InventedLanguage, inventedTopics, projectKinds, textLanguages } from './vocabulary.js'

const notes = (language: InventedLanguage, seed: number, count: number) => {
  const random = seededRandom(seed)
  const texts = textsOf(language, random)
  return Array.from({ length: count }, (_, index) => {
    const context = { sector: random.pick(inventedSectors), month: random.int(1, 12) }
    const kinds = [texts.visitNote, texts.phoneNote, texts.emailSummary, texts.quickNote]
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
      const { meetingNotes, evaluation, projectName, projectDescription, ...others } = texts
      written.push(...Object.values(others).map((writer) => writer(context)))
      written.push(...Object.values(meetingNotes(context)), evaluation(true, context), evaluation(false, context))
      written.push(...projectKinds.flatMap((kind) => [projectName(kind, context), projectDescription(kind, context)]))
    }
  }
  return written
}

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

  it('looks ahead from the month given', () => {
    const texts = textsOf('en', seededRandom(19))
    const autumn = Array.from({ length: 300 }, () => texts.nextStep({ month: 10 })).join(' ')
    expect(autumn).toContain('before the Christmas season')
    expect(autumn).not.toContain('before the summer season')
  })
})
