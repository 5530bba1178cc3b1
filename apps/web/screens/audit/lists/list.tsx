/** The list that an address names. */
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTexts } from '../../../language/language.js'
import page from '../../../look/page.module.css'
import { useMe } from '../../../reader/me.js'
import { ReasonFirst, useWantsReason } from '../../../shell/member/reason.js'
import { Lost } from '../../../shell/shell.js'
import { Head, NotYours } from '../head.js'
import { isOffered } from '../offers/offers.js'
import { auditTexts } from '../texts/texts.js'
import type { ListAddress } from './address.js'
import type { AnyAuditList } from './list-definition.js'
import { ListScreen } from './list-screen.js'
import { auditLists, isListName, type ListName } from './lists.js'

const route = getRouteApi('/audit/$list')

export function AuditListPage() {
  const { list } = route.useParams()
  const me = useMe()
  const wants = useWantsReason()
  if (!isListName(list)) return <Lost />
  const of: AnyAuditList = auditLists[list]
  if (!isOffered(list, me)) return <NotYours />
  return of.byPersonalValues && wants ? <Unknown name={list} /> : <Named name={list} />
}

/** Until a reason is given, nobody can say whether there is any. */
function Unknown({ name }: { name: ListName }) {
  const say = useTexts(auditTexts)
  return (
    <main className={page.list}>
      <Head title={say(name)} about={say(`${name}About`)} />
      <ReasonFirst />
    </main>
  )
}

function Named({ name }: { name: ListName }) {
  const say = useTexts(auditTexts)
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/audit/$list' })
  const change = useCallback(
    (to: Partial<ListAddress>) =>
      void navigate({ search: (before) => ({ ...before, ...to }), replace: true, resetScroll: false }),
    [navigate],
  )
  return (
    <ListScreen
      key={name}
      of={auditLists[name] as AnyAuditList}
      title={say(name)}
      about={say(`${name}About`)}
      address={address}
      change={change}
    />
  )
}
