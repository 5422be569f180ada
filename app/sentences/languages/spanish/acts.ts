import type { Rule } from "#app/sentences/rule.ts";
import { hung, infinitives, now1, now1s, stems } from "./words.ts";

/** What sort of act it is: the first that fits counts. */
export const acts: Rule[] = [
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
    words: /^(?:recibira\w*|tendra\w*) (?:su|sus|tu|tus|el|la|un|una|nuestr[oa]|los|las|noticias|list[oa]s?)\b/,
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
