/** How long readers wait, in the present and in the past, while 200 events a second are recorded; and how much memory that takes. */
import { business } from '#crm/business.js'
import { muchCorrected } from '../data-set/much-corrected.js'
import { someWords } from '../data-set/words.js'
import { below, type Figure, type Measured } from '../figure.js'
import { percentile } from '../load/job.js'
import { caughtUp, load } from '../load/load.js'
import { copyOf, reading, type Serving, whileRecording, whileServing } from '../load/serving.js'

const durationMs = 5000
const recordedPerSecond = 200
const pagesWalked = 20
const someCustomers = 500

const years = 'from=2022-01-01&to=2025-12-31'
const metricsByUnit = [...business.registry.metrics.values()].filter(({ dimensions }) =>
  dimensions.some(({ name }) => name === 'unit'),
)

interface Question {
  what: string
  paths: (serving: Serving) => string[] | Promise<string[]>
  percent: number
  targetMs: number
}

const questions: readonly Question[] = [
  { what: '360 of a customer', paths: customerPaths, percent: 99, targetMs: 8 },
  { what: 'list of customers: search, sort, filter, any cursor', paths: listPaths, percent: 95, targetMs: 15 },
  { what: 'any metric by unit and month', paths: metricPaths, percent: 95, targetMs: 30 },
  { what: 'two dimensions and month, as known on a past day', paths: knownPaths, percent: 95, targetMs: 60 },
  { what: 'how many different, by unit and month', paths: distinctPaths, percent: 95, targetMs: 150 },
  { what: 'any view as of, of the largest customer', paths: pastPaths, percent: 99, targetMs: 80 },
]

export const readingFigure: Figure = {
  name: 'reading',
  measure: (context) =>
    whileServing(copyOf(context), async (serving) => {
      const measured: Measured[] = []
      for (const question of questions) measured.push(await asked(question, serving))
      return [...measured, await memory(serving)]
    }),
}

/** The past of a customer much of which was said otherwise at first. */
export const corrected: Figure = {
  name: 'corrected',
  measure: async (context) => {
    const copy = copyOf(context)
    const { customer, position } = await muchCorrected(copy)
    return whileServing(copy, async (serving) => {
      await caughtUp(serving.program, serving.tokens[0] ?? '', position)
      const what = 'any view as of, of a customer with 10,000 corrections'
      return [await asked({ what, paths: () => pastPathsOf(customer), percent: 99, targetMs: 150 }, serving)]
    })
  },
}

/** The read models are mapped: their pages are the system's, which takes them back when it needs the room. */
async function memory({ program }: Serving): Promise<Measured> {
  const { all, mapped } = await program.memoryMb()
  const what = `memory of the process with its workers, beside ${Math.round(mapped)} MB of mapped files`
  return below(what, { unit: 'MB', value: all - mapped, target: 350 })
}

async function asked({ what, paths, percent, targetMs }: Question, serving: Serving): Promise<Measured> {
  const { program, tokens } = serving
  const job = { url: program.url, tokens, requests: reading(await paths(serving)), connections: 2 }
  // Once through before the clock runs: a program that has just started has nothing at hand.
  await load({ ...job, durationMs: durationMs / 5 })
  const { latenciesMs } = await whileRecording(serving, { perSecond: recordedPerSecond, durationMs }, () =>
    load({ ...job, durationMs }),
  )
  return below(what, { unit: 'ms', label: `p${percent}`, value: percentile(latenciesMs, percent), target: targetMs })
}

function customerPaths({ data: { customers } }: Serving): string[] {
  const step = Math.ceil(customers.length / someCustomers)
  return customers.filter((_, at) => at % step === 0).map((id) => `/customers/${id}`)
}

async function listPaths({ program, tokens }: Serving): Promise<string[]> {
  const sorts = ['name', '-name', 'city', '-employees', 'stage,name', '-lastTouch', 'sector,name']
  const filters = ['sector eq marine', 'country in (FI, SE) and employees ge 2000', 'employees lt 20']
  const plain = [
    ...sorts.map((sort) => `sort=${sort}`),
    ...filters.map((filter) => `filter=${encodeURIComponent(filter)}`),
    ...someWords(20).map((word) => `search=${word.slice(0, 4)}`),
  ]
  const walked: string[] = []
  for (let cursor = ''; walked.length < pagesWalked; ) {
    const path = `/customers?sort=-lastTouch${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`
    const response = await fetch(`${program.url}/api/v1${path}`, { headers: { Authorization: `Bearer ${tokens[0]}` } })
    const { next } = (await response.json()) as { next?: string }
    walked.push(path)
    if (next === undefined) break
    cursor = next
  }
  return [...plain.map((query) => `/customers?${query}`), ...walked]
}

function metricPaths(): string[] {
  const summed = metricsByUnit.filter(({ kind }) => kind !== 'distinct')
  return summed.map(({ name }) => `/figures/${name}?by=unit,month&${years}`)
}

function distinctPaths(): string[] {
  const counted = metricsByUnit.filter(({ kind }) => kind === 'distinct')
  return counted.map(({ name }) => `/figures/${name}?by=unit,month&${years}`)
}

/** Each metric by unit and another of its dimensions, at the end of two days. */
function knownPaths(): string[] {
  return metricsByUnit.flatMap(({ name, kind, dimensions }) => {
    const other = dimensions
      .map(({ name }) => name)
      .find((dimension) => !['unit', 'subsidiary', 'country'].includes(dimension))
    const days = kind === 'distinct' || other === undefined ? [] : ['2023-06-30', '2024-12-31']
    return days.map((day) => `/figures/${name}?by=unit,${other},month&from=2023-01-01&to=2023-12-31&known=${day}`)
  })
}

function pastPaths({ data: { largest } }: Serving): string[] {
  return pastPathsOf(largest)
}

function pastPathsOf(customer: string): string[] {
  return ['2023-03-01', '2024-07-15', '2025-12-01'].flatMap((day) =>
    ['', '/timeline', '/brief'].map((page) => `/customers/${customer}${page}?asOf=${day}`),
  )
}
