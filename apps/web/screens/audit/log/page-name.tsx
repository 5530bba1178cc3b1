/** By which page somebody looked, in words; its code where it has none. */
import { useWords } from '../../../components/words.js'

export const PageName = ({ of }: { of: string }) => useWords().of('page', of)
