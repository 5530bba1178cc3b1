/** Everything about one opportunity, now or at any moment. */
import {
  Choice,
  Decimal,
  defineQuery,
  type Guarded,
  Id,
  Integer,
  Label,
  ListOf,
  Nested,
  NoQuery,
  Optional,
  type QueryContext,
  refuse,
  Text,
} from '#kernel'
import { moneyShown, ShownMoney } from '../organization/valuation.queries.js'
import { NamedContact, NamedMember, NamedProduct, NamedUnit, Names } from '../pages/shown/names.js'
import { type OpportunityDocument, opportunities } from './opportunities.view.js'
import { type OpportunityStage, opportunityStages, profileStages } from './opportunity.events.js'
import { ShownOpportunity, shownOpportunities } from './shown/opportunity-shown.js'

class ShownLine {
  @Nested(NamedProduct) product!: NamedProduct
  @Decimal() quantity!: string
  /** Of one. */
  @Nested(ShownMoney) price!: ShownMoney
}

class ShownCredit {
  @Nested(NamedMember) member!: NamedMember
  @Nested(NamedUnit) unit!: NamedUnit
  @Integer({ min: 1, max: 100 }) percent!: number
}

class ProfileStage {
  @Choice(opportunityStages) stage!: OpportunityStage
}

export class OpportunityAnswer extends ShownOpportunity {
  /** Stages of its profile, in order. */
  @ListOf(ProfileStage) stages!: ProfileStage[]
  @ListOf(NamedContact) contacts!: NamedContact[]
  @Optional() @Id('customer-project') customerProject?: string
  @Optional() @Text({ max: 4000 }) about?: Guarded<string>
  /** Whoever won it instead. */
  @Optional() @Label() lostTo?: string
  /** What was said at the last turn. */
  @Optional() @Text({ max: 2000 }) why?: Guarded<string>
  @ListOf(ShownLine, { max: 100 }) lines!: ShownLine[]
  @ListOf(ShownCredit, { max: 20 }) credit!: ShownCredit[]
}

async function details(doc: OpportunityDocument, ask: QueryContext<object>) {
  const names = new Names(ask)
  const { contacts, customerProject, about, lostTo, why } = doc
  return {
    stages: profileStages[doc.profile].map((stage) => ({ stage })),
    contacts: await names.contacts(contacts),
    customerProject,
    about,
    lostTo,
    why,
    lines: doc.lines.map((line) => ({
      ...line,
      price: moneyShown(line.price, doc.linesDay, ask),
      product: names.product(line.product),
    })),
    credit: doc.credit.map((share) => ({
      ...share,
      member: names.member(share.member),
      unit: names.unit(share.unit),
    })),
  }
}

export const opportunityPage = defineQuery<NoQuery, OpportunityAnswer, OpportunityDocument>({
  name: 'opportunity',
  about: 'What is this opportunity about, how does it stand, and who shares the credit?',
  route: '/opportunities/:id',
  query: NoQuery,
  answer: OpportunityAnswer,
  past: { param: 'id', of: opportunities },
  read: async (ask) => {
    const doc = ask.subject.document ?? refuse('not-found')
    const [shown = refuse('not-found')] = await shownOpportunities([doc], ask)
    return ask.open({ ...shown, ...(await details(doc, ask)) })
  },
})
