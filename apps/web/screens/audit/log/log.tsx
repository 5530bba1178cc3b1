/** Who opened whose personal values, when and why. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useOwn } from '../../../api/own.js'
import { list } from '../../../api/questions.js'
import { PersonalValue } from '../../../components/name.js'
import { Empty, Failed, Loading } from '../../../components/notice.js'
import { BesideTable } from '../../../components/table/beside-table.js'
import type { Column } from '../../../components/table/column.js'
import { retried, useMore } from '../../../components/table/paging.js'
import { useRowKeys } from '../../../components/table/row-keys.js'
import { Table } from '../../../components/table/table.js'
import { useFormats, useTexts } from '../../../language/language.js'
import page from '../../../look/page.module.css'
import { useMe } from '../../../reader/me.js'
import styles from '../audit.module.css'
import { Head, NotYours } from '../head.js'
import { isOffered } from '../offers/offers.js'
import { logTexts } from '../texts/log-texts.js'
import { auditTexts } from '../texts/texts.js'
import type { LogAddress } from './address.js'
import { Entry, type LogEntry, Whose } from './entry.js'
import { PageName } from './page-name.js'
import { LogTools } from './tools.js'

const route = getRouteApi('/audit/log')
const entriesAtOnce = 100

export function AccessLog() {
  return isOffered('log', useMe()) ? <Log /> : <NotYours />
}

const keyOf = ({ id }: LogEntry): string => id

function Log() {
  const say = useTexts(logTexts)
  const sayAudit = useTexts(auditTexts)
  const { at, ...query } = route.useSearch()
  const navigate = useNavigate({ from: '/audit/log' })
  const change = useCallback(
    (to: Partial<LogAddress>) =>
      void navigate({ search: (before) => ({ ...before, ...to }), replace: true, resetScroll: false }),
    [navigate],
  )
  const asked = useOwn(useInfiniteQuery(list('/api/v1/access-log', { query: { ...query, limit: entriesAtOnce } })))
  const { data, error } = asked
  const entries = useMemo(() => data?.pages.flatMap(({ rows }) => rows) ?? [], [data])
  const more = useMore(asked)
  const keys = entries.map(keyOf)
  const chosen = entries[keys.indexOf(at ?? '')]
  useRowKeys(keys, at, { choose: (key) => change({ at: key }), open: () => undefined })
  const columns = useColumns()
  const isWhole = data !== undefined && !asked.hasNextPage
  return (
    <main className={chosen ? page.split : page.list}>
      <div className={page.column}>
        <Head
          title={sayAudit('log')}
          about={say('period')}
          total={isWhole ? sayAudit('rows', { count: entries.length }) : undefined}
        />
        <LogTools address={query} change={change} />
        {error && <Failed error={error} retry={retried(asked)} />}
        {!data && !error && <Loading />}
        {data && entries.length === 0 && <Empty>{say('noEntries')}</Empty>}
        {entries.length > 0 && (
          <div className={page.table}>
            <Table
              label={sayAudit('log')}
              columns={columns}
              rows={entries}
              total={entries.length}
              keyOf={keyOf}
              onMore={more}
              chosen={at}
              onChoose={(key) => change({ at: key })}
            />
          </div>
        )}
      </div>
      {chosen && (
        <BesideTable
          label={sayAudit('beside')}
          closeLabel={sayAudit('closePanel')}
          onClose={() => change({ at: undefined })}
        >
          <Entry of={chosen} />
        </BesideTable>
      )}
    </main>
  )
}

/** Whether what a page is called says already that it does more than show. */
const saysKind = (page: string): boolean => page === 'erase-person' || page === 'export-person'

function useColumns(): Column<LogEntry>[] {
  const say = useTexts(logTexts)
  const formats = useFormats()
  return [
    { id: 'when', head: say('when'), width: '150px', phone: 'end', cell: ({ at }) => formats.moment(at) },
    {
      id: 'who',
      head: say('who'),
      width: 'minmax(150px, 1fr)',
      phone: 'first',
      cell: ({ viewer }) => (
        <span className={styles.name}>
          {viewer.name === undefined ? viewer.id : <PersonalValue of={viewer.name} />}
        </span>
      ),
    },
    {
      id: 'what',
      head: say('what'),
      width: 'minmax(160px, 1fr)',
      phone: 'second',
      cell: ({ kind, page }) => (
        <>
          {kind !== 'read' && !saysKind(page) && <span className={styles.caution}>{say(kind)} </span>}
          <PageName of={page} />
        </>
      ),
    },
    { id: 'whose', head: say('whose'), width: 'minmax(140px, 2fr)', cell: (entry) => <Whose of={entry} /> },
    {
      id: 'reason',
      head: say('reason'),
      width: 'minmax(140px, 2fr)',
      cell: ({ reason }) => <PersonalValue of={reason} />,
    },
  ]
}
