/** What the command line says by itself, beside what the program answers: hints, progress, and what it refuses. */
import type { Sentence, Texts, Values } from '#kernel'

const lines = {
  'unknown-language': {
    en: 'there is no language "{language}"; there are: {languages}',
    fi: 'kieltä ”{language}” ei ole; kielet ovat: {languages}',
    sv: 'språket ”{language}” finns inte; det finns: {languages}',
    de: 'eine Sprache „{language}“ gibt es nicht; es gibt: {languages}',
    nb: 'språket «{language}» finnes ikke; det finnes: {languages}',
  },
  'not-listening': {
    en: 'process {pid} holds {folder} and does not listen yet; try again',
    fi: 'prosessi {pid} pitää kansiota {folder} eikä vielä vastaa; yritä uudelleen',
    sv: 'processen {pid} håller {folder} och lyssnar inte ännu; försök igen',
    de: 'der Prozess {pid} hält {folder} und antwortet noch nicht; versuchen Sie es erneut',
    nb: 'prosessen {pid} holder {folder} og lytter ikke ennå; prøv igjen',
  },
  'no-administrator': {
    en: 'there is no administrator to act as; say --as <member>',
    fi: 'ei ole ylläpitäjää, jona toimia; sano --as <käyttäjä>',
    sv: 'det finns ingen administratör att agera som; ange --as <medarbetare>',
    de: 'es gibt keine Administration, als die gehandelt werden kann; geben Sie --as <Mitglied> an',
    nb: 'det finnes ingen administrator å handle som; oppgi --as <medarbeider>',
  },
  'no-answer': {
    en: 'the program at {address} gave no answer: {why}',
    fi: 'ohjelma osoitteessa {address} ei vastannut: {why}',
    sv: 'programmet på {address} svarade inte: {why}',
    de: 'das Programm unter {address} hat nicht geantwortet: {why}',
    nb: 'programmet på {address} svarte ikke: {why}',
  },
  answered: {
    en: 'the program answered {status}',
    fi: 'ohjelma vastasi {status}',
    sv: 'programmet svarade {status}',
    de: 'das Programm antwortete {status}',
    nb: 'programmet svarte {status}',
  },
  'no-member': {
    en: 'there is no member {member}',
    fi: 'käyttäjää {member} ei ole',
    sv: 'medarbetaren {member} finns inte',
    de: 'ein Mitglied {member} gibt es nicht',
    nb: 'medarbeideren {member} finnes ikke',
  },
  'acting-as': {
    en: '{detail} (acting as {member}; say --as <member> for another)',
    fi: '{detail} (toimitaan käyttäjänä {member}; toisena: --as <käyttäjä>)',
    sv: '{detail} (som {member}; ange --as <medarbetare> för någon annan)',
    de: '{detail} (als {member}; mit --as <Mitglied> als jemand anderes)',
    nb: '{detail} (som {member}; oppgi --as <medarbeider> for en annen)',
  },
  'no-id': {
    en: '"{id}" is no id',
    fi: '”{id}” ei ole tunnus',
    sv: '”{id}” är inget id',
    de: '„{id}“ ist keine ID',
    nb: '«{id}» er ingen id',
  },
  'not-a-pair': {
    en: '"{pair}" is not name=value',
    fi: '”{pair}” ei ole muotoa nimi=arvo',
    sv: '”{pair}” är inte namn=värde',
    de: '„{pair}“ ist nicht Name=Wert',
    nb: '«{pair}» er ikke navn=verdi',
  },
  'no-page': {
    en: 'there is no page {page}; there are: {pages}',
    fi: 'sivua {page} ei ole; sivut ovat: {pages}',
    sv: 'sidan {page} finns inte; det finns: {pages}',
    de: 'eine Seite {page} gibt es nicht; es gibt: {pages}',
    nb: 'siden {page} finnes ikke; det finnes: {pages}',
  },
  'page-needs': {
    en: '{page} needs {id}: kumppani view {page} <{id}>',
    fi: '{page} tarvitsee tunnuksen {id}: kumppani view {page} <{id}>',
    sv: '{page} behöver {id}: kumppani view {page} <{id}>',
    de: '{page} braucht {id}: kumppani view {page} <{id}>',
    nb: '{page} trenger {id}: kumppani view {page} <{id}>',
  },
  'page-takes-no': {
    en: '{page} takes no "{id}"',
    fi: '{page} ei ota arvoa ”{id}”',
    sv: '{page} tar inget ”{id}”',
    de: '{page} nimmt kein „{id}“',
    nb: '{page} tar ingen «{id}»',
  },
  'no-metric': {
    en: 'there is no metric {metric}; there are: {metrics}',
    fi: 'mittaria {metric} ei ole; mittarit ovat: {metrics}',
    sv: 'mätetalet {metric} finns inte; det finns: {metrics}',
    de: 'eine Kennzahl {metric} gibt es nicht; es gibt: {metrics}',
    nb: 'måltallet {metric} finnes ikke; det finnes: {metrics}',
  },
  'only-persons': {
    en: 'only a person can be exported, not "{what}"',
    fi: 'vain henkilön tiedot voi luovuttaa, ei kohdetta ”{what}”',
    sv: 'bara en person kan lämnas ut, inte ”{what}”',
    de: 'nur eine Person kann herausgegeben werden, nicht „{what}“',
    nb: 'bare en person kan utleveres, ikke «{what}»',
  },
} satisfies Readonly<Record<string, Texts>>

/** A line of these, to be said in the language of whoever reads it. */
export const ownLine = (name: keyof typeof lines, values?: Values): Sentence => ({ texts: lines[name], values })
