/** What one does with the opportunities: choose the view, the unit, the kind of sale, the day since when, and filter. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../components/button.js'
import { AddressFilter } from '../../components/filter/address-filter.js'
import { Choice } from '../../components/filter/choice.js'
import { DayField } from '../../components/filter/day-field.js'
import type { FilterField } from '../../components/filter/filter.js'
import { SearchField } from '../../components/filter/search-field.js'
import { componentTexts } from '../../components/texts.js'
import { capital, useWords } from '../../components/words.js'
import { useTexts } from '../../language/language.js'
import page from '../../look/page.module.css'
import { type DealView, dealStatuses, dealViews, type OpportunitiesAddress, profiles } from './address.js'
import styles from './opportunities.module.css'
import { opportunitiesTexts } from './texts.js'

const pauseMs = 200

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
  const sayFilter = useTexts(componentTexts)
  const [isFiltering, setFiltering] = useState(address.filter !== undefined)
  const fields = useFields()
  return (
    <>
      <div className={page.tools}>
        <nav className={page.views} aria-label={say('views')}>
          {dealViews.map((view) => (
            <ViewLink key={view} view={view} address={address} />
          ))}
        </nav>
        <span className={styles.since}>
          <span aria-hidden>{say('movedSince')}</span>{' '}
          <DayField label={say('movedSince')} value={since} onChange={(day) => change({ since: day })} />
        </span>
        {address.view !== undefined && (
          <SearchField
            label={say('search')}
            className={undefined}
            text={address.search ?? ''}
            onChange={(search) => change({ search: search || undefined })}
            pauseMs={pauseMs}
          />
        )}
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
      className={page.view}
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
