/** What is wrong with a command that cannot be understood, as whoever typed it reads. */
import type { CommanderError } from 'commander'
import type { Sentence, Texts } from '#kernel'

/** By what Commander calls it. */
const lines: Readonly<Record<string, Texts>> = {
  'commander.unknownOption': {
    en: 'there is no option {name}; {help} lists those there are{meant}',
    fi: 'valitsinta {name} ei ole; {help} luettelee valitsimet{meant}',
    sv: 'alternativet {name} finns inte; {help} visar dem som finns{meant}',
    de: 'eine Option {name} gibt es nicht; {help} zeigt, welche es gibt{meant}',
    nb: 'valget {name} finnes ikke; {help} viser dem som finnes{meant}',
  },
  'commander.unknownCommand': {
    en: 'there is no command {name}; {help} lists those there are{meant}',
    fi: 'komentoa {name} ei ole; {help} luettelee komennot{meant}',
    sv: 'kommandot {name} finns inte; {help} visar dem som finns{meant}',
    de: 'einen Befehl {name} gibt es nicht; {help} zeigt, welche es gibt{meant}',
    nb: 'kommandoen {name} finnes ikke; {help} viser dem som finnes{meant}',
  },
  'commander.missingArgument': {
    en: '<{name}> is missing; see {help}',
    fi: '<{name}> puuttuu; katso {help}',
    sv: '<{name}> saknas; se {help}',
    de: '<{name}> fehlt; siehe {help}',
    nb: '<{name}> mangler; se {help}',
  },
  'commander.optionMissingArgument': {
    en: '{name} is without its value; see {help}',
    fi: 'valitsimesta {name} puuttuu arvo; katso {help}',
    sv: '{name} saknar sitt värde; se {help}',
    de: '{name} fehlt der Wert; siehe {help}',
    nb: '{name} mangler verdien sin; se {help}',
  },
  'commander.missingMandatoryOptionValue': {
    en: '{name} is needed; see {help}',
    fi: '{name} tarvitaan; katso {help}',
    sv: '{name} behövs; se {help}',
    de: '{name} wird gebraucht; siehe {help}',
    nb: '{name} trengs; se {help}',
  },
  'commander.excessArguments': {
    en: 'there are too many arguments; put a text with spaces in quotes; see {help}',
    fi: 'argumentteja on liikaa; kirjoita välilyöntejä sisältävä teksti lainausmerkkeihin; katso {help}',
    sv: 'argumenten är för många; sätt text med mellanslag inom citattecken; se {help}',
    de: 'es sind zu viele Argumente; setzen Sie Text mit Leerzeichen in Anführungszeichen; siehe {help}',
    nb: 'det er for mange argumenter; sett tekst med mellomrom i anførselstegn; se {help}',
  },
}

const meant: Texts = {
  en: ' (did you mean {near}?)',
  fi: ' (tarkoititko {near}?)',
  sv: ' (menade du {near}?)',
  de: ' (meinten Sie {near}?)',
  nb: ' (mente du {near}?)',
}

/** @returns undefined where Commander has said all that there is to say: help, or the version */
export function usageLine({ code, message }: CommanderError, help: string): Sentence | undefined {
  const texts = lines[code]
  if (!texts) return undefined
  const [, name] = /'([^']*)'/.exec(message) ?? []
  const [, near] = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message) ?? []
  return { texts, values: { name, help, ...(near !== undefined && { meant: { texts: meant, values: { near } } }) } }
}
