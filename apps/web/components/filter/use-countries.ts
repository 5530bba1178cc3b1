/** The countries that a filter offers, in the language of the reader. */
import { useMemo } from 'react'
import { useFormats } from '../../language/language.js'
import { countriesBy } from './countries.js'

/** @param units of the group */
export function useCountries(units: readonly { country?: string }[]): { code: string; word: string }[] {
  const formats = useFormats()
  return useMemo(
    () =>
      countriesBy(
        formats,
        units.map(({ country }) => country),
      ),
    [formats, units],
  )
}
