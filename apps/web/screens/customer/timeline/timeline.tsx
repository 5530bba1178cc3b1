/** Everything that happened with a customer, the latest first: filtered, searched, as long as one reads on. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useOwn } from '../../../api/own.js'
import { list } from '../../../api/questions.js'
import { Button } from '../../../components/button.js'
import type { Personal } from '../../../components/name.js'
import { Empty, Failed, Loading } from '../../../components/notice.js'
import { retried } from '../../../components/table/paging.js'
import { Entries } from '../../../history/entries.js'
import { More } from '../../../history/more.js'
import { useTexts } from '../../../language/language.js'
import { ReasonFirst, useWantsReason } from '../../../shell/member/reason.js'
import { isFiltered, timelineAsked, unfiltered } from '../address.js'
import type { Customer360 } from '../answer.js'
import { useCustomerAddress } from '../use-address.js'
import { Filters } from './filters.js'
import { timelineTexts } from './texts.js'

const pageRows = 50

export function Timeline({ of: customer }: { of: Customer360 }) {
  const say = useTexts(timelineTexts)
  const { address, change, moment } = useCustomerAddress()
  const isUnknown = useWantsReason() && address.text !== undefined
  const options = list('/api/v1/customers/{id}/timeline', {
    path: { id: customer.id },
    query: { ...timelineAsked(address), ...moment, limit: pageRows },
  })
  const asked = useOwn(useInfiniteQuery({ ...options, ...(isUnknown && { enabled: false }) }))
  const rows = useMemo(() => asked.data?.pages.flatMap((page) => page.rows) ?? [], [asked.data])
  const people = useMemo(() => peopleOf(customer), [customer])
  const kinds = useMemo(() => new Map(rows.map(({ kind, kindName }) => [kind, kindName ?? kind])), [rows])
  return (
    <section aria-labelledby="timeline" aria-busy={asked.isPlaceholderData}>
      <Filters customer={customer} people={people} kinds={kinds} />
      {asked.error && <Failed error={asked.error} retry={retried(asked)} />}
      {asked.isPending && !asked.error && !isUnknown && <Loading />}
      {isUnknown && <ReasonFirst />}
      {asked.data && rows.length === 0 && !isUnknown && (
        <Empty>
          <p>{say(isFiltered(address) ? 'nothingFound' : 'nothingHappened')}</p>
          {isFiltered(address) && <Button onClick={() => change(unfiltered)}>{say('unfilter')}</Button>}
        </Empty>
      )}
      {rows.length > 0 && <Entries rows={rows} people={people} />}
      <More of={asked} />
    </section>
  )
}

/** Names of the customer's people, the former ones too. */
const peopleOf = ({ parts }: Customer360): Map<string, Personal> =>
  new Map((parts?.people ?? []).flatMap(({ contact, name }) => (name === undefined ? [] : [[contact, name] as const])))
