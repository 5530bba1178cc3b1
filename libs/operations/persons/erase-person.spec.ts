/** After an erasure a person is in no file, no view, no past and no restored backup; what names others too waits for a steward. */
import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { contactsView } from '#crm/contacts/contacts.view.js'
import { openSqliteClearStore } from '#engines/sqlite/clear-store/sqlite-clear-store.js'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import type { KeyOwner, StoredEvent } from '#kernel'
import { openerOf } from '#privacy/held-keys.js'
import { Rebuild } from '#projections/rebuild.js'
import { compareStores } from '#projections/verify.js'
import { clearTableOf, tableOf } from '#read-models/rows/tables.js'
import { TestGroup } from '#test/harness/group.js'
import { erasePerson } from './erase-person.js'
import { exportPerson } from './export-person.js'
import { finishErasures } from './finish-erasures.js'
import { redactWriting, releaseWriting } from './withheld-writing.js'

let folder: string
let group: TestGroup
let customer: string
let ilona: string
let sture: string
/** Ids of touchpoints. */
const notes = { alone: '', restated: '', shared: '', private: '' }

/** Everything that tells who Ilona is, and what was written about her alone or with Sture. */
const traces = [
  'Meritähti',
  'ilona@merituuli.example',
  '555 0142',
  'Keittiöpäällikkötär',
  'pelargonia',
  'vuorenkilpi',
  'kissankello',
  'sinivuokko',
  'saniainen',
  'katajanmarja',
]

const record = async (kind: string, body: object) => {
  const all = { customers: [customer], unit: 'fi', ...body }
  return (await group.do('touchpoint', `record-${kind}`, all, { as: 'aino' })).id
}

const inFiles = (strings: readonly string[]) => {
  const files = readdirSync(folder).map((name) => ({ name, content: readFileSync(join(folder, name)) }))
  return strings.flatMap((text) =>
    files.filter(({ content }) => content.includes(text)).map(({ name }) => `${name}: ${text}`),
  )
}

const found = async (text: string) =>
  (await group.ask<{ rows: unknown[] }>('timeline', { id: customer }, { as: 'aino', query: { text } })).rows.length

const named = async (text: string) =>
  (await group.ask<{ rows: { id: string; name: unknown }[] }>('contacts', {}, { as: 'aino', query: { search: text } }))
    .rows

const erase = (contact: string, by = 'stella') =>
  erasePerson(contact, { by: group.viewer(by), grounds: 'asked' }, group.rights())

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kumppani-erasing-'))
  group = await (await TestGroup.open({ folder })).found()
  customer = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  const person = {
    name: 'Ilona Meritähti',
    mail: 'ilona@merituuli.example',
    phone: '+358 50 555 0142',
    note: 'Pitää: katajanmarja.',
  }
  ilona = (await group.do('contact', 'register', person, { as: 'aino' })).id
  sture = (await group.do('contact', 'register', { name: 'Sture Fjällsten' }, { as: 'aino' })).id
  const post = { customer, title: 'Keittiöpäällikkötär', level: 'operational', since: '2024-08-01' }
  await group.do('contact', 'startPost', post, { id: ilona, as: 'aino' })
  notes.alone = await record('note', { contacts: [ilona], note: 'She grows pelargonia.' })
  notes.restated = await record('note', { contacts: [ilona], note: 'She asked for vuorenkilpi.' })
  const { events } = { events: await group.log.readStream(`touchpoint-${notes.restated}`) }
  const body = { customers: [customer], unit: 'fi', contacts: [ilona], note: 'She asked for kissankello.' }
  await group.correct(`touchpoint-${notes.restated}`, String(events[0]?.id), { body, as: 'aino' })
  notes.shared = await record('meeting', {
    contacts: [ilona, sture],
    note: 'Both spoke of sinivuokko.',
    notes: { goals: 'A saniainen.' },
  })
  notes.private = await record('private-note', { contacts: [ilona], note: 'Wait with the price.' })
})
afterEach(async () => {
  await group.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('before an erasure', () => {
  it('the log holds nothing of a person in the clear, and only names and search do', () => {
    const places = inFiles(traces).map((place) => place.slice(0, place.indexOf(':')).replace(/-(wal|shm)$/, ''))
    expect([...new Set(places)]).toEqual(['clear.db'])
  })

  it('finds the person by name and by what was written', async () => {
    expect(await named('meri')).toEqual([expect.objectContaining({ id: ilona, name: 'Ilona Meritähti' })])
    expect([await found('pelargonia'), await found('kissankello'), await found('sinivuokko')]).toEqual([1, 1, 1])
    expect(await found('vuorenkilpi')).toBe(0)
  })
})

describe('erasing a person', () => {
  it('leaves none of their strings in any file', async () => {
    await group.ask('contact', { id: ilona }, { as: 'aino' })
    await erase(ilona)
    expect(inFiles(traces)).toEqual([])
    expect(inFiles(['Fjällsten'])).not.toEqual([])
  })

  it('withholds what is under way while the key is destroyed', async () => {
    const [atTheLog, goesOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const append = group.log.append.bind(group.log)
    group.log.append = async (stream, ...more) => {
      if (stream.startsWith('touchpoint-')) {
        atTheLog.resolve()
        await goesOn.promise
      }
      return append(stream, ...more)
    }
    const destroy = group.vault.destroy.bind(group.vault)
    let recording: Promise<string> | undefined
    group.vault.destroy = async (owner) => {
      recording ??= record('note', { contacts: [ilona, sture], note: 'Both spoke of sinivuokko again.' })
      await atTheLog.promise
      await destroy(owner)
    }
    const erasing = erase(ilona)
    // An erasure that does not wait would be over by then.
    await Promise.race([erasing, delay(100)])
    goesOn.resolve()
    const { withheld } = await erasing
    expect(withheld).toContain(`touchpoint-${await recording}`)
    expect(await found('sinivuokko')).toBe(0)
  })

  it('shows as erased now and in every past', async () => {
    const before = await group.log.head()
    group.time = '2026-03-05T09:00:00.000Z'
    await erase(ilona)
    const gone = { erased: true }
    expect(await group.ask('contact', { id: ilona }, { as: 'aino' })).toMatchObject({
      name: gone,
      erased: true,
      touches: 3,
    })
    const past = await group.ask('contact', { id: ilona }, { as: 'aino', knownAt: String(before) })
    expect(past).toMatchObject({
      name: gone,
      mail: gone,
      phone: gone,
      note: gone,
      erased: false,
      posts: [{ title: gone }],
    })
    expect(await named('meri')).toEqual([])
    expect(await named('sture')).toHaveLength(1)
  })

  it('is for stewards alone', async () => {
    await expect(erase(ilona, 'aino')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(erase(ilona, 'adam')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(group.do('contact', 'erase', { grounds: 'asked' }, { id: ilona, as: 'eero' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    expect(await named('meri')).toHaveLength(1)
  })

  it('can be done again', async () => {
    const first = await erase(ilona)
    expect(first.position).toBe(await group.log.head())
    expect(await erase(ilona)).toEqual({ ...first, notForgottenBy: [] })
    expect(await finish()).toEqual([])
  })

  it('refuses whatever is said about the person afterwards, and lets others go on', async () => {
    await erase(ilona)
    const refusal = { code: 'person-erased' }
    await expect(record('note', { contacts: [ilona], note: 'Again.' })).rejects.toMatchObject(refusal)
    await expect(record('note', { contacts: [ilona, sture], note: 'Again.' })).rejects.toMatchObject(refusal)
    await expect(group.do('contact', 'edit', { phone: { is: '0505550000' } }, { id: ilona })).rejects.toMatchObject(
      refusal,
    )
    await group.do('touchpoint', 'evaluate', { reached: true, line: 'Agreed.' }, { id: notes.shared, as: 'aino' })
    const [first] = await group.log.readStream(`touchpoint-${notes.alone}`)
    await group.correct(`touchpoint-${notes.alone}`, String(first?.id), { as: 'aino', because: 'It never took place.' })
    expect(await found('took')).toBe(0)
  })

  it('is in the access log', async () => {
    await erase(ilona)
    const entries = await group.accessLog.find({ contact: ilona, member: 'stella' })
    expect(entries).toMatchObject([{ kind: 'erasure', page: 'erase-person' }])
  })
})

describe('what is recorded about a person after an erasure was begun', () => {
  it('is withheld as well', async () => {
    const rights = group.rights()
    let meanwhile = ''
    const vault: typeof rights.vault = Object.assign(Object.create(group.vault), {
      destroy: async (subject: KeyOwner) => {
        meanwhile ||= await record('meeting', { contacts: [ilona, sture], note: 'Both spoke of kielokello.' })
        await group.vault.destroy(subject)
      },
    })
    const { withheld } = await erasePerson(
      ilona,
      { by: group.viewer('stella'), grounds: 'asked' },
      { ...rights, vault },
    )
    expect(withheld).toEqual([`touchpoint-${notes.shared}`, `touchpoint-${meanwhile}`])
    expect(await found('kielokello')).toBe(0)
  })

  it('is withheld when the same steward erases again', async () => {
    await erase(ilona)
    await group.do('touchpoint', 'evaluate', { reached: true, line: 'A kielokello.' }, { id: notes.shared, as: 'aino' })
    expect(await found('kielokello')).toBe(1)
    expect((await erase(ilona)).withheld).toEqual([`touchpoint-${notes.shared}`])
    expect(await found('kielokello')).toBe(0)
  })
})

describe('writing that names others too', () => {
  const stream = () => `touchpoint-${notes.shared}`
  /** Adds so many events to the shared meeting at once, each with writing of its own. */
  const addToShared = async (count: number) => {
    const [first, ...more] = await group.log.readStream(stream())
    const { version: schemaVersion } = group.business.registry.catalogue.require('touchpoint.structured')
    const metadata = { ...(first as StoredEvent).metadata, schemaVersion }
    const added = Array.from({ length: count }, async (_, at) => {
      const event = { id: randomUUID(), type: 'touchpoint.structured', metadata }
      const data = { notes: { goals: `Goal ${at}.` } }
      return { ...event, data: await group.core.ports.sealer.seal({ ...event, data, stream: stream() }) }
    })
    await group.log.append(stream(), more.length, await Promise.all(added))
  }
  const waiting = (as = 'stella') =>
    group.ask<{ rows: { stream: string; texts: { field: string; text: unknown }[] }[] }>('withheld-notes', {}, { as })
  const rowOf = async (asOf?: string) => {
    const { rows } = await group.ask<{ rows: { kind?: string; summary?: unknown }[] }>(
      'timeline',
      { id: customer },
      { as: 'aino', asOf },
    )
    return rows.find(({ summary }) => JSON.stringify(summary)?.match(/withheld|sinivuokko|spoke/))?.summary
  }

  it('is withheld from everybody but the steward who decides', async () => {
    expect(await rowOf()).toBe('Both spoke of sinivuokko.')
    expect((await erase(ilona)).withheld).toEqual([stream()])
    expect([await rowOf(), await rowOf('2026-03-01')]).toEqual([{ withheld: true }, { withheld: true }])
    expect(await found('sinivuokko')).toBe(0)
    const { rows: listed } = await waiting()
    expect(listed).toMatchObject([{ stream: stream(), contacts: [{ id: ilona }], status: 'withheld' }])
    expect(listed[0]?.texts.map(({ text }) => text)).toContain('Both spoke of sinivuokko.')
    await expect(waiting('aino')).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await waiting('audun')).rows[0]?.texts[0]?.text).toEqual({ withheld: true })
  })

  it('is shown and found again once released', async () => {
    await erase(ilona)
    await releaseWriting(stream(), { by: group.viewer('stella'), grounds: 'not-about-them' }, group.rights())
    await group.projector.catchUp()
    expect(await rowOf()).toBe('Both spoke of sinivuokko.')
    expect([await found('sinivuokko'), (await waiting()).rows.length]).toEqual([1, 0])
  })

  it('is withheld and released in whole, however often more was said', async () => {
    for (let batch = 0; batch < 7; batch++) await addToShared(30)
    await group.projector.catchUp()
    const waitingNow = () => group.business.withholding.withheldEvents(group.core.references()).size
    await erase(ilona)
    expect(waitingNow()).toBe(211)
    await releaseWriting(stream(), { by: group.viewer('stella'), grounds: 'not-about-them' }, group.rights())
    expect(waitingNow()).toBe(0)
  })

  it('is restated under a new key when redacted, and the old text is erased', async () => {
    const [first] = await group.log.readStream(stream())
    const old = (await group.vault.keyFor(`touchpoint:${notes.shared}`)).id
    await group.do('touchpoint', 'evaluate', { reached: true, line: 'Sture agreed.' }, { id: notes.shared, as: 'aino' })
    await erase(ilona)
    const body = { customers: [customer], unit: 'fi', contacts: [sture], note: 'Sture spoke.' }
    const redaction = {
      by: group.viewer('stella'),
      because: 'Without her.',
      restated: [{ eventId: String(first?.id), body }],
    }
    await redactWriting(stream(), redaction, group.rights())
    await group.projector.catchUp()
    expect(group.vault.bytesOf(old)).toBeNull()
    expect(await rowOf()).toBe('Sture spoke.')
    expect(await found('agreed')).toBe(0)
    expect([await found('spoke'), await found('sinivuokko')]).toEqual([1, 0])
    const past = await group.ask('timeline', { id: customer }, { as: 'aino', knownAt: String(first?.position) })
    expect(JSON.stringify(past)).toContain('{"erased":true}')
    expect(JSON.stringify(past)).not.toContain('sinivuokko')
  })
})

describe('redacting writing that is not withheld', () => {
  it('is refused before anything is restated or a key is touched', async () => {
    const [stream, by] = [`touchpoint-${notes.shared}`, group.viewer('stella')]
    const old = (await group.vault.keyFor(`touchpoint:${notes.shared}`)).id
    const before = await group.log.readStream(stream)
    const body = { customers: [customer], unit: 'fi', contacts: [sture], note: 'Sture spoke.' }
    const restated = [{ eventId: String(before[0]?.id), body }]
    const refused = () =>
      expect(redactWriting(stream, { by, because: 'Without her.', restated }, group.rights())).rejects.toMatchObject({
        code: 'writing-not-withheld',
      })
    await refused()
    await erase(ilona)
    await releaseWriting(stream, { by, grounds: 'not-about-them' }, group.rights())
    await refused()
    expect(await group.log.readStream(stream)).toEqual(before)
    expect(group.vault.bytesOf(old)).not.toBeNull()
  })
})

describe('redacting writing that still names several', () => {
  it('leaves the new text and what else the record holds readable', async () => {
    const ebba = (await group.do('contact', 'register', { name: 'Ebba Granlund' }, { as: 'aino' })).id
    const plan = {
      kind: 'visit',
      customers: [customer],
      unit: 'fi',
      contacts: [sture, ebba],
      startsAt: '2026-03-01T08:00:00Z',
    }
    const { id } = await group.do('touchpoint', 'plan', { ...plan, goal: 'See the kitchen.' }, { as: 'aino' })
    const visit = { customers: [customer], unit: 'fi', contacts: [sture, ebba, ilona], note: 'All spoke of saniainen.' }
    const { events } = await group.do('touchpoint', 'hold-visit', visit, { id, as: 'aino' })
    await erase(ilona)
    const body = { ...visit, contacts: [sture, ebba], note: 'Sture and Ebba spoke.' }
    const restated = [{ eventId: String(events[0]?.id), body }]
    await redactWriting(
      `touchpoint-${id}`,
      { by: group.viewer('stella'), because: 'Without her.', restated },
      group.rights(),
    )
    await group.projector.catchUp()
    const timeline = JSON.stringify(await group.ask('timeline', { id: customer }, { as: 'aino' }))
    expect(timeline).toContain('Sture and Ebba spoke.')
    expect(timeline).toContain('See the kitchen.')
  })
})

describe('redacting writing beside what was released', () => {
  let id: string
  let visit: object
  let visited: string

  beforeEach(async () => {
    const ebba = (await group.do('contact', 'register', { name: 'Ebba Granlund' }, { as: 'aino' })).id
    const shared = { customers: [customer], unit: 'fi', contacts: [sture, ilona] }
    const plan = { ...shared, kind: 'visit', startsAt: '2026-03-01T08:00:00Z', goal: 'See the vuokkometsä.' }
    id = (await group.do('touchpoint', 'plan', plan, { as: 'aino' })).id
    visit = { ...shared, contacts: [sture, ebba], note: 'Both spoke of saniainen.' }
    const held = await group.do('touchpoint', 'hold-visit', visit, { id, as: 'aino' })
    visited = String(held.events[0]?.id)
    await erase(ilona)
    const by = group.viewer('stella')
    await releaseWriting(`touchpoint-${id}`, { by, grounds: 'not-about-them' }, group.rights())
    await erase(ebba)
  })

  const redact = async (rights = group.rights()) => {
    const body = { ...visit, contacts: [sture], note: 'Sture spoke.' }
    const redaction = {
      by: group.viewer('stella'),
      because: 'Without her.',
      restated: [{ eventId: visited, body }],
    }
    await redactWriting(`touchpoint-${id}`, redaction, rights)
    await group.projector.catchUp()
    return JSON.stringify(await group.ask('timeline', { id: customer }, { as: 'aino' }))
  }

  it('leaves that readable', async () => {
    const timeline = await redact()
    expect(timeline).toContain('See the vuokkometsä.')
    expect(timeline).toContain('Sture spoke.')
    expect(timeline).not.toContain('saniainen.')
  })

  it('leaves readable what is recorded just before the new key', async () => {
    const rights = group.rights()
    const vault: typeof rights.vault = Object.assign(Object.create(group.vault), {
      renew: async (subject: KeyOwner) => {
        const line = { reached: true, line: 'A kielokello.' }
        await group.do('touchpoint', 'evaluate', line, { id, as: 'aino' })
        return group.vault.renew(subject)
      },
    })
    expect(await redact({ ...rights, vault })).toContain('A kielokello.')
  })
})

describe('an erasure that was interrupted', () => {
  it('is completed at the next start', async () => {
    await group.do('contact', 'erase', { grounds: 'asked' }, { id: ilona, as: 'stella' })
    await group.vault.destroy(`contact:${ilona}`)
    expect(inFiles(traces)).not.toEqual([])
    expect(await finish()).toMatchObject([{ contact: ilona }])
    expect([inFiles(traces), await finish()]).toEqual([[], []])
  })
})

describe('a backup restored after an erasure', () => {
  it('is as erased as what it replaced', async () => {
    const backup = mkdtempSync(join(tmpdir(), 'kumppani-backup-'))
    await group.log.backup?.(join(backup, 'log.db'))
    await group.vault.backup(join(backup, 'keys.db'))
    await erase(ilona)
    await group.close()
    for (const name of readdirSync(folder)) if (/^(log|keys|read|clear)\.db/.test(name)) rmSync(join(folder, name))
    for (const name of ['log.db', 'keys.db']) copyFileSync(join(backup, name), join(folder, name))
    group = await TestGroup.open({ folder })
    expect(await finish()).toMatchObject([{ contact: ilona, withheld: [`touchpoint-${notes.shared}`] }])
    expect(await group.ask('contact', { id: ilona }, { as: 'aino' })).toMatchObject({
      name: { erased: true },
      erased: true,
    })
    expect(inFiles(traces)).toEqual([])
    rmSync(backup, { recursive: true, force: true })
  })
})

describe('read models derived anew after an erasure', () => {
  it('are those that were there, without a trace', async () => {
    await erase(ilona)
    await group.do(
      'contact',
      'edit',
      { name: { was: 'Sture Fjällsten', is: 'Sture Fjäll' } },
      { id: sture, as: 'aino' },
    )
    const { log, business, vault } = group
    const clean = openSqliteReadStore({ file: join(folder, 'clean.db'), locale: 'fi', log })
    const opened = openSqliteClearStore({ file: join(folder, 'clean-clear.db'), locale: 'fi' })
    const opening = { into: opened, openerOf: openerOf(vault) }
    const position = await new Rebuild({ log, store: clean, ...business, opening }).run()
    const of = { registry: business.registry, position, clear: { kept: group.clear, clean: opened } }
    expect((await compareStores(group.store, clean, of)).differences).toEqual([])
    expect(inFiles(traces)).toEqual([])
    expect((await opened.find(clearTableOf(contactsView), {})).rows.map(({ columns }) => columns.name)).toEqual([
      'Sture Fjäll',
    ])
    for (const each of [clean, opened]) await each.close()
  })
})

describe('exporting a person', () => {
  it('hands out every fact that names them, and is recorded', async () => {
    const reason = 'They asked by letter.'
    const { facts } = await exportPerson(ilona, { by: group.viewer('stella'), reason }, group.rights())
    expect(facts.map(({ type, shared }) => [type, shared])).toEqual([
      ['contact.registered', false],
      ['contact.post-started', false],
      ['touchpoint.note', false],
      ['touchpoint.note', false],
      ['touchpoint.meeting', true],
      ['touchpoint.private-note', false],
    ])
    expect(facts[0]?.data).toMatchObject({ name: 'Ilona Meritähti', phone: '+358505550142' })
    expect(facts.at(-1)?.data).toMatchObject({ note: { withheld: true } })
    const entries = await group.accessLog.find({ contact: ilona })
    expect(entries).toMatchObject([{ kind: 'export', viewer: 'stella', reason }])
    expect(inFiles([reason])).toEqual([])
  })

  it('is for stewards alone', async () => {
    const asked = exportPerson(ilona, { by: group.viewer('audun') }, group.rights())
    await expect(asked).rejects.toMatchObject({ code: 'not-allowed' })
    const unknown = exportPerson('nobody', { by: group.viewer('stella') }, group.rights())
    await expect(unknown).rejects.toMatchObject({ code: 'not-found' })
    expect(await group.accessLog.find({ contact: 'nobody' })).toEqual([])
  })
})

const finish = () => finishErasures(tableOf(contactsView), group.rights())
