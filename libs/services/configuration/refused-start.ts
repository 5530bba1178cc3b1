/** Which refusal to start stands behind an error: the engines' own refusals get an exit code here. */
import { EnginesRefused, LeaseLost, LogRefused, ReadStoreRefused, TakenOver } from '#kernel'
import { StartRefused } from '#platform/config'

export function refusalOf(error: unknown): StartRefused | undefined {
  if (error instanceof StartRefused) return error
  if (error instanceof EnginesRefused) return new StartRefused(error.reason, error.message)
  if (isTakenOver(error)) return new StartRefused('takenOver', error.message)
  if (error instanceof LogRefused) return new StartRefused('logRefused', error.message)
  return error instanceof ReadStoreRefused ? new StartRefused('dataFolderUnusable', error.message) : undefined
}

/** Also where it comes from a thread, in which it had its class. */
const isTakenOver = (error: unknown): error is Error =>
  error instanceof Error && [LeaseLost, TakenOver].some(({ name }) => name === error.name)
