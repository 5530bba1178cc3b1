/** One import: how far it has come, which rows were left and why, and what its undo did. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { pages, question } from '../../../api/questions.js'
import { Button } from '../../../components/button.js'
import { Failed, Loading } from '../../../components/notice.js'
import { useFormats, useTexts } from '../../../language/language.js'
import page from '../../../look/page.module.css'
import { useMe } from '../../../reader/me.js'
import styles from '../audit.module.css'
import { Head, NotYours } from '../head.js'
import { MemberCell } from '../lists/cells.js'
import { isOffered } from '../offers/offers.js'
import { importTexts } from '../texts/import-texts.js'
import imports from './imports.module.css'
import { type ImportPage, Reasons, Rows, Vanished } from './rows.js'
import { Undo } from './undo.js'

const route = getRouteApi('/audit/imports/$id')

export function Import() {
  return isOffered('imports', useMe()) ? <Imported /> : <NotYours />
}

function Imported() {
  const say = useTexts(importTexts)
  const { id } = route.useParams()
  const asked = useInfiniteQuery(pages('/api/v1/imports/{id}', { path: { id } }, 'cursor'))
  const all = asked.data?.pages ?? []
  const [first] = all
  if (!first && asked.error) {
    return (
      <main className={page.page}>
        <Failed error={asked.error} page retry={() => void asked.refetch()} />
      </main>
    )
  }
  return (
    <main className={page.page}>
      <Head title={first?.source ?? say('source')} />
      {asked.error && <Failed error={asked.error} retry={() => void asked.refetch()} />}
      {!first && <Loading />}
      {first && (
        <>
          <State of={first} />
          <Counts of={first} />
          <Reasons of={first.reasons} />
          <Rows title={say('refused')} of={all.flatMap(({ refused }) => refused)} />
          <Rows title={say('setAside')} of={all.flatMap(({ setAside }) => setAside)} />
          <Rows title={say('warned')} of={all.flatMap(({ warned }) => warned)} />
          <Vanished of={all.flatMap(({ vanished }) => vanished)} />
          {asked.hasNextPage && <Button onClick={() => void asked.fetchNextPage()}>{say('more')}</Button>}
          {(first.state === 'undone' || first.state === 'undoing') && <Undo id={id} />}
        </>
      )}
    </main>
  )
}

function State({ of }: { of: ImportPage }) {
  const say = useTexts(importTexts)
  const formats = useFormats()
  const { data: units } = useQuery(question('/api/v1/units'))
  const names = new Map(units?.rows.map(({ id, name }) => [id, name]))
  const rows: [string, ReactNode][] = [
    [say('state'), <b key="state">{say(of.state)}</b>],
    [say('by'), <MemberCell key="by" of={of.by} />],
    [say('startedAt'), formats.moment(of.startedAt)],
    [say('lastStepAt'), formats.moment(of.lastStepAt)],
    [say('units'), of.units === undefined ? say('everyUnit') : formats.list(of.units.map((id) => names.get(id) ?? id))],
  ]
  return (
    <>
      <dl className={imports.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {of.stalled && <p className={styles.alarm}>{say(of.stalled)}</p>}
    </>
  )
}

const counted = ['recorded', 'changed', 'unchanged', 'setAside', 'refused'] as const

/** Where the rows went, as one bar, and in numbers. */
function Counts({ of: { counts, total } }: { of: ImportPage }) {
  const say = useTexts(importTexts)
  const formats = useFormats()
  const all = Math.max(
    1,
    counted.reduce((sum, each) => sum + counts[each], 0),
  )
  return (
    <section className={styles.section} aria-labelledby="counts">
      <h2 id="counts">{say('counts')}</h2>
      <div className={imports.bar} aria-hidden>
        {counted.map((each) => (
          <span key={each} className={imports[each]} style={{ width: `${(100 * counts[each]) / all}%` }} />
        ))}
      </div>
      <dl className={imports.facts}>
        <div>
          <dt>{say('total')}</dt>
          <dd>{formats.number(total)}</dd>
        </div>
        {counted.map((each) => (
          <div key={each}>
            <dt>
              <span className={`${imports.mark} ${imports[each]}`} aria-hidden /> {say(each)}
            </dt>
            <dd>{formats.number(counts[each])}</dd>
          </div>
        ))}
        <div>
          <dt>{say('events')}</dt>
          <dd>{formats.number(counts.events)}</dd>
        </div>
      </dl>
    </section>
  )
}
