import type { Opening } from "#app/sentences/rule.ts";
import { clitic, infinitives, now1, now1s, stems } from "./words.ts";

const helper =
  "tecnico|equipo|companer[oa]|colega|responsable|conductor|repartidor|comercial|departamento|encargad[oa]|fontanero|electricista|instalador|operario|contable|asistente|secretari[oa]|servicio|taller|mecanico|jef[ea]|agente|especialista";

/** The words with which a promise may begin. */
export const openings: Opening[] = [
  {
    name: "haré",
    points: 0.4,
    who: "writer",
    words: new RegExp(`(?<!\\b${clitic} )(?:\\b${clitic} ){0,2}(?=\\b(?:${stems})e\\b)`, "g"),
  },
  {
    name: "haremos",
    points: 0.3,
    who: "team",
    words: new RegExp(`(?<!\\b${clitic} )(?:\\b${clitic} ){0,2}(?=\\b(?:${stems})emos\\b)`, "g"),
  },
  {
    name: "voy a",
    points: 0.2,
    who: "writer",
    words: new RegExp(`\\b(?:${clitic} ){0,2}(?:voy a|ire a) (?=[a-z]+)`, "g"),
  },
  {
    name: "vamos a",
    points: 0.1,
    who: "team",
    words: new RegExp(`\\b(?:${clitic} ){0,2}(?:vamos a|iremos a) (?=[a-z]+)`, "g"),
  },
  {
    name: "se lo hago",
    points: 0.1,
    who: "writer",
    words: new RegExp(`(?<!\\b${clitic} )\\b(?:${clitic} ){1,2}(?=(?:${now1})\\b)`, "g"),
  },
  {
    name: "se lo hacemos",
    points: 0,
    who: "team",
    words: new RegExp(`(?<!\\b${clitic} )\\b(?:${clitic} ){1,2}(?=(?:${now1s})\\b)`, "g"),
  },
  {
    name: "prometo",
    points: 1,
    who: "writer",
    words:
      /\b(?:(?:te|le|les|os) )?(?:prometo|prometemos|aseguro|garantizamos|me comprometo a|nos comprometemos a) (?:que )?(?=[a-z])/g,
  },
  {
    name: "déjeme",
    points: -1.4,
    who: "writer",
    words: new RegExp(
      `\\b(?:dejame|dejeme|dejenme|permitame|permiteme) (?:que )?(?=${infinitives}|(?:lo |la )?(?:revise|consulte|compruebe|mire|pregunte))`,
      "g",
    ),
  },
  {
    name: "palabra dada",
    points: 0,
    who: "writer",
    words:
      /\b(?=(?:dejelo|dejalo) (?:en mis manos|de mi cuenta)|cuente con ello|cuenta con ello|queda de mi cuenta|yo me encargo|me encargo)/g,
  },
  {
    name: "prometido, dice la nota",
    points: 0.8,
    who: "team",
    words:
      /(?:^|[.!?,] )(?:le |les )?(?:prometi|prometimos|he prometido|hemos prometido|quede en|quedamos en|hemos quedado en|prometido:?) (?:que )?(?=[a-z])/g,
  },
  {
    name: "alguien de los nuestros",
    points: -1.3,
    who: "named",
    words: new RegExp(
      `\\b((?:nuestr[oa]|mi|el|la|un|una|alguien) (?:\\w+ )?(?:${helper}|de nuestro equipo)(?: [a-z]+){0,2}?) (?:${clitic} ){0,2}(?=(?:${stems})an?\\b|vana? a |va a |van a )`,
      "g",
    ),
  },
  {
    name: "alguien con nombre",
    points: -1.6,
    who: "named",
    cased: true,
    words: new RegExp(
      `((?:Sra?\\. |Don |Dona |El senor |La senora )?(?<![A-Za-z])(?!El|La|Los|Las|Usted|Ellos|Ella|Esto|Eso|Ese|Este|Si|No|Que|Le|Te|Se|Lo|Nos|Os|Un|Una|Y|Pero|Hoy|Manana|Pronto|Su|Mi|Nuestro|Nuestra|Despues|Luego|Ahora|Entonces|Como|Cuando|Gracias)[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:${clitic} ){0,2}(?=(?:${stems})a\\b|va a )`,
      "g",
    ),
  },
  {
    name: "recibirá",
    points: -1,
    who: "team",
    words: /(?=\b(?:recibira|recibiras|recibiran|tendra|tendras|tendran)\b)/g,
  },
  {
    name: "será",
    points: -1.6,
    who: "team",
    words:
      /(?=\b(?:sera|seras|seran) (?:contactad|reembolsad|informad|avisad|enviad|entregad|reparad|resuelt|abonad|tramitad|atendid)[oa]s?\b|\bse (?:le|te|les) (?:enviara|llamara|reembolsara|abonara|informara|avisara|contactara|devolvera)\b)/g,
  },
  {
    name: "podemos, gustosos",
    points: 0.4,
    who: "team",
    offer: true,
    words:
      /\b(?:podemos|puedo|podremos|podre|podriamos|podria|con (?:mucho )?gusto|estaremos encantad[oa]s de|estare encantad[oa] de) (?=[a-z])/g,
  },
];
