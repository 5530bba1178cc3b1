/** What one does with the opportunities: choose the view, the unit, the kind of sale, the day since when, and filter. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../components/button.js'
import { AddressFilter } from '../../components/filter/address-filter.js'
import { Choice } from '../../components/filter/choice.js'
import type { FilterField } from '../../components/filter/filter.js'
import { filterTexts } from '../../components/filter/texts.js'
import { capital, useWords } from '../../components/words.js'
import { useTexts } from '../../language/language.js'
import { type DealView, dealStatuses, dealViews, type OpportunitiesAddress, profiles } from './address.js'
import styles from './opportunities.module.css'
import { opportunitiesTexts } from './texts.js'

export interface OpportunityToolsProps {
  address: OpportunitiesAddress
  change(to: Partial<OpportunitiesAddress>): void
  /** The whole group when absent. */
  unit: string | undefined
  units: readonly { id: string; name: string }[]
  since: string
}

export function OpportunityTools({ address, change, unit, units, since }: OpportunityToolsProps) {
  const say = useTexts(opportunitiesTexts)
  const sayFilter = useTexts(filterTexts)
  const [isFiltering, setFiltering] = useState(address.filter !== undefined)
  const fields = useFields()
  return (
    <>
      <div className={styles.tools}>
        <nav className={styles.views} aria-label={say('views')}>
          {dealViews.map((view) => (
            <ViewLink key={view} view={view} address={address} />
          ))}
        </nav>
        <label className={styles.since}>
          {say('movedSince')}{' '}
          <input
            type="date"
            value={since}
            onChange={({ target }) => change({ since: target.value === '' ? undefined : target.value })}
          />
        </label>
        <Choices address={address} change={change} unit={unit} units={units} />
        <Button aria-expanded={isFiltering} onClick={() => setFiltering(!isFiltering)}>
          {sayFilter('filter')}
        </Button>
      </div>
      {isFiltering && (
        <AddressFilter fields={fields} text={address.filter} onChange={change} onClear={() => setFiltering(false)} />
      )}
    </>
  )
}

type ChoicesProps = Omit<OpportunityToolsProps, 'since'>

function Choices({ address, change, unit, units }: ChoicesProps) {
  const say = useTexts(opportunitiesTexts)
  const words = useWords()
  const status = address.status ?? 'open'
  return (
    <>
      {address.view === 'table' && (
        <Choice
          label={say('status')}
          value={status}
          options={[
            ...dealStatuses.map((code) => ({ code, word: capital(words.of('opportunity-status', code)) })),
            { code: 'all', word: say('all') },
          ]}
          onChange={(to) => change({ status: to as OpportunitiesAddress['status'], sort: undefined })}
        />
      )}
      <Choice
        label={say('profile')}
        value={address.profile ?? ''}
        options={[
          { code: '', word: say('bothProfiles') },
          ...profiles.map((code) => ({ code, word: capital(words.of('profile', code)) })),
        ]}
        onChange={(to) => change({ profile: to === '' ? undefined : (to as OpportunitiesAddress['profile']) })}
      />
      <Choice
        label={say('unit')}
        value={unit ?? 'group'}
        options={[
          { code: 'group', word: say('wholeGroup') },
          ...units.map(({ id, name }) => ({ code: id, word: name })),
        ]}
        onChange={(to) => change({ unit: to })}
      />
    </>
  )
}

function ViewLink({ view, address }: { view: DealView; address: OpportunitiesAddress }) {
  const say = useTexts(opportunitiesTexts)
  const { unit, profile, filter, since } = address
  return (
    <Link
      to="/opportunities"
      search={{ view: view === 'board' ? undefined : view, unit, profile, filter, since }}
      className={styles.view}
      activeOptions={{ includeSearch: true, explicitUndefined: true }}
    >
      {say(view)}
    </Link>
  )
}

function useFields(): FilterField[] {
  const say = useTexts(opportunitiesTexts)
  const words = useWords()
  return [
    { id: 'stage', label: say('stage'), operators: ['eq', 'ne'], values: words.in('opportunity-stage') },
    { id: 'closesOn', label: say('closesHead'), operators: ['ge', 'le', 'empty'], type: 'date' },
    { id: 'probability', label: say('odds'), operators: ['ge', 'le', 'empty'], type: 'number' },
    { id: 'openedAt', label: say('opened'), operators: ['ge', 'le'], type: 'date' },
    { id: 'movedAt', label: say('movedHead'), operators: ['ge', 'le'], type: 'date' },
  ]
}
