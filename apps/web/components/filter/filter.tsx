/** A filter, put together from conditions, or written as text where it says more than conditions can. */
import { useId, useState } from 'react'
import { useTexts } from '../../language/language.js'
import { Button } from '../button.js'
import { DayField } from './day-field.js'
import styles from './filter.module.css'
import { type Condition, type Filter, filterIn, filterText, isOffered, type Offered, type Operator } from './grammar.js'
import { filterTexts } from './texts.js'

/** What can be asked of a list. */
export interface FilterField extends Offered {
  label: string
  /** Values to choose from; any text where there are none. */
  values?: readonly { code: string; word: string }[]
  type?: 'text' | 'number' | 'date'
}

export interface FilterEditorProps {
  fields: readonly FilterField[]
  text: string
  onApply(text: string): void
}

const beginning = (fields: readonly FilterField[]): Condition => ({
  field: fields[0]?.id ?? '',
  operator: fields[0]?.operators[0] ?? 'eq',
  value: '',
})

export function FilterEditor({ fields, text, onApply }: FilterEditorProps) {
  const say = useTexts(filterTexts)
  const asked = filterIn(text)
  const [filter, setFilter] = useState<Filter>(asked?.length ? asked : [[beginning(fields)]])
  const [written, setWritten] = useState(text)
  const [isText, setText] = useState(asked === undefined || !isOffered(asked, fields))
  const change = (n: number, group: readonly Condition[]) => {
    const groups = filter.map((each, at) => (at === n ? group : each)).filter(({ length }) => length > 0)
    setFilter(groups.length > 0 ? groups : [[beginning(fields)]])
  }
  return (
    <form
      className={styles.filter}
      onSubmit={(event) => {
        event.preventDefault()
        onApply(isText ? written.trim() : filterText(filter))
      }}
    >
      {isText ? (
        <WrittenFilter text={written} onChange={setWritten} />
      ) : (
        filter.map((group, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups are told apart by their place alone
          <Group key={n} isFirst={n === 0} fields={fields} group={group} onChange={(each) => change(n, each)} />
        ))
      )}
      <div className={styles.actions}>
        <Button type="submit" primary>
          {say('apply')}
        </Button>
        {!isText && <Button onClick={() => setFilter([...filter, [beginning(fields)]])}>{say('or')}</Button>}
        {!isText && (
          <Button
            onClick={() => {
              setWritten(filterText(filter))
              setText(true)
            }}
          >
            {say('asText')}
          </Button>
        )}
        <Button onClick={() => onApply('')}>{say('clear')}</Button>
      </div>
    </form>
  )
}

function WrittenFilter({ text, onChange }: { text: string; onChange(text: string): void }) {
  const say = useTexts(filterTexts)
  return (
    <label className={styles.written}>
      <span>{say('text')}</span>
      <textarea rows={2} value={text} spellCheck={false} onChange={({ target }) => onChange(target.value)} />
    </label>
  )
}

interface GroupProps {
  isFirst: boolean
  fields: readonly FilterField[]
  group: readonly Condition[]
  onChange(group: readonly Condition[]): void
}

function Group({ isFirst, fields, group, onChange }: GroupProps) {
  const say = useTexts(filterTexts)
  return (
    <fieldset className={styles.group}>
      <legend>{say(isFirst ? 'all' : 'orAll')}</legend>
      {group.map((condition, n) => (
        <ConditionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions are told apart by their place alone
          key={n}
          fields={fields}
          condition={condition}
          onChange={(changed) => onChange(group.map((each, at) => (at === n ? changed : each)))}
          onRemove={() => onChange(group.filter((_, at) => at !== n))}
        />
      ))}
      <Button onClick={() => onChange([...group, beginning(fields)])}>{say('and')}</Button>
    </fieldset>
  )
}

interface ConditionProps {
  fields: readonly FilterField[]
  condition: Condition
  onChange(condition: Condition): void
  onRemove(): void
}

function ConditionRow({ fields, condition, onChange, onRemove }: ConditionProps) {
  const say = useTexts(filterTexts)
  const field = fields.find(({ id }) => id === condition.field)
  const operators = field?.operators ?? [condition.operator]
  return (
    <div className={styles.condition}>
      <select
        aria-label={say('field')}
        value={condition.field}
        onChange={({ target }) => {
          const chosen = fields.find(({ id }) => id === target.value)
          onChange({ field: target.value, operator: chosen?.operators[0] ?? 'eq', value: '' })
        }}
      >
        {fields.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <select
        aria-label={say('how')}
        value={condition.operator}
        onChange={({ target }) => onChange({ ...condition, operator: target.value as Operator })}
      >
        {operators.map((each) => (
          <option key={each} value={each}>
            {say(each)}
          </option>
        ))}
      </select>
      {condition.operator === 'empty' || condition.operator === 'filled' ? (
        <span />
      ) : (
        <Value field={field} value={condition.value} onChange={(value) => onChange({ ...condition, value })} />
      )}
      <button type="button" className={styles.remove} aria-label={say('remove')} onClick={onRemove}>
        ×
      </button>
    </div>
  )
}

interface ValueProps {
  field: FilterField | undefined
  value: string
  onChange(value: string): void
}

function Value({ field, value, onChange }: ValueProps) {
  const say = useTexts(filterTexts)
  const id = useId()
  if (field?.type === 'date') {
    return <DayField label={say('value')} value={value || undefined} onChange={(day) => onChange(day ?? '')} />
  }
  if (!field?.values) {
    const type = field?.type ?? 'text'
    return (
      <input
        id={id}
        aria-label={say('value')}
        type={type}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    )
  }
  const isThere = value === '' || field.values.some(({ code }) => code === value)
  return (
    <select aria-label={say('value')} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{say('choose')}</option>
      {!isThere && <option value={value}>{value}</option>}
      {field.values.map(({ code, word }) => (
        <option key={code} value={code}>
          {word}
        </option>
      ))}
    </select>
  )
}
