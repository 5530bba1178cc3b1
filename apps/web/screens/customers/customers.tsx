/** Which customers there are: a table to live in, with the small score of each, and one of them beside it. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { question } from '../../api/questions.js'
import { Empty, Failed, Loading } from '../../components/notice.js'
import { retried, useMore } from '../../components/table/paging.js'
import { useRowKeys } from '../../components/table/row-keys.js'
import { Table } from '../../components/table/table.js'
import { useWords } from '../../components/words.js'
import { useFormats, useTexts } from '../../language/language.js'
import { useMatches } from '../../look/matches.js'
import { useMe } from '../../shell/me.js'
import { usePreferences } from '../../shell/preferences.js'
import type { CustomersAddress } from './address.js'
import { customersAsked, unitOf } from './asked.js'
import { columnsOnPhone, columnsUnlessTold, customerColumns } from './columns.js'
import styles from './customers.module.css'
import { Panel } from './panel.js'
import { customersTexts } from './texts.js'
import { Tools } from './tools.js'

const route = getRouteApi('/customers')
const phone = '(max-width: 620px)'

/** The list as its address says, and how to change what it says. */
function useList() {
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/customers' })
  const change = useCallback(
    (to: Partial<CustomersAddress>) =>
      void navigate({ search: (before) => ({ ...before, ...to }), replace: true, resetScroll: false }),
    [navigate],
  )
  const { unit: usual } = usePreferences()
  const unit = unitOf(address, usual)
  const asked = useInfiniteQuery(customersAsked(address, usual))
  const rows = useMemo(() => asked.data?.pages.flatMap((page) => page.rows) ?? [], [asked.data])
  return { address, change, unit, asked, rows, total: asked.data?.pages[0]?.total ?? rows.length }
}

export function Customers() {
  const say = useTexts(customersTexts)
  const words = useWords()
  const { address, change, unit, asked, rows, total } = useList()
  const { data: group } = useQuery(question('/api/v1/group'))
  const { data: units } = useQuery(question('/api/v1/units'))
  const me = useMe()
  const { at } = address
  const navigate = useNavigate()
  const keys = useMemo(() => rows.map(({ id }) => id), [rows])
  useRowKeys(keys, at, {
    choose: (id) => change({ at: id }),
    open: (id) => void navigate({ to: '/customers/$id', params: { id } }),
  })
  const currency = group?.currency ?? 'EUR'
  const { all, shown, columns } = useColumns(address.columns, { currency, hasUnit: unit !== undefined })
  const more = useMore(asked)
  const unitName = units?.rows.find(({ id }) => id === unit)?.name
  const choices = { units: units?.rows ?? [], words, columns: all, shown, unit, own: me.unit.id }
  return (
    <main className={at === undefined ? styles.page : styles.split}>
      <title>{`${say('customers')} · Kumppani`}</title>
      <div className={styles.list}>
        <div className={styles.head}>
          <h1>{unitName ? say('ofUnit', { unit: unitName }) : say('customers')}</h1>
          <p className={styles.quiet} role="status">
            {asked.data && say('total', { count: total })}
          </p>
        </div>
        <Tools address={address} change={change} choices={choices} />
        {asked.error && <Failed error={asked.error} retry={retried(asked)} />}
        {asked.isPending && !asked.error && <Loading />}
        {asked.data && rows.length === 0 && (
          <Empty>{say(address.search || address.filter ? 'noneFound' : 'none')}</Empty>
        )}
        {rows.length > 0 && (
          <div className={styles.table}>
            <Table
              label={say('customers')}
              columns={columns}
              rows={rows}
              total={total}
              keyOf={({ id }) => id}
              sort={address.sort ?? '-lastTouch'}
              onSort={(sort) => change({ sort })}
              onMore={more}
              chosen={at}
              onChoose={(id) => change({ at: id })}
            />
          </div>
        )}
      </div>
      {at !== undefined && <Panel id={at} currency={currency} onClose={() => change({ at: undefined })} />}
    </main>
  )
}

interface Shown {
  currency: string
  hasUnit: boolean
}

/** All columns that there are, which of them are shown, and in what order. */
function useColumns(chosen: string | undefined, { currency, hasUnit }: Shown) {
  const say = useTexts(customersTexts)
  const formats = useFormats()
  const words = useWords()
  const [now] = useState(() => Date.now())
  const isPhone = useMatches(phone)
  const all = customerColumns({ say, words, formats, currency, now, hasUnit })
  const shown = chosen?.split(',') ?? (isPhone ? columnsOnPhone : columnsUnlessTold)
  const columns = all.filter(({ id }) => shown.includes(id)).sort(isPhone ? byPlaceIn(shown) : inOrder)
  return { all, shown, columns }
}

const inOrder = () => 0

const byPlaceIn =
  (shown: readonly string[]) =>
  (a: { id: string }, b: { id: string }): number =>
    shown.indexOf(a.id) - shown.indexOf(b.id)
