/** What may be sold: the open opportunities as a board, all of them as a table, and what moved since a day. */
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { allOf, ofUnit } from '../../components/filter/grammar.js'
import { NoSuchUnit, useUnitShown } from '../../components/filter/unit-shown.js'
import { useTexts } from '../../language/language.js'
import page from '../../look/page.module.css'
import { useMe } from '../../reader/me.js'
import { type OpportunitiesAddress, sinceOf } from './address.js'
import { OpportunitiesHead } from './head.js'
import { DealBoard } from './lists/board.js'
import { DealTable } from './lists/deal-table.js'
import { OpportunityTools } from './opportunity-tools.js'
import { opportunitiesTexts } from './texts.js'

const route = getRouteApi('/opportunities')

export function Opportunities() {
  const say = useTexts(opportunitiesTexts)
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/opportunities' })
  const change = useCallback(
    (to: Partial<OpportunitiesAddress>) =>
      void navigate({ search: (before) => ({ ...before, ...to }), replace: true, resetScroll: false }),
    [navigate],
  )
  const today = useMe().today.day
  const looked = useUnitShown(address.unit)
  const { unit, units } = looked
  const { view = 'board', profile, status = 'open', sort, search } = address
  const since = sinceOf(address, today)
  const filter = allOf(ofUnit(unit), address.filter)
  const ofProfile = profile && `profile eq ${profile}`
  const shown = { hasUnit: unit !== undefined, since, today }
  return (
    <main className={page.wide}>
      <OpportunitiesHead unit={units.find(({ id }) => id === unit)?.name} profile={profile} filter={filter} />
      <OpportunityTools address={address} change={change} unit={unit} units={units} since={since} />
      <NoSuchUnit of={looked} />
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
