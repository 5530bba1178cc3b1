/** Which refusal to start stands behind an error: the engines' own refusals get an exit code here. */
import { EnginesRefused, LeaseLost, LogRefused, ReadStoreRefused, TakenOver, tellableOf } from '#kernel'
import { StartRefused } from '#platform/config'

export function refusalOf(error: unknown): StartRefused | undefined {
  if (error instanceof StartRefused) return error
  if (error instanceof EnginesRefused) return new StartRefused(error.reason, tellableOf(error))
  if (isTakenOver(error)) return new StartRefused('takenOver', error.message)
  if (error instanceof LogRefused) return new StartRefused('logRefused', tellableOf(error))
  if (error instanceof ReadStoreRefused) return new StartRefused('dataFolderUnusable', error.message)
  const said = unusable[(error as NodeJS.ErrnoException)?.code ?? '']
  return said ? new StartRefused('dataFolderUnusable', said) : undefined
}

/** What the system says of a disk that takes no more, wherever a start met it. */
const unusable: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk of the data folder is full; make room, and start again',
  EDQUOT: 'the data folder has used up what it may hold; make room, and start again',
  EROFS: 'the disk of the data folder is read-only; mount it for writing, and start again',
}

/** Also where it comes from a thread, in which it had its class. */
const isTakenOver = (error: unknown): error is Error =>
  error instanceof Error && [LeaseLost, TakenOver].some(({ name }) => name === error.name)
