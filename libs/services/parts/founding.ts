/** The first start of this program: the demo group, or one administrator, on log and keys of its data folder. */
import { business } from '#crm'
import { seedDemo } from '#demo'
import { markFinished, markUnfinished, openScratchReadStore } from '#engines'
import type { EventLog, KeyVault } from '#kernel'
import { appointAdministrator, firstStart } from '#operations'
import { tablesOf } from '#read-models'
import type { Configuration } from '../configuration/configuration.js'

interface Founded {
  log: EventLog
  vault: KeyVault
  settings: Pick<Configuration, 'demo' | 'engines' | 'locale' | 'founding'>
  onStep: (line: string) => void
}

/** Fills an empty log; on any other it does nothing. Answers whether it did. */
export async function foundWhereEmpty({ log, vault, settings, onStep }: Founded): Promise<boolean> {
  if ((await log.head()) > 0) return false
  const { demo, engines, locale, founding } = settings
  // The read models are derived from the log afterwards.
  const store = await openScratchReadStore(locale)
  await store.declare(tablesOf(business.registry))
  await firstStart({
    ...business,
    ...{ log, vault, store, locale },
    fill: async (core, setClock) => {
      if (!demo) return appointAdministrator(core, founding)
      onStep('filling the demo group: three years of simulated history')
      await seedDemo({ core, setClock, until: new Date(), onProgress: onStep })
    },
    onBegun: () => markUnfinished(engines.folder, engines.eventLog.file),
    onFinished: () => markFinished(engines.folder),
  })
  await store.close()
  return true
}
