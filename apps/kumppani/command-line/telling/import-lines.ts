/** What the commands of imports say by themselves: what they were given, how far they are, where the rows went. */
import type { Sentence, Texts, Values } from '#kernel'

const lines = {
  'name-files': {
    en: 'name the files to import, as in accounts=accounts.csv',
    fi: 'nimeä tuotavat tiedostot, esimerkiksi accounts=accounts.csv',
    sv: 'ange filerna som ska importeras, till exempel accounts=accounts.csv',
    de: 'geben Sie die Dateien an, die importiert werden, etwa accounts=accounts.csv',
    nb: 'oppgi filene som skal importeres, for eksempel accounts=accounts.csv',
  },
  'no-file': {
    en: 'there is no file {path}',
    fi: 'tiedostoa {path} ei ole',
    sv: 'filen {path} finns inte',
    de: 'eine Datei {path} gibt es nicht',
    nb: 'filen {path} finnes ikke',
  },
  'not-a-file': {
    en: '{path} is no file',
    fi: '{path} ei ole tiedosto',
    sv: '{path} är ingen fil',
    de: '{path} ist keine Datei',
    nb: '{path} er ingen fil',
  },
  'not-utf-8': {
    en: '{path} is not UTF-8; save it as that',
    fi: '{path} ei ole UTF-8:aa; tallenna se sellaisena',
    sv: '{path} är inte UTF-8; spara den så',
    de: '{path} ist kein UTF-8; speichern Sie die Datei so',
    nb: '{path} er ikke UTF-8; lagre den slik',
  },
  'not-named': {
    en: '"{pair}" is not name=file; the name is the one in the mapping',
    fi: '”{pair}” ei ole muotoa nimi=tiedosto; nimi on se, joka tiedostolla on kuvauksessa',
    sv: '”{pair}” är inte namn=fil; namnet är det som står i mappningen',
    de: '„{pair}“ ist nicht Name=Datei; der Name ist der aus der Zuordnung',
    nb: '«{pair}» er ikke navn=fil; navnet er det som står i tilordningen',
  },
  'in-file': {
    en: '{file}:{line}: {sentence}',
    fi: '{file}:{line}: {sentence}',
    sv: '{file}:{line}: {sentence}',
    de: '{file}:{line}: {sentence}',
    nb: '{file}:{line}: {sentence}',
  },
  'given-twice': {
    en: 'the file {name} is given twice',
    fi: 'tiedosto {name} on annettu kahdesti',
    sv: 'filen {name} är angiven två gånger',
    de: 'die Datei {name} ist zweimal angegeben',
    nb: 'filen {name} er oppgitt to ganger',
  },
  'not-in-mapping': {
    en: '{mapping} has no file {name}; it has: {names}',
    fi: 'kuvauksessa {mapping} ei ole tiedostoa {name}; siinä on: {names}',
    sv: '{mapping} har ingen fil {name}; den har: {names}',
    de: '{mapping} hat keine Datei {name}; sie hat: {names}',
    nb: '{mapping} har ingen fil {name}; den har: {names}',
  },
  'rows-not-put': {
    en: 'refused rows cannot be put into {path}: {why}',
    fi: 'hylättyjä rivejä ei voi panna kansioon {path}: {why}',
    sv: 'avvisade rader kan inte läggas i {path}: {why}',
    de: 'abgewiesene Zeilen können nicht in {path} abgelegt werden: {why}',
    nb: 'avviste rader kan ikke legges i {path}: {why}',
  },
  'rows-not-written': {
    en: 'refused rows cannot be written: {why}',
    fi: 'hylättyjä rivejä ei voi kirjoittaa: {why}',
    sv: 'avvisade rader kan inte skrivas: {why}',
    de: 'abgewiesene Zeilen können nicht geschrieben werden: {why}',
    nb: 'avviste rader kan ikke skrives: {why}',
  },
  'rows-written': {
    en: 'refused rows: {file}',
    fi: 'hylätyt rivit: {file}',
    sv: 'avvisade rader: {file}',
    de: 'abgewiesene Zeilen: {file}',
    nb: 'avviste rader: {file}',
  },
  begun: {
    en: 'import {id} (acting as {member})',
    fi: 'tuonti {id} (käyttäjänä {member})',
    sv: 'import {id} (som {member})',
    de: 'Import {id} (als {member})',
    nb: 'import {id} (som {member})',
  },
  'rows-done': {
    en: '{rows} of {total} rows',
    fi: '{rows} riviä {total} rivistä',
    sv: '{rows} av {total} rader',
    de: '{rows} von {total} Zeilen',
    nb: '{rows} av {total} rader',
  },
  undoing: {
    en: 'undoing…',
    fi: 'perutaan…',
    sv: 'tas tillbaka…',
    de: 'wird zurückgenommen…',
    nb: 'tas tilbake…',
  },
  'first-shown': {
    en: 'of each list the first {count} are shown; --all prints every one',
    fi: 'kustakin luettelosta näytetään {count} ensimmäistä; --all tulostaa kaikki',
    sv: 'av varje lista visas de {count} första; --all skriver ut alla',
    de: 'von jeder Liste werden die ersten {count} gezeigt; --all gibt alle aus',
    nb: 'av hver liste vises de {count} første; --all skriver ut alle',
  },
  'import-or-source': {
    en: 'name an import, or a source with --source',
    fi: 'nimeä tuonti, tai lähde valitsimella --source',
    sv: 'ange en import, eller en källa med --source',
    de: 'geben Sie einen Import an, oder mit --source eine Quelle',
    nb: 'oppgi en import, eller en kilde med --source',
  },
  'no-source': {
    en: 'nothing was imported from a source called {source}',
    fi: 'lähteestä {source} ei ole tuotu mitään',
    sv: 'inget har importerats från en källa som heter {source}',
    de: 'aus einer Quelle namens {source} wurde nichts importiert',
    nb: 'ingenting er importert fra en kilde som heter {source}',
  },
} satisfies Readonly<Record<string, Texts>>

/** A line of these, to be said in the language of whoever reads it. */
export const importLine = (name: keyof typeof lines, values?: Values): Sentence => ({ texts: lines[name], values })
