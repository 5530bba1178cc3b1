/** Which records of customers were said to be one organisation, and what became of that? */
import { defineQuery, ListAnswer, ListOf, Nested, type QueryContext } from '#kernel'
import { customersView } from '../../../customers/customers.view.js'
import { NamedCustomer } from '../../shown/names.js'
import { MergesQuery, MergeTold, mergesOf, mergesShape } from './merge-rows.js'

export class MergeRow extends MergeTold {
  @Nested(NamedCustomer) customer!: NamedCustomer
  @Nested(NamedCustomer) into!: NamedCustomer
}

export class MergesAnswer extends ListAnswer {
  /** The newest first. */
  @ListOf(MergeRow, { max: 50 }) rows!: MergeRow[]
}

type Ask = QueryContext<MergesQuery>

/** A record by the name it has itself, merged or not. */
async function recordNamed(id: string, { documents: docs, journals }: Ask): Promise<NamedCustomer> {
  const [survivor] = journals.partitionOf(id).ids
  const document = await docs.get(customersView, survivor)
  const record = survivor === id ? document : document?.mergedFrom.find((one) => one.id === id)
  return { id, name: record?.name }
}

export const mergesQuery = defineQuery({
  name: 'merges',
  about: 'Which customers were merged, which merges are void, and what those taken back have left behind.',
  route: '/merges',
  query: MergesQuery,
  answer: MergesAnswer,
  lists: [mergesShape('customer')],
  async read(ask: Ask): Promise<MergesAnswer> {
    return ask.open(await mergesOf('customer', ask, (id) => recordNamed(id, ask)))
  },
})
