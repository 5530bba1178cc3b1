/** What one does with the list: search, look at one unit, filter, choose columns, take it along. */
import { useId, useState } from 'react'
import { Button, buttonLink } from '../../components/button.js'
import { AddressFilter } from '../../components/filter/address-filter.js'
import { SearchField } from '../../components/filter/search-field.js'
import { filterTexts } from '../../components/filter/texts.js'
import type { Words } from '../../components/words.js'
import { useLanguage, useTexts } from '../../language/language.js'
import type { CustomersAddress } from './address.js'
import styles from './customers.module.css'
import { customerFields } from './filter-fields.js'
import { customersTexts } from './texts.js'

export interface ToolsProps {
  address: CustomersAddress
  change(to: Partial<CustomersAddress>): void
  choices: {
    units: readonly { id: string; name: string }[]
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
  const sayFilter = useTexts(filterTexts)
  const { units, words, unit } = choices
  const [isFiltering, setFiltering] = useState(address.filter !== undefined)
  const codes = units.map(({ id, name }) => ({ code: id, word: name }))
  const fields = customerFields({ say, words, units: codes, hasUnit: unit !== undefined })
  return (
    <>
      <div className={styles.tools}>
        <SearchField
          label={say('search')}
          className={styles.search}
          text={address.search ?? ''}
          onChange={(search) => change({ search: search || undefined })}
          pauseMs={pauseMs}
        />
        <select
          aria-label={say('unit')}
          value={unit ?? 'group'}
          onChange={({ target }) => change({ unit: target.value, filter: undefined, sort: undefined })}
        >
          <option value="group">{say('wholeGroup')}</option>
          {units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <Button aria-expanded={isFiltering} onClick={() => setFiltering(!isFiltering)}>
          {sayFilter('filter')}
        </Button>
        <Columns columns={choices.columns} shown={choices.shown} change={change} />
        <Export address={address} unit={unit} />
      </div>
      {isFiltering && (
        <AddressFilter
          key={unit}
          fields={fields}
          text={address.filter}
          onChange={change}
          onClear={() => setFiltering(false)}
        />
      )}
    </>
  )
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

function Export({ address: { search, filter, sort }, unit }: { address: CustomersAddress; unit: string | undefined }) {
  const say = useTexts(customersTexts)
  const asked = Object.entries({ search, filter, sort, scope: unit, language: useLanguage(), format: 'xlsx' })
  const query = new URLSearchParams(asked.flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return (
    <a className={buttonLink} href={`/api/v1/customers?${query}`} download>
      {say('export')}
    </a>
  )
}
