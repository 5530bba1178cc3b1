/** The way out: of the session, and of all that was read in it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answered, client, isSignedOut } from '../../api/client.js'
import { readAnew } from '../../api/reason.js'
import { forgetRooms } from '../../reader/ahead.js'

export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      try {
        return (await answered(client.DELETE('/api/v1/session', {}))).providerSignOut
      } catch (error) {
        // Whose session has ended is signed out.
        if (isSignedOut(error)) return undefined
        throw error
      }
    },
    onSuccess: (providerSignOut) => {
      sessionStorage.clear()
      forgetRooms()
      readAnew(queries)
      queries.clear()
      location.assign(providerSignOut ?? '/')
    },
  })
}
