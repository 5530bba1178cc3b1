/** What opens over every page to find something, or to learn the keys. */
import type { OpenSheet } from '../shell-keys.js'
import { KeysHelp } from './keys-help.js'
import type { Commands } from './palette/commands.js'
import { Palette } from './palette/palette.js'

export interface SheetsProps extends Commands {
  open: OpenSheet | undefined
  onClose(): void
}

export function Sheets({ open, onClose, ...commands }: SheetsProps) {
  if (open === 'finding') return <Palette onClose={onClose} {...commands} />
  return open === 'helping' && <KeysHelp onClose={onClose} />
}
