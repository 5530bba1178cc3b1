/** Which refusal to start stands behind an error: the engines' own refusals get an exit code here. */
import { EnginesRefused, LogRefused, ReadStoreRefused, TakenOver } from '#kernel'
import { StartRefused } from '#platform/config'

export function refusalOf(error: unknown): StartRefused | undefined {
  if (error instanceof StartRefused) return error
  if (error instanceof EnginesRefused) return new StartRefused(error.reason, error.message)
  if (error instanceof LogRefused) return new StartRefused('logRefused', error.message)
  if (error instanceof TakenOver) return new StartRefused('dataFolderHeld', error.message)
  return error instanceof ReadStoreRefused ? new StartRefused('dataFolderUnusable', error.message) : undefined
}
