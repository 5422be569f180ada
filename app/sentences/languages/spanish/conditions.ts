import { anyOf, type Condition } from "#app/sentences/rule.ts";

const asked = anyOf(`
  envie(?:nos|me|n|noslo|melo)?|envia(?:nos|me)?|mande(?:nos|me)?|manda(?:nos|me)?|diga(?:nos|me)|di(?:nos|me)|avise(?:nos|me)?|avisa(?:nos|me)?
  indique(?:nos|me)?|indica(?:nos|me)?|rellene|rellena|complete|completa|responda|responde|llame(?:nos|me)?|llama(?:nos|me)|comparta|comparte
  facilite(?:nos|me)?|escriba(?:nos|me)|escribe(?:nos|me)|confirme(?:nos|me)?|confirma(?:nos|me)?|de(?:nos|me)|da(?:nos|me)|deje(?:nos|me) (?:su|tu|un)|pase(?:nos|me)?|pasa(?:nos|me)|traiga(?:nos|me)?|trae(?:nos|me)?|elija|firme|pague|abra|haga clic|pulse
`);
const request = `(?:(?:^|[.!?:;,] |\\b(?:y|o) )${asked}\\b|\\bpor favor\\b|\\b(?:puede|puedes|podria|podrias|tiene que|solo tiene que|basta con que)\\b)`;
const unbroken = "(?:(?!\\b(?:pero|aunque|mientras tanto)\\b)[^\\n])";
// "A ver si", "saber si" set no condition, nor does "sí,".
const si =
  "(?<!\\b(?:ver|saber|comprobar|preguntar|preguntare|consultar|consultare|confirmar|revisar|mirar|se|como|incluso|averiguar|decir\\w*) )\\bsi\\b(?!,)(?! (?:es posible|hace falta|procede|puedo))";
const your =
  "(?:nos|me|usted|ustedes|haya|hayas|tenga(?! (?:noticias|novedades|la pieza|una respuesta))|tengas|reciba|recibamos|lo tenga|firme|firmes|pague|confirme|confirmes|envie|envies|llegue su|llegue el pago|este list[oa])";

export const conditions: Condition[] = [
  { name: "si, delante", sees: "before", words: new RegExp(`${si}${unbroken}*$`) },
  { name: "si, detrás", sees: "after", words: new RegExp(`^[^.;!?]*${si}`) },
  {
    name: "cuando usted, delante",
    sees: "before",
    words: new RegExp(
      `\\b(?:cuando|en cuanto|una vez que|tan pronto como|despues de que|siempre que|hasta que|a menos que|salvo que|en caso de(?: que)?) ${your}\\b${unbroken}*$|\\b(?:una vez (?:recibid|firmad|confirmad|pagad)[oa]s?|al recibir|tras recibir|en caso de)\\b${unbroken}*$`,
    ),
  },
  {
    name: "cuando usted, detrás",
    sees: "after",
    words: new RegExp(
      `^[^.;!?]*\\b(?:(?:cuando|en cuanto|una vez que|tan pronto como|despues de que|siempre que|a menos que|salvo que|en caso de que) ${your}\\b|una vez (?:recibid|firmad|confirmad|pagad)[oa]s?\\b|en caso de\\b)`,
    ),
  },
  {
    name: "pedido antes",
    sees: "before",
    words: new RegExp(`${request}${unbroken}*(?:\\by|\\bpara que|\\basi|\\bentonces|\\bo|[,:])\\s*$`),
  },
  { name: "si no", sees: "before", words: /\b(?:de lo contrario|en ese caso|si no|si es asi)\b[^.;]*$/ },
  {
    name: "pedido en la frase anterior",
    sees: "sentence before",
    words: new RegExp(`^${unbroken}*${request}[^\\n]*\\n[^\\n]*\\b(?:entonces|luego)\\b`),
  },
];
