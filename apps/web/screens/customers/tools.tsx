/** What one does with the list: search, look at one unit, filter, choose columns, take it along. */
import { useId, useState } from 'react'
import { Button, buttonLink } from '../../components/button.js'
import { AddressFilter, type AddressFilterProps } from '../../components/filter/address-filter.js'
import { SearchField } from '../../components/filter/search-field.js'
import { useCountries } from '../../components/filter/use-countries.js'
import { componentTexts } from '../../components/texts.js'
import type { Words } from '../../components/words.js'
import { useLanguage, useTexts } from '../../language/language.js'
import page from '../../look/page.module.css'
import type { CustomersAddress } from './address.js'
import { fileColumnsOf } from './asked.js'
import styles from './customers.module.css'
import { customerFields } from './filter-fields.js'
import { customersTexts } from './texts.js'
import { UnitChoice } from './unit-choice.js'

interface Unit {
  id: string
  name: string
  country?: string
}

export interface ToolsProps {
  address: CustomersAddress
  change(to: Partial<CustomersAddress>): void
  choices: {
    units: readonly Unit[]
    words: Words
    columns: readonly { id: string; head: string }[]
    shown: readonly string[]
    /** Looked at now; the whole group when absent. */
    unit: string | undefined
    own: string
  }
}

const pauseMs = 200

export function Tools({ address, change, choices }: ToolsProps) {
  const say = useTexts(customersTexts)
  const sayFilter = useTexts(componentTexts)
  const { units, unit } = choices
  const [isFiltering, setFiltering] = useState(address.filter !== undefined)
  return (
    <>
      <div className={page.tools}>
        <SearchField
          label={say('search')}
          className={styles.search}
          text={address.search ?? ''}
          onChange={(search) => change({ search: search || undefined })}
          pauseMs={pauseMs}
        />
        <UnitChoice units={units} unit={unit} filter={address.filter} change={change} />
        <Button aria-expanded={isFiltering} onClick={() => setFiltering(!isFiltering)}>
          {sayFilter('filter')}
        </Button>
        <Columns columns={choices.columns} shown={choices.shown} change={change} />
        <Export address={address} unit={unit} shown={choices.shown} />
      </div>
      {isFiltering && (
        <Conditions
          key={unit}
          text={address.filter}
          choices={choices}
          onChange={change}
          onClear={() => setFiltering(false)}
        />
      )}
    </>
  )
}

interface ConditionsProps extends Omit<AddressFilterProps, 'fields'> {
  choices: ToolsProps['choices']
}

function Conditions({ choices: { units, unit, words }, ...of }: ConditionsProps) {
  const say = useTexts(customersTexts)
  const countries = useCountries(units)
  const codes = units.map(({ id, name }) => ({ code: id, word: name }))
  const fields = customerFields({ say, words, units: codes, countries, hasUnit: unit !== undefined })
  return <AddressFilter fields={fields} {...of} />
}

interface ColumnsProps {
  columns: readonly { id: string; head: string }[]
  shown: readonly string[]
  change(to: Partial<CustomersAddress>): void
}

function Columns({ columns, shown, change }: ColumnsProps) {
  const say = useTexts(customersTexts)
  const id = useId()
  const toggle = (column: string) =>
    change({
      columns: (shown.includes(column) ? shown.filter((each) => each !== column) : [...shown, column]).join(','),
    })
  return (
    <>
      <button type="button" className={buttonLink} popoverTarget={id}>
        {say('columns')}
      </button>
      <div id={id} popover="auto" className={styles.columns}>
        {columns
          .filter((column) => column.id !== 'name')
          .map((column) => (
            <label key={column.id}>
              <input type="checkbox" checked={shown.includes(column.id)} onChange={() => toggle(column.id)} />{' '}
              {column.head}
            </label>
          ))}
      </div>
    </>
  )
}

interface ExportProps {
  address: CustomersAddress
  unit: string | undefined
  shown: readonly string[]
}

function Export({ address: { search, filter, sort }, unit, shown }: ExportProps) {
  const say = useTexts(customersTexts)
  const columns = fileColumnsOf(shown, unit !== undefined)
  const asked = Object.entries({ search, filter, sort, scope: unit, columns, language: useLanguage(), format: 'xlsx' })
  const query = new URLSearchParams(asked.flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return (
    <a className={buttonLink} href={`/api/v1/customers?${query}`} download>
      {say('export')}
    </a>
  )
}
