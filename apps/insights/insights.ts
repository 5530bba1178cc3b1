/** What insights serves: queries, live updates and the API document. */
import { business } from '#crm'
import { describedProcedures } from '#operations'
import { version } from '#platform/config'
import {
  type Composed,
  type Composing,
  type Configuration,
  operatorOf,
  ReadSide,
  type Service,
  servedBeside,
  startService,
} from '#services'

/** @throws StartRefused and the engines' refusals, each with one line; nothing is left open then */
export const serveInsights = (settings: Configuration, onStep: (line: string) => void): Promise<Service> =>
  startService(settings, { version: version(), onStep }, compose)

async function compose({ settings, closing, ...listeners }: Composing): Promise<Composed> {
  const side = await ReadSide.open(settings, listeners)
  closing(() => side.close())
  const { core } = side
  return {
    served: { registry: business.registry, members: core, queries: core },
    lag: core,
    described: describedProcedures(business.registry),
    elsewhere: servedBeside('insights'),
    operator: () => operatorOf(core),
  }
}
