/**
 * First names and surnames usual in each country, to be combined at random into invented people.
 * Surnames that would make a well-known person with a listed first name are left out.
 */
import type { CustomerCountry } from '../customers/business-ids.js'

/** Names of one country, written as lists of words. */
export interface CountryNames {
  first: readonly string[]
  last: readonly string[]
}

const names = (first: string, last: string): CountryNames => ({ first: first.split(' '), last: last.split(' ') })

export const namesByCountry: Readonly<Record<CustomerCountry, CountryNames>> = {
  FI: names(
    'Aino Eero Helmi Onni Kaisa Jari Minna Petteri Satu Timo Johanna Antti Riikka Mikko Outi Janne Leena Ville Tuula Markku Hanna Sami Anu Juha Päivi Teemu Elina Kimmo Noora Olli',
    'Lehtoranta Koskivaara Mäkikangas Rantasuo Hakkarainen Pesola Kettula Ylitalo Saarikivi Honkala Vuorela Tuominiemi Harjula Laaksovirta Korpela Peltoniemi Suvanto Haapakoski Jokiaho Metsäranta Kallioniemi Ruuska Tiainen Voutila Heikura Nurmela Isotalo Pihlajamäki Myllylä Rautavuori Leppälahti Hietala',
  ),
  SE: names(
    'Annika Lars Karin Johan Maria Erik Eva Anders Sofia Mikael Åsa Jonas Helena Fredrik Malin Stefan Camilla Magnus Linnea Mattias Ulrika Niklas Jessica Tobias Ingrid Daniel Kerstin Patrik',
    'Bergvall Sandström Hedlund Åkerlind Nyberg Forsell Söderholm Ekblad Lundmark Wallgren Hallberg Norling Grönvall Dahlgren Viklund Rosenqvist Holmström Boström Lindahl Öhlund Fransson Hellgren Strandberg Kjellin Ringdahl Bodelius Tingvall Almkvist',
  ),
  DE: names(
    'Anja Bernd Claudia Dirk Elke Frank Gisela Heike Ingo Jens Katrin Lars Martina Norbert Petra Ralf Sabine Thorsten Ute Volker Silke Uwe Birgit Holger Nicole Sven Tanja Markus',
    'Ahlmeyer Brandhorst Dierksen Eichhoff Fahrenkamp Hagemann Jürgensen Kaltenbach Lindemann Mertens Niehaus Oberländer Petersen Reinhold Sommerfeld Thielmann Uhlenbrock Vogelsang Wiesner Zimmerling Hollerbach Rademacher Steinbrecher Klinger Grothe Weidemann Großkopf Mühlenbeck',
  ),
  NO: names(
    'Anne Bjørn Cathrine Geir Hilde Ingrid Kari Lars Marit Nina Ole Per Ragnhild Silje Terje Tone Vidar Wenche Øyvind Åse Stian Heidi Kjetil Randi Espen Gunn Morten Turid',
    'Aasheim Bjerkeli Dalseth Engebakk Fjellheim Gjertsen Haukås Kvalheim Langeland Myhre Nygård Opdal Ravnås Skogstad Tveiten Ulvestad Vestby Øverland Brekkhus Holmefjord Lillevik Moen Rønning Solbakk Torgersen Nordvik Hegge Sætre',
  ),
  EE: names(
    'Liis Mart Kadri Tõnu Piret Rain Merike Indrek Kristel Andres',
    'Kuusemäe Lepasild Niidumaa Oruveer Põldsaar Rannamets Sillaots Tammiste Vahtrapuu Jõekalda',
  ),
  DK: names(
    'Mette Lars Lene Søren Hanne Jesper Birgitte Henrik Kirsten Rasmus',
    'Bakkegaard Damholt Ebbesgaard Friborg Granholt Kildemose Lindegaard Nørrevang Ravnholt Skovbo',
  ),
}
