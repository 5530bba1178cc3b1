/**
 * Begins an empty access log where the old one is lost: a start refuses to do so by itself, since nobody would
 * notice that the account of who looked is gone.
 */
import type { EngineUrls } from '../../engine-urls.js'
import { filesOf } from './backup-files.js'
import { Aside, beginAccessLog, identityOfKeys, identityOfLog } from './standing-files.js'
import { apart } from './together.js'

/** @throws EnginesRefused when there is no group, or the access log that is there is its own */
export function beginAccessLogIn(urls: EngineUrls): { begun: string; replaced: string[] } {
  const files = filesOf(urls)
  const identity = urls.keys ? identityOfLog(files.logFile) : identityOfKeys(files)
  if (identity === undefined) throw apart(`${files.keysFile} holds no keys: an access log belongs to a group`)
  if (identityOfLog(files.accessFile) === identity) {
    throw apart(`${files.accessFile} is the access log of this group: there is nothing to begin`)
  }
  const aside = new Aside()
  aside.take(files.accessFile)
  beginAccessLog(files.accessFile, identity)
  return { begun: files.accessFile, replaced: aside.folders }
}
