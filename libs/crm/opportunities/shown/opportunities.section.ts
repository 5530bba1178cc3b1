/** Which opportunities are open with a customer? */
import { Choice, Day, type Guarded, Id, Integer, ListOf, Nested, Optional, Title } from '#kernel'
import { moneyShown, ShownMoney } from '../../organization/valuation.queries.js'
import { NamedMember, NamedUnit } from '../../pages/shown/names.js'
import { defineSection } from '../../pages/shown/section.js'
import { opportunitiesOf } from '../opportunities.queries.js'
import { type OpportunityStage, opportunityStages } from '../opportunity.events.js'

export class ShownOpenOpportunity {
  @Id('opportunity') id!: string
  @Title() name!: Guarded<string>
  @Nested(NamedUnit) unit!: NamedUnit
  @Choice(opportunityStages) stage!: OpportunityStage
  @Optional() @Nested(ShownMoney) value?: ShownMoney
  /** Whole percent. */
  @Optional() @Integer({ min: 0, max: 100 }) probability?: number
  @Optional() @Day() closesOn?: string
  @Optional() @Nested(NamedMember) owner?: NamedMember
}

class OpenOpportunities {
  @ListOf(ShownOpenOpportunity, { max: 500 }) opportunities!: ShownOpenOpportunity[]
}

export const opportunitiesSection = defineSection({
  name: 'opportunities',
  order: 40,
  title: {
    en: 'Open opportunities',
    fi: 'Avoimet myyntimahdollisuudet',
    sv: 'Öppna affärsmöjligheter',
    de: 'Offene Verkaufschancen',
    nb: 'Åpne salgsmuligheter',
  },
  answer: OpenOpportunities,
  pursuers: ({ opportunities }) => opportunities.map(({ unit }) => unit.id),
  async read(ask) {
    const { documents, subject, names } = ask
    const open = await opportunitiesOf(subject.id, documents, 'open')
    const opportunities = open.map(({ id, name, unit, stage, value, valueDay, probability, closesOn, owner }) => ({
      id,
      name,
      unit: names.unit(unit),
      stage,
      value: value && moneyShown(value, valueDay, ask),
      probability,
      closesOn,
      owner: names.member(owner),
    }))
    return { opportunities }
  },
})
