/** What is told of a log that cannot be used: which file it is about, and what to do. */
import type { Sentence, Texts, Values } from '#kernel'

const texts = {
  'in-use': {
    en: 'The event log {file} is being written by another process. Stop that one first, or give this one another folder.',
    fi: 'Toinen prosessi kirjoittaa tapahtumalokiin {file}. Pysäytä se ensin, tai anna tälle toinen kansio.',
    sv: 'En annan process skriver i händelseloggen {file}. Stoppa den först, eller ge den här en annan mapp.',
    de: 'Ein anderer Prozess schreibt in das Ereignisprotokoll {file}. Halten Sie ihn zuerst an, oder geben Sie diesem einen anderen Ordner.',
    nb: 'En annen prosess skriver i hendelsesloggen {file}. Stopp den først, eller gi denne en annen mappe.',
  },
  locked: {
    en: 'The event log {file} is locked by another program. Close the program that has the file open, then try again.',
    fi: 'Toinen ohjelma on lukinnut tapahtumalokin {file}. Sulje ohjelma, jossa tiedosto on auki, ja yritä uudelleen.',
    sv: 'Händelseloggen {file} är låst av ett annat program. Stäng programmet som har filen öppen och försök igen.',
    de: 'Das Ereignisprotokoll {file} ist von einem anderen Programm gesperrt. Schließen Sie das Programm, das die Datei geöffnet hat, und versuchen Sie es erneut.',
    nb: 'Hendelsesloggen {file} er låst av et annet program. Lukk programmet som har filen åpen, og prøv igjen.',
  },
  'read-only': {
    en: 'The event log {file} is read-only. Make the file and its folder writable for the user of this process.',
    fi: 'Tapahtumaloki {file} on vain luettavissa. Anna tämän prosessin käyttäjälle kirjoitusoikeus tiedostoon ja sen kansioon.',
    sv: 'Händelseloggen {file} är skrivskyddad. Gör filen och dess mapp skrivbara för processens användare.',
    de: 'Das Ereignisprotokoll {file} ist schreibgeschützt. Machen Sie die Datei und ihren Ordner für den Benutzer dieses Prozesses beschreibbar.',
    nb: 'Hendelsesloggen {file} er skrivebeskyttet. Gjør filen og mappen skrivbare for brukeren til denne prosessen.',
  },
  'disk-failed': {
    en: 'The event log {file} could not be read or written by the operating system. Check the disk, then restart.',
    fi: 'Käyttöjärjestelmä ei pystynyt lukemaan tai kirjoittamaan tapahtumalokia {file}. Tarkista levy ja käynnistä uudelleen.',
    sv: 'Operativsystemet kunde inte läsa eller skriva händelseloggen {file}. Kontrollera disken och starta om.',
    de: 'Das Betriebssystem konnte das Ereignisprotokoll {file} nicht lesen oder schreiben. Prüfen Sie die Platte, und starten Sie neu.',
    nb: 'Operativsystemet kunne ikke lese eller skrive hendelsesloggen {file}. Kontroller disken, og start på nytt.',
  },
  damaged: {
    en: 'The event log {file} is damaged. Keep the file, and put the newest backup in its place.',
    fi: 'Tapahtumaloki {file} on vioittunut. Säilytä tiedosto ja pane uusin varmuuskopio sen paikalle.',
    sv: 'Händelseloggen {file} är skadad. Behåll filen och lägg den senaste säkerhetskopian i dess ställe.',
    de: 'Das Ereignisprotokoll {file} ist beschädigt. Bewahren Sie die Datei auf, und setzen Sie die neueste Sicherung an ihre Stelle.',
    nb: 'Hendelsesloggen {file} er skadet. Ta vare på filen, og sett den nyeste sikkerhetskopien i stedet.',
  },
  'disk-full': {
    en: 'The event log {file} has no room left on its disk. Free some space; writing goes on by itself.',
    fi: 'Tapahtumalokin {file} levyllä ei ole enää tilaa. Vapauta tilaa; kirjoittaminen jatkuu itsestään.',
    sv: 'Händelseloggen {file} har ingen plats kvar på sin disk. Frigör utrymme; skrivningen fortsätter av sig själv.',
    de: 'Das Ereignisprotokoll {file} hat auf seiner Platte keinen Platz mehr. Schaffen Sie Platz; das Schreiben geht von selbst weiter.',
    nb: 'Hendelsesloggen {file} har ikke mer plass på disken. Frigjør plass; skrivingen fortsetter av seg selv.',
  },
  'not-opened': {
    en: 'The event log {file} cannot be opened. Check that its folder exists and that the user of this process may read and write there.',
    fi: 'Tapahtumalokia {file} ei voi avata. Tarkista, että sen kansio on olemassa ja että tämän prosessin käyttäjä saa lukea ja kirjoittaa siellä.',
    sv: 'Händelseloggen {file} kan inte öppnas. Kontrollera att dess mapp finns och att processens användare får läsa och skriva där.',
    de: 'Das Ereignisprotokoll {file} lässt sich nicht öffnen. Prüfen Sie, ob es seinen Ordner gibt und der Benutzer dieses Prozesses dort lesen und schreiben darf.',
    nb: 'Hendelsesloggen {file} kan ikke åpnes. Kontroller at mappen finnes, og at brukeren til denne prosessen kan lese og skrive der.',
  },
  'no-database': {
    en: 'The event log {file} is not a database. The path points to another file, or the file is damaged.',
    fi: 'Tapahtumaloki {file} ei ole tietokanta. Polku johtaa toiseen tiedostoon, tai tiedosto on vioittunut.',
    sv: 'Händelseloggen {file} är ingen databas. Sökvägen leder till en annan fil, eller så är filen skadad.',
    de: 'Das Ereignisprotokoll {file} ist keine Datenbank. Der Pfad führt zu einer anderen Datei, oder die Datei ist beschädigt.',
    nb: 'Hendelsesloggen {file} er ingen database. Stien fører til en annen fil, eller filen er skadet.',
  },
  'not-used': {
    en: 'The event log {file} could not be used: {why}.',
    fi: 'Tapahtumalokia {file} ei voitu käyttää: {why}.',
    sv: 'Händelseloggen {file} kunde inte användas: {why}.',
    de: 'Das Ereignisprotokoll {file} war nicht zu verwenden: {why}.',
    nb: 'Hendelsesloggen {file} kunne ikke brukes: {why}.',
  },
  'later-version': {
    en: 'The event log {file} was written by a later version ({found}; this one knows {known}). Start that version.',
    fi: 'Tapahtumalokin {file} on kirjoittanut uudempi versio ({found}; tämä tuntee {known}). Käynnistä se versio.',
    sv: 'Händelseloggen {file} är skriven av en senare version ({found}; den här känner {known}). Starta den versionen.',
    de: 'Das Ereignisprotokoll {file} stammt von einer späteren Version ({found}; diese kennt {known}). Starten Sie jene.',
    nb: 'Hendelsesloggen {file} er skrevet av en senere versjon ({found}; denne kjenner {known}). Start den versjonen.',
  },
  'no-log': {
    en: 'The file {file} is a database, but no event log. Give the path of the log.',
    fi: 'Tiedosto {file} on tietokanta mutta ei tapahtumaloki. Anna lokin polku.',
    sv: 'Filen {file} är en databas, men ingen händelselogg. Ange loggens sökväg.',
    de: 'Die Datei {file} ist eine Datenbank, aber kein Ereignisprotokoll. Geben Sie den Pfad des Protokolls an.',
    nb: 'Filen {file} er en database, men ingen hendelseslogg. Oppgi stien til loggen.',
  },
  empty: {
    en: 'The event log {file} is empty. Open it for writing once before reading it.',
    fi: 'Tapahtumaloki {file} on tyhjä. Avaa se kerran kirjoittamista varten ennen lukemista.',
    sv: 'Händelseloggen {file} är tom. Öppna den en gång för skrivning innan den läses.',
    de: 'Das Ereignisprotokoll {file} ist leer. Öffnen Sie es einmal zum Schreiben, bevor es gelesen wird.',
    nb: 'Hendelsesloggen {file} er tom. Åpne den én gang for skriving før den leses.',
  },
  'damaged-at': {
    en: 'The event log {file} is damaged: {place} Keep the file, and put the newest backup in its place.',
    fi: 'Tapahtumaloki {file} on vioittunut: {place} Säilytä tiedosto ja pane uusin varmuuskopio sen paikalle.',
    sv: 'Händelseloggen {file} är skadad: {place} Behåll filen och lägg den senaste säkerhetskopian i dess ställe.',
    de: 'Das Ereignisprotokoll {file} ist beschädigt: {place} Bewahren Sie die Datei auf, und setzen Sie die neueste Sicherung an ihre Stelle.',
    nb: 'Hendelsesloggen {file} er skadet: {place} Ta vare på filen, og sett den nyeste sikkerhetskopien i stedet.',
  },
  'by-stream': {
    en: 'every event can be read in recorded order, but not by its stream.',
    fi: 'jokainen tapahtuma on luettavissa kirjausjärjestyksessä, mutta ei virrastaan.',
    sv: 'alla händelser kan läsas i den ordning de registrerades, men inte ur sin ström.',
    de: 'jedes Ereignis ist in der Reihenfolge der Aufzeichnung lesbar, aber nicht aus seinem Strom.',
    nb: 'alle hendelser kan leses i den rekkefølgen de ble registrert, men ikke fra strømmen sin.',
  },
  'event-unreadable': {
    en: 'the event at position {position} ({type}) cannot be read.',
    fi: 'tapahtumaa kohdassa {position} ({type}) ei voi lukea.',
    sv: 'händelsen på position {position} ({type}) kan inte läsas.',
    de: 'das Ereignis an Position {position} ({type}) ist nicht lesbar.',
    nb: 'hendelsen på posisjon {position} ({type}) kan ikke leses.',
  },
  'none-readable': {
    en: 'no event can be read.',
    fi: 'yhtään tapahtumaa ei voi lukea.',
    sv: 'ingen händelse kan läsas.',
    de: 'kein Ereignis ist lesbar.',
    nb: 'ingen hendelse kan leses.',
  },
  'rest-unreadable': {
    en: 'what follows the event at position {position} cannot be read.',
    fi: 'kohdan {position} tapahtuman jälkeen tulevaa ei voi lukea.',
    sv: 'det som följer på händelsen på position {position} kan inte läsas.',
    de: 'was auf das Ereignis an Position {position} folgt, ist nicht lesbar.',
    nb: 'det som følger etter hendelsen på posisjon {position}, kan ikke leses.',
  },
} satisfies Readonly<Record<string, Texts>>

/** A sentence of these. */
export const ofLog = (name: keyof typeof texts, values?: Values): Sentence => ({ texts: texts[name], values })
