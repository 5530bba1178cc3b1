/** Who opened whose personal values, when and why. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { question } from '../../../api/questions.js'
import { Button } from '../../../components/button.js'
import { PersonalValue } from '../../../components/name.js'
import { Empty, Failed, Loading } from '../../../components/notice.js'
import { useRowKeys } from '../../../components/table/row-keys.js'
import { type Column, Table } from '../../../components/table/table.js'
import { useFormats, useTexts } from '../../../language/language.js'
import { useMe } from '../../../shell/me.js'
import styles from '../audit.module.css'
import { Head, NotYours } from '../head.js'
import { Beside } from '../lists/list-screen.js'
import { isOffered } from '../offers/offers.js'
import { logTexts } from '../texts/log-texts.js'
import { auditTexts } from '../texts/texts.js'
import type { LogAddress } from './address.js'
import { Entry, type LogEntry, Whose } from './entry.js'
import { PageName } from './page-name.js'
import { LogTools } from './tools.js'

const route = getRouteApi('/audit/log')
const mostEntries = 500

export function AccessLog() {
  return isOffered('log', useMe()) ? <Log /> : <NotYours />
}

const keyOf = ({ at, viewer, page, position }: LogEntry): string => `${at}~${viewer}~${page}~${position}`

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
  const { data, error, refetch } = useQuery(question('/api/v1/access-log', { query: { ...query, limit: mostEntries } }))
  const entries = data?.entries ?? []
  const keys = entries.map(keyOf)
  const chosen = entries[keys.indexOf(at ?? '')]
  useRowKeys(keys, at, { choose: (key) => change({ at: key }), open: () => undefined })
  const columns = useColumns()
  const oldest = entries.at(-1)?.at.slice(0, 10)
  return (
    <main className={chosen ? styles.split : styles.listPage}>
      <div className={styles.list}>
        <Head
          title={sayAudit('log')}
          about={say('period')}
          total={data && !data.more ? sayAudit('rows', { count: entries.length }) : undefined}
        />
        <LogTools address={query} change={change} />
        {error && <Failed error={error} retry={() => void refetch()} />}
        {!data && !error && <Loading />}
        {data && entries.length === 0 && <Empty>{say('noEntries')}</Empty>}
        {entries.length > 0 && (
          <div className={styles.table}>
            <Table
              label={sayAudit('log')}
              columns={columns}
              rows={entries}
              total={entries.length}
              keyOf={keyOf}
              chosen={at}
              onChoose={(key) => change({ at: key })}
            />
          </div>
        )}
        {data?.more && oldest !== query.until && (
          <p className={styles.find}>
            <Button onClick={() => change({ until: oldest, at: undefined })}>{say('older')}</Button>
          </p>
        )}
      </div>
      {chosen && (
        <Beside onClose={() => change({ at: undefined })}>
          <Entry of={chosen} />
        </Beside>
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
    { id: 'when', head: say('when'), width: '150px', cell: ({ at }) => formats.moment(at) },
    {
      id: 'who',
      head: say('who'),
      width: 'minmax(150px, 1fr)',
      cell: ({ viewer, viewerName }) => (
        <span className={styles.name}>{viewerName === undefined ? viewer : <PersonalValue of={viewerName} />}</span>
      ),
    },
    {
      id: 'what',
      head: say('what'),
      width: 'minmax(160px, 1fr)',
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
