/** What are these records called? For whoever has only the names of their streams, as of those that a preview is about. */
import { defineQuery, InvalidInput, Label, ListAnswer, ListOf, type QueryContext, wholeList } from '#kernel'
import { Names } from '../names.js'
import { NamedRecord, RecordNames } from './record-named.js'

class RecordNamesQuery {
  /** Names of streams, by comma: `customer-c7k2m9q4x1z8w3v5`. */
  @Label({ max: 8000 }) streams!: string
}

class RecordNamesAnswer extends ListAnswer {
  /** In the order asked for. */
  @ListOf(NamedRecord, { max: 100 }) rows!: NamedRecord[]
}

const mostNamed = 100

function streamsIn({ streams }: RecordNamesQuery): string[] {
  const named = streams.split(',')
  if (named.length <= mostNamed && named.every((one) => /^[a-z]+-[\w.-]{1,150}$/.test(one))) return named
  throw new InvalidInput([{ path: 'streams', code: 'k-label' }])
}

export const recordNamesQuery = defineQuery({
  name: 'record-names',
  about: 'What records are called, and whose they are.',
  route: '/record-names',
  query: RecordNamesQuery,
  answer: RecordNamesAnswer,
  async read(ask: QueryContext<RecordNamesQuery>): Promise<RecordNamesAnswer> {
    const records = new RecordNames(ask, new Names(ask))
    return ask.open(wholeList(await Promise.all(streamsIn(ask.query).map((stream) => records.of(stream)))))
  },
})
