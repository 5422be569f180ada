import { anyOf } from "#app/sentences/rule.ts";

const unit = "(?:minutos?|horas?|dias?(?: (?:habiles|laborables))?|semanas?|mes(?:es)?|anos?)";
const number = anyOf(
  "\\d{1,3}(?:\\s?(?:-|a|o)\\s?\\d{1,3})?|una?|dos|tres|cuatro|cinco|seis|siete|ocho|diez|quince|unos|unas|un par de|pocos|pocas|media",
);
const weekday = "(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)";
const month = "(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)";
const part = "(?:por la (?:manana|tarde|noche)|al mediodia)";

const core = anyOf(`
  pasado manana|manana|hoy mismo|hoy|est[ae] (?:misma )?(?:tarde|noche|manana|semana|mes|lunes|martes|miercoles|jueves|viernes)
  (?:proximo |este )?${weekday}(?: (?:que viene|proximo))?|\\d{1,2} de ${month}(?: de \\d{4})?|dia \\d{1,2}|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{4}-\\d\\d-\\d\\d
  (?:la )?(?:semana|el mes) que viene|la proxima semana|el proximo (?:mes|${weekday})|proxima semana|(?:el )?fin de semana|mediodia|final(?:es)? (?:del?|de la) (?:dia|semana|mes|jornada|ano)|fin de mes|cierre|lo largo (?:del?|de la|de) (?:dia|semana|manana|tarde|hoy)
  las? \\d{1,2}(?::\\d\\d)?(?: (?:y media|y cuarto))?(?: (?:h|horas|de la (?:manana|tarde|noche)))?|\\d{1,2}:\\d\\d|primera hora|ultima hora
`);
const lead = anyOf(
  "antes del|antes de|a partir del|a partir de|desde|hasta|para|el|la|a|al|sobre|hacia|durante|en el|en la|en|como muy tarde|a mas tardar|no mas tarde del?|despues del?|entre",
);
const span = anyOf(`
  (?:en|dentro de|en un plazo de|en el plazo de|en menos de|en los proximos|en las proximas|durante los proximos) (?:las proximas |los proximos |unos |unas )?(?:${number} )?${unit}
`);
const vague = anyOf(`
  lo antes posible|cuanto antes|en breve|pronto|enseguida|en seguida|ahora mismo|inmediatamente|de inmediato|mas tarde|luego|en un momento|en un rato|a la mayor brevedad(?: posible)?|proximamente|sin demora
  en cuanto (?:llegue la|llegue el|pueda|podamos|sepa|sepamos|tengamos|vuelva)\\b[^,.;]{0,40}
`);
const oneTime = `(?:(?:${lead} ){0,3}${core}|${span}|${vague})`;

/** When it is to be, in a promise: the longest run of such words, "antes del viernes a las 12". */
export const times = new RegExp(
  `(?<![\\w-])${oneTime}(?![\\w-])(?:(?:,? |,)(?:(?:y|o|a|de|por|-) )?(?:${oneTime}|${part})(?![\\w-]))*`,
  "g",
);
