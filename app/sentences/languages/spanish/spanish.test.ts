import { test } from "node:test";
import { areNoPromises, areOffers, arePromises } from "#test/harness/sentences.ts";

test("Spanish: what the writer, the team or a named colleague takes on is a promise", () => {
  arePromises("es", [
    ["Le enviaré el presupuesto antes del viernes.", "antes del viernes"],
    ["Mañana le llamamos sin falta.", "Mañana"],
    ["Voy a revisar la factura y le digo algo.", null],
    ["Nos pondremos en contacto con usted en 24 horas.", "en 24 horas"],
    ["Nuestro técnico pasará el martes por la mañana.", "el martes por la mañana"],
    ["Me encargo de ello.", null],
    ["Vamos a sustituir el cristal sin coste.", null],
    ["Recibirá la respuesta esta semana.", "esta semana"],
    ["Te mando el contrato esta tarde.", "esta tarde"],
    ["Trasladaremos su sugerencia al equipo.", null],
    ["Le prometo que lo arreglaremos hoy mismo.", "hoy mismo"],
    ["Déjeme consultar con el almacén y le aviso.", null],
    ["Le devolveremos el importe en un plazo de 14 días.", "en un plazo de 14 días"],
    ["Sí, le confirmaré la hora mañana.", "mañana"],
    ["Se lo reservo para el sábado.", "para el sábado"],
    ["La señora Ruiz le llamará a las 9.", "a las 9"],
    ["Consultaré con mi jefe y te aviso.", null],
    ["Haremos lo posible por entregarlo el lunes.", "el lunes"],
    ["Le mantendremos informado.", null],
    ["Gracias por las fotos, las pasaré al taller.", null],
    ["Lo siento mucho, pero lo corregiremos enseguida.", "enseguida"],
    ["Mi compañera va a preparar dos variantes.", null],
    ["Quedamos en llamarle el jueves.", "el jueves"],
    ["Será reembolsado la próxima semana.", "la próxima semana"],
    ["Veo el error, ahora mismo se lo cambio.", "ahora mismo"],
    ["Iré a recoger la pieza y se la llevo.", null],
    ["Déjelo en mis manos.", null],
  ]);
});

test("Spanish: wishes, formulas, abilities, plans of one's own, requests and other people's acts are none", () => {
  areNoPromises("es", [
    "Quedamos a la espera de su respuesta.",
    "Estaremos encantados de ayudarle.",
    "Estaré de vacaciones hasta el día 3.",
    "¿Puede enviarme el número de serie?",
    "Por favor, envíenos el formulario.",
    "Necesitará la llave del sótano.",
    "Espero que terminaremos a tiempo.",
    "Le adjunto la factura.",
    "Estamos trabajando en ello.",
    "Mañana no estaré en la oficina.",
    "Quizás enviaremos a alguien.",
    "Normalmente entregamos en tres días.",
    "Dijo que le pagaríamos.",
    "Le escribí ayer.",
    "Mañana hará frío.",
    "El domingo voy a ir a la playa.",
    "Ya veremos.",
    "La tienda cierra a las seis.",
    "No le cobraremos nada.",
    "Muchas gracias por su paciencia.",
    "¿Cuándo lo enviaremos?",
    "Soy de Bilbao.",
    "Podemos hacerlo.",
    "Siempre seguiremos a su lado.",
    "El precio subirá en enero.",
    "Me gustaría saber más.",
    "Voy a pasar las vacaciones con mi familia.",
    "Ellos sabrán qué hacer.",
  ]);
});

test("Spanish: what hangs on somebody else's act first is an offer, not a promise", () => {
  areOffers("es", [
    "Si nos envía el número, lo comprobaremos.",
    "Envíenos una foto y lo revisaremos.",
    "Empezaremos en cuanto usted lo firme.",
    "Le llamaré si vuelve a fallar la bomba.",
    "Cuando recibamos el pago, le enviaremos el pedido.",
    "Díganos su talla y le reservaremos una.",
    "Si cambia de idea, le devolveremos el dinero.",
    "Rellene el formulario y nos pondremos en contacto con usted.",
    "Una vez recibido el pago, tramitaremos el envío.",
    "Te mando el vale si me das tu dirección.",
    "A menos que nos diga lo contrario, reservaremos la mesa.",
  ]);
});
