import type { Opening, Rule, Rules, Sign } from "#app/sentences/rule.ts";
import { conditions } from "./spanish-conditions.ts";
import { times } from "./spanish-times.ts";

// Stems to which the future is hung: "enviar" + "é", "emos", "án".
const stems =
  "enviar|mandar|llamar|avisar|informar|confirmar|comunicar|pasar|revisar|comprobar|consultar|verificar|mirar|preguntar|averiguar|investigar|responder|contestar|escribir|contactar|entregar|llevar|traer|recoger|arreglar|reparar|cambiar|sustituir|reemplazar|devolver|reembolsar|abonar|reservar|pedir|preparar|tramitar|gestionar|resolver|solucionar|corregir|actualizar|ocupar|encargar|asegurar|intentar|tratar|hablar|trasladar|remitir|reenviar|adjuntar|incluir|anotar|apuntar|programar|agendar|concertar|facilitar|proporcionar|dar|volver|ir|ayudar|buscar|encontrar|terminar|acabar|empezar|comenzar|instalar|montar|ajustar|anular|cancelar|pagar|transferir|compensar|ofrecer|explicar|mostrar|organizar|coordinar|comentar|compartir|acercar|visitar|presentar|completar|cerrar|dejar|retomar|seguir|estudiar|procesar|activar|desbloquear|har|dir|pondr|vendr|mantendr";
const clitic = "(?:me|te|le|les|os|lo|la|los|las|se|nos)";
const hung = "(?:me|te|le|les|os|lo|la|los|las|se|nos){0,2}";
const infinitives = `(?:${stems.replace("|har|dir|pondr|vendr|mantendr", "|hacer|decir|poner|venir|mantener|tener en cuenta|cuidar")})`;
const now1 =
  "llamo|envio|mando|aviso|informo|confirmo|digo|paso|reviso|compruebo|consulto|verifico|miro|pregunto|averiguo|respondo|contesto|escribo|entrego|llevo|traigo|arreglo|reparo|cambio|devuelvo|abono|reservo|pido|preparo|tramito|gestiono|resuelvo|corrijo|ocupo|encargo|comento|doy|busco|pongo|acerco|reenvio|remito|mantengo";
const now1s =
  "llamamos|enviamos|mandamos|avisamos|informamos|confirmamos|decimos|pasamos|revisamos|comprobamos|consultamos|miramos|respondemos|escribimos|entregamos|llevamos|arreglamos|reparamos|cambiamos|devolvemos|abonamos|reservamos|preparamos|gestionamos|ocupamos|encargamos|ponemos|damos|mantenemos";
const helper =
  "tecnico|equipo|companer[oa]|colega|responsable|conductor|repartidor|comercial|departamento|encargad[oa]|fontanero|electricista|instalador|operario|contable|asistente|secretari[oa]|servicio|taller|mecanico|jef[ea]|agente|especialista";

const openings: Opening[] = [
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

const acts: Rule[] = [
  { name: "palabra", points: 2, words: /^(?:dejelo|dejalo|cuente|cuenta|queda de|yo me encargo|me encargo)\b/ },
  {
    name: "aclaración",
    points: -4,
    words:
      /^(?:dar(?:e|emos) (?:las gracias|por)|seguiremos? (?:siendo|aqui|estando)|ver|ser|estar|tener (?:que|en)|poder|querer|necesitar|esperar|ir (?:al|a la|de|a mi)|dejare? de|salir|viajar|pasar (?:las|mis|el|unos)|comer|dormir|volver a casa|echar de menos|llegar|quedarme|hacer (?:calor|frio|la compra|deporte)|mirar la (?:tele|pelicula)|buscar trabajo|ir(?:e|emos)? (?:al|a la|de|a mi))\b/,
  },
  {
    name: "recibe de nosotros",
    points: 1.2,
    words: /^(?:recibira\w*|tendra\w*) (?:su|sus|tu|tus|el|la|un|una|nuestr[oa]|los|las|noticias)\b/,
  },
  { name: "atendido", points: 2.4, words: /^(?:sera\w* \w+|se (?:le|te|les) \w+)/ },
  {
    name: "servicio",
    points: 2.2,
    words: new RegExp(`^(?:(?:${stems})(?:e|emos|a|an)\\b|${infinitives}${hung}\\b|(?:va|van) a ${infinitives})`),
  },
  { name: "servicio ahora", points: 1.2, words: new RegExp(`^(?:${now1}|${now1s})\\b`) },
  { name: "lo revise", points: 2, words: /^(?:lo |la )?(?:revise|consulte|compruebe|mire|pregunte)\b/ },
];

const signs: Sign[] = [
  {
    name: "para usted",
    points: 0.4,
    sees: "sentence",
    words: /\b(?:le|les|te|os|usted|ustedes|contigo|su|sus|tu|tus)\b/,
  },
  {
    name: "de nuestra parte",
    points: 1,
    sees: "act",
    words: /\b(?:de (?:nuestra|mi) parte|noticias (?:nuestras|mias))\b/,
  },
  { name: "pregunta", points: -3, sees: "sentence", words: /\?["')\s]*$/ },
  {
    name: "deseo o duda",
    points: -3,
    sees: "before",
    words:
      /\b(?:espero|esperamos|esperando|ojala|quizas?|tal vez|a lo mejor|puede que|seguramente|probablemente|supongo|imagino|dudo|posiblemente|igual)\b[^.;]*$/,
  },
  { name: "opinión", points: -1.5, sees: "before", words: /\b(?:creo|pienso|me parece) que (?:\w+ )?$/ },
  {
    name: "negado",
    points: -3.5,
    sees: "before",
    words: new RegExp(`\\b(?:no|nunca|jamas|tampoco) (?:${clitic} ){0,2}$`),
  },
  {
    name: "norma",
    points: -3,
    sees: "sentence",
    words:
      /\b(?:normalmente|por lo general|generalmente|siempre|en estos casos|en tales casos|habitualmente|cada (?:dia|mes|ano|semana)|todos los (?:dias|anos)|a menudo|por norma|suele|solemos)\b/,
  },
  {
    name: "dicho por otros",
    points: -2,
    sees: "before",
    words:
      /\b(?:dijo|dijeron|dice|dicen|cree|creen|me conto|prometiste|prometio) que (?:\w+ )?$|\b(?:por que|cuando|donde|como|quien|cuanto|porque|hasta que) (?:\w+ )?$/,
  },
  {
    name: "vida propia",
    points: -2.5,
    sees: "act",
    words:
      /\bmis? (?:\w+ )?(?:hij[oa]s?|mujer|marido|familia|madre|padre|padres|coche|vacaciones|perro|cumpleanos)\b|\bde vacaciones\b/,
  },
  {
    name: "ya hecho",
    points: -2,
    sees: "sentence",
    words: /\b(?:adjunto|aqui (?:le|te|les)|ayer|la semana pasada|ya (?:le|te|les)|como cada|por la presente)\b/,
  },
  { name: "ironía", points: -3, sees: "sentence", words: /^(?:si,? claro|claro,? claro|ya,? claro),? .*!?$/ },
];

/** Spanish: accents are not read ("enviare"), as folded words have none. */
export const spanish: Rules = {
  openings,
  acts,
  signs,
  conditions,
  clauseEnd: /[.;:!?](?:\s|$)|,? \b(?:pero|aunque|porque|ya que|sino)\b|\n\s*\n|\)(?!\w)| - /,
  times,
};
