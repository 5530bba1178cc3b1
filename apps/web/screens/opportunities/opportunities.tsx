/** What may be sold: the open opportunities as a board, all of them as a table, and what moved since a day. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { question } from '../../api/questions.js'
import { allOf, ofUnit } from '../../components/filter/grammar.js'
import { useTexts } from '../../language/language.js'
import page from '../../look/page.module.css'
import { useMe } from '../../reader/me.js'
import { usePreferences } from '../../reader/use-preferences.js'
import { type OpportunitiesAddress, sinceOf } from './address.js'
import { OpportunitiesHead } from './head.js'
import { DealBoard } from './lists/board.js'
import { DealTable } from './lists/deal-table.js'
import { OpportunityTools } from './opportunity-tools.js'
import { opportunitiesTexts } from './texts.js'

const route = getRouteApi('/opportunities')
const wholeGroup = 'group'

export function Opportunities() {
  const say = useTexts(opportunitiesTexts)
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/opportunities' })
  const change = useCallback(
    (to: Partial<OpportunitiesAddress>) =>
      void navigate({ search: (before) => ({ ...before, ...to }), replace: true, resetScroll: false }),
    [navigate],
  )
  const { unit: usual } = usePreferences()
  const today = useMe().today.day
  const { data: units } = useQuery(question('/api/v1/units'))
  const unit = address.unit === wholeGroup ? undefined : (address.unit ?? usual)
  const { view = 'board', profile, status = 'open', sort, search } = address
  const since = sinceOf(address, today)
  const filter = allOf(ofUnit(unit), address.filter)
  const ofProfile = profile && `profile eq ${profile}`
  const shown = { hasUnit: unit !== undefined, since, today }
  return (
    <main className={page.wide}>
      <OpportunitiesHead unit={units?.rows.find(({ id }) => id === unit)?.name} profile={profile} filter={filter} />
      <OpportunityTools address={address} change={change} unit={unit} units={units?.rows ?? []} since={since} />
      {view === 'board' && <DealBoard profile={profile} filter={filter} {...shown} />}
      {view === 'table' && (
        <DealTable
          label={say('table')}
          filter={allOf(filter, ofProfile, status !== 'all' && `status eq ${status}`)}
          sort={sort ?? (status === 'open' ? 'closesOn' : '-movedAt')}
          search={search}
          empty={say('noneFound')}
          onSort={(by) => change({ sort: by })}
          shown={shown}
        />
      )}
      {view === 'moved' && (
        <DealTable
          label={say('moved')}
          filter={allOf(filter, ofProfile, `movedAt ge ${since}`)}
          sort={sort ?? '-movedAt'}
          search={search}
          empty={say('nothingMoved')}
          onSort={(by) => change({ sort: by })}
          shown={{ ...shown, isMoved: true }}
        />
      )}
    </main>
  )
}
