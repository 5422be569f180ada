import { type Coaching, hints } from "#app/sentences/hint.ts";

const approval = "fragen Sie zuerst, wer einen solchen Satz freigibt";

const asking = [
  ...hints("asks_known", "wie (?:ist ihr name|heiss?en sie)|(?:nennen|geben) sie (?:mir|uns) (?:bitte )?ihren namen", {
    asksFor: "name",
  }),
  ...hints("asks_known", "ihre (?:telefon|handy|mobil|ruf)nummer", { asksFor: "phone" }),
  ...hints("asks_known", "ihre (?:e-?mail|mail)-?adresse", { asksFor: "email" }),
  ...hints("asks_known", "ihre (?:liefer)?(?:adresse|anschrift)", { asksFor: "address" }),
  ...hints("asks_known", "ihre (?:bestell|kunden|auftrags|rechnungs)nummer", { asksFor: "order_number" }),
];

export const coaching: Coaching = {
  hints: [
    ...hints(
      "absolute",
      `immer(?! noch| wieder| mehr)|jederzeit => meistens
      nie wieder|niemals|(?:wird|werden) nie(?! wieder) => soll nicht mehr
      garantier(?:e|en|t) => rechne damit, dass …
      definitiv|garantiert|auf jeden fall|auf keinen fall|mit sicherheit|zweifellos|absolut|hundertprozentig
      100 ?%|100 ?prozent|hundert prozent`,
    ),
    ...hints(
      "unsure",
      `(?:wird|ist) (?:dann |morgen |heute |bis [a-z]+ )?(?:behoben|gelost|repariert|wieder in ordnung) => wir arbeiten daran und sagen Ihnen bis …, wie es steht
      (?:kommt|passiert|wird) (?:bestimmt |sicher )?nicht (?:mehr|wieder) (?:vor|passieren|vorkommen) => das haben wir geändert, damit es nicht mehr vorkommen soll: …
      (?:der (?:lieferant|hersteller|versicherer)|die (?:versicherung|spedition|post)) (?:liefert|schickt|zahlt|genehmigt|wird (?:liefern|zahlen)) => ich frage dort nach und sage Ihnen bis …, was sie sagen`,
    ),
    ...hints(
      "dont_know",
      "weiss? (?:ich|es|wir)(?: leider)?(?: auch)? nicht|(?:ich|wir) (?:weiss?|wissen) (?:es )?(?:leider )?nicht|keine ahnung => ich finde es heraus und sage es Ihnen bis …",
      {
        unless: /\b(?:finde es heraus|klare|frage|melde|sage (?:es )?ihnen|gebe ihnen|prufe|erkundige|rufe)\b/,
      },
    ),
    ...hints(
      "evasion",
      `laut (?:unserer )?(?:richtlinie|vorschrift|agb)n?|aus (?:prinzip|grunden der richtlinie)|das sind unsere vorschriften => was wir tun können, ist …
      da (?:kann|konnen) (?:ich|wir|man) (?:leider )?nichts (?:machen|tun)|nichts (?:machen|tun) konnen => was ich tun kann, ist …
      dafur bin ich nicht zustandig|nicht mein(?:e)? (?:bereich|aufgabe|abteilung) => ich gebe das an … weiter und sage Ihnen bis …, was herauskommt
      (?:etwaige|mogliche|entstandene)n? unannehmlichkeiten => es tut mir leid, dass …
      es wurden fehler gemacht|ein fehler ist aufgetreten => wir haben … falsch gemacht
      mal (?:sehen|schauen)|schauen wir mal|wir werden sehen => ich sage Ihnen bis …
      aus (?:technischen|betrieblichen|organisatorischen) grunden => weil …`,
    ),
    ...hints(
      "blame",
      `sie hatten (?:[a-z]+ ){0,4}(?:mussen|sollen|konnen) => beim nächsten Mal hilft es, wenn …
      (?:sie haben|haben sie) (?:[a-z]+ ){0,3}(?:vergessen|versaumt|falsch gemacht) => … fehlt noch
      (?:ihre|seine|deren) (?:eigene )?schuld|ihr (?:eigener )?fehler|selbst schuld => passiert ist …
      wie (?:ich )?(?:bereits|schon) (?:gesagt|erklart|erwahnt|mitgeteilt|geschrieben) => noch einmal, damit Sie alles beisammen haben:
      (?:mein kollege|meine kollegin|der kollege|die kollegin) hat (?:[a-z]+ ){0,3}(?:vergessen|versaumt|verbockt|falsch) => wir haben …
      (?:das lager|der vertrieb|die kuche|die werkstatt|das buro) hat (?:[a-z]+ ){0,3}(?:vergessen|verbockt|versaumt) => wir haben …`,
    ),
    ...hints(
      "jargon",
      `asap|schnellstmoglich|zeitnah|baldmoglichst => bis …
      eod|cob => bis 17 Uhr
      diesbezuglich|bezuglich ihres anliegens => dazu
      in kenntnis setzen => sagen
      zu gegebener zeit => am …
      (?:wir )?bitten um (?:ihre )?kenntnisnahme => 
      eskalier(?:t|en|e) => weitergegeben an …
      rma(?:-nummer)? => Rücksendenummer
      sla => die vereinbarte Zeit
      ticket => Ihr Anliegen
      backlog|pipeline|roadmap => geplant für …`,
    ),
    ...asking,
    ...hints(
      "needs_approval",
      `(?:das (?:war|ist)|es war) (?:allein |ganz )?unser(?:e)? (?:schuld|fehler)(?=.*\\b(?:verletz|schaden|beschadig|kaputt|daten)) => ${approval}
      (?:wir|ich) (?:haften|hafte|ubernehmen die haftung|ubernehme die haftung) => ${approval}
      (?:wir|ich|unser (?:monteur|fahrer|techniker|kollege)) (?:haben|habe|hat) (?:[a-z]+ ){0,4}(?:beschadigt|zerkratzt|verletzt|zerbrochen|uberflutet) => ${approval}
      (?:wir|ich) (?:haben|habe) ihre (?:daten|unterlagen|dateien|fotos) (?:verloren|geloscht|weitergegeben|veroffentlicht) => ${approval}
      (?:wir|ich) (?:ersetzen|ersetze|ubernehmen|ubernehme|entschadigen|entschadige) (?:sie|ihnen|den schaden|alle kosten|samtliche kosten) => ${approval}`,
    ),
  ],
  nextStep:
    /\b(?:als nachstes|nachster schritt|ich (?:werde|melde|rufe|schicke|sende|klare|prufe|gebe|komme)|wir (?:werden|melden|rufen|schicken|senden|klaren|prufen|geben|kommen)|bitte (?:senden|rufen|sagen|geben|antworten|bestatigen|schicken|melden)|sie konnen|konnen sie|konnten sie)\b/,
};
