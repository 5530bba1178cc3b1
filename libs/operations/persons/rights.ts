/** What erasures, exports and decisions about withheld writing work on, from what a process has open. */
import { refuse } from '#kernel'
import type { LocalCore } from '../core/local-core.js'
import type { Exporting } from './export-person.js'

/** How long such work waits for the read models to have seen what it just recorded. */
const patienceMs = 60_000

type Given = Omit<Exporting, 'core' | 'catalogue' | 'clock' | 'projected' | 'openShown'> & { core: LocalCore }

export const rightsOver = ({ core, ...given }: Given): Exporting => ({
  ...given,
  core,
  catalogue: core.registry.catalogue,
  clock: () => new Date(),
  projected: async (position) => {
    if (!(await core.waitFor(position, patienceMs))) refuse('not-yet-visible')
  },
  openShown: (value, viewer) => core.queryService.openFor(value, viewer),
})
