/** What members who have left still lead, answer for and have planned. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { question } from '../../../api/questions.js'
import { nameOf } from '../../../components/name.js'
import { useTexts } from '../../../language/language.js'
import page from '../../../look/page.module.css'
import { useMe } from '../../../reader/me.js'
import styles from '../audit.module.css'
import { Head, NotYours } from '../head.js'
import { isOffered } from '../offers/offers.js'
import { operationTexts } from '../texts/operation-texts.js'
import { auditTexts } from '../texts/texts.js'
import { LeftList } from './left-list.js'

const route = getRouteApi('/audit/left')
const mostMembers = 200

export function Left() {
  const say = useTexts(auditTexts)
  const { member, unit } = route.useSearch()
  if (!isOffered('left', useMe())) return <NotYours />
  return (
    <main className={page.page}>
      <Head title={say('left')} about={say('leftAbout')} />
      <Choices />
      <LeftList member={member} unit={unit} />
    </main>
  )
}

function Choices() {
  const say = useTexts(operationTexts)
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/audit/left' })
  const { data: units } = useQuery(question('/api/v1/units'))
  const { data: members } = useQuery(
    question('/api/v1/members', { query: { filter: 'left eq true', limit: mostMembers } }),
  )
  const choose = (to: { member?: string; unit?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...to }), replace: true })
  const left = members?.rows.map(({ id, name }) => ({ id, name: nameOf(name) ?? id })) ?? []
  return (
    <div className={styles.tools}>
      <Choice
        label={say('members')}
        all={say('anybody')}
        options={left}
        chosen={address.member}
        onChoose={(member) => choose({ member })}
      />
      <Choice
        label={say('unit')}
        all={say('everyUnit')}
        options={units?.rows ?? []}
        chosen={address.unit}
        onChoose={(unit) => choose({ unit })}
      />
    </div>
  )
}

interface ChoiceProps {
  label: string
  /** What it is called to choose none of them. */
  all: string
  options: readonly { id: string; name: string }[]
  chosen: string | undefined
  onChoose(id: string | undefined): void
}

function Choice({ label, all, options, chosen, onChoose }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={chosen ?? ''} onChange={({ target }) => onChoose(target.value || undefined)}>
        <option value="">{all}</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
