/** Procedures that keep the keys well where they are wrapped by a master key. */
import { defineRefusals, Integer, NoQuery } from '#kernel'
import type { RecordingSide } from './installation.js'
import { defineProcedure, type Procedure } from './procedure.js'
import { only } from './upkeep.js'

class Rewrapped {
  /** Keys that another master key than the current one had wrapped. */
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) rewrapped!: number
}

const keyRefusals = defineRefusals({
  'keys-not-wrapped': [
    'rule',
    {
      en: 'The keys of this installation stand in a file of the data folder and are wrapped by no master key.',
      fi: 'Tämän asennuksen avaimet ovat datakansion tiedostossa, eikä niitä suojaa mikään pääavain.',
      sv: 'Installationens nycklar ligger i en fil i datamappen och skyddas inte av någon huvudnyckel.',
      de: 'Die Schlüssel dieser Installation stehen in einer Datei des Datenordners und sind von keinem Hauptschlüssel umhüllt.',
      nb: 'Nøklene i denne installasjonen ligger i en fil i datamappen og er ikke pakket inn av noen hovednøkkel.',
    },
  ],
})

export const keyProcedures = (installation: Pick<RecordingSide, 'rewrapKeys'>): Procedure[] => [
  defineProcedure({
    name: 'rewrap-keys',
    about:
      'Wrap all keys by the current master key while everything goes on; broken off, it is gone on with by the next.',
    route: 'POST /operations/keys/rewrap',
    payload: NoQuery,
    answer: Rewrapped,
    allow: only('admin'),
    refusals: keyRefusals.texts,
    run: async () => ({ rewrapped: (await installation.rewrapKeys?.()) ?? keyRefusals('keys-not-wrapped') }),
  }),
]
