/** The address of a customer's page, and how to change it. */
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { Moment } from '../../past/moment.js'
import type { CustomerAddress } from './address.js'

const route = getRouteApi('/customers/$id')

export function useCustomerAddress() {
  const { id } = route.useParams()
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/customers/$id' })
  const change = useCallback(
    (to: { [K in keyof (CustomerAddress & Moment)]?: (CustomerAddress & Moment)[K] | undefined }) =>
      void navigate({ search: (before) => ({ ...before, ...to }) as typeof before, replace: true, resetScroll: false }),
    [navigate],
  )
  const { asOf, knownAt } = address
  const moment: Moment = useMemo(
    () => ({ ...(asOf !== undefined && { asOf }), ...(knownAt !== undefined && { knownAt }) }),
    [asOf, knownAt],
  )
  /** To another moment; today, where it says nothing. */
  const to = useCallback(({ asOf: day, knownAt: known }: Moment) => change({ asOf: day, knownAt: known }), [change])
  return { id, address, change, moment, to }
}
