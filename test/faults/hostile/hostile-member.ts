/**
 * One member asks what costs much, while another asks lists and pages: those are answered as ever, the program keeps
 * to its memory, and what the first is answered has a size.
 */
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { LocalIssuer } from '#platform/identity/local-issuer.js'
import { dataSetIn } from '../../bench/data-set/data-set.js'
import { administrator } from '../../bench/data-set/group.js'
import { memberId } from '../../bench/data-set/places.js'
import { RunningProgram } from '../../harness/running-program.js'
import { leftOut, type Report } from '../report.js'
import { type Attack, attacks, type Selling } from './attacks.js'
import type { Answered, CallerOf } from './caller.js'
import { type Waited, waitedDuring } from './others.js'

/** Where waiting is measured, figures are dear; where only being blocked is, it is enough that there are some. */
const eventsBefore = { slow: 40_000, blocked: 12_000 } as const
const most = { memoryMb: 500, answerBytes: 100_000 }
/** What others may wait: less than is slow, or, where other programs share the machine, less than what only waits for the attack. */
const mostP95Ms = { slow: 500, blocked: 2000 } as const
/** Where others wait long with nobody hostile, the machine is busy with something else. */
const timesCalm = 2
/** What lasts for seconds meets whatever else the machine does: only who waits each time waits for the attack. */
const mostAgain = 2
const tooLong = 'others wait too long'
const lookMs = 200
const calmMs = 3000

/** @param wrong from which waiting on it is wrong */
export async function hostileMember(folder: string, wrong: keyof typeof mostP95Ms): Promise<Report[]> {
  const data = await dataSetIn(join(folder, 'hostile'), eventsBefore[wrong])
  // Deriving at the first start takes memory that is given back slowly.
  await (await RunningProgram.start({ folder: data.folder })).stop()
  const program = await RunningProgram.start({ folder: data.folder })
  try {
    const issuer = await LocalIssuer.open(data.folder)
    const callerOf = async (member: string): Promise<CallerOf> => ({
      url: program.url,
      token: (await issuer.tokenFor(member)).token,
    })
    const [hostile, other] = [await callerOf(administrator), await callerOf(memberId(1))]
    const seller = await callerOf(memberId(2))
    const on = { program, hostile, seller, other, customers: data.customers.slice(0, 40) }
    const calm = await seenDuring(() => delay(calmMs, []), on)
    const mostMs = Math.max(mostP95Ms[wrong], timesCalm * calm.waited.p95Ms)
    const reports = [reportOf('nobody hostile, to compare', calm, Number.POSITIVE_INFINITY)]
    for (const [fault, attack] of Object.entries(attacks)) {
      let report = reportOf(fault, await seenDuring(attack, on), mostMs)
      for (let again = 0; again < mostAgain && hasOnlyWaited(report); again++)
        report = reportOf(fault, await seenDuring(attack, on), mostMs)
      reports.push(report)
    }
    return reports
  } finally {
    await program.stop()
  }
}

/** Whatever else is wrong is wrong the first time. */
const hasOnlyWaited = ({ wrong = '' }: Report): boolean => wrong.startsWith(`${tooLong} (`)

interface Attacked extends Selling {
  program: RunningProgram
  hostile: CallerOf
  other: CallerOf
}

async function seenDuring(attack: Attack, on: Attacked): Promise<Seen> {
  const { program, hostile, other, customers } = on
  const memory = { ownMb: 0, mappedMb: 0 }
  const watching = setInterval(() => {
    if (program.child.exitCode === null)
      void program.memoryMb().then(({ all, mapped }) => {
        memory.ownMb = Math.max(memory.ownMb, all - mapped)
        memory.mappedMb = Math.max(memory.mappedMb, mapped)
      })
  }, lookMs)
  const working = attack(hostile, on)
  const waited = await waitedDuring(other, customers, working)
  clearInterval(watching)
  const answers = await working
  return { waited, memory, answers, code: program.child.exitCode }
}

function reportOf(fault: string, seen: Seen, mostMs: number): Report {
  const { waited, memory, answers } = seen
  const wrong = wrongIn(seen, mostMs)
  const told = `others: ${inWords(waited)}; memory ${Math.round(memory.ownMb)} MB, and ${Math.round(memory.mappedMb)} MB of files; ${answeredAs(answers)}`
  process.stderr.write(`faults: ${fault}: ${told}\n`)
  return {
    ...leftOut(fault, ''),
    times: answers.length,
    said: told,
    ...(wrong.length > 0 && { wrong: `${wrong.join(', ')} (${told})` }),
  }
}

interface Seen {
  waited: Waited
  /** Pages of files are the system’s to take back. */
  memory: { ownMb: number; mappedMb: number }
  answers: readonly Answered[]
  code: number | null
}

function wrongIn({ waited, memory, answers, code }: Seen, mostMs: number): string[] {
  return [
    ...(code === null ? [] : [`the program ended with ${code}`]),
    ...(waited.p95Ms < mostMs ? [] : [tooLong]),
    ...(waited.refused.size === 0 ? [] : [`others are answered ${[...waited.refused.keys()].join(', ')}`]),
    ...(memory.ownMb < most.memoryMb ? [] : ['too much memory']),
    ...(answers.every(({ bytes, status }) => status === 200 || bytes < most.answerBytes) ? [] : ['an endless refusal']),
    ...(answers.every(({ status }) => status !== 500) ? [] : ['answered 500']),
  ]
}

const inWords = ({ times, p50Ms, p95Ms, longestMs }: Waited): string =>
  `p50 ${Math.round(p50Ms)}, p95 ${Math.round(p95Ms)}, at most ${Math.round(longestMs)} ms of ${times}`

function answeredAs(answers: readonly Answered[]): string {
  const byStatus = Map.groupBy(answers, ({ status }) => status)
  const told = [...byStatus].map(([status, some]) => {
    const longestS = Math.max(...some.map(({ tookMs }) => tookMs)) / 1000
    const kilobytes = Math.max(...some.map(({ bytes }) => bytes)) / 1000
    return `${some.length} × ${status || 'no answer'} within ${longestS.toFixed(1)} s, ${kilobytes.toFixed(0)} kB`
  })
  return told.join(', ')
}
