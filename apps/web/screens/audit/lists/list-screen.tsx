/** Any list of the audit: filtered, sorted, and one of its rows beside it, as its address says. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { type Asked, type Listing, list, question } from '../../../api/questions.js'
import { Button } from '../../../components/button.js'
import { AddressFilter, type AddressFilterProps } from '../../../components/filter/address-filter.js'
import { filterTexts } from '../../../components/filter/texts.js'
import { Empty, Failed, Loading } from '../../../components/notice.js'
import { retried, useMore } from '../../../components/table/paging.js'
import { useRowKeys } from '../../../components/table/row-keys.js'
import { Table } from '../../../components/table/table.js'
import { useWords } from '../../../components/words.js'
import { useFormats, useTexts } from '../../../language/language.js'
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
  /** Opens a row at Enter; what stands beside it, where it does nothing else. */
  onOpen?(row: RowOf<P>): void
}

export function ListScreen<P extends Listing>({ of, title, about, address, change, onOpen }: ListScreenProps<P>) {
  const say = useTexts(auditTexts)
  const shown = useShownWith()
  const { asked, rows, total, more } = useRows(of, address)
  const keys = useMemo(() => rows.map((row) => of.keyOf(row)), [rows, of])
  const chosen = rows[keys.indexOf(address.at ?? '')]
  useRowKeys(keys, address.at, {
    choose: (at) => change({ at }),
    open: () => chosen && onOpen?.(chosen),
  })
  const beside = chosen && of.beside?.(chosen, shown)
  const isAsking = address.filter !== undefined
  return (
    <main className={beside ? styles.split : styles.listPage}>
      <div className={styles.list}>
        <Head title={title} about={about} total={asked.data && say('rows', { count: total })} />
        {of.fields && <Tools fields={of.fields(shown)} address={address} change={change} />}
        {asked.error && <Failed error={asked.error} retry={retried(asked)} />}
        {asked.isPending && !asked.error && <Loading />}
        {asked.data && rows.length === 0 && <Empty>{say(isAsking ? 'noneFound' : 'none')}</Empty>}
        {rows.length > 0 && (
          <div className={styles.table}>
            <Table
              label={title}
              columns={of.columns(shown)}
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
      {beside && <Beside onClose={() => change({ at: undefined })}>{beside}</Beside>}
    </main>
  )
}

export function Beside({ onClose, children }: { onClose(): void; children: ReactNode }) {
  const say = useTexts(auditTexts)
  return (
    <aside className={styles.beside} aria-label={say('beside')}>
      <button type="button" className={styles.close} aria-label={say('closePanel')} onClick={onClose}>
        ×
      </button>
      {children}
    </aside>
  )
}

function useRows<P extends Listing>(of: AuditList<P>, { filter, sort }: ListAddress) {
  const query = { limit: pageRows, filter, sort }
  const asked = useInfiniteQuery(list(of.path, { query } as unknown as Asked<P>))
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
  const say = useTexts(filterTexts)
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
