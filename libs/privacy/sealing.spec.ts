/** What leaves for the log holds no personal text, and comes back whole for those who hold the key. */
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Json, type JsonObject, type KeyOwner, keyIdOf, type SealingKey, withMarkers } from '#kernel'
import { openSealed } from './opening.js'
import { isSealed, type SubjectFields, sealWith } from './sealing.js'

const eventId = '0a1b2c3d-0000-8000-8000-000000000001'
const type = 'touchpoint.meeting-held'

/** Keys in memory, one per subject: enough of a vault to seal and open with. */
function keyRing() {
  const bySubject = new Map<KeyOwner, SealingKey>()
  return {
    keyFor(subject: KeyOwner) {
      const key = bySubject.get(subject) ?? { id: `key${bySubject.size}`, bytes: randomBytes(32) }
      bySubject.set(subject, key)
      return key
    },
    bytesOf: (id: string) => [...bySubject.values()].find((key) => key.id === id)?.bytes ?? null,
  }
}

/** Sealed for subjects; one that stands in several groups has them in one. */
function sealed(data: JsonObject, groups: readonly SubjectFields[], ring = keyRing()): JsonObject {
  const bySubject = new Map<KeyOwner, string[]>()
  for (const { subject, paths } of groups) bySubject.set(subject, [...(bySubject.get(subject) ?? []), ...paths])
  const keyed = [...bySubject].map(([subject, paths]) => ({ key: ring.keyFor(subject), paths }))
  return sealWith(keyed, data, { eventId, type })
}

const meeting = (): JsonObject => ({
  text: 'wants samples before Easter',
  minutes: 45,
  notes: { goals: 'more in the south', budget: 'open' },
  people: [
    { id: 'c1', said: 'yes' },
    { id: 'c2', said: 'maybe' },
  ],
})

const meetingGroups: SubjectFields[] = [
  { subject: 'contact:1', paths: ['text', 'notes.goals', 'people.0.said'] },
  { subject: 'contact:2', paths: ['people.1.said', 'absent', 'notes.absent.deeper'] },
]

describe('sealWith', () => {
  it('leaves open fields as they are and puts one token per subject beside them', () => {
    expect(sealed(meeting(), meetingGroups)).toEqual({
      minutes: 45,
      notes: { budget: 'open' },
      people: [{ id: 'c1' }, { id: 'c2' }],
      '~sealed': [
        {
          token: expect.stringMatching(`^key0[.]${eventId}[.]${type}[.][\\w-]+$`),
          paths: ['text', 'notes.goals', 'people.0.said'],
        },
        { token: expect.stringMatching(`^key1[.]${eventId}[.]${type}[.][\\w-]+$`), paths: ['people.1.said'] },
      ],
    })
  })

  it('does not change the data it is given', () => {
    const data = meeting()
    sealed(data, meetingGroups)
    expect(data).toEqual(meeting())
  })

  it('makes no token for a subject without any present field', () => {
    const data = { minutes: 45 }
    expect(sealed(data, [{ subject: 'contact:1', paths: ['text'] }])).toBe(data)
  })

  it('gives another token each time', () => {
    const ring = keyRing()
    const both = [sealed(meeting(), meetingGroups, ring), sealed(meeting(), meetingGroups, ring)]
    expect(new Set(JSON.stringify(both).match(/"token":"[^"]+"/g)).size).toBe(4)
  })

  it.each<[string, JsonObject, string[]]>([
    ['a marker', { text: { '~': 'token', at: 'text' } }, []],
    ['tokens', { notes: [{ '~sealed': [] }] }, []],
    ['a prototype', JSON.parse('{"notes":{"__proto__":"x"}}'), []],
    ['a field sealed twice', { text: 'x' }, ['text', 'text']],
    ['a field inside a sealed one', { notes: { goals: 'x' } }, ['notes.goals', 'notes']],
  ])('refuses %s', (_what, data, paths) => {
    const groups = paths.map((path, index): SubjectFields => ({ subject: `contact:${index}`, paths: [path] }))
    expect(() => sealed(data, groups)).toThrow(/may not have|sealed/)
  })
})

describe('sealing and opening', () => {
  it('gives any payload back whole, whatever is sealed of it', () => {
    fc.assert(
      fc.property(payloadWithPaths(), fc.nat(3), ({ payload, paths }, subjects) => {
        const ring = keyRing()
        const groups = paths.map(
          (path, index): SubjectFields => ({ subject: `contact:${index % (subjects + 1)}`, paths: [path] }),
        )
        const stored = JSON.parse(JSON.stringify(sealed(payload, groups, ring)))
        expect(openSealed(withMarkers(stored), ring)).toEqual(payload)
      }),
      { numRuns: 300 },
    )
  })

  it('leaves no sealed text readable in what is stored', () => {
    const secret = fc.string({ minLength: 8, unit: fc.constantFrom(...'abcdefg') }).map((text) => `<${text}>`)
    fc.assert(
      fc.property(secret, (text) => {
        const data = { notes: { list: ['open', text] } }
        const groups: SubjectFields[] = [{ subject: 'contact:1', paths: ['notes.list.1'] }]
        const stored = sealed(data, groups)
        expect(JSON.stringify(stored)).not.toContain(text)
        expect(stored.notes).toEqual({ list: ['open', null] })
      }),
    )
  })
})

describe('withMarkers', () => {
  const key = { id: 'k', bytes: randomBytes(32) }

  it('shows markers where sealed values belong, sharing the token', () => {
    const stored = sealWith([{ key, paths: ['text', 'people.1.said'] }], meeting(), { eventId, type })
    const before = structuredClone(stored)
    const shown = withMarkers(stored) as ReturnType<typeof meeting> & { people: { said: Json }[] }
    const token = (stored['~sealed'] as { token: string }[])[0]?.token
    expect(shown.text).toEqual({ '~': token, at: 'text' })
    expect(shown.people[1]).toEqual({ id: 'c2', said: { '~': token, at: 'people.1.said' } })
    expect(isSealed(shown.text)).toBe(true)
    expect(keyIdOf(String(token))).toBe('k')
    expect(stored).toEqual(before)
  })

  it('gives data without sealed fields back as it is', () => {
    const data = meeting()
    expect(withMarkers(data)).toBe(data)
  })
})

interface Case {
  payload: JsonObject
  paths: string[]
}

/** Any payload of plain JSON with some paths into it, none inside another. */
function payloadWithPaths(): fc.Arbitrary<Case> {
  const name = fc.constantFrom('text', 'notes', 'people', 'goals', 'said', 'å')
  const { object } = fc.letrec<{ value: Json; object: JsonObject }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null)),
      tie('object'),
      fc.array(tie('value'), { maxLength: 4 }),
    ),
    object: fc.dictionary(name, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  }))
  return object.chain((payload) => {
    const all = pathsInto(payload)
    const chosen = fc.subarray(all).map((paths) => paths.filter((path) => !paths.some((p) => path.startsWith(`${p}.`))))
    return fc.record({ payload: fc.constant(payload), paths: chosen })
  })
}

function pathsInto(value: Json, prefix = ''): string[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => [prefix + name, ...pathsInto(inner, `${prefix}${name}.`)])
}
