/**
 * Loaded into a launched program: ends it when the launcher is gone, also when the launcher was killed
 * and could say nothing. Without it a killed launcher would leave the program holding port and folder.
 */
import { isMainThread } from 'node:worker_threads'

if (isMainThread && process.channel) {
  process.channel.unref()
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}
