/** German nouns in the cases the sentence parts need, with phrases and dates. */
import { type Grammar, type Noun, nouns } from '../../grammar.js'
import { role } from './roles.js'

const masculine = (code: string, bare: string, plural: string): Noun => ({
  code,
  bare,
  nom: `der ${bare}`,
  acc: `den ${bare}`,
  dat: `dem ${bare}`,
  gen: `des ${bare}s`,
  freshAcc: `einen neuen ${bare}`,
  moreAcc: `noch einen ${bare}`,
  newNom: `der neue ${bare}`,
  newAcc: `den neuen ${bare}`,
  oldNom: `der alte ${bare}`,
  oldAcc: `den alten ${bare}`,
  freshDat: `einem neuen ${bare}`,
  pl: plural,
})
const feminine = (code: string, bare: string, plural: string): Noun => ({
  code,
  bare,
  nom: `die ${bare}`,
  acc: `die ${bare}`,
  dat: `der ${bare}`,
  gen: `der ${bare}`,
  freshAcc: `eine neue ${bare}`,
  moreAcc: `noch eine ${bare}`,
  newNom: `die neue ${bare}`,
  newAcc: `die neue ${bare}`,
  oldNom: `die alte ${bare}`,
  oldAcc: `die alte ${bare}`,
  freshDat: `einer neuen ${bare}`,
  pl: plural,
})
const place = (rows: string[]) => nouns(['nom', 'acc', 'gen', 'in', 'to'], rows)
const kitchenCoolers = [
  masculine('HA-CR20', 'Kühlraum', 'Kühlräume'),
  masculine('HA-FR12', 'Tiefkühlraum', 'Tiefkühlräume'),
  masculine('HA-CT03', 'Kühltisch', 'Kühltische'),
  masculine('HA-BC10', 'Schnellkühler', 'Schnellkühler'),
  masculine('HA-UC07', 'Kühlschrank', 'Kühlschränke'),
  masculine('HA-UF07', 'Tiefkühlschrank', 'Tiefkühlschränke'),
]
const laboratoryCoolers = [
  masculine('KR-LR40', 'Laborkühlschrank', 'Laborkühlschränke'),
  masculine('KR-LF40', 'Labortiefkühlschrank', 'Labortiefkühlschränke'),
  masculine('KR-MC20', 'Medikamentenkühlschrank', 'Medikamentenkühlschränke'),
  masculine('KR-UL60', 'Ultratiefkühlschrank', 'Ultratiefkühlschränke'),
  masculine('KR-CR15', 'Klimaraum', 'Klimaräume'),
]
const shipCoolers = [
  masculine('HA-CR20', 'Proviantkühlraum', 'Proviantkühlräume'),
  masculine('HA-FR12', 'Proviantgefrierraum', 'Proviantgefrierräume'),
  masculine('HA-MR08', 'Schiffskühlschrank', 'Schiffskühlschränke'),
]
const serving = [
  feminine('HA-SL60', 'Ausgabelinie', 'Ausgabelinien'),
  masculine('HA-HC12', 'Wärmeschrank', 'Wärmeschränke'),
]

export const words: Grammar = {
  cooler: kitchenCoolers,
  'cooler@laboratory': laboratoryCoolers,
  'cooler@ship': shipCoolers,
  product: [...kitchenCoolers, ...serving, feminine('HA-SB15', 'Salatbar', 'Salatbars')],
  'product@retail': kitchenCoolers,
  'product@laboratory': laboratoryCoolers,
  'product@ship': [...shipCoolers, ...serving],
  place: place([
    'die Zentralküche|die Zentralküche|der Zentralküche|in der Zentralküche|in die Zentralküche',
    'das Betriebsrestaurant|das Betriebsrestaurant|des Betriebsrestaurants|im Betriebsrestaurant|ins Betriebsrestaurant',
    'die Verteilerküche|die Verteilerküche|der Verteilerküche|in der Verteilerküche|in die Verteilerküche',
    'das Kühllager|das Kühllager|des Kühllagers|im Kühllager|ins Kühllager',
    'die Backstube|die Backstube|der Backstube|in der Backstube|in die Backstube',
  ]),
  'place@laboratory': place([
    'das Probenlager|das Probenlager|des Probenlagers|im Probenlager|ins Probenlager',
    'das Reagenzienlager|das Reagenzienlager|des Reagenzienlagers|im Reagenzienlager|ins Reagenzienlager',
    'das Analyselabor|das Analyselabor|des Analyselabors|im Analyselabor|ins Analyselabor',
    'das Qualitätslabor|das Qualitätslabor|des Qualitätslabors|im Qualitätslabor|ins Qualitätslabor',
  ]),
  'place@ship': place([
    'die Kombüse|die Kombüse|der Kombüse|in der Kombüse|in die Kombüse',
    'die Mannschaftsmesse|die Mannschaftsmesse|der Mannschaftsmesse|in der Mannschaftsmesse|in die Mannschaftsmesse',
    'das Proviantlager|das Proviantlager|des Proviantlagers|im Proviantlager|ins Proviantlager',
    'die Offiziersmesse|die Offiziersmesse|der Offiziersmesse|in der Offiziersmesse|in die Offiziersmesse',
  ]),
  role: role([
    'die Küchenleitung|die Küchenleitung|der Küchenleitung',
    'der Küchenchef|den Küchenchef|dem Küchenchef',
    'die Haustechnik|die Haustechnik|der Haustechnik',
    'die Einkaufsleitung|die Einkaufsleitung|der Einkaufsleitung',
    'die Restaurantleitung|die Restaurantleitung|der Restaurantleitung',
    'der Betriebsleiter|den Betriebsleiter|dem Betriebsleiter',
  ]),
  'role@laboratory': role([
    'die Laborleitung|die Laborleitung|der Laborleitung',
    'die Qualitätsleitung|die Qualitätsleitung|der Qualitätsleitung',
    'die Einkaufsleitung|die Einkaufsleitung|der Einkaufsleitung',
    'der Laboringenieur|den Laboringenieur|dem Laboringenieur',
  ]),
  'role@ship': role([
    'der technische Inspektor|den technischen Inspektor|dem technischen Inspektor',
    'der Leitende Ingenieur|den Leitenden Ingenieur|dem Leitenden Ingenieur',
    'die Einkaufsleitung|die Einkaufsleitung|der Einkaufsleitung',
    'der Proviantmeister|den Proviantmeister|dem Proviantmeister',
  ]),
  records: nouns(
    ['nom', 'dat'],
    [
      'die HACCP-Protokolle|den HACCP-Protokollen',
      'die Temperaturprotokolle|den Temperaturprotokollen',
      'die Temperaturlisten|den Temperaturlisten',
    ],
  ),
  'records@laboratory': nouns(
    ['nom', 'dat'],
    [
      'die Temperaturaufzeichnungen|den Temperaturaufzeichnungen',
      'die Kalibrierprotokolle|den Kalibrierprotokollen',
      'die Überwachungsprotokolle|den Überwachungsprotokollen',
    ],
  ),
  concern: nouns(
    ['nom', 'acc', 'dat', 'gen', 'zu'],
    [
      'die Stromrechnung|die Stromrechnung|der Stromrechnung|der Stromrechnung|zur Stromrechnung',
      'die Lieferzeit|die Lieferzeit|der Lieferzeit|der Lieferzeit|zur Lieferzeit',
      'der Geräuschpegel|den Geräuschpegel|dem Geräuschpegel|des Geräuschpegels|zum Geräuschpegel',
      'die Ersatzteilversorgung|die Ersatzteilversorgung|der Ersatzteilversorgung|der Ersatzteilversorgung|zur Ersatzteilversorgung',
      'die Temperaturstabilität|die Temperaturstabilität|der Temperaturstabilität|der Temperaturstabilität|zur Temperaturstabilität',
      'der Montagetermin|den Montagetermin|dem Montagetermin|des Montagetermins|zum Montagetermin',
      'der Preis des Wartungsvertrags|den Preis des Wartungsvertrags|dem Preis des Wartungsvertrags|des Preises des Wartungsvertrags|zum Preis des Wartungsvertrags',
    ],
  ),
  fault: [
    'ist seit dem Wochenende zu warm',
    'vereist immer wieder',
    'schließt nicht mehr dicht, weil die Türdichtung verschlissen ist',
    'gibt nachts ohne Grund Alarm',
    'ist so laut geworden, dass sich die Mitarbeitenden beschweren',
    'braucht nach dem Öffnen der Tür zu lange, um wieder abzukühlen',
  ],
  weekday: [
    '(!mon) am Montag',
    '(!tue) am Dienstag',
    '(!wed) am Mittwoch',
    '(!thu) am Donnerstag',
    '(!fri) am Freitag',
  ],
  by: [
    '(!fri) bis Freitag',
    '(!wed) bis Mittwoch',
    'im Laufe der nächsten Woche',
    'innerhalb von zwei Wochen',
    'bis zum Monatsende',
  ],
  season: ['in der nächsten Saison'],
  'season@winter': ['vor Ostern', 'in den Winterferien', 'im zeitigen Frühjahr'],
  'season@spring': ['vor der Sommersaison', 'im Juni', 'in den Betriebsferien im Sommer'],
  'season@summer': ['im September', 'nach den Sommerferien', 'im Frühherbst'],
  'season@autumn': ['vor dem Weihnachtsgeschäft', 'im Januar', 'gleich nach dem Jahreswechsel'],
}
