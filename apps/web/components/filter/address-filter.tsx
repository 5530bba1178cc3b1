/** The filter of an address: begun anew when the address has another, and put away when it has none any more. */
import { FilterEditor, type FilterField } from './filter.js'

export interface AddressFilterProps {
  fields: readonly FilterField[]
  text: string | undefined
  onChange(to: { filter: string | undefined }): void
  onClear(): void
}

export function AddressFilter({ fields, text = '', onChange, onClear }: AddressFilterProps) {
  return (
    <FilterEditor
      key={text}
      fields={fields}
      text={text}
      onApply={(filter) => {
        onChange({ filter: filter || undefined })
        if (!filter) onClear()
      }}
    />
  )
}
