/** Whose customers: of the whole group, of a country, or of one unit. */
import { quoted } from '../../components/filter/grammar.js'
import { useFormats, useTexts } from '../../language/language.js'
import type { CustomersAddress } from './address.js'
import { customersTexts } from './texts.js'

interface Unit {
  id: string
  name: string
  country?: string
}

export interface UnitChoiceProps {
  units: readonly Unit[]
  /** Looked at now; the whole group when absent. */
  unit: string | undefined
  filter: string | undefined
  change(to: Partial<CustomersAddress>): void
}

/** Customers that any of the units has something to do with. */
const ofAny = (units: readonly Unit[]): string => units.map(({ id }) => `units has ${quoted(id)}`).join(' or ')

export function UnitChoice({ units, unit, filter, change }: UnitChoiceProps) {
  const say = useTexts(customersTexts)
  const formats = useFormats()
  const countries = [...Map.groupBy(units, ({ country = '' }) => country)]
  const ofCountry = countries.find(([, each]) => each.length > 1 && filter === ofAny(each))?.[0]
  const choose = (value: string) => {
    const country = countries.find(([code]) => value === `in ${code}`)?.[1]
    change({ unit: country ? 'group' : value, filter: country && ofAny(country), sort: undefined })
  }
  return (
    <select
      aria-label={say('unit')}
      value={unit ?? (ofCountry === undefined ? 'group' : `in ${ofCountry}`)}
      onChange={({ target }) => choose(target.value)}
    >
      <option value="group">{say('wholeGroup')}</option>
      {countries.map(([code, each]) => (
        <optgroup key={code} label={code && formats.country(code)}>
          {each.length > 1 && <option value={`in ${code}`}>{say('allOf', { country: formats.country(code) })}</option>}
          {each.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
