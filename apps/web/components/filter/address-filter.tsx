/**
 * The filter of an address: begun anew when the address has another, and put away when it has none any more. What it is
 * put together with is fetched when somebody filters.
 */

import { lazy, Suspense } from 'react'
import { fetched } from '../../api/unloaded.js'
import { Loading } from '../notice.js'
import type { FilterField } from './filter.js'

const FilterEditor = lazy(() => fetched(import('./filter.js')).then((filter) => ({ default: filter.FilterEditor })))

export interface AddressFilterProps {
  fields: readonly FilterField[]
  text: string | undefined
  onChange(to: { filter: string | undefined }): void
  onClear(): void
}

export function AddressFilter({ fields, text = '', onChange, onClear }: AddressFilterProps) {
  return (
    <Suspense fallback={<Loading />}>
      <FilterEditor
        key={text}
        fields={fields}
        text={text}
        onApply={(filter) => {
          onChange({ filter: filter || undefined })
          if (!filter) onClear()
        }}
      />
    </Suspense>
  )
}
