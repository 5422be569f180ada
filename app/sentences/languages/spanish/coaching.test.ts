import { test } from "node:test";
import { areCoached } from "#test/harness/coached.ts";

test("Spanish: the coach points at the words, and leaves what only looks like them", () => {
  areCoached("es", [
    [
      "absolute",
      [
        ["Siempre estamos a su lado.", "Siempre"],
        ["Le garantizo la entrega.", "Le garantizo"],
        ["Llegará sin falta.", "sin falta"],
      ],
      ["Como siempre, gracias.", "La garantía vence en mayo.", "Normalmente tarda un día."],
    ],
    [
      "unsure",
      [
        ["Su caldera estará arreglada el viernes.", "estará arreglada"],
        ["No volverá a ocurrir.", "No volverá a ocurrir"],
        ["El proveedor enviará la pieza el lunes.", "El proveedor enviará"],
      ],
      ["Miraré su caldera el viernes.", "Ya está arreglada.", "El proveedor llamó ayer."],
    ],
    [
      "dont_know",
      [["No lo sé.", "No lo sé"]],
      ["No lo sé, pero lo averiguo hoy.", "No lo sé. Le diré algo antes de las cinco.", "¿Sabe el modelo?"],
    ],
    [
      "evasion",
      [
        ["Es la política de la empresa.", "Es la política de la empresa"],
        ["No podemos hacer nada.", "No podemos hacer nada"],
        ["Perdone las posibles molestias.", "las posibles molestias"],
        ["Ya veremos.", "Ya veremos"],
      ],
      ["Siento que haya esperado dos días.", "Pedimos la pieza equivocada.", "Nos vemos el lunes."],
    ],
    [
      "blame",
      [
        ["Debería haber llamado antes.", "Debería haber llamado"],
        ["Como ya le dije, está cerrado.", "Como ya le dije"],
        ["Mi compañero se olvidó.", "Mi compañero se olvidó"],
      ],
      ["Mi compañero le llamará.", "Pedimos la pieza equivocada.", "Debería llegar mañana."],
    ],
    [
      "jargon",
      [
        ["Le respondo a la mayor brevedad.", "a la mayor brevedad"],
        ["Lo hemos escalado.", "escalado"],
      ],
      ["Le respondo antes de las cinco.", "Se lo he pasado a Ben."],
    ],
    [
      "asks_known",
      [
        ["¿Cuál es su número de pedido?", "su número de pedido"],
        ["Indíquenos su teléfono.", "su teléfono"],
      ],
      ["Le llamo mañana.", "¿Está el número de modelo detrás?"],
    ],
    [
      "needs_approval",
      [
        ["Hemos perdido sus datos.", "Hemos perdido sus datos"],
        ["Nuestro técnico ha roto el suelo.", "Nuestro técnico ha roto"],
      ],
      ["Hemos guardado sus datos.", "Nuestro técnico ha cambiado la bomba."],
    ],
  ]);
});
