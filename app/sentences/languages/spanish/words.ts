/** The little pronouns before a verb. */
export const clitic = "(?:me|te|le|les|os|lo|la|los|las|se|nos)";

// Stems to which the future is hung: "enviar" + "é", "emos", "án".
export const stems =
  "enviar|mandar|llamar|avisar|informar|confirmar|comunicar|pasar|revisar|comprobar|consultar|verificar|mirar|preguntar|averiguar|investigar|responder|contestar|escribir|contactar|entregar|llevar|traer|recoger|arreglar|reparar|cambiar|sustituir|reemplazar|devolver|reembolsar|abonar|reservar|pedir|preparar|tramitar|gestionar|resolver|solucionar|corregir|actualizar|ocupar|encargar|asegurar|intentar|tratar|hablar|trasladar|remitir|reenviar|adjuntar|incluir|anotar|apuntar|programar|agendar|concertar|facilitar|proporcionar|dar|volver|ir|ayudar|buscar|encontrar|terminar|acabar|empezar|comenzar|instalar|montar|ajustar|anular|cancelar|pagar|transferir|compensar|ofrecer|explicar|mostrar|organizar|coordinar|comentar|compartir|acercar|visitar|presentar|completar|cerrar|dejar|retomar|seguir|estudiar|procesar|activar|desbloquear|har|dir|pondr|vendr|mantendr";
export const hung = "(?:me|te|le|les|os|lo|la|los|las|se|nos){0,2}";
export const infinitives = `(?:${stems.replace("|har|dir|pondr|vendr|mantendr", "|hacer|decir|poner|venir|mantener|tener en cuenta|cuidar")})`;
export const now1 =
  "llamo|envio|mando|aviso|informo|confirmo|digo|paso|reviso|compruebo|consulto|verifico|miro|pregunto|averiguo|respondo|contesto|escribo|entrego|llevo|traigo|arreglo|reparo|cambio|devuelvo|abono|reservo|pido|preparo|tramito|gestiono|resuelvo|corrijo|ocupo|encargo|comento|doy|busco|pongo|acerco|reenvio|remito|mantengo";
export const now1s =
  "llamamos|enviamos|mandamos|avisamos|informamos|confirmamos|decimos|pasamos|revisamos|comprobamos|consultamos|miramos|respondemos|escribimos|entregamos|llevamos|arreglamos|reparamos|cambiamos|devolvemos|abonamos|reservamos|preparamos|gestionamos|ocupamos|encargamos|ponemos|damos|mantenemos";
