/** What is wrong with rows of imports, in every language. */
import type { ProblemCode, RowWarning, VanishedPreview } from '#imports'
import { tableOfWords, type Vocabulary } from '#kernel'

type Row = Parameters<typeof tableOfWords>[1][string]
/** But for what the business refuses, which says it itself. */
type LeftBecause =
  | Exclude<ProblemCode, 'changed-meanwhile'>
  | RowWarning
  | NonNullable<VanishedPreview['heldBack']>
  | 'said-again'
  | 'kept-as-contradiction'
  | 'contradiction-declined'
  | 'used-since'
  | 'invalid-input'

/** Why rows are left, or to be looked at; a rule of the business that stands against a row is told as what it refuses. */
const rowsLeft: Readonly<Record<LeftBecause, Row>> = {
  'file-missing': ['the file is missing', 'tiedosto puuttuu', 'filen saknas', 'die Datei fehlt', 'filen mangler'],
  'file-empty': ['the file is empty', 'tiedosto on tyhjä', 'filen är tom', 'die Datei ist leer', 'filen er tom'],
  'file-unreadable': [
    'the file cannot be read',
    'tiedostoa ei voi lukea',
    'filen går inte att läsa',
    'die Datei ist nicht lesbar',
    'filen kan ikke leses',
  ],
  'wrong-encoding': [
    'not in the declared encoding',
    'ei ilmoitetulla merkistöllä',
    'inte i den angivna teckenkodningen',
    'nicht in der angegebenen Zeichenkodierung',
    'ikke i det oppgitte tegnsettet',
  ],
  'malformed-quotes': [
    'a quotation mark out of place',
    'lainausmerkki väärässä paikassa',
    'ett citattecken på fel plats',
    'ein Anführungszeichen am falschen Platz',
    'et anførselstegn på feil plass',
  ],
  'row-too-long': [
    'the row is too long',
    'rivi on liian pitkä',
    'raden är för lång',
    'die Zeile ist zu lang',
    'raden er for lang',
  ],
  'sheet-missing': ['the sheet is missing', 'taulukko puuttuu', 'bladet saknas', 'das Blatt fehlt', 'arket mangler'],
  'column-missing': [
    'a column is missing',
    'sarake puuttuu',
    'en kolumn saknas',
    'eine Spalte fehlt',
    'en kolonne mangler',
  ],
  'column-ambiguous': [
    'two columns of one name',
    'kaksi samannimistä saraketta',
    'två kolumner med samma namn',
    'zwei Spalten mit einem Namen',
    'to kolonner med samme navn',
  ],
  'cell-error': [
    'a formula gives an error',
    'kaava antaa virheen',
    'en formel ger ett fel',
    'eine Formel ergibt einen Fehler',
    'en formel gir en feil',
  ],
  'formula-cell': [
    'a formula in a cell',
    'solussa on kaava',
    'en formel i en cell',
    'eine Formel in einer Zelle',
    'en formel i en celle',
  ],
  'ragged-row': [
    'not as many cells as columns',
    'solujen määrä poikkeaa sarakkeista',
    'inte lika många celler som kolumner',
    'nicht so viele Zellen wie Spalten',
    'ikke like mange celler som kolonner',
  ],
  'control-character': [
    'a control character',
    'ohjausmerkki',
    'ett styrtecken',
    'ein Steuerzeichen',
    'et kontrolltegn',
  ],
  'direction-character': [
    'an invisible character that turns the reading direction',
    'näkymätön lukusuunnan vaihtava merkki',
    'ett osynligt tecken som vänder läsriktningen',
    'ein unsichtbares Zeichen, das die Leserichtung ändert',
    'et usynlig tegn som snur leseretningen',
  ],
  'duplicate-key': [
    'the same key twice',
    'sama avain kahdesti',
    'samma nyckel två gånger',
    'zweimal derselbe Schlüssel',
    'samme nøkkel to ganger',
  ],
  unmatched: [
    'no row of the other file fits',
    'toisen tiedoston rivi puuttuu',
    'ingen rad i den andra filen passar',
    'keine Zeile der anderen Datei passt',
    'ingen rad i den andre filen passer',
  ],
  'conflicting-record': [
    'one record is told of in two ways',
    'samasta tietueesta kerrotaan kahdella tavalla',
    'en post anges på två sätt',
    'ein Datensatz wird auf zwei Arten angegeben',
    'en post er oppgitt på to måter',
  ],
  'no-record': [
    'nothing would come of the row',
    'rivistä ei syntyisi mitään',
    'det blir ingenting av raden',
    'aus der Zeile würde nichts',
    'det blir ingenting av raden',
  ],
  'key-missing': ['the key is missing', 'avain puuttuu', 'nyckeln saknas', 'der Schlüssel fehlt', 'nøkkelen mangler'],
  'required-missing': [
    'a needed value is missing',
    'pakollinen arvo puuttuu',
    'ett obligatoriskt värde saknas',
    'ein nötiger Wert fehlt',
    'en nødvendig verdi mangler',
  ],
  'not-in-table': [
    'not in the table of values',
    'ei arvotaulussa',
    'finns inte i värdetabellen',
    'nicht in der Wertetabelle',
    'ikke i verditabellen',
  ],
  'not-a-number': ['no number', 'ei ole luku', 'inget tal', 'keine Zahl', 'ikke et tall'],
  'not-whole': ['no whole number', 'ei ole kokonaisluku', 'inget heltal', 'keine ganze Zahl', 'ikke et heltall'],
  'out-of-range': [
    'too small or too large',
    'liian pieni tai liian suuri',
    'för litet eller för stort',
    'zu klein oder zu groß',
    'for lite eller for stort',
  ],
  'too-precise': [
    'too many decimals',
    'liian monta desimaalia',
    'för många decimaler',
    'zu viele Dezimalstellen',
    'for mange desimaler',
  ],
  'not-a-date': ['no date', 'ei ole päiväys', 'inget datum', 'kein Datum', 'ikke en dato'],
  'absurd-date': [
    'a date long past or far ahead',
    'päiväys kaukana menneessä tai tulevassa',
    'ett datum långt bak eller fram i tiden',
    'ein Datum weit zurück oder weit voraus',
    'en dato langt tilbake eller fram i tid',
  ],
  'no-time-of-day': [
    'the time of day is missing or unclear',
    'kellonaika puuttuu tai on epäselvä',
    'klockslaget saknas eller är oklart',
    'die Uhrzeit fehlt oder ist unklar',
    'klokkeslettet mangler eller er uklart',
  ],
  'unclear-time': [
    'a time at which clocks are moved',
    'aika, jolloin kelloja siirretään',
    'en tid då klockan ställs om',
    'eine Zeit, zu der die Uhr umgestellt wird',
    'et tidspunkt da klokken stilles',
  ],
  'unknown-currency': [
    'an unknown currency',
    'tuntematon valuutta',
    'okänd valuta',
    'unbekannte Währung',
    'ukjent valuta',
  ],
  'not-a-choice': [
    'none of the choices',
    'ei mikään vaihtoehdoista',
    'inget av alternativen',
    'keine der Möglichkeiten',
    'ingen av mulighetene',
  ],
  'line-break': [
    'a line break or tab in a name or code',
    'rivinvaihto tai sarkain nimessä tai koodissa',
    'en radbrytning eller tabb i ett namn eller en kod',
    'ein Zeilenumbruch oder Tabulator in einem Namen oder Code',
    'et linjeskift eller en tabulator i et navn eller en kode',
  ],
  'wrong-form': ['not in its form', 'väärä muoto', 'fel form', 'nicht in seiner Form', 'feil form'],
  'too-long': [
    'the text is too long',
    'teksti on liian pitkä',
    'texten är för lång',
    'der Text ist zu lang',
    'teksten er for lang',
  ],
  'not-recorded': [
    'does not fit what may be recorded',
    'ei ole kirjattavissa sellaisenaan',
    'går inte att anteckna som det är',
    'lässt sich so nicht festhalten',
    'kan ikke registreres slik',
  ],
  'invalid-input': [
    'does not fit what may be recorded',
    'ei ole kirjattavissa sellaisenaan',
    'går inte att anteckna som det är',
    'lässt sich so nicht festhalten',
    'kan ikke registreres slik',
  ],
  'said-again': [
    'stands further down once more; the last word holds',
    'on alempana uudelleen; viimeinen pätee',
    'står längre ned en gång till; det sista gäller',
    'steht weiter unten noch einmal; das Letzte gilt',
    'står lenger ned en gang til; det siste gjelder',
  ],
  'misread-text': [
    'letters look as if read in another encoding',
    'kirjaimet näyttävät toisella merkistöllä luetuilta',
    'bokstäverna ser ut att vara lästa i en annan teckenkodning',
    'Buchstaben sehen nach einer anderen Zeichenkodierung aus',
    'bokstavene ser ut til å være lest i et annet tegnsett',
  ],
  'kept-as-contradiction': [
    'another system owns the field: kept as a contradiction',
    'kentän omistaa toinen järjestelmä: tallessa ristiriitana',
    'ett annat system äger fältet: sparat som motsägelse',
    'das Feld gehört einem anderen System: als Widerspruch festgehalten',
    'et annet system eier feltet: tatt vare på som motsigelse',
  ],
  'contradiction-declined': [
    'another system owns the field, and it was settled against this',
    'kentän omistaa toinen järjestelmä, ja tämä on jo hylätty',
    'ett annat system äger fältet, och detta har redan avgjorts däremot',
    'das Feld gehört einem anderen System, und dies ist schon dagegen entschieden',
    'et annet system eier feltet, og dette er allerede avgjort imot',
  ],
  'used-since': [
    'used by others since',
    'muut ovat käyttäneet sitä sen jälkeen',
    'använd av andra sedan dess',
    'seitdem von anderen benutzt',
    'brukt av andre siden',
  ],
  'too-many-vanished': [
    'too many are missing from the file at once',
    'tiedostosta puuttuu kerralla liian monta',
    'för många saknas i filen på en gång',
    'zu viele fehlen auf einmal in der Datei',
    'for mange mangler i filen på én gang',
  ],
  'rows-unclear': [
    'a row does not say what it is of',
    'jokin rivi ei sano, mistä se kertoo',
    'en rad säger inte vad den gäller',
    'eine Zeile sagt nicht, wovon sie handelt',
    'en rad sier ikke hva den gjelder',
  ],
}

export const rowWords: Vocabulary = tableOfWords('row-left', rowsLeft)
