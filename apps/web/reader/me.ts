/** Who reads. */
import { createContext, useContext } from 'react'
import type { Me } from '../api/questions.js'

export const MeContext = createContext<Me | undefined>(undefined)

/** @throws Error outside of the frame, where nobody has signed in */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('nobody has signed in here')
  return me
}
