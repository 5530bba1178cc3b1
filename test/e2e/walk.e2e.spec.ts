/**
 * One customer from identified to integrated, passive, ended and reopened over two countries: every
 * chapter read back as it is told, and once more from the end, as it was known then.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { RelationshipAnswer } from '#crm/pages/relationships/relationship.query.js'
import type { TimelineAnswer } from '#crm/pages/timeline/timeline.query.js'
import type { CustomerAnswer } from '#test/harness/customer-page.js'
import { HttpGroup } from './http-group.js'
import { begin, type Chapter, chapters, type Told, tell } from './story.js'

let http: HttpGroup
let told: Told
/** Position of the log after each chapter, by its name. */
const known = new Map<string, number>()
/** What was read while it was told. */
const readThen: Reading[] = []

interface Reading {
  standing: string
  timeline: string
  figures: string
}

async function page<A>(path: string): Promise<A> {
  const { status, body } = await http.ask(path)
  expect({ path, status, body }).toMatchObject({ status: 200 })
  return body as A
}

const when = (moment: { asOf?: string; knownAt?: number | undefined }): string => {
  const stated = Object.entries(moment).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
  return stated.length === 0 ? '' : `?${stated.join('&')}`
}

async function standing(moment = '', of = told.customer): Promise<string> {
  const { parts } = await page<CustomerAnswer>(`/customers/${of}${moment}`)
  const lines = parts?.standings.map(({ unit, stage, status, touches }) => `${unit.id} ${stage} ${status} ${touches}`)
  return lines?.join(', ') ?? 'not known'
}

const shownKinds = new Set([
  'meeting',
  'phone-call',
  'note',
  'stage-changed',
  'relationship-ended',
  'relationship-reopened',
])

async function timeline(moment = ''): Promise<string> {
  const { rows } = await page<TimelineAnswer>(`/customers/${told.customer}/timeline${moment}`)
  return rows.flatMap(({ kind }) => (shownKinds.has(kind) ? [kind] : [])).join(' ')
}

async function figures(metric: string, day: string, knownDay?: string): Promise<string> {
  const dimension = metric.split('-').at(-1) as 'stage' | 'status'
  const knownThen = knownDay === undefined ? '' : `&known=${knownDay}`
  const answer = await page<{ figures: ({ unit: string; value: number } & Record<string, string>)[] }>(
    `/figures/${metric}?by=unit,${dimension}&from=${day}&to=${day}${knownThen}`,
  )
  const lines = answer.figures
    .filter(({ value }) => value !== 0)
    .map((one) => `${one.unit} ${one[dimension]} ${one.value}`)
  return lines.sort().join(', ')
}

const dayOf = ({ at }: Chapter): string => at.slice(0, 10)

beforeAll(async () => {
  http = await HttpGroup.open()
  told = await begin(http)
  for (const chapter of chapters) {
    known.set(chapter.name, await tell(chapter, told))
    readThen.push({
      standing: await standing(),
      timeline: await timeline(),
      figures: await figures('relationships-by-stage', dayOf(chapter)),
    })
  }
})
afterAll(() => http.close())

const inOrder = chapters.map((chapter, at) => [chapter.name, chapter, at] as const)
const after = (name: string): number => known.get(name) ?? -1

describe('the story', () => {
  it.each(inOrder)('%s: is read as it stands', (_name, { standing, timeline, figures }, at) => {
    expect(readThen[at]).toEqual({ standing, timeline, figures })
  })

  it.each(inOrder)('%s: is still known as it was known then', async (name, chapter) => {
    const moment = when({ knownAt: after(name) })
    expect(await standing(moment)).toBe(chapter.standing)
    expect(await timeline(moment)).toBe(chapter.timeline)
    expect(await figures('relationships-by-stage', dayOf(chapter), dayOf(chapter))).toBe(chapter.figures)
  })
})

describe('the past as it is known now', () => {
  it.each([
    ['before the customer was met', '2026-03-01', 'not known'],
    ['after the call that was noted late', '2026-03-16', 'fi exploratory prospect 2'],
    ['while it was the deepest', '2026-04-20', 'fi integrated one-off 2, se identified prospect 1'],
    ['before the second sale kept it', '2026-05-03', 'fi integrated one-off 2, se identified prospect 1'],
    ['on the last day before it fell silent', '2026-08-03', 'fi integrated continuing 2, se identified prospect 1'],
    ['on the day on which it fell silent', '2026-08-04', 'fi integrated passive 2, se identified prospect 1'],
    ['while it had ended', '2026-09-30', 'se identified prospect 1, fi ended passive 2'],
  ])('%s', async (_when, asOf, wanted) => {
    expect(await standing(when({ asOf }))).toBe(wanted)
  })

  it('tells a note of a day on that day of its unit', async () => {
    const { rows } = await page<TimelineAnswer>(`/customers/${told.customer}/timeline?kind=phone-call`)
    expect(rows).toMatchObject([
      {
        occurred: '2026-03-15',
        precision: 'day',
        at: '2026-03-14T22:00:00.000Z',
        recordedAt: '2026-05-10T10:00:00.000Z',
      },
    ])
  })
})

describe('the past as it was known at another time', () => {
  it.each([
    ['before the call was noted', '2026-03-16', 'a second sale', 'fi exploratory prospect 1'],
    [
      'while the stage was corrected',
      '2026-04-20',
      'a corrected stage',
      'fi interdependent one-off 2, se identified prospect 1',
    ],
    [
      'while the twin was the same',
      '2026-03-16',
      'the twin merged',
      'fi exploratory prospect 2, se identified prospect 1',
    ],
    [
      'while its notes counted',
      '2026-06-03',
      'a note under the merged name',
      'fi integrated continuing 2, se identified prospect 3',
    ],
    [
      'while the wrong note counted',
      '2026-05-19',
      'a note of the wrong customer',
      'fi integrated continuing 2, se identified prospect 2',
    ],
  ])('%s', async (_when, asOf, chapter, wanted) => {
    expect(await standing(when({ asOf, knownAt: after(chapter) }))).toBe(wanted)
  })
})

describe('those who were mixed up with it', () => {
  it('have what is theirs, also what was recorded during the merge', async () => {
    expect(await standing('', told.twin)).toBe('se identified prospect 2')
    expect(await standing('', told.other)).toBe('se identified prospect 1')
  })

  it('were one while they were merged', async () => {
    const merged = await page<CustomerAnswer>(`/customers/${told.twin}${when({ knownAt: after('the twin merged') })}`)
    expect(merged).toMatchObject({ id: told.customer, askedFor: told.twin, name: 'Hotelli Merituuli' })
  })
})

describe('the relationship', () => {
  const decisions = async (moment: string) => {
    const { history } = await page<RelationshipAnswer>(`/relationships/${told.customer}.fi${moment}`)
    return history.map(({ decision, after: to }) => `${decision} ${to}`)
  }

  it('tells every decision that brought it there, as corrected', async () => {
    expect(await decisions('')).toEqual([
      'reopened exploratory',
      'ended broken-off',
      'owner-set aino',
      'stage-changed integrated',
      'stage-changed basic',
      'stage-changed exploratory',
    ])
  })

  it('tells them as they were known', async () => {
    expect(await decisions(when({ knownAt: after('a corrected stage') }))).toEqual([
      'stage-changed interdependent',
      'stage-changed basic',
      'stage-changed exploratory',
    ])
  })
})

describe('figures', () => {
  it.each([
    ['2026-03-31', 'fi prospect 1, se prospect 2'],
    ['2026-05-01', 'fi one-off 1, se prospect 2'],
    ['2026-06-30', 'fi continuing 1, se prospect 3'],
    ['2026-08-31', 'fi passive 1, se prospect 3'],
  ])('count statuses at the end of %s', async (day, wanted) => {
    expect(await figures('relationships-by-status', day)).toBe(wanted)
  })

  it('count encounters where and when they took place, and as it was known', async () => {
    const touchpoints = async (knownDay: string) => {
      const path = `/figures/touchpoints?by=unit,month&from=2026-03-01&to=2026-06-30&known=${knownDay}`
      const answer = await page<{ figures: { unit: string; period: { name: string }; value: number }[] }>(path)
      const counted = answer.figures.filter(({ value }) => value !== 0)
      return counted.map(({ unit, period, value }) => `${period.name} ${unit} ${value}`).sort()
    }
    expect(await touchpoints('2026-05-09')).toEqual(['2026-03 fi 1', '2026-03 se 2'])
    expect(await touchpoints('2026-10-01')).toEqual(['2026-03 fi 2', '2026-03 se 2', '2026-05 se 1', '2026-06 se 1'])
  })
})
