import type { Sign } from "#app/sentences/rule.ts";
import { clitic } from "./words.ts";

/** What else is said around the act: all that fit count. */
export const signs: Sign[] = [
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
