import { anyOf, type Condition } from "#app/sentences/rule.ts";

const asked = anyOf(`
  envoyez|envoie|transmettez|transmets|indiquez|indique|dites|dis|faites|fais|donnez|donne|appelez|appelle|contactez|contacte|repondez|reponds
  remplissez|remplis|communiquez|precisez|precise|partagez|ecrivez|ecris|confirmez|confirme|laissez|laisse|passez|apportez|apporte|choisissez|signez|signe|payez|cliquez|ouvrez|deposez|retournez|renvoyez|telephonez
`);
const request = `(?:(?:^|[.!?:;,] |\\b(?:et|ou) )(?!laissez-moi (?!votre|vos|un|une|le|la))${asked}\\b|\\b(?:merci de|veuillez|il suffit de|il vous suffit|vous pouvez|pouvez-vous|pourriez-vous|n'hesitez pas a)\\b(?! (?:noter|trouver|agreer|patienter|nous excuser|excuser)))`;
const unbroken = "(?:(?!\\b(?:mais|cependant|entre-temps|en attendant)\\b)[^\\n])";
// "Voir si", "savoir si" set no condition, nor does "s'il vous plaît".
const si =
  "(?<!\\b(?:voir|savoir|verifier|verifierai|demander|demanderai|regarder|confirmer|dire|dirai|meme|comme|et) )(?:\\bsi\\b|\\bs'ils?\\b(?! (?:vous|te) plai))(?! (?:possible|besoin|necessaire|bien))";
const first = "(?:vous|votre|tu|ton|j'aurai recu|nous aurons recu|nous recevrons|je recevrai|reception)";

export const conditions: Condition[] = [
  { name: "si, devant", sees: "before", words: new RegExp(`${si}${unbroken}*$`) },
  { name: "si, derrière", sees: "after", words: new RegExp(`^[^.;!?]*${si}`) },
  {
    name: "dès que vous, devant",
    sees: "before",
    words: new RegExp(
      `\\b(?:des que|des|lorsque|quand|une fois que|une fois|apres que|a condition que|au cas ou|a moins que|aussitot que) ${first}\\b${unbroken}*$|\\b(?:apres reception|a reception|des reception|en cas de|une fois (?:le|la|les|votre)|sauf (?:avis|contrordre))\\b${unbroken}*$`,
    ),
  },
  {
    name: "dès que vous, derrière",
    sees: "after",
    words: new RegExp(
      `^[^.;!?]*\\b(?:(?:des que|des|lorsque|quand|une fois que|apres que|a condition que|au cas ou|a moins que|aussitot que) ${first}\\b|(?:apres|a) reception\\b|en cas de\\b)`,
    ),
  },
  {
    name: "demandé d'abord",
    sees: "before",
    words: new RegExp(`${request}${unbroken}*(?:\\bet|\\bpour que|\\bafin que|\\balors|\\bpuis|\\bou|[,:])\\s*$`),
  },
  { name: "sinon", sees: "before", words: /\b(?:sinon|dans ce cas|le cas echeant|si oui|si non)\b[^.;]*$/ },
  {
    name: "demandé dans la phrase d'avant",
    sees: "sentence before",
    words: new RegExp(`^${unbroken}*${request}[^\\n]*\\n[^\\n]*\\b(?:alors|ensuite)\\b`),
  },
];
