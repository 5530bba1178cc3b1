/** What one does with the relationships: choose the view, look at one unit, filter. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { question } from '../../api/questions.js'
import { Button, buttonLink } from '../../components/button.js'
import { AddressFilter, type AddressFilterProps } from '../../components/filter/address-filter.js'
import { Choice } from '../../components/filter/choice.js'
import type { FilterField } from '../../components/filter/filter.js'
import { allOf, ofUnit } from '../../components/filter/grammar.js'
import { useCountries } from '../../components/filter/use-countries.js'
import { componentTexts } from '../../components/texts.js'
import { useWords } from '../../components/words.js'
import { useTexts } from '../../language/language.js'
import page from '../../look/page.module.css'
import { type RelationshipsAddress, type RelationshipView, relationshipViews } from './address.js'
import styles from './relationships.module.css'
import { relationshipsTexts } from './texts.js'

export interface RelationshipToolsProps {
  address: RelationshipsAddress
  change(to: Partial<RelationshipsAddress>): void
  /** The whole group when absent. */
  unit: string | undefined
  units: readonly { id: string; name: string; country?: string }[]
}

export function RelationshipTools({ address, change, unit, units }: RelationshipToolsProps) {
  const say = useTexts(relationshipsTexts)
  const sayFilter = useTexts(componentTexts)
  const [isFiltering, setFiltering] = useState(address.filter !== undefined)
  const options = [
    { code: 'group', word: say('wholeGroup') },
    ...units.map(({ id, name }) => ({ code: id, word: name })),
  ]
  return (
    <>
      <div className={page.tools}>
        <nav className={page.views} aria-label={say('views')}>
          {relationshipViews.map((view) => (
            <ViewLink key={view} view={view} address={address} unit={unit} />
          ))}
        </nav>
        {address.view !== 'pyramid' && (
          <Choice
            label={say('unit')}
            value={unit ?? 'group'}
            options={options}
            onChange={(to) => change({ unit: to })}
          />
        )}
        <Button aria-expanded={isFiltering} onClick={() => setFiltering(!isFiltering)}>
          {sayFilter('filter')}
        </Button>
        {address.stage && (
          <Link to="." search={({ stage: _, ...rest }) => rest} className={buttonLink}>
            {say('allStages')}
          </Link>
        )}
      </div>
      {isFiltering && (
        <Conditions units={units} text={address.filter} onChange={change} onClear={() => setFiltering(false)} />
      )}
    </>
  )
}

interface ConditionsProps extends Omit<AddressFilterProps, 'fields'> {
  units: RelationshipToolsProps['units']
}

const Conditions = ({ units, ...of }: ConditionsProps) => <AddressFilter fields={useFields(units)} {...of} />

interface ViewLinkProps {
  view: RelationshipView
  address: RelationshipsAddress
  unit: string | undefined
}

function ViewLink({ view, address: { unit: asked, filter }, unit }: ViewLinkProps) {
  const say = useTexts(relationshipsTexts)
  const isLeaving = view === 'passive' || view === 'lost'
  const { data } = useQuery({
    ...question('/api/v1/relationships', {
      query: { limit: 1, filter: allOf(ofUnit(unit), filter, `status eq ${view}`) },
    }),
    enabled: isLeaving,
  })
  return (
    <Link
      to="/relationships"
      search={{ view: view === 'board' ? undefined : view, unit: asked, filter }}
      className={page.view}
      activeOptions={{ includeSearch: true, explicitUndefined: true }}
    >
      {say(view)} {isLeaving && <span className={styles.quiet}>{data?.total}</span>}
    </Link>
  )
}

function useFields(units: readonly { country?: string }[]): FilterField[] {
  const say = useTexts(relationshipsTexts)
  const words = useWords()
  const yesNo = [
    { code: 'true', word: say('yes') },
    { code: 'false', word: say('no') },
  ]
  return [
    { id: 'status', label: say('status'), operators: ['eq', 'ne'], values: words.in('status') },
    { id: 'sector', label: say('sector'), operators: ['eq', 'ne', 'empty', 'filled'], values: words.in('sector') },
    { id: 'country', label: say('country'), operators: ['eq', 'ne'], values: useCountries(units) },
    { id: 'city', label: say('city'), operators: ['starts', 'eq', 'ne'] },
    { id: 'keyAccount', label: say('keyAccount'), operators: ['eq'], values: yesNo },
    { id: 'lastTouch', label: say('lastTouch'), operators: ['ge', 'le', 'empty'], type: 'date' },
    { id: 'stageSince', label: say('stageSince'), operators: ['ge', 'le'], type: 'date' },
    { id: 'passiveFrom', label: say('passiveFrom'), operators: ['ge', 'le', 'empty', 'filled'], type: 'date' },
  ]
}
