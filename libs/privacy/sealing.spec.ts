/** What leaves for the log holds no personal text, and comes back whole for those who hold the key. */
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Json, type JsonObject, type KeyOwner, keyIdOf, type SealingKey, withMarkers } from '#kernel'
import { openSealed } from './opening.js'
import { isSealed, type SubjectFields, sealPayload, sealWith } from './sealing.js'

const eventId = '0a1b2c3d-0000-8000-8000-000000000001'
const type = 'touchpoint.meeting-held'

/** Keys in memory, one per subject: enough of a vault to seal and open with. */
function keyRing() {
  const bySubject = new Map<KeyOwner, SealingKey>()
  return {
    async keyFor(subject: KeyOwner) {
      const key = bySubject.get(subject) ?? { id: `key${bySubject.size}`, bytes: randomBytes(32) }
      bySubject.set(subject, key)
      return key
    },
    bytesOf: (id: string) => [...bySubject.values()].find((key) => key.id === id)?.bytes ?? null,
    subjects: () => [...bySubject.keys()],
  }
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

describe('sealPayload', () => {
  it('leaves open fields as they are and puts one token per subject beside them', async () => {
    const sealed = await sealPayload({ data: meeting(), groups: meetingGroups, eventId, type, vault: keyRing() })
    expect(sealed).toEqual({
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

  it('does not change the data it is given', async () => {
    const data = meeting()
    await sealPayload({ data, groups: meetingGroups, eventId, type, vault: keyRing() })
    expect(data).toEqual(meeting())
  })

  it('makes neither token nor key for a subject without any present field', async () => {
    const vault = keyRing()
    const data = { minutes: 45 }
    expect(await sealPayload({ data, groups: [{ subject: 'contact:1', paths: ['text'] }], eventId, type, vault })).toBe(
      data,
    )
    expect(vault.subjects()).toEqual([])
  })

  it('seals groups of the same subject in one token', async () => {
    const groups: SubjectFields[] = [
      { subject: 'contact:1', paths: ['text'] },
      { subject: 'contact:1', paths: ['notes.goals'] },
    ]
    const sealed = await sealPayload({ data: meeting(), groups, eventId, type, vault: keyRing() })
    expect(sealed['~sealed']).toEqual([{ token: expect.any(String), paths: ['text', 'notes.goals'] }])
  })

  it('gives another token each time', async () => {
    const vault = keyRing()
    const seal = () => sealPayload({ data: meeting(), groups: meetingGroups, eventId, type, vault })
    const tokens = JSON.stringify([await seal(), await seal()]).match(/"token":"[^"]+"/g)
    expect(new Set(tokens).size).toBe(4)
  })

  it.each<[string, JsonObject, string[]]>([
    ['a marker', { text: { '~': 'token', at: 'text' } }, []],
    ['tokens', { notes: [{ '~sealed': [] }] }, []],
    ['a prototype', JSON.parse('{"notes":{"__proto__":"x"}}'), []],
    ['a field sealed twice', { text: 'x' }, ['text', 'text']],
    ['a field inside a sealed one', { notes: { goals: 'x' } }, ['notes.goals', 'notes']],
  ])('refuses %s', async (_what, data, paths) => {
    const groups = paths.map((path, index): SubjectFields => ({ subject: `contact:${index}`, paths: [path] }))
    await expect(sealPayload({ data, groups, eventId, type, vault: keyRing() })).rejects.toThrow(/may not have|sealed/)
  })
})

describe('sealing and opening', () => {
  it('gives any payload back whole, whatever is sealed of it', async () => {
    await fc.assert(
      fc.asyncProperty(payloadWithPaths(), fc.nat(3), async ({ payload, paths }, subjects) => {
        const vault = keyRing()
        const groups = paths.map(
          (path, index): SubjectFields => ({ subject: `contact:${index % (subjects + 1)}`, paths: [path] }),
        )
        const stored = JSON.parse(JSON.stringify(await sealPayload({ data: payload, groups, eventId, type, vault })))
        expect(openSealed(withMarkers(stored), vault)).toEqual(payload)
      }),
      { numRuns: 300 },
    )
  })

  it('leaves no sealed text readable in what is stored', async () => {
    const secret = fc.string({ minLength: 8, unit: fc.constantFrom(...'abcdefg') }).map((text) => `<${text}>`)
    await fc.assert(
      fc.asyncProperty(secret, async (text) => {
        const data = { notes: { list: ['open', text] } }
        const groups: SubjectFields[] = [{ subject: 'contact:1', paths: ['notes.list.1'] }]
        const stored = await sealPayload({ data, groups, eventId, type, vault: keyRing() })
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
