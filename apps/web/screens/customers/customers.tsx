/** Which customers there are: a table to live in, with the small score of each, and one of them beside it. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { question } from '../../api/questions.js'
import { NoSuchUnit, useUnitShown } from '../../components/filter/unit-shown.js'
import { Empty, Failed, Loading } from '../../components/notice.js'
import { useRowKeys } from '../../components/table/row-keys.js'
import { Table } from '../../components/table/table.js'
import { useWindowed } from '../../components/table/windowed/use-windowed.js'
import { useWords } from '../../components/words.js'
import { useFormats, useTexts } from '../../language/language.js'
import { usePhone } from '../../look/matches.js'
import page from '../../look/page.module.css'
import { useMe } from '../../reader/me.js'
import type { CustomersAddress } from './address.js'
import { customersAsked, customersList } from './asked.js'
import { columnsUnlessTold, customerColumns } from './columns.js'
import styles from './customers.module.css'
import { Panel } from './panel.js'
import { customersTexts } from './texts.js'
import { Tools } from './tools.js'

const route = getRouteApi('/customers')

/** The list as its address says, and how to change what it says. */
function useList() {
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/customers' })
  const change = useCallback(
    (to: Partial<CustomersAddress>) =>
      void navigate({ search: (before) => ({ ...before, ...to }), replace: true, resetScroll: false }),
    [navigate],
  )
  const looked = useUnitShown(address.unit)
  const asked = useWindowed(customersList, customersAsked(address, looked.unit), address.at)
  return { address, change, looked, asked, rows: asked.rows, total: asked.rows.length }
}

export function Customers() {
  const say = useTexts(customersTexts)
  const words = useWords()
  const { address, change, looked, asked, rows, total } = useList()
  const { unit, units } = looked
  const { data: group } = useQuery(question('/api/v1/group'))
  const me = useMe()
  const { at } = address
  const navigate = useNavigate()
  const keys = useMemo(() => rows.map((row) => row?.id), [rows])
  useRowKeys(keys, at, {
    choose: (id) => change({ at: id }),
    open: (id) => void navigate({ to: '/customers/$id', params: { id } }),
  })
  const currency = group?.currency ?? 'EUR'
  const { all, shown, columns } = useColumns(address.columns, {
    currency,
    hasUnit: unit !== undefined,
    hasPanel: at !== undefined,
  })
  const unitName = units.find(({ id }) => id === unit)?.name
  const choices = { units, words, columns: all, shown, unit, own: me.unit.id }
  return (
    <main className={at === undefined ? page.list : page.split}>
      <title>{`${say('customers')} · Kumppani`}</title>
      <div className={page.column}>
        <div className={styles.head}>
          <h1>{unitName ? say('ofUnit', { unit: unitName }) : say('customers')}</h1>
          <p className={styles.quiet} role="status">
            {!asked.isPending && say('total', { count: total })}
          </p>
        </div>
        <Tools address={address} change={change} choices={choices} />
        <NoSuchUnit of={looked} />
        {asked.error && <Failed error={asked.error} retry={asked.retry} />}
        {asked.isPending && !asked.error && <Loading />}
        {!asked.isPending && rows.length === 0 && (
          <Empty>{say(address.search || address.filter ? 'noneFound' : 'none')}</Empty>
        )}
        {rows.length > 0 && (
          <div className={page.table}>
            <Table
              label={say('customers')}
              columns={columns}
              rows={rows}
              total={total}
              keyOf={({ id }) => id}
              sort={address.sort ?? '-lastTouch'}
              onSort={(sort) => change({ sort })}
              onSight={asked.onSight}
              question={asked.question}
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
  /** Beside the panel, which names them, there is no room for the units. */
  hasPanel: boolean
}

/** All columns that there are, and which of them are shown. */
function useColumns(chosen: string | undefined, { currency, hasUnit, hasPanel }: Shown) {
  const say = useTexts(customersTexts)
  const formats = useFormats()
  const words = useWords()
  const [now] = useState(() => Date.now())
  const isPhone = usePhone()
  const all = customerColumns({ say, words, formats, currency, now, hasUnit, isPhone })
  const shown = chosen?.split(',') ?? columnsUnlessTold
  const columns = all.filter(({ id }) => shown.includes(id) && !(hasPanel && !isPhone && id === 'units'))
  return { all, shown, columns }
}
