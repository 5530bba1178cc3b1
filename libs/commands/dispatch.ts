/**
 * The one way of commands and corrections into the log: a batch, of which one command is the smallest, goes
 * through the stages check, load, fold, decide, seal and append, round by round.
 */
import type { Caller, CommandRequest, CorrectionRequest, Dispatching, Recorded, SentCommand } from '#kernel'
import { CommandTask } from './command.js'
import { CorrectionTask } from './corrections/correct.js'
import { type Pending, Round, refused } from './round.js'

/**
 * Does each command of a batch once, however often it is sent, and answers each as if they were sent one after
 * the other; what one of them records is known to those behind it. Those that could not be done are told by
 * InvalidInput, DomainError or LogRefused, and nothing is recorded of them. A command that changes nothing
 * leaves nothing behind, and is decided once more when it is sent again.
 */
export async function dispatch(
  batch: readonly SentCommand[],
  ports: Dispatching,
): Promise<PromiseSettledResult<Recorded>[]> {
  const sent = batch.map((command) => understood(command, ports))
  const waiting = () => sent.filter((each): each is Pending => !each.answer)
  for (let left = waiting(); left.length > 0; left = waiting()) {
    try {
      await new Round(left, ports).run()
    } catch (error) {
      for (const pending of left) pending.answer ??= refused(error)
    }
  }
  return sent.map(({ answer }) => answer as PromiseSettledResult<Recorded>)
}

/** The same of one command. @throws what it is told by */
export async function dispatchOne(request: CommandRequest, caller: Caller, ports: Dispatching): Promise<Recorded> {
  const [answer] = await dispatch([{ request, caller }], ports)
  if (answer?.status !== 'fulfilled') throw answer?.reason
  return answer.value
}

const isCorrection = (request: SentCommand['request']): request is CorrectionRequest => 'eventId' in request

function understood({ request, caller }: SentCommand, ports: Dispatching): Pending | Required<Pick<Pending, 'answer'>> {
  try {
    const task = isCorrection(request)
      ? new CorrectionTask(request, caller, ports)
      : new CommandTask(request, caller, ports)
    return { task, asNew: task.isNew, conflicts: 0 }
  } catch (error) {
    return { answer: refused(error) }
  }
}
