/** One customer's way with a group of two countries, told chapter by chapter as its members record it over HTTP. */
import type { HttpGroup } from './http-group.js'

/** What the story is about; filled in as it is told. */
export interface Told {
  http: HttpGroup
  customer: string
  /** The same organisation, registered again in Sweden. */
  twin: string
  /** Another organisation, to which a note belonged. */
  other: string
  contact: string
  opportunity: string
  meeting: string
  /** Events by what they are called here. */
  event: Record<string, string>
  note: string
}

export interface Chapter {
  name: string
  /** When it is recorded. */
  at: string
  tell(told: Told): Promise<unknown>
  /** Per unit: stage, status, touches; the most advanced first. */
  standing: string
  /** Encounters and stages on the timeline, the latest first. */
  timeline: string
  /** Relationships of the whole group by unit and stage at the end of the day. */
  figures: string
}

const idOf = (answer: object): string => String((answer as { id: unknown }).id)
const eventOf = (answer: object): string => (answer as { events: { id: string }[] }).events[0]?.id ?? ''

const stage = ({ http, customer }: Told, body: object) => http.write(`/relationships/${customer}.fi/stage`, body)

async function win({ http, customer }: Told, name: string): Promise<string> {
  const value = { amountMinor: 1_200_000, currency: 'EUR' }
  const offer = { customer, unit: 'fi', name, profile: 'product-sale', stage: 'offered', owner: 'aino', value }
  const opportunity = idOf(await http.write('/opportunities', offer))
  await http.write(`/opportunities/${opportunity}/win`, { why: 'Paras huolto.' })
  return opportunity
}

const note = (customer: string) => ({ customers: [customer], unit: 'se', note: 'De bygger ut till våren.' })

const correct = ({ http, customer, event }: Told, to: string, because: string) => {
  const payload = { from: 'basic', to, why: 'Kolme keittiötä yhdessä.' }
  const path = `/events/relationship-${customer}.fi/${event.deepest}/restatement`
  return http.write(path, { payload, because })
}

export const chapters: readonly Chapter[] = [
  {
    name: 'a first meeting',
    at: '2026-03-02T10:00:00.000Z',
    async tell(told) {
      const { http } = told
      told.customer = idOf(await http.write('/customers', { name: 'Hotelli Merituuli', sector: 'hospitality' }))
      const { customer } = told
      told.contact = idOf(await http.write('/contacts', { name: 'Keittiömestari Testi' }))
      const post = { customer, level: 'operational', since: '2025-01-01', title: 'Keittiömestari' }
      await http.write(`/contacts/${told.contact}/posts`, post)
      const met = { customers: [customer], contacts: [told.contact], unit: 'fi', note: 'Uusi keittiö syksyllä.' }
      told.meeting = idOf(await http.write('/touchpoints/meeting', met))
    },
    standing: 'fi identified prospect 1',
    timeline: 'meeting',
    figures: 'fi identified 1',
  },
  {
    name: 'a first step',
    at: '2026-03-10T10:00:00.000Z',
    tell: (told) => stage(told, { from: 'identified', to: 'exploratory', evidence: [told.meeting] }),
    standing: 'fi exploratory prospect 1',
    timeline: 'stage-changed meeting',
    figures: 'fi exploratory 1',
  },
  {
    name: 'a twin in Sweden',
    at: '2026-03-12T10:00:00.000Z',
    async tell(told) {
      told.twin = idOf(await told.http.write('/customers', { name: 'Merituuli Hotels' }, { as: 'bengt' }))
      await told.http.write('/touchpoints/note', note(told.twin), { as: 'bengt' })
    },
    standing: 'fi exploratory prospect 1',
    timeline: 'stage-changed meeting',
    figures: 'fi exploratory 1, se identified 1',
  },
  {
    name: 'a meeting in Sweden',
    at: '2026-03-20T10:00:00.000Z',
    tell: ({ http, customer }) => http.write('/touchpoints/meeting', note(customer), { as: 'bengt' }),
    standing: 'fi exploratory prospect 1, se identified prospect 1',
    timeline: 'meeting stage-changed meeting',
    figures: 'fi exploratory 1, se identified 2',
  },
  {
    name: 'a first sale',
    at: '2026-04-01T10:00:00.000Z',
    async tell(told) {
      await stage(told, { from: 'exploratory', to: 'basic' })
      told.opportunity = await win(told, 'Kylmähuoneet')
    },
    standing: 'fi basic one-off 1, se identified prospect 1',
    timeline: 'stage-changed meeting stage-changed meeting',
    figures: 'fi basic 1, se identified 2',
  },
  {
    name: 'the deepest stage',
    at: '2026-04-15T10:00:00.000Z',
    async tell(told) {
      const deepest = { from: 'basic', to: 'integrated', why: 'Kolme keittiötä yhdessä.' }
      told.event.deepest = eventOf(await stage(told, deepest))
    },
    standing: 'fi integrated one-off 1, se identified prospect 1',
    timeline: 'stage-changed stage-changed meeting stage-changed meeting',
    figures: 'fi integrated 1, se identified 2',
  },
  {
    name: 'a second sale',
    at: '2026-05-04T10:00:00.000Z',
    tell: (told) => win(told, 'Huoltosopimus'),
    standing: 'fi integrated continuing 1, se identified prospect 1',
    timeline: 'stage-changed stage-changed meeting stage-changed meeting',
    figures: 'fi integrated 1, se identified 2',
  },
  {
    name: 'a late note of a day',
    at: '2026-05-10T10:00:00.000Z',
    tell: ({ http, customer }) =>
      http.write('/touchpoints/phone-call', {
        customers: [customer],
        unit: 'fi',
        occurredAt: '2026-03-15',
        note: 'Kysyi hintaa.',
      }),
    standing: 'fi integrated continuing 2, se identified prospect 1',
    timeline: 'stage-changed stage-changed meeting phone-call stage-changed meeting',
    figures: 'fi integrated 1, se identified 2',
  },
  {
    name: 'a corrected stage',
    at: '2026-05-12T10:00:00.000Z',
    tell: (told) => correct(told, 'interdependent', 'Vasta kaksi keittiötä.'),
    standing: 'fi interdependent continuing 2, se identified prospect 1',
    timeline: 'stage-changed stage-changed meeting phone-call stage-changed meeting',
    figures: 'fi interdependent 1, se identified 2',
  },
  {
    name: 'a corrected correction',
    at: '2026-05-14T10:00:00.000Z',
    tell: (told) => correct(told, 'integrated', 'Kolme sittenkin.'),
    standing: 'fi integrated continuing 2, se identified prospect 1',
    timeline: 'stage-changed stage-changed meeting phone-call stage-changed meeting',
    figures: 'fi integrated 1, se identified 2',
  },
  {
    name: 'a note of the wrong customer',
    at: '2026-05-18T10:00:00.000Z',
    async tell(told) {
      const noted = await told.http.write('/touchpoints/note', note(told.customer), { as: 'bengt' })
      told.note = idOf(noted)
      told.event.note = eventOf(noted)
    },
    standing: 'fi integrated continuing 2, se identified prospect 2',
    timeline: 'note stage-changed stage-changed meeting phone-call stage-changed meeting',
    figures: 'fi integrated 1, se identified 2',
  },
  {
    name: 'the note moved',
    at: '2026-05-20T10:00:00.000Z',
    async tell(told) {
      told.other = idOf(await told.http.write('/customers', { name: 'Restaurang Udden' }, { as: 'bengt' }))
      const moved = { payload: note(told.other), because: 'Fel kund.' }
      await told.http.write(`/events/touchpoint-${told.note}/${told.event.note}/restatement`, moved, { as: 'bengt' })
    },
    standing: 'fi integrated continuing 2, se identified prospect 1',
    timeline: 'stage-changed stage-changed meeting phone-call stage-changed meeting',
    figures: 'fi integrated 1, se identified 3',
  },
  {
    name: 'the twin merged',
    at: '2026-06-01T10:00:00.000Z',
    async tell(told) {
      const { http, customer, twin } = told
      told.event.merge = eventOf(await http.write(`/customers/${twin}/merge`, { into: customer }, { as: 'stella' }))
    },
    standing: 'fi integrated continuing 2, se identified prospect 2',
    timeline: 'stage-changed stage-changed meeting phone-call note stage-changed meeting',
    figures: 'fi integrated 1, se identified 2',
  },
  {
    name: 'a note under the merged name',
    at: '2026-06-02T10:00:00.000Z',
    tell: ({ http, twin }) => http.write('/touchpoints/note', note(twin), { as: 'bengt' }),
    standing: 'fi integrated continuing 2, se identified prospect 3',
    timeline: 'note stage-changed stage-changed meeting phone-call note stage-changed meeting',
    figures: 'fi integrated 1, se identified 2',
  },
  {
    name: 'the merge taken back',
    at: '2026-06-05T10:00:00.000Z',
    tell: ({ http, twin, event }) =>
      http.write(`/events/merge-${twin}/${event.merge}/retraction`, { because: 'Toinen yhtiö.' }, { as: 'stella' }),
    standing: 'fi integrated continuing 2, se identified prospect 1',
    timeline: 'stage-changed stage-changed meeting phone-call stage-changed meeting',
    figures: 'fi integrated 1, se identified 3',
  },
  {
    name: 'silence',
    at: '2026-08-05T10:00:00.000Z',
    tell: ({ http, customer }) =>
      http.write(`/relationships/${customer}.fi/owner`, { owner: 'aino' }, { method: 'PUT' }),
    standing: 'fi integrated passive 2, se identified prospect 1',
    timeline: 'stage-changed stage-changed meeting phone-call stage-changed meeting',
    figures: 'fi integrated 1, se identified 3',
  },
  {
    name: 'the end',
    at: '2026-09-01T10:00:00.000Z',
    tell: ({ http, customer }) =>
      http.write(`/relationships/${customer}.fi/end`, { by: 'they', how: 'broken-off', why: 'Ketju kilpailutti.' }),
    standing: 'se identified prospect 1, fi ended passive 2',
    timeline: 'relationship-ended stage-changed stage-changed meeting phone-call stage-changed meeting',
    figures: 'fi ended 1, se identified 3',
  },
  {
    name: 'a new beginning',
    at: '2026-10-01T10:00:00.000Z',
    tell: ({ http, customer }) =>
      http.write(`/relationships/${customer}.fi/reopen`, { at: 'exploratory', why: 'Pyysivät tarjousta.' }),
    standing: 'fi exploratory passive 2, se identified prospect 1',
    timeline:
      'relationship-reopened relationship-ended stage-changed stage-changed meeting phone-call stage-changed meeting',
    figures: 'fi exploratory 1, se identified 3',
  },
]

/** Nothing told yet, in a group where a customer is passive after three months without income. */
export async function begin(http: HttpGroup): Promise<Told> {
  const rule = { passiveAfterMonths: 3, lostAfterMonths: 6 }
  await http.write('/group/group/life-cycle', rule, { as: 'adam', method: 'PUT' })
  const unknown = { customer: '', twin: '', other: '', contact: '', opportunity: '', meeting: '', note: '' }
  return { http, event: {}, ...unknown }
}

/** Tells one chapter at its moment; answers with the position of the log after it. */
export async function tell(chapter: Chapter, told: Told): Promise<number> {
  told.http.group.time = chapter.at
  await chapter.tell(told)
  return told.http.group.log.head()
}
