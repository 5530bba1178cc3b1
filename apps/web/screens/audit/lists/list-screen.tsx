/** Any list of the audit: filtered, sorted, and one of its rows beside it, as its address says. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useOwn } from '../../../api/own.js'
import { type Asked, type Listing, list, question } from '../../../api/questions.js'
import { Button } from '../../../components/button.js'
import { AddressFilter, type AddressFilterProps } from '../../../components/filter/address-filter.js'
import { Empty, Failed, Loading } from '../../../components/notice.js'
import { BesideTable } from '../../../components/table/beside-table.js'
import { InFull } from '../../../components/table/in-full.js'
import { retried, useMore } from '../../../components/table/paging.js'
import { useRowKeys } from '../../../components/table/row-keys.js'
import { Table } from '../../../components/table/table.js'
import { componentTexts } from '../../../components/texts.js'
import { useWords } from '../../../components/words.js'
import { useFormats, useTexts } from '../../../language/language.js'
import { usePhone } from '../../../look/matches.js'
import page from '../../../look/page.module.css'
import styles from '../audit.module.css'
import { Head } from '../head.js'
import { listTexts } from '../texts/list-texts.js'
import { auditTexts } from '../texts/texts.js'
import type { ListAddress } from './address.js'
import type { AuditList, RowOf, ShownWith } from './list-definition.js'

/** What every list of the audit answers at once. */
const pageRows = 50

export interface ListScreenProps<P extends Listing> {
  of: AuditList<P>
  title: string
  about: string
  address: ListAddress
  change(to: Partial<ListAddress>): void
}

export function ListScreen<P extends Listing>({ of, title, about, address, change }: ListScreenProps<P>) {
  const say = useTexts(auditTexts)
  const shown = useShownWith()
  const { asked, rows, total, more } = useRows(of, address)
  const table = useRef<HTMLDivElement>(null)
  const keys = useMemo(() => rows.map((row) => of.keyOf(row)), [rows, of])
  const chosen = rows[keys.indexOf(address.at ?? '')]
  useRowKeys(keys, address.at, {
    choose: (at) => change({ at }),
    open: () => table.current?.querySelector<HTMLElement>('tr[aria-current] a')?.click(),
  })
  const isPhone = usePhone()
  const columns = of.columns(shown)
  const beside = chosen && (of.beside?.(chosen, shown) || (isPhone && <InFull columns={columns} row={chosen} />))
  const isAsking = address.filter !== undefined
  return (
    <main className={beside ? page.split : page.list}>
      <div className={page.column}>
        <Head title={title} about={about} total={asked.data && say('rows', { count: total })} />
        {of.fields && <Tools fields={of.fields(shown)} address={address} change={change} />}
        {asked.error && <Failed error={asked.error} retry={retried(asked)} />}
        {asked.isPending && !asked.error && <Loading />}
        {asked.data && rows.length === 0 && <Empty>{say(isAsking ? 'noneFound' : 'none')}</Empty>}
        {rows.length > 0 && (
          <div ref={table} className={page.table}>
            <Table
              label={title}
              columns={columns}
              rows={rows}
              total={total}
              keyOf={of.keyOf}
              sort={address.sort ?? of.usual}
              onSort={of.usual === undefined ? undefined : (sort) => change({ sort })}
              onMore={more}
              chosen={address.at}
              onChoose={(at) => change({ at })}
            />
          </div>
        )}
      </div>
      {beside && (
        <BesideTable label={say('beside')} closeLabel={say('closePanel')} onClose={() => change({ at: undefined })}>
          {beside}
        </BesideTable>
      )}
    </main>
  )
}

function useRows<P extends Listing>(of: AuditList<P>, { filter, sort }: ListAddress) {
  const query = { limit: pageRows, filter, sort }
  const asked = useOwn(useInfiniteQuery(list(of.path, { query } as unknown as Asked<P>)))
  const rows = useMemo(
    () => asked.data?.pages.flatMap((page) => (page as unknown as { rows: RowOf<P>[] }).rows) ?? [],
    [asked.data],
  )
  const more = useMore(asked)
  const first = asked.data?.pages[0] as { total?: number } | undefined
  return { asked, rows, total: first?.total ?? rows.length, more }
}

export function useShownWith(): ShownWith {
  const say = useTexts(listTexts)
  const words = useWords()
  const formats = useFormats()
  const { data } = useQuery(question('/api/v1/units'))
  const units = data?.rows.map(({ id, name }) => ({ code: id, word: name })) ?? []
  return { say, words, formats, units }
}

interface ToolsProps {
  fields: AddressFilterProps['fields']
  address: ListAddress
  change(to: Partial<ListAddress>): void
}

function Tools({ fields, address, change }: ToolsProps) {
  const say = useTexts(componentTexts)
  const [isFiltering, setFiltering] = useState(address.filter !== undefined)
  return (
    <>
      <div className={styles.tools}>
        <Button aria-expanded={isFiltering} onClick={() => setFiltering(!isFiltering)}>
          {say('filter')}
        </Button>
      </div>
      {isFiltering && (
        <AddressFilter fields={fields} text={address.filter} onChange={change} onClear={() => setFiltering(false)} />
      )}
    </>
  )
}
