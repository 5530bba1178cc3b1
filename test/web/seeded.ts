/** Customers of the demo group that it has none of: imported, with a single note, with ten thousand, and in all five units. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Visitor } from './browser.js'

/** What members do with the program. */
export interface Sending {
  /** `http://host:port` of the program. */
  url: string
  visit(as: string): Promise<Visitor>
}

/** What a busy machine takes for an import. */
const patienceMs = 180_000
const lookAgainMs = 200

/** Records as a visitor, as fast as the program lets one. */
export async function send(url: string, visitor: Visitor, path: string, data: object | Buffer): Promise<unknown> {
  const isFile = Buffer.isBuffer(data)
  const headers = {
    Origin: url,
    ...(isFile ? { 'Content-Type': 'application/octet-stream' } : { 'Idempotency-Key': randomUUID() }),
  }
  const post = () => visitor.context.request.post(`${url}/api/v1${path}`, { data, headers, timeout: patienceMs })
  let sent = await post()
  while (sent.status() === 429) {
    await pause(Number(sent.headers()['retry-after']) * 1000)
    sent = await post()
  }
  if (!sent.ok()) throw new Error(`${path} answered ${sent.status()}: ${await sent.text()}`)
  const text = await sent.text()
  return text === '' ? undefined : JSON.parse(text)
}

/** Of one customer in one unit, as another system has it. */
interface Story {
  customer: string
  /** A manager of the unit. */
  as: string
  unit: string
  /** `<ISO day> <stage>`. */
  stages: readonly string[]
  /** ISO days on which somebody met them. */
  met: readonly string[]
}

const starters = ['they', 'we-asked', 'we-unasked', ''] as const

const mappingOf = (source: string, unit: string): string => `kumppani-mapping: 1
source: ${source}
formats: { dates: YYYY-MM-DD }
files: { customers: { name: customers.csv }, stages: { name: stages.csv }, met: { name: met.csv } }
rows:
  - file: customers
    records: [{ target: customer, key: "No", at: before, fields: { name: Name } }]
  - file: stages
    records:
      - target: relationship-stage
        key: Key
        at: Day
        fields: { customer: { constant: "1" }, unit: { constant: ${unit} }, to: Stage }
  - file: met
    records:
      - target: note
        key: Key
        at: Day
        fields: { customers: { each: [Customer] }, unit: { constant: ${unit} }, note: Note, startedBy: By }
`

function filesOf({ customer, unit, stages, met }: Story): Readonly<Record<string, string>> {
  const staged = stages.map((stage, n) => `${unit}-s${n},${stage.replace(' ', ',')}`)
  const noted = met.map((day, n) => `${unit}-m${n},1,${day},Asked for a price.,${starters[n % starters.length]}`)
  return {
    customers: `No,Name\n1,${customer}\n`,
    stages: ['Key,Day,Stage', ...staged].join('\n'),
    met: ['Key,Customer,Day,Note,By', ...noted].join('\n'),
  }
}

/** Files of another system, and what they say. */
interface Upload {
  as: string
  source: string
  upload: string
  mapping: string
  /** Text by name. */
  files: Readonly<Record<string, string>>
}

/** Imports what another system knows of one customer, and waits until it stands there. */
export const importStory = (sending: Sending, source: string, story: Story): Promise<void> =>
  importFiles(sending, {
    as: story.as,
    source,
    upload: `${source}-${story.unit}`,
    mapping: mappingOf(source, story.unit),
    files: filesOf(story),
  })

/** Imports so many customers, called `<name> 001` and on. */
export const importCustomers = (sending: Sending, name: string, count: number): Promise<void> =>
  importFiles(sending, {
    as: 'satu',
    source: 'old-list',
    upload: 'old-list',
    mapping: `kumppani-mapping: 1
source: old-list
files: { customers: { name: customers.csv } }
rows: [{ file: customers, records: [{ target: customer, key: "No", at: before, fields: { name: Name } }] }]
`,
    files: {
      customers: [
        'No,Name',
        ...Array.from({ length: count }, (_, n) => `${n},${name} ${`${n + 1}`.padStart(3, '0')}`),
      ].join('\n'),
    },
  })

async function importFiles({ url, visit }: Sending, { as, source, upload, mapping, files }: Upload): Promise<void> {
  const visitor = await visit(as)
  for (const [file, text] of Object.entries(files))
    await send(url, visitor, `/uploads/${upload}/${file}/${file}.csv`, Buffer.from(text))
  const begun = await send(url, visitor, '/imports', { upload, mappingName: `${source}.yaml`, mapping })
  const { import: id } = begun as { import: string }
  const until = Date.now() + patienceMs
  for (;;) {
    const answer = await visitor.context.request.get(`${url}/api/v1/imports/${id}`)
    const shown = (await answer.json()) as { state: string; counts?: { refused: number; inPart: number } }
    if (shown.state === 'completed' && shown.counts?.refused === 0 && shown.counts.inPart === 0) return
    if (shown.state === 'completed' || Date.now() > until) throw new Error(`${source}: ${JSON.stringify(shown)}`)
    await pause(lookAgainMs)
  }
}

/** So many days, each `apart` days after the one before. */
export const daysFrom = (first: string, count: number, apart: number): string[] =>
  Array.from({ length: count }, (_, n) =>
    new Date(Date.parse(first) + n * apart * 86_400_000).toISOString().slice(0, 10),
  )

const managers = { 'fi-foodservice': 'satu', 'fi-lab': 'onni', se: 'karin', de: 'heike', no: 'silje' } as const

export const seededNames = {
  imported: 'Tuodun Tarinan Ravintolat Oy',
  single: 'Yhden Muistiinpanon Kahvila',
  many: 'Monen Muistiinpanon Tukku',
  five: 'Viiden Maan Hotellit Oy',
} as const

/** Makes them, all in one go. */
export async function seedScores(sending: Sending): Promise<void> {
  const { url, visit } = sending
  await importStory(sending, 'old-cards', {
    customer: seededNames.imported,
    as: 'satu',
    unit: 'fi-foodservice',
    stages: ['2015-02-01 exploratory', '2016-05-01 basic', '2019-09-01 cooperative', '2024-03-01 basic'],
    met: daysFrom('2015-01-15', 120, 31),
  })
  await importStory(sending, 'old-desk', {
    customer: seededNames.many,
    as: 'satu',
    unit: 'fi-foodservice',
    stages: ['2016-01-01 basic', '2018-01-01 interdependent'],
    met: daysFrom('2015-01-05', 10_000, 0.4),
  })
  for (const [n, [unit, as]] of Object.entries(managers).entries())
    await importStory(sending, 'old-hotels', {
      customer: seededNames.five,
      as,
      unit,
      stages: [`${2017 + n}-02-01 exploratory`, `${2018 + n}-08-01 ${n % 2 ? 'cooperative' : 'interdependent'}`],
      met: daysFrom(`${2017 + n}-01-10`, 60, 30),
    })
  const aino = await visit('aino')
  const { id } = (await send(url, aino, '/customers', { name: seededNames.single })) as { id: string }
  await send(url, aino, '/touchpoints/note', { customers: [id], unit: 'fi-foodservice', note: 'They have moved.' })
}
