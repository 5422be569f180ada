import { type Coaching, hints } from "#app/sentences/hint.ts";

const approval = "pregunte antes a quien aprueba una frase así";

const asking = [
  ...hints("asks_known", "(?:cual es su|digame su|indiquenos su|envieme su) nombre", { asksFor: "name" }),
  ...hints("asks_known", "su (?:numero de )?(?:telefono|movil)", { asksFor: "phone" }),
  ...hints("asks_known", "su (?:direccion de )?(?:correo(?: electronico)?|e-?mail)", { asksFor: "email" }),
  ...hints("asks_known", "su (?:direccion|domicilio)(?! de correo)", { asksFor: "address" }),
  ...hints("asks_known", "su numero de (?:pedido|cliente|factura|referencia)", { asksFor: "order_number" }),
];

export const coaching: Coaching = {
  hints: [
    ...hints(
      "absolute",
      `(?<!como )siempre(?! que) => normalmente
      nunca (?:mas|volvera)|jamas => no debería
      (?:le |les )?garantiz(?:o|amos)|garantizado => esperamos
      definitivamente|sin (?:ninguna )?duda|con toda seguridad|absolutamente|sin falta|seguro que
      100 ?%|al cien por cien(?:to)?`,
    ),
    ...hints(
      "unsure",
      `(?:estara|quedara|sera) (?:arreglad|resuelt|solucionad|reparad)[oa]s? => trabajaremos en ello y le diremos antes de … cómo va
      no (?:volvera a (?:pasar|ocurrir|suceder)|se repetira) => esto es lo que hemos cambiado para que no se repita: …
      (?:el (?:proveedor|fabricante|transportista)|la (?:aseguradora|agencia)) (?:entregara|enviara|pagara|aprobara) => les preguntaré y le diré antes de … qué responden`,
    ),
    ...hints("dont_know", "no (?:lo )?(?:se|sabemos)(?! preocupe)|ni idea => lo averiguo y se lo digo antes de …", {
      unless:
        /\b(?:averigu[a-z]+|pregunt(?:o|are|aremos)|le (?:dire|digo|informo|informare|aviso|avisare)|consult[a-z]+|compruebo|comprobare)\b/,
    }),
    ...hints(
      "evasion",
      `(?:es|segun|por) (?:la |nuestra )?politica(?: de (?:la )?empresa)? => lo que podemos hacer es …
      no (?:puedo|podemos|se puede) hacer nada => lo que puedo hacer es …
      no es (?:mi|de mi) (?:departamento|trabajo|responsabilidad) => se lo paso a … y le diré antes de … qué dicen
      (?:las|cualquier|posibles) (?:posibles )?(?:molestias?|inconvenientes?)(?: causad[a-z]+)? => siento que …
      se (?:ha producido|produjo) un error|se cometieron errores => hicimos mal …
      ya veremos => se lo diré antes de …
      por (?:causas|motivos|razones) (?:ajenas|tecnic[ao]s|operativ[ao]s)(?: a nuestra voluntad)? => porque …`,
    ),
    ...hints(
      "blame",
      `(?:usted )?(?:deberia|tendria|tenia) (?:haber|que haber) [a-z]+ => la próxima vez ayuda si …
      usted olvido|se le olvido|no se molesto en => todavía falta …
      (?:es|fue) (?:culpa|error) suy[ao]|por su culpa => lo que ha pasado es …
      como ya (?:le )?(?:dije|dijimos|explique|explicamos|comente|mencione) => una vez más, para que lo tenga todo junto:
      (?:mi companer[oa]|mi coleg[a]) (?:se )?(?:olvido|equivoco|no [a-z]+) => nosotros …
      (?:el almacen|la oficina|la cocina|el taller|ventas) (?:se )?(?:olvido|equivoco) => nosotros …`,
    ),
    ...hints(
      "jargon",
      `asap|lo antes posible|a la (?:mayor )?brevedad(?: posible)? => antes de …
      eod|cob => antes de las 17:00
      en tiempo y forma => el …
      a los efectos oportunos|quedamos a su (?:entera )?disposicion => 
      escal(?:ado|ada|aremos|ar) => pasado a …
      rma => número de devolución
      sla => el plazo acordado
      ticket => su consulta
      feedback => su opinión`,
    ),
    ...asking,
    ...hints(
      "needs_approval",
      `(?:fue|es|ha sido) (?:culpa|error) nuestr[ao](?=.*\\b(?:lesion|herid|dan[oa]|datos)) => ${approval}
      (?:asumimos|aceptamos) (?:toda )?la responsabilidad|somos responsables (?:del|de los) danos? => ${approval}
      (?:hemos|nuestro (?:tecnico|repartidor|companero) ha) (?:danado|roto|rayado|inundado|herido|lesionado) => ${approval}
      (?:hemos|he) (?:perdido|borrado|filtrado) sus (?:datos|archivos|documentos|fotos) => ${approval}
      (?:le )?(?:indemnizaremos|compensaremos|pagaremos (?:el|los|todos los) (?:dano|danos|gastos)) => ${approval}`,
    ),
  ],
  nextStep:
    /\b(?:el siguiente paso|a continuacion|(?:le|les|lo|la|se lo) [a-z]+(?:re|remos)|voy a|vamos a|por favor,? (?:envie|llame|diga|responda|confirme|indique)[a-z]*|puede|podria)\b/,
};
