/** How deep our relationships are: a board by stage, the pyramid of each unit, and whom we are losing. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { type Answer, question } from '../../api/questions.js'
import { allOf, ofUnit } from '../../components/filter/grammar.js'
import { NoSuchUnit, useUnitShown } from '../../components/filter/unit-shown.js'
import { isForPage, useKeys } from '../../components/keys.js'
import { useFormats, useTexts } from '../../language/language.js'
import page from '../../look/page.module.css'
import type { RelationshipsAddress } from './address.js'
import { RelationshipBoard } from './board.js'
import { LeavingList } from './leaving-list.js'
import { Pyramids } from './pyramids.js'
import { RelationshipTools } from './relationship-tools.js'
import { relationshipsTexts } from './texts.js'

const route = getRouteApi('/relationships')

export function Relationships() {
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/relationships' })
  const change = useCallback(
    (to: Partial<RelationshipsAddress>) =>
      void navigate({ search: (before) => ({ ...before, ...to }), replace: true, resetScroll: false }),
    [navigate],
  )
  const looked = useUnitShown(address.unit)
  const { unit, units } = looked
  const { stage, view = 'board' } = address
  const [now] = useState(() => Date.now())
  useKeys((event) => {
    if (isForPage(event) && event.key === 'Escape' && stage) change({ stage: undefined })
  })
  const chosen = units.find(({ id }) => id === unit)
  const filter = allOf(ofUnit(unit), address.filter)
  return (
    <main className={page.wide}>
      <Head unit={chosen?.name} filter={filter} />
      <RelationshipTools address={address} change={change} unit={unit} units={units} />
      <NoSuchUnit of={looked} />
      {view === 'board' && (
        <RelationshipBoard address={address} filter={filter} hasUnit={unit !== undefined} now={now} />
      )}
      {view === 'pyramid' && <Pyramids units={units} filter={address.filter} />}
      {(view === 'passive' || view === 'lost') && (
        <LeavingList key={view} status={view} filter={filter} sort={address.sort} change={change} now={now} />
      )}
    </main>
  )
}

interface HeadProps {
  unit: string | undefined
  filter: string | undefined
}

function Head({ unit, filter }: HeadProps) {
  const say = useTexts(relationshipsTexts)
  const { data } = useQuery(question('/api/v1/relationships', { query: { limit: 1, filter } }))
  return (
    <header className={page.head}>
      <h1>{unit ? say('ofUnit', { unit }) : say('relationships')}</h1>
      <p className={page.sentence} role="status">
        {data && <Sentence of={data} />}
      </p>
    </header>
  )
}

function Sentence({ of: { total = 0, stages } }: { of: Answer<'/api/v1/relationships'> }) {
  const say = useTexts(relationshipsTexts)
  const formats = useFormats()
  const short = stages.flatMap(({ name, count, target = 0 }) =>
    count < target ? [say('missing', { count: target - count, stage: name })] : [],
  )
  const hasTargets = stages.some(({ target }) => target !== undefined)
  const against = short.length > 0 ? say('belowTarget', { missing: formats.list(short) }) : say('onTarget')
  return (
    <>
      {say('total', { count: total })} {hasTargets && against}
    </>
  )
}
