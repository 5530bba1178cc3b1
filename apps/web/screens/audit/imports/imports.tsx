/** Which imports there are, and how far each has come. */
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useTexts } from '../../../language/language.js'
import { useMe } from '../../../reader/me.js'
import { NotYours } from '../head.js'
import type { ListAddress } from '../lists/address.js'
import { ListScreen } from '../lists/list-screen.js'
import { isOffered } from '../offers/offers.js'
import { importTexts } from '../texts/import-texts.js'
import { auditTexts } from '../texts/texts.js'
import { importList } from './import-list.js'

const route = getRouteApi('/audit/imports')

export function Imports() {
  return isOffered('imports', useMe()) ? <All /> : <NotYours />
}

function All() {
  const say = useTexts(auditTexts)
  const sayImport = useTexts(importTexts)
  const of = useMemo(() => importList(sayImport), [sayImport])
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/audit/imports' })
  const change = useCallback(
    (to: Partial<ListAddress>) =>
      void navigate({ search: (before) => ({ ...before, ...to }), replace: true, resetScroll: false }),
    [navigate],
  )
  return <ListScreen of={of} title={say('imports')} about={say('importsAbout')} address={address} change={change} />
}
