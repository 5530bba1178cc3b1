/** Processes as whoever looks after them sees them: what was refused, of which record, and nothing that people wrote. */
import type { ProcessRunner } from '#commands'
import {
  type EventLog,
  type ReadStore,
  type RefusalTexts,
  type Registry,
  refuse,
  type Sentence,
  type StepStated,
  type Texts,
} from '#kernel'
import { type OpenProcess, openProcesses } from '#queries'

export interface OpenStep {
  /** Dot path in what was asked; absent for the command that carried the others. */
  place?: string
  stream: string
  command: string
  /** Absent while it has not been tried. */
  refused?: { code: string; sentence: Sentence }
}

export interface ShownProcess extends OpenProcess {
  /** Name of its definition. */
  process: string
  /** Member who began it. */
  by: string
  unit?: string
  startedAt: string
  /** Steps that are not recorded, or not known to be. */
  steps: OpenStep[]
}

interface Showing {
  processes: Pick<ProcessRunner, 'load'>
  registry: Registry
  store: ReadStore
  log: EventLog
}

/** A code of another version of the program says that somebody has to look. */
function textsOf(code: string, { refusals }: Registry): Texts {
  const [, texts] = refusals[code] ?? (refuse.texts['event-unreadable'] as RefusalTexts[string])
  return texts
}

/** Those that are not ended, the longest first. */
export async function shownProcesses(from: Showing): Promise<ShownProcess[]> {
  const shown: ShownProcess[] = []
  for (const open of await openProcesses(from)) {
    const { state } = await from.processes.load(open.id)
    const { data, metadata } = state.started ?? {}
    if (!data || !metadata) continue
    const left = state.stated
      .map((event) => event.data as unknown as StepStated)
      .filter(({ step }) => !state.done.has(step))
    const refusedOf = (step: number) => {
      const code = state.refused.find((one) => one.step === step)?.code
      return code === undefined ? undefined : { code, sentence: { texts: textsOf(code, from.registry) } }
    }
    shown.push({
      ...open,
      process: String(data.process),
      by: metadata.actor,
      unit: metadata.unit,
      startedAt: metadata.recordedAt,
      steps: left.map(({ step, place, stream, command }) => ({ place, stream, command, refused: refusedOf(step) })),
    })
  }
  return shown
}
